"""The record that has or had an address, if the public may see it."""

from functools import cache
from typing import Any

from django.db.models import QuerySet

from releases.models import Meeting, Moment, Organisation, Person
from releases.models.prepared import prepared

# What is read in the same query, as the page shows it.
WITH = {Meeting: "organiser", Organisation: "logo", Person: "portrait"}


def at_address(model: Any, slug: str, moment: Moment) -> Any:
    """Find the public record of a model that has or had an address; else None. One query."""
    found = _finder(model)(moment, slug)
    return found[0] if found else None


@cache
def _finder(model: Any) -> prepared[Any]:
    @prepared
    def find(moment: Moment, slug: str) -> QuerySet[Any]:
        rows = model.objects.addressed(slug).public(moment)
        return rows.select_related(WITH[model]) if model in WITH else rows

    return find
