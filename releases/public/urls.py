"""The pages of the newsroom, as a visitor meets them; each below its language."""

from collections.abc import Iterable

from django.urls import URLPattern, path, register_converter
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from . import feeds, views
from .converters import DayConverter
from .parameters import takes
from .requests import View

register_converter(DayConverter, "day")


def public(route: str, view: View, name: str, asked: Iterable[str] = ()) -> URLPattern:
    """
    Make the address of a page that is only read, and may be `asked` these things.

    Whoever sends it something is answered 405 and what is allowed. It takes nothing, so no
    token is asked for first, whose absence would be answered 403.
    """
    return path(route, csrf_exempt(require_safe(takes(*asked)(view))), name=name)


FILTERS = ("topic", "person", "meeting", "kind", "from", "to")


urlpatterns = [
    public("", views.home, name="home"),
    public("releases/", views.release_list, "release-list", asked=(*FILTERS, "page")),
    public("releases/<day:day>/<slug:slug>/", views.release_detail, name="release-detail"),
    public(
        "releases/<day:day>/<slug:slug>/versions/<int:version>/",
        views.release_version,
        name="release-version",
    ),
    path("embargo/<slug:token>/", views.embargo, name="embargo"),
    public("quotes/", views.quote_list, "quote-list", asked=["page"]),
    public("quotes/<slug:key>/", views.quote_detail, name="quote-detail"),
    public("meetings/", views.meeting_list, "meeting-list", asked=["page"]),
    public("meetings/<slug:slug>/", views.meeting_detail, name="meeting-detail"),
    public("people/<slug:slug>/", views.person_detail, "person-detail", asked=["page"]),
    public("topics/<slug:slug>/", views.topic_detail, "topic-detail", asked=["page"]),
    public("organisations/<slug:slug>/", views.organisation_detail, name="organisation-detail"),
    public("accessibility/", views.accessibility, name="accessibility"),
    public("feeds/releases.atom", feeds.release_feed, name="release-feed"),
]
