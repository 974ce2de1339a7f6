"""No page has a fault that axe can see, in either scheme; none scrolls sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from releases.models import Edition, Freeze, PressRelease, copies
from releases.review import reprints
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    correct,
    load_first_release,
    make_edition,
    make_editor,
    make_full_identity,
    make_picture,
    make_proposal,
    make_quote,
    make_recording,
    make_staff,
    sound_file,
    submit,
)
from tests.slow.browser import sign_in
from tests.test_pages import PAGES


@pytest.fixture
def first_release(transactional_db):
    load_first_release()
    make_full_identity()


def faults(page):
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize("address", [*PAGES, "/en/nothing-here/"])
def test_a_public_page_is_accessible(first_release, page, address):
    check(page, address)


def check(page, address):
    for width, scheme in ((1280, "light"), (390, "dark"), (320, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width > 320:
            assert faults(page) == []


def test_video_and_sound_are_accessible(first_release, page):
    sound = make_recording(file=sound_file(), transcript={"en": "We begin.", "fr": "Oui."})
    film = make_recording(poster=make_picture(), transcript={"fr": "Nous commençons."})
    link = make_recording(url="https://video.example.org/1", captions={})

    check(page, make_edition(recordings=[film, sound, link]).get_absolute_url())


def test_the_notices_of_a_text_are_accessible(first_release, page):
    """Corrected, translated, behind its source, withdrawn, gone; and a freeze that is on."""
    first = make_edition(title="Ministers meet", body="<p>“We will act.” Ten met.</p>")
    make_quote(first, language="nl", original_words="Wij handelen.")
    french = make_edition(first.release, language="fr", title="Réunion", source=first)
    correct(first, title="Envoys meet", body="<p>“We will act.” Twelve met.</p><p>There.</p>")
    withdrawn, gone = (make_quote().edition for _ in range(2))
    for edition, kind in ((withdrawn, "withdrawn"), (gone, "in_error")):
        release = PressRelease.objects.get(pk=edition.release_id)
        release.remove(make_staff("Editor"), kind, {"fr": "Envoyé par erreur."})
    # One that has begun cannot be written any more, only be found.
    Freeze.objects.bulk_create(
        [
            Freeze(
                starts_at=YESTERDAY,
                ends_at=TOMORROW,
                holds_after=TOMORROW,
                public_reason={"en": "Period of national mourning"},
            )
        ]
    )
    for address in (
        first.get_version_url(),
        first.release.get_absolute_url(),
        french.canonical_url,
        first.quotes.get().get_absolute_url(),
        withdrawn.get_absolute_url(),
        withdrawn.quotes.get().get_absolute_url(),
        gone.get_absolute_url(),
        gone.quotes.get().get_absolute_url(),
        "/en/",
        "/de/releases/",
    ):
        check(page, address)


def test_the_forms_of_the_desk_are_accessible(first_release, page):
    make_editor()
    draft = make_edition(draft=True)
    submit(draft)
    french = copies.translate(
        Edition.objects.get(pk=1), make_staff("Translator", languages=["fr"]), "fr"
    )
    person = make_quote().speaker
    person.name = "Ada Lovelace"
    person.save()
    printed, __ = reprints.begin(person, make_staff("Editor"), {"en": "It is Lovelace."})
    sign_in(page)
    for address in (
        "/admin/",
        "/admin/releases/edition/add/",
        f"/admin/releases/edition/{draft.pk}/change/",
        f"/admin/releases/edition/{draft.pk}/approve/",
        f"/admin/releases/edition/{draft.pk}/send-back/",
        f"/admin/releases/edition/{draft.pk}/history/",
        f"/admin/releases/edition/{french.pk}/beside/",
        "/admin/releases/pressrelease/1/remove/",
        "/admin/releases/freeze/",
        "/admin/releases/freeze/add/",
        "/admin/releases/freeze/stop/",
        "/admin/releases/edition/1/change/",
        "/admin/releases/pressrelease/1/change/",
        "/admin/releases/pressrelease/",
        "/admin/releases/meeting/1/change/",
        "/admin/releases/person/1/change/",
        "/admin/releases/recording/add/",
        "/admin/releases/proposal/",
        f"/admin/releases/proposal/{make_proposal(person).pk}/change/",
        f"/admin/releases/person/{person.pk}/print-anew/",
        f"/admin/releases/reprint/{printed.pk}/change/",
    ):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert faults(page) == [], address


def test_what_the_desk_refuses_is_accessible(first_release, page):
    make_editor()
    draft = submit(make_edition(draft=True))
    sign_in(page)
    for address, button in (
        ("/admin/releases/edition/add/", "[name=_save]"),
        (f"/admin/releases/edition/{draft.pk}/approve/", "input[value=Approve]"),
        ("/admin/releases/pressrelease/1/remove/", "input[value='Remove it']"),
        (f"/admin/releases/proposal/{make_proposal().pk}/change/", "[name=_refuse]"),
    ):
        page.goto(address)
        with page.expect_navigation():
            page.click(button)
        page.wait_for_load_state("networkidle")
        assert page.is_visible(".desk-faults a")
        assert faults(page) == [], address


def test_a_wide_table_is_accessible_and_scrolls_by_keyboard(page, transactional_db):
    heads = "<th></th>" + "<th>2031</th>" * 8
    rows = f"<tr>{heads}</tr><tr><th>Norvale</th>{'<td>1,204.50</td>' * 8}</tr>"
    tables = f"<table><caption>Needs by country</caption>{rows}</table><table>{rows}</table>"
    edition = make_edition(body=f"<p>Before.</p>{tables}")

    check(page, edition.get_absolute_url())

    region = page.get_by_role("region", name="Needs by country")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)  # it glides, and the policy of the page forbids to wait for it
    assert page.evaluate("document.activeElement.scrollLeft") > 0
    assert page.get_by_role("region", name="Table 2").count() == 1
