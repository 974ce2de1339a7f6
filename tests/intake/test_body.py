"""Blocks become the HTML of a release's text, and no word is lost on the way."""

import re

from hypothesis import given
from hypothesis import strategies as st

from releases.intake.body import body
from releases.reading.document import BODY, CONTACT, LABEL, NOTES, Block, Mark
from releases.text import html


def text(*blocks, places=None, put_back=()):
    return body(blocks, places or [BODY] * len(blocks), put_back)


def test_marks_that_cross_one_another_are_closed_and_opened_again():
    marks = [Mark(0, 8, "em"), Mark(3, 12, "link", "https://example.org/?a=1&b=2")]

    found = text(Block("We shall act now", marks=marks))

    assert found == (
        '<p><em>We <a href="https://example.org/?a=1&amp;b=2">shall</a></em>'
        '<a href="https://example.org/?a=1&amp;b=2"> act</a> now</p>'
    )


def test_what_looks_like_markup_is_text():
    assert text(Block("a < b & <script>")) == "<p>a &lt; b &amp; &lt;script&gt;</p>"


def test_items_make_lists_within_lists():
    items = [("One", "ul", 1), ("Two", "ul", 2), ("Three", "ul", 1), ("First", "ol", 1)]

    found = text(*(Block(*item) for item in items), Block("After"))

    assert found == (
        "<ul><li><p>One</p><ul><li><p>Two</p></li></ul></li><li><p>Three</p></li></ul>"
        "<ol><li><p>First</p></li></ol><p>After</p>"
    )


def test_headings_quotations_rows_and_line_breaks_keep_their_form():
    blocks = [Block("Aim", "h", 1), Block("More", "h", 4), Block("Said", "blockquote")]

    found = text(*blocks, Block("Press desk\t02 501", "tr"), Block("One\nTwo"))

    assert found == (
        "<h2>Aim</h2><h3>More</h3><blockquote><p>Said</p></blockquote>"
        "<p>Press desk – 02 501</p><p>One<br>Two</p>"
    )


def test_a_link_that_runs_a_script_leads_nowhere():
    mark = Mark(0, 4, "link", "javascript:alert(1)")

    assert text(Block("Here", marks=[mark])) == "<p><a>Here</a></p>"


def words_in(text):
    return re.findall(r"\w+", text)


places_of = st.sampled_from([BODY, NOTES, LABEL, CONTACT])
kinds = st.sampled_from([("p", 0), ("h", 2), ("ul", 1), ("ul", 3), ("ol", 2), ("blockquote", 0)])
words = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=9)
marked = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30), st.sampled_from(["em", "a"])))


@given(st.lists(st.tuples(st.lists(words, min_size=1), kinds, places_of, marked), max_size=9))
def test_all_words_stand_in_the_text_or_can_be_put_back_into_it(parts):
    blocks = [
        Block(
            text := " ".join(found),
            *kind,
            [
                Mark(start, min(start + length, len(text)), tag, tag == "a" and "https://a.example")
                for start, length, tag in marks
                if start < len(text)
            ],
        )
        for found, kind, place, marks in parts
    ]
    places = [place for found, kind, place, marks in parts]

    whole = body(blocks, places, put_back=range(len(blocks)))
    assert words_in(html.plain(whole)) == words_in(" ".join(block.text for block in blocks))
    around = {LABEL, CONTACT}
    inside = [b.text for b, place in zip(blocks, places, strict=True) if place not in around]
    assert words_in(html.plain(body(blocks, places))) == words_in(" ".join(inside))


def test_what_stands_around_a_text_comes_in_when_it_is_put_back():
    blocks = [Block("Press release"), Block("The text."), Block("Notes"), Block("Call us")]
    places = [LABEL, BODY, NOTES, CONTACT]

    assert html.plain(text(*blocks, places=places)) == "The text.\nNotes"
    assert html.plain(text(*blocks, places=places, put_back=[3])) == "The text.\nNotes\nCall us"
