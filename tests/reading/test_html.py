import pytest

from releases.reading.document import Block, Mark
from releases.reading.readers import read, read_html

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><title>Accord signé | Ministère</title>
<meta property="og:title" content="Accord signé">
<link rel="canonical" href="https://example.org/accord"><script>var a = "words";</script></head>
<body><div id="cookie-banner"><p>We use cookies.</p></div>
<header><a href="/">Ministère</a></header><nav><ul><li><a href="/">Accueil</a></ul></nav>
<main><div class="breadcrumb"><a href="/">Accueil</a> / Presse</div>
<article><h1>Accord signé</h1><p>L’accord est <a href="/texte">signé</a>.</p>
<div class="share-buttons"><a href="https://social.example/">Partager</a></div>
<form><label>Votre avis</label><button>Envoyer</button></form></article>
<aside><h2>À lire</h2><p>Autre chose.</p></aside></main>
<footer>© Ministère</footer></body></html>"""


def test_page_is_read_for_its_content():
    document = read(PAGE.encode())

    assert document.blocks == [
        Block("Accord signé", "h", 1),
        Block("L’accord est signé.", marks=[Mark(13, 18, "a", "https://example.org/texte")]),
    ]
    assert document.left_out == [
        "We use cookies.",
        "Ministère",
        "Accueil",
        "Accueil / Presse",
        "Partager",
        "Votre avis\nEnvoyer",
        "À lire\nAutre chose.",
        "© Ministère",
    ]
    assert document.title == "Accord signé"
    assert document.address == "https://example.org/accord"
    assert document.language == "fr"


def test_title_above_the_content_is_taken_along():
    document = read_html(
        "<body><header><p>Press</p><h1>A title</h1></header>"
        f"<article><p>{'A text. ' * 10}</p></article></body>"
    )

    assert [block.tag for block in document.blocks] == ["h", "p"]
    assert document.left_out == ["Press"]


def test_page_without_landmarks_keeps_what_is_not_named_otherwise():
    document = read_html(
        '<body><div id="menu"><a href="/a">A</a> <a href="/b">B</a></div>'
        '<ul><li><a href="/1">One</a><li><a href="/2">Two</a><li><a href="/3">Three</a></ul>'
        '<div id="content"><p>First.<p>Second.</div><div class="related">Third.</div></body>'
    )

    assert [block.text for block in document.blocks] == ["First.", "Second."]
    assert document.left_out == ["A B", "One\nTwo\nThree", "Third."]


def test_name_of_the_site_is_no_title():
    document = read_html(
        '<header><h1><a href="/">Ministry</a></h1></header><main><h2>A title</h2><p>A text.</main>'
    )

    assert document.blocks == [Block("A title", "h", 2), Block("A text.")]
    assert document.left_out == ["Ministry"]


def test_articles_beside_the_one_with_the_title_are_left_out():
    document = read_html(
        "<main><article><h1>A title</h1><blockquote><p>Yes.</p><footer>Anna</footer></blockquote>"
        "</article><article><h2>Other news</h2></article></main>"
    )

    assert document.blocks == [
        Block("A title", "h", 1),
        Block("Yes.", "blockquote"),
        Block("Anna", "blockquote"),
    ]
    assert document.left_out == ["Other news"]


def test_contacts_beside_the_text_stay():
    document = read_html(
        "<main><p>The text of the release.</p>"
        '<aside>Anna <a href="mailto:anna@example.org">anna@example.org</a></aside></main>'
    )

    assert [block.text for block in document.blocks][1:] == ["Anna anna@example.org"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Hidden.</p>",
        '<p style="display: none">Hidden.</p>',
        '<p class="sr-only">Hidden.</p>',
        '<p aria-hidden="true">Hidden.</p>',
        "<noscript>Hidden.</noscript>",
    ],
)
def test_what_nobody_sees_is_left_out(hidden):
    document = read_html(f"<p>Seen.</p>{hidden}")

    assert document.blocks == [Block("Seen.")]
    assert document.left_out == ["Hidden."]


def test_scripts_and_styles_are_no_words():
    document = read_html("<p>Se<script>if (1 < 2) {}</script>en.<style>p {}</style></p>")

    assert document.blocks == [Block("Seen.")]
    assert document.left_out == []


def test_inline_tags_become_marks_in_the_order_of_the_text():
    [block] = read_html(
        '<p>A <b>bold <i>and</i></b><b> more</b>, <span style="font-style:italic">so</span>'
        ' H<sub>2</sub>O <a href="javascript:alert(1)">click</a></p>'
    ).blocks

    assert block.text == "A bold and more, so H2O click"
    assert block.marks == [
        Mark(2, 15, "strong"),
        Mark(7, 10, "em"),
        Mark(17, 19, "em"),
        Mark(21, 22, "sub"),
    ]


def test_mark_goes_on_over_blocks():
    assert read_html("<b><p>One</p><p>Two</p></b>").blocks == [
        Block("One", marks=[Mark(0, 3, "strong")]),
        Block("Two", marks=[Mark(0, 3, "strong")]),
    ]


def test_lists_know_their_depth():
    document = read_html("<ol><li>One<ul><li>Below<p>More</p></ul><li>Two</ol>")

    assert document.blocks == [
        Block("One", "ol", 1),
        Block("Below", "ul", 2),
        Block("More"),
        Block("Two", "ol", 1),
    ]


def test_tables_are_rows_unless_they_frame_a_page():
    rows = "<table><tr><th>Name<th>Phone<tr><td>Anna<td><p>02</p><p>03</p></table>"

    assert read_html(rows).blocks == [Block("Name\tPhone", "tr", 1), Block("Anna\t02\n03", "tr")]
    assert read_html(f"<table><tr><td>Side<td><h1>Title</h1>{rows}</table>").blocks == [
        Block("Side"),
        Block("Title", "h", 1),
        *read_html(rows).blocks,
    ]


def test_line_breaks_part_long_lines_and_keep_short_ones():
    long = "A sentence that is long enough to be a paragraph by itself, whatever comes after it."

    document = read_html(f"{long}<br>{long}<br><br>Anna<br>Press office<br>&nbsp;<br>Brussels")

    assert [block.text for block in document.blocks] == [
        long,
        long,
        "Anna\nPress office",
        "Brussels",
    ]


def test_sentence_goes_on_over_a_line_break():
    [block] = read_html(
        "<p>The minister said that they would, whatever happened and whoever"
        "<br><b>came</b> along.</p>"
    ).blocks

    assert "whoever came along." in block.text
    assert [block.text[m.start : m.end] for m in block.marks] == ["came"]


@pytest.mark.parametrize(
    ("language", "quoted"), [("en", "“Yes”"), ("fr", "«\u00a0Yes\u00a0»"), ("de", "„Yes“")]
)
def test_q_is_quotation_marks_of_the_language(language, quoted):
    document = read_html(f'<html lang="{language}"><p>She said: <q>Yes</q>.</p></html>')

    assert document.blocks == [Block(f"She said: {quoted}.")]


def test_markup_of_word_is_read_as_lists():
    document = read_html(
        "Version:0.9 StartHTML:0000000105 EndHTML:0000000200 <html><body><!--StartFragment-->"
        "<p class=MsoTitle>Title<o:p></o:p></p>"
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>An item</p>"
        "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Next</p>"
        "<!--[if gte mso 9]><xml>junk</xml><![endif]--><!--EndFragment--></body></html>"
    )

    assert document.blocks == [
        Block("Title", "h", 1),
        Block("An item", "ul", 2),
        Block("Next", "ol", 1),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<p>One <b>two<p>three</b>",
        "<div><p>One two</div></p></div>three",
        "One two</p><td>three",
        "<p title='>'>One</p> two <a href=\"x>three",
        "<p>One two</p><!-- -->three<!-- never ends",
        "One two <three",
        "&#79;ne two thr&#101;e &unknown",
    ],
)
def test_broken_markup_loses_no_word(source):
    words = " ".join(block.text for block in read_html(source).blocks)

    assert "One" in words
    assert "two" in words
    assert "three" in words


def test_encoding_is_what_the_page_says():
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Wałęsa</p></body></html>'

    assert read(page.encode("iso-8859-2")).blocks == [Block("Wałęsa")]
