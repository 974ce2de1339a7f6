from datetime import timedelta
from pathlib import PurePath
from typing import Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.reading import recordings
from releases.text.captions import CaptionsField
from releases.text.fields import CharField, PrivateFileField, URLField
from releases.text.names import NamesField, TextsField

from .moment import Moment
from .picture import Picture
from .rights import RightsQuerySet, WithRights
from .showing import Mention
from .subject import mentioned, named

CAPTIONS = ".vtt"
OF_ANOTHER_HOST = _("Captions go with a file: a link shows those of its host.")


class RecordingQuerySet(RightsQuerySet):
    def shown(self, moment: Moment) -> Self:
        return self.filter(named(Mention.Kind.RECORDING, moment))

    def settled(self) -> Self:
        return self.filter(mentioned(Mention.Kind.RECORDING))


def file_place(recording: "Recording", name: str) -> str:
    """Return where a file is stored: under the name the public gets, not the one it came with."""
    return f"recordings/{recording.played}"


class Recording(WithRights):
    """
    A recording, video or sound, goes public with the text it stands beside: as a file, which
    the reader's browser plays, or as a link to where another host plays it.

    A text keeps what its page says of it. Captions belong to the file: the newest are played
    with it everywhere. `width` and `height` are those of a video in pixels, 0 for what has none;
    `media_type` is that of the file.
    """

    class Kind(models.TextChoices):
        VIDEO = "video", _("Video")
        SOUND = "sound", _("Sound")

    MENTIONED_AS = Mention.Kind.RECORDING
    KEEPS_FILE = _(
        "A file stays as it is, as its address does: add the other one as a new recording."
    )
    OF_THE_FILE = frozenset({"file", "sha256", "size", "width", "height", "media_type", "key"})
    AS_IT_IS_NOW = (*WithRights.AS_IT_IS_NOW, "captions")

    title = NamesField(_("title"), help_text=_("What is to be seen or heard, and who speaks."))
    kind = CharField(
        _("kind"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.VIDEO,
        help_text=_("Of a link. A file says itself what it is."),
    )
    url = URLField(
        _("link"),
        max_length=1000,
        blank=True,
        help_text=_("The page of another host that plays it. Readers are told that it is there."),
    )
    file = PrivateFileField(
        _("file"),
        upload_to=file_place,
        max_length=200,
        blank=True,
        help_text=_("A video as MP4 or WebM; sound as MP3, M4A, Ogg or WAV."),
    )
    # Protected: it is shown in the place of the video until that is played.
    poster = models.ForeignKey(
        Picture,
        models.PROTECT,
        related_name="poster_of",
        null=True,
        blank=True,
        verbose_name=_("poster"),
        help_text=_("The picture in the place of a video until it is played."),
    )
    duration = models.DurationField(
        _("length"),
        null=True,
        blank=True,
        validators=[
            MinValueValidator(timedelta(seconds=1)),
            MaxValueValidator(timedelta(days=365)),
        ],
        help_text=_("Minutes and seconds, such as 3:20. Read from the file where it says so."),
    )
    captions = CaptionsField(
        _("captions"),
        blank=True,
        help_text=_(
            "What is said, with its times, as WebVTT: for who cannot hear it. Paste it, or choose "
            "the file, which takes the place of the text."
        ),
    )
    transcript = TextsField(
        _("transcript"),
        blank=True,
        max_length=200_000,
        help_text=_("What is said and to be heard, as a text to read. Sound needs one."),
    )
    no_speech = models.BooleanField(
        _("nobody speaks"),
        default=False,
        help_text=_("So that nobody is asked for captions or a transcript."),
    )
    media_type = CharField(_("type"), max_length=20, blank=True, editable=False)
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["kind", "-id"], name="recording_of_kind")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(url="") & ~Q(file="")) | (~Q(url="") & Q(file="")),
                name="recording_is_link_or_file",
                violation_error_message=_("Give either a link or a file."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        if self._state.adding:
            if self.url and self.captions:
                raise ValidationError({"captions": OF_ANOTHER_HOST})
            self._examine()
        if self.duration is None:
            raise ValidationError({"duration": _("Say how long it is, such as 3:20.")})

    def get_absolute_url(self) -> str:
        return self.url or self.address_of(self.played)

    def address_of(self, name: str) -> str:
        return reverse("recording-file", kwargs={"key": self.key, "name": name})

    def desk_address_of(self, name: str) -> str:
        """Return where staff open its file or its captions before it is public too."""
        return reverse("admin:releases_recording_file", args=[self.pk, name])

    @property
    def desk_file_url(self) -> str:
        return self.desk_address_of(self.played)

    @property
    def is_video(self) -> bool:
        return self.kind == self.Kind.VIDEO

    @property
    def host(self) -> str:
        """A link leads to this site, such as example.org; empty for a file."""
        return urlsplit(self.url).netloc

    @property
    def played(self) -> str:
        """The public gets the file under this name, whatever it was called when it came."""
        return f"{self.key}{PurePath(self.filename).suffix.lower()}" if self.file else ""

    @property
    def download(self) -> str:
        """The public saves the file at this name; not for reuse, there is none."""
        if not self.file or self.rights == self.Rights.NONE:
            return ""
        return f"download{PurePath(self.played).suffix}"

    @property
    def download_url(self) -> str:
        return self.address_of(self.download)

    @property
    def length(self) -> str:
        """Say how long it is, such as 3:20; empty where nobody has said."""
        minutes, seconds = divmod(int(self.duration.total_seconds()) if self.duration else 0, 60)
        hours, minutes = divmod(minutes, 60)
        if hours:
            return f"{hours}:{minutes:02}:{seconds:02}"
        return f"{minutes}:{seconds:02}" if self.duration else ""

    def captions_called(self, name: str) -> str:
        """Return the captions that an address names, such as fr.vtt; empty for none."""
        return self.captions.get(name.removesuffix(CAPTIONS), "") if name.endswith(CAPTIONS) else ""

    def _note_facts(self) -> None:
        facts = recordings.examine(self.file.file, self.filename, settings.RECORDING_MAX_BYTES)
        self.media_type, self.width, self.height = facts.media_type, facts.width, facts.height
        self.kind = self.Kind.VIDEO if facts.width else self.Kind.SOUND
        self.duration = facts.duration or self.duration
