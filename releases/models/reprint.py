from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from releases.text.names import NamesField


class ReprintQuerySet(models.QuerySet["Reprint"]):
    def of(self, record: models.Model) -> Self:
        """Return those that were begun for `record`."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk)

    def waiting(self) -> Self:
        """Return those that nobody has approved."""
        return self.filter(approved_at=None)


class Reprint(models.Model):
    """
    A record was printed wrongly, and the texts that print it so are printed anew: minor
    corrections of all of them (`editions`), submitted in one act and approved in another one by
    a second person. `note` is what the public reads of it, by language.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    note = NamesField(_("public note"))
    editions: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Edition", verbose_name=_("texts"), related_name="reprints"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True)

    objects = ReprintQuerySet.as_manager()

    class Meta:
        verbose_name = _("printing anew")
        verbose_name_plural = _("texts printed anew")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="reprint_of_record"),
            # Few of many: counted on the start page of the desk.
            models.Index(
                fields=["-id"], condition=models.Q(approved_at=None), name="reprint_waiting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record or _('deleted')}, {self.by}"

    @property
    def kind(self) -> str:
        """The kind of record that was printed wrongly is called this."""
        model = self.content_type.model_class()
        return capfirst(str(model._meta.verbose_name)) if model else ""
