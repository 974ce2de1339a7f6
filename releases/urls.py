"""The pages of the newsroom, as a visitor meets them; each below its language."""

from django.urls import path, register_converter

from releases import feeds, views
from releases.converters import DayConverter

register_converter(DayConverter, "day")

urlpatterns = [
    path("", views.home, name="home"),
    path("releases/", views.release_list, name="release-list"),
    path("releases/<day:day>/<slug:slug>/", views.release_detail, name="release-detail"),
    path("embargo/<slug:token>/", views.embargo, name="embargo"),
    path("quotes/", views.quote_list, name="quote-list"),
    path("quotes/<slug:key>/", views.quote_detail, name="quote-detail"),
    path("meetings/", views.meeting_list, name="meeting-list"),
    path("meetings/<slug:slug>/", views.meeting_detail, name="meeting-detail"),
    path("people/<slug:slug>/", views.person_detail, name="person-detail"),
    path("topics/<slug:slug>/", views.topic_detail, name="topic-detail"),
    path("organisations/<slug:slug>/", views.organisation_detail, name="organisation-detail"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("feeds/releases.atom", feeds.release_feed, name="release-feed"),
]
