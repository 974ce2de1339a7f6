from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, TextField

from .part import Part


class StepQuerySet(models.QuerySet):
    def unconfirmed(self) -> Self:
        """
        Return approvals by the person who submitted the text, which nobody else has confirmed.

        One that was taken back since needs no confirmation.
        """
        undone = Step.objects.filter(
            edition=models.OuterRef("edition"),
            kind=Step.Kind.UNSCHEDULED,
            pk__gt=models.OuterRef("pk"),
        )
        return self.filter(~models.Exists(undone), alone=True, confirmed_at=None)


class Step(Part):
    """
    A step tells of the life of a text: who took it, when, why, and which warnings were accepted.

    `alone` marks an approval by the person who had submitted the text; it stays so until
    a second person confirms it.
    """

    WHOLE = "edition"

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("Submitted")
        SENT_BACK = "sent_back", _("Sent back")
        APPROVED = "approved", _("Approved")
        UNSCHEDULED = "unscheduled", _("Taken off the schedule")
        MOVED = "moved", _("Moved")
        HELD = "held", _("Held back")
        LET_GO = "let_go", _("Let go")

    edition = models.ForeignKey("Edition", models.CASCADE, related_name="steps")
    kind = CharField(max_length=20, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = TextField(_("reason"), blank=True)
    # When the text goes public by a step that says so.
    due = models.DateTimeField(_("goes public at"), null=True)
    accepted = models.JSONField(_("accepted warnings"), default=list, blank=True)
    alone = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["at", "pk"]
        # Few of many steps: counted on the start page of the desk.
        indexes = [
            models.Index(
                fields=["confirmed_at"], condition=models.Q(alone=True), name="step_unconfirmed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.by}"

    def confirm(self, by: User) -> None:
        """
        Stand by an approval that somebody gave alone.

        Raises PermissionDenied to who may not approve, or gave it.
        """
        if not by.has_perm("releases.approve_edition") or by == self.by:
            raise PermissionDenied
        rows = Step.objects.unconfirmed().filter(pk=self.pk)
        if not rows.update(confirmed_by=by, confirmed_at=timezone.now()):
            raise ValidationError(_("This approval has been confirmed already."))
