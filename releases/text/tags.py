"""The tags that a text may hold, and its clean HTML taken apart."""

import re
from collections.abc import Iterator

TAGS: dict[str, set[str]] = {
    "a": {"href"},
    "abbr": {"title"},
    "blockquote": set(),
    "br": set(),
    "caption": set(),
    "em": set(),
    "h2": set(),
    "h3": set(),
    "li": set(),
    "ol": {"start"},
    "p": set(),
    "span": set(),
    "strong": set(),
    "sub": set(),
    "sup": set(),
    "table": set(),
    "tbody": set(),
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
}
BLOCKS = TAGS.keys() - {"a", "abbr", "em", "span", "strong", "sub", "sup"}
CELLS = {"td", "th"}

LANG = r'(?P<lang> lang="(?P<code>[\w-]+)")'

_token = re.compile(r"""<(?P<close>/?)(?P<tag>[a-z0-9]+)(?:"[^"]*"|[^">])*>|&\#?\w+;|[^<&]+|[<&]""")


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Match the tags, character references and runs of characters in clean HTML, in order."""
    return _token.finditer(text)
