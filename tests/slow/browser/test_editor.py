"""The editor in a real Chromium, under the real content security policy."""

import pytest
from playwright.sync_api import expect

from releases.models import Edition
from tests.builders import make_appointment, make_editor
from tests.slow.browser import sign_in

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<p class=MsoNormal><b>Bold</b> and “smart” quotes, 10\u00a0000 euros.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Inner<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Second<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal style='color:red'>After.</p></body></html>"""

PASTE = """html => {
  const data = new DataTransfer()
  data.setData("text/html", html)
  const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})
  document.querySelector(".ProseMirror").dispatchEvent(paste)
}"""


@pytest.fixture
def desk(page, transactional_db):
    """The form of a new release, signed in; `problems` collects what the console complains of."""
    make_editor()
    page.problems = []
    page.on("console", lambda m: m.type == "error" and page.problems.append(m.text))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    sign_in(page, "/admin/releases/edition/add/")
    page.wait_for_selector(".ProseMirror")
    return page


def save(page):
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success, .errornote")
    page.wait_for_selector(".ProseMirror")


def shown(page):
    return page.inner_html(".ProseMirror")


def test_what_is_typed_is_what_is_saved(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.keyboard.type("We will act, ")
    desk.keyboard.press("Control+b")
    desk.keyboard.type("soon")
    desk.keyboard.press("Control+b")
    desk.keyboard.type(".")
    desk.keyboard.press("Enter")
    desk.click("[data-name=bulletList]")
    desk.keyboard.type("One point")
    save(desk)

    text = "<p>We will act, <strong>soon</strong>.</p><ul><li><p>One point</p></li></ul>"
    assert Edition.objects.get().body == text
    assert shown(desk) == text
    assert desk.problems == []


def test_a_text_pasted_from_word_keeps_its_words_and_gets_real_lists(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.evaluate(PASTE, WORD)
    save(desk)

    text = (
        "<p><strong>Bold</strong> and “smart” quotes, 10\u00a0000 euros.</p>"
        "<ul><li><p>First</p><ol><li><p>Inner</p></li></ol></li><li><p>Second</p></li></ul>"
        "<p>After.</p>"
    )
    assert Edition.objects.get().body.replace("&nbsp;", "\u00a0") == text
    assert desk.problems == []


def test_a_link_is_set_by_keyboard(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.keyboard.type("communiqué")
    desk.keyboard.press("Control+a")
    desk.focus("[data-name=link]")
    desk.keyboard.press("Enter")
    desk.fill(
        ".prose-editor-dialog input[type=url], .prose-editor-dialog input[name=href]",
        "https://example.org/",
    )
    desk.keyboard.press("Enter")
    save(desk)

    assert 'href="https://example.org/"' in Edition.objects.get().body


LANGUAGES = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB>
<p class=MsoNormal><span lang=EN-US>The chair said: “</span><i><span lang=FR-BE>Nous agirons,
</span></i><span lang=FR-BE>et vite</span><span lang=EN-GB>”. In </span><span lang=NL-BE>Gent</span>
<span lang=X-NONE>it was as fine as ever.</span></p>
<p class=MsoNormal><span lang=EN-GB>A text is in its own language for the most part.</span></p>
<p class=MsoNormal><span lang=NL-BE>Wij handelen nu.</span></p></body></html>"""


