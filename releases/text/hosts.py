"""Which hosts the public can reach."""

import ipaddress

# Names that the rules of the Internet keep for networks inside a house (RFC 6761, RFC 6762,
# RFC 8375), and those that houses use.
INSIDE = (
    *(".corp", ".home.arpa", ".internal", ".intranet", ".invalid", ".lan", ".local"),
    *(".localhost", ".private", ".test"),
)


def is_public(host: str) -> bool:
    """False for a name without a domain, a name for inside and an address of such a network."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        name = host.rstrip(".").lower()
        return "." in name and not name.endswith(INSIDE)
