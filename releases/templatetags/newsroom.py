"""What the templates of the newsroom need beside Django's own tags."""

from django import template
from django.conf import settings
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from releases.public import jsonld
from releases.reading.attribution import places
from releases.text import changes
from releases.text.instants import in_newsroom_time, offset, to_the_minute, with_offset
from releases.text.languages import name_of_language
from releases.text.verbatim import Passages

register = template.Library()

LONG_QUOTE = 20  # words: from here on a quote that ends its paragraph is set apart


@register.filter
def named(names):
    """A text in several languages, marked with its language where it is not the page's."""
    if names.language in ("", get_language()):
        return str(names)
    return format_html('<span lang="{}">{}</span>', names.language, str(names))


@register.filter
def lang(language):
    """The attribute that marks a passage in another language than the page; else nothing."""
    if language in ("", get_language()):
        return ""
    return format_html(' lang="{}"', language)


@register.filter
def language_name(language):
    """The name of a language in the language of the page, as it stands in a sentence."""
    return name_of_language(language)


@register.filter
def own_name(language):
    """The name of a language in that language, which is what its readers look for."""
    return get_language_info(language)["name_local"]


@register.filter
def uncapitalised(text):
    """A label as it stands behind a comma; one that begins with two capitals stays as it is."""
    text = str(text)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


@register.simple_tag
def languages_named(codes):
    """The names of languages in the language of the page, one after the other."""
    return ", ".join(str(language_name(code)) for code in codes)


@register.filter
def day(date):
    """A day, for people and for machines."""
    return format_html('<time datetime="{}">{}</time>', date.isoformat(), date_format(date))


@register.filter
def newsroom_time(instant):
    return in_newsroom_time(instant)


@register.filter
def clock_time(instant):
    return with_offset(instant)


@register.filter
def clock_offset(instant):
    return offset(instant)


@register.filter
def machine_time(instant):
    """For the `datetime` of a `time` element, which knows no microseconds."""
    return to_the_minute(timezone.localtime(instant)).isoformat()


@register.simple_tag
def hours_of(meeting):
    """By the clocks of the place, such as “09:30–17:00 (local time, UTC+2)”."""
    hours = "–".join(f"{hour:%H:%M}" for hour in (meeting.starts_at, meeting.ends_at) if hour)
    clocks = offset(meeting.local_start)
    if meeting.place:
        clocks = _("local time") + f", {clocks}"
    return f"{hours} ({clocks})"


@register.simple_tag
def form_of(meeting):
    """How a meeting is held, such as “Virtual, in restricted format”."""
    form = meeting.get_format_display()
    if not meeting.restricted:
        return form
    return _("%(format)s, in restricted format") % {"format": form}


@register.simple_tag(takes_context=True)
def about_document(context, document):
    """What a document is, in which language, and where; under embargo, that it will be there."""
    said = [str(document.get_kind_display())]
    if document.language:
        said.append(name_of_language(document.language))
    if document.host:
        said.append(document.host)
    elif context.get("under_embargo"):
        said.append(_("can be opened once the release is public"))
    return ", ".join(said)


@register.simple_tag
def changed_words(kind, run):
    """A run of words of two texts: removed, added or the same in both."""
    if kind == changes.SAME:
        return run
    element, said = ("del", _("removed:")) if kind == changes.REMOVED else ("ins", _("added:"))
    return format_html(
        '<{0}><span class="unseen" lang="{1}">[{2} </span>{3}<span class="unseen">]</span></{0}>',
        element,
        get_language(),
        said,
        run,
    )


@register.simple_block_tag(takes_context=True)
def link(context, content, subject, **attributes):
    """
    The content as a link to the page or file of a subject; in a preview, to the file at the desk.

    Under embargo that may not be there yet: then the content alone, but for other sites.
    """
    address = subject.get_absolute_url()
    if context.get("preview"):
        address = getattr(subject, "desk_file_url", address)
    if context.get("under_embargo") and address.startswith("/"):
        return content
    return format_html("<a{}>{}</a>", flatatt({"href": address} | attributes), content)


