"""Tables of a text: written, cleaned, read from files, quoted, and shown to every reader."""

import feedparser
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from releases.intake.body import body
from releases.reading.document import BODY
from releases.reading.readers import read, read_html, read_text
from releases.text import html
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
from tests.reading.files import docx, paragraph

NEEDS = (
    "<table><caption>Needs by country</caption><thead><tr><td></td>"
    '<th scope="col">2030</th><th scope="col">2031</th></tr></thead><tbody>'
    '<tr><th scope="row">Mali</th><td>12.5</td><td>14</td></tr>'
    '<tr><th scope="row">Niger</th><td>8</td><td>9.25</td></tr></tbody></table>'
)

AS_EDITED = (
    "<table><caption> Needs <b>by</b> country </caption><tbody><tr><th colspan=1><p></p>"
    "</th><th><p>2030</p></th><th><p>2031</p></th></tr><tr><th><p>Mali</p></th>"
    "<td><p>12.5</p></td><td><p>14</p></td></tr><tr><th><p>Niger</p></th><td><p>8</p></td>"
    "<td><p>9.25</p></td></tr></tbody></table>"
)
COVERING = (
    "<table><tr><td rowspan=2>A<th colspan=2>Both<tr><th>B<th>C"
    "<tr><th rowspan=2 lang=fr>D<td><ul><li>1</li><li>2</li></ul><td><p lang=fr>un mot</p>"
    "<tr><td colspan=200>3<td rowspan=0>4</table>"
)
COVERED = (
    "<table><tbody>"
    '<tr><td rowspan="2">A</td><th colspan="2" scope="colgroup">Both</th></tr>'
    '<tr><th scope="col">B</th><th scope="col">C</th></tr>'
    '<tr><th rowspan="2" lang="fr" scope="rowgroup">D</th><td>1<br>2</td>'
    '<td><span lang="fr">un mot</span></td></tr><tr><td>3</td><td>4</td></tr>'
    "</tbody></table>"
)
IN_MILLIONS = (
    '<table><tbody><tr><td>In millions</td><th scope="col">2030</th><th scope="col">2031</th></tr>'
    '<tr><th scope="row">Mali</th><td>1</td><td>2</td></tr></tbody></table>'
)
IN_FRENCH = (
    '<table><caption lang="fr">Le pays</caption><tbody>'
    "<tr><td>12</td><td>1</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>"
)
TO_COME = (
    '<table><tbody><tr><th scope="row">Mali</th><td></td><td></td></tr>'
    '<tr><th scope="row">Niger</th><td>1</td><td></td></tr></tbody></table>'
)


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        (NEEDS, NEEDS),
        # As the editor has it: heads without a scope, a paragraph in each cell, no thead.
        (
            AS_EDITED,
            NEEDS,
        ),
        # Cells hold lines; what covers several columns or rows heads them all.
        (
            COVERING,
            COVERED,
        ),
        # Heads behind words in the corner head the columns all the same.
        (
            "<table><tr><td>In millions<th>2030<th>2031<tr><th>Mali<td>1<td>2</table>",
            IN_MILLIONS,
        ),
        # A head of the whole row and figures still to come head no columns.
        (
            "<table><tr><th>Mali<td><td><tr><th>Niger<td>1<td></table>",
            TO_COME,
        ),
        # What is no table of figures stands for what is in it.
        ("<table><tr><td>One cell</table>", "<p>One cell</p>"),
        ("<table><tr><td>A<td>B<td></table>", "<p>A</p><p>B</p>"),
        (
            "<table><caption>C<tr><td>A<tr><td><ul><li>B</ul></table>",
            "<p>C</p><p>A</p><ul><li>B</li></ul>",
        ),
        (
            f"<table><tr><td><h2>Aim</h2>{NEEDS}<td>Side<tr><td>A<td>B</table>",
            f"<h2>Aim</h2>{NEEDS}<p>Side</p><p>A</p><p>B</p>",
        ),
        # It stays in its language, and words beside a block become one.
        (
            "<table lang=fr><tr><td>un <span lang=en>word</span><tr><td lang=nl>a<p>b</p></table>",
            '<p lang="fr">un <span lang="en">word</span></p><p lang="nl">a</p><p lang="nl">b</p>',
        ),
        (
            "<table><caption lang=fr>Le <b>pays</b><tr><td><span>12 </span><td>1<tr><td>2<td>3",
            IN_FRENCH,
        ),
        (
            "<blockquote><table><tr><td>A<td>B<tr><td>C<td>D</table></blockquote>",
            "<blockquote><p>A</p><p>B</p><p>C</p><p>D</p></blockquote>",
        ),
        (
            '<p><abbr title="a &lt; b" class="x">AB</abbr></p>',
            '<p><abbr title="a &lt; b">AB</abbr></p>',
        ),
    ],
)
def test_a_table_is_written_in_one_way(source, clean):
    assert html.clean(source, "en") == clean
    assert html.clean(clean, "en") == clean


