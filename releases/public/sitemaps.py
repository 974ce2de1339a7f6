"""The addresses search engines may know, each with the same page in the other languages."""

import re
from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap, views
from django.contrib.sites.shortcuts import get_current_site
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.translation import get_language

from releases.models import Edition, Meeting, Organisation, Person, PressRelease, Quote, Topic
from releases.models.edition import EditionQuerySet
from releases.models.years import in_year

from .pages.texts import changed_at
from .requests import ReaderRequest


class InEveryLanguage(Sitemap):
    """Pages whose frame exists in every language of the newsroom."""

    i18n = True
    alternates = True

    def __init__(self, at: datetime) -> None:
        self.at = at

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

    def __init__(self, at: datetime, part: int = 1) -> None:
        super().__init__(at)
        self.part = part

    def items(self) -> list[Person] | list[Organisation] | list[Topic]:
        return list(self.public()[(self.part - 1) * self.size : self.part * self.size])

    def public(self) -> QuerySet:
        return self.model.objects.public(self.at).order_by("pk")

    def parts(self) -> int:
        """Say how many parts there are. One query, which counts all records of the kind."""
        return -(-self.public().count() // self.size)


class People(Subjects):
    model = Person


class Organisations(Subjects):
    model = Organisation


class Topics(Subjects):
    model = Topic


class Meetings(InEveryLanguage):
    """The meetings of a year: there are as many as texts, which are not counted either."""

    def __init__(self, at: datetime, year: int) -> None:
        super().__init__(at)
        self.year = year

    def items(self) -> list[Meeting]:
        return list(Meeting.objects.public(self.at).of_year(self.year).order_by("begins_at", "pk"))


class ByYear(InEveryLanguage):
    """Texts of one year. An item holds the same one by language: {"en": …, "fr": …}."""

    def __init__(self, at: datetime, year: int) -> None:
        super().__init__(at)
        self.year = year

    def editions(self) -> EditionQuerySet:
        # The releases of the year first: else the texts of all years are looked through for them.
        releases = in_year(PressRelease.objects.all(), "publish_at", self.year)
        editions = Edition.objects.live(self.at).filter(release__in=releases.values("pk"))
        return editions.select_related("release")

    def get_languages_for_item(self, item: dict[str, Any]) -> list[str]:
        return list(item)

    def location(self, item: dict[str, Any]) -> str:
        return item[get_language()].get_absolute_url()


class Releases(ByYear):
    """The public texts of the releases of a year."""

    def items(self) -> list[dict[str, Edition]]:
        releases: dict[int, dict[str, Edition]] = {}
        for edition in self.editions().newest_first():
            releases.setdefault(edition.release_id, {})[edition.language] = edition
        return list(releases.values())

    def lastmod(self, item: dict[str, Edition]) -> datetime:
        return max(changed_at(edition) for edition in item.values())


class Quotes(ByYear):
    """The quotes in those texts."""

    def items(self) -> list[dict[str, Quote]]:
        quotes: dict[str, dict[str, Quote]] = {}
        for quote in Quote.objects.filter(edition__in=self.editions()).select_related("edition"):
            quotes.setdefault(quote.key, {})[quote.edition.language] = quote
        return list(quotes.values())


IN_PARTS = {"people": People, "organisations": Organisations, "topics": Topics}
BY_YEAR = {"meetings": Meetings, "releases": Releases, "quotes": Quotes}


def index(request: ReaderRequest) -> HttpResponse:
    """Name the sections and their parts without reading them. Nine queries at most."""
    at = request.at
    names: list[str | tuple[str, int]] = ["pages"]
    for name, sitemap in IN_PARTS.items():
        names += [name if part == 0 else (name, part + 1) for part in range(sitemap(at).parts())]
    names += [f"meetings-{year}" for year in Meeting.objects.public(at).years()]
    texts = Edition.objects.live(at)
    names += [f"releases-{year}" for year in texts.years()]
    names += [f"quotes-{year}" for year in texts.filter(quotes__isnull=False).years()]
    items = [views.SitemapIndexItem(request.build_absolute_uri(_address(name))) for name in names]
    return _answer(request, "sitemap_index.xml", {"sitemaps": items})


@views.x_robots_tag
def section(request: ReaderRequest, section: str) -> HttpResponse:
    """Show the section that is named, without a look at the others. Http404 for an empty one."""
    sitemap = _section(section, request.asked.get("p", "1"), request.at)
    site = get_current_site(request)
    urls = sitemap.get_urls(site=site, protocol=request.scheme) if sitemap else []
    if not urls:
        raise Http404
    return _answer(request, "sitemap.xml", {"urlset": urls})


def _answer(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Answer with a map, or with 304 where the reader has the same already."""
    response = render(request, template, context, content_type="application/xml")
    set_response_etag(response)
    etag = response["ETag"]
    return get_conditional_response(request, etag=etag, response=response) or response


def _address(name: str | tuple[str, int]) -> str:
    """Make the address of a section, or of a part of it: a name and a number, from 1."""
    name, part = name if isinstance(name, tuple) else (name, 1)
    address = reverse("sitemap-section", kwargs={"section": name})
    return address if part == 1 else f"{address}?p={part}"


def _section(name: str, part: str, at: datetime) -> Sitemap | None:
    """Make the sitemap of a section; None for a name or a part there cannot be."""
    if name in IN_PARTS and re.fullmatch("[1-9][0-9]{0,4}", part):
        return IN_PARTS[name](at, int(part))
    if part != "1":
        return None
    if name == "pages":
        return Pages(at)
    kind, __, year = name.partition("-")
    if kind in BY_YEAR and re.fullmatch("[12][0-9]{3}", year):
        return BY_YEAR[kind](at, int(year))
    return None
