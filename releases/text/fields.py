"""Fields of the newsroom: names in several languages, clean texts, a choice of language."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.files import FieldFile
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from . import html
from .characters import in_a_line, in_lines


def languages():
    """The newsroom's languages as (code, name) pairs; a setting, so no migration names them."""
    return settings.LANGUAGES


# Languages that write the names of languages with a capital inside a sentence.
CAPITALISING = {"en", "de", "nl", "lb"}


def name_of_language(code):
    """The name of a language in the active one, as in a sentence: “French”, “français”."""
    name = get_language_info(code)["name_translated"]
    if get_language().partition("-")[0] in CAPITALISING:
        return name
    return name[:1].lower() + name[1:]


def default_language():
    return settings.LANGUAGE_CODE


class Names(dict):
    """
    A short text by language code, such as {"en": "Brussels", "fr": "Bruxelles"}.

    As a string it is the text in the active language; where that is missing, in the
    first of the newsroom's languages that has one. `language` says which one it is.
    """

    @property
    def language(self):
        order = [get_language(), *(code for code, name in settings.LANGUAGES), *self]
        return next((code for code in order if self.get(code)), "")

    def __str__(self):
        return self.get(self.language, "")

    def __bool__(self):
        return any(self.values())


class MendedInput:
    """An input of a form whose text is mended before anything is asked of it."""

    mend = staticmethod(in_a_line)

    def to_python(self, value):
        return super().to_python(self.mend(value) if isinstance(value, str) else value)


class LineInput(MendedInput, forms.CharField):
    pass


class LinesInput(MendedInput, forms.CharField):
    mend = staticmethod(in_lines)


class SlugInput(MendedInput, forms.SlugField):
    pass


class EmailInput(MendedInput, forms.EmailField):
    pass


class URLInput(MendedInput, forms.URLField):
    pass


class Mended:
    """
    A field of the database whose text is mended on every way into it: a form, `save()`,
    `bulk_create()`, `update()`. Migrations know it by the name of Django's own field.
    """

    mend = staticmethod(in_a_line)
    input = LineInput

    def mended(self, value):
        return self.mend(value) if isinstance(value, str) else value

    def to_python(self, value):
        return self.mended(super().to_python(value))

    def pre_save(self, model_instance, add):
        value = self.mended(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        return self.mended(super().get_prep_value(value))

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{type(self).__name__}", args, kwargs

    def formfield(self, **kwargs):
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
    mend = staticmethod(in_lines)
    input = LinesInput


class NamesWidget(forms.MultiWidget):
    template_name = "releases/_names_widget.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        widgets = {
            code: forms.TextInput({"lang": code, "aria-label": name, "class": "vTextField"})
            for code, name in settings.LANGUAGES
        }
        super().__init__(widgets, attrs)

    def decompress(self, value):
        return [(value or {}).get(code, "") for code, name in settings.LANGUAGES]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for part, (__, language) in zip(
            context["widget"]["subwidgets"], settings.LANGUAGES, strict=True
        ):
            part["label"] = language
        return context


class NamesFormField(forms.MultiValueField):
    widget = NamesWidget
    default_error_messages = {"required": _("Give it in one language at least.")}

    def __init__(self, *, encoder=None, decoder=None, max_length=300, **kwargs):
        fields = [LineInput(max_length=max_length, required=False) for __ in languages()]
        kwargs.pop("widget", None)
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, values):
        codes = [code for code, name in settings.LANGUAGES]
        return Names({code: text for code, text in zip(codes, values, strict=False) if text})


class NamesAttribute(DeferredAttribute):
    """Makes `Names` of every dict that is assigned."""

    def __set__(self, instance, value):
        names = Names(value) if isinstance(value, dict) else value
        instance.__dict__[self.field.attname] = names


def _mended_names(value):
    """Names with each text mended; what is no dict of texts stays, for `validate()` to refuse."""
    if not isinstance(value, dict):
        return value
    return Names({c: in_a_line(t) if isinstance(t, str) else t for c, t in value.items()})


class NamesField(models.JSONField):
    """
    A short text in any of the newsroom's languages, as `Names`.

    Sort and filter by language with `names__fr`. Empty texts are not stored.
    """

    descriptor_class = NamesAttribute

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", Names)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        value = super().from_db_value(value, expression, connection)
        return Names(value) if isinstance(value, dict) else value

    def to_python(self, value):
        return _mended_names(super().to_python(value))

    def pre_save(self, model_instance, add):
        value = _mended_names(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        value = _mended_names(value)
        if isinstance(value, dict):
            value = {code: text for code, text in value.items() if text}
        return super().get_prep_value(value)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if not all(isinstance(text, str) for text in value.values()):
            raise ValidationError(_("Give a text for each language."))

    def formfield(self, **kwargs):
        # Django repeats a field with a callable default in a hidden input, as one string, and
        # compares with that: the names of a record would never be those it was drawn from.
        own = {"form_class": NamesFormField, "show_hidden_initial": False}
        return super().formfield(**own | kwargs)


class PrivateFile(FieldFile):
    """A stored file, which staff open through the desk: that asks who they are."""

    @property
    def url(self):
        return self.instance.desk_file_url


class PrivateFileField(models.FileField):
    """A file with no address but those its model gives it: `desk_file_url` for staff."""

    attr_class = PrivateFile


class ProseField(ProseEditorField):
    """
    The text of a release as HTML, cleaned on every way into the database.

    The editor's own field cleans in forms only; this one also when a shell, a
    fixture, an import or `update()` writes.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", html.clean)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance, add):
        value = html.clean(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
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
    "WordPaste": True,
    "NoSpellCheck": False,
    # No dropdowns: the editor's cannot be opened by keyboard.
    "Menu": {
        "groups": [
            {"group": name}
            for name in ("headings", "lists", "nodes -headings -lists", "marks", "link", "history")
        ]
    },
}
