"""Passages of a text in another language: written, cleaned, quoted, and shown to every reader."""

import feedparser
import pytest

from releases.models import copies
from releases.text import html
from releases.text.language_codes import canonical
from tests.builders import (
    correct,
    instant,
    make_appointment,
    make_edition,
    make_editor,
    make_person,
    make_quote,
)
from tests.forms import form_on
from tests.pages import page_of

WORDS = "Nous agirons, et nous agirons vite"
BODY = '<p>The <span lang="la">sine qua non</span>, she said.</p><p lang="fr">C’est tout.</p>'
PASSAGES = [("sine qua non", "la"), ("C’est tout.", "fr")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("fr", "fr"),
        ("FR-be", "fr-BE"),
        ("zh-hant-hk", "zh-Hant-HK"),
        ("de-ch-1996", "de-CH-1996"),
        ("en-a-bbb-x-A", "en-a-bbb-x-a"),
        ("grc", "grc"),
        ("french", None),
        ("fr_BE", None),
        ("x-none", None),
        ("fr-", None),
        ("fr\n", None),
        ("ſr", None),
        ("", None),
    ],
)
def test_a_code_is_written_as_is_usual_or_is_none(written, code):
    assert canonical(written) == code


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        (
            '<p>The <span lang="LA">sine qua non</span></p>',
            '<p>The <span lang="la">sine qua non</span></p>',
        ),
        # A whole paragraph says it itself.
        (
            '<p><span lang="fr">C’est <em>tout</em></span></p>',
            '<p lang="fr">C’est <em>tout</em></p>',
        ),
        ('<h2><span lang="fr">Fin</span></h2>', '<h2 lang="fr">Fin</h2>'),
        # Elsewhere, a mark stays where it is.
        ('<ul><li lang="fr">Un</li></ul>', '<ul><li lang="fr">Un</li></ul>'),
        ('<p><em lang="la">Homo sapiens</em></p>', '<p><em lang="la">Homo sapiens</em></p>'),
        # What says nothing goes: no language, none at all, that of the text or of what is around.
        ('<p><span class="x">A <span>b</span></span></p>', "<p>A b</p>"),
        ('<p lang="french">A <span lang="fr_BE">b</span></p>', "<p>A b</p>"),
        ('<p lang="en">A <span lang="en">b</span></p>', "<p>A b</p>"),
        (
            '<blockquote lang="fr"><p lang="fr">A<br lang="nl">b</p></blockquote>',
            '<blockquote lang="fr"><p>A<br>b</p></blockquote>',
        ),
        # Inside another language, that of the text is one, too.
        ('<p>A <span lang="fr">b <span lang="en">c</span></span></p>',) * 2,
        ('<p>A</p><p lang="fr"> </p>', "<p>A</p>"),
    ],
)
def test_a_text_keeps_the_marks_that_say_something(source, clean):
    assert html.clean(source, "en") == clean
    assert html.clean(clean, "en") == clean


@pytest.fixture
def draft(db):
    return make_edition(draft=True, body='<p>A <span lang="fr">mot juste</span>.</p>')


def text_form(client, draft):
    client.force_login(make_editor())
    return form_on(client, f"/admin/releases/edition/{draft.pk}/change/", "_continue")


def test_a_passage_is_written_without_script(client, draft):
    form = text_form(client, draft)
    assert form["body"] == draft.body

    form.post(body='<p>A <span lang="de">Zeitgeist</span>, <span lang="en">so</span>.</p>')

    draft.refresh_from_db()
    assert draft.body == '<p>A <span lang="de">Zeitgeist</span>, so.</p>'


def test_what_is_no_code_of_a_language_is_refused_with_a_sentence(client, draft):
    body = '<p>A <span lang="french">mot</span> <em lang="x_y">juste</em>.</p>'

    page = page_of(text_form(client, draft).post(body=body))

    for code in ("french", "x_y"):
        said = f"“{code}” is not the code of a language. Write one such as fr, nl or pt-BR."
        assert said in page.words
    draft.refresh_from_db()
    assert draft.body == '<p>A <span lang="fr">mot juste</span>.</p>'


def test_the_form_says_in_which_language_its_texts_are(client, db):
    draft = make_edition(draft=True, language="nl")
    client.force_login(make_editor())

    page = page_of(client.get(f"/admin/releases/edition/{draft.pk}/change/"))

    texts = [page.one("input", "textarea", name=name) for name in ("title", "summary", "body")]
    assert [text.get("lang") for text in texts] == ["nl", "nl", "nl"]


def make_said(body, **values):
    """A public text in which Anna Roe says `WORDS`."""
    office = make_appointment(make_person("Anna Roe"))
    edition = make_edition(body=body, **values)
    return make_quote(edition, WORDS, appointment=office, language="fr"), edition


