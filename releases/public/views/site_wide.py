from datetime import timedelta

from django.conf import settings
from django.contrib import admin
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare

from releases.operation import health
from releases.public.requests import ReaderRequest
from releases.text.instants import to_the_minute
from releases.text.languages import languages

SECURITY_CONTACT_HOLDS = timedelta(days=180)  # under the year that RFC 9116 recommends


def robots(request: HttpRequest) -> HttpResponse:
    return render(request, "robots.txt", content_type="text/plain")


def security(request: ReaderRequest) -> HttpResponse:
    """Say whom to tell of a hole in the site: RFC 9116. Absent where the settings name nobody."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = to_the_minute(request.at) + SECURITY_CONTACT_HOLDS
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": expires,
        "languages": [code for code, name in languages()],
        "canonical": request.build_absolute_uri(),
    }
    return render(request, "security.txt", context, content_type="text/plain; charset=utf-8")


def healthz(request: HttpRequest) -> HttpResponse:
    """
    Answer monitors with 200 or 503, and strangers with not a word more. What is not well is
    told to administrators who are signed in, and to who sends the token of the settings.
    """
    found = health.look()
    well = all(ok for name, ok, said in found)
    lines = ["ok" if well else "not ok"]
    if _may_know(request):
        lines += [f"{'ok' if ok else 'NOT OK'} {name}: {said}" for name, ok, said in found]
    answer = "".join(f"{line}\n" for line in lines)
    response = HttpResponse(answer, "text/plain; charset=utf-8", 200 if well else 503)
    response["Cache-Control"] = "private, no-store"
    # Django would mail ADMINS each answer that is no 200; its stubs leave this out.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def _may_know(request: HttpRequest) -> bool:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.HEALTH_TOKEN and constant_time_compare(token, settings.HEALTH_TOKEN):
        return True
    try:
        return admin.site.has_permission(request) and request.user.has_perm("auth.change_user")
    except DatabaseError:
        return False
