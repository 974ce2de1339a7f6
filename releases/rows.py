from django.db.models import F, Func, JSONField, Subquery
from django.db.models.functions import JSONObject


class Rows(Subquery):
    """
    The rows of a queryset as one JSON list of dicts, inside the query that asks for it.

    For the short lists beside a text, which would otherwise cost a query each. The dicts
    hold the columns `names`, fit for `Model(**row)`.
    """

    output_field = JSONField()
    template = "(SELECT json_group_array(json(row)) FROM (%(subquery)s) AS rows)"

    def __init__(self, queryset, *names):
        row = JSONObject(**{name: _column(queryset.model, name) for name in names})
        super().__init__(queryset.annotate(row=row).values("row"))

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT COALESCE(jsonb_agg(row), '[]') FROM (%(subquery)s) AS rows)"
        return self.as_sql(compiler, connection, template=template, **extra)


class _Nested(Func):
    """A JSON column inside a JSON object: SQLite would take it for a string."""

    function = "JSON"

    def as_postgresql(self, compiler, connection, **extra):
        return compiler.compile(self.source_expressions[0])


def _column(model, name):
    field = model._meta.get_field(name)
    return _Nested(F(name)) if isinstance(field, JSONField) else F(name)
