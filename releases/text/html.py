"""The HTML a text may hold, and what a reader sees of it."""

import html
import re
from collections.abc import Iterator

import nh3

from .characters import in_a_line, in_markup, is_mended, without_surrogates

TAGS: dict[str, set[str]] = {
    "a": {"href"},
    "blockquote": set(),
    "br": set(),
    "em": set(),
    "h2": set(),
    "h3": set(),
    "li": set(),
    "ol": {"start"},
    "p": set(),
    "strong": set(),
    "sub": set(),
    "sup": set(),
    "ul": set(),
}
BLOCKS = {"blockquote", "br", "h2", "h3", "li", "ol", "p", "ul"}

_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: names for tag, names in TAGS.items() if names},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
_empty = re.compile(r"(?:<(p|h2|h3|li|blockquote)>(?:\s|<br>)*</\1>\s*)+\Z")
_token = re.compile(r"""<(?P<close>/?)(?P<tag>[a-z0-9]+)(?:"[^"]*"|[^">])*>|&\#?\w+;|[^<&]+|[<&]""")


def clean(text: str) -> str:
    """
    Keep of HTML the tags of a press release and no others, and none of the characters that
    nobody sees (see `releases.text.characters`); empty paragraphs at the end go.
    """
    cleaned = _cleaner.clean(without_surrogates(text))
    if not is_mended(cleaned):
        # Once more, as a character that nobody sees may have hidden a "javascript:".
        cleaned = _cleaner.clean("".join(map(_mended, tokens(cleaned))))
    return _empty.sub("", cleaned).strip()


def _mended(token: re.Match[str]) -> str:
    return in_a_line(token[0]) if token["tag"] else in_markup(token[0])


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Match the tags, character references and runs of characters in clean HTML, in order."""
    return _token.finditer(text)


def plain(text: str) -> str:
    """Read the words of clean HTML, a line for each block."""
    parts = []
    for token in tokens(text):
        if tag := token["tag"]:
            parts.append("\n" if tag in BLOCKS else "")
        else:
            parts.append(html.unescape(token[0]))
    lines = (line.strip() for line in "".join(parts).splitlines())
    return "\n".join(line for line in lines if line)
