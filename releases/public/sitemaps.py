"""The addresses search engines may know, each with the same page in the other languages."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import chain, groupby
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.html import escape

from releases.models import Meeting, Moment, Organisation, Person, Showing, Topic
from releases.models.prepared import prepared
from releases.models.showing import day_of, order_of
from releases.text.addresses import address
from releases.text.instants import midnight
from releases.text.languages import default_language, languages

from .identity import identity_of
from .requests import ReaderRequest

MOST = 10_000  # addresses in a section: they can hold five times as many, but not be made so fast
TYPE = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
SECTION = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)

FIXED = ("home", "release-list", "quote-list", "meeting-list", "person-list", "topic-list")
SUBJECTS: dict[str, type[Person] | type[Organisation] | type[Topic]] = {
    "people": Person,
    "organisations": Organisation,
    "topics": Topic,
}


@dataclass
class Page:
    """A page: its addresses by language, and the day of its last change, if that is known."""

    addresses: dict[str, str]
    changed: date | None = None


def index(request: ReaderRequest) -> HttpResponse:
    """
    Name the sections without reading them: those of records by their number, those of what is
    dated by month.
    """
    moment, here = request.moment, _host(request)
    names = ["pages.xml"]
    for name, model in SUBJECTS.items():
        parts = -(-model.objects.public(moment).count() // _records())
        names += [
            f"{name}.xml" + (f"?p={part}" if part > 1 else "") for part in range(1, parts + 1)
        ]
    for name in DATED:
        names += [f"{name}-{period}.xml" for period in _periods(name, moment)]
    entries = (f"<sitemap><loc>{here}/sitemap-{name}</loc></sitemap>\n" for name in names)
    return HttpResponse([HEAD, INDEX, *entries, "</sitemapindex>\n"], TYPE)


def section(request: ReaderRequest, section: str) -> StreamingHttpResponse:
    """Show the section that is named, without a look at the others. Http404 for an empty one."""
    part = request.asked.get("p", "1")
    pages: Iterator[Page]
    if (section, part) == ("pages", "1"):
        names = [*FIXED, *identity_of(request).pages]
        pages = (Page(_in_all(reverse(name))) for name in names)
    else:
        pages = iter(_section(section, part, request.moment))
    first = next(pages, None)
    if first is None:
        raise Http404
    lines = _lines(chain([first], pages), _host(request))
    response = StreamingHttpResponse(chain([HEAD + SECTION], lines, ["</urlset>\n"]), TYPE)
    response["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return response


def _lines(pages: Iterable[Page], here: str) -> Iterator[str]:
    for page in pages:
        changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{here}{path}"/>'
            for code, path in page.addresses.items()
        )
        for path in page.addresses.values():
            yield f"<url><loc>{here}{path}</loc>{changed}{others}</url>\n"


def _host(request: ReaderRequest) -> str:
    return escape(request.build_absolute_uri("/")).removesuffix("/")


def _section(name: str, part: str, moment: Moment) -> Iterable[Page]:
    """Find the pages of a section; none for a name or a part there cannot be."""
    if name in SUBJECTS and re.fullmatch("[1-9][0-9]{0,4}", part):
        return _subjects(SUBJECTS[name], int(part), moment)
    kind, _dash, period = name.partition("-")
    if part != "1":
        return []
    if kind in DATED and (span := _span(period)):
        rows, pages = DATED[kind]
        return pages(_between(rows(moment), *span))
    return []


def _subjects(model: Any, part: int, moment: Moment) -> Iterator[Page]:
    start = (part - 1) * _records()
    for record in model.objects.public(moment).order_by("pk")[start : start + _records()]:
        yield Page(_in_all(record.get_absolute_url()))


def _records() -> int:
    """Say of how many records a section holds the pages: each has one in every language."""
    return max(1, MOST // len(languages()))


# What is dated: rows that have a place in lists, and the pages they stand for.

Row = tuple[int, str, str, datetime, datetime | None]


def _texts(moment: Moment) -> QuerySet[Any]:
    """Return who is shown the own language's text, of the newsroom's languages, latest first."""
    codes = [code for code, name in languages()]
    rows = Showing.objects.visible(moment).filter(listed=True, own=True, reader__in=codes)
    return rows.order_by("-order")


def _pages_of_texts(rows: QuerySet[Any]) -> Iterator[Page]:
    values = ("order", "reader", "edition__slug", "edition__public_since", "edition__corrected_at")
    found: Iterator[Row] = rows.values_list(*values).iterator()
    for order, several in groupby(found, key=lambda row: row[0]):
        texts, day = list(several), day_of(order)
        addresses = {
            code: _in(code, address("release-detail", day=day, slug=slug))
            for _order, code, slug, _since, _corrected in texts
        }
        changed = max(corrected or since for *_text, since, corrected in texts)
        yield Page(addresses, changed.date())


def _quotes(moment: Moment) -> QuerySet[Any]:
    """Return the same with a row for each quote in the text."""
    with_quotes = _texts(moment).filter(edition__quotes__isnull=False)
    return with_quotes.order_by("-order", "edition__quotes__key")


def _pages_of_quotes(rows: QuerySet[Any]) -> Iterator[Page]:
    found = rows.values_list("edition__quotes__key", "reader").iterator()
    for key, several in groupby(found, key=lambda row: row[0]):
        path = address("quote-detail", key=key)
        yield Page({code: _in(code, path) for _key, code in several})


def _meetings(moment: Moment) -> QuerySet[Any]:
    return Meeting.objects.public(moment).order_by("-order")


def _pages_of_meetings(rows: QuerySet[Any]) -> Iterator[Page]:
    for slug in rows.values_list("slug", flat=True).iterator():
        yield Page(_in_all(address("meeting-detail", slug=slug)))


DATED: dict[
    str, tuple[Callable[[Moment], QuerySet[Any]], Callable[[QuerySet[Any]], Iterator[Page]]]
] = {
    "meetings": (_meetings, _pages_of_meetings),
    "releases": (_texts, _pages_of_texts),
    "quotes": (_quotes, _pages_of_quotes),
}


def _between(rows: QuerySet[Any], begin: int, end: int) -> QuerySet[Any]:
    """Return the rows between two places in lists, by the field they are sorted by."""
    place = str(rows.query.order_by[0]).lstrip("-")
    return rows.filter(**{f"{place}__gte": begin, f"{place}__lt": end})


def _periods(name: str, moment: Moment) -> list[str]:
    """Name the months of which there is something, the latest first."""
    reader = default_language()
    months = _months(_ends(_presence(name, moment, reader)))
    spans = [_span(month) or (0, 0) for month in months]
    there = _in_span(name).finds_any(["begin", "end"], spans, moment, reader)
    return [month for month, span in zip(months, spans, strict=True) if span in there]


def _presence(name: str, moment: Moment, reader: str) -> QuerySet[Any]:
    """
    Return rows that tell in which months there is something. Readers of one language are shown
    every release, in that language or another.
    """
    if name == "meetings":
        return _meetings(moment)
    rows = Showing.objects.listed(reader, moment).order_by("-order")
    return rows if name == "releases" else rows.filter(edition__quotes__isnull=False)


@cache
def _in_span(name: str) -> prepared[Any]:
    @prepared
    def found(moment: Moment, reader: str, begin: int, end: int) -> QuerySet[Any]:
        return _between(_presence(name, moment, reader), begin, end)[:1]

    return found


def _ends(rows: QuerySet[Any]) -> list[int]:
    """Find the first and the last place in lists."""
    places = rows.values_list("order", flat=True)
    ends = [places.order_by(way).first() for way in ("order", "-order")]
    return [end for end in ends if end is not None]


def _months(ends: list[int]) -> list[str]:
    """Name the months from the last to the first of places in lists."""
    if not ends:
        return []
    first, last = day_of(ends[0]), day_of(ends[-1])
    numbers = range(last.year * 12 + last.month - 1, first.year * 12 + first.month - 2, -1)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _span(period: str) -> tuple[int, int] | None:
    """Find the places at which a month (2021-03) begins and ends; None for what is none."""
    if not re.fullmatch("[12][0-9]{3}-(0[1-9]|1[0-2])", period):
        return None
    first = date.fromisoformat(f"{period}-01")
    following = (first + timedelta(days=31)).replace(day=1)
    return order_of(midnight(first)), order_of(midnight(following))


def _in_all(path: str) -> dict[str, str]:
    return {code: _in(code, path) for code, name in languages()}


def _in(code: str, path: str) -> str:
    """Put an address into a language: they differ in their beginning alone."""
    return f"/{code}{path[path.index('/', 1) :]}"
