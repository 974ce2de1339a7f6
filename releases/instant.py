"""Instants in words: by the newsroom's clocks, and in UTC for readers elsewhere."""

from datetime import UTC

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import gettext_lazy as _


def in_newsroom_time(instant):
    """
    By the newsroom's clocks and in UTC, in the active language, such as
    “24 November 2026, 15:00 CET (UTC+01:00; 14:00 UTC)”.
    """
    local, universal = timezone.localtime(instant), instant.astimezone(UTC)
    offset = local.strftime("%z")
    said = f"{date_format(local, 'DATETIME_FORMAT')} {local:%Z}"
    elsewhere = f"{universal:%H:%M}"
    if universal.date() != local.date():
        elsewhere = date_format(universal, "DATETIME_FORMAT")
    return f"{said} (UTC{offset[:3]}:{offset[3:]}; {elsewhere} UTC)"


def distance(instant):
    """Such as “in 3 hours” or “2 days ago”."""
    if instant > timezone.now():
        return _("in %(time)s") % {"time": timeuntil(instant)}
    return _("%(time)s ago") % {"time": timesince(instant)}
