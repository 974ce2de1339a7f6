"""When and where a meeting is, and its entry in a list; written out here, as in `entries`."""

from collections.abc import Mapping

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from releases.models import Meeting, Organisation
from releases.public.pages.agenda import Told
from releases.text.instants import offset

from .entries import KINDS, time_of
from .newsroom import day, lang, named, uncapitalised

register = template.Library()

FORMS = dict(Meeting.Format.choices)
NOTHING: Mapping[int, Told] = {}

COMING = """<li>{day}
  <div>{tag}<h3><a href="{address}">{name}</a></h3>
  <p class="quiet">{hours}{where}{chaired}</p>{moved}</div>{came_of_it}</li>"""
LARGE = '<time class="date" datetime="{iso}"><b>{day}</b> {short_month}<br>{weekday}</time>'

PAST = """<li{held}>{day}
  <div><h{level}><a href="{address}">{name}</a></h{level}>
  <p class="quiet">{tag}{where}{chaired}</p></div>{came_of_it}</li>"""
IN_MONTH = '<time datetime="{iso}">{weekday} {day}<span class="unseen">, {month}</span></time>'

TITLE = '{}<span class="unseen">: <span{}>{}</span></span>'


@register.simple_tag
def coming_meeting(meeting: Meeting, told: Mapping[int, Told] = NOTHING) -> str:
    """Show a meeting in the agenda, its day large, with what is `told` of it."""
    more = told.get(meeting.pk, Told())
    return format_html(
        COMING,
        day=time_of(LARGE, meeting.starts_on),
        tag=_tag(meeting, '<ul class="tags"><li class="tag {}">{}</li></ul>'),
        address=meeting.get_absolute_url(),
        name=named(meeting.names),
        hours=_beside_its_day(meeting),
        where=where(meeting),
        chaired=_chaired(more),
        moved=_moved(meeting),
        came_of_it=_came_of_it(more),
    )


@register.simple_tag(takes_context=True)
def past_meeting(
    context: Context,
    meeting: Meeting,
    told: Mapping[int, Told] = NOTHING,
    dated: bool = False,
) -> str:
    """
    Show a meeting on the line of those that are over, under its month, with what is `told` of it;
    `dated` where no month stands above it. It is held at the moment of the page, or is not.
    """
    at, more = context["request"].moment.tick, told.get(meeting.pk, Told())
    held = not meeting.is_off and meeting.over_at <= at
    return format_html(
        PAST,
        held=mark_safe(' class="done"') if held else "",
        level=3 if dated else 4,
        day=day(meeting.starts_on) if dated else time_of(IN_MONTH, meeting.starts_on),
        address=meeting.get_absolute_url(),
        name=named(meeting.names),
        tag=_tag(meeting, '<span class="tag {}">{}</span> '),
        where=where(meeting),
        chaired=_chaired(more),
        came_of_it=_came_of_it(more),
    )


@register.simple_tag
def when(meeting: Meeting) -> SafeString:
    """Show the days and hours of a meeting."""
    said = [day(meeting.starts_on)]
    if meeting.last_day != meeting.starts_on:
        said += [" – ", day(meeting.last_day)]
    if meeting.starts_at:
        said += [", ", format_html("{}", _hours(meeting))]
    return mark_safe("".join(said))  # noqa: S308 (each part is made by format_html)


@register.simple_tag
def still_stands(meeting: Meeting) -> SafeString:
    """Say that a meeting was postponed or cancelled, and for when it was first announced."""
    tag = _tag(meeting, '<ul class="tags"><li class="tag {}">{}</li></ul>')
    return format_html("{}{}", tag, _moved(meeting))


@register.simple_tag
def where(meeting: Meeting) -> str:
    """Show the place of a meeting and how it is held, as in “Brussels, virtual”."""
    form = str(FORMS.get(meeting.format, meeting.format))
    if meeting.restricted:
        form = _("%(format)s, in restricted format") % {"format": form}
    if not meeting.place:
        return form
    return format_html("{}, {}", named(meeting.place), uncapitalised(form))


def _beside_its_day(meeting: Meeting) -> str:
    """Show what is known of its time beside its first day."""
    if meeting.last_day != meeting.starts_on:
        return format_html("{}. ", when(meeting))
    return f"{_hours(meeting)}. " if meeting.starts_at else ""


def _chaired(told: Told) -> SafeString | str:
    """Say who chairs a meeting, behind where it is."""
    if not told.chairs:
        return ""
    names = [named(one.names) if isinstance(one, Organisation) else one.name for one in told.chairs]
    said = names.pop()
    if names:
        said = format_html(_("{} and {}"), format_html_join(", ", "{}", zip(names)), said)
    return format_html(". {}", format_html(_("Chaired by {}"), said))


def _came_of_it(told: Told) -> SafeString | str:
    """Link to the release about a meeting and to its outcome documents."""
    links = [
        (one.get_absolute_url(), format_html("<span{}>{}</span>", lang(one.language), one.title))
        for one in told.outcomes
    ]
    if report := told.report:
        title = format_html(TITLE, KINDS[report.kind], lang(report.language), report.title)
        links.insert(0, (report.address, title))
    items = format_html_join("", '<li><a href="{}">{}</a></li>', links)
    return format_html('<ul class="actions">{}</ul>', items) if links else ""


def _tag(meeting: Meeting, form: str) -> SafeString | str:
    if not meeting.is_off:
        return ""
    return format_html(form, meeting.status, meeting.get_status_display())


def _moved(meeting: Meeting) -> SafeString | str:
    if not meeting.moved_from:
        return ""
    first = _("first announced for %(day)s") % {"day": _first_time(meeting)}
    return format_html('<p class="quiet moved">{}</p>', first)


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