def test_a_passage_is_marked_by_keyboard_and_unmarked(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.keyboard.type("It is raison d’état")
    for _ in "raison d’état":
        desk.keyboard.press("Shift+ArrowLeft")
    desk.focus("[data-name=passage]")
    desk.keyboard.press("Enter")
    desk.get_by_label("Language", exact=True).select_option("French")
    desk.get_by_label("Or the code of another one, such as pt-BR").fill("no code")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.get_by_label("Or the code of another one, such as pt-BR").fill("")
    desk.keyboard.press("Enter")
    desk.keyboard.press("ArrowRight")
    desk.keyboard.type(" indeed.")
    save(desk)

    marked = '<p>It is <span lang="fr">raison d’état</span> indeed.</p>'
    assert Edition.objects.get().body == marked
    desk.click(".ProseMirror [lang]")
    expect(desk.get_by_label("Passage in another language")).to_have_attribute(
        "aria-pressed", "true"
    )
    desk.click("[data-name=noPassage]")
    save(desk)

    assert Edition.objects.get().body == "<p>It is raison d’état indeed.</p>"
    assert desk.problems == []


def test_languages_pasted_from_word_stay_where_they_differ(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.evaluate(PASTE, LANGUAGES)
    save(desk)

    assert Edition.objects.get().body == (
        '<p>The chair said: “<span lang="fr-BE"><em>Nous agirons, </em>et vite</span>”. '
        "In Gent it was as fine as ever.</p>"
        "<p>A text is in its own language for the most part.</p>"
        '<p lang="nl-BE">Wij handelen nu.</p>'
    )
    assert desk.problems == []


def test_a_text_that_word_takes_for_another_language_is_not_marked(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.evaluate(PASTE, LANGUAGES.replace("lang=EN-", "lang=DE-"))
    save(desk)

    assert "lang=" not in Edition.objects.get().body
    assert desk.problems == []


def test_a_table_is_made_by_keyboard_and_comes_back_as_it_was(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.focus("[data-name=table]")
    desk.keyboard.press("Enter")
    desk.get_by_label("Caption: what the table shows").fill("Needs & pledges")
    desk.get_by_label("Rows", exact=True).fill("2")
    desk.get_by_label("Columns", exact=True).fill("2")
    desk.keyboard.press("Enter")
    for words in ("Country", "Need", "Mali", "12.5"):
        desk.keyboard.type(words)
        if words != "12.5":
            desk.keyboard.press("Tab")
    expect(desk.get_by_label("The first row heads the columns")).to_have_attribute(
        "aria-pressed", "true"
    )
    desk.focus("[data-name=headColumn]")
    desk.keyboard.press("Enter")
    save(desk)

    table = (
        "<table><caption>Needs &amp; pledges</caption>"
        '<thead><tr><th scope="col">Country</th><th scope="col">Need</th></tr></thead>'
        '<tbody><tr><th scope="row">Mali</th><td>12.5</td></tr></tbody></table>'
    )
    assert Edition.objects.get().body == table
    desk.click(".ProseMirror td")
    desk.get_by_label("Caption of the table").click()
    caption = desk.get_by_label("Caption: what the table shows")
    expect(caption).to_have_value("Needs & pledges")
    caption.fill("")
    desk.keyboard.press("Enter")
    desk.get_by_label("Add a row below").click()
    save(desk)

    assert Edition.objects.get().body == table.replace(
        "<caption>Needs &amp; pledges</caption>", ""
    ).replace("</tbody>", "<tr><td></td><td></td></tr></tbody>")
    assert desk.problems == []


def test_an_empty_corner_stays_a_head_in_the_editor(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    rows = "<tr><th></th><th>2031</th></tr><tr><th>Mali</th><td>1</td></tr>"
    desk.evaluate(PASTE, f"<table>{rows}</table>")
    save(desk)

    desk.click(".ProseMirror td")
    pressed = desk.get_by_label("The first row heads the columns")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    pressed.click()
    expect(pressed).to_have_attribute("aria-pressed", "false")
    save(desk)

    assert Edition.objects.get().body == (
        "<table><tbody><tr><td></td><td>2031</td></tr>"
        '<tr><th scope="row">Mali</th><td>1</td></tr></tbody></table>'
    )


WORD_TABLES = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Press service</p></td></tr></table>
<table class=MsoTableGrid style='border:none'><thead><tr><td style='width:10pt'>
<p class=MsoNormal><b>Country</b></p></td><td><p class=MsoNormal>Need</p></td></tr></thead>
<tr><td><p class=MsoNormal>Mali</p></td><td>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>12</p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>13</p>
</td></tr></table><p class=MsoNormal>After.</p></body></html>"""


def test_a_table_pasted_from_word_is_one_and_a_frame_is_none(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.evaluate(PASTE, WORD_TABLES)
    save(desk)

    assert Edition.objects.get().body == (
        "<p>Press service</p><table>"
        '<thead><tr><th scope="col"><strong>Country</strong></th><th scope="col">Need</th></tr>'
        "</thead><tbody><tr><td>Mali</td><td>12<br>13</td></tr></tbody></table><p>After.</p>"
    )
    assert desk.problems == []


def test_an_abbreviation_is_written_out_by_keyboard(desk):
    desk.fill("#id_title", "Council meets")
    desk.click(".ProseMirror")
    desk.keyboard.type("The EIB")
    for _ in "EIB":
        desk.keyboard.press("Shift+ArrowLeft")
    expect(desk.get_by_label("Abbreviation")).to_have_attribute("aria-disabled", "false")
    desk.focus("[data-name=abbreviation]")
    desk.keyboard.press("Enter")
    desk.get_by_label("In full").fill("European Investment Bank")
    desk.keyboard.press("Enter")
    desk.keyboard.press("ArrowRight")
    desk.keyboard.type(" lends.")
    save(desk)

    assert Edition.objects.get().body == (
        '<p>The <abbr title="European Investment Bank">EIB</abbr> lends.</p>'
    )
    assert desk.problems == []


def test_a_fault_leads_to_the_editor_and_to_the_list_it_is_about(desk):
    desk.fill("#id_title", "Council meets")
    desk.click("text=Add another Quote")
    desk.fill("#id_quotes-0-words", "We will act.")
    desk.click("[name=_continue] >> nth=0")
    desk.wait_for_selector(".desk-faults")
    desk.wait_for_selector(".ProseMirror")

    desk.click(".desk-faults a[href='#id_body']")
    desk.wait_for_selector(".ProseMirror:focus")
    desk.click(".desk-faults a[href='#id_quotes-0-speaker']")
    desk.wait_for_selector(".field-speaker .select2-selection:focus")
    assert desk.problems == []


def test_the_editor_and_the_lists_are_named_as_their_fields(desk):
    desk.click("text=Add another Quote")
    speaker = make_appointment().person
    desk.click(".field-speaker .select2-selection")
    expect(desk.get_by_role("searchbox", name="Speaker:")).to_be_focused()
    desk.keyboard.type(speaker.name)
    desk.click(f".select2-results__option:has-text('{speaker.name}')")

    chosen = desk.get_by_role("combobox", name=f"Speaker: {speaker.name}")
    expect(chosen).to_be_focused()
    expect(desk.get_by_role("searchbox", name="Topics:")).to_be_visible()
    expect(desk.get_by_role("toolbar", name="Text")).to_be_visible()
    expect(desk.get_by_role("textbox", name="Text", exact=True)).to_be_visible()
    assert desk.problems == []
