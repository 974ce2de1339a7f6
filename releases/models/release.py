import uuid
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Self, cast

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import InternalError, OperationalError, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, TextField, URLField
from releases.text.instants import to_the_minute
from releases.text.languages import languages
from releases.text.names import Names, NamesField

from .freeze import Freeze
from .immutable import ImmutableModel, ImmutableQuerySet
from .moment import Moment
from .optimistic_lock import OptimisticLock
from .querysets import alters_data, brief_transaction
from .removal import PastRemoval, problems_with_removal
from .showing import Mention, PublicState, new_tie, order_of, rows_of, write_showings
from .step import Step

CLAIMED = ("year", "number", "reference", "came_out_at")  # written once a release is public


class PressReleaseQuerySet(ImmutableQuerySet["PressRelease"]):
    def approved(self) -> Self:
        return self.filter(status=PressRelease.Status.APPROVED)

    def unapproved(self) -> Self:
        """Return those of which no text is approved, by the index that has the others."""
        return self.filter(public_from=None).exclude(status=PressRelease.Status.APPROVED)

    @alters_data
    def update(self, **values: Any) -> int:
        if values.get("status", PressRelease.Status.APPROVED) != PressRelease.Status.APPROVED:
            _refuse_to_hide(self)
        return super().update(**values)

    def undeletable(self) -> Self:
        """Return what is or was approved: who approved it stays on record, and its reference."""
        approved = Step.objects.filter(
            edition__release=models.OuterRef("pk"), kind=Step.Kind.APPROVED
        )
        return self.filter(
            models.Q(status=PressRelease.Status.APPROVED)
            | models.Q(reference__isnull=False)
            | models.Exists(approved)
        )

    def out(self, moment: Moment | None = None) -> Self:
        """Return those that have gone public by a moment, now if not given, removed or not."""
        moment = moment or Moment.now()
        return self.filter(public_from__lte=moment.limit)

    def number_those_out(self, moment: Moment | None = None) -> None:
        """
        Give a reference to each release that has gone public by a moment, now if not given, in
        that order.

        Who is shown a page first calls it, as nobody is there at the instant itself. Where the
        database takes no change, as on a full disk, or another holds it for long, the number
        waits for the next occasion. A transaction of its own.
        """
        moment = moment or Moment.now()
        if not moment.unnumbered:
            return
        with suppress(InternalError, OperationalError), brief_transaction():
            # One after the other: a number is taken once all before it are.
            PublicState.objects.lock_numbering()
            due = self.out(moment).filter(number=None).order_by("public_from", "pk")
            for release in due.select_for_update(of=("self",)):
                release._take_number()
            PublicState.objects.bump()

    def public(self, moment: Moment | None = None) -> Self:
        """
        Return those whose text can be read at a moment; now if not given.

        Those withdrawn count: the text stays under its notice, and what it names with it.
        """
        return self.out(moment).filter(removal__in=("", PressRelease.Removal.WITHDRAWN))

    def with_outcome(self) -> Self:
        """Read `was_public` in the same query, for lists."""
        limit = models.Value(Moment.now().limit, output_field=models.DateTimeField())
        out = models.Q(public_from__isnull=False, public_from__lte=limit)
        return self.annotate(is_out=models.ExpressionWrapper(out, models.BooleanField()))

    def with_title(self) -> Self:
        """Read the title that names each (`named`) in the same query, for lists."""
        titles = self._texts().naming_first().values("title")
        return self.annotate(named=models.Subquery(titles[:1]))

    def naming(self, record: Any) -> Self:
        """Return those of which a text has named `record`, whatever became of it."""
        named = Mention.objects.of(record).filter(edition__release=models.OuterRef("pk"))
        return self.filter(models.Exists(named))

    def withdrawn(self, moment: Moment) -> Self:
        """Return those withdrawn, whose texts stay under their notice."""
        return self.out(moment).filter(removal=PressRelease.Removal.WITHDRAWN)

    def scheduled(self) -> Self:
        """Return those approved and not public yet: their time is to come, or a freeze is on."""
        return self.approved().filter(public_from__gt=Moment.now().limit)

    def removed(self, moment: Moment) -> Self:
        """Return those that were public and whose text can be read no more."""
        gone = self.out(moment).exclude(removal="")
        return gone.exclude(removal=PressRelease.Removal.WITHDRAWN)

    def _texts(self) -> Any:
        """
        Return the texts of each release, for a subquery. They are reached by the relation, as
        editions know their releases and not the other way round.
        """
        editions: Any = self.model._meta.get_field("editions").related_model
        return editions.objects.filter(release=models.OuterRef("pk"))


