"""Two people read the same record and save it: one of them wins."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _


class StaleError(ValidationError):
    """Somebody saved the record after this copy of it was read."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody changed this in the meantime. Nothing was done: look at it as it is now."),
            code="stale",
        )


class OptimisticLock(models.Model):
    """
    The rows of such a model count their saves in `revision`. Saving a copy that is not the
    newest raises StaleError: of two who read the same row and save it, one wins.

    A copy remembers what it was read with. A save writes what has changed since and compares
    the count, both in its UPDATE. What is edited with a row (see `LockedPart`) counts as a save
    of the row.
    """

    # The columns that decide what may be written. They too have to be as they were read, should
    # an update of many rows have changed one without counting it.
    STATE: ClassVar[tuple[str, ...]] = ()

    _read: Mapping[str, Any] = {}

    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write what has changed since this copy was read. Raises StaleError for an old copy."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = {"revision", *self._changed()}
        super().save(*args, **kwargs)

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **kwargs: Any
    ) -> Self:
        """Remember what is read, the way Django's documentation shows."""
        copy = super().from_db(db, field_names, values, **kwargs)
        # As it comes from the database: the dicts and files of the copy are objects of its own.
        copy._read = dict(zip(field_names, values, strict=True))
        return copy

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: models.QuerySet[Any] | None = None,
    ) -> None:
        fields = None if fields is None else list(fields)
        super().refresh_from_db(using, fields, from_queryset)
        self._remember(self._columns(fields))

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        super().save_base(*args, **kwargs)
        self._remember(self._columns(kwargs.get("update_fields")))

    def as_read(self, names: Iterable[str]) -> Mapping[str, Any] | None:
        """
        Return the values of these columns as this copy was read; None if there is no such row.

        A copy that was made by hand, or read without some of them, asks for those now: one query.
        """
        if self.pk is None:
            return None
        known = self._known()
        if missing := {"id", *names} - set(known):
            row = type(self)._base_manager.filter(pk=self.pk).values(*missing).first()
            if row is None:
                return None
            self._read = known = {**known, **row}
        return known

    def touch(self) -> None:
        """Count a save, as of a part of this row. One query; a stale copy stays stale."""
        type(self)._base_manager.filter(pk=self.pk).update(revision=F("revision") + 1)
        self.revision += 1

    def lock(self) -> Self:
        """Lock this row until the transaction ends, and return it as stored. One query."""
        return type(self)._base_manager.select_for_update(of=("self",)).get(pk=self.pk)

    def lock_as_read(self) -> Self:
        """
        Lock this row until the transaction ends, and return it as stored.

        Raises StaleError if it is not the one this copy was read from.
        """
        stored = self.lock()
        if stored.revision != self.revision:
            raise StaleError
        return stored

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *args: Any) -> Any:
        # Django's own step, of which its documentation says nothing: there is no other place
        # where an UPDATE can ask for more than the key, and a question before it can be overtaken.
        if self._state.adding:
            return super()._do_update(base_qs, using, pk_val, values, *args)
        known = self._known()
        as_read = {name: known[name] for name in self.STATE if name in known}
        count = self._meta.get_field("revision")
        counted = [value for value in values if value[0] is not count]
        counted.append((count, None, self.revision + 1))
        rows = base_qs.filter(revision=self.revision, **as_read)
        updated = super()._do_update(rows, using, pk_val, counted, *args)
        if not updated:
            raise StaleError
        self.revision += 1
        return updated

    def _changed(self) -> set[str]:
        """Name the columns of this copy that differ from what was read, or were not read."""
        known, now = self._known(), {name: self.__dict__[name] for name in self._columns()}
        return {
            name
            for name, value in now.items()
            # A file that has been chosen and not been stored yet may have the name of the old one.
            if name not in known or known[name] != value or not getattr(value, "_committed", True)
        } - {"id"}

    def _known(self) -> Mapping[str, Any]:
        """Return what was read, unless this copy was given the key of another row since."""
        return self._read if self._read.get("id") == self.pk else {}

    def _columns(self, fields: Iterable[str] | None = None) -> list[str]:
        """Name the columns this copy has values of; of `fields` alone, where they are given."""
        return [
            field.attname
            for field in self._meta.concrete_fields
            if field.attname in self.__dict__
            and (fields is None or field.name in fields or field.attname in fields)
        ]

    def _remember(self, columns: Iterable[str]) -> None:
        # A new mapping: copies of a copy may share the old one.
        self._read = {**self._read, **{name: _kept(self.__dict__[name]) for name in columns}}


def _kept(value: Any) -> Any:
    """Return a value that stays as it is when the record's own is changed in its place."""
    if isinstance(value, FieldFile):
        return value.name
    return dict(value) if isinstance(value, dict) else value
