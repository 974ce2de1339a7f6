"""What the lists of meetings tell of each: who chairs it, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from releases.models import (
    Document,
    Meeting,
    Mention,
    Moment,
    Organisation,
    Outcome,
    Participation,
    Person,
    Showing,
)
from releases.models.prepared import numbered, one_of, prepared
from releases.models.showing import day_of
from releases.text.addresses import address
from releases.text.languages import active_language


@dataclass
class Report:
    """A release that reports on a meeting, as far as a list names it."""

    kind: str
    title: str
    language: str
    address: str


@dataclass
class Told:
    """
    Who chairs a meeting, and what came of it: the first release about it since the day it began,
    and its outcome documents, but for those that others have replaced.
    """

    chairs: list[Person | Organisation] = field(default_factory=list)
    report: Report | None = None
    outcomes: list[Document] = field(default_factory=list)


def told_of(meetings: Iterable[Meeting], moment: Moment) -> dict[int, Told]:
    """Fetch what is told of some public meetings, by their keys. Three queries, or none."""
    told = {meeting.pk: Told() for meeting in meetings}
    if not told:
        return {}
    keys = numbered(told)
    for chair in _chairs(**keys):
        who = chair.person or chair.organisation
        told[chair.meeting_id].chairs += [who] if who else []
    for key, report in _reports(moment, active_language(), **keys):
        told[key].report = _report(**report) if report else None
    for document in _outcomes(moment, **keys):
        told[document.of].outcomes.append(document)
    return told


@prepared
def _chairs(**keys: int) -> QuerySet[Participation]:
    capacities = (Participation.Capacity.CHAIR, Participation.Capacity.CO_CHAIR)
    chairs = Participation.objects.filter(one_of("meeting", keys), capacity__in=capacities)
    return chairs.select_related("person", "organisation")


@prepared
def _reports(moment: Moment, reader: str, **keys: int) -> QuerySet[Any]:
    meeting: Any = OuterRef("pk")
    about = Showing.objects.listed(reader, moment).about({Mention.Kind.MEETING: meeting})
    since = about.filter(release__publish_at__date__gte=OuterRef("starts_on")).order_by(F("place"))
    shown = {name: F(f"edition__{name}") for name in ("title", "slug", "language")}
    first = since.values(shown=JSONObject(kind=F("kind"), order=F("order"), **shown))[:1]
    return Meeting.objects.filter(one_of("pk", keys)).values_list("pk", Subquery(first))


@prepared
def _outcomes(moment: Moment, **keys: int) -> QuerySet[Any]:
    public = Outcome.objects.public(moment).filter(one_of("meeting", keys))
    documents = Document.objects.filter(outcomes__in=public).annotate(of=F("outcomes__meeting"))
    return documents.with_newest(moment).filter(Q(newest=None)).order_by("outcomes")


def _report(kind: str, title: str, slug: str, language: str, order: int) -> Report:
    return Report(kind, title, language, address("release-detail", day=day_of(order), slug=slug))
