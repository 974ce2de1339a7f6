import pytest

from releases.reading.document import Block, Mark, Span
from releases.reading.findings.links import find_links


def links_in(text):
    return [link.value for link in find_links([Block(text)])]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://press.example/a.", "https://press.example/a"),
        ("See (https://press.example/a).", "https://press.example/a"),
        ("See [www.press.example], please", "www.press.example"),
        ("https://press.example/wiki/Gate_(logic)", "https://press.example/wiki/Gate_(logic)"),
        ("(https://press.example/wiki/Gate_(logic))", "https://press.example/wiki/Gate_(logic)"),
        ("<https://press.example/a?b=1&c=2>", "https://press.example/a?b=1&c=2"),
        ("« https://press.example/fr »", "https://press.example/fr"),
        ("“www.press.example/x”,", "www.press.example/x"),
        ("'http://press.example/x'", "http://press.example/x"),
        ("HTTPS://PRESS.EXAMPLE/A!", "HTTPS://PRESS.EXAMPLE/A"),
        ("at https://press.example/a/;", "https://press.example/a/"),
        ("Mehr: www.press.example/straße…", "www.press.example/straße"),
        ("https://press.example/#item-3:", "https://press.example/#item-3"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text, address):
    assert links_in(text) == [address]


@pytest.mark.parametrize(
    "text", ["press@www.example.org", "awww.nice", "the www. prefix", "http://"]
)
def test_what_only_looks_like_an_address_is_none(text):
    assert links_in(text) == []


def test_an_address_is_found_once_with_all_its_places():
    blocks = [Block("See www.press.example/a."), Block("Again: https://www.press.example/a/")]

    assert [(link.value, link.spans) for link in find_links(blocks)] == [
        ("www.press.example/a", [Span(0, 4, 23), Span(1, 7, 35)])
    ]


def test_addresses_behind_words_are_found():
    marks = [Mark(4, 12, "a", "https://press.example/r"), Mark(0, 3, "a", "mailto:p@press.example")]

    assert [link.value for link in find_links([Block("The register", marks=marks)])] == [
        "https://press.example/r"
    ]
