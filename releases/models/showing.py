"""Who is shown which text, from when until when, is written here by the act that decides it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from secrets import randbelow
from typing import Any, NamedTuple, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from releases.text.fields import CharField
from releases.text.languages import languages

from .moment import Moment
from .querysets import alters_data

EPOCH = datetime(1900, 1, 1, tzinfo=UTC)
OF_TEXTS = ("release", "language", "title", "slug", "lead", "public_since", "corrected_at")
IN_LISTS = ("uuid", "kind", "place", "publish_at", "first_published_at", "reference")
CHANGES, NUMBERING = 1, 2  # the keys of the rows of PublicState
TIE_BITS = 20  # of the releases of a minute, none can be told from another by them


def order_of(instant: datetime, tie: int = 0) -> int:
    """
    Make one whole number of an aware datetime, to the minute, and of a random tie: it sorts as
    they do, and tells nothing of what else there is.
    """
    return (int((instant - EPOCH).total_seconds()) // 60 << TIE_BITS) | tie


def day_of(order: int) -> date:
    """Return the day, by the newsroom's clocks, of the instant such a number was made of."""
    return timezone.localdate(EPOCH + timedelta(minutes=order >> TIE_BITS))


def tie_of(order: int) -> int:
    return order & ((1 << TIE_BITS) - 1)


def new_tie() -> int:
    return randbelow(1 << TIE_BITS)


def visible(moment: Moment, path: str = "") -> Q:
    """
    Return the condition that a row is in force at a moment: the gate. `path` leads to the row.

    Where a freeze holds the version that follows, the one before it goes on.
    """
    limit = moment.limit
    return Q(**{f"{path}visible_from__lte": limit}) & (
        Q(**{f"{path}visible_until": None}) | Q(**{f"{path}visible_until__gt": limit})
    )


class ShowingQuerySet(models.QuerySet["Showing"]):
    def visible(self, moment: Moment) -> Self:
        """Return the rows in force at a moment, those of withdrawn releases too."""
        return self.filter(visible(moment))

    def listed(self, reader: str, moment: Moment) -> Self:
        """Return what lists show to readers of a language: each release once."""
        return self.visible(moment).filter(listed=True, reader=reader)

    def about(
        self,
        mentioned: Mapping[Any, int] | None = None,
        kind: str | None = None,
        begin: int | None = None,
        end: int | None = None,
    ) -> Self:
        """
        Return those of releases that match all that is given: the keys of records that a text
        has printed, by their kind of mention; a kind; the places in lists it begins at and ends
        before (see `order_of()`).

        `place` is what to sort by; each list is a walk along one index.
        """
        rows = self.filter(kind=kind) if kind else self
        place = "order"
        for mention, key in (mentioned or {}).items():
            if place == "order":
                place = "edition__mentions__order"
                rows = rows.filter(edition__mentions__kind=mention, edition__mentions__subject=key)
            else:
                names = Mention.objects.filter(kind=mention, subject=key)
                rows = rows.filter(Exists(names.filter(edition=OuterRef("edition"))))
        rows = rows.annotate(place=F(place))
        if begin is not None:
            rows = rows.filter(place__gte=begin)
        return rows if end is None else rows.filter(place__lt=end)

    def with_texts(self, *beside: str) -> Self:
        """Read in the same query what lists show of a text and its release, and `beside` it."""
        return self.select_related("edition", "release").only(
            *("release", "edition", "reader", "newest", "order"),
            *(f"edition__{name}" for name in OF_TEXTS),
            *(f"release__{name}" for name in IN_LISTS),
            *beside,
        )


class Showing(models.Model):
    """
    Readers of a language (`reader`) are shown this text of a release in an interval.

    The rows of a release and a reader touch and never overlap. They follow from its approved
    texts and from its removal (see `showings()`); `show_again()` writes them anew. A row that is
    not `listed` is of a withdrawn release: it has its address, and stands in no list. `own` says
    that the text is in the reader's own language. Lists are sorted by `newest`, when the reader
    got it, or by `order`, the date of the release.
    """

    release = models.ForeignKey("PressRelease", models.CASCADE, related_name="showings")
    edition = models.ForeignKey("Edition", models.CASCADE, related_name="showings")
    reader = CharField(max_length=12)
    own = models.BooleanField()
    listed = models.BooleanField()
    kind = CharField(max_length=20)
    order = models.BigIntegerField()
    newest = models.BigIntegerField()
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)

    objects = ShowingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "reader"], name="showing_once_a_reader"),
            models.UniqueConstraint(
                fields=["release", "reader"],
                condition=Q(visible_until=None),
                name="showing_one_stands",
            ),
            models.CheckConstraint(
                condition=Q(visible_until=None) | Q(visible_until__gt=F("visible_from")),
                name="showing_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(
                fields=["reader", "-newest"], condition=Q(listed=True), name="showing_newest"
            ),
            models.Index(
                fields=["reader", "-newest"],
                condition=Q(listed=True, own=True),
                name="showing_newest_own",
            ),
            models.Index(
                fields=["reader", "-order"], condition=Q(listed=True), name="showing_latest"
            ),
            models.Index(
                fields=["reader", "kind", "-order"],
                condition=Q(listed=True),
                name="showing_latest_of_kind",
            ),
            # What went public last, for the token of the public state.
            models.Index(fields=["visible_from"], name="showing_takes_over"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} ({self.reader})"


