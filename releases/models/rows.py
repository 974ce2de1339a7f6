from datetime import UTC, datetime

from django.db.models import DateTimeField, F, Func, JSONField, Subquery
from django.db.models.functions import JSONObject


class Rows(Subquery):
    """
    The rows of a queryset as one JSON list of dicts, inside the query that asks for it.

    For the short lists beside a text, which would otherwise cost a query each. The dicts
    hold the columns `names`, fit for `Model(**row)`; instants are aware datetimes.
    """

    output_field = JSONField()
    template = "(SELECT json_group_array(json(row)) FROM (%(subquery)s) AS rows)"

    def __init__(self, queryset, *names):
        row = JSONObject(**{name: _column(queryset.model, name) for name in names})
        fields = (queryset.model._meta.get_field(name) for name in names)
        self.instants = [field.name for field in fields if isinstance(field, DateTimeField)]
        super().__init__(queryset.annotate(row=row).values("row"))

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT COALESCE(jsonb_agg(row), '[]') FROM (%(subquery)s) AS rows)"
        return self.as_sql(compiler, connection, template=template, **extra)

    def get_db_converters(self, connection):
        return [*super().get_db_converters(connection), self._with_instants]

    def _with_instants(self, rows, expression, connection):
        for row in rows:
            row.update({name: _instant(row[name]) for name in self.instants})
        return rows


class _Nested(Func):
    """A JSON column inside a JSON object: SQLite would take it for a string."""

    function = "JSON"

    def as_postgresql(self, compiler, connection, **extra):
        return compiler.compile(self.source_expressions[0])


def _column(model, name):
    field = model._meta.get_field(name)
    return _Nested(F(name)) if isinstance(field, JSONField) else F(name)


def _instant(text):
    """PostgreSQL writes an instant with its offset; SQLite without one, in UTC."""
    if text is None:
        return None
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
