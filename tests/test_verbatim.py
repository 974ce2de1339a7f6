"""Whether words stand in a text, and where they first differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases import html
from releases.verbatim import Passages, contains, first_difference, fold

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

    start, end = passages.find("needle&thread ends")
    pieces = list(passages.pieces(start, end))

    assert [source[first:last] for first, last in pieces] == ["needle&amp;thread ", "ends"]
