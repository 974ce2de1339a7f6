"""Taking a release in, in a real browser: drop, paste, check, and come back."""

import pytest
from playwright.sync_api import expect

from releases.models import Edition
from tests.builders import make_appointment, make_intake, make_person, make_staff
from tests.intake.test_desk import TEXT
from tests.slow.browser import sign_in
from tests.slow.browser.test_accessibility import check

MARKUP = """<h1>Bridge opens</h1><p>The <strong>bridge</strong> over the Lys opens.</p>
<ul><li>Nine years</li><li>Two towns</li></ul>"""


@pytest.fixture
def writer(transactional_db):
    make_appointment(make_person("Ann Bryn"), titles={"en": "Minister of Works"})
    return make_staff("Writer", "writer")


@pytest.fixture
def desk(page, writer):
    sign_in(page, "/admin/releases/pressrelease/add/", username="writer")
    return page


def send(page, button):
    with page.expect_navigation():
        page.click(f"input[value='{button}']")


def until(page, expression):
    """Wait until a JavaScript expression is true; the page's own policy forbids to poll it."""
    for _ in range(50):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never true: {expression}")


DROP = """
(zone, text) => {
  const data = new DataTransfer()
  data.items.add(new File([text], "release.txt", { type: "text/plain" }))
  zone.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }))
}
"""

PASTE = """
(field, markup) => {
  const data = new DataTransfer()
  data.setData("text/html", markup)
  data.setData("text/plain", "Bridge opens")
  field.focus()
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }))
  document.execCommand("insertText", false, "Bridge opens")
}
"""


def test_a_dropped_file_is_checked_and_becomes_a_draft(desk):
    problems = []
    desk.on("console", lambda message: message.type == "error" and problems.append(message.text))
    desk.eval_on_selector("[data-drop]", DROP, TEXT)
    send(desk, "Read it")

    desk.click("a[href='#found-quotes-0']")
    assert desk.evaluate("document.querySelector(':target').id") == "found-quotes-0"
    desk.click("#found-quotes-1")
    assert desk.evaluate("document.querySelector(':target').id") == "field-quotes-1"
    with desk.expect_response(lambda response: response.request.method == "POST"):
        desk.uncheck("[name=quotes-1-take]")
    expect(desk.locator("[data-kept]")).to_have_text("Kept.")
    desk.goto("/admin/")
    desk.go_back()
    desk.reload()
    assert not desk.is_checked("[name=quotes-1-take]")
    desk.check("#id_meeting input[value='']")
    send(desk, "Make the draft")

    edition = Edition.objects.get()
    assert f"/admin/releases/edition/{edition.pk}/change/" in desk.url
    assert [str(quote.speaker) for quote in edition.quotes.all()] == ["Ann Bryn"]
    assert problems == []


def test_what_is_pasted_keeps_its_headings_and_lists(desk):
    desk.eval_on_selector("#id_text", PASTE, MARKUP)
    until(desk, "document.querySelector('[name=html]').value")
    send(desk, "Read it")
    desk.fill("#id_title", "Bridge opens")
    desk.select_option("#id_language", "en")
    send(desk, "Make the draft")

    body = Edition.objects.get().body
    assert "<strong>bridge</strong>" in body
    assert "<li><p>Nine years</p></li>" in body


def test_what_was_pasted_survives_an_expired_session(desk):
    desk.fill("#id_text", TEXT)
    kept = "Object.values(localStorage).some(text => text.includes('two towns'))"
    until(desk, kept)
    desk.context.clear_cookies()

    send(desk, "Read it")
    sign_in(desk, "/admin/releases/intake/add/", username="writer")
    with desk.expect_navigation():
        desk.click("[data-take]")

    assert desk.input_value("#id_title") == "Bridge over the Lys opens"
    assert not desk.evaluate(kept)


def test_it_works_without_javascript(browser, live_server, writer):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "/admin/releases/intake/add/", username="writer")
    page.fill("#id_text", TEXT)
    send(page, "Read it")
    page.fill("#id_title", "Checked by hand")
    send(page, "Keep it for later")
    page.click("text=Bridge over the Lys opens")
    assert page.input_value("#id_title") == "Checked by hand"
    page.uncheck("[name=quotes-1-take]")
    page.check("#id_meeting input[value='']")
    send(page, "Make the draft")
    context.close()

    assert Edition.objects.get().title == "Checked by hand"


def test_its_pages_are_accessible(desk, writer):
    intake = make_intake(f"Press release\n\n{TEXT}\n\nPress contact: Jane Poe, +32 2 501 00 01")
    type(intake).objects.update(by=writer)

    check(desk, "/admin/releases/intake/add/")
    check(desk, f"/admin/releases/intake/{intake.pk}/change/")
