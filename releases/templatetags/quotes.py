"""
How words that somebody spoke are set, with the office of that day: in a text, in a list, and on
a page of their own. Written out here, as in `entries`.
"""

import re
from itertools import count

from django import template
from django.template import Context
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from releases.models import Edition, Quote
from releases.models.printed import marks_of
from releases.reading.figures import Figure, figures
from releases.reading.marks import Mark
from releases.text.html import plain
from releases.text.languages import in_marks, name_of_language

from .newsroom import day, lang, named
from .offices import short_line

register = template.Library()

_table = re.compile("(?s)<table[ >].*?</table>")
_caption = re.compile("(?s)<caption.*?</caption>")

REGION = '<div class="table" role="region" tabindex="0" aria-label="{}">{}</div>'

LISTED = """<figure class="quote{kind}">
  <blockquote{lang}><p>{words}</p></blockquote>
  <figcaption>{who}
    <span><a href="{place}">{day}<span class="unseen">: <span{lang}>{title}</span></span></a></span>
    <span class="onward"><a href="{own}">{more}<span class="unseen">: {beginning}</span></a></span>
  </figcaption>
</figure>"""

IN_TEXT = """<figure class="quote"{anchor}>
  <blockquote cite="{own}"{lang}>{words}</blockquote>
  <figcaption{frame}>{who}{as_spoken}{actions}</figcaption>
</figure>"""

ACTIONS = """<ul class="actions">
  <li hidden><button type="button" data-copy="words" data-done="{done}">{copy}</button></li>
  <li hidden><button type="button" data-copy="link" data-done="{done}">{copy_link}</button></li>
  <li><a href="{own}#cite">{cite}<span class="unseen">: {beginning}</span></a></li>
  <li><a href="{own}">{more}<span class="unseen">: {beginning}</span></a></li>
</ul>"""


@register.simple_tag
def listed_quote(quote: Quote, kind: str = "", anonymous: bool = False) -> str:
    """
    Show a quote in a list, cut at the end of a sentence, with who said it under which office.

    `kind` is a class, of a large one. An `anonymous` one stands on the page of its speaker.
    """
    edition, words, shown = quote.edition, quote.in_one_line, quote.in_brief
    return format_html(
        LISTED,
        kind=f" {kind}" if kind else "",
        lang=lang(edition.language),
        words=_with_breaks(in_marks(shown, edition.language)),
        who=_office(quote) if anonymous else who_said(quote),
        day=day(edition.release.day),
        place=f"{edition.get_absolute_url()}#quote-{quote.key}",
        title=edition.title,
        own=quote.get_absolute_url(),
        more=_("The quote on its own page") if shown == words else _("Read the quote in full"),
        beginning=_beginning(words, edition.language),
    )


def who_said(quote: Quote, linked: bool = True) -> SafeString:
    """Name the speaker of a quote, and the office with its line."""
    name: str = quote.speaker.name
    if linked:
        name = format_html('<a href="{}">{}</a>', quote.speaker.get_absolute_url(), name)
    return format_html("<b>{}</b> {}", name, _office(quote))


@register.simple_tag(takes_context=True)
def who_speaks(context: Context, quote: Quote) -> SafeString:
    """Say the same beside a text; under embargo the speaker may have no page yet."""
    return who_said(quote, linked=not context.get("under_embargo"))


@register.filter
def spoken(quote: Quote) -> SafeString:
    """Show the whole words of a quote, a paragraph for each part, between quotation marks."""
    parts = in_marks("\n\n".join(quote.parts), quote.edition.language).split("\n\n")
    shown = [format_html("<p>{}</p>", linebreaksbr(part)) for part in parts]
    return mark_safe("\n<p>[…]</p>\n".join(shown))  # noqa: S308 (made by format_html)


@register.filter
def beginning_in_marks(quote: Quote) -> SafeString:
    """Show the words of a quote as they are cited: between marks, cut at the end of a sentence."""
    language = quote.edition.language
    return format_html("<span{}>{}</span>", lang(language), in_marks(quote.in_brief, language))


@register.simple_tag
def as_spoken(quote: Quote) -> SafeString | str:
    """Say that a quote is a translation, and give the words as they were spoken."""
    if not quote.is_translation:
        return ""
    said = _("A translation of words spoken in %(language)s; not an official one.")
    if quote.official:
        said = _("An official translation of words spoken in %(language)s.")
    said %= {"language": name_of_language(quote.language)}
    mark, first = lang(quote.language), _("As spoken:") + " "
    shown = []
    for part in quote.original_parts:
        shown.append(format_html("<p>{}<q{}>{}</q></p>", first, mark, linebreaksbr(part)))
        first = ""
    words = mark_safe("\n<p>[…]</p>\n".join(shown))  # noqa: S308 (made by format_html)
    return format_html('<div class="as-spoken"><p>{}</p>\n{}</div>', said, words)


