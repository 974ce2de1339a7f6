"""Nothing typed at the desk is left behind, whatever is pressed and however soon."""

import pytest

from releases.models import Edition
from tests.builders import make_edition, make_release, make_staff, make_topic, submit
from tests.slow.browser import sign_in

LINK = ".breadcrumbs a"


@pytest.fixture
def desk(page, transactional_db):
    """Somebody signs in at an address; `page.asked` counts the questions of the browser."""
    page.asked = []
    page.on("dialog", lambda dialog: (page.asked.append(dialog.type), dialog.accept()))

    def at(address, role="Writer"):
        make_staff(role, "somebody")
        sign_in(page, address, "somebody")
        return page

    return at


def of_text(edition):
    return f"/admin/releases/edition/{edition.pk}/change/"


def go(page, selector):
    with page.expect_navigation():
        page.click(selector)


def type_at_end(page, selector, text):
    page.press(selector, "End")
    page.type(selector, text)


def test_what_was_typed_a_moment_ago_is_submitted(desk):
    draft = make_edition(draft=True, title="Council meets")
    page = desk(of_text(draft))

    type_at_end(page, "#id_title", " in Ghent")
    go(page, "text=Save and submit…")
    for box in page.locator(".desk-findings input[type=checkbox]").all():
        box.check()
    go(page, "input[value=Submit]")

    stored = Edition.objects.get()
    assert (stored.title, bool(stored.submitted_at)) == ("Council meets in Ghent", True)
    assert page.asked == []
    assert not page.is_visible("[data-unsaved]")


def test_what_was_typed_a_moment_ago_is_in_the_preview_and_asked_for_no_more(desk):
    draft = make_edition(draft=True, title="Council meets")
    page = desk(of_text(draft))

    page.click(".ProseMirror")
    page.keyboard.type("We act. ")
    go(page, "text=Preview")
    assert "We act." in page.inner_text("main")

    page.go_back()
    page.wait_for_selector(".ProseMirror")
    assert "We act." in page.inner_text(".ProseMirror")
    assert not page.is_visible("[data-unsaved]")
    assert page.asked == []


def test_an_editor_who_changes_a_text_before_approving_it_loses_nothing(desk):
    draft = submit(make_edition(draft=True, title="Council meets"))
    page = desk(of_text(draft), "Editor")

    type_at_end(page, "#id_title", " in Ghent")
    go(page, "text=Approve…")

    assert page.input_value("#id_title") == "Council meets in Ghent"
    assert "it is a draft again" in page.inner_text(".messagelist")
    assert Edition.objects.get().title == "Council meets in Ghent"


def test_a_double_click_is_one_click(desk):
    draft = make_edition(draft=True, title="Council meets")
    page = desk(of_text(draft))

    type_at_end(page, "#id_title", " in Ghent")
    with page.expect_navigation():
        page.dblclick("text=Save and submit…")
    page.wait_for_url(f"**/edition/{draft.pk}/submit/")

    assert page.inner_text(".messagelist") == "Saved."


def test_enter_in_the_title_saves_and_stays(desk):
    draft = make_edition(draft=True, title="Council meets")
    page = desk(of_text(draft))

    type_at_end(page, "#id_title", " again")
    with page.expect_navigation():
        page.press("#id_title", "Enter")

    assert page.url.endswith(of_text(draft))
    assert Edition.objects.get().title == "Council meets again"


def test_a_text_that_is_left_by_a_link_at_once_is_asked_about_and_kept(desk):
    draft = make_edition(draft=True, title="Council meets")
    page = desk(of_text(draft))

    type_at_end(page, "#id_title", "!")
    go(page, LINK)
    assert page.asked == ["beforeunload"]

    page.goto(of_text(draft))
    go(page, "[data-take]")
    assert page.input_value("#id_title") == "Council meets!"
    go(page, "[name=_continue]")
    assert not page.is_visible("[data-unsaved]")
    assert Edition.objects.get().title == "Council meets!"


def test_what_was_kept_and_overlooked_is_not_written_over(desk):
    draft = make_edition(draft=True, title="Council meets")
    page = desk(of_text(draft))
    type_at_end(page, "#id_title", " in Ghent")
    page.goto(of_text(draft))

    type_at_end(page, "#id_title", " again")
    go(page, "[name=_continue]")
    assert Edition.objects.get().title == "Council meets again"
    assert page.is_visible("[data-unsaved]")
    go(page, "[data-take]")

    assert page.input_value("#id_title") == "Council meets in Ghent"


def test_what_came_back_with_an_error_is_asked_about_too(desk):
    page = desk(of_text(make_edition(draft=True)))

    page.fill("#id_title", "")
    go(page, "text=Preview")
    go(page, LINK)

    assert page.asked == ["beforeunload"]


def test_a_page_that_was_only_looked_at_is_left_without_a_question(desk):
    page = desk(of_text(make_edition(draft=True)))

    page.wait_for_selector(".ProseMirror")
    page.click("#id_title")
    page.press("#id_title", "End")
    page.click(".ProseMirror")
    go(page, LINK)

    assert page.asked == []


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("topic/{topic}/change/", "#id_names_0"),
        ("meeting/add/", "#id_names_0"),
        ("edition/{review}/send-back/", "#id_reason"),
        ("edition/{review}/approve/", "#id_at_0"),
        ("freeze/stop/", "#id_reason"),
        ("pressrelease/{public}/remove/", "[name=note_en]"),
        ("intake/add/", "#id_text"),
    ],
)
def test_every_form_of_the_desk_is_asked_about(desk, address, field):
    review = submit(make_edition(draft=True))
    public = make_edition()
    records = {"topic": make_topic().pk, "review": review.pk, "public": public.release_id}
    page = desk(f"/admin/releases/{address.format(**records)}", "Editor")

    page.fill(field, "2031-05-06T12:00" if field == "#id_at_0" else "Typed")
    go(page, LINK)

    assert page.asked == ["beforeunload"]


def test_a_choice_that_a_list_offers_while_typing_counts_as_typed(desk):
    topic = make_topic("Security")
    release = make_edition(make_release(), draft=True).release
    page = desk(f"/admin/releases/pressrelease/{release.pk}/change/", "Editor")

    page.click(".field-topics .select2-selection")
    page.keyboard.type("Secur")
    page.click(f".select2-results__option:has-text('{topic}')")
    go(page, LINK)

    assert page.asked == ["beforeunload"]
