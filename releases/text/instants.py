"""Instants in words: by the newsroom's clocks, and in UTC for readers elsewhere."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import gettext_lazy as _

from .languages import active_language


def to_the_minute(instant: datetime) -> datetime:
    """Cut an instant to what is shown, to people and to programs: whole minutes."""
    return instant.replace(second=0, microsecond=0)


def midnight(day: date) -> datetime:
    """Return the instant at which a day begins, by the newsroom's clocks."""
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def offset(instant: datetime) -> str:
    """Say how far an aware datetime's clocks are from UTC, such as “UTC+2” or “UTC−3:30”."""
    minutes = (instant.utcoffset() or timedelta()) // timedelta(minutes=1)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def with_offset(instant: datetime) -> str:
    """Write an instant by the newsroom's clocks, such as “24 November 2026, 15:00 (UTC+1)”."""
    local = timezone.localtime(instant)
    return f"{date_format(local, 'DATETIME_FORMAT')} ({offset(local)})"


def in_newsroom_time(instant: datetime) -> str:
    """
    Write an instant by the newsroom's clocks and in UTC, in the active language, such as
    “24 November 2026, 15:00 CET (UTC+01:00; 14:00 UTC)”.
    """
    local, universal = timezone.localtime(instant), instant.astimezone(UTC)
    offset = local.strftime("%z")
    said = f"{date_format(local, 'DATETIME_FORMAT')} {local:%Z}"
    elsewhere = f"{universal:%H:%M}"
    if universal.date() != local.date():
        elsewhere = date_format(universal, "DATETIME_FORMAT")
    return f"{said} (UTC{offset[:3]}:{offset[3:]}; {elsewhere} UTC)"


def in_short(day: date, form: str) -> str:
    """
    Write a day in a form of Django's in which “b” is the short month, with a capital where the
    active language has one: “Dec”, “Dez”, “déc”.
    """
    return date_format(day, form.replace("b", "M") if active_language() == "en" else form)


def distance(instant: datetime) -> str:
    """Say how far an instant is from now, such as “in 3 hours” or “2 days ago”."""
    if instant > timezone.now():
        return _("in %(time)s") % {"time": timeuntil(instant)}
    return _("%(time)s ago") % {"time": timesince(instant)}
