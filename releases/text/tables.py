"""The tables of a text, which are written in one way whoever wrote them."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile
from typing import NamedTuple

from .tags import BLOCKS, CELLS, LANG, tokens

DEEPEST = 100  # tags in one another; of those further in, only the words stay

_blank = re.compile(r"(?:\s|&nbsp;|<[^>]*>)*")
_breaks = re.compile(r"\s*<br>(?:\s|<br>)*")
_lang = re.compile(LANG)
_white = re.compile(r"[ \t\n]+")


class Element(NamedTuple):
    tag: str
    opening: str
    inside: list["Element | str"]


class Cell(NamedTuple):
    """A cell of a table, with its `attributes` as they are written, and its HTML in lines."""

    is_head: bool
    attributes: str
    html: str


def tidied(text: str) -> str:
    """
    Write each table in clean HTML in one way: a caption of words alone, cells of lines alone, a
    scope for each head, and the rows of heads that it begins with in a `thead`.

    What is no table of figures stands for what is in it: a single row or column, a frame around
    headings or another table, and what is in a list or a quotation.
    """
    return "".join(_written(_tree(text)))


def _tree(text: str) -> list[Element | str]:
    around = [Element("", "", [])]
    for token in tokens(text):
        if token["close"]:
            around.pop()
        elif token["tag"]:
            element = Element(token["tag"], token[0], [])
            if len(around) > DEEPEST:
                element = around[-1]
            else:
                around[-1].inside.append(element)
            if token["tag"] != "br":
                around.append(element)
        else:
            around[-1].inside.append(token[0])
    return around[0].inside


def _written(parts: Iterable[Element | str], is_inner: bool = False) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif part.tag == "table":
            yield from _table(part, is_inner)
        else:
            yield part.opening
            yield from _written(part.inside, is_inner or part.tag in {"blockquote", "li"})
            yield "" if part.tag == "br" else f"</{part.tag}>"


def _table(table: Element, is_inner: bool) -> Iterator[str]:
    captions: list[Element] = []
    rows: list[list[Cell]] = []
    cells: list[Element] = []
    for part in _found(table, {"caption", "thead", "tr"}):
        if part.tag == "caption":
            captions.append(part)
            continue
        for row in _found(part, {"tr"}) if part.tag == "thead" else [part]:
            found = list(_found(row, CELLS))
            cells += found
            rows += [[_cell(cell, part.tag == "thead") for cell in found]] if found else []
    is_frame = any(True for cell in cells for _ in _found(cell, {"h2", "h3", "table"}))
    if is_inner or is_frame or len(rows) < 2 or max(map(len, rows)) < 2:
        for part in captions + cells:
            yield from _loose(part, _lang_of(part) or _lang_of(table), is_inner)
        return
    heads = len(list(takewhile(_heads_columns, rows)))
    caption = " ".join("".join(_words(captions)).split())
    yield table.opening
    yield f"{captions[0].opening}{caption}</caption>" if caption else ""
    yield from _group("thead", rows[:heads])
    yield from _group("tbody", rows[heads:])
    yield "</table>"


def _found(element: Element, tags: set[str]) -> Iterator[Element]:
    """Find the elements with these tags in an element, but none in another of them."""
    for part in element.inside:
        if isinstance(part, str):
            continue
        if part.tag in tags:
            yield part
        else:
            yield from _found(part, tags)


def _loose(part: Element, lang: str, is_inner: bool) -> Iterator[str]:
    """Write what is in a cell or caption as blocks, each marked with `lang` or its own."""
    for has_blocks, run in groupby(part.inside, _has_blocks):
        blocks = list(run)
        if not has_blocks:
            is_blank = _blank.fullmatch("".join(_words(blocks)))
            blocks = [] if is_blank else [Element("p", "<p>", blocks)]
        yield from _written((_with_lang(block, lang) for block in blocks), is_inner)


def _has_blocks(part: Element | str) -> bool:
    return any(True for _ in _found(Element("", "", [part]), BLOCKS - {"br"}))


def _with_lang(part: Element | str, lang: str) -> Element | str:
    if isinstance(part, str) or _lang_of(part):
        return part
    return part._replace(opening=f"{part.opening[:-1]}{lang}>")


def _lang_of(element: Element) -> str:
    """Return the attribute that says in which language an element is, "" where none does."""
    lang = _lang.search(element.opening)
    return lang[0] if lang else ""


def _cell(element: Element, in_head: bool) -> Cell:
    html = _breaks.sub("<br>", "".join(_lines(element.inside)))
    html = "" if _blank.fullmatch(html) else html.removeprefix("<br>").removesuffix("<br>").strip()
    is_head = bool(html) and (in_head or element.tag == "th")
    return Cell(is_head, element.opening[len("<td") : -1], html)


def _lines(parts: Iterable[Element | str]) -> Iterator[str]:
    """Write what is in a cell with a line break around each block."""
    for part in parts:
        if isinstance(part, str):
            yield _white.sub(" ", part)
        elif part.tag in BLOCKS:
            lang = _lang_of(part)
            yield f"<br><span{lang}>" if lang else "<br>"
            yield from _lines(part.inside)
            yield "</span><br>" if lang else "<br>"
        else:
            yield part.opening
            yield from _lines(part.inside)
            yield f"</{part.tag}>"


def _words(parts: Iterable[Element | str]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            yield from _words(part.inside)
            yield " " if part.tag in BLOCKS else ""


def _heads_columns(row: list[Cell]) -> bool:
    """Tell whether the cells with words in them are heads, and not only that of the row."""
    with_words = [cell for cell in row if cell.html]
    heads_row = len(row) > 1 and with_words == row[:1]
    return bool(with_words) and not heads_row and all(cell.is_head for cell in with_words)


def _group(tag: str, rows: list[list[Cell]]) -> Iterator[str]:
    if not rows:
        return
    yield f"<{tag}>"
    for row in rows:
        yield "<tr>"
        all_head_columns = _heads_columns(row)
        for place, cell in enumerate(row, 1):
            is_of_columns = all_head_columns or all(behind.is_head for behind in row[place:])
            yield from _in_row(cell, is_of_columns)
        yield "</tr>"
    yield f"</{tag}>"


def _in_row(cell: Cell, is_of_columns: bool) -> Iterator[str]:
    if not cell.is_head:
        yield f"<td{cell.attributes}>{cell.html}</td>"
        return
    several = "colspan=" if is_of_columns else "rowspan="
    scope = ("col" if is_of_columns else "row") + ("group" if several in cell.attributes else "")
    yield f'<th{cell.attributes} scope="{scope}">{cell.html}</th>'
