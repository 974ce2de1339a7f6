from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, TextField


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def of(self, record: models.Model) -> Self:
        """Return those that change `record`, or what is edited with it."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk)

    def waiting(self) -> Self:
        """Return those that have changed nothing yet."""
        return self.filter(state=Proposal.State.WAITING)

    def unconfirmed(self) -> Self:
        """Return those that an editor has made at once and alone, and nobody has confirmed."""
        return self.filter(state=Proposal.State.ALONE)


class Proposal(models.Model):
    """
    A proposal is a change of a record that the public leans on: one that waits for an editor, or
    one that an editor has made at once and a second person has to confirm.

    `changes` holds what changes as JSON values, see `releases.review.record_changes`;
    `drawn_from` is the revision of the record that they were drawn from. `answer` says why it
    was refused.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for an editor")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Taken back")
        ALONE = "alone", _("In force, unconfirmed")
        CONFIRMED = "confirmed", _("In force, confirmed")

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    drawn_from = models.PositiveIntegerField()
    changes = models.JSONField(_("what it changes"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    reason = TextField(_("reason"), blank=True)
    state = CharField(
        _("state"), max_length=20, choices=State.choices, default=State.WAITING, db_index=True
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    answer = TextField(_("answer"), blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="proposal_of_record")]
        permissions = [
            ("decide_proposal", _("Can change at once what the public leans on, and decide")),
        ]

    def __str__(self) -> str:
        return f"{self.record or _('deleted')}, {self.by}"

    @property
    def kind(self) -> str:
        """The kind of record that it changes is called this."""
        model = self.content_type.model_class()
        return capfirst(str(model._meta.verbose_name)) if model else ""

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_unconfirmed(self) -> bool:
        return self.state == self.State.ALONE

    def decide(self, state: str, by: Any, answer: str = "") -> None:
        """Keep who decided on it, how and when. Whoever calls it holds the lock on its row."""
        self.state, self.decided_by, self.decided_at = state, by, timezone.now()
        self.answer = answer
        self.save()
