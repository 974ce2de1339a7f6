from django.shortcuts import render

from .page import show


def accessibility(request):
    return show(request, "releases/accessibility.html", {})


def robots(request):
    return render(request, "robots.txt", content_type="text/plain")