class PressRelease(OptimisticLock, ImmutableModel):
    """
    A release is the announcement, whatever the language; its texts are `Edition`s.

    `publish_at` is the instant the embargo lifts, for all languages and on a whole
    minute. It lives here and nowhere else. A release that was public elsewhere before it came
    here is dated `first_published_at`; its texts are public here from their `visible_from`.
    `reference` (2021/0001: year and running number) is given once it is public, in that order:
    the numbers of a year have no gaps, and none tells of what is to come.

    What becomes of a public release that should not stay as it is has a kind, one of GOV.UK's
    (`Removal`). Published in error: gone, with an explanation, or leading elsewhere.
    Consolidated: leads to the page that holds it now. Withdrawn: the text stays under a dated
    notice, and out of lists. Archived: gone, with a link to the copy in an archive.
    """

    STATE = ("status",)

    class Kind(models.TextChoices):
        PRESS_RELEASE = "press_release", _("Press release")
        STATEMENT = "statement", _("Statement")
        SPEECH = "speech", _("Speech")
        MEDIA_ADVISORY = "media_advisory", _("Media advisory")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        APPROVED = "approved", _("Approved")

    class Removal(models.TextChoices):
        IN_ERROR = "in_error", _("Published in error")
        CONSOLIDATED = "consolidated", _("Consolidated into another page")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ARCHIVED = "archived", _("Archived")

    CANNOT_CHANGE = _("This release is approved. Take it off the schedule before you change it.")
    CANNOT_DELETE = _(
        "This release has been approved, which stays on record: it cannot be deleted."
    )
    IMMUTABLE_FIELDS = frozenset({"reference", "kind", "publish_at", "first_published_at", "place"})

    # Ids of feed entries are made of it: they outlive addresses, titles and this database.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Empty for all that have none at once, which only NULL can be in a unique column.
    reference = CharField(
        _("reference"),
        max_length=12,
        unique=True,
        null=True,
        editable=False,
        help_text=_("Given once the release is public, and never to another one."),
    )
    kind = CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.PRESS_RELEASE)
    # What the reference is made of: the last number of a year is found by them.
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    number = models.PositiveIntegerField(null=True, editable=False)
    status = CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    publish_at = models.DateTimeField(
        _("goes public at"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When the embargo lifts, in every language."),
    )
    # Follow from its approved texts: when the first of them is public, and its place in lists.
    public_from = models.DateTimeField(null=True, editable=False)
    order = models.BigIntegerField(unique=True, null=True, editable=False)
    # Where a freeze or a stop held it: when it was public, instead of at its time.
    came_out_at = models.DateTimeField(_("came out at"), null=True, editable=False)
    # While somebody holds back what is still to come of it (see `releases.review.schedule`).
    held_at = models.DateTimeField(_("held back since"), null=True, editable=False)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("held back by"),
    )
    held_reason = TextField(_("why it is held back"), blank=True, editable=False)
    first_published_at = models.DateTimeField(
        _("first published at"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Where it was public before it came here: the release is dated by it."),
    )
    place = NamesField(
        _("place"),
        blank=True,
        help_text=_("The town of the dateline, as in “Brussels, 30 March 2021”."),
    )
    topics: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Topic", verbose_name=_("topics"), related_name="releases", blank=True
    )
    meetings: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Meeting",
        verbose_name=_("meetings"),
        related_name="releases",
        blank=True,
        help_text=_("What the release reports on. A meeting is public once its release is."),
    )
    contacts: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "PressContact",
        verbose_name=_("press contacts"),
        related_name="releases",
        blank=True,
        help_text=_("Whom journalists can call about this release."),
    )

    removal = CharField(
        _("removal"), max_length=20, choices=Removal.choices, blank=True, editable=False
    )
    removed_at = models.DateTimeField(_("removed at"), null=True, editable=False)
    removal_note = NamesField(_("public explanation"), blank=True, editable=False)
    # The codes of the languages in which it could be read until then.
    removed_in = models.JSONField(
        _("removed in the languages"), default=list, blank=True, editable=False
    )
    # Removals that were undone, as `PastRemoval.keep()` has them.
    removals = models.JSONField(_("earlier removals"), default=list, blank=True, editable=False)
    # Protected: readers of the one that is gone are led there.
    moved_to = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("leads to the release"),
    )
    moved_to_url = URLField(
        _("leads to the page"), max_length=500, blank=True, default="", editable=False
    )

    objects = PressReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")
        ordering = [models.F("publish_at").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="approved") | models.Q(publish_at__isnull=False),
                name="release_approved_has_time",
                violation_error_message=_("An approved release needs its time of publication."),
            ),
            models.CheckConstraint(
                condition=models.Q(removal="", removed_at=None)
                | (~models.Q(removal="") & models.Q(removed_at__isnull=False)),
                name="release_removal_has_kind_and_time",
                violation_error_message=_("Say which kind of removal it is."),
            ),
            models.CheckConstraint(
                condition=models.Q(held_at=None, held_reason="")
                | (models.Q(held_at__isnull=False) & ~models.Q(held_reason="")),
                name="release_hold_has_reason",
                violation_error_message=_("Say why it is held back."),
            ),
        ]
        indexes = [
            models.Index(fields=["-publish_at"], name="release_newest"),
            # Lists by kind would look through all releases for a rare one.
            models.Index(fields=["kind", "-publish_at"], name="release_newest_of_kind"),
            models.Index(fields=["year", "-number"], name="release_numbered"),
            models.Index(
                fields=["held_at"], condition=models.Q(held_at__isnull=False), name="release_held"
            ),
            models.Index(fields=["public_from"], name="release_public_from"),
            models.Index(
                fields=["-publish_at"], condition=~models.Q(removal=""), name="release_removed"
            ),
            models.Index(
                fields=["public_from"],
                # Nearly none, however large the archive: asked at each request. By `reference`,
                # which is unique, SQLite would look through all drafts for them.
                condition=models.Q(number=None),
                name="release_unnumbered",
            ),
        ]
        permissions = [
            ("remove_pressrelease", _("Can remove releases from the site")),
            ("hold_pressrelease", _("Can hold back what is still to come of releases")),
            ("schedule_pressrelease", _("Can move embargoes, and let go what is held back")),
        ]

    def __str__(self) -> str:
        return self.title or str(self.reference or _("Release without a text"))

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Keep the time on a whole minute, and make drafts again of texts in review whose dateline
        changes.

        Raises ValidationError for a change of what is approved, and StaleError for a copy that
        is not the newest.
        """
        if self.publish_at:
            self.publish_at = to_the_minute(self.publish_at)
        stored = self.as_read({*self.STATE, *self.IMMUTABLE_FIELDS})
        changed = self.differing(stored) if stored else set()
        if stored and stored["status"] == self.Status.APPROVED:
            if changed:
                raise ValidationError(self.CANNOT_CHANGE)
            if self.status != self.Status.APPROVED:
                _refuse_to_hide(PressRelease.objects.filter(pk=self.pk))
        super().save(*args, **kwargs)
        # What stands beside a text is read with it, and approved with it.
        if changed & {"kind", "place"}:
            self.reopen()

    def get_absolute_url(self) -> str:
        """
        Return the permanent address, `/2021/0001`, which leads to the reader's language; empty
        while there is no reference.
        """
        if not self.reference:
            return ""
        year, number = self.reference.split("/")
        return reverse("reference", kwargs={"year": year, "number": number})

    @property
    def title(self) -> str | None:
        """
        The desk calls it by the title of one of its texts (see `naming_first()`); None without
        a text. One query, or `with_title()`.
        """
        if hasattr(self, "named"):
            return self.named
        if not self.pk:
            return None
        return self.editions.naming_first().values_list("title", flat=True).first()

    @property
    def day(self) -> date:
        """It is dated this day, in the newsroom's time zone; today while it has no time."""
        return timezone.localdate(self.first_published_at or self.publish_at)

    @property
    def was_public(self) -> bool:
        """
        Whether the public has seen it, whatever became of it. A query or none, or
        `with_outcome()`.
        """
        if hasattr(self, "is_out"):
            return self.is_out
        return self.public_from is not None and self.public_from <= Moment.now().limit

    @property
    def is_scheduled(self) -> bool:
        """Whether it is approved and not public yet, as `scheduled()` asks. A query or none."""
        return self.status == self.Status.APPROVED and not self.was_public

    @property
    def goes_out_at_once(self) -> bool:
        """Whether it is public once approved, as it was first published elsewhere."""
        return bool(self.first_published_at) and self.status != self.Status.APPROVED

    @property
    def destination(self) -> "PressRelease | str | None":
        """
        The address of a removed release leads to a release, to an address elsewhere, or nowhere.

        It follows releases that lead on to others to the last one, so that a reader is led once.
        """
        last, seen = self, set()
        while last.moved_to and last.pk not in seen:
            seen.add(last.pk)
            last = last.moved_to
        if last.moved_to_url and last.removal != self.Removal.ARCHIVED:
            return last.moved_to_url
        return last if last is not self else None

    @property
    def past_removals(self) -> list[PastRemoval]:
        """It was removed and put back these times, in their order."""
        return [PastRemoval.of(kept) for kept in self.removals]

    def be_ordered(self, at: datetime) -> None:
        """
        Be dated `at`, an aware datetime, with a place among the releases of its minute that no
        other has. A query or two.
        """
        self.publish_at = at
        while True:
            self.order = order_of(at, new_tie())
            if not PressRelease.objects.filter(order=self.order).exists():
                return

    def be_moved(self, at: datetime) -> None:
        """
        Be dated `at`, an aware datetime, to the minute, past what guards an approved release.
        Whoever calls it has locked it, and moves its texts with it.
        """
        self.be_ordered(to_the_minute(at))
        super().save()

    def end_hold(self) -> None:
        """Be held back no more. Whoever calls it has locked it."""
        self.held_at, self.held_by, self.held_reason = None, None, ""
        self.save()

    def end_hold_of_nothing(self) -> None:
        """Be held back no more, if nothing is left that waits. A query, if it is held at all."""
        if self.held_at and not self.editions.exclude(planned_from=None).exists():
            self.end_hold()

    def show_again(self) -> None:
        """
        Write anew who is shown which of its texts, as they and its removal say. Whoever calls
        it has locked the release. Four queries.
        """
        texts = list(self.editions.approved().defer("body", "source_body", "printed"))
        write_showings(rows_of(self, texts), self)
        self.public_from = min((text.visible_from for text in texts), default=None)
        of_self = PressRelease.objects.filter(pk=self.pk)
        of_self.update(public_from=self.public_from)
        self._mark_what_is_behind(texts)

    def _mark_what_is_behind(self, approved: Collection[Any]) -> None:
        """Note of each translation whether a later version of its source is approved. A query."""
        newest = {text.language: text.version for text in sorted(approved, key=lambda t: t.version)}
        translations = self.editions.filter(source__isnull=False, visible_until=None)
        for text in translations.select_related("source").only(
            "is_behind", "source__language", "source__version"
        ):
            is_behind = newest.get(text.source.language, 0) > text.source.version
            if text.is_behind != is_behind:
                models.QuerySet.update(self.editions.filter(pk=text.pk), is_behind=is_behind)

    def reopen(self) -> None:
        """Make drafts again of its texts in review, as what is said beside them has changed."""
        for edition in self.editions.in_review():
            edition.become_draft()
        self.review_ended()

    def review_ended(self) -> None:
        """Go back to a draft, if none of its texts is in review any more."""
        if self.status == self.Status.IN_REVIEW and not self.editions.in_review().exists():
            self.status = self.Status.DRAFT
            self.save(update_fields=["status"])

    @transaction.atomic
    def unschedule(self, by: User) -> None:
        """
        Take an approved release that is not public yet back to its draft.

        Its texts can be edited again and keep the planned time. Raises
        PermissionDenied, StaleError, or ValidationError if there is nothing to take back.
        """
        if not by.has_perm("releases.approve_edition"):
            raise PermissionDenied
        stored = self.lock_as_read()
        if not stored.is_scheduled:
            raise ValidationError(_("This release is not waiting to go out."))
        stored.status = self.Status.IN_REVIEW
        stored.save()
        for edition in stored.editions.approved():
            edition.back_to_draft(by)
        stored.review_ended()
        self.refresh_from_db()

    @transaction.atomic
    def remove(
        self,
        by: User,
        kind: str,
        note: Mapping[str, str] | None = None,
        moved_to: "PressRelease | None" = None,
        url: str = "",
    ) -> None:
        """
        Take a public release off the site, in all languages at once, saying why. What was still
        to come of it is a draft again. A freeze hinders nobody.

        `kind` is one of `Removal`; `note` the public explanation as `Names`; `moved_to` (a
        release) or `url` (an address elsewhere) where its address leads from now on. Raises
        PermissionDenied, StaleError, or ValidationError saying what is missing. The kinds and
        what each needs are those of GOV.UK.
        """
        if not by.has_perm("releases.remove_pressrelease"):
            raise PermissionDenied
        # In one order, so that two that lead to one another wait for each other.
        both = [self.pk, *([moved_to.pk] if moved_to else [])]
        rows = PressRelease.objects.select_for_update(of=("self",)).filter(pk__in=both)
        found = {release.pk: release for release in rows.order_by("pk")}
        stored, moved_to = self.lock_as_read(), moved_to and found[moved_to.pk]
        if not stored.was_public:
            raise ValidationError(
                _("This release is not public. While it waits, take it off the schedule instead.")
            )
        if stored.removal:
            raise ValidationError(_("It is removed already: put it back first."))
        note = Names({code: text.strip() for code, text in (note or {}).items()})
        url = url.strip()
        if errors := problems_with_removal(stored, kind, note, moved_to, url):
            raise ValidationError(errors)
        for text in stored.editions.waiting():
            text.back_to_draft(by)
        out = set(stored.editions.ever_public().values_list("language", flat=True))
        stored.removed_in = [code for code, name in languages() if code in out]
        stored.removal, stored.removal_note = kind, note
        stored.moved_to, stored.moved_to_url = moved_to, url
        stored.removed_at = timezone.now()
        stored.save()
        stored.show_again()
        PublicState.objects.bump()
        self.refresh_from_db()

    @transaction.atomic
    def restore(self, by: User) -> None:
        """
        Put a removed release back where it was. That it was gone stays on record.

        Raises PermissionDenied, StaleError, or ValidationError if it has not been removed, or
        while a freeze or a stop is on.
        """
        if not by.has_perm("releases.remove_pressrelease"):
            raise PermissionDenied
        stored = self.lock_as_read()
        if not stored.removal:
            raise ValidationError(_("This release has not been removed."))
        if Freeze.objects.on().exists():
            raise ValidationError(
                _("A freeze is on, or everything is stopped: put it back when that is over.")
            )
        stored.removals = [*stored.removals, PastRemoval.ending_now(stored).keep()]
        stored.removal, stored.removed_at, stored.removal_note = "", None, Names()
        stored.removed_in = []
        stored.moved_to, stored.moved_to_url = None, ""
        stored.save()
        stored.show_again()
        PublicState.objects.bump()
        self.refresh_from_db()

    def _take_number(self) -> None:
        """Take the next number of its year, and note when it came out, if not at its time."""
        given = PressRelease.objects.filter(year=self.day.year, number__isnull=False)
        last = given.order_by("-number").values_list("number", flat=True).first() or 0
        self.year, self.number = self.day.year, last + 1
        self.reference = f"{self.year}/{self.number:04}"
        planned = cast("datetime", self.public_from)
        came_out_at = to_the_minute(Freeze.objects.out_at(planned))
        if came_out_at > planned and not self.first_published_at:
            self.came_out_at = came_out_at
        # Past what guards the texts: a number is no change of what was approved.
        models.QuerySet.update(
            PressRelease.objects.filter(pk=self.pk),
            **{name: getattr(self, name) for name in CLAIMED},
        )


def _refuse_to_hide(releases: PressReleaseQuerySet) -> None:
    """Refuse what would hide a public release: `remove()` says why. One query."""
    if releases.out().exists():
        raise ValidationError(_("This release is public: remove it, and say why."))
