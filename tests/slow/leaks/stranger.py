"""What a stranger asks for, and what is to be read from the answers."""

import html
import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from django.conf import settings

from releases.models import Address, Document, Picture, PressRelease, Recording

from .addresses import CLOSED
from .words import said_in


class Request(NamedTuple):
    method: str
    address: str
    headers: tuple = ()

    def __str__(self):
        return " ".join([self.method, self.address, *(f"{k}: {v}" for k, v in self.headers)])


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes
    queries: int
    known: bool = False  # it is no secret that something was here: another state has other names

    @property
    def words(self):
        return said_in(self.body.decode(errors="replace")) | said_in(str(self.headers))

    @property
    def seconds(self):
        """For how long a cache may hand it out without asking, at most."""
        if "Cache-Control" not in self.headers:
            return 86400  # a cache may guess
        control = re.split(r"\s*,\s*", self.headers["Cache-Control"].lower())
        if {"no-store", "no-cache"} & set(control):
            return 0
        parts = [part.partition("=") for part in control]
        stale = ("stale-while-revalidate", "stale-if-error")
        fresh = max((int(v) for name, __, v in parts if name in ("max-age", "s-maxage")), default=0)
        return fresh + max((int(v) for name, __, v in parts if name in stale), default=0)

    def difference(self, other):
        """What differs from another answer, in words; empty if nothing does."""
        if self.status != other.status:
            return f"{self.status}, not {other.status}"
        if self.body != other.body:
            pairs = enumerate(zip(self.body, other.body, strict=False))
            at = next((n for n, (a, b) in pairs if a != b), min(len(self.body), len(other.body)))
            cut = slice(max(0, at - 60), at + 60)
            return f"{self.body[cut]!r}, not {other.body[cut]!r}"
        names = self.headers.keys() | other.headers.keys()
        for name in sorted(names - {"ETag"} if self.known else names):
            if self.headers.get(name) != other.headers.get(name):
                return f"{name}: {self.headers.get(name)}, not {other.headers.get(name)}"
        if self.queries != other.queries:
            return f"{self.queries} queries, not {other.queries}"
        return ""


LINK = re.compile(r"""\b(?:href|src|action|cite)\s*=\s*["']([^"']*)""")
# In a picture anything may follow a mark and a slash; an address is of letters of ASCII.
ROOTED = re.compile(r""""(/[^\s"'<>\\\x00-\x1f\x7f-\U0010ffff]*)""")
SITE = "http://testserver"
WHOLE = re.compile(rf"""{SITE}(?:[/?][^\s"'<>\\]*)?""")


def links(address, answer):
    """
    The addresses on this site that an answer leads to, but for static files.

    Of a list narrowed by a question, no further questions: there is no end to those.
    """
    text = answer.body.decode(errors="replace")
    found = {html.unescape(link) for pattern in (LINK, ROOTED) for link in pattern.findall(text)}
    found |= {html.unescape(link) for link in WHOLE.findall(f"{text} {answer.headers}")}
    found |= {answer.headers.get("Location", ""), answer.headers.get("Content-Location", "")}
    found |= set(re.findall("<([^>]*)>", answer.headers.get("Link", "")))
    for link in found:
        parts = urlsplit(urljoin(SITE + address, link))
        if f"{parts.scheme}://{parts.netloc}" == SITE:
            path = parts.path or "/"
            if path.startswith((settings.STATIC_URL, *CLOSED)) or (parts.query and "?" in address):
                continue
            yield path + (f"?{parts.query}" if parts.query else "")


def questions(words):
    """What may be asked of a list about the secret `words` and when they are due, by parameter."""
    asked = {"page": [2, 3, 4], "kind": PressRelease.Kind.values}
    for name in ("topic", "person", "meeting"):
        slugs = Address.objects.filter(scope=name).values_list("slug", flat=True)
        asked[name] = [slug for slug in slugs if slug in words]
    days = PressRelease.objects.filter(publish_at__year=2031).dates("publish_at", "day")
    dates = [day.isoformat()[:length] for day in days for length in (4, 7, 10)]
    return asked | {"from": dates, "to": dates}


def parameters(answers):
    """The names of all that forms and links ask of lists."""
    texts = [answer.body.decode(errors="replace") for answer in answers.values()]
    fields = {
        name for text in texts for name in re.findall(r'<(?:input|select)[^>]* name="(\w+)', text)
    }
    return fields | {
        name for request in answers for name in re.findall(r"[?&](\w+)=", request.address)
    }


def unfriendly(address):
    """Other ways to ask for an address that is not to be found."""
    yield from (Request(method, address) for method in ("HEAD", "POST", "OPTIONS"))
    asked = {"If-None-Match": "*", "If-Modified-Since": "Fri, 31 Dec 2060 23:00:00 GMT"}
    asked |= {"Accept": "application/json", "Accept-Language": "fr"}
    yield Request("GET", address, tuple(asked.items()))
    path = address.removesuffix("/")
    for other in (path, path.upper() + "/", re.sub("^/en/", "/", address), f"{address}?after=1"):
        yield Request("GET", other)


def files():
    """Where a file that was handed in would lie, if a server gave out all there is."""
    for document in Document.objects.exclude(file=""):
        yield f"/{document.file.name}"
        yield f"/media/{document.file.name}"
    for recording in Recording.objects.exclude(file=""):
        yield f"/{recording.file.name}"
        yield f"/media/{recording.file.name}"
    for picture in Picture.objects.all():
        for place in (picture.file.name, picture.place_of("60.jpg")):
            yield f"/{place}"
            yield f"/media/{place}"
