from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.db.models import Q, QuerySet, Subquery
from django.utils import timezone

_Records = TypeVar("_Records", bound=QuerySet[Any])


def years_of(records: QuerySet[Any], field: str) -> list[int]:
    """
    Return the years in which `records` have an instant in `field`, the latest first.

    By the newsroom's clocks. Asks for one record a year, by the index of `field`: two queries;
    one where all are of one year or of two that follow each other.
    """
    dated = records.filter(**{f"{field}__isnull": False})
    # Both ends in one query: the index is read from either side.
    latest = Subquery(dated.order_by(f"-{field}").values(field)[:1])
    ends = dated.order_by(field).values_list(field, latest).first()
    if not ends:
        return []
    first, last = (timezone.localdate(instant).year for instant in ends)
    found = {first, last}
    if last - first > 1:
        one_each = [
            Q(pk=Subquery(in_year(dated, field, year).order_by(field).values("pk")[:1]))
            for year in range(first + 1, last)
        ]
        ones = records.model.objects.filter(reduce(or_, one_each)).order_by()
        found |= {timezone.localdate(at).year for at in ones.values_list(field, flat=True)}
    return sorted(found, reverse=True)


def in_year(records: _Records, field: str, year: int) -> _Records:
    """Return those of `records` whose instant in `field` is of a year."""
    begin, end = (timezone.make_aware(datetime(y, 1, 1)) for y in (year, year + 1))  # noqa: DTZ001 (made aware)
    return records.filter(**{f"{field}__gte": begin, f"{field}__lt": end})
