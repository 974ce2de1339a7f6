"""What has been approved does not change."""

from django.core.exceptions import ValidationError
from django.db import models


class ImmutableQuerySet(models.QuerySet):
    """Refuses, with ValidationError, what `ImmutableModel` refuses of a single row."""

    def approved(self):
        """The rows that are fixed; each model says which."""
        raise NotImplementedError

    def undeletable(self):
        """The rows that cannot be deleted."""
        return self.approved()

    def update(self, **values):
        fields = {self.model._meta.get_field(name).attname for name in values}
        if self.model.IMMUTABLE_FIELDS & fields and self.approved().exists():
            raise ValidationError(self.model.CANNOT_CHANGE)
        return super().update(**values)

    update.alters_data = True

    def delete(self):
        if self.undeletable().exists():
            raise ValidationError(self.model.CANNOT_DELETE)
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class ImmutableModel(models.Model):
    """
    A model whose approved rows are fixed. A save that changes one of IMMUTABLE_FIELDS of such a
    row raises ValidationError with the sentence CANNOT_CHANGE; deleting one that is or was
    approved raises it with CANNOT_DELETE.

    Saving costs one query more. Fixtures load unchecked, as Django loads them raw.
    """

    CANNOT_CHANGE = ""
    CANNOT_DELETE = ""
    IMMUTABLE_FIELDS = frozenset()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        stored = self.pk and type(self).objects.approved().filter(pk=self.pk).first()
        if stored and any(
            getattr(stored, name) != getattr(self, name) for name in self.IMMUTABLE_FIELDS
        ):
            raise ValidationError(self.CANNOT_CHANGE)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        if self.pk and type(self).objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(self.CANNOT_DELETE)
        return super().delete(*args, **kwargs)