class Shown(NamedTuple):
    """Readers of a language are shown a text from an instant until another; None for no end."""

    reader: str
    text: Any
    visible_from: datetime
    visible_until: datetime | None


def showings(texts: Sequence[Any], readers: Sequence[str]) -> Iterator[Shown]:
    """
    Find which of the approved `texts` of one release the readers of each language are shown.

    `readers` are the codes of the newsroom's languages in its order: each reads the text in the
    own language; where none stands, the one in the first of the others that has one.
    """
    cuts = sorted({cut for t in texts for cut in (t.visible_from, t.visible_until) if cut})
    for reader in readers:
        order = [reader, *(code for code in readers if code != reader)]
        rank = {code: place for place, code in enumerate(order)}
        shown: Shown | None = None
        for cut in cuts:
            best = min(
                (t for t in texts if _stands(t, cut)),
                key=lambda text: rank.get(text.language, len(rank)),
                default=None,
            )
            if shown and shown.text is best:
                continue
            if shown:
                yield shown._replace(visible_until=cut)
            shown = Shown(reader, best, cut, None) if best else None
        if shown:
            yield shown


def _stands(text: Any, at: datetime) -> bool:
    return text.visible_from <= at and (text.visible_until is None or text.visible_until > at)


def rows_of(release: Any, texts: Sequence[Any]) -> list[Showing]:
    """Make the rows of a release from its approved `texts` and its removal. No query."""
    withdrawn = release.removal == release.Removal.WITHDRAWN
    if not texts or (release.removal and not withdrawn):
        return []
    tie = tie_of(release.order)
    first = min(text.public_since for text in texts)
    return [
        Showing(
            release=release,
            edition=shown.text,
            reader=shown.reader,
            own=shown.text.language == shown.reader,
            listed=not withdrawn,
            kind=release.kind,
            order=release.order,
            # A late language is new to its own readers alone.
            newest=order_of(
                shown.text.public_since if shown.text.language == shown.reader else first, tie
            ),
            visible_from=shown.visible_from,
            visible_until=shown.visible_until,
        )
        for shown in showings(texts, [code for code, name in languages()])
    ]


class MentionQuerySet(models.QuerySet["Mention"]):
    def of(self, record: Any) -> Self:
        """Return where a record is named, by its model's kind of mention."""
        return self.filter(kind=record.MENTIONED_AS, subject=record.pk)

    def readable(self, moment: Moment) -> Self:
        """Return those in texts that can be read, old versions and withdrawn ones among them."""
        return self.filter(
            edition__visible_from__lte=moment.limit,
            edition__release__removal__in=("", "withdrawn"),
        )


class Mention(models.Model):
    """
    An approved text names a record, beside its words: `subject` is the key of the record, of
    the model that `kind` says. It follows from what the text has printed.
    """

    class Kind(models.TextChoices):
        TOPIC = "t"
        PERSON = "p"
        OFFICE = "a"
        ORGANISATION = "o"
        MEETING = "m"
        DOCUMENT = "d"
        CONTACT = "c"
        PICTURE = "i"
        RECORDING = "r"

    edition = models.ForeignKey("Edition", models.CASCADE, related_name="mentions")
    kind = CharField(max_length=1, choices=Kind.choices)
    # A key of several models, by `kind`: no foreign key can point to them all.
    subject = models.BigIntegerField()
    order = models.BigIntegerField()

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "kind", "subject"], name="mention_once_a_text"
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "subject", "-order"], name="mention_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}{self.subject}: {self.edition_id}"


class PublicStateQuerySet(models.QuerySet["PublicState"]):
    @alters_data
    def bump(self) -> None:
        """
        Say that what is public now has changed. The last statement of a transaction: whoever
        changes something else waits for it, so that the numbers follow the commits.
        """
        if not self.filter(pk=CHANGES).update(number=F("number") + 1):
            self.get_or_create(pk=CHANGES, defaults={"number": 1})

    def lock_numbering(self) -> None:
        """
        Wait for whoever gives numbers or publishes at once now, and let them wait until this
        transaction ends. It comes before any other lock.
        """
        self.get_or_create(pk=NUMBERING)
        self.select_for_update().get(pk=NUMBERING)


class PublicState(models.Model):
    """
    One row counts the changes of what is public, but for those that the clock makes. Another
    one, which counts nothing, is held by whoever gives numbers to releases.
    """

    number = models.PositiveBigIntegerField(default=0)

    objects = PublicStateQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.number)


def write_showings(rows: Iterable[Showing], release: Any) -> None:
    """Write the rows of a release anew. Two queries."""
    Showing.objects.filter(release=release).delete()
    Showing.objects.bulk_create(rows)
