from typing import Any

from django.db import models, transaction


class Part:
    """A part is kept with the record it belongs to, named by WHOLE: their history is one."""

    WHOLE = ""

    def get_additional_data(self) -> dict[str, int]:
        """Return what the log of changes (django-auditlog) keeps beside them."""
        return {self.WHOLE: getattr(self, f"{self.WHOLE}_id")}


class LockedPart(Part, models.Model):
    """
    It is edited with its whole, an `OptimisticLock`: a change of it counts as a save of the
    whole, so that nobody writes over it from a form that was drawn before.
    """

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        getattr(self, self.WHOLE).touch()

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        getattr(self, self.WHOLE).touch()
        return deleted
