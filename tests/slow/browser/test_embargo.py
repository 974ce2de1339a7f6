"""A journalist accepts the terms in a browser and reads; no page has a fault that axe can see."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from releases.models import Freeze
from tests.builders import make_appointment, make_edition, make_editor, make_meeting, make_quote
from tests.test_embargo import make_access

from . import sign_in
from .test_accessibility import faults

WIDTHS = ((1280, "light"), (390, "dark"), (320, "light"))


def check(page):
    for width, scheme in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width > 320:
            assert faults(page) == []


def test_a_journalist_accepts_the_terms_and_reads(transactional_db, page):
    now = timezone.now()
    edition = make_edition(
        release__publish_at=now + timedelta(hours=5),
        visible_from=now,
        body="<p>“We will act.”</p>",
        meetings=[make_meeting()],
    )
    make_edition(edition.release, language="fr", visible_from=now)
    make_quote(edition, "We will act.", appointment=make_appointment())
    Freeze.objects.create(
        starts_at=now + timedelta(hours=4),
        ends_at=now + timedelta(hours=9),
        internal_reason="Vote",
        public_reason={"fr": "Élections"},
    )
    access, link = make_access(edition.release)

    page.goto(link)
    check(page)
    page.click("text=I accept the terms")
    page.wait_for_selector("article")
    check(page)

    assert edition.title in page.inner_text("h1")
    assert page.evaluate("document.cookie") == ""
    assert access.openings.count() == 1
    assert page.url.endswith(link)
    page.click(".meta a[hreflang]")
    page.wait_for_selector("html[lang=fr]")
    assert "/fr/embargo/" in page.url


def test_the_desk_of_accesses_is_accessible(transactional_db, page):
    make_editor()
    edition = make_edition(release__publish_at=timezone.now() + timedelta(hours=5))
    access = make_access(edition.release)[0]
    access.openings.create(edition=edition, agent="Lynx/2.9")
    sign_in(page)
    addresses = [
        reverse("admin:releases_embargoaccess_changelist")
        + f"?release__id__exact={edition.release_id}",
        reverse("admin:releases_embargoaccess_add"),
        *(
            reverse(f"admin:releases_embargoaccess_{name}", args=[access.pk])
            for name in ("change", "send", "revoke")
        ),
    ]
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert faults(page) == [], address
