"""A short text in several languages, such as the name of an office: its field and its form."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .characters import in_a_line
from .fields import LineInput
from .languages import languages


class Names(dict):
    """
    A short text by language code, such as {"en": "Brussels", "fr": "Bruxelles"}.

    As a string it is the text in the active language; where that is missing, in the
    first of the newsroom's languages that has one. `language` says which one it is.
    """

    @property
    def language(self):
        order = [get_language(), *(code for code, name in languages()), *self]
        return next((code for code in order if self.get(code)), "")

    def __str__(self):
        return self.get(self.language, "")

    def __bool__(self):
        return any(self.values())


class NamesWidget(forms.MultiWidget):
    template_name = "releases/_names_widget.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        widgets = {
            code: forms.TextInput({"lang": code, "aria-label": name, "class": "vTextField"})
            for code, name in languages()
        }
        super().__init__(widgets, attrs)

    def decompress(self, value):
        return [(value or {}).get(code, "") for code, name in languages()]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for part, (__, language) in zip(context["widget"]["subwidgets"], languages(), strict=True):
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
        codes = [code for code, name in languages()]
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
