"""What the templates of the newsroom need beside Django's own tags."""

import re
from copy import copy
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, cast

from django import template
from django.forms.utils import flatatt
from django.template import Context
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from releases.models import Appointment, Document, Edition, Person
from releases.public import jsonld, requests
from releases.public.identity import identity_of
from releases.public.pages.meeting import MeetingPage
from releases.public.pages.quote import QuotePage
from releases.public.pages.release import ReleasePage
from releases.public.pages.subjects import PersonPage
from releases.text import changes
from releases.text.addresses import address as address_of
from releases.text.instants import in_newsroom_time, to_the_minute, with_offset
from releases.text.languages import languages, name_of_language
from releases.text.names import Names

register = template.Library()

PREFIX = re.compile("^/[^/]+/")  # the language of an address


@register.filter
def named(names: Names) -> str:
    """Show a text in several languages, marked with its language where it is not the page's."""
    if names.language in ("", get_language()):
        return str(names)
    return format_html('<span lang="{}">{}</span>', names.language, str(names))


@register.filter
def lang(language: str) -> str:
    """Mark a passage in another language than the page by an attribute; else add nothing."""
    if language in ("", get_language()):
        return ""
    return format_html(' lang="{}"', language)


@register.filter
def language_name(language: str) -> str:
    """Name a language in the language of the page, as in a sentence."""
    return name_of_language(language)


@register.filter
def own_name(language: str) -> str:
    """Name a language in itself, which is what its readers look for."""
    return get_language_info(language)["name_local"]


@register.filter
def uncapitalised(text: object) -> str:
    """Write a label as behind a comma; one that begins with two capitals stays as it is."""
    text = str(text)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


@register.filter
def initials(name: str) -> str:
    """Write the initials of the first and the last part of a name."""
    parts = name.split() or [""]
    return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper()


@register.filter
def held_by(offices: dict[int, list[Appointment]], person: Person) -> list[Appointment]:
    """Find the offices of a person among those of several."""
    return offices.get(person.pk, [])


@register.simple_tag
def languages_named(codes: list[str]) -> str:
    """Name languages in the language of the page, one after the other."""
    return ", ".join(name_of_language(code) for code in codes)


@register.filter
def day(value: date) -> str:
    """Show a day, for people and for machines."""
    return _day(value, get_language())


@lru_cache(maxsize=1000)
def _day(value: date, language: str) -> str:
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value))


@register.filter
def newsroom_time(instant: datetime) -> str:
    """Show an instant, as in “24 November 2026, 15:00 CET (UTC+01:00; 14:00 UTC)”."""
    return in_newsroom_time(instant)


@register.filter
def clock_time(instant: datetime) -> str:
    """Show an instant, as in “24 November 2026, 15:00 (UTC+1)”."""
    return with_offset(instant)


@register.filter
def machine_time(instant: datetime) -> str:
    """Write an instant for the `datetime` of a `time` element, which knows no microseconds."""
    return to_the_minute(timezone.localtime(instant)).isoformat()


@register.simple_tag
def published(page: ReleasePage) -> str:
    """Show when a release was published, with the hour where that is known."""
    release = page.edition.release
    if not page.hour_is_known:
        return day(release.day)
    instant = cast("datetime", release.came_out_at or release.publish_at)
    return format_html('<time datetime="{}">{}</time>', machine_time(instant), with_offset(instant))


@register.filter
def changes_url(version: Edition) -> str:
    """Return the address of the page that shows what a version changed: that of the one before."""
    before = copy(version)
    before.version -= 1
    return before.get_version_url()


@register.simple_tag(takes_context=True)
def about_document(context: Context, document: Document) -> str:
    """Say what a document is, in which language and where; under embargo, that it will be there."""
    said = [str(document.get_kind_display())]
    if document.language:
        said.append(name_of_language(document.language))
    if document.host:
        said.append(document.host)
    else:
        said.append(filesizeformat(document.size or 0))
    if document.file and context.get("under_embargo"):
        said.append(_("can be opened once the release is public"))
    return ", ".join(said)


