"""What has been approved does not change, whichever way the change comes in."""

from django.core.exceptions import ValidationError
from django.db import models


class FrozenQuerySet(models.QuerySet):
    """Refuses `update()` of frozen fields and `delete()` of frozen rows with ValidationError."""

    def frozen(self):
        """The rows that are fixed; each model says which."""
        raise NotImplementedError

    def update(self, **values):
        if self.model.FROZEN_FIELDS & values.keys() and self.frozen().exists():
            raise ValidationError(self.model.FROZEN)
        return super().update(**values)

    update.alters_data = True

    def delete(self):
        if self.frozen().exists():
            raise ValidationError(self.model.FROZEN)
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class FrozenModel(models.Model):
    """
    A model some of whose rows are fixed. A save that changes one of FROZEN_FIELDS of
    such a row, or deletes it, raises ValidationError with the sentence FROZEN.

    Saving costs one query more. Fixtures load unchecked, as Django loads them raw.
    """

    FROZEN = ""
    FROZEN_FIELDS = frozenset()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        stored = self._frozen_row()
        if stored and any(
            getattr(stored, name) != getattr(self, name) for name in self.FROZEN_FIELDS
        ):
            raise ValidationError(self.FROZEN)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        if self._frozen_row():
            raise ValidationError(self.FROZEN)
        return super().delete(*args, **kwargs)

    def _frozen_row(self):
        return self.pk and type(self).objects.frozen().filter(pk=self.pk).first()
