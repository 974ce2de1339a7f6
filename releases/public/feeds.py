"""The feed of releases, for programs that look for what is new."""

import html
import re
import uuid
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any
from urllib.parse import urljoin

from django.contrib.syndication.views import Feed
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from releases.models import Edition, Identity, Moment, Showing
from releases.models.prepared import prepared
from releases.text.instants import to_the_minute
from releases.text.languages import active_language

from .build import build
from .enclosed import ENCLOSED, Enclosed, enclosed
from .identity import identity_of
from .pages.texts import published_at, told_at
from .requests import ReaderRequest

# What XML 1.0 leaves out of its characters.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)"')


class AtomWithText(Atom1Feed):
    """
    Atom whose entries carry the whole text beside the summary, and lead to the files with it.

    One row takes nothing down: a space stands for what XML cannot hold, however it was stored.
    """

    def add_item(self, *args: Any, **kwargs: Any) -> None:
        super().add_item(*args, **kwargs)
        self.items[-1] = {name: _in_xml(value) for name, value in self.items[-1].items()}

    def latest_post_date(self) -> datetime:
        """Return when the latest entry changed; without any, no instant that goes on with time."""
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        # Django calls every summary HTML, which would read "<5 %" as a tag.
        handler.addQuickElement("summary", item["summary"])
        text = _with_whole_links(item["text"], item["link"])
        handler.addQuickElement("content", text, {"type": "html"})
        for one in item["enclosed"]:
            length = {"length": str(one.size)} if one.size else {}
            link = {"rel": "enclosure", "href": one.address, "type": one.kind}
            handler.addQuickElement("link", "", link | length)


def _in_xml(value: Any) -> Any:
    if isinstance(value, str):
        return NO_XML.sub(" ", value)
    return [_in_xml(part) for part in value] if isinstance(value, list) else value


def _with_whole_links(body: str, base: str) -> str:
    """Make clean HTML fit to stand anywhere: its links start from `base`, a whole address."""

    def whole(link: re.Match[str]) -> str:
        return f'{link[1]}{html.escape(urljoin(base, html.unescape(link[2])))}"'

    return LINK.sub(whole, body)


class ReleaseFeed(Feed):
    """
    The latest releases in one language, as Atom (RFC 4287).

    A release that comes late in a language is new in that language's feed only. The
    id of an entry follows from the release and the language, never from its address.
    """

    feed_type = AtomWithText
    link = reverse_lazy("home")

    def __init__(
        self, editions: list[Edition], with_them: dict[int, list[Enclosed]], identity: Identity
    ) -> None:
        self.items, self.with_them = editions, with_them
        self.identity = identity

    def title(self) -> str:
        return self.identity.site_name

    def subtitle(self) -> str:
        return _("Press releases of %(publisher)s") % {"publisher": self.identity.publisher}

    def author_name(self) -> str:
        return self.identity.publisher

    def item_title(self, edition: Edition) -> str:
        return edition.title

    def item_description(self, edition: Edition) -> None:  # type: ignore[override]
        """None, which Django takes whatever its stubs say: the summary goes by itself, as text."""

    def item_guid(self, edition: Edition) -> str:
        return uuid.uuid5(edition.release.uuid, edition.language).urn

    def item_pubdate(self, edition: Edition) -> datetime:
        return to_the_minute(published_at(edition))

    def item_updateddate(self, edition: Edition) -> datetime:
        return to_the_minute(told_at(edition))

    def item_categories(self, edition: Edition) -> list[str]:
        return [edition.release.get_kind_display()]

    def item_extra_kwargs(self, edition: Edition) -> dict[str, Any]:
        release, told = edition.release, ""
        if release.came_out_at or release.removals:
            told = render_to_string("releases/_told.html", {"release": release}).strip()
        enclosed = self.with_them[edition.pk]
        return {"summary": edition.lead, "text": told + edition.body, "enclosed": enclosed}


def release_feed(request: ReaderRequest) -> HttpResponse:
    """
    Show the latest thirty in the language of the address. One query, and one each where pictures
    or recordings come with them.

    Its name is made of its entries, with their files, and of who publishes it: who asks each hour
    has it, unless one is new.
    """
    rows = _latest(request.moment, active_language())
    for row in rows:
        row.edition.release = row.release
    editions = [row.edition for row in rows]
    files = enclosed((vars(row) for row in rows), request.moment, request.build_absolute_uri)
    with_them = dict(zip((edition.pk for edition in editions), files, strict=True))
    identity = identity_of(request)
    response = ReleaseFeed(editions, with_them, identity)(request)
    # The date of the latest entry stays where one is withdrawn: the ETag alone is right.
    response.headers.pop("Last-Modified", None)
    entries = [(edition.pk, told_at(edition), with_them[edition.pk]) for edition in editions]
    by = [identity.site_name, identity.publisher]
    named = repr([build(), request.build_absolute_uri(), by, entries])
    response["ETag"] = f'W/"{blake2b(named.encode(), digest_size=16).hexdigest()}"'
    return response


@prepared
def _latest(moment: Moment, reader: str) -> QuerySet[Showing]:
    own = Showing.objects.listed(reader, moment).filter(own=True)
    beside = ("edition__body", "release__came_out_at", "release__removals")
    printed = {name: F(f"edition__printed__{name}") for name in ENCLOSED}
    return own.with_texts(*beside).annotate(**printed).order_by("-newest")[:30]
