"""The frame of all public pages: the same for a language, but for the ways to other languages."""

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from releases.public.identity import identity_of
from releases.text.languages import languages

from .newsroom import address_in

register = template.Library()

LANGUAGE_NAV = '<nav class="languages" aria-label="{}"><ul>{}</ul></nav>'
LANGUAGE = (
    '<li><span aria-current="true"><abbr title="{name}">{short}</abbr><b>{name}</b></span></li>'
)
LANGUAGE_LINK = (
    '<li><a href="{address}" lang="{code}" hreflang="{code}">'
    '<abbr title="{name}">{short}</abbr><b>{name}</b></a></li>'
)

FEED = '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">'


@register.simple_tag(takes_context=True)
def kept(context: Context, template_name: str, **given: str) -> SafeString:
    """
    Show a part that depends on who publishes, on the language and on what is `given` alone. It
    is made once, and kept for as long as the identity that it shows.
    """
    identity = identity_of(context["request"])
    key = (template_name, get_language(), *given.values())
    shown = identity.shown.get(key)
    if shown is None:
        who = {"identity": identity, "site_name": identity.site_name}
        who["publisher"] = identity.publisher
        shown = identity.shown[key] = render_to_string(template_name, who | given)
    return shown


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> SafeString | str:
    """Show the languages of the newsroom, if there are several, each with this page in it."""
    if len(languages()) == 1:
        return ""
    active = get_language()
    items = format_html_join(
        "\n", "{}", ((_language(context, code, name, active),) for code, name in languages())
    )
    return format_html(LANGUAGE_NAV, _("Language"), items)


@register.simple_tag(takes_context=True)
def feed_links(context: Context) -> SafeString:
    """Name the feeds to programs that look for one: that of each language."""
    links = []
    for code, name in languages():
        with override(code):
            links.append((f"{context['site_name']} ({name})", reverse("release-feed")))
    return format_html_join("\n  ", FEED, links)


def _language(context: Context, code: str, name: str, active: str) -> SafeString:
    return format_html(
        LANGUAGE if code == active else LANGUAGE_LINK,
        address=address_in(context, code),
        code=code,
        short=code.upper(),
        name=name,
    )
