"""The addresses search engines may know, each with the same page in the other languages."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.sitemaps import Sitemap, views
from django.contrib.sites.shortcuts import get_current_site
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import set_response_etag
from django.utils.translation import get_language

from releases.models import (
    Edition,
    Meeting,
    Moment,
    Organisation,
    Person,
    Quote,
    Showing,
    Topic,
)
from releases.models.showing import day_of, order_of
from releases.text.instants import midnight
from releases.text.languages import default_language, languages

from .pages.texts import changed_at
from .requests import ReaderRequest


class InEveryLanguage(Sitemap):
    """Pages whose frame exists in every language of the newsroom."""

    i18n = True
    alternates = True

    def __init__(self, moment: Moment) -> None:
        self.moment = moment

    def get_latest_lastmod(self) -> None:
        """Say nothing: the index would have to read every section for it."""
        return


class Pages(InEveryLanguage):
    """The pages that are always there."""

    def items(self) -> list[str]:
        return ["home", "release-list", "quote-list", "meeting-list", "accessibility"]

    def location(self, name: str) -> str:
        return reverse(name)


class Subjects(InEveryLanguage):
    """A part of the records of one kind, in the order in which they were made."""

    model: type[Person] | type[Organisation] | type[Topic]
    size = 1000  # records in a part

    def __init__(self, moment: Moment, part: int = 1) -> None:
        super().__init__(moment)
        self.part = part

    def items(self) -> list[Person] | list[Organisation] | list[Topic]:
        return list(self.public()[(self.part - 1) * self.size : self.part * self.size])

    def public(self) -> QuerySet:
        return self.model.objects.public(self.moment).order_by("pk")

    def parts(self) -> int:
        """Say how many parts there are. One query, which counts all records of the kind."""
        return -(-self.public().count() // self.size)


class People(Subjects):
    model = Person


class Organisations(Subjects):
    model = Organisation


class Topics(Subjects):
    model = Topic


class ByMonth(InEveryLanguage):
    """What is dated in one month: `span` are the places in lists it begins and ends before."""

    def __init__(self, moment: Moment, span: tuple[int, int]) -> None:
        super().__init__(moment)
        self.span = span


class Meetings(ByMonth):
    """The meetings that end in a month."""

    def items(self) -> list[Meeting]:
        begin, end = self.span
        meetings = Meeting.objects.public(self.moment).order_by("order")
        return list(meetings.filter(order__gte=begin, order__lt=end))


class TextsByMonth(ByMonth):
    """Texts of one month. An item holds the same one by language: {"en": …, "fr": …}."""

    def get_languages_for_item(self, item: dict[str, Any]) -> list[str]:
        return list(item)

    def location(self, item: dict[str, Any]) -> str:
        return item[get_language()].get_absolute_url()


class Releases(TextsByMonth):
    """The public texts of the releases of a month."""

    def items(self) -> list[dict[str, Edition]]:
        releases: dict[int, dict[str, Edition]] = {}
        begin, end = self.span
        for code, _name in languages():
            rows = Showing.objects.listed(code, self.moment).filter(own=True)
            for row in rows.filter(order__gte=begin, order__lt=end).with_texts():
                row.edition.release = row.release
                releases.setdefault(row.release_id, {})[code] = row.edition
        return list(releases.values())

    def lastmod(self, item: dict[str, Edition]) -> datetime:
        return max(changed_at(edition) for edition in item.values())


class Quotes(TextsByMonth):
    """The quotes in those texts."""

    def items(self) -> list[dict[str, Quote]]:
        quotes: dict[str, dict[str, Quote]] = {}
        begin, end = self.span
        for code, _name in languages():
            of_month = {"own": True, "order__gte": begin, "order__lt": end}
            said = Quote.objects.listed(code, self.moment, **of_month)
            for quote in said.order_by("-order", "position").only("key"):
                quotes.setdefault(quote.key, {})[code] = quote
        return list(quotes.values())


IN_PARTS = {"people": People, "organisations": Organisations, "topics": Topics}
BY_MONTH: dict[str, type[ByMonth]] = {
    "meetings": Meetings,
    "releases": Releases,
    "quotes": Quotes,
}


def index(request: ReaderRequest) -> HttpResponse:
    """Name the sections and their parts without reading them. A small query for each."""
    moment = request.moment
    names: list[str | tuple[str, int]] = ["pages"]
    for name, sitemap in IN_PARTS.items():
        parts = sitemap(moment).parts()
        names += [name if part == 0 else (name, part + 1) for part in range(parts)]
    # Readers of each language are shown every release: one of them is asked.
    months = list(_months(Showing.objects.listed(default_language(), moment)))
    names += [f"meetings-{month:%Y-%m}" for month in _months(Meeting.objects.public(moment))]
    names += [f"releases-{month:%Y-%m}" for month in months]
    names += [f"quotes-{month:%Y-%m}" for month in months if _has_quotes(month, moment)]
    items = [views.SitemapIndexItem(request.build_absolute_uri(_address(name))) for name in names]
    return _answer(request, "sitemap_index.xml", {"sitemaps": items})


def _months(rows: QuerySet[Any]) -> Iterator[date]:
    """Find the months in which there is a row, the latest first, by the places in lists."""
    places = rows.order_by("-order").values_list("order", flat=True)
    place = places.first()
    while place is not None:
        month = day_of(place).replace(day=1)
        yield month
        place = places.filter(order__lt=_span(month)[0]).first()


def _has_quotes(month: date, moment: Moment) -> bool:
    """Whether a text of the month has a quote. A query, or one for each language."""
    begin, end = _span(month)
    return any(
        Showing.objects.listed(code, moment)
        .filter(own=True, order__gte=begin, order__lt=end, edition__quotes__isnull=False)
        .exists()
        for code, _name in languages()
    )


def _span(month: date) -> tuple[int, int]:
    following = (month + timedelta(days=31)).replace(day=1)
    return order_of(midnight(month)), order_of(midnight(following))


@views.x_robots_tag
def section(request: ReaderRequest, section: str) -> HttpResponse:
    """Show the section that is named, without a look at the others. Http404 for an empty one."""
    sitemap = _section(section, request.asked.get("p", "1"), request.moment)
    site = get_current_site(request)
    urls = sitemap.get_urls(site=site, protocol=request.scheme) if sitemap else []
    if not urls:
        raise Http404
    return _answer(request, "sitemap.xml", {"urlset": urls})


def _answer(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Answer with a map, named by what it says: robots that have it are told so."""
    response = render(request, template, context, content_type="application/xml")
    set_response_etag(response)
    return response


def _address(name: str | tuple[str, int]) -> str:
    """Make the address of a section, or of a part of it: a name and a number, from 1."""
    name, part = name if isinstance(name, tuple) else (name, 1)
    address = reverse("sitemap-section", kwargs={"section": name})
    return address if part == 1 else f"{address}?p={part}"


def _section(name: str, part: str, moment: Moment) -> Sitemap | None:
    """Make the sitemap of a section; None for a name or a part there cannot be."""
    if name in IN_PARTS and re.fullmatch("[1-9][0-9]{0,4}", part):
        return IN_PARTS[name](moment, int(part))
    if part != "1":
        return None
    if name == "pages":
        return Pages(moment)
    kind, __, month = name.partition("-")
    if kind in BY_MONTH and re.fullmatch("[12][0-9]{3}-(0[1-9]|1[0-2])", month):
        return BY_MONTH[kind](moment, _span(date.fromisoformat(f"{month}-01")))
    return None
