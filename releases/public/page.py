from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from releases.text.languages import languages

from .fingerprint import fingerprint


def answer(request, shown, make):
    """
    What `make()` returns, or 304 without making it where the reader has the same already.

    `shown` holds the fetched records and lists the answer is made from, nothing lazy:
    their fingerprint is the ETag.
    """
    etag = f'W/"{fingerprint(shown, get_language(), request.build_absolute_uri())}"'
    response = get_conditional_response(request, etag=etag) or make()
    response["ETag"] = etag
    return response


def show(request, template, context, *, noindex=False):
    """The page of `template`, or 304; with `noindex` one that search engines shall leave out."""
    context = context | {"noindex": noindex}
    response = answer(request, context, lambda: render(request, template, context))
    if noindex:
        response["X-Robots-Tag"] = "noindex"
    return response


def chosen(records, language, language_of=lambda record: record.language):
    """The record in `language`; else the first in the order of the newsroom's languages."""
    order = [language, *(code for code, name in languages())]
    place = {code: number for number, code in reversed(list(enumerate(order)))}
    return min(records, key=lambda record: place.get(language_of(record), len(order)))
