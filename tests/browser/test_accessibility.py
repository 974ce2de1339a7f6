"""No page has a fault that axe can see, in either scheme; none scrolls sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from releases.models import Edition
from tests.browser import sign_in
from tests.builders import make_edition, make_editor, make_staff, submit
from tests.test_pages import PAGES


@pytest.fixture
def first_release(transactional_db):
    call_command("loaddata", "first_release", verbosity=0)


def faults(page):
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize("address", [*PAGES, "/en/nothing-here/"])
def test_a_public_page_is_accessible(first_release, page, address):
    for width, scheme in ((1280, "light"), (390, "dark"), (320, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width > 320:
            assert faults(page) == []


def test_the_forms_of_the_desk_are_accessible(first_release, page):
    make_editor()
    draft = make_edition(draft=True)
    submit(draft)
    french = Edition.objects.get(pk=1).translate(make_staff("Translator", languages=["fr"]), "fr")
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
    ):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert faults(page) == [], address
