"""Django wants to be told which methods of a queryset write."""

from collections.abc import Callable
from typing import Any, TypeVar

_Method = TypeVar("_Method", bound=Callable[..., Any])


def alters_data(method: _Method) -> _Method:
    """Mark a method that writes, so that no template calls it."""
    method.__dict__["alters_data"] = True
    return method


def queryset_only(method: _Method) -> _Method:
    """Keep a method off the managers: `Model.objects.delete()` would be too easily said."""
    method.__dict__["queryset_only"] = True
    return method