@register.simple_tag
def changed_words(kind: str, run: str, passage: str = "") -> str:
    """Show a run of words of two texts: removed, added or the same in both; in its language."""
    words = format_html('<span lang="{}">{}</span>', passage, run) if passage else run
    if kind == changes.SAME:
        return words
    element, said = ("del", _("removed:")) if kind == changes.REMOVED else ("ins", _("added:"))
    return format_html(
        '<{0}><span class="unseen" lang="{1}">[{2} </span>{3}<span class="unseen">]</span></{0}>',
        element,
        get_language(),
        said,
        words,
    )


@register.simple_block_tag(takes_context=True)
def link(context: Context, content: str, subject: Any, **attributes: Any) -> str:
    """
    Link the content to the page or file of a subject; in a preview, to the file at the desk.

    Under embargo that may not be there yet: then the content alone, but for other sites.
    """
    address = subject.get_absolute_url()
    if context.get("preview") and isinstance(subject, Document):
        address = subject.desk_file_url
    if context.get("under_embargo") and address.startswith("/"):
        return content
    return format_html("<a{}>{}</a>", flatatt({"href": address} | attributes), content)


@register.simple_tag(takes_context=True)
def asking(context: Context, *without: str, **changes: Any) -> str:
    """
    Make the address of this page with what was asked of it, changed; `without` and None take
    away.

    What other sites have added to it is left out.
    """
    request = context["request"]
    asked = getattr(request, "asked", {}) | dict.fromkeys(without) | changes
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"{request.path}?{query}" if query else request.path


@register.simple_tag(takes_context=True)
def titled(context: Context, title: object) -> object:
    """
    Name a page; those of a list behind its first one by the day they go on from, those of an
    index by what the page before ended with.
    """
    listed = context.get("listed")
    if behind := context.get("goes_on_from"):
        return _("%(title)s – after %(name)s") % {"title": title, "name": behind}
    if listed is None or listed.goes_on_from is None:
        return title
    day = date_format(listed.goes_on_from)
    return _("%(title)s – up to %(day)s") % {"title": title, "day": day}


@register.simple_tag(takes_context=True)
def address_in(context: Context, language: str) -> str:
    """Make the address of this page in another language of the newsroom."""
    translations: dict[str, str] = context.get("translations") or {}
    # All of them differ in their beginning alone: resolving them would cost more than the page.
    return translations.get(language) or PREFIX.sub(f"/{language}/", asking(context))


@register.simple_tag
def page_at(name: str) -> str:
    """Return what `{% url name %}` does, for the pages that every page links to."""
    return address_of(name)


@register.simple_tag(takes_context=True)
def absolute(context: Context, address: str) -> str:
    """Make an address whole, with scheme and host."""
    return requests.absolute(context["request"], address)


@register.simple_tag(takes_context=True)
def article_json_ld(context: Context, page: ReleasePage) -> str:
    """Tell machines of a release; the tags below tell of other pages."""
    identity = identity_of(context["request"])
    return _script(jsonld.article(page, partial(absolute, context), identity))


@register.simple_tag(takes_context=True)
def quote_json_ld(context: Context, page: QuotePage) -> str:
    identity = identity_of(context["request"])
    return _script(jsonld.quotation(page, partial(absolute, context), identity))


@register.simple_tag(takes_context=True)
def event_json_ld(context: Context, page: MeetingPage) -> str:
    """Tell machines of a meeting, if it has a place."""
    data = jsonld.event(page, partial(absolute, context))
    return _script(data) if data else ""


@register.simple_tag(takes_context=True)
def person_json_ld(context: Context, page: PersonPage) -> str:
    return _script(jsonld.person(page, partial(absolute, context)))


@register.simple_tag
def site_languages() -> list[tuple[str, str]]:
    """List the languages of the newsroom, as pairs of code and name."""
    return languages()


def _script(data: jsonld.Data) -> SafeString:
    text = mark_safe(jsonld.as_json(data))  # noqa: S308 (nothing in it can end the script)
    return format_html('<script type="application/ld+json">{}</script>', text)
