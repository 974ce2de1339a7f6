"""Blocks as the HTML of a release's text."""

import re
from collections import deque
from dataclasses import replace
from itertools import chain, groupby, pairwise

from django.utils.html import escape, format_html

from releases.reading.document import BODY, NOTES, Block, Mark
from releases.reading.mend import cut
from releases.text import html
from releases.text.language_codes import main_language

LISTS = {"ul", "ol"}

_figure = re.compile(r"\d")


def body(blocks, places, put_back=(), language=""):
    """
    The clean HTML of the blocks that belong into the text, which is in `language`, and of those
    numbered in `put_back`.

    Headings become h2 and h3, rows a table, and one alone a paragraph whose cells are set apart.
    """
    chosen = [
        _without_own(block, main_language(language))
        for number, block in enumerate(blocks)
        if places[number] in (BODY, NOTES) or number in put_back
    ]
    parts = (
        _tables(list(run)) if is_row else _elements(run)
        for is_row, run in groupby(chosen, key=lambda block: block.tag == "tr")
    )
    return html.clean("".join(chain.from_iterable(parts)), language)


def _without_own(block, language):
    """A block without the marks of the language that the text is in."""
    kept = [mark for mark in block.marks if not mark.lang or main_language(mark.lang) != language]
    return replace(block, marks=kept)


def _tables(rows):
    """The tables that rows in succession make: one begins where heads follow figures."""
    begin = [n for n, (row, after) in enumerate(pairwise(rows), 1) if after.level == 1 != row.level]
    for start, end in pairwise([0, *begin, len(rows)]):
        yield _table(rows[start:end]) if end - start > 1 else _element(rows[start])


def _table(rows):
    width = max(row.text.count("\t") for row in rows) + 1
    cells = [[*_cells(row), *[Block("")] * (width - row.text.count("\t") - 1)] for row in rows]
    levels = _levels(rows, [[cell.text for cell in row] for row in cells])
    return f"<table>{''.join(map(_row, cells, levels))}</table>"


def _cells(row):
    start = 0
    for words in row.text.split("\t"):
        yield cut(row, start, start + len(words))
        start += len(words) + 1


def _levels(rows, texts):
    """The levels of rows as the file has them, or as the figures in the table tell."""
    levels = [row.level for row in rows]
    first, *others = texts
    if any(levels) or not all(any(map(_figure.search, row)) for row in others):
        return levels
    if first[0] and any(map(_figure.search, first)):
        return levels
    are_headed = all(row[0] and all(map(_figure.search, filter(None, row[1:]))) for row in others)
    return [1] + [2 if are_headed else 0] * len(others)


def _row(cells, level):
    tags = ["th" if level == 1 or (level == 2 and n == 0) else "td" for n in range(len(cells))]
    written = (f"<{tag}>{inline(cell)}</{tag}>" for tag, cell in zip(tags, cells, strict=True))
    return f"<tr>{''.join(written)}</tr>"


def _elements(blocks):
    open_lists: list[str] = []  # their tags, the outermost first; each has an open item
    for block in blocks:
        depth = max(block.level, 1) if block.tag in LISTS else 0
        while open_lists and (
            len(open_lists) > depth or (len(open_lists) == depth and open_lists[-1] != block.tag)
        ):
            yield f"</li></{open_lists.pop()}>"
        if not depth:
            yield _element(block)
            continue
        if len(open_lists) == depth:
            yield "</li>"
        while len(open_lists) < depth:
            open_lists.append(block.tag)
            yield f"<{block.tag}>" + ("<li>" if len(open_lists) < depth else "")
        yield f"<li><p>{inline(block)}</p>"
    yield from (f"</li></{tag}>" for tag in reversed(open_lists))


def _element(block):
    if block.tag == "blockquote":
        return f"<blockquote><p>{inline(block)}</p></blockquote>"
    tag = {"h": "h2" if block.level <= 2 else "h3"}.get(block.tag, "p")
    return f"<{tag}>{inline(block)}</{tag}>"


def inline(block):
    """The text of a block as HTML, with its marks nested; a soft line break is a br."""
    edges = sorted({0, len(block.text), *(e for m in block.marks for e in (m.start, m.end))})
    waiting = deque(sorted(block.marks, key=lambda mark: (mark.start, not mark.lang)))
    parts: list[str] = []
    open_marks: list[Mark] = []
    for start, end in pairwise(edges):
        wanted = [mark for mark in open_marks if mark.end > start]
        while waiting and waiting[0].start == start:
            wanted.append(waiting.popleft())
        kept = _shared(open_marks, wanted)
        parts += [f"</{_tag(mark)}>" for mark in reversed(open_marks[kept:])]
        parts += [_opening(mark) for mark in wanted[kept:]]
        parts.append(escape(block.text[start:end]).replace("\n", "<br>").replace("\t", " – "))
        open_marks = wanted
    return "".join(parts + [f"</{_tag(mark)}>" for mark in reversed(open_marks)])


def _shared(before, after):
    """How many of the marks open before stay open."""
    pairs = zip(before, after, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))


def _tag(mark):
    return "a" if mark.href else mark.tag


def _opening(mark):
    if mark.href:
        return format_html('<a href="{}">', mark.href)
    if mark.lang:
        return format_html('<span lang="{}">', mark.lang)
    return f"<{mark.tag}>"
