from django.db import models
from django.utils.translation import gettext_lazy as _

from .edition import Edition
from .text_part import PlacedPart, TextPartQuerySet


class Enclosure(PlacedPart):
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
