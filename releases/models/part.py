from django.db import transaction


class Part:
    """A record kept with the one it is a part of, named by WHOLE: their history is one."""

    WHOLE = ""

    def get_additional_data(self):
        """What the log of changes (django-auditlog) keeps beside them."""
        return {self.WHOLE: getattr(self, f"{self.WHOLE}_id")}


class LockedPart(Part):
    """
    A part that is edited with its whole, a `OptimisticLock`: a change of it counts as a save of
    the whole, so that nobody writes over it from a form that was drawn before.
    """

    @transaction.atomic
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        getattr(self, self.WHOLE).touch()

    @transaction.atomic
    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        getattr(self, self.WHOLE).touch()
        return deleted
