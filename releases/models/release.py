import uuid

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Length
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.fields import NamesField

from .frozen import FrozenModel, FrozenQuerySet


class PressReleaseQuerySet(FrozenQuerySet):
    def frozen(self):
        return self.filter(status=PressRelease.Status.APPROVED)

    def public(self, at=None):
        """Releases with a text that is live at `at`, an aware datetime; now if not given."""
        from .edition import Edition

        return self.filter(pk__in=Edition.objects.live(at).values("release"))


class PressRelease(FrozenModel):
    """
    The announcement, whatever the language; its texts are `Edition`s.

    `publish_at` is the instant the embargo lifts, for all languages and on a whole
    minute. It lives here and nowhere else. `reference` (2021/0001: year and running
    number) is given at the first approval, so that the numbers of a year have no gaps.
    """

    class Kind(models.TextChoices):
        PRESS_RELEASE = "press_release", _("Press release")
        STATEMENT = "statement", _("Statement")
        SPEECH = "speech", _("Speech")
        MEDIA_ADVISORY = "media_advisory", _("Media advisory")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        APPROVED = "approved", _("Approved")

    FROZEN = _("This release is approved. Take it off the schedule before you change it.")
    FROZEN_FIELDS = frozenset({"reference", "kind", "publish_at", "place"})

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Empty for all drafts at once, which only NULL can be in a unique column.
    reference = models.CharField(  # noqa: DJ001
        _("reference"),
        max_length=12,
        unique=True,
        null=True,
        editable=False,
        help_text=_("Given when the release is approved, and never to another one."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.PRESS_RELEASE
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    publish_at = models.DateTimeField(
        _("goes public at"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When the embargo lifts, in every language."),
    )
    place = NamesField(
        _("place"),
        blank=True,
        help_text=_("The town of the dateline, as in “Brussels, 30 March 2021”."),
    )
    topics = models.ManyToManyField(
        "Topic", verbose_name=_("topics"), related_name="releases", blank=True
    )
    meetings = models.ManyToManyField(
        "Meeting",
        verbose_name=_("meetings"),
        related_name="releases",
        blank=True,
        help_text=_("What the release reports on. A meeting is public once its release is."),
    )
    documents = models.ManyToManyField(
        "Document", verbose_name=_("documents"), related_name="releases", blank=True
    )
    contacts = models.ManyToManyField(
        "PressContact",
        verbose_name=_("press contacts"),
        related_name="releases",
        blank=True,
        help_text=_("Whom journalists can call about this release."),
    )

    objects = PressReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")
        ordering = [models.F("publish_at").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="approved")
                | models.Q(publish_at__isnull=False, reference__isnull=False),
                name="release_approved_has_time_and_reference",
                violation_error_message=_("An approved release needs its time of publication."),
            ),
        ]
        indexes = [models.Index(fields=["-publish_at"], name="release_newest")]

    def __str__(self):
        edition = self.editions.order_by("pk").first() if self.pk else None
        return edition.title if edition else str(self.reference or _("Release without a text"))

    @transaction.atomic
    def save(self, *args, **kwargs):
        if self.publish_at:
            self.publish_at = self.publish_at.replace(second=0, microsecond=0)
        if self.status == self.Status.APPROVED and self.publish_at and not self.reference:
            self._save_with_reference(*args, **kwargs)
        else:
            super().save(*args, **kwargs)

    def get_absolute_url(self):
        """The permanent address, `/2021/0001`, which leads to the reader's language."""
        year, number = self.reference.split("/")
        return reverse("reference", kwargs={"year": year, "number": number})

    @property
    def day(self):
        """The release's date in the newsroom's time zone; today while it has none."""
        return timezone.localdate(self.publish_at)

    @property
    def is_scheduled(self):
        return self.status == self.Status.APPROVED and self.publish_at > timezone.now()

    @transaction.atomic
    def unschedule(self):
        """
        Take an approved release that is not public yet back to its draft.

        Its texts can be edited again and keep the reference and the planned time.
        Raises ValidationError if there is nothing to take back.
        """
        stored = PressRelease.objects.select_for_update().get(pk=self.pk)
        if not stored.is_scheduled:
            raise ValidationError(_("This release is not waiting to go out."))
        stored.status = self.status = self.Status.DRAFT
        stored.save(update_fields=["status"])
        stored.editions.update(
            live_from=None, public_since=None, submitted_at=None, approved_by=None
        )

    def _save_with_reference(self, *args, **kwargs):
        """Two releases approved at once ask for the same number: the database lets one have it."""
        while True:
            self.reference = self._next_reference()
            try:
                with transaction.atomic():
                    return super().save(*args, **kwargs)
            except IntegrityError:
                if not PressRelease.objects.filter(reference=self.reference).exists():
                    raise

    def _next_reference(self):
        given = PressRelease.objects.filter(reference__startswith=f"{self.day.year}/")
        last = given.order_by(Length("reference").desc(), "-reference").first()
        number = int(last.reference.partition("/")[2]) + 1 if last else 1
        return f"{self.day.year}/{number:04}"
