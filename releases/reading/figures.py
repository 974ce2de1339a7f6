"""Which of the marked quotes of a text are set as figures, and in place of what in its HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from releases.text.tags import LANG

from .marks import Mark

# What may stand between a quote and the end of its paragraph, and before the next paragraph.
CLOSES = re.compile(r"(?P<rest>[\s.\u00a0\u202f]*)</p>")
OPENS = re.compile(rf"\s*(?P<tag><p{LANG}?>)")
AROUND = re.compile(r"<(?P<tag>em|span|strong)\b[^<>]*>\Z")
IN_BLOCK = re.compile(rf"<blockquote{LANG}?>\Z")


@dataclass
class Figure:
    """
    A quote that stands in place of the HTML from `first` to before `last`: it `closes` the
    paragraph it ends, and its own words are `paragraphs`, each in its tag. `lang` is that of the
    block quotation it takes the place of, as an attribute. `anchor` as of its first mark.
    """

    first: int
    last: int
    closes: str
    paragraphs: list[str]
    anchor: bool
    lang: str = ""


def figures(body: str, marks: Sequence[Mark]) -> dict[int, Figure]:
    """
    Find the marked quotes to be set as figures, by where their first mark begins.

    That is one set apart which is the rest of its paragraph, with the paragraphs it goes on
    with. In a list, in a block quotation with other words, or where an inline tag crosses its
    edge, it stays in the text.
    """
    return dict(_each(body, marks))


def _each(body: str, marks: Sequence[Mark]) -> Iterator[tuple[int, Figure]]:
    done = 0
    for number, mark in enumerate(marks):
        figure = _beginning(body, mark) if mark.apart and mark.first >= done else None
        if figure is None:
            continue
        for following in marks[number + 1 :]:
            if following.key != mark.key or not _goes_on(body, figure, following):
                break
        if _is_open(body, "blockquote", figure.first) and not _widened(body, figure):
            continue
        done = figure.last
        yield mark.first, figure


def _beginning(body: str, mark: Mark) -> Figure | None:
    """Make the figure of one paragraph, if a mark is the rest of it."""
    first, last = _widest(body, mark)
    start = body.rfind("<p", 0, first)
    opened, closed = OPENS.match(body, max(start, 0)), CLOSES.match(body, last)
    if opened is None or closed is None:
        return None
    before, words = body[opened.end() : first], body[first:last]
    if not (_is_whole(before) and _is_whole(words)):
        return None
    if "</p>" in before or _is_open(body, "ul", start) or _is_open(body, "ol", start):
        return None
    leads_in = bool(before.strip())
    return Figure(
        first=opened.end() + len(before.rstrip()) if leads_in else start,
        last=closed.end(),
        closes="</p>\n" if leads_in else "",
        paragraphs=[_paragraph(opened, words, closed)],
        anchor=mark.anchor,
    )


def _goes_on(body: str, figure: Figure, mark: Mark) -> bool:
    """Add the paragraph behind a figure, if a mark is the whole of it."""
    first, last = _widest(body, mark)
    opened, closed = OPENS.match(body, figure.last), CLOSES.match(body, last)
    words = body[first:last]
    if not (opened and closed) or opened.end() != first or not _is_whole(words):
        return False
    figure.paragraphs.append(_paragraph(opened, words, closed))
    figure.last = closed.end()
    return True


def _widest(body: str, mark: Mark) -> tuple[int, int]:
    """Take in the inline tags that hold a mark and nothing else, such as that of a language."""
    first, last = mark.first, mark.last
    while (around := AROUND.search(body[:first])) and body.startswith(
        closes := f"</{around['tag']}>", last
    ):
        first, last = around.start(), last + len(closes)
    return first, last


def _widened(body: str, figure: Figure) -> bool:
    """Put a figure in place of the block quotation around it, if that holds nothing else."""
    closes = "</blockquote>"
    opened = IN_BLOCK.search(body[: figure.first])
    if figure.closes or not opened or not body.startswith(closes, figure.last):
        return False
    figure.first, figure.lang = opened.start(), opened["lang"] or ""
    figure.last += len(closes)
    return True


def _paragraph(opened: re.Match[str], words: str, closed: re.Match[str]) -> str:
    return f"{opened['tag']}{words}{closed['rest'].strip()}</p>"


def _is_whole(html: str) -> bool:
    """Whether each tag in clean HTML is closed in it."""
    return html.count("</") * 2 == html.count("<") - html.count("<br>")


def _is_open(body: str, tag: str, place: int) -> bool:
    return body.count(f"<{tag}", 0, place) > body.count(f"</{tag}>", 0, place)
