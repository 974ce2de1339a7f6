from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import get_random_string
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from releases.reading import pictures
from releases.text.fields import CharField, PrivateFileField, SlugField
from releases.text.languages import languages
from releases.text.names import NamesField

from .meeting import Meeting
from .moment import Moment
from .optimistic_lock import OptimisticLock
from .organisation import Organisation
from .person import Person
from .querysets import alters_data, queryset_only
from .quote import KEY_LETTERS
from .showing import Mention, PublicState
from .subject import PUBLIC, mentioned, named

KEEPS_FILE = _("A file stays as it is, as its addresses do: add the other one as a new picture.")
ORIGINAL = "original"
OF_THE_FILE = frozenset({"file", "sha256", "size", "width", "height", "transparent", "key"})

# What shows a picture beside texts: a model, and the way from it.
SHOWN_BY: tuple[tuple[Any, str], ...] = (
    (Person, "portrait"),
    (Organisation, "logo"),
    (Meeting, "sights__picture"),
)


def new_key() -> str:
    return get_random_string(12, KEY_LETTERS)


class PictureQuerySet(models.QuerySet["Picture"]):
    def public(self, moment: Moment | None = None) -> Self:
        """Return the pictures the public sees at a moment; now if not given."""
        moment = moment or Moment.now()
        return self.standing(moment).shown(moment)

    def standing(self, moment: Moment) -> Self:
        """Return those whose rights have not ended: the day they end on counts."""
        return self.filter(Q(rights_until=None) | Q(rights_until__gte=moment.today))

    def shown(self, moment: Moment) -> Self:
        """Return those that public pages show, if their rights stand."""
        return self.filter(
            named(Mention.Kind.PICTURE, moment)
            | _shown_by([model.objects.public(moment) for model, way in SHOWN_BY])
        )

    def settled(self) -> Self:
        """Return those that are public, or will be without another review."""
        return self.filter(
            mentioned(Mention.Kind.PICTURE)
            | _shown_by([model.objects.settled() for model, way in SHOWN_BY])
        )

    def undeletable(self) -> Self:
        return self.settled()

    @alters_data
    def update(self, **values: Any) -> int:
        """Raises ValidationError for another file."""
        if OF_THE_FILE & set(values):
            raise ValidationError(KEEPS_FILE)
        return super().update(**values)

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        if self.undeletable().exists():
            raise ValidationError(PUBLIC)
        return super().delete()


def _shown_by(records: list[models.QuerySet[Any]]) -> Q:
    """Return the condition that one of these records, a queryset a row of SHOWN_BY, shows it."""
    found = Q()
    for rows, (__, way) in zip(records, SHOWN_BY, strict=True):
        found |= Q(Exists(rows.filter(**{way: OuterRef("pk")})))
    return found


def original_place(picture: "Picture", name: str) -> str:
    """Return where an original is stored: by its digest, under the name it came with."""
    return f"pictures/{picture.sha256[:20]}/{name}"


