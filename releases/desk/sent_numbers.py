"""Reads the numbers that a browser sends: keys, revisions, years."""


def number_sent(text: str | None) -> int:
    """Read the number that a form or an address sent; -1, which no record has, for others."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 18 else -1
