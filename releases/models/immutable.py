"""Approved rows do not change."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from .querysets import alters_data, queryset_only

_Row = TypeVar("_Row", bound="ImmutableModel", covariant=True)


class ImmutableQuerySet(models.QuerySet[_Row]):
    """It refuses, with ValidationError, what its model refuses of a single row."""

    def approved(self) -> Self:
        """Return the rows that are fixed; each model says which."""
        raise NotImplementedError

    def undeletable(self) -> Self:
        """Return the rows that cannot be deleted."""
        return self.approved()

    @alters_data
    def update(self, **values: Any) -> int:
        fields = {getattr(self.model._meta.get_field(name), "attname", name) for name in values}
        if self.model.IMMUTABLE_FIELDS & fields and self.approved().exists():
            raise ValidationError(self.model.CANNOT_CHANGE)
        return super().update(**values)

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        if self.undeletable().exists():
            raise ValidationError(self.model.CANNOT_DELETE)
        return super().delete()


class ImmutableModel(models.Model):
    """
    The approved rows of such a model are fixed. The `save()` of each names its checks, and refuses
    with ValidationError and the sentence CANNOT_CHANGE what is `differing()` in such a row;
    deleting one that is or was approved raises it with CANNOT_DELETE.

    Fixtures load unchecked, as Django loads them raw.
    """

    # Sentences, in the language of whoever reads them.
    CANNOT_CHANGE: ClassVar[Any] = ""
    CANNOT_DELETE: ClassVar[Any] = ""
    IMMUTABLE_FIELDS: ClassVar[frozenset[str]] = frozenset()

    objects: Any

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.pk and type(self).objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(self.CANNOT_DELETE)
        return super().delete(*args, **kwargs)

    def differing(self, stored: Mapping[str, Any]) -> set[str]:
        """
        Name the IMMUTABLE_FIELDS that have another value in this copy than in `stored`, values
        by column. What this copy was read without has not changed.
        """
        fixed = self.IMMUTABLE_FIELDS & set(self.__dict__)
        return {name for name in fixed if stored[name] != self.__dict__[name]}
