"""What the public may see at an instant is defined here, and nowhere else."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, When
from django.utils import timezone

from releases.text.languages import languages

from .freeze import Freeze
from .immutable import ImmutableQuerySet
from .release import PressRelease
from .years import years_of


class VisibleEditions(ImmutableQuerySet[Any]):
    """They are asked what the public may see of them at an instant."""

    def live(self, at: datetime | None = None) -> Self:
        """
        Return those the public may read at `at`, an aware datetime; now if not given.

        The only definition of "public": every page, list, feed, sitemap and file starts
        here, or from one of the three steps it is made of.
        """
        at = at or timezone.now()
        # Removed later than `at`, it was there then: the archive can be asked for any instant.
        return self.reachable(at).filter(
            Q(release__removed_at=None) | Q(release__removed_at__gt=at)
        )

    def reachable(self, at: datetime | None = None) -> Self:
        """Return those of withdrawn releases too: for what has an address of its own."""
        at = at or timezone.now()
        limit = Freeze.objects.limit(at)
        # Against the limit, not the instant: a freeze that holds a version keeps the one before it.
        return self.readable(at).filter(Q(live_until=None) | Q(live_until__gt=limit))

    def readable(self, at: datetime | None = None) -> Self:
        """Return the versions before the reachable ones too: for old versions."""
        at = at or timezone.now()
        # A withdrawn text stays under its notice; what was removed in another way is gone.
        return self.ever_public(at).filter(
            Q(release__removed_at=None)
            | Q(release__removed_at__gt=at)
            | Q(release__removal=PressRelease.Removal.WITHDRAWN)
        )

    def ever_public(self, at: datetime | None = None) -> Self:
        """
        Return all that went public by `at`, whatever became of it: for redirects and notices.

        Where a freeze is on at `at`, what came due since it began has not.
        """
        limit = Freeze.objects.limit(at)
        return self.filter(
            release__status=PressRelease.Status.APPROVED,
            release__publish_at__lte=limit,
            live_from__lte=limit,
        )

    def for_readers(self, language: str, at: datetime | None = None) -> Self:
        """
        Return one live edition of each public release: the one in `language`; where there is
        none, the one in the first of the newsroom's other languages that has one.
        """
        rank = rank_of_languages(language)
        # Asked text by text: the first twenty of a list are found without ranking all.
        better = self.model.objects.live(at).alias(rank=rank)
        better = better.filter(release=OuterRef("release"), rank__lt=OuterRef("rank"))
        return self.live(at).alias(rank=rank).filter(~Exists(better))

    def releases_naming(self, subjects: models.QuerySet[Any]) -> set[int]:
        """Return the keys of the releases that name one of `subjects`. A query for each way."""
        keys = set()
        for way in subjects.model.NAMED_BY:
            named = self.filter(**{f"{way}__in": subjects.values("pk")})
            keys |= {*named.values_list("release", flat=True)}
        return keys

    def dated(self, day: date) -> Self:
        """Return those of releases dated `day`, a date in the newsroom's time zone."""
        return self.between(day, day)

    def between(self, first: date | None, last: date | None) -> Self:
        """Return those of releases dated `first` to `last`, either of them None for no limit."""
        editions = self
        if first:
            editions = editions.filter(release__publish_at__gte=_midnight(first))
        # The day after the last that Python knows is none.
        if last and last < last.max:
            editions = editions.filter(release__publish_at__lt=_midnight(last + timedelta(days=1)))
        return editions

    def about(
        self,
        topic: Any = None,
        person: Any = None,
        meeting: Any = None,
        kind: str | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Self:
        """Return those of releases that match all that is given; dates as for `between()`."""
        editions = self.naming(person) if person else self
        if topic:
            editions = editions.filter(release__topics=topic)
        if meeting:
            editions = editions.filter(release__meetings=meeting)
        if kind:
            editions = editions.filter(release__kind=kind)
        return editions.between(first, last)

    def kinds(self) -> list[tuple[str, Any]]:
        """Return the kinds of the releases, pairs of value and label, in their order. One query."""
        first = [self._releases().filter(kind=kind).values("pk")[:1] for kind in PressRelease.Kind]
        found = PressRelease.objects.filter(_any(Q(pk=Subquery(one)) for one in first))
        values = set(found.order_by().values_list("kind", flat=True))
        return [(value, label) for value, label in PressRelease.Kind.choices if value in values]

    def years(self) -> list[int]:
        """Return the years of the releases, from the latest to the first. Two queries."""
        return years_of(self._releases(), "publish_at")

    def _releases(self) -> models.QuerySet[PressRelease]:
        """Return the releases of these editions, asked one by one: the first few cost little."""
        return PressRelease.objects.filter(Exists(self.filter(release=OuterRef("pk")))).order_by(
            "-publish_at"
        )

    def naming(self, person: Any) -> Self:
        """Return those that quote a person, or that report on a meeting with that person."""
        # Two questions that can each use an index, and no join that would give a text twice.
        quotes = person.quotes.filter(edition=OuterRef("pk"))
        meetings = PressRelease.meetings.through.objects.filter(
            pressrelease=OuterRef("release"),
            meeting__participations__appointment__person=person,
        )
        return self.filter(Exists(quotes) | Exists(meetings))

    def standing_with(self, edition: Any, at: datetime) -> Self:
        """
        Return `edition`, whatever its state, and the approved texts of its release in other
        languages that stand at `at`: what readers choose from if it goes public then.
        """
        others = Q(live_from__lte=at) & (Q(live_until=None) | Q(live_until__gt=at))
        others &= ~Q(language=edition.language)
        return self.filter(Q(pk=edition.pk) | others, release=edition.release_id)

    def newest_first(self) -> Self:
        """Put first what became public last in its language."""
        return self.order_by("-public_since", "-pk")


def rank_of_languages(language: str | None) -> Case:
    """Rank `language` as 0, then the newsroom's other languages in their order."""
    order = [language, *(code for code, name in languages() if code != language)]
    return Case(
        *(When(language=code, then=place) for place, code in enumerate(order)),
        default=len(order),
        output_field=models.IntegerField(),
    )


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