OPENED = [
    "table",
    "caption",
    "thead",
    "tr",
    "td",
    "th",
    "td rowspan=2",
    "p",
    "ul><li",
    "blockquote",
]
PIECES = [f"<{tag}{lang}>" for tag in [*OPENED, "span"] for lang in ("", " lang=fr", " lang=en")]
PIECES += [f"</{tag}>" for tag in ("table", "td", "p", "ul", "blockquote", "span", "strong")]
PIECES += ["<strong>", "<h2>a</h2>", "<br>", "12 ", " a", "&nbsp;", "&lt;"]


@given(st.lists(st.sampled_from(PIECES)))
@example(["<tr><td>", "<span>", "12 ", "</span>", "<td>", "<tr>", "<td>1"])
@example(["<td>", "<span>", "a", "<p>"])
@example(["<caption lang=fr>", "<span lang=en>", "a"])
def test_what_is_clean_stays_as_it_is(pieces):
    clean = html.clean("<table>" + "".join(pieces), "en")

    assert html.clean(clean, "en") == clean


def test_tables_in_one_another_without_end_are_cleaned():
    assert html.plain(html.clean("<table><tr><td>A<td>" * 3000 + "B")).startswith("A\nA\n")


def test_a_table_is_read_by_rows():
    assert html.plain(f"<p>Before</p>{NEEDS}<p>After</p>").splitlines() == [
        "Before",
        "Needs by country",
        "2030 | 2031",
        "Mali | 12.5 | 14",
        "Niger | 8 | 9.25",
        "After",
    ]


def test_a_text_that_begins_with_a_table_is_led_into_by_its_first_sentence(db):
    edition = make_edition(body=f"{NEEDS}<p>Needs grow.</p>", summary="")

    assert edition.lead_in() == "Needs grow."


HEADLESS = "<table><tr><td>Mali</td><td>1</td></tr><tr><td>Niger</td><td>2</td></tr></table>"


def test_a_table_is_written_without_script_and_asked_for_its_heads(client, db):
    draft = make_edition(draft=True, body="<p>Before.</p>")
    client.force_login(make_editor())
    form = form_on(client, f"/admin/releases/edition/{draft.pk}/change/", "_continue")

    form.post(body=f"<p>Before.</p>{HEADLESS}")

    draft.refresh_from_db()
    [finding] = [finding for finding in draft.findings() if finding.field == "body"]
    assert finding.sentence == (
        "The table that begins with “Mali | 1” has no header cells. Mark the row or column that "
        "heads it: figures that are read aloud mean nothing without."
    )
    draft.body = draft.body.replace("<td>Mali</td>", "<th>Mali</th>")
    draft.save()
    assert [finding for finding in draft.findings() if finding.field == "body"] == []


WORDS = "We will act, and we will act soon"


@pytest.fixture
def said(db):
    def say(cell, words=WORDS):
        office = make_appointment(make_person("Anna Roe"))
        table = f"<table><tr><th>Who</th><th>Said</th></tr><tr><th>Anna Roe</th>{cell}</tr></table>"
        edition = make_edition(body=f"<p>Two spoke.</p>{table}")
        return make_quote(edition, words, appointment=office), edition

    return say


