"""A short text in several languages, such as the name of an office: its field and its form."""

from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from .characters import in_a_line, in_lines
from .fields import LineInput, LinesInput
from .languages import active_language, languages


class Names(dict[str, str]):
    """
    A short text by language code, such as {"en": "Brussels", "fr": "Bruxelles"}.

    As a string it is the text in the active language; where that is missing, in the
    first of the newsroom's languages that has one. `language` says which one it is.
    """

    @property
    def language(self) -> str:
        active = active_language()
        if self.get(active):
            return active
        order = [*(code for code, name in languages()), *self]
        return next((code for code in order if self.get(code)), "")

    def __str__(self) -> str:
        return self.get(self.language, "")

    def __bool__(self) -> bool:
        return any(self.values())


class NamesWidget(forms.MultiWidget):
    """An input for each of the newsroom's languages."""

    template_name = "releases/_names_widget.html"
    use_fieldset = True
    part: type[forms.Widget] = forms.TextInput
    part_attrs: dict[str, Any] = {"class": "vTextField"}

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code: self.part({"lang": code, "aria-label": name} | self.part_attrs)
            for code, name in languages()
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code, name in languages()]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for part, (__, language) in zip(context["widget"]["subwidgets"], languages(), strict=True):
            part["label"] = language
        return context


class TextsWidget(NamesWidget):
    part = forms.Textarea
    part_attrs = {"class": "vLargeTextField", "rows": 4}


class NamesFormField(forms.MultiValueField):
    """A text in one language at least, unless it need not be there at all."""

    widget = NamesWidget
    part: type[forms.CharField] = LineInput
    default_error_messages = {"required": _("Give it in one language at least.")}

    def __init__(
        self, *, encoder: Any = None, decoder: Any = None, max_length: int = 300, **kwargs: Any
    ) -> None:
        fields = [self.part(max_length=max_length, required=False) for __ in languages()]
        kwargs.pop("widget", None)
        super().__init__(fields, require_all_fields=False, **kwargs)

    def offer(self, writable: Collection[str]) -> None:
        """Let the text be given in these languages alone; in others it is shown."""
        for (code, __), widget in zip(languages(), self.widget.widgets, strict=True):
            widget.attrs["disabled"] = code not in writable

    def compress(self, values: list[str]) -> Names:
        codes = [code for code, name in languages()]
        return Names({code: text for code, text in zip(codes, values, strict=False) if text})


class TextsFormField(NamesFormField):
    widget = TextsWidget
    part = LinesInput

    def __init__(self, *, max_length: int = 20_000, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)


class NamesAttribute(DeferredAttribute):
    """Makes `Names` of every dict that is assigned."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        names = Names(value) if isinstance(value, dict) else value
        instance.__dict__[self.field.attname] = names


class NamesField(models.JSONField):
    """
    A short text in any of the newsroom's languages, as `Names`.

    Sort and filter by language with `names__fr`. Empty texts are not stored. With `max_length`,
    forms take that many characters a language.
    """

    descriptor_class = NamesAttribute
    mend: Callable[[str], str] = staticmethod(in_a_line)
    input: type[NamesFormField] = NamesFormField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Names)
        super().__init__(*args, **kwargs)

    def mended(self, value: Any) -> Any:
        """Mend each text; what is no dict of texts stays, for `validate()` to refuse."""
        if not isinstance(value, dict):
            return value
        return Names({c: self.mend(t) if isinstance(t, str) else t for c, t in value.items()})

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        value = super().from_db_value(value, expression, connection)
        return Names(value) if isinstance(value, dict) else value

    def to_python(self, value: Any) -> Any:
        return self.mended(super().to_python(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.mended(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        value = self.mended(value)
        if isinstance(value, dict):
            value = {code: text for code, text in value.items() if text}
        return super().get_prep_value(value)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not all(isinstance(text, str) for text in value.values()):
            raise ValidationError(_("Give a text for each language."))

    def formfield(self, **kwargs: Any) -> Any:
        # Django repeats a field with a callable default in a hidden input, as one string, and
        # compares with that: the names of a record would never be those it was drawn from.
        own: dict[str, Any] = {"form_class": self.input, "show_hidden_initial": False}
        if self.max_length:
            own["max_length"] = self.max_length
        return super().formfield(**own | kwargs)


class TextsField(NamesField):
    """A text of some lines in any of the newsroom's languages, as `Names`."""

    mend: Callable[[str], str] = staticmethod(in_lines)
    input = TextsFormField
