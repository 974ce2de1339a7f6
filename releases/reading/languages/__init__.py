"""The facts of a language that the findings need: one module of plain data each."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

FALLBACK = "en"


@cache
def facts(code):
    """The module of the language `code` ("fr", "fr-be"); that of English for one we have not."""
    name = (code or FALLBACK).partition("-")[0].lower()
    if not (name.isalpha() and len(name) < 4 and find_spec(f"{__name__}.{name}")):
        name = FALLBACK
    return import_module(f"{__name__}.{name}")


@cache
def words(*texts):
    """The set of words of some constants of such a module, for looking them up."""
    return frozenset(" ".join(texts).split())
