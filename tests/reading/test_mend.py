from collections import Counter

import pytest

from releases.reading.document import Block, Mark
from releases.reading.mend import cut, mended
from releases.reading.readers import read_text


def mend(text):
    return mended(Block(text), Counter()).text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("im\u00adpor\u00adtant", "important"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("oﬃce ﬁnds ﬂow", "office finds flow"),
        ("Wilme\u0300s", "Wilmès"),
        ("a\u00a0word \u00a0 more", "a word more"),
        ("a\x00b\x1bc", "abc"),
    ],
)
def test_what_copying_leaves_behind_is_mended(broken, whole):
    assert mend(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "«\u00a0Oui\u202f!\u00a0»\u00a0: non\u00a0; quoi\u202f?",
        "10\u00a0000\u00a0euros, 25\u202f%, 3\u00a0mai",
        "“A\u00a0word and ﬁnd”",
        "„Ein\u00a0Wort“",
        "می\u200cخواهم",
        "👩\u200d💻",
    ],
)
def test_what_is_meant_stays(text):
    assert mend(text) == text


def test_words_in_quotation_marks_lose_only_what_nobody_sees():
    assert mend("ﬁne: “im\u00adportant\u200b ﬁnd” ﬁne") == "fine: “important ﬁnd” fine"


def test_quotation_that_does_not_end_reaches_to_the_end():
    assert mend("She said: “ﬁrst ﬁnd") == "She said: “ﬁrst ﬁnd"


def test_marks_stay_on_their_words():
    text = "\u200bThe of\u00adﬁce\u00a0said \u00adyes"
    marks = [Mark(5, 11, "strong"), Mark(12, 16, "em"), Mark(17, 21, "a", "tel:1")]

    block = mended(Block(text, marks=marks), Counter())

    assert block.text == "The office said yes"
    assert [block.text[mark.start : mark.end] for mark in block.marks] == ["office", "said", "yes"]


def test_mark_without_words_goes():
    assert mended(Block("a\u00adb", marks=[Mark(1, 2, "em")]), Counter()) == Block("ab")


def test_cut_takes_the_marks_along():
    block = Block("One two three", marks=[Mark(0, 7, "em"), Mark(8, 13, "strong")])

    assert cut(block, 3, 13) == Block("two three", marks=[Mark(0, 3, "em"), Mark(4, 9, "strong")])


def test_notes_count_what_was_mended():
    document = read_text("of\u00adﬁ\u00adce\u00a0and\u2028more\r\nand\u200b more")

    assert document.notes == [
        "1 broken line end was mended.",
        "2 soft hyphens were taken out.",
        "1 invisible character was taken out.",
        "1 ligature was written out.",
        "1 non-breaking space was made an ordinary one.",
    ]
