"""The pages of what releases are about: a person, a topic, an organisation."""

from dataclasses import dataclass

from django.db.models import Q

from releases.models import (
    Appointment,
    Meeting,
    Moment,
    Organisation,
    Person,
    PressRelease,
    Quote,
    Showing,
    Topic,
)
from releases.models.printed import as_printed
from releases.public.pagination import ListPage, list_page
from releases.text.languages import active_language

from .offices import known
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


def person_page(person: Person, asked: dict[str, str], moment: Moment) -> PersonPage:
    """Fetch a person's page. Four queries at most; Http404 for a page that is not there."""
    today = moment.day
    begun = person.appointments.filter(since__lte=today)
    offices = known(begun.select_related("organisation"), today)
    quotes = Quote.objects.listed(active_language(), moment).with_texts().filter(speaker=person)
    listed = list_page(quotes, asked, "-order", "position")
    as_printed(listed.items)
    meetings = Meeting.objects.public(moment).filter(participations__appointment__person=person)
    return PersonPage(
        person=person,
        offices_now=[office for office in offices if office.covers(today)],
        offices_then=[office for office in offices if not office.covers(today)],
        listed=listed,
        withdrawn=[] if listed.items else _withdrawn(person, moment),
        meetings=list(meetings.distinct()[:MOST]),
    )


def topic_page(topic: Topic, asked: dict[str, str], moment: Moment) -> TopicPage:
    """Fetch a topic's page. Two queries at most; Http404 for a page that is not there."""
    rows = Showing.objects.listed(active_language(), moment).about([topic])
    listed = page_of_entries(rows, asked, "-place", moment)
    return TopicPage(
        topic=topic,
        listed=listed,
        withdrawn=[] if listed.items else _withdrawn(topic, moment),
    )


def organisation_page(organisation: Organisation, moment: Moment) -> OrganisationPage:
    """Fetch an organisation's page. Two queries."""
    named = Q(organiser=organisation) | Q(participations__organisation=organisation)
    meetings = Meeting.objects.public(moment).filter(named).distinct()
    appointments = Appointment.objects.public(moment).filter(organisation=organisation)
    return OrganisationPage(
        organisation=organisation,
        meetings=list(meetings[:MOST]),
        appointments=known(appointments.select_related("person")[:MOST], moment.day),
    )


def _withdrawn(record: Person | Topic, moment: Moment) -> list[PressRelease]:
    return list(PressRelease.objects.withdrawn(moment).naming(record)[:MOST])
