"""A reader who asks for every public address, again and again, as the clock goes on."""

import uuid
from typing import NamedTuple

from django.test.client import ClientHandler, RequestFactory

from releases.models import Address
from tests.slow.leaks import Route, mapped, offers

ASKED_OF_LISTS = ["topic", "person", "meeting"]


class Answer(NamedTuple):
    status: int
    etag: str | None
    body: bytes


class Reader:
    """
    Each address is asked twice: of a newsroom that has kept its pages all along, and of one
    that has kept none. Both are to answer the same; and what had one name once, an ETag, is
    the same under it for ever.
    """

    def __init__(self, settings):
        self.settings, self.handler = settings, ClientHandler(enforce_csrf_checks=False)
        self.kept, self.named = uuid.uuid4().hex, {}

    def look(self):
        """All answers as they are now, by address."""
        addresses = sorted(self.addresses())
        self._use_cache(uuid.uuid4().hex)
        made = {address: self.ask(address) for address in addresses}
        self._use_cache(self.kept)
        told = {address: self.ask(address) for address in addresses}
        stale = [address for address in addresses if made[address] != told[address]]
        assert not stale, f"kept beyond a change: {stale}"
        for address, answer in made.items():
            if answer.etag:
                before = self.named.setdefault((address, answer.etag), answer.body)
                assert before == answer.body, f"changed under the same ETag: {address}"
        return made

    def ask(self, address):
        response = self.handler(RequestFactory().get(address).environ)
        body = b"".join(response)
        assert response.status_code < 500, address
        return Answer(response.status_code, response.get("ETag"), body)

    def addresses(self):
        """Of the URL map, filled with what the records have; and lists asked for by a subject."""
        found = set().union(*mapped(offers(), fill=Route.filled).values())
        for address in Address.objects.filter(scope__in=ASKED_OF_LISTS):
            found.add(f"/en/releases/?{address.scope}={address.slug}")
        return found - {"/healthz"}  # tells of the machine

    def _use_cache(self, prefix):
        caches = self.settings.CACHES.items()
        self.settings.CACHES = {name: cache | {"KEY_PREFIX": prefix} for name, cache in caches}


def changed(before, after):
    """The addresses that are answered otherwise than before, but for their ETag."""
    both = before.keys() & after.keys()
    return {a for a in both if before[a]._replace(etag=None) != after[a]._replace(etag=None)}


def renamed(before, after):
    """The addresses that are answered under another ETag than before."""
    return {a for a in before.keys() & after.keys() if before[a].etag != after[a].etag}
