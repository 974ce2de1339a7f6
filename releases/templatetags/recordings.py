"""Recordings as the browser's own player is told of them."""

from django import template
from django.forms.utils import flatatt
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from releases.models import Recording
from releases.models.recording import CAPTIONS

register = template.Library()


@register.simple_tag(takes_context=True)
def player(context: Context, recording: Recording, number: int) -> str:
    """
    Play a file, of which nothing is fetched before somebody asks for it. In a preview it is the
    one at the desk. It is called by its heading, `recording-` and its number on the page.
    """
    preview = context.get("preview")
    address = recording.desk_address_of if preview else recording.address_of
    poster = recording.poster
    attributes: dict[str, object] = {
        "controls": True,
        "preload": "none",
        "src": address(recording.played),
        "aria-labelledby": f"recording-{number}",
    }
    if recording.is_video:
        attributes |= {"width": recording.width, "height": recording.height, "playsinline": True}
        if poster:
            at = poster.desk_address_of if preview else poster.address_of
            attributes["poster"] = at(poster.in_passing)
    tracks = format_html_join(
        "",
        '<track kind="captions" src="{}" srclang="{}" label="{}">',
        (
            (address(f"{code}{CAPTIONS}"), code, get_language_info(code)["name_local"].capitalize())
            for code in recording.captions
        ),
    )
    element = "video" if recording.is_video else "audio"
    return format_html("<{0}{1}>{2}</{0}>", element, flatatt(attributes), tracks)


@register.simple_tag(takes_context=True)
def about_recording(context: Context, recording: Recording) -> str:
    """Say what a recording is, how long, of when and where; under embargo, that it comes."""
    said = [str(recording.get_kind_display()), recording.length]
    if recording.url:
        said.append(_("opens on %(host)s") % {"host": recording.host})
    elif context.get("under_embargo"):
        said.append(_("can be opened once the release is public"))
    if recording.taken_on:
        said.append(date_format(recording.taken_on))
    return ", ".join(part for part in said if part)


@register.filter
def file_format(recording: Recording) -> str:
    """Name the format of a file as people do, such as “MP4”."""
    return recording.played.rpartition(".")[2].upper()
