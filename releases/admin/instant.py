from django import forms
from django.utils import timezone
from django.utils.formats import date_format


class InstantField(forms.DateTimeField):
    """A day and an hour, without seconds, by the newsroom's clocks: one field with one name."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    input_formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]


def in_newsroom_time(instant):
    """By the newsroom's clocks, such as “24 November 2026, 15:00 CET (UTC+01:00)”."""
    local = timezone.localtime(instant)
    offset = local.strftime("%z")
    return f"{date_format(local, 'DATETIME_FORMAT')} {local:%Z} (UTC{offset[:3]}:{offset[3:]})"