class Picture(OptimisticLock):
    """
    A picture goes public with what shows it: a text, a person, an organisation or a meeting.

    The file that was handed in, the original, never leaves the desk and never changes. The
    public gets files that were made of it once and hold what it shows alone, in several widths
    (`releases.reading.pictures`); journalists also one of its full size, with caption and credit
    in it. From the midnight, in the newsroom's time zone, after `rights_until` all of them are
    gone from every page, whatever is frozen or stopped.

    `focus_x` and `focus_y`, in hundredths from the left and the top, name the point that stays
    in sight where a page shows a part. `width` and `height` are those of the original in pixels,
    the right way up; `key` names it in its addresses.
    """

    class Rights(models.TextChoices):
        PRESS = "press", _("Free for press use")
        EDITORIAL = "editorial", _("Editorial use only")
        NONE = "none", _("Not for reuse")

    MENTIONED_AS = Mention.Kind.PICTURE

    name = CharField(
        _("name"), max_length=200, help_text=_("The desk finds it by this; nobody else sees it.")
    )
    file = PrivateFileField(
        _("file"),
        upload_to=original_place,
        max_length=200,
        help_text=_("A JPEG, PNG, WebP or AVIF, as large as you have it."),
    )
    alternative = NamesField(
        _("alternative text"),
        blank=True,
        max_length=500,
        help_text=_("What is to be seen, for those who do not see it: a sentence."),
    )
    decorative = models.BooleanField(
        _("says nothing"),
        default=False,
        help_text=_("It only adorns: those who do not see it miss nothing, and are told nothing."),
    )
    caption = NamesField(
        _("caption"),
        blank=True,
        max_length=1000,
        help_text=_("What it does not show itself: who, where, what for."),
    )
    credit = CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who took it, and for whom.")
    )
    rights = CharField(_("rights"), max_length=20, choices=Rights.choices, default=Rights.PRESS)
    rights_until = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day on which it may be shown: at midnight it is gone from every page. "
            "Empty: for good."
        ),
    )
    place = NamesField(_("taken in"), blank=True, help_text=_("Such as “Brussels”."))
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    people = models.ManyToManyField(
        Person,
        related_name="pictures",
        blank=True,
        verbose_name=_("people shown"),
        help_text=_("For the press office alone: the public reads the caption."),
    )
    nobody = models.BooleanField(
        _("nobody can be recognised"),
        default=False,
        help_text=_("So that nobody is asked who is to be seen."),
    )
    focus_x = models.PositiveSmallIntegerField(
        _("what must stay in sight: from the left"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("In hundredths of the width. Choose it in the picture, or type it."),
    )
    focus_y = models.PositiveSmallIntegerField(
        _("from the top"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("In hundredths of the height."),
    )
    key = SlugField(_("key"), max_length=20, default=new_key, editable=False, unique=True)
    sha256 = CharField(_("SHA-256"), max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("bytes"), editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    transparent = models.BooleanField(default=False, editable=False)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["rights", "-id"], name="picture_of_rights")]
        constraints = [
            models.CheckConstraint(
                condition=Q(focus_x__lte=100) & Q(focus_y__lte=100), name="picture_focus_within"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Look a new file through, and make those of the public of it once it is stored for good.

        Raises ValidationError for a file that cannot be used and for another one than before;
        StaleError for a copy that is not the newest.
        """
        new = self._state.adding
        if new:
            self._examine()
        elif OF_THE_FILE & self._changed():
            raise ValidationError({"file": KEEPS_FILE})
        changed = not new and bool(self._changed())
        super().save(*args, **kwargs)
        if new:
            # A fault is logged, and preflight says what is missing.
            transaction.on_commit(self.make_files, robust=True)
        if changed and Picture.objects.shown(Moment.now()).filter(pk=self.pk).exists():
            PublicState.objects.bump()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if Picture.objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(PUBLIC)
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        if self._state.adding and self.file:
            self._examine()
        if not self.alternative and not self.decorative:
            message = _("Say what is to be seen, or that the picture says nothing.")
            raise ValidationError({"alternative": message})

    def get_absolute_url(self) -> str:
        """Return the address of a file for who shows one only, such as another site."""
        return self.address_of(self.in_passing)

    def address_of(self, name: str) -> str:
        return reverse("picture-file", kwargs={"key": self.key, "name": name})

    def desk_address_of(self, name: str) -> str:
        """Return where staff open one of its files before it is public too."""
        return reverse("admin:releases_picture_file", args=[self.pk, name])

    @property
    def desk_file_url(self) -> str:
        """Staff open the original here."""
        return self.desk_address_of(ORIGINAL)

    @property
    def filename(self) -> str:
        return PurePath(self.file.name or "").name

    @property
    def suffixes(self) -> tuple[str, str, str]:
        """It is offered in these formats, the best first, the one for all readers last."""
        return pictures.suffixes(self.transparent)

    @property
    def in_passing(self) -> str:
        """Its file of some 1200 pixels that every browser shows is called so."""
        fitting = [width for width in pictures.widths(self.width) if width <= 1200]
        return f"{(fitting or [self.width])[-1]}.{self.suffixes[-1]}"

    @property
    def full(self) -> str:
        """The copy for journalists is called so; not for reuse, there is none."""
        return "" if self.rights == self.Rights.NONE else f"{pictures.FULL}.{self.suffixes[-1]}"

    @property
    def terms(self) -> str:
        """Say in the active language what it may be used for, and until when."""
        terms = str(self.get_rights_display())
        if self.rights_until is None:
            return terms
        return gettext("%(terms)s, until %(day)s") % {
            "terms": terms,
            "day": date_format(self.rights_until),
        }

    def stands_on(self, day: date) -> bool:
        """Whether its rights have not ended by `day`, a date. Says what `standing()` asks."""
        return self.rights_until is None or self.rights_until >= day

    def names(self) -> list[str]:
        """List the names of all files that are made of it for the public."""
        offered = pictures.widths(self.width)
        small = [f"{width}.{suffix}" for width in offered for suffix in self.suffixes]
        return [*small, f"{pictures.FULL}.{self.suffixes[-1]}"]

    def place_of(self, name: str) -> str:
        """Return where one of these files is stored: the same original, the same place."""
        return f"renditions/{self.sha256[:20]}/{name}"

    def missing(self) -> list[str]:
        """List the files of the public that are not there. Asks for each where it is stored."""
        storage = self.file.storage
        return [name for name in self.names() if not storage.exists(self.place_of(name))]

    def make_files(self) -> list[str]:
        """
        Make the files of the public that are missing, and return their names: four seconds for
        24 megapixels, and eight bytes of memory for each pixel.
        """
        missing = self.missing()
        if missing:
            for name, content in self._made():
                if name in missing:
                    self.file.storage.save(self.place_of(name), ContentFile(content))
        return missing

    def said(self) -> pictures.Said:
        """Return what is said of it, as it is written into the copy for journalists."""
        terms = {}
        for code, __ in languages():
            with translation.override(code):
                terms[code] = self.terms
        return pictures.Said(
            credit=self.credit,
            caption=self.caption,
            alternative=self.alternative,
            terms=terms,
            taken_on=self.taken_on,
        )

    def _made(self) -> Iterator[tuple[str, bytes]]:
        with self.file.open() as file:
            image = pictures.pixels(file, self.filename)
        return pictures.make(image)

    def _examine(self) -> None:
        """Note what is in the file; one that has been examined does not change."""
        if self.sha256:
            return
        try:
            facts = pictures.examine(self.file.file, self.filename)
        except ValidationError as refusal:
            raise ValidationError({"file": refusal}) from refusal
        digest = sha256()
        for chunk in self.file.chunks():
            digest.update(chunk)
        self.width, self.height, self.transparent = facts
        self.sha256, self.size = digest.hexdigest(), self.file.size
