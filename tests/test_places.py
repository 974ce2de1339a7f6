"""Which of the places where words stand in a text is marked as somebody's."""

import pytest
from django.template import Context
from hypothesis import given
from hypothesis import strategies as st

from releases.models import Edition, Person, Quote
from releases.reading.attribution import places
from releases.templatetags.quotes import text_with_quotes
from releases.text.verbatim import Passages
from tests.builders import make_edition, make_person, make_quote

WORDS = "Daesh has not been defeated."
ROE, POE = Person(pk=1, name="Anna Roe", slug="roe"), Person(pk=2, name="Bert Poe", slug="poe")


def said(words=WORDS, speaker=ROE):
    return Quote(words=words, speaker=speaker)


def marked(body, *quotes):
    """The text with [ and ] around what is marked for the first quote, and so on."""
    passages = Passages(body)
    found = places(passages, quotes)
    texts = []
    for quote in quotes:
        text, done = "", 0
        for start, end in found.get(quote.key, []):
            text += f"{passages.characters[done:start]}[{passages.characters[start:end]}]"
            done = end
        texts.append(" ".join((text + passages.characters[done:]).split()))
    return texts[0] if len(texts) == 1 else texts


HABITS = ["“{}”", "‘{}’", '"{}"', "'{}'", "«{}»", "« {} »", "«\u00a0{}\u00a0»", "«\u202f{}\u202f»"]
HABITS += [
    "‹{}›",
    "„{}“",
    "‚{}‘",
    "»{}«",
    "”{}”",
    "„{}”",
    "›{}‹",
    "“<em>{}</em>”",
    "<strong>“{}”</strong>",
]


@pytest.mark.parametrize("habit", HABITS)
def test_words_in_marks_are_marked_and_not_the_offices_own(habit):
    """Before and after them the office says the same in its own voice."""
    own = f"The office warned that {WORDS}"
    quote = habit.format(WORDS)

    for body in (
        f"<p>{own}</p><p>Anna Roe: {quote} All agreed.</p><p>{own}</p>",
        f"<p>{own} Anna Roe said: {quote}</p><p>{own}</p>",
        f"<p>{own} {quote}, said Anna Roe. {own}</p>",
        f"<p>{own} Anna Roe agrees.</p><h2>{quote}</h2><p>{own}</p>",
    ):
        passages = Passages(body)
        [[(start, end)]] = places(passages, [said()]).values()
        around = passages.characters[start:end]
        assert around.strip("“”‘’\"'«»‹›„‚ \u00a0\u202f") == WORDS
        assert around != WORDS


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"<p>The office warned: {WORDS}</p><blockquote><p>{WORDS}</p></blockquote>",
            f"The office warned: {WORDS} [{WORDS}]",
        ),
        (
            f"<p>It said that {WORDS}</p><p>Anna Roe said:</p><p>{WORDS}</p>",
            f"It said that {WORDS} Anna Roe said: [{WORDS}]",
        ),
        (
            f"<p>It said: {WORDS}</p><p>Anna Roe: {WORDS}</p>",
            f"It said: {WORDS} Anna Roe: [{WORDS}]",
        ),
        (f"<p>They said:</p><p>{WORDS} “{WORDS}”</p>", f"They said: {WORDS} [“{WORDS}”]"),
        (
            f"<p>They agreed:</p><p>{WORDS}</p><p>“{WORDS}”, one said.</p>",
            f"They agreed: {WORDS} [“{WORDS}”], one said.",
        ),
    ],
)
def test_a_block_of_its_own_needs_no_marks(body, expected):
    assert marked(body, said()) == expected


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{WORDS}</p>",
        f"<p>The office warned: {WORDS}</p>",
        f"<p>Anna Roe said that {WORDS}</p><p>“It is true,” she added.</p>",
        f"<p>Anna Roe said:</p><p>{WORDS} The office agrees.</p>",
        f"<p>“We go.” {WORDS} “We stay.”</p>",
        f'<p>"We go." {WORDS} "We stay."</p>',
        f"<p>« Oui. » {WORDS} « Non. »</p>",
    ],
)
def test_words_in_the_offices_own_voice_alone_are_marked_nowhere(body):
    assert places(Passages(body), [said()]) == {}


@pytest.mark.parametrize(
    ("body", "roe", "poe"),
    [
        ("<p>Anna Roe: “Yes.” Bert Poe: “Yes.”</p>", 0, 1),
        ("<p>Bert Poe: “Yes.” Anna Roe: “Yes.”</p>", 1, 0),
        ("<p>“Yes,” said Anna Roe. “Yes,” said Bert Poe.</p>", 0, 1),
        ("<p>“Yes,” said Bert Poe. “Yes,” said Anna Roe.</p>", 1, 0),
        ("<p>« Yes », a dit Bert Poe. « Yes », a dit Anna Roe.</p>", 1, 0),
        ("<p>“Yes!” cried Mr. Poe. “Yes!” cried Ms. Roe.</p>", 1, 0),
        ("<p>Bert Poe said:</p><p>“Yes.”</p><p>Anna Roe said:</p><p>“Yes.”</p>", 1, 0),
        ("<p>Bert Poe said:</p><p>Yes.</p><p>Anna Roe said:</p><p>Yes.</p>", 1, 0),
        ("<p>BERT POE: “Yes.”</p><p>ANNA ROE: “Yes.”</p>", 1, 0),
        ("<p>Anna Roe met Bert Poe.</p><p>“Yes,” said Poe.</p><p>“Yes,” said Roe.</p>", 1, 0),
    ],
)
def test_the_same_words_of_two_speakers_stand_each_nearest_its_own(body, roe, poe):
    quotes = said("Yes", ROE), said("Yes", POE)

    for first, second in (quotes, quotes[::-1]):
        found = places(Passages(body), [first, second])
        order = sorted(found.values())
        assert [order.index(found[quote.key]) for quote in quotes] == [roe, poe]


