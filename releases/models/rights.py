"""What somebody took, and the public is shown for as long as the rights to it stand."""

from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, SlugField

from .moment import Moment
from .optimistic_lock import OptimisticLock
from .querysets import alters_data, queryset_only
from .quote import KEY_LETTERS
from .showing import PublicState
from .subject import PUBLIC


def new_key() -> str:
    return get_random_string(12, KEY_LETTERS)


class RightsQuerySet(models.QuerySet[Any]):
    def public(self, moment: Moment | None = None) -> Self:
        """Return those the public sees at a moment; now if not given."""
        moment = moment or Moment.now()
        return self.standing(moment).shown(moment)

    def standing(self, moment: Moment) -> Self:
        """Return those whose rights have not ended: the day they end on counts."""
        return self.filter(Q(rights_until=None) | Q(rights_until__gte=moment.today))

    def shown(self, moment: Moment) -> Self:
        """Return those that public pages show, if their rights stand; each model says which."""
        raise NotImplementedError

    def settled(self) -> Self:
        """Return those that are public, or will be without another review."""
        raise NotImplementedError

    def undeletable(self) -> Self:
        return self.settled()

    @alters_data
    def update(self, **values: Any) -> int:
        """Raises ValidationError for another file."""
        if self.model.OF_THE_FILE & set(values):
            raise ValidationError(self.model.KEEPS_FILE)
        return super().update(**values)

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        if self.undeletable().exists():
            raise ValidationError(PUBLIC)
        return super().delete()


class WithRights(OptimisticLock):
    """
    From the midnight, in the newsroom's time zone, after `rights_until` it is gone from every
    page, whatever is frozen or stopped. Its file never changes; `key` names it in its addresses.
    """

    class Rights(models.TextChoices):
        PRESS = "press", _("Free for press use")
        EDITORIAL = "editorial", _("Editorial use only")
        NONE = "none", _("Not for reuse")

    KEEPS_FILE: ClassVar[Any]
    # The columns that follow from the file, and do not change as it does not.
    OF_THE_FILE: ClassVar[frozenset[str]]
    # What a page asks the record for, whatever was printed of it.
    AS_IT_IS_NOW: ClassVar[tuple[str, ...]] = ("rights", "rights_until")

    objects: Any
    file: Any

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
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    key = SlugField(_("key"), max_length=20, default=new_key, editable=False, unique=True)
    sha256 = CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("bytes"), default=0, editable=False)

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Look a new file through.

        Raises ValidationError for a file that cannot be used and for another one than before;
        StaleError for a copy that is not the newest.
        """
        new = self._state.adding
        if new:
            self._examine()
        elif self.OF_THE_FILE & self._changed():
            raise ValidationError({"file": self.KEEPS_FILE})
        changed = not new and bool(self._changed())
        super().save(*args, **kwargs)
        if changed and type(self).objects.shown(Moment.now()).filter(pk=self.pk).exists():
            PublicState.objects.bump()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if type(self).objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(PUBLIC)
        return super().delete(*args, **kwargs)

    @property
    def filename(self) -> str:
        return PurePath(self.file.name or "").name

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

    def _examine(self) -> None:
        """
        Note what is in a new file, once. Raises ValidationError for one that cannot be used.
        """
        if self.sha256 or not self.file:
            return
        try:
            self._note_facts()
        except ValidationError as refusal:
            raise ValidationError({"file": refusal}) from refusal
        digest = sha256()
        for chunk in self.file.chunks():
            digest.update(chunk)
        self.sha256, self.size = digest.hexdigest(), self.file.size

    def _note_facts(self) -> None:
        """Look through the file, and note what it shows."""
        raise NotImplementedError
