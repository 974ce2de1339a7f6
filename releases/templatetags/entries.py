"""
What lists repeat, drawn here: a list has dozens of them, and a template takes ten times as long.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from releases.models import Meeting, PressRelease
from releases.public.pages.texts import Entry
from releases.text.instants import in_short
from releases.text.languages import name_of_language

from .newsroom import asking, day, lang, named

register = template.Library()

KINDS = dict(PressRelease.Kind.choices)

CHOSEN = mark_safe(' aria-current="true"')

ENTRY = """<li class="entry">{day}
  <div><h3{lang}><a href="{address}">{title}</a></h3>
  <p class="first-line"{lang}>{lead}</p></div>
  <div class="who"><p><b>{kind}</b></p>{speakers}{tags}</div></li>"""

IN_MONTH = (
    '<time datetime="{iso}"><b>{day}</b> {weekday}<span class="unseen">, {month}</span></time>'
)
DATED = '<time datetime="{iso}"><b>{day}</b> {short_month}</time>'

COLUMN = """<li><p class="kicker"><b>{kind}</b> {place}{day}</p>
  <h3{lang}><a href="{address}">{title}</a></h3>
  <p class="first-line"{lang}>{lead}</p>{tags}</li>"""


@register.simple_tag
def listed_edition(entry: Entry, dated: bool = False) -> str:
    """Show a release in a list under its month; `dated` where no month stands above it."""
    edition, release = entry.edition, entry.edition.release
    return format_html(
        ENTRY,
        day=time_of(DATED if dated else IN_MONTH, release.day),
        lang=lang(edition.language),
        address=edition.get_absolute_url(),
        title=edition.title,
        lead=edition.lead,
        kind=KINDS[release.kind],
        speakers=format_html("<p>{}</p>", ", ".join(entry.speakers)) if entry.speakers else "",
        tags=tags_of(entry),
    )


@register.simple_tag
def edition_in_column(entry: Entry) -> str:
    """Show a release in one of the columns of the first page."""
    edition, release = entry.edition, entry.edition.release
    return format_html(
        COLUMN,
        kind=KINDS[release.kind],
        place=format_html("{}, ", named(release.place)) if release.place else "",
        day=day(release.day),
        lang=lang(edition.language),
        address=edition.get_absolute_url(),
        title=edition.title,
        lead=edition.lead,
        tags=tags_of(entry),
    )


@register.simple_tag
def tags_of(entry: Entry) -> SafeString | str:
    """Say beside a release that it was corrected, and that it is in another language."""
    edition, page = entry.edition, get_language() or ""
    if edition.language == page and not edition.corrected_at:
        return ""
    return _drawn(bool(edition.corrected_at), edition.language, tuple(entry.also_in), page)


@register.filter
def by_month(listed: Iterable[Any]) -> list[tuple[date, list[Any]]]:
    """Put what stands in a list under the first day of its month, in its order."""
    return _under(listed, lambda day: day.replace(day=1))


@register.filter
def by_year(listed: Iterable[Any]) -> list[tuple[date, list[Any]]]:
    """Put what stands in a list under the first day of its year, in its order."""
    return _under(listed, lambda day: day.replace(month=1, day=1))


@register.filter
def month_name(month: date) -> SafeString:
    """Name a month, with its year on a line of its own where there is room."""
    return _month(month, get_language())


@register.simple_tag(takes_context=True)
def year_links(context: Context, years: list[int]) -> SafeString:
    """Show the years that a list can be narrowed to, and which one it is."""
    return _choices(context, [(str(year), str(year)) for year in years], "from", "to")


@register.simple_tag(takes_context=True)
def kind_links(context: Context, kinds: list[tuple[str, str]]) -> SafeString:
    """Show the kinds of release that a list can be narrowed to, and which one it is."""
    return _choices(context, kinds, "kind")


def time_of(form: str, value: date) -> SafeString:
    """Show a day in a form that has its parts by their names (see `_time_of()`)."""
    return _time_of(form, value, get_language())


def _choices(context: Context, choices: Iterable[tuple[str, str]], *names: str) -> SafeString:
    """Link a list to what it is with each value and label, given under all of the names."""
    asked = context["request"].asked
    rest = asking(context, "after", *names)
    rest += "&" if "?" in rest else "?"
    links = (
        (
            rest + "&".join(f"{name}={value}" for name in names),
            CHOSEN if all(asked.get(name) == value for name in names) else "",
            label,
        )
        for value, label in choices
    )
    return format_html_join("\n", '<li><a href="{}"{}>{}</a></li>', links)


def _under(listed: Iterable[Any], heading: Callable[[date], date]) -> list[tuple[date, list[Any]]]:
    groups = groupby(listed, key=lambda one: heading(_day_of(one)))
    return [(day, list(several)) for day, several in groups]


def _day_of(listed: Any) -> date:
    """Say on which day it stands in lists: a meeting on its first, all else on its release's."""
    return listed.starts_on if isinstance(listed, Meeting) else listed.edition.release.day


@lru_cache(maxsize=1000)
def _month(month: date, language: str) -> SafeString:
    return format_html("{} <span>{}</span>", capfirst(date_format(month, "F")), month.year)


@lru_cache(maxsize=4000)
def _time_of(form: str, value: date, language: str) -> SafeString:
    return format_html(
        form,
        iso=value.isoformat(),
        day=value.day,
        weekday=date_format(value, "D"),
        month=date_format(value, "YEAR_MONTH_FORMAT"),
        short_month=in_short(value, "b Y"),
    )


@lru_cache(maxsize=500)
def _drawn(corrected: bool, language: str, also_in: tuple[str, ...], page: str) -> SafeString:
    tags = [("tag corrected", _("Corrected"))] if corrected else []
    if language != page:
        tags.append(("tag", _standing_in(language, also_in)))
    items = format_html_join("", '<li class="{}">{}</li>', tags)
    return format_html('<ul class="tags">{}</ul>', items)


def _standing_in(language: str, also_in: tuple[str, ...]) -> str:
    """Say in which languages a text is that is not in that of the page."""
    said = _("Available in %(language)s only")
    if also_in:
        said = _("In %(language)s (also in %(others)s)")
    names = ", ".join(name_of_language(code) for code in also_in)
    return said % {"language": name_of_language(language), "others": names}
