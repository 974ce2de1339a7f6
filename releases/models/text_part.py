"""What is kept with a text is fixed with it."""

from collections.abc import Iterable
from typing import Any, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef

from .edition import Edition, EditionQuerySet
from .immutable import ImmutableModel, ImmutableQuerySet
from .part import Part
from .querysets import alters_data, queryset_only
from .release import PressRelease

_Row = TypeVar("_Row", bound="TextPart", covariant=True)


class TextPartQuerySet(ImmutableQuerySet[_Row]):
    """It makes a text in review a draft again whose parts change, as a single part does."""

    def approved(self) -> Self:
        """Return the parts of approved texts."""
        return self.of(Edition.objects.approved())

    def of(self, editions: models.QuerySet[Any]) -> Self:
        """Return those of `editions`; asked part by part, as a list of all would be long."""
        return self.filter(Exists(editions.filter(pk=OuterRef("edition"))))

    @alters_data
    @transaction.atomic
    def update(self, **values: Any) -> int:
        in_review = _lock_those_in_review(self._texts())
        rows = super().update(**values)
        _reopen(in_review)
        return rows

    @alters_data
    @transaction.atomic
    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        parts = list(objs)
        texts = Edition.objects.filter(pk__in={part.edition_id for part in parts})
        in_review = _lock_those_in_review(texts)
        if texts.approved().exists():
            raise ValidationError(self.model.CANNOT_CHANGE)
        made = super().bulk_create(parts, *args, **kwargs)
        _reopen(in_review)
        return made

    @alters_data
    @queryset_only
    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        in_review = _lock_those_in_review(self._texts())
        deleted = super().delete()
        _reopen(in_review)
        return deleted

    def _texts(self) -> EditionQuerySet:
        return Edition.objects.filter(pk__in=self.order_by().values("edition"))


class TextPart(Part, ImmutableModel):
    """
    Such a record is kept with a text, by `edition`: once the text is approved, it changes no
    more, and a text in review is a draft again where it changes.
    """

    WHOLE = "edition"
    CANNOT_CHANGE = CANNOT_DELETE = Edition.CANNOT_CHANGE

    edition: Any
    objects: Any

    class Meta:
        abstract = True

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self.edition.lock_release()
        deleted = super().delete(*args, **kwargs)
        self.edition.reopen()
        return deleted


class PlacedPart(TextPart):
    """It places a record beside a text."""

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError where the text is approved. Locks the release."""
        self.edition.lock_release()
        stored = type(self).objects.filter(pk=self.pk)
        if self.edition.is_approved or stored.approved().exists():
            raise ValidationError(self.CANNOT_CHANGE)
        super().save(*args, **kwargs)
        self.edition.reopen()


def _lock_those_in_review(editions: EditionQuerySet) -> list[Edition]:
    """Lock the releases of texts, in one order, and return the texts that are in review."""
    releases = PressRelease.objects.filter(pk__in=editions.values("release"))
    list(releases.select_for_update().order_by("pk"))
    return list(editions.in_review())


def _reopen(editions: list[Edition]) -> None:
    for edition in editions:
        edition.reopen()
