"""Days and hours typed at the desk, by the newsroom's clocks."""

from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.text.instants import to_the_minute

FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
FIRST, SECOND = "0", "1"
ONCE_MORE = [
    ("", "---------"),
    (FIRST, _("the first time, in summer time")),
    (SECOND, _("the second time, in winter time")),
]


class WallClockField(forms.DateTimeField):
    """What the clock on the wall shows: a naive datetime, which no zone has judged yet."""

    def to_python(self, value):
        if not value or isinstance(value, datetime):
            return value or None
        return super(forms.DateTimeField, self).to_python(value)


class InstantWidget(forms.MultiWidget):
    """A day and an hour; and which of the two is meant, where the clocks show it twice."""

    template_name = "releases/_instant_widget.html"
    use_fieldset = False  # so that help and errors are tied to the input itself

    def __init__(self, attrs=None):
        hour = forms.DateTimeInput({"type": "datetime-local"}, format=FORMATS[0])
        which = forms.Select({"aria-label": _("Which of the two")}, choices=ONCE_MORE)
        super().__init__({"": hour, "which": which}, attrs)

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else id_

    def decompress(self, value):
        if not value:
            return [None, ""]
        local = timezone.localtime(value)
        return [local.replace(tzinfo=None, fold=0), str(local.fold) if _is_doubled(local) else ""]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        hour = context["widget"]["subwidgets"][0]["value"]
        context["widget"]["doubled"] = bool(hour) and _doubled(hour)
        return context


class InstantField(forms.MultiValueField):
    """An instant on a whole minute, as an aware datetime, typed by the newsroom's clocks."""

    widget = InstantWidget

    def __init__(self, **kwargs):
        kwargs = {k: v for k, v in kwargs.items() if k in ("label", "help_text", "initial")} | {
            "required": kwargs.get("required", True)
        }
        fields = [
            WallClockField(input_formats=FORMATS, required=kwargs["required"]),
            forms.ChoiceField(choices=ONCE_MORE, required=False),
        ]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, values):
        hour, which = (*values, "", "")[:2]
        if not hour:
            return None
        if not 1800 < hour.year < 2200:
            raise ValidationError(_("Give the year in four digits."))
        local = timezone.make_aware(to_the_minute(hour))
        if timezone.localtime(local.astimezone(UTC)).replace(tzinfo=None) != local.replace(
            tzinfo=None
        ):
            raise ValidationError(
                _("The clocks go forward then: there is no %(hour)s on that day."),
                params={"hour": f"{hour:%H:%M}"},
            )
        if _is_doubled(local) and not which:
            raise ValidationError(
                _("The clocks go back then and show %(hour)s twice: say which one you mean."),
                params={"hour": f"{hour:%H:%M}"},
            )
        return local.replace(fold=int(which or FIRST)).astimezone(UTC)


def _is_doubled(local):
    return local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()


def _doubled(typed):
    try:
        hour = WallClockField(input_formats=FORMATS).clean(typed)
    except ValidationError:
        return False
    return _is_doubled(timezone.make_aware(hour))
