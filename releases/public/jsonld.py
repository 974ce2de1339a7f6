"""What the pages say to machines, as schema.org (https://schema.org) in JSON-LD."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.duration import duration_iso_string

from releases.models import (
    Edition,
    Identity,
    Meeting,
    Organisation,
    Participation,
    Person,
    Picture,
    PressRelease,
    Quote,
    Recording,
)
from releases.text import html
from releases.text.instants import to_the_minute

from .pages.meeting import MeetingPage
from .pages.quote import QuotePage
from .pages.release import ReleasePage
from .pages.subjects import PersonPage
from .pages.texts import told_at

Data = dict[str, Any]
Absolute = Callable[[str], str]  # makes an address whole, with scheme and host

CONTEXT = "https://schema.org"

ATTENDANCE: dict[str, str] = {
    Meeting.Format.IN_PERSON: "OfflineEventAttendanceMode",
    Meeting.Format.VIRTUAL: "OnlineEventAttendanceMode",
    Meeting.Format.HYBRID: "MixedEventAttendanceMode",
}
STATUS: dict[str, str] = {
    Meeting.Status.POSTPONED: "EventPostponed",
    Meeting.Status.CANCELLED: "EventCancelled",
}
# Inside a script these would end it, or begin something else.
ESCAPES = {">": "\\u003E", "<": "\\u003C", "&": "\\u0026"}


class Encoder(DjangoJSONEncoder):
    """Writes instants to the minute, as the pages show them."""

    def default(self, value: Any) -> Any:
        return super().default(to_the_minute(value) if isinstance(value, datetime) else value)


def as_json(data: Data) -> str:
    """Write data as a text that may stand in a `script` element as it is."""
    text = json.dumps(data, cls=Encoder, ensure_ascii=False)
    for character, escape in ESCAPES.items():
        text = text.replace(character, escape)
    return text


def publisher(identity: Identity, absolute: Absolute) -> Data:
    data: Data = {"@type": "GovernmentOrganization", "name": identity.publisher}
    if identity.emblem:
        data["logo"] = absolute(identity.emblem.url)
    if identity.account_links:
        data["sameAs"] = [address for _name, address in identity.account_links]
    return data


def article(page: ReleasePage, absolute: Absolute, identity: Identity) -> Data:
    """Describe a release, with its quotes, meetings, corrections and other languages."""
    edition = page.edition
    address = absolute(edition.canonical_url)
    data: Data = {"@context": CONTEXT} | _article(edition, address, absolute, identity)
    data |= {
        "mainEntityOfPage": address,
        "description": edition.lead,
        "articleBody": html.plain(edition.body),
        "version": edition.version,
    }
    data |= _of_release(edition.release) | _of_translations(page, absolute)
    if page.pictures:
        data["image"] = [image(picture, absolute) for picture in page.pictures]
    videos = [one for one in page.recordings if one.is_video]
    sounds = [one for one in page.recordings if not one.is_video]
    lists = {
        "video": [_recording(one, edition, absolute) for one in videos],
        "audio": [_recording(one, edition, absolute) for one in sounds],
        "correction": [_correction(version, absolute) for version in page.corrections],
        "hasPart": [_said(quote, absolute) for quote in page.quotes],
        "about": [_meeting(meeting, absolute) for meeting, people in page.meetings],
    }
    return data | {name: items for name, items in lists.items() if items}


def quotation(page: QuotePage, absolute: Absolute, identity: Identity) -> Data:
    """Describe a quote, as part of the version that has it if the text has dropped it since."""
    quote = page.quote
    data: Data = {"@context": CONTEXT} | _said(quote, absolute)
    address = quote.edition.get_version_url() if page.dropped_in else quote.edition.canonical_url
    data["isPartOf"] = _article(quote.edition, absolute(address), absolute, identity)
    if quote.meeting and _location(quote.meeting, absolute):
        data["recordedAt"] = _meeting(quote.meeting, absolute)
    return data


def event(page: MeetingPage, absolute: Absolute) -> Data | None:
    """Describe a meeting; None without a place, as search engines take no event for such a one."""
    meeting = page.meeting
    if not _location(meeting, absolute):
        return None
    data: Data = {"@context": CONTEXT} | _meeting(meeting, absolute)
    data |= {
        "endDate": _end(meeting),
        "eventStatus": f"{CONTEXT}/{STATUS.get(meeting.status, _scheduled(meeting))}",
        "eventAttendanceMode": f"{CONTEXT}/{ATTENDANCE[meeting.format]}",
    }
    if first := meeting.first_time:
        data["previousStartDate"] = first.begins
    if page.organiser:
        data["organizer"] = _organisation(page.organiser, absolute)
    if page.pictures:
        data["image"] = [image(picture, absolute) for picture in page.pictures]
    if attendees := list(_attendees(page.participations, absolute)):
        data["attendee"] = attendees
    return data


def person(page: PersonPage, absolute: Absolute) -> Data:
    """Describe a person, with the offices held now."""
    data: Data = {"@context": CONTEXT} | _person(page.person, absolute)
    if page.offices_now:
        data["jobTitle"] = [str(office.titles) for office in page.offices_now]
    if page.portrait:
        data["image"] = image(page.portrait, absolute)
    return data


def image(picture: Picture, absolute: Absolute) -> Data:
    """Describe a picture: what it shows, who took it and what it may be used for."""
    data: Data = {
        "@type": "ImageObject",
        "contentUrl": absolute(picture.get_absolute_url()),
        "caption": str(picture.caption),
        "creditText": picture.credit,
        "copyrightNotice": picture.terms,
    }
    return {name: value for name, value in data.items() if value}


def _recording(recording: Recording, edition: Edition, absolute: Absolute) -> Data:
    """Describe a recording: a file by what it is, a link by where it leads."""
    address = absolute(recording.get_absolute_url())
    data: Data = {
        "@type": "VideoObject" if recording.is_video else "AudioObject",
        "name": str(recording.title),
        "uploadDate": edition.release.day.isoformat(),
        "url" if recording.url else "contentUrl": address,
        "encodingFormat": recording.media_type,
        "duration": recording.duration and duration_iso_string(recording.duration),
        "thumbnailUrl": recording.poster and absolute(recording.poster.get_absolute_url()),
        "transcript": str(recording.transcript),
        "creditText": recording.credit,
        "copyrightNotice": recording.terms,
    }
    return {name: value for name, value in data.items() if value}


def _of_release(release: PressRelease) -> Data:
    data: Data = {}
    if release.reference:
        data["identifier"] = release.reference
    if release.place:
        data["dateline"] = str(release.place)
    if release.came_out_at:
        data["publication"] = {
            "@type": "PublicationEvent",
            "startDate": release.came_out_at,
            "previousStartDate": release.publish_at,
            "eventStatus": f"{CONTEXT}/EventRescheduled",
        }
    if release.removal:
        data["creativeWorkStatus"] = "Withdrawn"
    return data


def _of_translations(page: ReleasePage, absolute: Absolute) -> Data:
    """Say what a text is a translation of; else, what it is translated into."""
    renders, translations = page.renders, page.translations
    if renders and renders.language in translations:
        source = _text(renders.language, translations, absolute)
        return {"translationOfWork": source | {"version": renders.version}}
    others = [code for code in translations if code != page.edition.language]
    texts = [_text(code, translations, absolute) for code in others]
    return {"workTranslation": texts} if texts else {}


def _correction(version: Edition, absolute: Absolute) -> Data:
    return {
        "@type": "CorrectionComment",
        "text": version.change_note,
        "inLanguage": version.language,
        "datePublished": version.due,
        "url": absolute(version.get_version_url()),
    }


def _article(edition: Edition, address: str, absolute: Absolute, identity: Identity) -> Data:
    by = publisher(identity, absolute)
    return {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": edition.title,
        "image": absolute(edition.get_card_url()),
        "inLanguage": edition.language,
        "datePublished": edition.release.came_out_at or edition.release.day.isoformat(),
        "dateModified": told_at(edition),
        "author": by,
        "publisher": by,
    }


def _text(language: str, translations: dict[str, str], absolute: Absolute) -> Data:
    """Name the text in another language by its address: its page says the rest of it."""
    address = absolute(translations[language])
    return {"@type": "CreativeWork", "@id": address, "url": address, "inLanguage": language}


def _meeting(meeting: Meeting, absolute: Absolute) -> Data:
    """Describe a meeting as an event; without a place, by its name alone."""
    address = absolute(meeting.get_absolute_url())
    data: Data = {"@type": "Thing", "@id": address, "url": address, "name": str(meeting.names)}
    if location := _location(meeting, absolute):
        data |= {"@type": "Event", "startDate": _start(meeting), "location": location}
    return data


def _said(quote: Quote, absolute: Absolute) -> Data:
    data: Data = {
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


def _person(person: Person, absolute: Absolute, office: str = "") -> Data:
    address = absolute(person.get_absolute_url())
    data = {"@type": "Person", "@id": address, "url": address, "name": person.name}
    return data | {"jobTitle": office} if office else data


def _attendees(participations: list[Participation], absolute: Absolute) -> Iterator[Data]:
    """Describe who takes part; observers only look on."""
    for participation in participations:
        if participation.capacity == Participation.Capacity.OBSERVER:
            continue
        if office := participation.appointment:
            yield _person(office.person, absolute, str(office.titles))
        elif participation.organisation:
            yield _organisation(participation.organisation, absolute)


def _organisation(organisation: Organisation, absolute: Absolute) -> Data:
    address = absolute(organisation.get_absolute_url())
    return {
        "@type": "Organization",
        "@id": address,
        "url": organisation.website or address,
        "name": str(organisation.names),
    }


def _location(meeting: Meeting, absolute: Absolute) -> Data | list[Data] | None:
    """Say where a meeting is held; None if that is not known."""
    online = {"@type": "VirtualLocation", "url": absolute(meeting.get_absolute_url())}
    if meeting.format == Meeting.Format.VIRTUAL:
        return online
    if not meeting.place:
        return online if meeting.format == Meeting.Format.HYBRID else None
    place = {"@type": "Place", "name": str(meeting.place), "address": str(meeting.place)}
    return place if meeting.format == Meeting.Format.IN_PERSON else [place, online]


def _start(meeting: Meeting) -> datetime | str:
    return meeting.local_start if meeting.starts_at else meeting.starts_on.isoformat()


def _end(meeting: Meeting) -> datetime | str:
    return meeting.local_end if meeting.ends_at else meeting.last_day.isoformat()


def _scheduled(meeting: Meeting) -> str:
    return "EventRescheduled" if meeting.moved_from else "EventScheduled"
