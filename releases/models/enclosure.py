from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from .edition import Edition
from .text_part import TextPart, TextPartQuerySet


class Enclosure(TextPart):
    """A document stands beside a text, as one of its `documents`."""

    IMMUTABLE_FIELDS = frozenset({"edition_id", "document_id"})

    edition = models.ForeignKey(
        Edition, models.CASCADE, related_name="enclosures", verbose_name=_("edition")
    )
    # Protected: who deletes a document has to take it off the texts that list it first.
    document = models.ForeignKey(
        "Document", models.PROTECT, related_name="enclosures", verbose_name=_("document")
    )

    objects = TextPartQuerySet["Enclosure"].as_manager()

    class Meta:
        verbose_name = _("document of a text")
        verbose_name_plural = _("documents of texts")
        ordering = ["pk"]
        default_permissions = ()  # who may change a text may change its documents
        constraints = [
            models.UniqueConstraint(fields=["edition", "document"], name="enclosure_once_a_text")
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.document}"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError where the text is approved. Locks the release."""
        self.edition.lock_release()
        stored = Enclosure.objects.filter(pk=self.pk)
        if self.edition.is_approved or stored.approved().exists():
            raise ValidationError(self.CANNOT_CHANGE)
        super().save(*args, **kwargs)
        self.edition.reopen()
