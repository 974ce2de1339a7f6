from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from releases.public.answers import show
from releases.public.pages.home import home_page
from releases.public.requests import ReaderRequest


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the reader's language, as the browser states it."""
    return redirect("home")


def home(request: ReaderRequest) -> HttpResponse:
    return show(request, "releases/home.html", home_page(request.moment))
