import re
from functools import cached_property
from hashlib import sha256
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from releases.reading.emblem import read_emblem
from releases.text.fields import (
    CharField,
    EmailField,
    EmblemField,
    TextField,
    URLField,
)
from releases.text.names import NamesField, TextsField

from .accent import DEFAULT, LEAST, Contrast, contrast_of, is_colour
from .optimistic_lock import OptimisticLock
from .querysets import alters_data, queryset_only
from .showing import PublicState

ONLY = 1  # the key of the one row
ICON = 1  # another one where the icon of tabs is drawn otherwise: browsers keep it for a year
EMBLEM_HEIGHT = 56  # pixels: what the browser is told before it has the file
KEPT = _("The newsroom keeps its identity: empty what is not to be shown.")


class IdentityQuerySet(models.QuerySet["Identity"]):
    def current(self) -> "Identity":
        """Return the newsroom's identity; one in which nothing is set if there is none yet."""
        return self.filter(pk=ONLY).first() or Identity(pk=ONLY)

    def make(self) -> None:
        """Make the row of a new newsroom, in which nothing is set."""
        self.get_or_create(pk=ONLY)

    def settled(self) -> Self:
        """Return what the public reads without a further review: all of it."""
        return self

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        raise ValidationError(KEPT)


class Identity(OptimisticLock):
    """
    Who the newsroom is, on every page: one row, in which anything may be left empty. What is
    empty is not shown; without names the pages speak of a newsroom and of a press office.

    A change of it is a change of what is public.
    """

    class Compliance(models.TextChoices):
        FULL = "full", pgettext_lazy("compliance", "Fully compliant")
        PARTIAL = "partial", pgettext_lazy("compliance", "Partially compliant")
        NONE = "none", pgettext_lazy("compliance", "Not compliant")

    MENTIONED_AS = ""  # no text prints it

    names = NamesField(
        _("name of the site"), blank=True, help_text=_("Such as “Newsroom”, in the head of pages.")
    )
    publishers = NamesField(
        _("publisher"),
        blank=True,
        help_text=_("The authority that publishes here, in its full name."),
    )
    emblem = EmblemField(
        _("emblem"),
        upload_to="emblems",
        max_length=200,
        blank=True,
        help_text=_(
            "An SVG or PNG file of 200 kB at most. It stands on the accent colour in the head."
        ),
    )
    emblem_dark = EmblemField(
        _("emblem in dark colours"),
        upload_to="emblems",
        max_length=200,
        blank=True,
        help_text=_("Where the other one cannot be seen on a dark ground."),
    )
    proportion = models.FloatField(default=1, editable=False)
    proportion_dark = models.FloatField(default=1, editable=False)
    accent = CharField(
        _("accent colour"),
        max_length=7,
        blank=True,
        help_text=_(
            "As #rrggbb, dark enough for white letters. What people say is set in it, and the head "
            "of the pages. Empty, it is #1d4f91."
        ),
    )
    addresses = TextsField(_("postal address"), blank=True)
    desk_email = EmailField(_("email of the press desk"), blank=True)
    desk_phone = CharField(
        _("telephone of the press desk"),
        max_length=40,
        blank=True,
        help_text=_("With the country code, as in +32 2 501 81 11."),
    )
    desk_hours = NamesField(
        _("hours of the press desk"), blank=True, help_text=_("Such as “Weekdays 9:00–18:00”.")
    )
    desk_phone_out_of_hours = CharField(
        _("telephone outside these hours"), max_length=40, blank=True
    )
    accounts = TextField(
        _("accounts elsewhere"),
        blank=True,
        help_text=_(
            "One a line, its name and then its address: Mastodon https://social.example/@press"
        ),
    )
    legal_notice = TextsField(
        _("legal notice"), blank=True, help_text=_("Has a page of its own, once it is given.")
    )
    privacy = TextsField(
        _("privacy"), blank=True, help_text=_("Has a page of its own, once it is given.")
    )
    licence = NamesField(
        _("licence for reuse"),
        blank=True,
        help_text=_("One sentence, at the foot of every page."),
    )
    licence_url = URLField(_("link to the licence"), max_length=1000, blank=True)
    compliance = CharField(
        _("accessibility"),
        max_length=10,
        choices=Compliance.choices,
        blank=True,
        help_text=_(
            "With EN 301 549, as somebody has found. The accessibility statement is shown once "
            "this is given."
        ),
    )
    compliance_on = models.DateField(
        _("day of the accessibility statement"),
        null=True,
        blank=True,
        help_text=_("When it was prepared, or last reviewed."),
    )
    compliance_gaps = TextsField(
        _("what is not accessible"), blank=True, help_text=_("What it is, and why.")
    )
    compliance_email = EmailField(
        _("email about accessibility"),
        blank=True,
        help_text=_("Empty, it is that of the press desk."),
    )
    enforcement = NamesField(
        _("enforcement body"),
        blank=True,
        help_text=_("Whom readers turn to who got no answer about accessibility."),
    )
    enforcement_url = URLField(_("link to the enforcement body"), max_length=1000, blank=True)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = _("identity of the newsroom")
        verbose_name_plural = _("identity of the newsroom")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=ONLY), name="identity_is_one_row"),
        ]

    def __str__(self) -> str:
        return self.site_name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Save, and tell that what is public has changed. Raises ValidationError for a colour in
        which nothing can be read, for a file that is no emblem, and for an account without an
        address; StaleError for a copy that is not the newest.
        """
        self.clean()
        super().save(*args, **kwargs)
        PublicState.objects.bump()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise ValidationError(KEPT)

    def clean(self) -> None:
        faults: dict[str, ValidationError] = {}
        for name, look in {
            "accent": self.clean_accent,
            "accounts": self._look_at_accounts,
            "emblem": lambda: self._take_emblem("emblem", "proportion"),
            "emblem_dark": lambda: self._take_emblem("emblem_dark", "proportion_dark"),
        }.items():
            try:
                look()
            except ValidationError as fault:
                faults[name] = fault
        if faults:
            raise ValidationError(faults)

    @property
    def site_name(self) -> str:
        return str(self.names) or gettext("Newsroom")

    @property
    def publisher(self) -> str:
        return str(self.publishers) or gettext("Press office")

    @property
    def pages(self) -> list[str]:
        """Name the pages there are by what is given; each is linked at the foot of all others."""
        given = {
            "legal-notice": self.legal_notice,
            "privacy": self.privacy,
            "accessibility": self.compliance,
        }
        return [name for name, content in given.items() if content]

    @cached_property
    def shown(self) -> dict[tuple[str, ...], SafeString]:
        """Keep what parts of pages look like that show nothing but this, once they are made."""
        return {}

    @property
    def colour(self) -> str:
        return self.accent or DEFAULT

    @property
    def contrast(self) -> Contrast:
        return contrast_of(self.colour)

    @property
    def style(self) -> str:
        """The one inline style of the pages; the content security policy allows this text."""
        return f":root{{--accent:{self.colour}}}"

    @property
    def has_desk(self) -> bool:
        """Whether it says how the press desk is reached."""
        return bool(self.desk_email or self.desk_phone or self.desk_phone_out_of_hours)

    @property
    def icon_name(self) -> str:
        """The file of the icon in tabs and bookmarks is called this: another one otherwise."""
        drawn = f"{ICON} {self.colour} {self.emblem.name}"
        return f"{sha256(drawn.encode()).hexdigest()[:20]}.svg"

    @property
    def emblem_width(self) -> int:
        return round(EMBLEM_HEIGHT * self.proportion)

    @property
    def emblem_dark_width(self) -> int:
        return round(EMBLEM_HEIGHT * self.proportion_dark)

    @property
    def account_links(self) -> list[tuple[str, str]]:
        """Pairs of the name of an account and its address."""
        lines = (line.rpartition(" ") for line in self.accounts.splitlines())
        return [(name.strip(), address) for name, _space, address in lines if address]

    @property
    def accessibility_email(self) -> str:
        return self.compliance_email or self.desk_email

    def clean_accent(self) -> None:
        """Raises ValidationError for a colour in which nothing can be read, with its ratio."""
        if not self.accent:
            return
        if not is_colour(self.accent):
            raise ValidationError(
                _("Write the colour as #rrggbb, such as %(colour)s."), params={"colour": DEFAULT}
            )
        light, dark = self.contrast
        if light < LEAST:
            raise ValidationError(
                _(
                    "It is too light: its contrast with white is %(ratio)s, below the 4.5 that "
                    "WCAG asks for. Choose a darker one."
                ),
                params={"ratio": number_format(light, 2)},
            )
        if dark < LEAST:
            raise ValidationError(
                _(
                    "What is made of it for dark colours cannot be read: its contrast there is "
                    "%(ratio)s, below the 4.5 that WCAG asks for. Choose another one."
                ),
                params={"ratio": number_format(dark, 2)},
            )

    def _look_at_accounts(self) -> None:
        lines = [" ".join(line.split()) for line in self.accounts.splitlines()]
        self.accounts = "\n".join(line for line in lines if line)
        for line in self.accounts.splitlines():
            name, _space, address = line.rpartition(" ")
            try:
                URLValidator(["https", "http"])(address)
            except ValidationError:
                name = ""
            if not re.search(r"\w", name):
                raise ValidationError(
                    _("Write its name and then its address, in one line: “%(line)s”."),
                    params={"line": line},
                )

    def _take_emblem(self, name: str, proportion: str) -> None:
        """Look into a file that is new, and name it by what is in it."""
        file: Any = getattr(self, name)
        if not file or file._committed:
            return
        file.seek(0)
        data = file.read()
        file.seek(0)
        found = read_emblem(data)
        file.name = f"{sha256(data).hexdigest()[:20]}.{found.kind}"
        setattr(self, proportion, found.proportion)
