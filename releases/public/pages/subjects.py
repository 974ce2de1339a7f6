"""The pages of what releases are about: a person, a topic, an organisation."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet

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
from releases.models.prepared import numbered, one_of, prepared
from releases.models.printed import as_printed
from releases.models.showing import order_of
from releases.public.pagination import ListPage, as_page, place_asked, stretch
from releases.text.instants import midnight
from releases.text.languages import active_language

from .meeting import meetings_of
from .offices import known
from .rights import if_standing
from .texts import Entry, as_entries, withdrawn

MOST = 50  # office-holders
STRETCHES = 100  # of the line of a person's offices
SAID = 3  # texts of a topic, whose words are shown
LATEST = 50  # texts of a topic, which say what is near it
NEAR = 10  # meetings and topics, each


@dataclass
class PersonPage:
    """
    A person, with the offices held now and before, as they are known `today`, and a page of what
    they said. Of `meetings`, the latest few are shown. `said` are days on the line of the offices,
    each in the middle of a stretch in which something was said.

    `withdrawn` are releases that quote them and were withdrawn, told where no quote stands.
    """

    person: Person
    portrait: Picture | None
    offices_now: list[Appointment]
    offices_then: list[Appointment]
    today: date
    said: list[date]
    listed: ListPage[Quote]
    withdrawn: list[PressRelease]
    meetings: ListPage[Meeting]


@dataclass
class TopicPage:
    """
    A topic, with a page of its releases, and on the first one some of what is said in them, the
    `meetings` that the latest of them name, and the topics that these have in common (`near`);
    those `withdrawn`, where no other stands.
    """

    topic: Topic
    quotes: list[Quote]
    listed: ListPage[Entry]
    withdrawn: list[PressRelease]
    meetings: list[Meeting]
    near: list[Topic]


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
    """Fetch a person's page. Five queries at most; Http404 for a page that is not there."""
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
        said=_said_on(person, min(office.since for office in offices), moment) if offices else [],
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


def _said_on(person: Person, first: date, moment: Moment) -> list[date]:
    """
    Find when a person said something since a `first` day, to a hundredth of that time: how often
    is not counted. One query.
    """
    length = (moment.day - first).days + 1
    parts = min(length, STRETCHES)
    begins = [first + timedelta(days=length * number // parts) for number in range(parts + 1)]
    places = [*pairwise(order_of(midnight(day)) for day in begins)]
    names = ("begin", "end")
    there = {*_quoted.finds_any(names, places, moment, active_language(), person.pk)}
    stretches = zip(pairwise(begins), places, strict=True)
    return [begin + (end - begin) // 2 for (begin, end), place in stretches if place in there]


@prepared
def _quoted(moment: Moment, reader: str, speaker: int, begin: int, end: int) -> QuerySet[Any]:
    quotes = Quote.objects.listed(reader, moment).filter(speaker=speaker)
    return quotes.filter(order__gte=begin, order__lt=end).values_list("pk", flat=True)


def topic_page(topic: Topic, asked: dict[str, str], moment: Moment) -> TopicPage:
    """Fetch a topic's page. Seven queries at most; Http404 for a page that is not there."""
    place = place_asked(asked, TEXTS)
    listed = as_page(_texts(moment, active_language(), topic.pk, *place), TEXTS, place)
    topics, meetings = ([], []) if asked else _named_beside(topic, moment)
    return TopicPage(
        topic=topic,
        quotes=[] if asked else _said_in(listed.items[:SAID]),
        listed=as_entries(listed, moment),
        withdrawn=[] if listed.items else withdrawn(topic, moment),
        meetings=meetings,
        near=topics,
    )


@prepared
def _texts(moment: Moment, reader: str, topic: int, place: int | None = None) -> QuerySet[Showing]:
    rows = Showing.objects.listed(reader, moment).about({Mention.Kind.TOPIC: topic})
    return stretch(rows.with_texts(), TEXTS, [place])


def _named_beside(topic: Topic, moment: Moment) -> tuple[list[Topic], list[Meeting]]:
    """
    Fetch the topics that the latest texts of one name most often beside it, and the meetings they
    named last, the latest first. Public texts name them: they are public. Three queries at most.
    """
    named = _beside(moment, active_language(), topic.pk)
    texts = {key: texts for kind, key, texts, last in named if kind == Mention.Kind.TOPIC}
    last = {key: last for kind, key, texts, last in named if kind == Mention.Kind.MEETING}
    topics = _topics(**numbered([*texts][:NEAR])) if texts else []
    latest = sorted(last, key=lambda key: -last[key])[:NEAR]
    meetings = _meetings(**numbered(latest)) if latest else []
    return sorted(topics, key=lambda one: (-texts[one.pk], one.slug)), meetings


@prepared
def _beside(moment: Moment, reader: str, topic: int) -> QuerySet[Any]:
    """Find what the latest texts of a topic name beside it, what they name most often first."""
    rows = Showing.objects.listed(reader, moment).about({Mention.Kind.TOPIC: topic})
    latest = rows.order_by(F("place").desc()).values("edition")[:LATEST]
    # By what they are not: asked for both kinds, SQLite goes through all of these in the archive.
    others = set(Mention.Kind) - {Mention.Kind.TOPIC, Mention.Kind.MEETING}
    named = Mention.objects.filter(edition__in=latest).exclude(kind__in=sorted(others))
    beside = named.exclude(kind=Mention.Kind.TOPIC, subject=topic).values_list("kind", "subject")
    return beside.annotate(texts=Count("pk"), last=Max("order")).order_by(
        "-texts", "-last", "subject"
    )


@prepared
def _topics(**keys: int) -> QuerySet[Topic]:
    return Topic.objects.filter(one_of("pk", keys))


@prepared
def _meetings(**keys: int) -> QuerySet[Meeting]:
    return Meeting.objects.filter(one_of("pk", keys)).order_by("-order")


def _said_in(texts: list[Showing]) -> list[Quote]:
    """Fetch a quote of each of some texts that has one, in the order of the texts. One query."""
    if not texts:
        return []
    place = {row.edition_id: number for number, row in enumerate(texts)}
    quotes = _quotes_of(**numbered(place))
    first = {quote.edition_id: quote for quote in reversed(quotes)}
    return as_printed(sorted(first.values(), key=lambda quote: place[quote.edition_id]))


@prepared
def _quotes_of(**texts: int) -> QuerySet[Quote]:
    return Quote.objects.filter(one_of("edition", texts)).for_lists().order_by("position", "pk")


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
