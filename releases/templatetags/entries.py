"""
What lists repeat, drawn here: a list has dozens of them, and a template takes ten times as long.
"""

from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from releases.models import Quote
from releases.public.pages.texts import Entry
from releases.text.languages import name_of_language

from .newsroom import asking, day, lang, named

register = template.Library()

EDITION = """<article class="entry" aria-labelledby="release-{id}">
  <p class="dateline">{place}{day}</p>
  <h{level} id="release-{id}"{lang}><a href="{address}">{title}</a></h{level}>
  <p class="entry-lead"{lang}>{lead}</p>
  {standing_in}
</article>"""

QUOTE = """<figure class="said">
  <blockquote class="said-words"{lang}><p>{words}</p></blockquote>
  <figcaption>
    <a class="said-who" href="{speaker_address}">{speaker}</a>
    {office}
    <span class="said-where">{day},
      <a href="{address}#quote-{key}"{lang}>{title}</a></span>
    <a class="said-own" href="{own_address}">{own}<span class="unseen">: {beginning}</span></a>
  </figcaption>
</figure>"""


@register.simple_tag
def listed_edition(entry: Entry, level: int = 2) -> str:
    """Show a release in a list, under a heading of a level."""
    edition, release = entry.edition, entry.edition.release
    place = release.place
    return format_html(
        EDITION,
        id=release.uuid,
        place=format_html('<span class="place">{}</span>, ', named(place)) if place else "",
        day=day(release.day),
        level=level,
        lang=lang(edition.language),
        address=edition.get_absolute_url(),
        title=edition.title,
        lead=edition.lead,
        standing_in=_standing_in(edition.language, tuple(entry.also_in), get_language()),
    )


@register.simple_tag
def listed_quote(quote: Quote) -> str:
    """Show a quote in a list, with who said it under which office."""
    edition, words = quote.edition, quote.in_one_line
    return format_html(
        QUOTE,
        lang=lang(edition.language),
        words=linebreaksbr(words),
        speaker_address=quote.speaker.get_absolute_url(),
        speaker=quote.speaker,
        office=_office(quote),
        day=day(edition.release.day),
        address=edition.get_absolute_url(),
        key=quote.key,
        title=edition.title,
        own_address=quote.get_absolute_url(),
        own=_("The quote on its own page"),
        beginning=Truncator(words).words(8, truncate=" …"),
    )


@register.simple_tag(takes_context=True)
def year_links(context: Context, years: list[int]) -> str:
    """Show the years that a list can be narrowed to, and which one it is."""
    asked = context["request"].asked
    chosen = asked.get("from") if asked.get("from") == asked.get("to") else None
    links = (
        (
            asking(context, "after", **{"from": year, "to": year}),
            mark_safe(' aria-current="true"') if chosen == str(year) else "",
            year,
        )
        for year in years
    )
    return format_html_join("\n", '<li><a href="{}"{}>{}</a></li>', links)


@lru_cache(maxsize=500)
def _standing_in(language: str, also_in: tuple[str, ...], page: str) -> str:
    """Say in which languages a text is that is not in that of the page."""
    if language == page:
        return ""
    said = _("Available in %(language)s only")
    if also_in:
        said = _("In %(language)s (also in %(others)s)")
    names = ", ".join(name_of_language(code) for code in also_in)
    said %= {"language": name_of_language(language), "others": names}
    return format_html('<p class="standing-in">{}</p>', said)


def _office(quote: Quote) -> str:
    if quote.title_as_printed:
        mark = lang(quote.edition.language)
        return _span(quote.title_as_printed, mark)
    return _span(named(quote.appointment.titles)) if quote.appointment else ""


def _span(office: Any, mark: str = "") -> str:
    return format_html('<span class="said-office"{}>{}</span>', mark, office)
