"""The pages of what releases are about: a person, a topic, an organisation."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from releases.models import (
    Appointment,
    Edition,
    Meeting,
    Organisation,
    Person,
    PressRelease,
    Quote,
    Topic,
)
from releases.models.edition import EditionQuerySet
from releases.public.pagination import ListPage, list_page
from releases.text.languages import active_language

from .offices import known, with_known_offices
from .texts import Entry, page_of_entries

MOST = 50  # meetings, office-holders or withdrawn releases


@dataclass
class PersonPage:
    """
    A person, with the offices held now and before, and a page of what they said.

    `withdrawn` are releases that quote them and were withdrawn, told where no quote stands.
    """

    person: Person
    offices_now: list[Appointment]
    offices_then: list[Appointment]
    listed: ListPage[Quote]
    withdrawn: list[PressRelease]
    meetings: list[Meeting]


@dataclass
class TopicPage:
    """A topic, with a page of its releases; those `withdrawn`, where no other stands."""

    topic: Topic
    listed: ListPage[Entry]
    withdrawn: list[PressRelease]


@dataclass
class OrganisationPage:
    """An organisation, with its meetings and the people who hold or held an office in it."""

    organisation: Organisation
    meetings: list[Meeting]
    appointments: list[Appointment]


def person_page(person: Person, number: int, at: datetime) -> PersonPage:
    """Fetch a person's page. Four queries at most; Http404 for a page that is not there."""
    today = timezone.localdate(at)
    appointments = Appointment.objects.public(at).filter(person=person)
    offices = known(appointments.select_related("organisation"), today)
    quotes = Quote.objects.for_readers(active_language(), at).with_sources()
    listed = list_page(quotes.filter(speaker=person).newest_first(), number)
    with_known_offices(listed.items, at)
    texts = Edition.objects.reachable(at).filter(quotes__speaker=person)
    meetings = Meeting.objects.public(at).filter(participations__appointment__person=person)
    return PersonPage(
        person=person,
        offices_now=[office for office in offices if office.covers(today)],
        offices_then=[office for office in offices if not office.covers(today)],
        listed=listed,
        withdrawn=[] if listed.items else _withdrawn(texts, at),
        meetings=list(meetings.distinct()[:MOST]),
    )


def topic_page(topic: Topic, number: int, at: datetime) -> TopicPage:
    """Fetch a topic's page. Two queries at most; Http404 for a page that is not there."""
    texts = Edition.objects.for_readers(active_language(), at).filter(release__topics=topic)
    listed = page_of_entries(texts.newest_first(), number, at)
    reachable = Edition.objects.reachable(at).filter(release__topics=topic)
    return TopicPage(
        topic=topic,
        listed=listed,
        withdrawn=[] if listed.items else _withdrawn(reachable, at),
    )


def organisation_page(organisation: Organisation, at: datetime) -> OrganisationPage:
    """Fetch an organisation's page. Two queries."""
    named = Q(organiser=organisation) | Q(participations__organisation=organisation)
    meetings = Meeting.objects.public(at).filter(named).distinct()
    appointments = Appointment.objects.public(at).filter(organisation=organisation)
    return OrganisationPage(
        organisation=organisation,
        meetings=list(meetings[:MOST]),
        appointments=known(appointments.select_related("person")[:MOST], timezone.localdate(at)),
    )


def _withdrawn(texts: EditionQuerySet, at: datetime) -> list[PressRelease]:
    return list(PressRelease.objects.withdrawn(texts, at)[:MOST])
