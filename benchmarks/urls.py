"""The addresses of the site, and one more."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path

from project.urls import handler400, handler404, handler500
from project.urls import urlpatterns as of_site

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("bare")


urlpatterns = [*i18n_patterns(path("bare/", bare)), *of_site]