@pytest.mark.parametrize("words", [WORDS, " ".join([WORDS] * 4)])
def test_a_quote_stands_verbatim_in_a_cell(client, said, words):
    quote, edition = said(f"<td>“{words}”</td>", words)

    assert list(quote.problems(edition.body, edition.release.day)) == []
    [table] = page_of(client.get(edition.get_absolute_url())).all("table")
    assert [(q.words, q.get("id")) for q in table.all("q")] == [
        (f"“{words}”", f"quote-{quote.key}")
    ]


def test_a_quote_does_not_run_from_a_cell_into_the_next(said):
    quote, edition = said("<td>“We will act,</td><td>and we will act soon”</td>")

    [problem] = quote.problems(edition.body, edition.release.day)
    assert "| and we" in str(problem)


def test_a_table_scrolls_in_a_region_that_has_a_name(client, db):
    edition = make_edition(
        body=f"<p>Before.</p>{NEEDS}{NEEDS.replace('Needs', 'A &amp; “B”')}"
        f"{HEADLESS.replace('<td>Mali</td>', '<th>Mali</th>')}"
    )

    page = page_of(client.get(edition.get_absolute_url()))

    regions = page.one("div", class_="text").all("div", role="region")
    assert [(region.get("aria-label"), region.get("tabindex")) for region in regions] == [
        ("Needs by country", "0"),
        ("A & “B” by country", "0"),
        ("Table 3", "0"),
    ]
    assert [len(region.all("table")) for region in regions] == [1, 1, 1]


def test_a_table_is_numbered_in_the_language_of_its_text(client, db):
    edition = make_edition(language="fr", body=f"<p>Avant.</p>{HEADLESS}")

    page = page_of(client.get(edition.get_absolute_url()))

    text = page.one("div", class_="text")
    assert (page.get("lang"), text.get("lang")) == ("en", "fr")
    assert text.one("div", role="region").get("aria-label") == "Tableau 1"


def test_every_reader_gets_the_table_and_what_changed_in_it(client, db, time_machine):
    time_machine.move_to(instant(2031, 5, 3, 10), tick=False)
    edition = make_edition(
        body=f"<p>Before.</p>{NEEDS}", release__publish_at=instant(2031, 5, 3, 9)
    )
    correct(edition, body=f"<p>Before.</p>{NEEDS.replace('9.25', '9.75')}")
    time_machine.shift(3600)

    [entry] = feedparser.parse(client.get("/en/feeds/releases.atom").content).entries
    assert "<caption>Needs by country</caption>" in entry.content[0].value
    [article] = page_of(client.get(edition.get_absolute_url())).data()
    assert article["articleBody"].splitlines()[-1] == "Niger | 8 | 9.75"
    page = page_of(client.get(edition.get_version_url()))
    assert page.one("table").one("caption").words == "Needs by country"
    [told] = page.all("div", class_="changes")
    assert told.words == "Niger | 8 | 9.[removed: 25][added: 75]"


def test_a_translation_stands_row_by_row_beside_its_source(client, db):
    source = make_edition(body=f"<p>Before.</p>{NEEDS}")
    own = NEEDS.replace("Needs by country", "Besoins par pays")
    draft = make_edition(source.release, language="fr", source=source, draft=True, body=own)
    client.force_login(make_editor())

    page = page_of(client.get(f"/admin/releases/edition/{draft.pk}/beside/"))

    rows = [cell.words for cell in page.all("td", "div", "p") if "|" in cell.words]
    assert "Mali | 12.5 | 14" in rows
    assert "Niger | 8 | 9.25" in rows


def text_of(document):
    return body(document.blocks, [BODY] * len(document.blocks))


def word_table(*rows, head=False):
    def cell(words):
        words, _, properties = words.partition("@")
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"

    heads = "<w:trPr><w:tblHeader/></w:trPr>"
    written = [
        f"<w:tr>{heads if head and not n else ''}{''.join(map(cell, row))}</w:tr>"
        for n, row in enumerate(rows)
    ]
    return f"<w:tbl>{''.join(written)}</w:tbl>"


AFTER = paragraph("After.")


