"""
Offices as lines: from when to when somebody held them, and where on them words were said.

Drawn with attributes alone, as no style may stand in a page. Nobody needs to see them: what they
show is said beside them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from releases.models import Appointment
from releases.text.instants import in_short

register = template.Library()

TERM = 5 * 365  # days: the line of an office whose end is not known is no shorter
ROOM = 0.15  # of the line: what the label of a day takes
MOST_YEARS = 30  # with a tick each

SHORT = (
    '<span class="held-from"><span class="unseen">{period}</span> <span aria-hidden="true">{begun}'
    '</span> <svg class="term short" aria-hidden="true" focusable="false"><line x1="0" x2="100%" '
    'y1="50%" y2="50%"/><line class="held" x1="0" x2="{held}%" y1="50%" y2="50%"/><circle '
    'cx="{at}%" cy="50%" r="5"/></svg> <span aria-hidden="true">{ended}</span></span>'
)
LONG = """<svg class="term" aria-hidden="true" focusable="false">
  <line x1="0" x2="100%" y1="2.2em" y2="2.2em"/>{ticks}{held}{said}{spoken}{days}
  <text x="100%" y="4.2em" text-anchor="end">{today}</text></svg>"""
TICK = '<line class="tick" x1="{0}" x2="{0}" y1="1.75em" y2="2.65em"/>'
HELD = '<line class="held" x1="{}" x2="{}" y1="2.2em" y2="2.2em"/>'
SAID = (
    '<circle cx="{0}" cy="2.2em" r="9"/><text class="day" x="{0}" y="0.9em" text-anchor="{1}">'
    "{2}</text>"
)
COUNT = '<line class="count" x1="{0}" x2="{0}" y1="1.15em" y2="1.75em"/>'
COUNTED = '<text class="day" x="{}" y="0.7em" text-anchor="{}">{}</text>'
DAY = '<text x="{}" y="4.2em">{}</text>'


def short_line(since: date, until: date | None, said_on: date) -> SafeString:
    """
    Draw an office as it was known on the day of the words, which is marked on it: where its end
    was not known, the line is thin from that day on, and open.
    """
    return _short_line(since, until, said_on, get_language())


@lru_cache(maxsize=1000)
def _short_line(since: date, until: date | None, said_on: date, language: str) -> SafeString:
    elapsed = (said_on - since).days
    length = max((until - since).days, 1) if until else max(TERM, elapsed * 5 / 4)
    at = min(max(round(100 * elapsed / length), 0), 100)
    return format_html(
        SHORT,
        period=Appointment(since=since, until=until).period,
        begun=since.year,
        ended=until.year if until else "",
        held=100 if until else at,
        at=at,
    )


@register.simple_tag
def office_line(
    offices: list[Appointment],
    today: date,
    said_on: date | None = None,
    spoken: Sequence[date] = (),
) -> SafeString:
    """Draw offices until today, with the day on which something was said, or many of them."""
    first = min(office.since for office in offices)
    length = max((today - first).days, 1)

    def at(value: date) -> str:
        return f"{100 * (value - first).days / length:.4g}%"

    years = [date(year, 1, 1) for year in range(first.year + 1, today.year + 1)][-MOST_YEARS:]
    held = ((at(office.since), at(office.until or today)) for office in offices)
    days = ((at(value), in_short(value, "j b Y")) for value in _days(offices, today))

    def side(value: date) -> str:
        return "end" if (value - first).days > length / 2 else "start"

    said: SafeString | str = ""
    if said_on:
        words = _("Said on %(day)s") % {"day": date_format(said_on)}
        said = format_html(SAID, at(said_on), side(said_on), words)
    counted: SafeString | str = ""
    if spoken:
        label = format_html(COUNTED, at(spoken[0]), side(spoken[0]), _("Quotes"))
        counted = format_html_join("", COUNT, ((at(value),) for value in spoken)) + label
    return format_html(
        LONG,
        ticks=mark_safe("".join(TICK.format(at(year)) for year in years)),  # noqa: S308 (numbers)
        held=format_html_join("", HELD, held),
        said=said,
        spoken=counted,
        days=format_html_join("", DAY, days),
        today=_("Today"),
    )


@register.simple_tag
def offices_line(
    now: list[Appointment], before: list[Appointment], today: date, said: list[date]
) -> SafeString:
    """Draw all offices of a person until today, with the days on which something was said."""
    return office_line([*now, *before], today, spoken=said)


def _days(offices: list[Appointment], today: date) -> Iterator[date]:
    """Find the days on which offices begin and end, as far as there is room to write them."""
    ends = {office.until for office in offices if office.until}
    days = sorted({office.since for office in offices} | ends)
    room = ROOM * max((today - days[0]).days, 1)
    last: date | None = None
    for value in days:
        if last is None or ((value - last).days >= room and (today - value).days >= room):
            yield value
            last = value
