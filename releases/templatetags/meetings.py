"""When and where a meeting is, and its entry in a list; written out here, as in `entries`."""

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from releases.models import Meeting
from releases.text.instants import offset

from .newsroom import day, named, uncapitalised

register = template.Library()

FORMS = dict(Meeting.Format.choices)

MEETING = """<article class="entry entry-meeting" aria-labelledby="meeting-{slug}">
  <p class="dateline">{when}</p>
  <h3 id="meeting-{slug}"><a href="{address}">{name}</a></h3>
  <p class="where">{where}</p>
</article>"""


@register.simple_tag
def listed_meeting(meeting: Meeting) -> str:
    """Show a meeting in a list."""
    return format_html(
        MEETING,
        slug=meeting.slug,
        when=when(meeting),
        address=meeting.get_absolute_url(),
        name=named(meeting.names),
        where=where(meeting),
    )


@register.simple_tag
def when(meeting: Meeting) -> SafeString:
    """Show the days and hours of a meeting, and whether it still stands."""
    said = [day(meeting.starts_on)]
    if meeting.last_day != meeting.starts_on:
        said += [" – ", day(meeting.last_day)]
    if meeting.starts_at:
        said += [", ", format_html("{}", _hours(meeting))]
    if meeting.status in (Meeting.Status.POSTPONED, Meeting.Status.CANCELLED):
        status = format_html('<strong class="status">{}</strong>', meeting.get_status_display())
        said += ["\n", status]
    if meeting.moved_from:
        first = _("first announced for %(day)s") % {"day": _first_time(meeting)}
        said += ["\n", format_html('<span class="moved">{}</span>', first)]
    return mark_safe("".join(said))  # noqa: S308 (each part is made by format_html)


@register.simple_tag
def where(meeting: Meeting) -> str:
    """Show the place of a meeting and how it is held, as in “Brussels, virtual”."""
    form = str(FORMS.get(meeting.format, meeting.format))
    if meeting.restricted:
        form = _("%(format)s, in restricted format") % {"format": form}
    if not meeting.place:
        return form
    place = named(meeting.place)
    return format_html('<span class="place">{}</span>, {}', place, uncapitalised(form))


def _hours(meeting: Meeting) -> str:
    """Write the hours of the place, as in “09:30–17:00 (local time, UTC+2)”."""
    hours = "–".join(f"{hour:%H:%M}" for hour in (meeting.starts_at, meeting.ends_at) if hour)
    clocks = offset(meeting.local_start)
    if meeting.place:
        clocks = _("local time") + f", {clocks}"
    return f"{hours} ({clocks})"


def _first_time(meeting: Meeting) -> str:
    """
    Write for when a meeting that has moved was first announced, as in “30 March 2021, 15:00”; and
    by the clocks of which zone, if it has moved to another one.
    """
    day, hour, zone = meeting.first_time or (None, None, "")
    said = date_format(day) if day else ""
    if hour:
        said += f", {hour:%H:%M}"
        said += f" ({zone})" if zone != meeting.time_zone else ""
    return said
