"""Addresses of pages, of which a list has dozens."""

import re
from datetime import date
from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

is_plain = re.compile("[-a-zA-Z0-9_/]+").fullmatch


def address(name: str, **parts: str | int | date) -> str:
    """
    Return what `reverse()` returns for a page, in a fraction of the time: it is asked once for
    each name and language, and what differs is put in here.
    """
    texts = {}
    for part, value in parts.items():
        texts[part] = text = _text(value)
        if not is_plain(text) or (value is text and "/" in text):
            return reverse(name, kwargs=parts)
    return _form(name, tuple(texts), get_language(), get_script_prefix()) % texts


@lru_cache
def _form(name: str, parts: tuple[str, ...], language: str, prefix: str) -> str:
    """Make an address that has the names of its parts where they belong."""
    stand_in = {
        part: date(1111, 11, 11) if part == "day" else str(number)
        for number, part in enumerate(parts, start=10**7)
    }
    form = reverse(name, kwargs=stand_in)
    for part, value in stand_in.items():
        form = form.replace(_text(value), f"%({part})s")
    return form


def _text(value: str | int | date) -> str:
    return value.isoformat().replace("-", "/") if isinstance(value, date) else str(value)
