"""
A question that is asked at every page is compiled once.

Django makes the SQL of a queryset anew each time, which costs ten times what the database needs
to answer.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from datetime import date, datetime
from functools import reduce
from inspect import Parameter, signature
from operator import or_
from types import SimpleNamespace
from typing import Any, Generic, TypeVar, cast

from django.db import connections, models
from django.db.models import Expression, Q, QuerySet

from .moment import Moment

_Record = TypeVar("_Record", bound=models.Model)

FIELDS: dict[Any, Any] = {
    int: models.BigIntegerField,
    str: models.TextField,
    date: models.DateField,
    datetime: models.DateTimeField,
}

Made = tuple[QuerySet[Any], Any, str, list[Any], Any]

# What was compiled, by the function that asks, the database, and the values that are given.
MADE: dict[tuple[Any, ...], Made] = {}


class Blank(Expression):
    """
    A value that is filled in when the question is asked, by its name; of a moment, this `part`.
    """

    def __init__(self, name: str, field: Any, part: str = "") -> None:
        super().__init__(output_field=field)
        self.name, self.part = name, part

    def as_sql(self, compiler: Any, connection: Any, **kwargs: Any) -> Any:
        return "%s", [self]


class prepared(Generic[_Record]):  # noqa: N801 (a decorator)
    """
    Let a function that makes a queryset return its rows, as a list; the SQL is made once.

    It is given a `Moment`, of which it asks limit, day or today, whole numbers, strings, days and
    instants; None makes another question, and so do other names of `**more`. In their place it
    finds blanks, to be used as the values of conditions and nowhere else.
    """

    def __init__(self, ask: Callable[..., QuerySet[_Record]]) -> None:
        self.ask = ask
        self.signature = signature(ask)
        named = self.signature.parameters.values()
        self.more = next((p.name for p in named if p.kind is Parameter.VAR_KEYWORD), "")

    def __call__(self, *args: Any, **kwargs: Any) -> list[_Record]:
        values = self._values(args, kwargs)
        rows, compiler, sql, params, converters = self._made(values)
        # What was compiled for one thread is asked by another, of its own connection. Converters
        # ask of theirs the time zone alone, which is the same for all.
        asked = copy(compiler)
        asked.connection = connections[rows.db]
        asked.get_converters = lambda expressions: converters
        filled = tuple(self._filled(param, values, asked.connection) for param in params)
        asked.as_sql = lambda *args, **kwargs: (sql, filled)
        # All that Django's way from rows to records asks of a queryset.
        question: Any = SimpleNamespace(
            db=rows.db,
            query=SimpleNamespace(get_compiler=lambda *args, **kwargs: asked),
            _known_related_objects={},
        )
        return [*cast("Any", rows)._iterable_class(question)]

    def finds_any(
        self, names: Sequence[str], choices: Sequence[Sequence[Any]], *args: Any, **kwargs: Any
    ) -> list[tuple[Any, ...]]:
        """
        Return those of `choices`, each the values of the parameters called `names`, with which
        there is a row; the others are given. One statement, planned once for all.
        """
        if not choices:
            return []
        one = dict(zip(names, choices[0], strict=True))
        values = self._values(args, kwargs | one)
        rows, _compiler, sql, params, _converters = self._made(values)
        connection = connections[rows.db]
        columns = {name: connection.ops.quote_name(name) for name in names}
        line = f"({', '.join(['%s'] * len(names))})"
        given = [value for choice in choices for value in choice]
        asked, *pieces = sql.split("%s")
        for param, piece in zip(params, pieces, strict=True):
            if isinstance(param, Blank) and param.name in columns:
                asked += f"choice.{columns[param.name]}{piece}"
            else:
                asked += f"%s{piece}"
                given.append(self._filled(param, values, connection))
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH choice ({', '.join(columns.values())})"  # noqa: S608 (no value is in it)
                f" AS (VALUES {', '.join([line] * len(choices))})"
                f" SELECT * FROM choice WHERE EXISTS ({asked})",
                given,
            )
            return cursor.fetchall()

    def _values(self, args: Sequence[Any], kwargs: dict[str, Any]) -> dict[str, Any]:
        arguments = self.signature.bind(*args, **kwargs).arguments
        arguments |= arguments.pop(self.more, {})
        return {name: value for name, value in arguments.items() if value is not None}

    def _made(self, values: dict[str, Any]) -> Made:
        """Return what is compiled for a question that is given these values."""
        shape = (self, connections["default"].vendor, *values)
        if shape not in MADE:
            MADE[shape] = self._make(values)
        return MADE[shape]

    def _make(self, values: dict[str, Any]) -> Made:
        rows = self.ask(**{name: self._blank(name, value) for name, value in values.items()})
        compiler = rows.query.get_compiler(using=rows.db)
        sql, params = compiler.as_sql()
        selected = [column for column, _sql, _alias in compiler.select[: compiler.col_count]]
        return rows, compiler, sql, list(params), compiler.get_converters(selected)

    def _blank(self, name: str, value: Any) -> Any:
        if not isinstance(value, Moment):
            kinds = type(value).__mro__
            return Blank(name, next(FIELDS[kind] for kind in kinds if kind in FIELDS)())
        limit: Any = Blank(name, models.DateTimeField(), "limit")
        day, today = (Blank(name, models.DateField(), part) for part in ("day", "today"))
        parts: Any = {"day": day, "today": today}
        return Moment(limit, limit, **parts, state=(), freeze=None, unnumbered=False)

    def _filled(self, param: Any, values: dict[str, Any], connection: Any) -> Any:
        if not isinstance(param, Blank):
            return param
        value = values[param.name]
        if param.part:
            value = getattr(value, param.part)
        return param.output_field.get_db_prep_value(value, connection, prepared=False)


def numbered(keys: Iterable[int]) -> dict[str, int]:
    """Name keys by their order, as the `**more` of a question."""
    return {f"key_{number}": key for number, key in enumerate(keys)}


def one_of(field: str, keys: dict[str, int]) -> Q:
    """Find, in a question, the records whose `field` is one of its numbered keys: at least one."""
    return reduce(or_, (Q(**{field: key}) for key in keys.values()))
