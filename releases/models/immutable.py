"""What has been approved does not change, and nobody writes over what they have not seen."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class FrozenQuerySet(models.QuerySet):
    """Refuses `update()` of frozen fields and `delete()` of kept rows with ValidationError."""

    def frozen(self):
        """The rows that are fixed; each model says which."""
        raise NotImplementedError

    def kept(self):
        """The rows that cannot be deleted."""
        return self.frozen()

    def update(self, **values):
        fields = {self.model._meta.get_field(name).attname for name in values}
        if self.model.FROZEN_FIELDS & fields and self.frozen().exists():
            raise ValidationError(self.model.FROZEN)
        return super().update(**values)

    update.alters_data = True

    def delete(self):
        if self.kept().exists():
            raise ValidationError(self.model.KEPT)
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class FrozenModel(models.Model):
    """
    A model some of whose rows are fixed. A save that changes one of FROZEN_FIELDS of
    such a row raises ValidationError with the sentence FROZEN, deleting a kept one with KEPT.

    Saving costs one query more. Fixtures load unchecked, as Django loads them raw.
    """

    FROZEN = ""
    KEPT = ""
    FROZEN_FIELDS = frozenset()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        stored = self.pk and type(self).objects.frozen().filter(pk=self.pk).first()
        if stored and any(
            getattr(stored, name) != getattr(self, name) for name in self.FROZEN_FIELDS
        ):
            raise ValidationError(self.FROZEN)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        if self.pk and type(self).objects.kept().filter(pk=self.pk).exists():
            raise ValidationError(self.KEPT)
        return super().delete(*args, **kwargs)


class StaleError(ValidationError):
    """Somebody saved the record after this copy of it was read."""

    def __init__(self):
        super().__init__(
            _("Somebody changed this in the meantime. Nothing was done: look at it as it is now."),
            code="stale",
        )


class RevisedModel(models.Model):
    """
    A model whose rows count their saves in `revision`. Saving a copy that is not the newest
    raises StaleError: of two who read the same row and save it, one wins. One query more.

    What is edited with a row (see `RevisedPart`) counts as a save of the row.
    """

    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if self._state.adding:
            return super().save(*args, update_fields=update_fields, **kwargs)
        read = self.revision
        try:
            with transaction.atomic():
                rows = type(self).objects.filter(pk=self.pk, revision=read)
                if not rows.update(revision=F("revision") + 1):
                    raise StaleError
                self.revision = read + 1
                if update_fields is not None:
                    update_fields = {*update_fields, "revision"}
                super().save(*args, update_fields=update_fields, **kwargs)
        except Exception:
            self.revision = read
            raise

    def touch(self):
        """Count a save, as of a part of this row. One query; a stale copy stays stale."""
        type(self).objects.filter(pk=self.pk).update(revision=F("revision") + 1)
        self.revision += 1

    def locked(self):
        """
        This row as stored, locked until the transaction ends.

        Raises StaleError if it is not the one this copy was read from.
        """
        stored = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        if stored.revision != self.revision:
            raise StaleError
        return stored
