from django.db import models
from django.utils.translation import gettext_lazy as _

from .edition import Edition
from .meeting import Meeting
from .part import LockedPart
from .text_part import PlacedPart, TextPartQuerySet


class Illustration(PlacedPart):
    """A picture stands beside a text: the first leads, the others are its gallery."""

    IMMUTABLE_FIELDS = frozenset({"edition_id", "picture_id", "position"})

    edition = models.ForeignKey(
        Edition, models.CASCADE, related_name="illustrations", verbose_name=_("edition")
    )
    # Protected: who deletes a picture has to take it off the texts that show it first.
    picture = models.ForeignKey(
        "Picture", models.PROTECT, related_name="illustrations", verbose_name=_("picture")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = TextPartQuerySet["Illustration"].as_manager()

    class Meta:
        verbose_name = _("picture of a text")
        verbose_name_plural = _("pictures of a text")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.picture)


class Sight(LockedPart):
    """A picture was taken at a meeting, and is on its page from the meeting's own instant on."""

    WHOLE = "meeting"

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="sights", verbose_name=_("meeting")
    )
    picture = models.ForeignKey(
        "Picture", models.PROTECT, related_name="sights", verbose_name=_("picture")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("picture of a meeting")
        verbose_name_plural = _("pictures of a meeting")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.picture)
