"""Fields of the newsroom: texts that are mended, files without an address, the editor's HTML."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from . import html
from .characters import in_a_line, in_lines
from .languages import languages


class MendedInput(forms.Field):
    """An input of a form whose text is mended before anything is asked of it."""

    mend: Callable[[str], str] = staticmethod(in_a_line)

    def to_python(self, value: Any) -> Any:
        return super().to_python(self.mend(value) if isinstance(value, str) else value)


class LineInput(MendedInput, forms.CharField):
    pass


class LinesInput(MendedInput, forms.CharField):
    mend: Callable[[str], str] = staticmethod(in_lines)


class SlugInput(MendedInput, forms.SlugField):
    pass


class EmailInput(MendedInput, forms.EmailField):
    pass


class URLInput(MendedInput, forms.URLField):
    pass


class Mended(models.Field):
    """
    A field of the database whose text is mended on every way into it: a form, `save()`,
    `bulk_create()`, `update()`. Migrations know it by the name of Django's own field.
    """

    mend: Callable[[str], str] = staticmethod(in_a_line)
    input: type[forms.Field] = LineInput

    def mended(self, value: Any) -> Any:
        return self.mend(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        return self.mended(super().to_python(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.mended(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        return self.mended(super().get_prep_value(value))

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{type(self).__name__}", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": self.input} | kwargs)


class CharField(Mended, models.CharField):
    pass


class SlugField(Mended, models.SlugField):
    input = SlugInput


class EmailField(Mended, models.EmailField):
    input = EmailInput


class URLField(Mended, models.URLField):
    input = URLInput


class TextField(Mended, models.TextField):
    mend: Callable[[str], str] = staticmethod(in_lines)
    input = LinesInput


class PrivateFile(FieldFile):
    """A stored file, which staff open through the desk: that asks who they are."""

    @property
    def url(self) -> str:
        # Each model with such a file has one, which no type can say.
        return self.instance.desk_file_url  # type: ignore[attr-defined]


class PrivateFileField(models.FileField):
    """A file with no address but those its model gives it: `desk_file_url` for staff."""

    attr_class = PrivateFile


class EmblemFile(FieldFile):
    @property
    def url(self) -> str:
        return reverse("emblem", args=[self.filename])

    @property
    def filename(self) -> str:
        return PurePath(self.name or "").name


class EmblemField(models.FileField):
    """A picture that everybody may see, at an address that changes with it."""

    attr_class = EmblemFile


def check_languages(text: str) -> None:
    """Raises ValidationError where a passage is marked with what is no code of a language."""
    if codes := html.no_codes(text):
        message = _("“%(code)s” is not the code of a language. Write one such as fr, nl or pt-BR.")
        raise ValidationError([message % {"code": code} for code in codes])


class ProseField(ProseEditorField):
    """
    The text of a release as HTML, in the `language` of its record, cleaned on every way into the
    database.

    The editor's own field cleans in forms only; this one also when a shell, a
    fixture, an import or `update()` writes.
    """

    default_validators = [check_languages]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", html.clean)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: Any) -> Any:
        return html.clean(super().clean(value, model_instance), model_instance.language)

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        value = html.clean(super().pre_save(model_instance, add), model_instance.language)
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return html.clean(value) if isinstance(value, str) else value


EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "History": True,
    "Passage": {
        "languages": [code for code, name in languages()],
        "words": {
            "mark": _("Passage in another language"),
            "unmark": _("Passage in the language of the text"),
            "language": _("Language"),
            "code": _("Or the code of another one, such as pt-BR"),
        },
    },
    "Abbreviation": {
        "words": {"mark": _("Abbreviation"), "title": _("In full")},
    },
    "Tables": {
        "words": {
            "insert": _("Insert a table"),
            "rows": _("Rows"),
            "columns": _("Columns"),
            "caption": _("Caption: what the table shows"),
            "change": _("Caption of the table"),
            "headRow": _("The first row heads the columns"),
            "headColumn": _("The first column heads the rows"),
            "addRow": _("Add a row below"),
            "deleteRow": _("Delete the row"),
            "addColumn": _("Add a column behind"),
            "deleteColumn": _("Delete the column"),
            "merge": _("Merge the selected cells, or split a merged one"),
            "deleteTable": _("Delete the table"),
        },
    },
    "OwnStyles": True,
    "WordPaste": True,
    "NoSpellCheck": False,
    # No dropdowns: the editor's cannot be opened by keyboard.
    "Menu": {
        "groups": [
            {"group": name}
            for name in (
                "headings",
                "lists",
                "nodes -headings -lists",
                "marks",
                "passage",
                "link",
                "table",
                "history",
            )
        ]
    },
}
