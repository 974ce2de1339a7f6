"""The pages of what releases are about: a person, a topic, an organisation."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from releases.models import (
    Appointment,
    Meeting,
    Mention,
    Moment,
    Organisation,
    Person,
    Picture,
    PressRelease,
    Quote,
    Showing,
    Topic,
)
from releases.models.prepared import prepared
from releases.models.printed import as_printed
from releases.public.pagination import ListPage, as_page, place_asked, stretch
from releases.text.languages import active_language

from .meeting import meetings_of
from .offices import known
from .pictures import if_standing
from .texts import Entry, as_entries, withdrawn

MOST = 50  # office-holders
SAID = 3  # texts of a topic, whose words are shown


@dataclass
class PersonPage:
    """
    A person, with the offices held now and before, as they are known `today`, and a page of what
    they said. Of `meetings`, the latest few are shown.

    `withdrawn` are releases that quote them and were withdrawn, told where no quote stands.
    """

    person: Person
    portrait: Picture | None
    offices_now: list[Appointment]
    offices_then: list[Appointment]
    today: date
    listed: ListPage[Quote]
    withdrawn: list[PressRelease]
    meetings: ListPage[Meeting]


@dataclass
class TopicPage:
    """
    A topic, with a page of its releases, and on the first one some of what is said in them; those
    `withdrawn`, where no other stands.
    """

    topic: Topic
    quotes: list[Quote]
    listed: ListPage[Entry]
    withdrawn: list[PressRelease]


@dataclass
class OrganisationPage:
    """An organisation, with its meetings and the people who hold or held an office in it."""

    organisation: Organisation
    logo: Picture | None
    meetings: ListPage[Meeting]
    appointments: list[Appointment]


QUOTES = ("-order", "position")
TEXTS = ("-place",)


def person_page(person: Person, asked: dict[str, str], moment: Moment) -> PersonPage:
    """Fetch a person's page. Four queries at most; Http404 for a page that is not there."""
    today, place = moment.day, place_asked(asked, QUOTES)
    offices = known(_offices(person.pk, today), today)
    listed = as_page(_quotes(moment, active_language(), person.pk, *place), QUOTES, place)
    as_printed(listed.items)
    return PersonPage(
        person=person,
        portrait=if_standing(person.portrait, moment),
        offices_now=[office for office in offices if office.covers(today)],
        offices_then=[office for office in offices if not office.covers(today)],
        today=today,
        listed=listed,
        withdrawn=[] if listed.items else withdrawn(person, moment),
        meetings=meetings_of(person, moment),
    )


@prepared
def _offices(person: int, today: date) -> QuerySet[Appointment]:
    begun = Appointment.objects.filter(person=person, since__lte=today)
    return begun.select_related("organisation")


@prepared
def _quotes(
    moment: Moment,
    reader: str,
    speaker: int,
    order: int | None = None,
    position: int | None = None,
) -> QuerySet[Quote]:
    quotes = Quote.objects.listed(reader, moment).for_lists().filter(speaker=speaker)
    return stretch(quotes, QUOTES, [order, position])


def topic_page(topic: Topic, asked: dict[str, str], moment: Moment) -> TopicPage:
    """Fetch a topic's page. Three queries at most; Http404 for a page that is not there."""
    place = place_asked(asked, TEXTS)
    listed = as_page(_texts(moment, active_language(), topic.pk, *place), TEXTS, place)
    return TopicPage(
        topic=topic,
        quotes=[] if asked else _said_in(listed.items[:SAID]),
        listed=as_entries(listed, moment),
        withdrawn=[] if listed.items else withdrawn(topic, moment),
    )


@prepared
def _texts(moment: Moment, reader: str, topic: int, place: int | None = None) -> QuerySet[Showing]:
    rows = Showing.objects.listed(reader, moment).about({Mention.Kind.TOPIC: topic})
    return stretch(rows.with_texts(), TEXTS, [place])


def _said_in(texts: list[Showing]) -> list[Quote]:
    """Fetch a quote of each of some texts that has one, in the order of the texts. One query."""
    if not texts:
        return []
    place = {row.edition_id: number for number, row in enumerate(texts)}
    quotes = _quotes_of(**{f"text_{number}": text for text, number in place.items()})
    first = {quote.edition_id: quote for quote in reversed(quotes)}
    return as_printed(sorted(first.values(), key=lambda quote: place[quote.edition_id]))


@prepared
def _quotes_of(**texts: int) -> QuerySet[Quote]:
    of_one = reduce(or_, (Q(edition=text) for text in texts.values()))
    return Quote.objects.filter(of_one).for_lists().order_by("position", "pk")


def organisation_page(organisation: Organisation, moment: Moment) -> OrganisationPage:
    """Fetch an organisation's page. Three queries."""
    return OrganisationPage(
        organisation=organisation,
        logo=if_standing(organisation.logo, moment),
        meetings=meetings_of(organisation, moment),
        appointments=known(_appointments(moment, moment.day, organisation.pk), moment.day),
    )


@prepared
def _appointments(moment: Moment, day: date, organisation: int) -> QuerySet[Appointment]:
    people = Person.objects.public(moment).filter(pk=OuterRef("person"))
    begun = Appointment.objects.filter(organisation=organisation, since__lte=day)
    return begun.filter(Exists(people)).select_related("person")[:MOST]
