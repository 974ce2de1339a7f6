"""How the desk's templates show the words in which two texts differ: runs, each with its kind."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from releases.text.changes import ADDED, REMOVED

Runs = list[tuple[str, str]]  # pairs of a kind (same, added, removed) and words
TAGS = {REMOVED: "del", ADDED: "ins"}

register = template.Library()


@register.filter
def marked(words: Runs) -> SafeString:
    """The words with what was removed and what was added marked as such."""
    return format_html_join("", "{}", ((_marked(kind, run),) for kind, run in words))


@register.filter
def marked_before(words: Runs) -> SafeString:
    """The words as they were, with what was removed from them marked."""
    return marked([(kind, run) for kind, run in words if kind != ADDED])


@register.filter
def marked_after(words: Runs) -> SafeString:
    """The words as they are, with what was added to them marked."""
    return marked([(kind, run) for kind, run in words if kind != REMOVED])


@register.filter
def marked_aloud(words: Runs) -> SafeString:
    """The words as in `marked`; who hears the page is told what was removed and added."""
    said = {REMOVED: _("removed:"), ADDED: _("added:")}
    return format_html_join("", "{}", ((_told(run, kind, said),) for kind, run in words))


def _marked(kind, run):
    tag = TAGS.get(kind)
    return format_html("<{0}>{1}</{0}>", tag, run) if tag else run


def _told(run, kind, said):
    if kind not in said:
        return run
    hidden = '<span class="visually-hidden">{}</span>'
    begun, ended = format_html(hidden, f"[{said[kind]} "), format_html(hidden, "]")
    return _marked(kind, format_html("{}{}{}", begun, run, ended))