def test_the_same_words_of_one_speaker_are_taken_in_the_order_of_the_quotes():
    first, second = said("Yes"), said("Yes")

    texts = marked("<p>“Yes,” she told us. Anna Roe: “Yes.”</p>", first, second)

    assert texts == [
        "[“Yes],” she told us. Anna Roe: “Yes.”",
        "“Yes,” she told us. Anna Roe: [“Yes].”",
    ]


def test_a_quote_within_another_stands_where_nobody_else_is_quoted():
    long, short = said("We will act. We will not wait.", ROE), said("We will act", POE)

    texts = marked(
        "<p>Anna Roe: “We will act. We will not wait.” Asked, Bert Poe agreed: “We will act!”</p>",
        short,
        long,
    )

    assert texts[0].endswith("agreed: [“We will act]!”")
    assert "[“We will act. We will not wait.”]" in texts[1]


def test_marks_within_marks_are_marks_too():
    body = (
        "<p>He was told to go home.</p><p>“She told me ‘to go home’ and left,” said Bert Poe.</p>"
    )

    assert "me [‘to go home’] and" in marked(body, said("to go home"))
    assert "[“She told me ‘to go home’ and left],”" in marked(
        body, said("She told me 'to go home' and left", POE)
    )


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        (
            "<h2>We act</h2><p>“We act,” she said. “And soon.” We act. And soon.</p>",
            "We act\n\nAnd soon",
            "We act [“We act],” she said. [“And soon].” We act. And soon.",
        ),
        (
            "<p>We act. And soon.</p><p>“We act.</p><p>“And soon.”</p>",
            "We act.\n\nAnd soon.",
            "We act. And soon. [“We act.] [“And soon.”]",
        ),
        (
            "<p>« Oui », dit-il, « oui »</p>",
            "Oui\n\noui",
            "[« Oui »], dit-il, [« oui »]",
        ),
        (
            "<p>Anna Roe said:</p><p>We act.</p><p>And soon.</p><p>They left. We act.</p>",
            "We act.\n\nAnd soon.",
            "Anna Roe said: [We act.] [And soon.] They left. We act.",
        ),
        (
            "<p>We act.</p><blockquote><p>We act.</p><p>And soon.</p></blockquote>",
            "We act.\n\nAnd soon.",
            "We act. [We act.] [And soon.]",
        ),
        (
            "<p>“Go,” he said. “Go,” said Anna Roe, “and stay.”</p>",
            "Go\n\nand stay",
            "“Go,” he said. [“Go],” said Anna Roe, [“and stay].”",
        ),
    ],
)
def test_every_part_of_a_quote_is_found_where_it_is_said(body, words, expected):
    assert marked(body, said(words)) == expected


def test_parts_one_of_which_nobody_says_are_marked_nowhere():
    assert (
        places(Passages("<p>“We act,” she said. And soon.</p>"), [said("We act\n\nAnd soon")]) == {}
    )


@given(
    st.lists(
        st.sampled_from(["We act", "“", "”", '"', "«", "»", "’", "Anna Roe", ":", ". ", "\n"])
    ),
    st.sampled_from(["We act", "We act\n\nWe act", "We", "act. We"]),
)
def test_any_text_of_marks_and_names_can_be_marked(pieces, words):
    body = "<p>" + " ".join(pieces).replace("\n", "</p><p>") + "</p>"
    passages = Passages(body)

    found = places(passages, [said(words), said(words, POE), said("We act. We act")])

    ranges = sorted(place for ranges in found.values() for place in ranges)
    assert all(start < end <= len(passages.characters) for start, end in ranges)
    html = text_with_quotes(
        Context({"under_embargo": True}), Edition(body=body), [said(words), said(words, POE)]
    )
    assert html.count("<q ") == html.count("</q>")


@pytest.mark.django_db
def test_words_nobody_is_seen_to_say_are_a_warning():
    body = f"<p>Anna Roe warned that {WORDS}</p><p>“We act,” she said.</p>"
    edition = make_edition(draft=True, body=body)
    roe = make_person("Anna Roe")
    make_quote(edition, "We act", speaker=roe)
    make_quote(edition, WORDS, speaker=roe)

    found = [f for f in edition.findings() if f.key.startswith("quotes_stand_in_marks")]

    assert [(f.blocks, f.field) for f in found] == [(False, "quotes-1-words")]
    assert "“Daesh has not been defeated.”, have no place of their own" in found[0].sentence


@pytest.mark.django_db
def test_the_page_marks_the_words_in_marks(client):
    body = f"<p>The office warned that {WORDS}</p><p>Anna Roe: “{WORDS}”</p>"
    quote = make_quote(make_edition(body=body), WORDS, speaker=make_person("Anna Roe"))

    page = client.get(quote.edition.get_absolute_url()).content.decode()

    assert f"The office warned that {WORDS}</p>" in page
    assert f'id="quote-{quote.key}"' in page.partition("Anna Roe: ")[2]