@register.simple_tag(takes_context=True)
def text_with_quotes(context: Context, edition: Edition, quotes: list[Quote]) -> SafeString:
    """
    Show the text of an edition with its quotes where they stand: a long one that ends its
    paragraph as a figure, with who says it; others within the sentence. Each has its anchor. A
    table can be scrolled, by keyboard too.
    """
    by_key = {quote.key: quote for quote in quotes}
    is_public = not context.get("under_embargo")
    marks = marks_of(edition, quotes)
    apart = figures(edition.body, marks)
    html: list[str] = []
    done = 0
    for mark in marks:
        if mark.first < done:
            continue  # in the figure that was set last
        quote = by_key[mark.key]
        if figure := apart.get(mark.first):
            html += [edition.body[done : figure.first], figure.closes]
            html += [_figure(quote, figure, is_public)]
            done = figure.last
        else:
            html += [edition.body[done : mark.first], _opening(quote, mark)]
            html += [edition.body[mark.first : mark.last], "</q>"]
            done = mark.last
    html.append(edition.body[done:])
    shown = _in_regions("".join(html), edition.language)
    return mark_safe(shown)  # noqa: S308 (the text is cleaned when saved)


def _in_regions(html: str, language: str) -> str:
    """Put each table into a region that has a name in its language: its caption, or its number."""
    if "<table" not in html:
        return html
    numbers = count(1)

    def region(table: re.Match[str]) -> str:
        caption, number = _caption.search(table[0]), next(numbers)
        with override(language):
            name = plain(caption[0]) if caption else _("Table %(number)d") % {"number": number}
        return format_html(REGION, name, mark_safe(table[0]))  # noqa: S308 (as the text)

    return _table.sub(region, html)


@register.simple_tag
def said_in_passing(edition: Edition, quotes: list[Quote]) -> list[Quote]:
    """Find the quotes that no figure in the text shows with who says them."""
    marks = marks_of(edition, quotes)
    apart = figures(edition.body, marks)
    shown = {mark.key for mark in marks if mark.first in apart}
    return [quote for quote in quotes if quote.key not in shown]


def _figure(quote: Quote, figure: Figure, is_public: bool) -> SafeString:
    words = "".join(figure.paragraphs)
    return format_html(
        IN_TEXT,
        anchor=format_html(' id="quote-{}"', quote.key) if figure.anchor else "",
        own=quote.get_absolute_url(),
        lang=mark_safe(figure.lang),  # noqa: S308 (as the words)
        words=mark_safe(words),  # noqa: S308 (the text is cleaned when saved)
        frame=_frame(quote.edition.language),
        who=who_said(quote, linked=is_public),
        as_spoken=as_spoken(quote),
        actions=_actions(quote) if is_public else "",
    )


def _frame(language: str) -> str:
    """Mark what the page says inside a text in another language."""
    page = get_language()
    return "" if language == page else format_html(' lang="{}"', page)


def _actions(quote: Quote) -> SafeString:
    return format_html(
        ACTIONS,
        own=quote.get_absolute_url(),
        copy=_("Copy the quote"),
        copy_link=_("Copy the link"),
        done=_("Copied"),
        cite=_("Cite"),
        more=_("The quote on its own page"),
        beginning=_beginning(quote.in_one_line, quote.edition.language),
    )


def _opening(quote: Quote, mark: Mark) -> SafeString:
    anchor = format_html(' id="quote-{}"', quote.key) if mark.anchor else ""
    return format_html('<q class="said"{} cite="{}">', anchor, quote.get_absolute_url())


def _beginning(words: str, language: str) -> SafeString:
    """Say which quote a link leads to, to those who hear the link alone."""
    first = words.split(maxsplit=8)
    shown = " ".join(first[:8]) + " …" if len(first) > 8 else words
    return format_html("<span{}>{}</span>", lang(language), shown)


def _office(quote: Quote) -> SafeString:
    """Name the office as the text does, else as it is on record, and draw its line."""
    office, held = "", quote.appointment
    if quote.title_as_printed:
        mark = lang(quote.edition.language)
        office = format_html("<span{}>{}</span>", mark, quote.title_as_printed)
    elif held:
        office = format_html("<span>{}</span>", named(held.titles))
    line = short_line(held.since, held.until, quote.edition.release.day) if held else ""
    return format_html("{} {}", office, line)


def _with_breaks(words: str) -> str:
    """Break lines where there are any, as few words have."""
    return linebreaksbr(words) if "\n" in words else words
