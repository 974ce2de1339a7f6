from collections.abc import Iterator
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from releases.reading import pictures
from releases.text.fields import CharField, PrivateFileField
from releases.text.languages import languages
from releases.text.names import NamesField

from .meeting import Meeting
from .moment import Moment
from .organisation import Organisation
from .person import Person
from .rights import RightsQuerySet, WithRights
from .showing import Mention
from .subject import mentioned, named

ORIGINAL = "original"

# What shows a picture beside texts: a model, and the way from it.
SHOWN_BY: tuple[tuple[Any, str], ...] = (
    (Person, "portrait"),
    (Organisation, "logo"),
    (Meeting, "sights__picture"),
)


class PictureQuerySet(RightsQuerySet):
    def shown(self, moment: Moment) -> Self:
        return self.filter(
            named(Mention.Kind.PICTURE, moment)
            | _shown_by([model.objects.public(moment) for model, way in SHOWN_BY])
        )

    def settled(self) -> Self:
        return self.filter(
            mentioned(Mention.Kind.PICTURE)
            | _shown_by([model.objects.settled() for model, way in SHOWN_BY])
        )


def _shown_by(records: list[models.QuerySet[Any]]) -> Q:
    """Return the condition that one of these records, a queryset a row of SHOWN_BY, shows it."""
    found = Q()
    for rows, (__, way) in zip(records, SHOWN_BY, strict=True):
        found |= Q(Exists(rows.filter(**{way: OuterRef("pk")})))
    return found


def original_place(picture: "Picture", name: str) -> str:
    """Return where an original is stored: by its digest, under the name it came with."""
    return f"pictures/{picture.sha256[:20]}/{name}"


class Picture(WithRights):
    """
    A picture goes public with what shows it: a text, a person, an organisation or a meeting.

    The file that was handed in, the original, never leaves the desk and never changes. The
    public gets files that were made of it once and hold what it shows alone, in several widths
    (`releases.reading.pictures`); journalists also one of its full size, with caption and credit
    in it. All of them are gone where its rights have ended.

    `focus_x` and `focus_y`, in hundredths from the left and the top, name the point that stays
    in sight where a page shows a part. `width` and `height` are those of the original in pixels,
    the right way up.
    """

    MENTIONED_AS = Mention.Kind.PICTURE
    KEEPS_FILE = _(
        "A file stays as it is, as its addresses do: add the other one as a new picture."
    )
    OF_THE_FILE = frozenset({"file", "sha256", "size", "width", "height", "transparent", "key"})

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
    place = NamesField(_("taken in"), blank=True, help_text=_("Such as “Brussels”."))
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
        """Make the files of the public of a new picture too, once it is stored for good."""
        new = self._state.adding
        super().save(*args, **kwargs)
        if new:
            # A fault is logged, and preflight says what is missing.
            transaction.on_commit(self.make_files, robust=True)

    def clean(self) -> None:
        if self._state.adding:
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
        from releases.reading.pictures import opening, renditions

        with self.file.open() as file:
            image = opening.pixels(file, self.filename)
        return renditions.make(image)

    def _note_facts(self) -> None:
        from releases.reading.pictures.opening import examine

        facts = examine(self.file.file, self.filename)
        self.width, self.height, self.transparent = facts
