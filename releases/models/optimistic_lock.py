"""Of two who read the same record and save it, one wins."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class StaleError(ValidationError):
    """Somebody saved the record after this copy of it was read."""

    def __init__(self):
        super().__init__(
            _("Somebody changed this in the meantime. Nothing was done: look at it as it is now."),
            code="stale",
        )


class OptimisticLock(models.Model):
    """
    A model whose rows count their saves in `revision`. Saving a copy that is not the newest
    raises StaleError: of two who read the same row and save it, one wins. One query more.

    What is edited with a row (see `LockedPart`) counts as a save of the row.
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
