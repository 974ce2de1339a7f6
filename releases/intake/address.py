"""Addresses of pages on other sites, as files and archives state them."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from releases.models import Intake
from releases.models.intake import path_of

LONGEST: int = Intake._meta.get_field("address").max_length or 0
_check = URLValidator(schemes=["http", "https"])


def checked_address(text):
    """The web address, or "" for "". Raises ValidationError where it is none, or too long."""
    if not text:
        return ""
    try:
        _check(text)
        path = path_of(text)
    except (ValidationError, ValueError) as error:
        sentence = _("“%(text)s” is no web address. Write it like https://www.example.org/news/1.")
        raise ValidationError(sentence % {"text": text}) from error
    if max(len(text), len(path)) > LONGEST:
        raise ValidationError(_("The address is longer than 1000 characters."))
    return text


def likely_address(text):
    """Returns what a page says is its address, or "" where that is none."""
    with suppress(ValidationError):
        return checked_address(text)
    return ""
