from typing import Any

from django.db import models, transaction


class Part(models.Model):
    """A part is kept with the record it belongs to, named by WHOLE: their history is one."""

    WHOLE = ""

    class Meta:
        abstract = True

    @property
    def whole_id(self) -> int:
        return getattr(self, f"{self.WHOLE}_id")


class LockedPart(Part):
    """
    It is edited with its whole, a `Subject`: a change of it counts as a save of the whole, so
    that nobody writes over it from a form that was drawn before; and it is told to the public,
    if the public sees the whole, unless it is known to nobody yet.
    """

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        before = self.known()
        super().save(*args, **kwargs)
        self._changed_from(before, self.known())

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        before = self.known()
        deleted = super().delete(*args, **kwargs)
        self._changed_from(before, None)
        return deleted

    def known(self) -> object:
        """Return what the public may know of the row as stored, to compare; None for nothing."""
        return object()

    def _changed_from(self, before: object, after: object) -> None:
        whole = getattr(self, self.WHOLE)
        whole.touch()
        if before != after:
            whole.tell_the_public()
