"""What is only read at the desk, as people read it: names, texts, yes and no."""

from functools import cache

from django.contrib import admin
from django.contrib.admin.utils import flatten, flatten_fieldsets
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from releases.text.fields import ProseField
from releases.text.languages import languages
from releases.text.names import NamesField

EMPTY = "-"


class InWords:
    """
    For a ModelAdmin or an inline: names in several languages, the texts of releases and what
    is ticked are shown in words where they are not to be changed, not as data, markup or icons.
    """

    def get_list_display(self, request):
        return [listed(self.model, name) for name in super().get_list_display(request)]

    def get_readonly_fields(self, request, obj=None):
        """Of the rows of an inline that are only read, all fields: Django leaves them out."""
        names = list(super().get_readonly_fields(request, obj))
        if obj and self.fields and not self.has_change_permission(request, obj):
            names += flatten(self.fields)
        return [read(self.model, name) for name in names]

    def get_fieldsets(self, request, obj=None):
        return self.in_words(request, obj, super().get_fieldsets(request, obj))

    def in_words(self, request, obj, fieldsets):
        """The fieldsets with a reading in place of each field that cannot be changed."""
        if obj and not self.has_change_permission(request, obj):
            fixed = set(flatten_fieldsets(fieldsets))
        else:
            fixed = set(super().get_readonly_fields(request, obj))
        return [
            (title, options | {"fields": [self._read(fixed, name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def _read(self, fixed, name):
        if isinstance(name, list | tuple):
            return [self._read(fixed, one) for one in name]
        return read(self.model, name) if name in fixed else name


@cache
def listed(model, name):
    """For a list: a field in a word, or `name` as it is where it is no field of these kinds."""
    return _reading(model, name, {NamesField: str, BooleanField: yes_or_no})


@cache
def read(model, name):
    """For a form: a field in words, or `name` as it is where it is no field of these kinds."""
    kinds = {NamesField: in_languages, ProseField: as_the_reader, BooleanField: yes_or_no}
    return _reading(model, name, kinds)


def yes_or_no(value):
    return _("Yes") if value else _("No")


def in_languages(names):
    """A line a language."""
    called = dict(languages())
    return "\n".join(f"{called.get(code, code)}: {text}" for code, text in names.items() if text)


def as_the_reader(body):
    return format_html('<div class="desk-prose">{}</div>', mark_safe(body))  # noqa: S308 (the text is cleaned when saved)


def _reading(model, name, kinds):
    try:
        field = model._meta.get_field(name) if isinstance(name, str) else None
    except FieldDoesNotExist:
        field = None
    words = next((kinds[kind] for kind in kinds if isinstance(field, kind)), None)
    if words is None:
        return name

    @admin.display(description=field.verbose_name, ordering=name)
    def reading(record):
        return words(getattr(record, name)) or EMPTY

    reading.__name__ = name
    return reading