def test_a_table_of_word_is_one_with_its_heads_and_a_frame_is_none():
    rows = (["Country", "Need", "Why"], ["Mali", "12.5", "Drought"], ["Niger", "8", ""])
    letterhead = word_table(["Press service", "Brussels"])

    document = read(docx(letterhead, paragraph("Before."), word_table(*rows, head=True), AFTER))

    assert text_of(document) == (
        "<p>Press service – Brussels</p><p>Before.</p><table>"
        '<thead><tr><th scope="col">Country</th><th scope="col">Need</th>'
        '<th scope="col">Why</th></tr></thead><tbody>'
        "<tr><td>Mali</td><td>12.5</td><td>Drought</td></tr>"
        "<tr><td>Niger</td><td>8</td><td></td></tr></tbody></table><p>After.</p>"
    )


def test_cells_that_cover_others_keep_figures_in_their_columns():
    down, further = "@<w:vMerge w:val='restart'/>", "@<w:vMerge/>"
    rows = (
        ["Land" + down, "2031@<w:gridSpan w:val='2'/>", "All"],
        [further, "May", "June", "3"],
        ["Mali", "1", "2", "4"],
    )
    assert text_of(read(docx(word_table(*rows)))).replace("<td></td>", "<td/>") == (
        "<table><tbody><tr><td>Land</td><td>2031</td><td/><td>All</td></tr>"
        "<tr><td/><td>May</td><td>June</td><td>3</td></tr>"
        "<tr><td>Mali</td><td>1</td><td>2</td><td>4</td></tr></tbody></table>"
    )


PASTED = "Before.\n\n\t2030\t2031\nMali\t12.5\t14\nNiger\t8\t9.25\n\nAfter."
PAGE = (
    "<p>Before.</p><table><tr><td></td><td>2030</td><td>2031</td></tr>"
    "<tr><td>Mali</td><td>12.5</td><td> 14 </td></tr>"
    "<tr><td><p>Niger</p></td><td>8</td><td>9.25</td></tr></table><p>After.</p>"
)


@pytest.mark.parametrize(("reader", "source"), [(read_text, PASTED), (read_html, PAGE)])
def test_figures_tell_what_heads_them_where_a_file_does_not(reader, source):
    table = NEEDS.replace("<caption>Needs by country</caption>", "")

    assert text_of(reader(source)) == f"<p>Before.</p>{table}<p>After.</p>"


def test_heads_behind_words_in_the_corner_of_a_page_are_heads_and_those_of_a_sum_begin_no_table():
    rows = (
        "<tr><td>In millions<th>2030<th>2031<tr><th>Mali<td>1<td>2<tr><td>Sum<th>1<th>2",
        "<tr><td>1.<th>Mali<td><tr><td>2.<th>Niger<td>8",
    )

    both = "<p>So:</p>".join(f"<table>{several}</table>" for several in rows)
    assert text_of(read_html(both)) == (
        '<table><thead><tr><th scope="col">In millions</th><th scope="col">2030</th>'
        '<th scope="col">2031</th></tr></thead><tbody>'
        '<tr><th scope="row">Mali</th><td>1</td><td>2</td></tr>'
        "<tr><td>Sum</td><td>1</td><td>2</td></tr></tbody></table><p>So:</p><table><tbody>"
        "<tr><td>1.</td><td>Mali</td><td></td></tr><tr><td>2.</td><td>Niger</td><td>8</td></tr>"
        "</tbody></table>"
    )


def test_a_cell_that_says_it_covers_more_than_can_be_counted_is_read():
    many = "9" * 5000
    rows = f"<tr><th>Land<th>Sum<tr><td>Mali<td>1<tr><td colspan={many} rowspan={many}>End"

    assert "Mali | 1" in html.plain(text_of(read_html(f"<table>{rows}</table>")))


def test_words_tell_nothing_of_heads_and_a_second_table_begins_with_its_own():
    words = "<tr><td>Chair</td><td>Anna</td></tr><tr><td>Host</td><td>Max</td></tr>"
    heads = "<tr><th>Land</th><th>Sum</th></tr><tr><td>Mali</td><td>1</td></tr>"

    assert text_of(read_html(f"<table>{words}</table><table>{heads}</table>")) == (
        f"<table><tbody>{words}</tbody></table>"
        '<table><thead><tr><th scope="col">Land</th><th scope="col">Sum</th></tr></thead>'
        "<tbody><tr><td>Mali</td><td>1</td></tr></tbody></table>"
    )
