from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from releases.reading.opening import opening
from releases.text import html
from releases.text.addresses import address
from releases.text.fields import CharField, ProseField, SlugField, TextField
from releases.text.instants import to_the_minute
from releases.text.languages import default_language, languages, name_of_language
from releases.text.slugs import slug_from

from . import preflight, printed
from .address import Address
from .immutable import ImmutableModel
from .moment import HELD_BACK, Moment
from .optimistic_lock import OptimisticLock
from .profile import may_write
from .release import PressRelease
from .showing import PublicState
from .states import OPEN, STANDING
from .step import Step
from .worklists import Worklists

SOON = timedelta(seconds=2)  # what is due by then may be asked for before it is written
MOST_WORDS = 45  # of a lead that is taken from the text


class EditionQuerySet(Worklists):
    """Texts are asked what the public may see of them, and what the desk has to do."""


class Edition(OptimisticLock, ImmutableModel):
    """
    An edition is the text of a release in one language at one version.

    Approved editions never change: a correction is the next version, which takes over
    at its own `visible_from`, and the version before it ends there (`visible_until`). A draft
    has no `visible_from`. `public_since` is when the text first became public in this
    language; it is carried from version to version, and lists and feeds sort by it.

    Its way to the public: submitted by one person, approved by another. Each step is refused,
    with a sentence, to who may not take it, to a text it does not fit, and to a copy of the
    text that is no longer the newest (StaleError).
    """

    STATE = ("visible_from", "submitted_at")
    CANNOT_CHANGE = _(
        "This text is approved and no longer changes. To correct it, write the next version; "
        "while it waits for its time, take the release off the schedule first."
    )
    CANNOT_DELETE = _(
        "This text was approved once: it is kept, with the record of who approved it."
    )
    IMMUTABLE_FIELDS = frozenset(
        {
            "release_id",
            "language",
            "version",
            "title",
            "slug",
            "summary",
            "body",
            "change_note",
            "minor",
            "source_id",
            "source_body",
        }
    )

    release = models.ForeignKey(
        PressRelease, models.CASCADE, related_name="editions", verbose_name=_("press release")
    )
    language = CharField(_("language"), max_length=12, choices=languages, default=default_language)
    version = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    title = CharField(_("title"), max_length=300)
    slug = SlugField(
        _("address"),
        max_length=90,
        blank=True,
        help_text=_(
            "The last part of the release's address. Made from the title; "
            "short words the reader would type are best."
        ),
    )
    summary = TextField(
        _("summary"),
        blank=True,
        help_text=_("One paragraph, shown in lists, feeds and search engines."),
    )
    body = ProseField(
        _("text"),
        help_text=_(
            "Paste from Word or a mail: headings, lists, tables, bold, italics and links stay. A "
            "button marks a passage in another language; where there are no buttons, write "
            '<code>&lt;span lang="fr"&gt;…&lt;/span&gt;</code>.'
        ),
    )
    change_note = TextField(
        _("what was corrected"),
        blank=True,
        help_text=_("From the second version on: one sentence, shown to the public with its date."),
    )
    minor = models.BooleanField(
        _("minor change"),
        default=False,
        help_text=_("Spelling or layout only: no words of a quote, names, numbers or dates."),
    )
    source = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="translations",
        null=True,
        editable=False,
        verbose_name=_("translated from"),
    )
    # As it stood when the translation was begun or last brought up to it: a draft goes on changing.
    source_body = TextField(blank=True, editable=False)
    documents: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Document",
        through="Enclosure",
        verbose_name=_("documents"),
        related_name="editions",
        blank=True,
        help_text=_("They go public with this text, and are fixed with it."),
    )
    # Whether a later version of the source is approved: see `PressRelease.show_again()`.
    is_behind = models.BooleanField(default=False, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("approved by"),
    )
    # NULL marks what is not approved: the constraints and all states below rest on it.
    visible_from = models.DateTimeField(_("stands from"), null=True, editable=False)
    visible_until = models.DateTimeField(_("stood until"), null=True, editable=False)
    # Of one that is held back with its release: when it would go public.
    planned_from = models.DateTimeField(_("planned for"), null=True, editable=False)
    # Stored, though it follows from the versions: lists are sorted by it, with an index.
    public_since = models.DateTimeField(_("public since"), null=True, editable=False)
    corrected_at = models.DateTimeField(_("corrected at"), null=True, editable=False)
    # Follows from summary and text, in save(): a list reads no text.
    lead = TextField(editable=False)
    # Of an approved text, what its page shows beside it (see `releases.models.printed`).
    printed = models.JSONField(default=dict, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["release", "language", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "language", "version"], name="edition_version_once"
            ),
            models.UniqueConstraint(
                # In the database, as two people may begin at once.
                fields=["release", "language"],
                condition=OPEN,
                name="edition_one_draft_per_language",
                violation_error_message=_(
                    "A draft in this language is open already: work on that one."
                ),
            ),
            models.UniqueConstraint(
                fields=["release", "language"],
                condition=STANDING,
                name="edition_one_standing_per_language",
                violation_error_message=_("Another version in this language still stands."),
            ),
            models.CheckConstraint(
                condition=Q(visible_until=None) | Q(visible_until__gte=F("visible_from")),
                name="edition_ends_after_it_begins",
                violation_error_message=_("A version cannot end before it begins."),
            ),
            models.CheckConstraint(
                # Of approved ones only: a draft is being written.
                condition=Q(visible_from=None) | Q(version=1) | Q(minor=True) | ~Q(change_note=""),
                name="edition_correction_has_note",
                violation_error_message=_(
                    "Say in one sentence what was corrected, or mark the change as minor."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["language", "-id"], name="edition_of_language"),
            # By its slug an address is found at once; its day is the release's.
            models.Index(fields=["slug"], name="edition_address"),
            # What is still to take over is found at the end of it.
            models.Index(fields=["visible_from"], name="edition_takes_over"),
            # Few of many: counted on the start page of the desk.
            models.Index(fields=["is_behind"], condition=Q(is_behind=True), name="edition_behind"),
            models.Index(fields=["submitted_at"], condition=OPEN, name="edition_open"),
        ]
        permissions = [
            ("write_any_language", _("Can write in every language")),
            ("submit_edition", _("Can submit texts for review")),
            ("approve_edition", _("Can approve, send back and schedule texts")),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language}, {self.version})"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Number a new text, let the address of a draft follow its title, and make a draft again
        of a text in review that changes: nobody approves what they have not read.

        Raises ValidationError for a change of an approved text, and where a draft in the language
        is open; StaleError for a copy that is not the newest. Locks the release.
        """
        # Before anything is looked at: of two at once, the second sees what the first did.
        release = self.lock_release()
        if self._state.adding:
            self._begin()
        reopened, stored = False, self.as_read({*self.STATE, *self.IMMUTABLE_FIELDS})
        if stored and self.differing(stored):
            if stored["visible_from"]:
                raise ValidationError(self.CANNOT_CHANGE)
            reopened = not self.is_approved and self._follow_changes(stored)
            if kwargs.get("update_fields") is not None:
                followed = {"slug", "lead", "submitted_at", "submitted_by"}
                kwargs["update_fields"] = followed.union(kwargs["update_fields"])
        self.slug = self.slug or slug_from(self.title, "release")
        self.lead = self.lead_in()
        super().save(*args, **kwargs)
        if reopened:
            self._review_ended(release)
        if self.is_approved:
            self._claim_address()

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ValidationError for what is approved, or was once."""
        release = self.lock_release()
        deleted = super().delete(*args, **kwargs)
        self._review_ended(release)
        return deleted

    def clean(self) -> None:
        if self._state.adding and self.release_id:
            self.refuse_if_waiting()

    def get_absolute_url(self) -> str:
        """Return the address in the active language, whatever the language of the text."""
        return address("release-detail", **self._address())

    def get_version_url(self) -> str:
        """Return the address of this version, which stays when the next one takes over."""
        return address("release-version", **self._address(), version=self.version)

    def get_card_url(self) -> str:
        """Return the address of the picture that other sites show with a link to the text."""
        return address("release-card", **self._address())

    def get_bibtex_url(self) -> str:
        """Return the address of a file that cites the text, for LaTeX."""
        return address("release-bibtex", **self._address())

    def get_ris_url(self) -> str:
        """Return the address of a file that cites the text, for reference managers."""
        return address("release-ris", **self._address())

    @property
    def canonical_url(self) -> str:
        """This is the address in the text's own language."""
        with override(self.language):
            return self.get_absolute_url()

    @property
    def is_in_review(self) -> bool:
        return not self.is_approved and self.submitted_at is not None

    @property
    def is_approved(self) -> bool:
        return self.visible_from is not None

    def stands_at(self, at: datetime) -> bool:
        """Whether it stands at `at`, an aware datetime; says what `visible()` asks."""
        begins, ends = self.visible_from, self.visible_until
        return begins is not None and begins <= at and (ends is None or ends > at)

    @property
    def is_waiting(self) -> bool:
        """Whether it is approved and not public yet. A query or none."""
        return self.visible_from is not None and self.visible_from > Moment.now().limit

    @property
    def due(self) -> datetime:
        """An approved text goes public at this instant, if nothing holds it back."""
        return cast("datetime", self.planned_from or self.visible_from)

    @property
    def language_name(self) -> str:
        """The language is called this in the active language, inside a sentence."""
        return name_of_language(self.language)

    def lead_in(self) -> str:
        """Lists show the summary, or the first sentences of the text: this is kept in `lead`."""
        return self.summary or opening(html.first_words(self.body), MOST_WORDS)

    def versions(self) -> EditionQuerySet:
        """Return all versions of this text: those of its release, in its language."""
        return Edition.objects.filter(release=self.release_id, language=self.language)

    def previous(self) -> "Edition | None":
        """Return the version before this one, or None. One query."""
        return self.versions().filter(version__lt=self.version).order_by("version").last()

    def findings(self, at: datetime | None = None) -> list[preflight.Finding]:
        """
        Return what preflight finds (see `releases.models.preflight`) if the release goes public
        at `at`, an aware datetime; if not given, at its planned time, or now while it has none.
        Some twenty queries.
        """
        foreseen = self.foreseen_at()
        decided = at is not None or foreseen > timezone.now()
        return preflight.findings(self, at or foreseen, decided)

    def foreseen_at(self) -> datetime:
        """
        Return when it goes public if nobody changes that: at its instant, a draft at the planned
        time of its release, and now where that is over.
        """
        now = timezone.now()
        planned = self.due if self.is_approved else self.release.publish_at
        return max(planned or now, now)

    def foresee(self, at: datetime) -> None:
        """
        Say of what is a draft or held back, in this copy alone, what going out at `at` will say
        of it and of its release: for a preview. Never saved. Two queries.
        """
        self.release.held_at = None
        if self.release.status != PressRelease.Status.APPROVED:
            self.release.publish_at = self.release.first_published_at or at
        self._stand(at, self.previous())

    def may_take(self, user: User, step: str) -> bool:
        """
        Whether `user` has the right to a step, named by its method, whatever state the text is
        in. Nobody confirms an approval of their own besides.
        """
        if step == "submit":
            return user.has_perm("releases.submit_edition") and may_write(user, self.language)
        return user.has_perm("releases.approve_edition")

    def steps_for(self, user: User) -> list[str]:
        """Name the steps, by their methods, that `user` may take now. Two queries."""
        return [step for step in self._open_steps(user) if self.may_take(user, step)]

    @transaction.atomic
    def submit(self, by: User, accepted: Collection[str] = ()) -> None:
        """
        Hand a draft in for approval. `accepted` are the keys of the warnings `by` confirms.

        Raises PermissionDenied, StaleError, or ValidationError if it is none or not ready.
        """
        self._require(by, "submit")
        edition = self.lock_as_read()
        if edition.is_approved or edition.is_in_review:
            raise ValidationError(_("This text has been submitted already."))
        kept = preflight.require_accepted(edition.findings(), accepted)
        edition.quotes.number_as_in(edition.body)
        edition.submitted_at, edition.submitted_by = timezone.now(), by
        edition._write()
        release = edition.release
        if release.status == PressRelease.Status.DRAFT:
            release.status = PressRelease.Status.IN_REVIEW
            release.save()
        edition.steps.create(kind=Step.Kind.SUBMITTED, by=by, accepted=kept)
        self.refresh_from_db()

    @transaction.atomic
    def send_back(self, by: User, reason: str) -> None:
        """
        Give a text in review back to its writer, saying why.

        Raises PermissionDenied, StaleError, or ValidationError without a reason.
        """
        self._require(by, "send_back")
        edition = self.lock_as_read()
        if not edition.is_in_review:
            raise ValidationError(_("This text is not in review."))
        if not reason.strip():
            raise ValidationError({"reason": _("Say what has to change.")})
        edition.become_draft()
        edition.release.review_ended()
        edition.steps.create(kind=Step.Kind.SENT_BACK, by=by, reason=reason.strip())
        self.refresh_from_db()

    @transaction.atomic
    def approve(
        self,
        by: User,
        at: datetime | None = None,
        accepted: Collection[str] = (),
        reason: str = "",
    ) -> None:
        """
        Make this the standing text, public from `at`, an aware datetime; now if not given.

        For a release that is not approved yet, `at` is when all of it goes public. One that was
        first published elsewhere is public at once and keeps the date it had there. Where the
        release is approved, a later language or version takes over at `at`, never before it.
        `accepted` are the keys of the warnings `by` confirms; `reason` says why the person
        who submitted the text approves it alone. Raises PermissionDenied, StaleError, or
        ValidationError, and changes nothing, if the text is not submitted or not ready, if
        the time has passed, or if another release of that day has the same address.
        """
        self._require(by, "approve")
        if at is None:
            PublicState.objects.lock_numbering()  # numbers follow the instants
        edition = self.lock_as_read()
        now = timezone.now()  # once it is our turn: a stop that began meanwhile counts
        alone = by == edition.submitted_by
        edition._check_approval(alone, reason, at, now)
        # Cut to the minute it may lie before now.
        at = max(to_the_minute(at), now) if at else now
        release = edition.release
        first = release.status != PressRelease.Status.APPROVED
        found = edition.findings(at if first else max(at, release.publish_at or at))
        kept = preflight.require_accepted(found, accepted)
        if first:
            release.be_ordered(release.first_published_at or at)
            release.status = PressRelease.Status.APPROVED
            release.save()
        edition.approved_by = by
        edition._take_over(now if first else at)
        edition.steps.create(
            kind=Step.Kind.APPROVED,
            by=by,
            accepted=kept,
            alone=alone,
            reason=reason.strip() if alone else "",
        )
        edition.tell_the_public()
        self.refresh_from_db()

    @transaction.atomic
    def confirm(self, by: User) -> None:
        """
        Stand by the approval that the person who submitted this text gave alone.

        Raises PermissionDenied to that person, and ValidationError where there is none.
        """
        edition = self.lock_as_read()
        step = edition.steps.unconfirmed().last()
        if not step:
            raise ValidationError(_("There is no approval to confirm."))
        step.confirm(by)

    @transaction.atomic
    def unschedule(self, by: User) -> None:
        """
        Take a text that is approved and not public yet back to its draft.

        Of a release that is not public either, all texts. Raises PermissionDenied,
        StaleError, or ValidationError where it is public.
        """
        self._require(by, "unschedule")
        edition = self.lock_as_read()
        if not edition.is_waiting:
            raise ValidationError(_("This text is not waiting to go out."))
        if edition.release.is_scheduled:
            edition.release.unschedule(by)
        else:
            edition.back_to_draft(by)
        self.refresh_from_db()

    def back_to_draft(self, by: User) -> None:
        """
        Take it off the schedule alone; the version it would have replaced stands on.

        Raises ValidationError where it has gone public meanwhile.
        """
        before, was_due = self._replaced(), self.visible_from
        self.visible_from = self.public_since = self.corrected_at = self.approved_by = None
        self.planned_from = None
        printed.take_back(self)
        self.become_draft()
        if before:
            before.visible_until = None
            before._write()
        # Nobody has read it there: the address is free for another release of the day.
        own = Address.objects.filter(scope=self.release.day.isoformat(), owner=self.release_id)
        kept = Edition.objects.approved().filter(release=self.release_id)
        own.exclude(slug__in=kept.values("slug")).delete()
        self.release.show_again()
        self.release.end_hold_of_nothing()
        self.steps.create(kind=Step.Kind.UNSCHEDULED, by=by)
        # The last thing, as its instant may have come while all this was done.
        refuse_if_come(was_due)

    def reschedule(self, at: datetime) -> None:
        """
        Stand from `at`, an aware datetime, on instead: or be held back, if its release is; the
        version before stands until then. Whoever calls it has locked the release, has set its
        time, and writes anew who is shown what.
        """
        before = self._replaced()
        self._stand(at, before)
        if before:
            before.visible_until = self.visible_from
            before._write()
        self._write()
        self._claim_address()

    def become_draft(self) -> None:
        """Forget that it was submitted. Whoever calls it has locked the release, and tells it."""
        self.submitted_at = self.submitted_by = None
        self._write()

    def reopen(self) -> None:
        """Make it a draft again if it is in review, as what stands beside it has changed."""
        if stored := Edition.objects.in_review().filter(pk=self.pk).first():
            stored.become_draft()
            stored._review_ended(stored.lock_release())
            self.refresh_from_db(fields=["submitted_at", "submitted_by", "revision"])

    def lock_release(self) -> PressRelease:
        """
        Lock the release until the transaction ends, and return it as stored: the texts of a
        release and their quotes change one after the other.

        Comes before any other lock on them, so that two never wait for each other.
        """
        return PressRelease.objects.select_for_update().get(pk=self.release_id)

    def lock(self) -> "Edition":
        """Lock the release, then this text, and return the text as stored. Two queries."""
        release = self.lock_release()
        stored = super().lock()
        stored.release = release
        return stored

    def refuse_if_waiting(self) -> None:
        """Raise ValidationError beside a version that waits: nobody needs to correct it yet."""
        latest = self.versions().standing().first()
        if latest and latest.is_waiting:
            raise ValidationError(PressRelease.CANNOT_CHANGE)

    def _open_steps(self, user: User) -> list[str]:
        """Name the steps that the state of the text leaves open, were they allowed."""
        if not self.is_approved:
            return ["approve", "send_back"] if self.is_in_review else ["submit"]
        steps = ["unschedule"] if self.is_waiting else []
        alone = self.steps.unconfirmed().exclude(by=user)
        return [*steps, "confirm"] if alone.exists() else steps

    def _require(self, by: User, step: str) -> None:
        if not self.may_take(by, step):
            raise PermissionDenied

    def _write(self) -> None:
        """Save a step, which changes no words, of a text whose release is locked already."""
        super().save()

    def _begin(self) -> None:
        """Number it. Whoever asks first begins the one draft of a language; others are refused."""
        if not self.is_approved:
            self.refuse_if_waiting()
            if self.versions().open().exists():
                raise ValidationError(
                    _("A draft in this language is open already: work on that one.")
                )
        self.version = 1 + (self.versions().aggregate(last=Max("version"))["last"] or 0)

    def _follow_changes(self, stored: Mapping[str, Any]) -> bool:
        """
        Let an address that was made from the title follow it while no version is approved, and
        make a draft again of a text in review. True if the latter has happened.
        """
        made = self.slug == stored["slug"] == slug_from(stored["title"], "release")
        renamed = made and self.title != stored["title"]
        if renamed and not self.versions().approved().exists():
            self.slug = slug_from(self.title, "release")
        if not stored["submitted_at"]:
            return False
        self.submitted_at = self.submitted_by = None
        return True

    def _check_approval(self, alone: bool, reason: str, at: datetime | None, now: datetime) -> None:
        if self.is_approved:
            raise ValidationError(_("This text has been approved already."))
        if not self.is_in_review:
            raise ValidationError(_("Submit the text before you approve it."))
        if self.release.removal:
            raise ValidationError(_("This release has been removed. Put it back first."))
        if alone and not reason.strip():
            raise ValidationError(
                {"reason": _("You submitted this text: say why nobody else approves it.")}
            )
        if at and at < now:
            raise ValidationError({"at": _("This time has passed. Leave it empty to publish now.")})
        if at and self.release.goes_out_at_once:
            message = _("It was first published elsewhere: it is public as soon as it is approved.")
            raise ValidationError({"at": message})

    def _take_over(self, at: datetime) -> None:
        """Stand from `at` on, in place of the version that stands now, at an address of its own."""
        standing = self.versions().standing().first()
        self._stand(at, standing)
        if standing:
            # First, as the database lets no two versions stand in one language.
            standing.visible_until = self.visible_from
            standing._write()
        printed.print_out(self)
        self._write()
        self._claim_address()
        self.release.show_again()

    def tell_the_public(self) -> None:
        """
        Count the change, if it is public at once; one that becomes so before all is written
        counts then.
        """
        if not self.is_waiting:
            PublicState.objects.bump()
        transaction.on_commit(partial(_look_again, cast("datetime", self.visible_from)))

    def _stand(self, at: datetime, before: "Edition | None") -> None:
        """
        Set the dates of a text that stands from `at` on, or is held back; `before` is what it
        replaces.
        """
        self.visible_from, self.planned_from = max(at, self.release.publish_at or at), None
        if self.release.held_at:
            self.visible_from, self.planned_from = HELD_BACK, self.visible_from
        self.public_since = self.release.first_published_at or self.visible_from
        if before:
            self.public_since = before.public_since
            self.corrected_at = before.corrected_at if self.minor else self.visible_from

    def _replaced(self) -> "Edition | None":
        """Return the version that an approved one takes over from, or None. One query."""
        return self.versions().filter(visible_until=self.visible_from).first()

    def _claim_address(self) -> None:
        Address.objects.claim(self.release.day.isoformat(), self.slug, self.release_id)

    def _address(self) -> dict[str, date | str]:
        return {"day": self.release.day, "slug": self.slug}

    def _review_ended(self, release: PressRelease) -> None:
        """Tell the release, which is locked, that this text is in review no more."""
        release.review_ended()
        self.release = release


def refuse_if_come(due: datetime | None) -> None:
    """
    Raise ValidationError if `due`, an aware datetime, has come: the public has seen it. So it
    may have by the end of the transaction, if it comes within two seconds.
    """
    if due is None or due > Moment.of(timezone.now() + SOON).limit:
        return
    local = timezone.localtime(due)
    if local.date() == timezone.localdate():
        sentence = _("It went public at %(time)s: remove it.")
        raise ValidationError(sentence, params={"time": f"{local:%H:%M}"})
    sentence = _("It went public on %(time)s: remove it.")
    raise ValidationError(sentence, params={"time": date_format(local, "DATETIME_FORMAT")})


def _look_again(due: datetime) -> None:
    """Count what has come due by the end of its transaction, and number what is out."""
    moment = Moment.of(timezone.now() + SOON)
    if due <= moment.limit:
        PublicState.objects.bump()
    PressRelease.objects.number_those_out()
