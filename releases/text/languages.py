"""The languages of the newsroom: which there are, and what they are called."""

from django.conf import settings
from django.utils.translation import get_language, get_language_info

# Languages that write the names of languages with a capital inside a sentence.
CAPITALISING = {"en", "de", "nl", "lb"}


def languages():
    """The newsroom's languages as (code, name) pairs; a setting, so no migration names them."""
    return settings.LANGUAGES


def default_language():
    """The language that the newsroom writes first, by its code; a setting like the others."""
    return settings.LANGUAGE_CODE


def name_of_language(code):
    """The name of a language in the active one, as in a sentence: “French”, “français”."""
    name = get_language_info(code)["name_translated"]
    if get_language().partition("-")[0] in CAPITALISING:
        return name
    return name[:1].lower() + name[1:]
