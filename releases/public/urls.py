"""The pages of the newsroom, as a visitor meets them; each below its language."""

from collections.abc import Callable, Iterable
from functools import partial

from django.urls import URLPattern, path, register_converter
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from . import feeds, views
from .answers import as_it_is, at_a_moment, kept
from .converters import DayConverter
from .pages.meeting import WITH
from .parameters import takes
from .requests import View

register_converter(DayConverter, "day")


def public(
    route: str,
    view: View,
    name: str,
    asked: Iterable[str] = (),
    answered: Callable[[View], View] = at_a_moment,
) -> URLPattern:
    """
    Make the address of a page that is only read, and may be `asked` these things; `answered`
    says how: see `answers`.

    Whoever sends it something is answered 405 and what is allowed. It takes nothing, so no
    token is asked for first, whose absence would be answered 403.
    """
    return path(route, csrf_exempt(require_safe(takes(*asked)(answered(view)))), name=name)


# A page that tells of nothing that goes public.
fixed = partial(public, answered=as_it_is)
# A page that stays until something else is public, one that is another each day as it says
# which one it is, or shows pictures, whose rights may end, and one that ages by the clock.
stays = partial(public, answered=kept)
daily = partial(public, answered=partial(kept, ages="today"))
ages = partial(public, answered=partial(kept, ages="tick"))

FILTERS = ("topic", "person", "meeting", "kind", "from", "to")


urlpatterns = [
    ages("", views.home, name="home"),
    stays("card.png", views.site_card, name="site-card"),
    stays("releases/", views.release_list, "release-list", asked=(*FILTERS, "after")),
    daily("releases/<day:day>/<slug:slug>/", views.release_detail, name="release-detail"),
    daily(
        "releases/<day:day>/<slug:slug>/versions/<int:version>/",
        views.release_version,
        name="release-version",
    ),
    stays("releases/<day:day>/<slug:slug>/card.png", views.release_card, name="release-card"),
    daily("releases/<day:day>/<slug:slug>/cite.bib", views.release_bibtex, name="release-bibtex"),
    daily("releases/<day:day>/<slug:slug>/cite.ris", views.release_ris, name="release-ris"),
    path("embargo/<slug:token>/", views.embargo, name="embargo"),
    stays("quotes/", views.quote_list, "quote-list", asked=["after"]),
    ages("quotes/<slug:key>/", views.quote_detail, name="quote-detail"),
    stays("quotes/<slug:key>/card.png", views.quote_card, name="quote-card"),
    daily("quotes/<slug:key>/cite.bib", views.quote_bibtex, name="quote-bibtex"),
    daily("quotes/<slug:key>/cite.ris", views.quote_ris, name="quote-ris"),
    ages("meetings/", views.meeting_list, "meeting-list", asked=[*WITH, "after"]),
    ages("meetings/<slug:slug>/", views.meeting_detail, name="meeting-detail"),
    ages("people/", views.person_list, "person-list", asked=["after"]),
    ages("people/<slug:slug>/", views.person_detail, "person-detail", asked=["after"]),
    stays("topics/", views.topic_list, "topic-list", asked=["after"]),
    ages("topics/<slug:slug>/", views.topic_detail, "topic-detail", asked=["after"]),
    ages("organisations/<slug:slug>/", views.organisation_detail, name="organisation-detail"),
    stays("accessibility/", views.accessibility, name="accessibility"),
    stays("legal-notice/", views.legal_notice, name="legal-notice"),
    stays("privacy/", views.privacy, name="privacy"),
    daily("feeds/releases.atom", feeds.release_feed, name="release-feed"),
]
