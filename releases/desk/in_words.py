"""Shows what is only read at the desk as people read it: names, texts, yes and no."""

from functools import cache

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import flatten, flatten_fieldsets
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField, ManyToManyField
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from releases.text.fields import ProseField
from releases.text.languages import languages
from releases.text.names import NamesField

EMPTY = "-"


class FieldsInWords(BaseModelAdmin):
    """
    A ModelAdmin, or an inline, that shows in words what is not to be changed on a form: names
    in several languages, texts and what is ticked; not as data, markup or icons.
    """

    def get_readonly_fields(self, request, obj=None):
        """Add the fields of rows that are only read: Django leaves them out."""
        names = list(super().get_readonly_fields(request, obj))
        if obj and self.fields and not self.has_change_permission(request, obj):
            names += flatten(self.fields)
        return [field_in_words(self.model._meta, name) for name in names]

    def get_fieldsets(self, request, obj=None):
        return self.in_words(request, obj, super().get_fieldsets(request, obj))

    def in_words(self, request, obj, fieldsets):
        """Return the fieldsets with words in place of each field that cannot be changed."""
        if obj and not self.has_change_permission(request, obj):
            fixed = set(flatten_fieldsets(fieldsets))
        else:
            fixed = set(super().get_readonly_fields(request, obj))
        return [
            (title, options | {"fields": [self._shown(fixed, name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def _shown(self, fixed, name):
        if isinstance(name, list | tuple):
            return [self._shown(fixed, one) for one in name]
        return field_in_words(self.model._meta, name) if name in fixed else name


class ShowsInWords(FieldsInWords, admin.ModelAdmin):
    """A ModelAdmin that shows its records in words on their forms and in the list of them."""

    def get_list_display(self, request):
        names = super().get_list_display(request)
        return [column_in_words(self.model._meta, name) for name in names]


@cache
def column_in_words(options, name):
    """
    Return the column of a list that says a field in a word; `name` as it is for other fields.

    `options` is the `_meta` of its model. It is the same object each time: the admin compares.
    """
    return _reading(options, name, {NamesField: str, BooleanField: yes_or_no})


@cache
def field_in_words(options, name):
    """Return the same for a form, in words that may take some lines."""
    kinds = {
        NamesField: in_languages,
        ProseField: as_the_reader,
        BooleanField: yes_or_no,
        ManyToManyField: in_lines,
    }
    return _reading(options, name, kinds)


def yes_or_no(value):
    return _("Yes") if value else _("No")


def in_languages(names):
    """Put each language in a line."""
    called = dict(languages())
    return "\n".join(f"{called.get(code, code)}: {text}" for code, text in names.items() if text)


def in_lines(records):
    """Put each of several records in a line."""
    return "\n".join(map(str, records.all()))


def as_the_reader(body):
    return format_html('<div class="desk-prose">{}</div>', mark_safe(body))  # noqa: S308 (the text is cleaned when saved)


def _reading(options, name, kinds):
    """Make what the admin calls to show a field in the words of its kind; `name` for no such."""
    try:
        field = options.get_field(name)
    except FieldDoesNotExist:
        return name
    words = next((kinds[kind] for kind in kinds if isinstance(field, kind)), None)
    if words is None:
        return name

    @admin.display(description=field.verbose_name, ordering=name)
    def reading(record):
        return words(getattr(record, name)) or EMPTY

    reading.__name__ = name
    return reading
