"""What releases are about: a page each."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from releases.models import Meeting, Organisation, Person, Subject, Topic
from releases.public.answers import show
from releases.public.pages.addressed import at_address
from releases.public.pages.index import person_list_page, topic_list_page
from releases.public.pages.meeting import meeting_list_page, meeting_page
from releases.public.pages.subjects import (
    organisation_page,
    person_page,
    topic_page,
)
from releases.public.requests import ReaderRequest, View

from .removed import removed_subject


def of_public(model: type[Subject]) -> Callable[[View], View]:
    """
    Give a view the record of `model` that is public at an address.

    An address the record had before leads to the one it has, and that of a record which only
    removed releases name says so.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def addressed(request: ReaderRequest, slug: str) -> HttpResponseBase:
            record = at_address(model, slug, request.moment)
            if record is None:
                return removed_subject(request, model, slug)
            if record.slug != slug:
                return redirect(record, permanent=True)
            return view(request, record)

        return addressed

    return decorate


def meeting_list(request: ReaderRequest) -> HttpResponse:
    page = meeting_list_page(request.asked, request.moment)
    return show(request, "releases/meeting_list.html", page)


@of_public(Meeting)
def meeting_detail(request: ReaderRequest, meeting: Meeting) -> HttpResponse:
    return show(request, "releases/meeting_detail.html", meeting_page(meeting, request.moment))


def person_list(request: ReaderRequest) -> HttpResponse:
    page = person_list_page(request.asked, request.moment)
    return show(request, "releases/person_list.html", page)


@of_public(Person)
def person_detail(request: ReaderRequest, person: Person) -> HttpResponse:
    page = person_page(person, request.asked, request.moment)
    return show(request, "releases/person_detail.html", page)


def topic_list(request: ReaderRequest) -> HttpResponse:
    page = topic_list_page(request.asked, request.moment)
    return show(request, "releases/topic_list.html", page)


@of_public(Topic)
def topic_detail(request: ReaderRequest, topic: Topic) -> HttpResponse:
    page = topic_page(topic, request.asked, request.moment)
    return show(request, "releases/topic_detail.html", page)


@of_public(Organisation)
def organisation_detail(request: ReaderRequest, organisation: Organisation) -> HttpResponse:
    page = organisation_page(organisation, request.moment)
    return show(request, "releases/organisation_detail.html", page)