@register.simple_tag(takes_context=True)
def text_with_quotes(context, edition, quotes):
    """
    The text of an edition with its quotes marked where they stand, each with its anchor.

    Every part of a quote is marked, where it stands as said (see `places()`): the same words
    in the office's own voice are not. What overlaps another quote is left unmarked.
    """
    passages = Passages(edition.body)
    html, done, anchored = [], 0, set()
    found = places(passages, quotes)
    marked = _without_overlaps(
        (*place, part, quote)
        for quote in quotes
        for place, part in zip(found.get(quote.key, []), quote.parts, strict=False)
    )
    last_of = {quote.key: place for *place, part, quote in marked}
    for start, end, part, quote in marked:
        about = {
            "quote": quote,
            "apart": len(part.split()) >= LONG_QUOTE and passages.ends_block(end),
        }
        for first, last in passages.pieces(start, end):
            about["anchor"] = quote.key not in anchored
            anchored.add(quote.key)
            opening = render_to_string("releases/_mark_open.html", about).strip()
            html += [edition.body[done:first], opening, edition.body[first:last], "</q>"]
            done = last
        if last_of[quote.key] == [start, end] and not context.get("under_embargo"):
            mark = render_to_string("releases/_mark_link.html", about).strip()
            html.insert(len(html) - about["apart"], mark)
    html.append(edition.body[done:])
    return mark_safe("".join(html))  # noqa: S308 (the text is cleaned when saved)


def _without_overlaps(places):
    """The places in the order of the text, but for those that begin within the one before."""
    apart, after = [], 0
    for place in sorted(places, key=lambda place: place[:2]):
        if place[0] >= after:
            apart.append(place)
            after = place[1]
    return apart


@register.simple_tag(takes_context=True)
def asking(context, *without, **changes):
    """
    The address of this page with what was asked of it, changed; `without` and None take away.

    What other sites have added to it is left out.
    """
    request = context["request"]
    asked = getattr(request, "asked", {}) | dict.fromkeys(without) | changes
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"{request.path}?{query}" if query else request.path


@register.simple_tag(takes_context=True)
def titled(context, title):
    """The name of a page; of the second page of a list and those after it, with its number."""
    number = getattr(context.get("listed"), "number", 1)
    if number == 1:
        return title
    return _("%(title)s – page %(number)s") % {"title": title, "number": number}


@register.simple_tag(takes_context=True)
def address_in(context, language):
    """The address of this page in another language of the newsroom."""
    own = context.get("translations", {}).get(language)
    return own or translate_url(asking(context), language)


@register.simple_tag(takes_context=True)
def absolute(context, address):
    """An address with scheme and host."""
    return context["request"].build_absolute_uri(address)


@register.simple_tag(takes_context=True)
def article_json_ld(context, page):
    """What the page of a release says to machines; so do the tags below of other pages."""
    return _script(jsonld.article(page, context["request"].build_absolute_uri))


@register.simple_tag(takes_context=True)
def quote_json_ld(context, page):
    return _script(jsonld.quotation(page, context["request"].build_absolute_uri))


@register.simple_tag(takes_context=True)
def event_json_ld(context, page):
    """Empty for a meeting without a place."""
    data = jsonld.event(page, context["request"].build_absolute_uri)
    return _script(data) if data else ""


@register.simple_tag(takes_context=True)
def person_json_ld(context, page):
    return _script(jsonld.person(page, context["request"].build_absolute_uri))


@register.simple_tag
def site_languages():
    return settings.LANGUAGES


def _script(data):
    text = mark_safe(jsonld.as_json(data))  # noqa: S308 (nothing in it can end the script)
    return format_html('<script type="application/ld+json">{}</script>', text)
