"""
A question that is asked at every page is compiled once.

Django makes the SQL of a queryset anew each time, which costs ten times what the database needs
to answer.
"""

from collections.abc import Callable, Iterable
from copy import copy
from datetime import date, datetime
from inspect import Parameter, signature
from types import SimpleNamespace
from typing import Any, Generic, TypeVar, cast

from django.db import connections, models
from django.db.models import Expression, QuerySet

from .moment import Moment

_Record = TypeVar("_Record", bound=models.Model)

FIELDS: dict[Any, Any] = {
    int: models.BigIntegerField,
    str: models.TextField,
    date: models.DateField,
    datetime: models.DateTimeField,
}

Made = tuple[QuerySet[Any], Any, str, list[Any]]

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
        return self._rows([self.signature.bind(*args, **kwargs).arguments])

    def together(self, questions: Iterable[dict[str, Any]]) -> list[_Record]:
        """
        Ask several questions, each given by all its names, in one statement. Returns the rows of
        all of them, in no order.
        """
        bound = [self.signature.bind(**question).arguments for question in questions]
        return self._rows(bound) if bound else []

    def _rows(self, questions: list[dict[str, Any]]) -> list[_Record]:
        made = [self._made(arguments) for arguments in questions]
        rows, compiler, _sql, _params = made[0][0]
        # What was compiled for one thread is asked by another, of its own connection.
        asked = copy(compiler)
        asked.connection = connections[rows.db]
        filled = tuple(
            self._value(param, values, asked.connection) if isinstance(param, Blank) else param
            for (_rows, _compiler, _sql, params), values in made
            for param in params
        )
        sql = _sql if len(made) == 1 else _all([one[2] for one, values in made])
        asked.as_sql = lambda *args, **kwargs: (sql, filled)
        # All that Django's way from rows to records asks of a queryset.
        question: Any = SimpleNamespace(
            db=rows.db,
            query=SimpleNamespace(get_compiler=lambda *args, **kwargs: asked),
            _known_related_objects={},
        )
        return [*cast("Any", rows)._iterable_class(question)]

    def _made(self, arguments: dict[str, Any]) -> tuple[Made, dict[str, Any]]:
        """Return what is compiled for such a question, and the values that are given."""
        arguments |= arguments.pop(self.more, {})
        values = {name: value for name, value in arguments.items() if value is not None}
        shape = (self, connections["default"].vendor, *values)
        if shape not in MADE:
            MADE[shape] = self._make(values)
        return MADE[shape], values

    def _make(self, values: dict[str, Any]) -> Made:
        rows = self.ask(**{name: self._blank(name, value) for name, value in values.items()})
        compiler = rows.query.get_compiler(using=rows.db)
        sql, params = compiler.as_sql()
        return rows, compiler, sql, list(params)

    def _blank(self, name: str, value: Any) -> Any:
        if not isinstance(value, Moment):
            kinds = type(value).__mro__
            return Blank(name, next(FIELDS[kind] for kind in kinds if kind in FIELDS)())
        limit: Any = Blank(name, models.DateTimeField(), "limit")
        day, today = (Blank(name, models.DateField(), part) for part in ("day", "today"))
        parts: Any = {"day": day, "today": today}
        return Moment(limit, limit, **parts, state=(), freeze=None, unnumbered=False)

    def _value(self, blank: Blank, values: dict[str, Any], connection: Any) -> Any:
        value = values[blank.name]
        if blank.part:
            value = getattr(value, blank.part)
        return blank.output_field.get_db_prep_value(value, connection, prepared=False)


def _all(statements: list[str]) -> str:
    # Each below a name of its own: it has an order and an end.
    parts = (f"SELECT * FROM ({sql}) AS q{number}" for number, sql in enumerate(statements))  # noqa: S608
    return " UNION ALL ".join(parts)
