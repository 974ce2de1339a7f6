from django.db import models
from django.utils.translation import gettext_lazy as _

from .edition import Edition
from .text_part import PlacedPart, TextPartQuerySet


class Playback(PlacedPart):
    """A recording is played beside a text, as one of several in their order."""

    IMMUTABLE_FIELDS = frozenset({"edition_id", "recording_id", "position"})

    edition = models.ForeignKey(
        Edition, models.CASCADE, related_name="playbacks", verbose_name=_("edition")
    )
    # Protected: who deletes a recording has to take it off the texts that play it first.
    recording = models.ForeignKey(
        "Recording", models.PROTECT, related_name="playbacks", verbose_name=_("recording")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = TextPartQuerySet["Playback"].as_manager()

    class Meta:
        verbose_name = _("recording of a text")
        verbose_name_plural = _("recordings of a text")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.recording)
