"""What the pages say to machines, as schema.org (https://schema.org) in JSON-LD."""

from datetime import datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.templatetags.static import static

from releases.models import Meeting, Participation
from releases.text import html
from releases.text.instants import to_the_minute

CONTEXT = "https://schema.org"

ATTENDANCE = {
    Meeting.Format.IN_PERSON: "OfflineEventAttendanceMode",
    Meeting.Format.VIRTUAL: "OnlineEventAttendanceMode",
    Meeting.Format.HYBRID: "MixedEventAttendanceMode",
}
STATUS = {
    Meeting.Status.POSTPONED: "EventPostponed",
    Meeting.Status.CANCELLED: "EventCancelled",
}


class Encoder(DjangoJSONEncoder):
    """Instants to the minute, as the pages show them."""

    def default(self, value):
        return super().default(to_the_minute(value) if isinstance(value, datetime) else value)


def publisher():
    return {"@type": "GovernmentOrganization", "name": settings.PUBLISHER}


def news_article(edition, corrections, quotes, meetings, translations, absolute):
    """
    A release. `absolute` makes an address whole; `translations` are addresses by language,
    `corrections` the versions that corrected something.
    """
    data = {"@context": CONTEXT} | _article(edition, absolute(edition.canonical_url), absolute)
    data |= {
        "mainEntityOfPage": data["url"],
        "description": edition.lead,
        "articleBody": html.plain(edition.body),
        "version": edition.version,
    }
    if edition.release.reference:
        data["identifier"] = edition.release.reference
    if edition.release.place:
        data["dateline"] = str(edition.release.place)
    if edition.release.removal:
        data["creativeWorkStatus"] = "Withdrawn"
    if corrections:
        data["correction"] = [
            {
                "@type": "CorrectionComment",
                "text": version.change_note,
                "inLanguage": version.language,
                "datePublished": version.live_from,
                "url": absolute(version.get_version_url()),
            }
            for version in corrections
        ]
    if edition.source_language in translations:
        data["translationOfWork"] = _text(edition.source_language, translations, absolute) | {
            "version": edition.source_version
        }
    elif others := [code for code in translations if code != edition.language]:
        data["workTranslation"] = [_text(code, translations, absolute) for code in others]
    if quotes:
        data["hasPart"] = [_said(quote, absolute) for quote in quotes]
    if meetings:
        data["about"] = [_meeting(meeting, absolute) for meeting in meetings]
    return data


def quotation(quote, dropped_in, absolute):
    """A quote. `dropped_in` is the version that no longer has it, if the text has changed so."""
    data = {"@context": CONTEXT} | _said(quote, absolute)
    address = quote.edition.get_version_url() if dropped_in else quote.edition.canonical_url
    data["isPartOf"] = _article(quote.edition, absolute(address), absolute)
    if quote.meeting and _location(quote.meeting, absolute):
        data["recordedAt"] = _meeting(quote.meeting, absolute)
    return data


def event(meeting, participations, absolute):
    """A meeting; None where it has no place: search engines take no event for one without."""
    if not _location(meeting, absolute):
        return None
    data = {"@context": CONTEXT} | _meeting(meeting, absolute)
    data |= {
        "endDate": _end(meeting),
        "eventStatus": f"{CONTEXT}/{STATUS.get(meeting.status, _scheduled(meeting))}",
        "eventAttendanceMode": f"{CONTEXT}/{ATTENDANCE[meeting.format]}",
    }
    if meeting.moved_from:
        data["previousStartDate"] = meeting.moved_from.isoformat()
    if meeting.organiser:
        data["organizer"] = _organisation(meeting.organiser, absolute)
    if taking_part := [p for p in participations if p.capacity != Participation.Capacity.OBSERVER]:
        data["attendee"] = [
            _person(p.appointment.person, absolute, str(p.appointment.titles))
            if p.appointment
            else _organisation(p.organisation, absolute)
            for p in taking_part
        ]
    return data


def person(person, offices_now, absolute):
    data = {"@context": CONTEXT} | _person(person, absolute)
    if offices_now:
        data["jobTitle"] = [str(office.titles) for office in offices_now]
    return data


def _article(edition, address, absolute):
    return {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": edition.title,
        "image": absolute(static("releases/share.png")),
        "inLanguage": edition.language,
        "datePublished": edition.release.day.isoformat(),
        "dateModified": edition.corrected_at or edition.public_since,
        "author": publisher(),
        "publisher": publisher(),
    }


def _text(language, translations, absolute):
    """The same text in another language, by its address: its page says the rest of it."""
    address = absolute(translations[language])
    return {"@type": "CreativeWork", "@id": address, "url": address, "inLanguage": language}


def _meeting(meeting, absolute):
    """A meeting as an event; without a place, by its name alone."""
    address = absolute(meeting.get_absolute_url())
    data = {"@type": "Thing", "@id": address, "url": address, "name": str(meeting.names)}
    if location := _location(meeting, absolute):
        data |= {"@type": "Event", "startDate": _start(meeting), "location": location}
    return data


def _said(quote, absolute):
    data = {
        "@type": "Quotation",
        "@id": absolute(quote.canonical_url),
        "url": absolute(quote.canonical_url),
        "text": quote.in_one_line,
        "inLanguage": quote.edition.language,
        "creator": _person(quote.speaker, absolute, quote.office),
        "datePublished": quote.edition.release.day.isoformat(),
    }
    if quote.is_translation:
        spoken = {"@type": "Quotation", "inLanguage": quote.language}
        if quote.original_words:
            spoken["text"] = quote.original_in_one_line
        data["translationOfWork"] = spoken
    return data


def _person(person, absolute, office=""):
    address = absolute(person.get_absolute_url())
    data = {"@type": "Person", "@id": address, "url": address, "name": person.name}
    return data | {"jobTitle": office} if office else data


def _organisation(organisation, absolute):
    address = absolute(organisation.get_absolute_url())
    return {
        "@type": "Organization",
        "@id": address,
        "url": organisation.website or address,
        "name": str(organisation.names),
    }


def _location(meeting, absolute):
    """Where it is held, None if that is not known."""
    online = {"@type": "VirtualLocation", "url": absolute(meeting.get_absolute_url())}
    if meeting.format == Meeting.Format.VIRTUAL:
        return online
    if not meeting.place:
        return online if meeting.format == Meeting.Format.HYBRID else None
    place = {"@type": "Place", "name": str(meeting.place), "address": str(meeting.place)}
    return place if meeting.format == Meeting.Format.IN_PERSON else [place, online]


def _start(meeting):
    return meeting.local_start if meeting.starts_at else meeting.starts_on.isoformat()


def _end(meeting):
    return meeting.local_end if meeting.ends_at else meeting.last_day.isoformat()


def _scheduled(meeting):
    return "EventRescheduled" if meeting.moved_from else "EventScheduled"
