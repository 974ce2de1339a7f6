"""Knows where a text may lead: to the web, to a mailbox or to a phone."""

from urllib.parse import urljoin, urlsplit

SCHEMES = {"http", "https", "mailto", "tel"}


def is_public(address):
    """Tells whether an address is one that a text may lead to."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or parts.path)


def link(base, href):
    """The address of a link on a page at `base`; "" if it leads nowhere that a text may."""
    try:
        address = urljoin(base, "".join(href.split()))
    except ValueError:
        return ""
    return address if is_public(address) else ""
