from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from releases.text.instants import to_the_minute

from .freeze import FROZEN, Freeze
from .immutable import ImmutableModel, ImmutableQuerySet
from .meeting import Meeting
from .moment import Moment
from .part import LockedPart


class OutcomeQuerySet(ImmutableQuerySet["Outcome"]):
    def public(self, moment: Moment | None = None) -> Self:
        """Return those whose instant has come at a moment, and that of their meeting."""
        limit = (moment or Moment.now()).limit
        return self.filter(public_from__lte=limit, meeting__announced_at__lte=limit)

    def approved(self) -> Self:
        """Return those whose instant has come: they stay."""
        return self.filter(public_from__lte=Moment.now().limit)

    def before(self, announced: datetime | None) -> Self:
        """Return those that would be public before `announced`, None for no instant at all."""
        earlier = Q(public_from__lt=announced) if announced else Q(public_from__isnull=False)
        return self.filter(earlier)


class Outcome(LockedPart, ImmutableModel):
    """
    An outcome is a document that came of a meeting: it is public from an instant of its own,
    `public_from`, on a whole minute, and never before the meeting was announced. Without one it
    is only prepared. Once its instant has come it stays: another document replaces the one it
    shows.
    """

    WHOLE = "meeting"
    CANNOT_CHANGE = CANNOT_DELETE = _(
        "This outcome is public and stays: add the document that takes its place."
    )
    IMMUTABLE_FIELDS = frozenset({"meeting_id", "document_id", "public_from"})

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="outcomes", verbose_name=_("meeting")
    )
    document = models.ForeignKey(
        "Document", models.PROTECT, related_name="outcomes", verbose_name=_("document")
    )
    public_from = models.DateTimeField(
        _("public from"),
        null=True,
        blank=True,
        help_text=_("Empty: not yet. Not before the meeting is announced."),
    )

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("outcome document")
        verbose_name_plural = _("outcome documents")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "document"],
                name="outcome_once_a_meeting",
                violation_error_message=_("This document is in the list already."),
            )
        ]
        # What went public last, for the token of the public state.
        indexes = [models.Index(fields=["public_from"], name="outcome_public")]

    def __str__(self) -> str:
        return str(self.document)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Keep the instant on a whole minute.

        Raises ValidationError for a change of what is public, for an instant before the meeting
        is announced, and for one that a freeze or a stop forbids.
        """
        if self.public_from:
            self.public_from = to_the_minute(self.public_from)
        rows = Outcome.objects.filter(pk=self.pk)
        stored = rows.values(*self.IMMUTABLE_FIELDS).first()
        changed = self.differing(stored) if stored else self.IMMUTABLE_FIELDS
        if changed and rows.approved().exists():
            raise ValidationError(self.CANNOT_CHANGE)
        if changed and self.public_from:
            self._check_instant(self.public_from)
        super().save(*args, **kwargs)

    def known(self) -> object:
        return Outcome.objects.public().filter(pk=self.pk).values_list("document").first()

    def _check_instant(self, at: datetime) -> None:
        announced = Meeting.objects.filter(pk=self.meeting_id, announced_at__lte=at)
        if not announced.exists():
            message = _("Not before the meeting is announced: say first from when that is public.")
            raise ValidationError({"public_from": message})
        if Freeze.objects.forbids(at):
            raise ValidationError({"public_from": FROZEN})
