"""The addresses search engines may know, each with the same page in the other languages."""

from datetime import date

from django.contrib.sitemaps import Sitemap, views
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from releases.models import Edition, Meeting, Organisation, Person, Quote, Topic


class InEveryLanguage(Sitemap):
    """Pages whose frame exists in every language of the newsroom."""

    i18n = True
    alternates = True

    def __init__(self, at):
        self.at = at

    def get_latest_lastmod(self):
        """The index would have to read every section for it."""
        return


class Pages(InEveryLanguage):
    def items(self):
        return ["home", "release-list", "quote-list", "meeting-list", "accessibility"]

    def location(self, name):
        return reverse(name)


class Subjects(InEveryLanguage):
    def items(self):
        models = (Meeting, Person, Organisation, Topic)
        return [record for model in models for record in model.objects.public(self.at)]


class ByYear(InEveryLanguage):
    """Texts of one year. An item holds the same one by language: {"en": …, "fr": …}."""

    def __init__(self, at, year):
        super().__init__(at)
        self.year = year

    def editions(self):
        editions = Edition.objects.live(self.at).select_related("release")
        return editions.between(date(self.year, 1, 1), date(self.year, 12, 31))

    def get_languages_for_item(self, item):
        return list(item)

    def location(self, item):
        return item[get_language()].get_absolute_url()


class Releases(ByYear):
    def items(self):
        releases = {}
        for edition in self.editions().newest_first():
            releases.setdefault(edition.release_id, {})[edition.language] = edition
        return list(releases.values())

    def lastmod(self, item):
        return max(edition.corrected_at or edition.public_since for edition in item.values())


class Quotes(ByYear):
    def items(self):
        quotes = {}
        for quote in Quote.objects.filter(edition__in=self.editions()).select_related("edition"):
            quotes.setdefault(quote.key, {})[quote.edition.language] = quote
        return list(quotes.values())


def index(request):
    """Names the sections without reading them. One query."""
    addresses = [
        request.build_absolute_uri(reverse("sitemap-section", kwargs={"section": name}))
        for name in _sections(request.at)
    ]
    items = [views.SitemapIndexItem(address) for address in addresses]
    return render(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


def section(request, section):
    return views.sitemap(request, _sections(request.at), section=section)


def _sections(at):
    sections = {"pages": Pages(at), "subjects": Subjects(at)}
    for year in Edition.objects.live(at).years():
        sections[f"releases-{year}"] = Releases(at, year)
        sections[f"quotes-{year}"] = Quotes(at, year)
    return sections
