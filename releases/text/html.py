"""The HTML a text may hold, and what a reader sees of it."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import nh3

from .characters import in_a_line, in_markup, is_mended, without_surrogates
from .language_codes import canonical
from .tables import tidied
from .tags import BLOCKS, CELLS, LANG, TAGS, tokens

BETWEEN_CELLS = " | "

_empty = re.compile(rf"(?:<(p|h2|h3|li|blockquote){LANG}?>(?:\s|<br>)*</\1>\s*)+\Z")
_ahead = re.compile(r"(?s)<(h2|h3|table)\b.*?</\1>")
_lang = re.compile(LANG)
_several = re.compile("[2-9]|[1-9][0-9]")
_whole = re.compile(rf"(?s)<(p|h2|h3)><span{LANG}>(?P<words>(?:(?!</?span|</?\1).)*)</span></\1>")


def _cleaner(attribute: Callable[[str, str, str], str | None]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={"*": {"lang"}} | {tag: names for tag, names in TAGS.items() if names},
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _kept(tag: str, name: str, value: str) -> str | None:
    if name in {"colspan", "rowspan"}:
        return value if _several.fullmatch(value) else None
    if name != "lang":
        return value
    return None if tag in {"br", "tbody", "thead", "tr"} else canonical(value)


_clean = _cleaner(_kept).clean


def clean(text: str, language: str = "") -> str:
    """
    Keep of HTML the tags of a press release and no others, and none of the characters that
    nobody sees (see `releases.text.characters`); empty paragraphs at the end go, and tables are
    written in one way (see `releases.text.tables`).

    A passage in another language than `language`, that of the text, stays marked: a `lang` on
    its element, on a `span`, or on the paragraph that it is the whole of.
    """
    cleaned = _clean(without_surrogates(text))
    if not is_mended(cleaned):
        # Once more, as a character that nobody sees may have hidden a "javascript:".
        cleaned = _clean("".join(map(_mended, tokens(cleaned))))
    if "<table" in cleaned:
        cleaned = tidied("".join(_marked(cleaned, language)))
    if "<span" in cleaned or " lang=" in cleaned:
        cleaned = _whole.sub(r"<\1\g<lang>>\g<words></\1>", "".join(_marked(cleaned, language)))
    return _empty.sub("", cleaned).strip()


def no_codes(text: str) -> list[str]:
    """List what HTML gives as a language and is no code of one, in order."""
    found: dict[str, None] = {}

    def note(_tag: str, name: str, value: str) -> None:
        if name == "lang" and value and not canonical(value):
            found[value] = None

    if "lang" in text.lower():
        _cleaner(note).clean(without_surrogates(text))
    return list(found)


def _marked(text: str, language: str) -> Iterator[str]:
    """Leave out the marks of what is in the language around it anyway, and spans without one."""
    around = [(language, True)]  # of the tags that are open, and whether each is left in
    for token in tokens(text):
        shown, is_left = token[0], True
        if token["close"]:
            _, is_left = around.pop()
        elif token["tag"] and token["tag"] != "br":
            outer = around[-1][0]
            lang = _lang.search(shown)
            inner = lang["code"] if lang else outer
            if inner == outer:
                shown = _lang.sub("", shown)
                is_left = token["tag"] != "span"
            around.append((inner, is_left))
        if is_left:
            yield shown


def _mended(token: re.Match[str]) -> str:
    return in_a_line(token[0]) if token["tag"] else in_markup(token[0])


def plain(text: str) -> str:
    """Read the words of clean HTML, a line for each block and for each row of a table."""
    lines = (line.strip() for line in "".join(words for _, words in _read(text)).splitlines())
    return "\n".join(line for line in lines if line)


def first_words(text: str) -> str:
    """Read the first line of clean HTML outside headings and tables; "" where there is none."""
    return plain(_ahead.sub("", text)).partition("\n")[0]


def _read(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Pair each token of clean HTML with what is read of it: words, or what stands between."""
    in_cell = in_row = False  # in the row, words have been read
    gap = ""
    for token in tokens(text):
        tag, words = token["tag"], ""
        if tag in CELLS:
            in_cell = not token["close"]
            gap = BETWEEN_CELLS if in_cell and in_row else ""
        elif tag in BLOCKS:
            in_row = in_row and tag != "tr"
            words = " " if in_cell else "\n"
        elif not tag:
            words = gap + html.unescape(token[0])
            in_row, gap = in_row or in_cell, ""
        yield token, words


def languages_of(text: str) -> list[list[str]]:
    """Tell in which language each character of `plain()` is, by line; "" where no mark says it."""
    around, read, said = [""], "", []
    for token, words in _read(text):
        if token["close"]:
            around.pop()
        elif token["tag"] and token["tag"] != "br":
            lang = _lang.search(token[0])
            around.append(lang["code"] if lang else around[-1])
        read += words
        said += [around[-1]] * len(words)
    lines, place = [], 0
    for line in read.splitlines(keepends=True):
        start = place + len(line) - len(line.lstrip())
        if line.strip():
            lines.append(said[start : start + len(line.strip())])
        place += len(line)
    return lines


def by_language(words: str, languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Part words where another language begins: give each language, "" for none, and its words."""
    for language, run in groupby(zip(languages, words, strict=True), key=itemgetter(0)):
        yield language, "".join(character for _, character in run)
