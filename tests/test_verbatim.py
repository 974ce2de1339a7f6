"""Whether words stand in a text, and where they first differ."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.text import html
from releases.text.verbatim import Passages, contains, first_difference, fold, in_one_line, parts

TEXT = (
    "The minister said: “We won’t wait: Daesh\u00a0has not been defeated.” "
    "« Nous agirons », a-t-il dit. Cafe\u0301 talks fol\u00adlowed."
)


@pytest.mark.parametrize(
    "words",
    [
        "We won't wait: Daesh has not been defeated.",
        "We  won’t\nwait",
        '"Nous agirons"',
        "Café talks followed",
    ],
)
def test_marks_spaces_and_unicode_form_do_not_count(words):
    assert contains(TEXT, words)


@pytest.mark.parametrize("words", ["we won't wait", "Daesh has been defeated", "inister", "cafe"])
def test_letters_and_whole_words_do(words):
    assert not contains(TEXT, words)


def test_the_first_difference_is_shown_with_what_comes_before():
    difference = first_difference("Our enemy is adapting fast now.", "Our enemy was adapting fast")

    assert difference.agreed == "Our enemy"
    assert difference.in_words.startswith("was adapting")
    assert difference.in_text.startswith("is adapting")


def test_a_difference_in_the_first_word_is_found_too():
    difference = first_difference("Now we shall all act at once.", "Then we shall all act at once.")

    assert (difference.in_words, difference.in_text) == ("Then", "Now")


def test_words_that_are_nowhere_are_said_to_be_nowhere():
    difference = first_difference("Nothing of the kind.", "Hello there")

    assert (difference.agreed, difference.in_text) == ("", "")


@given(st.text())
def test_folding_is_stable_and_keeps_its_places(text):
    folded = fold(text)

    assert len(folded.text) == len(folded.places)
    assert fold(folded.text).text == folded.text or "«" in text or "»" in text


@given(st.lists(st.sampled_from(["a", "bé", "<b>", "&", "“x”", "\u00a0"]), max_size=12))
def test_a_passage_is_found_in_html_where_it_stands(words):
    source = html.clean("<p>" + "</p><p>".join(words) + " needle&amp;thread <em>ends</em></p>")
    passages = Passages(source)

    start, end = passages.characters.index("needle"), len(passages.characters.rstrip())
    pieces = list(passages.pieces(start, end))

    assert [source[first:last] for first, last in pieces] == ["needle&amp;thread ", "ends"]


# Words in several parts

BROKEN = "“We must act,” she said. “And we will.” Later he said: “We must act.”"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We must act\nand we will", ["We must act\nand we will"]),
        ("We must act,\n\nAnd we will.", ["We must act,", "And we will."]),
        ("We must act,\r\n\r\nAnd we will.", ["We must act,", "And we will."]),
        ("\n\n We must \n act, \n \u00a0\u200b\n\t\n\nAnd \n\n", ["We must \n act,", "And"]),
        ("\n \n", []),
    ],
)
def test_an_empty_line_separates_parts_and_nothing_else_does(words, found):
    assert parts(words) == found


def test_parts_of_one_line_never_look_contiguous():
    assert in_one_line(" We must act, \n\n\n And we will. ") == "We must act, […] And we will."
    assert in_one_line("We must\nact.") == "We must\nact."


@pytest.mark.parametrize(
    "words",
    ["We must act,\n\nAnd we will.", "And we will\n\nWe must act", "We must act\n\nWe must act."],
)
def test_parts_stand_in_their_order_with_anything_between(words):
    assert contains(BROKEN, words)
    assert first_difference(BROKEN, words) is None


@pytest.mark.parametrize(
    "words",
    [
        "We must act and we will",
        "And we will\n\nshe said",
        "We must act,\n\nAnd we wi",
        "And we will\n\nAnd we will",
        "And we\n\nwe will",
        " \n\n\u200b",
    ],
)
def test_parts_out_of_order_overlapping_or_cut_short_do_not(words):
    assert not contains(BROKEN, words)
    assert first_difference(BROKEN, words) is not None


def test_the_part_that_differs_is_named_and_compared_with_what_follows_the_one_before():
    text = "And we should wait. “We must act,” she said. “And we will.”"

    difference = first_difference(text, "We must act,\n\nAnd we shall.")

    assert (difference.part, difference.misplaced) == (2, "")
    assert (difference.agreed, difference.in_text) == ("And we", "will.”")


def test_a_part_that_is_only_before_the_other_is_told_from_one_that_is_only_within_it():
    def misplaced(words):
        difference = first_difference(BROKEN, words)
        return difference.part, difference.misplaced

    assert misplaced("And we will.\n\nshe said") == (2, "before")
    assert misplaced("And we will.\n\nAnd we will.") == (2, "within")
    assert misplaced("We must act\n\nAnd we will.\n\nshe said") == (3, "before")


@given(
    st.lists(st.sampled_from("abc"), max_size=8),
    st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=2), min_size=1, max_size=3),
)
def test_parts_are_found_if_there_is_any_way_to_place_them(text, wanted):
    ways = product(*(_starts(text, part) for part in wanted))
    possible = any(
        all(a + len(part) <= b for a, b, part in zip(way, way[1:], wanted, strict=False))
        for way in ways
    )
    words = "\n\n".join(" ".join(part) for part in wanted)

    assert contains(" ".join(text), words) == possible


def _starts(text, part):
    return [n for n in range(len(text)) if text[n : n + len(part)] == part]
