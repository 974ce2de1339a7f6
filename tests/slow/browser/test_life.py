"""The life of a release, from draft to withdrawal, by three people in a real browser."""

from datetime import timedelta

import pytest
from django.utils import timezone

from releases.models import Edition, PressRelease, copies
from tests.builders import approve, make_appointment, make_edition, make_quote, make_staff
from tests.slow.browser import sign_in

TEXT = "<p>The council met in Brussels.</p><p>The minister said: “We will act.”</p>"


@pytest.fixture
def people(browser, live_server, transactional_db):
    """A page for each of three people, signed in; what their consoles complain of comes along."""
    make_staff("Writer", "writer")
    make_staff("Editor", "editor")
    make_staff("Translator", "translator", languages=["fr"])
    problems, contexts, pages = [], [], {}
    for name in ("writer", "editor", "translator"):
        context = browser.new_context(base_url=live_server.url)
        contexts.append(context)
        page = pages[name] = context.new_page()
        page.on("console", lambda m: m.type == "error" and problems.append(m.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        sign_in(page, username=name)
    yield *pages.values(), problems
    for context in contexts:
        context.close()


def write(page, text):
    """Put `text` in the place of what the editor holds, a paragraph a line."""
    page.click(".ProseMirror")
    page.keyboard.press("Control+a")
    for number, line in enumerate(text.splitlines()):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(line)


def press(page, button):
    """Send a form off and wait for the answer: the page before it may look the same."""
    with page.expect_navigation():
        page.click(button)
    page.wait_for_selector(".messagelist .success")


def save(page):
    press(page, "[name=_continue]")


def accept_warnings(page):
    for box in page.locator(".desk-findings input[type=checkbox]").all():
        box.check()


def take(page, step, button):
    """Go to the page of a step, confirm each warning, and take it."""
    with page.expect_navigation():
        page.click(f"text={step}")
    accept_warnings(page)
    press(page, f"input[value='{button}']")


def read(page, address, part="main"):
    """What a public page says now: browsers keep one to the end of its minute."""
    page.goto(address)
    page.reload()
    return page.inner_text(part)


def desk(page):
    page.goto("/admin/")
    return page.inner_text(".desk-glance")


def make_text():
    """A draft in English of what the council decided, with a quote of the minister."""
    text = make_edition(
        draft=True, title="Council meets", summary="The council met in Brussels.", body=TEXT
    )
    make_quote(text, "We will act.", appointment=make_appointment())
    return text


def test_a_release_is_written_sent_back_mended_and_approved(people, time_machine):
    writer, editor, __, problems = people
    office = make_appointment()

    write_a_release(writer, office.person)
    send_back(editor, "Say where the council met.")

    assert "1\nwaiting for me" in desk(writer)
    writer.click("text=waiting for me")
    writer.click("text=Council meets")
    assert "Say where the council met." in writer.inner_text(".desk-steps")
    writer.wait_for_selector(".ProseMirror")
    write(writer, "The council met in Brussels.\nThe minister said: “We will act.”")
    save(writer)
    take(writer, "Save and submit…", "Submit")

    edition = Edition.objects.get()
    approve_for_tomorrow(editor, edition)
    assert "Council meets" in desk(editor)
    address = edition.get_absolute_url()
    assert writer.request.get(address).status == 404
    time_machine.move_to(PressRelease.objects.get().publish_at)
    writer.goto(address)
    assert writer.inner_text("q.said") == "“We will act.”"
    assert problems == []


def write_a_release(writer, speaker):
    writer.goto("/admin/releases/edition/add/")
    writer.wait_for_selector(".ProseMirror")
    writer.fill("#id_title", "Council meets")
    writer.fill("#id_summary", "The council met in Brussels.")
    write(writer, "The council met.\nThe minister said: “We will act.”")
    writer.click("text=Add another Quote")
    writer.fill("#id_quotes-0-words", "We will act.")
    writer.click(".field-speaker .select2-selection")
    writer.keyboard.type(speaker.name)
    writer.click(f".select2-results__option:has-text('{speaker.name}')")
    save(writer)
    take(writer, "Save and submit…", "Submit")


def send_back(editor, reason):
    assert "1\nwaiting for me" in desk(editor)
    editor.click("text=waiting for me")
    editor.click("text=Council meets")
    editor.click("text=Send back…")
    editor.fill("#id_reason", reason)
    editor.click("input[value='Send back']")


def approve_for_tomorrow(editor, edition):
    tomorrow = timezone.localtime() + timedelta(days=1)
    editor.goto(f"/admin/releases/edition/{edition.pk}/approve/")
    editor.fill("#id_at_0", f"{tomorrow:%Y-%m-%dT%H:%M}")
    assert editor.is_checked("input[value=later]")
    accept_warnings(editor)
    editor.click("input[value='Approve']")
    editor.wait_for_selector("text=Goes out on")


def test_a_release_is_translated_beside_its_source(people, time_machine):
    writer, editor, translator, problems = people
    release = approve(make_text(), at=timezone.now() + timedelta(days=1)).release

    translator.goto(f"/admin/releases/pressrelease/{release.pk}/change/")
    translator.click("text=Translate it into French")
    translator.wait_for_selector(".ProseMirror")
    translator.fill("#id_title", "Le conseil se réunit")
    write(translator, "Le conseil s’est réuni à Bruxelles.\nLe ministre : « Nous agirons. »")
    translator.fill("#id_quotes-0-words", "Nous agirons.")
    assert translator.input_value("#id_quotes-0-original_words") == "We will act."
    save(translator)
    translator.click("text=Beside its source")
    assert "Not translated yet" not in translator.inner_text(".desk-beside")
    translator.go_back()
    take(translator, "Save and submit…", "Submit")
    french = Edition.objects.get(language="fr")
    assert french.slug == "le-conseil-se-reunit"
    editor.goto(f"/admin/releases/edition/{french.pk}/change/")
    take(editor, "Approve…", "Approve")

    time_machine.move_to(release.publish_at)
    writer.goto(french.canonical_url)
    assert writer.inner_text("h1") == "Le conseil se réunit"
    assert problems == []


def test_a_release_is_corrected_by_one_person_alone(people):
    writer, editor, translator, problems = people
    english = approve(make_text())
    approve(copies.translate(english, make_staff("Translator", languages=["fr"]), "fr"))

    editor.goto(f"/admin/releases/pressrelease/{english.release_id}/change/")
    editor.click("text=Write the next version in English")
    editor.wait_for_selector(".ProseMirror")
    write(editor, "The council met in Ghent.\nThe minister said: “We will act.”")
    editor.fill("#id_change_note", "The council met in Ghent, not in Brussels.")
    save(editor)
    take(editor, "Save and submit…", "Submit")
    editor.click("text=Approve…")
    editor.check("input[value=now]")
    editor.fill("#id_reason", "Nobody else is on duty.")
    accept_warnings(editor)
    editor.click("input[value='Approve']")
    editor.wait_for_selector("text=Approved and public")

    address = english.get_absolute_url()
    assert "The council met in Ghent, not in Brussels." in read(writer, address)
    assert "The council met in Brussels." in read(writer, f"{address}versions/1/")
    assert "1\nbehind their source" in desk(translator)
    assert problems == []


def test_a_release_is_withdrawn_with_a_reason(people):
    writer, editor, __, problems = people
    english = approve(make_text())

    editor.goto(f"/admin/releases/pressrelease/{english.release_id}/change/")
    editor.click("text=Remove from the site…")
    editor.check("input[value=withdrawn]")
    editor.fill("[name=note_en]", "The council meets again next week.")
    editor.click("input[value='Remove it']")
    editor.wait_for_selector("text=Removed, in all languages.")

    assert "The council meets again next week." in read(writer, english.get_absolute_url())
    assert "Council meets" not in read(writer, "/en/releases/")
    assert problems == []


def test_what_was_typed_survives_a_crash_and_an_expired_session(people):
    writer = people[0]
    writer.goto("/admin/releases/edition/add/")
    writer.wait_for_selector(".ProseMirror")
    writer.fill("#id_title", "Half a title")
    write(writer, "Half a text")
    kept = "Object.values(localStorage).some(text => text.includes('Half a text'))"
    for _ in range(50):
        if writer.evaluate(kept):
            break
        writer.wait_for_timeout(100)
    writer.context.clear_cookies()

    writer.reload()
    writer.fill("#id_login", "writer")
    writer.fill("#id_password", "correct horse")
    writer.press("#id_password", "Enter")
    writer.wait_for_selector("[data-take]")
    writer.click("[data-take]")
    writer.wait_for_selector(".errornote")
    assert writer.input_value("#id_title") == "Half a title"
    assert writer.inner_text(".ProseMirror") == "Half a text"
    save(writer)
    writer.goto("/admin/releases/edition/add/")
    writer.wait_for_selector(".ProseMirror")
    assert not writer.is_visible("[data-unsaved]")
    assert Edition.objects.get().title == "Half a title"