@pytest.mark.parametrize(
    "body",
    [
        # Within the passage, as it, across its edges, and in a paragraph of its own.
        f'<p>Anna Roe said: “<span lang="fr">Bon. {WORDS}. Oui</span>.”</p>',
        f'<p>Anna Roe said: “<span lang="fr">{WORDS}</span>.”</p>',
        '<p>Anna Roe said: “Nous <span lang="fr">agirons, et nous</span> agirons vite.”</p>',
        '<p>Anna Roe said: <span lang="fr">« Nous agirons, et</span> nous agirons vite ».</p>',
        f'<p>Anna Roe said:</p><p lang="fr">« {WORDS} »</p>',
        f'<p>Anna Roe said:</p><blockquote lang="fr"><p>{WORDS}</p></blockquote>',
    ],
)
def test_a_quote_stands_verbatim_in_and_across_a_passage(client, db, body):
    quote, edition = make_said(body)

    assert list(quote.problems(edition.body, edition.release.day)) == []
    text = page_of(client.get(edition.get_absolute_url())).one("div", class_="text")
    said = [part.words for part in text.all("q", "blockquote")]
    assert WORDS in " ".join(said)
    assert [part.get("id") for part in text.all(id=f"quote-{quote.key}")] == [f"quote-{quote.key}"]


LONG = " ".join([WORDS] * 4)


@pytest.mark.parametrize(
    ("body", "block", "paragraph"),
    [
        (f'<p>Anna Roe said:</p><p lang="fr">« {LONG} »</p>', None, "fr"),
        (f'<p lang="fr">Anna Roe : « {LONG} »</p>', None, "fr"),
        (f'<p>Anna Roe said: “<span lang="fr">{LONG}</span>”.</p>', None, None),
        (f'<p>Anna Roe said: <span lang="fr"><em>« {LONG} »</em></span>.</p>', None, None),
        (f'<p>Anna Roe:</p><blockquote lang="fr"><p>« {LONG} »</p></blockquote>', "fr", None),
    ],
)
def test_a_quote_set_apart_keeps_its_language(client, db, body, block, paragraph):
    office = make_appointment(make_person("Anna Roe"))
    edition = make_edition(body=body)
    make_quote(edition, LONG, appointment=office, language="fr")

    figure = page_of(client.get(edition.get_absolute_url())).one("figure", class_="quote")

    quoted = figure.one("blockquote")
    assert (quoted.get("lang"), quoted.one("p").get("lang")) == (block, paragraph)
    assert len([part for part in [quoted, *quoted.all()] if part.get("lang") == "fr"]) == 1


def test_every_reader_gets_a_passage_as_what_it_is(client, db, time_machine):
    time_machine.move_to(instant(2031, 5, 3, 10), tick=False)
    edition = make_edition(body=BODY, release__publish_at=instant(2031, 5, 3, 9))
    correct(edition, body=BODY.replace("said", "wrote"))
    time_machine.shift(3600)

    for address in (edition.get_absolute_url(), edition.get_version_url()):
        page = page_of(client.get(address))
        [text] = page.all("div", class_="text")
        assert [(part.words, part.get("lang")) for part in text.all(lang=True)] == PASSAGES
    [entry] = feedparser.parse(client.get("/en/feeds/releases.atom").content).entries
    assert '<span lang="la">sine qua non</span>' in entry.content[0].value
    [article] = page_of(client.get(edition.get_absolute_url())).data()
    assert article["articleBody"] == "The sine qua non, she wrote.\nC’est tout."


def test_a_translation_stands_beside_the_passages_of_its_source(client, db):
    editor = make_editor()
    draft = copies.translate(make_edition(body=BODY), editor, "fr")
    client.force_login(editor)

    page = page_of(client.get(f"/admin/releases/edition/{draft.pk}/beside/"))

    [beside] = [table for table in page.all("table") if "sine qua non" in table.words]
    spoken = [(part.words, part.get("lang")) for part in beside.all("span", lang=True)]
    assert spoken == [PASSAGES[0], PASSAGES[0], PASSAGES[1]]  # the last is in French in both


def test_what_a_correction_changed_is_told_in_its_language(client, db, time_machine):
    time_machine.move_to(instant(2031, 5, 3, 10), tick=False)
    old = '<p>A <span lang="fr">mot juste</span> &amp; more.</p><p lang="la">Sine qua non.</p>'
    new = '<p>A <span lang="nl">goed woord</span> &amp; more.</p>'
    edition = make_edition(body=old, release__publish_at=instant(2031, 5, 3, 9))
    correct(edition, body=new)
    time_machine.shift(3600)

    page = page_of(client.get(edition.get_version_url()))

    [told] = page.all("div", class_="changes")
    passages = [part for part in told.all(lang=True) if part.get("class") != "unseen"]
    spoken = [(part.words, part.get("lang")) for part in passages]
    assert spoken == [("mot juste", "fr"), ("goed woord", "nl"), ("Sine qua non.", "la")]
    assert told.words == (
        "A [removed: mot juste][added: goed woord] & more. [removed: Sine qua non.]"
    )
