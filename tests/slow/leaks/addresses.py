"""The map: every route of the site, filled with what the records have."""

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

import pytest
from django.apps import apps
from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.regex_helper import normalize
from django.utils.translation import override

from releases.models import Address, Document, Edition, Picture, PressRelease, Quote, Recording
from releases.models.subject import Subject
from releases.text.languages import languages

CLOSED = ("/admin/", "/account/")  # asked for by a test of their own


@dataclass(frozen=True)
class Route:
    """A pattern of the URL map as a form to fill: `en/quotes/%(key)s/`."""

    form: str
    arguments: dict = field(hash=False)

    def addresses(self, offers):
        """The form filled with all that fits it; fails where nothing does."""
        if not (found := self.filled(offers)):
            taken = ", ".join(self.arguments)
            pytest.fail(
                f"The route /{self.form} takes {taken}, and no record of this test can fill it: "
                "make one in tests/slow/test_leaks.py, and say in offered_by() of "
                "tests/slow/leaks/addresses.py what it gives."
            )
        return found

    def filled(self, offers):
        """The form filled with all that fits it."""
        found = set()
        for offer in offers:
            if offer.keys() >= self.arguments.keys():
                values = {name: self._written(name, offer[name]) for name in self.arguments}
                if None not in values.values():
                    found.add("/" + self.form % values)
        return found

    def _written(self, name, value):
        if not (converter := self.arguments[name]):
            return quote(str(value))
        try:
            text = str(converter.to_url(value))
        except (AttributeError, TypeError, ValueError):
            return None
        return quote(text) if re.fullmatch(converter.regex, text) else None


def routes(resolver=None):
    """Every pattern of the URL map, and of those below a language one for each language."""
    found = {}
    for code, __ in languages():
        with override(code):
            for route in _routes(resolver or get_resolver(), "", {}):
                found.setdefault(route.form, route)
    return list(found.values())


def _routes(resolver, before, converters):
    for pattern in resolver.url_patterns:
        for form, arguments in _forms(pattern.pattern):
            names = dict.fromkeys(arguments) | pattern.pattern.converters
            whole, taken = before + form, converters | names
            if hasattr(pattern, "url_patterns"):
                yield from _routes(pattern, whole, taken)
            else:
                yield Route(whole, taken)


def _forms(pattern):
    if isinstance(pattern, LocalePrefixPattern):
        return [(pattern.language_prefix, [])]
    return normalize(pattern.regex.pattern)


def offered_by(record):
    """What a record can fill the arguments of a route with: dicts of what belongs together."""
    own = {"pk": record.pk, "id": record.pk, "object_id": record.pk}
    own |= {"app_label": record._meta.app_label, "url": record._meta.label_lower}
    own |= {"content_type_id": 1}
    if isinstance(record, Edition):
        day = record.release.day
        for version in (record.version, record.version + 1):
            yield own | {"day": day, "slug": record.slug, "version": version}
        for section in ("releases", "quotes"):
            yield own | {"section": f"{section}-{day:%Y-%m}"}
    elif isinstance(record, PressRelease):
        year, number = record.reference.split("/") if record.reference else ("2031", "0001")
        yield own | {"year": year, "number": number, "uuid": record.uuid}
    elif isinstance(record, Quote):
        yield own | {"key": record.key}
    elif files := _files_of(record):
        yield from (own | file for file in files)
    elif isinstance(record, Address) and record.scope[0].isdigit():
        for version in (1, 2):
            day = date.fromisoformat(record.scope)
            yield own | {"day": day, "slug": record.slug, "version": version}
    elif hasattr(record, "slug"):
        yield own | {"slug": record.slug}
    else:
        yield own


def _files_of(record):
    """What leads to the files of a record, the original of a picture among them."""
    if isinstance(record, Recording):
        captions = [f"{code}.vtt" for code in record.captions]
        files = [record.played, record.download, record.filename] if record.file else []
        return [{"key": record.key, "name": name} for name in files + captions]
    if isinstance(record, Picture):
        return [{"key": record.key, "name": name} for name in [*record.names(), record.filename]]
    if isinstance(record, Document) and record.file:
        return [{"digest": record.sha256, "name": record.filename}]
    return []


def offers():
    """All that the records of the newsroom offer."""
    return [
        offer
        for model in apps.get_app_config("releases").get_models()
        for record in model.objects.all()
        for offer in offered_by(record)
    ]


def mapped(offered, chosen=lambda route: True, fill=Route.addresses):
    """
    The addresses of the URL map by route, but for those of the desk and of signing in.

    Where records have pages below a route, these: a topic's name is not asked for among
    the people, and a text's not on another day.
    """
    own, found = tuple(pages()), {}
    for route in routes():
        if not f"/{route.form}".startswith(CLOSED) and chosen(route):
            addresses = fill(route, offered)
            found[route] = {a for a in addresses if a[3:].startswith(own)} or addresses
    return found


def pages():
    """The addresses, without their language, that the records have and had as their own."""
    left = (PressRelease, Picture, Recording)  # the others are files, each at an address of its own
    models = [m for m in apps.get_app_config("releases").get_models() if m not in left]
    for record in [r for m in models if hasattr(m, "get_absolute_url") for r in m.objects.all()]:
        yield record.get_absolute_url()[3:]
        if isinstance(record, Subject):
            had = Address.objects.filter(scope=record._meta.model_name, owner=record.pk)
            for address in had:
                record.slug = address.slug
                yield record.get_absolute_url()[3:]
