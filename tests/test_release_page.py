"""One page of a release, before and after: preview, embargo and public page say the same."""

import hashlib
import re
from datetime import timedelta
from difflib import ndiff

import pytest
from django.urls import reverse

from releases.models import Participation, PressContact, copies
from tests.builders import (
    approve,
    begin_correction,
    correct,
    instant,
    make_access,
    make_appointment,
    make_document,
    make_edition,
    make_editor,
    make_meeting,
    make_organisation,
    make_quote,
    make_release,
    make_staff,
    make_topic,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

FIRST = instant(2031, 5, 3, 10)
SECOND = instant(2031, 5, 5, 12)
BODY = "<p>Ten ministers met in Ghent.</p><p>Anna Roe said: “They agreed.”</p>"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(FIRST, tick=False)
    return time_machine


@pytest.fixture
def desk(client):
    client.force_login(make_editor())
    return client


def rich_release(**values):
    """A release with everything a page can show beside its text."""
    release = make_release(place={"en": "Ghent"}, **values)
    office = make_appointment()
    meeting = make_meeting("Ghent talks", organiser=make_organisation(), place={"en": "Ghent"})
    Participation.objects.create(meeting=meeting, appointment=office)
    release.meetings.add(meeting)
    release.topics.add(make_topic("Peace"))
    release.contacts.add(PressContact.objects.create(name="Desk", email="desk@example.org"))
    return release


def draft(release=None, **values):
    values = {"title": "Ministers meet", "body": BODY} | values
    documents = [make_document("Background")]
    edition = make_edition(release, draft=True, documents=documents, **values)
    make_quote(edition, "They agreed.", appointment=make_appointment())
    return edition


def preview(desk, edition):
    response = desk.get(reverse("admin:releases_edition_preview", args=[edition.pk]))
    assert response.status_code == 200
    return lines(response)


def public(client, edition):
    response = client.get(edition.canonical_url)
    assert response.status_code == 200
    return lines(response)


def lines(response):
    """
    The page line by line, without the banner, the links to itself in other languages and, for
    machines, the reference.
    """
    page = response.content.decode()
    page = re.sub(r'<p class="preview".*?</p>', "", page, flags=re.DOTALL)
    page = re.sub(r'<nav class="languages".*?</nav>', "", page, flags=re.DOTALL)
    page = re.sub(r'"identifier": "[^"]*",? ?', "", page)
    page = re.sub(r'<section class="cite".*?</section>', _in_one_line, page, flags=re.DOTALL)
    return [line.strip() for line in page.splitlines() if line.strip()]


def _in_one_line(found):
    return " ".join(found[0].split())


def differing(before, after):
    """The lines that only one of two pages has."""
    return [line for line in ndiff(before, after) if line[0] in "-+"]


def only_the_reference(found):
    """Whether pages differ in no more than robots and the reference that going public gives."""
    allowed = (
        '<meta name="robots" content="noindex">',
        '<section class="cite"',
        '<h2 id="cite"',
        "Cite this release",
        "<dt>Reference</dt>",
        'href="#cite"',
        "<cite",
        "</section>",
    )
    return [line for line in found if not any(part in line for part in allowed)] == []


def test_the_preview_of_a_first_version_is_the_page_it_becomes(desk):
    edition = draft(rich_release())

    before = preview(desk, edition)
    approve(edition)

    assert only_the_reference(differing(before, public(desk, edition)))


def test_the_preview_of_a_scheduled_text_is_the_page_it_becomes(desk, clock):
    edition = approve(draft(rich_release()), at=SECOND)

    before = preview(desk, edition)
    clock.move_to(SECOND + timedelta(hours=1), tick=False)

    assert only_the_reference(differing(before, public(desk, edition)))


@pytest.mark.parametrize("minor", [False, True])
def test_the_preview_of_a_correction_shows_its_notice_and_versions(desk, clock, minor):
    first = approve(draft(rich_release()))
    clock.move_to(SECOND, tick=False)
    values = {"minor": True, "change_note": ""} if minor else {"change_note": "Twelve, not ten."}
    second = begin_correction(
        first, body=BODY.replace("ministers", "envoys") if not minor else BODY, **values
    )

    before = preview(desk, second)
    approve(second)

    page = "\n".join(before)
    assert "Version 2</a>" in page
    assert ("Corrected on 5 May 2031:" in page) is not minor
    assert differing(before, public(desk, second)) == ['- <meta name="robots" content="noindex">']


def test_the_preview_of_a_correction_that_waits_is_the_page_it_becomes(desk, clock):
    first = approve(draft(rich_release()))
    second = correct(first, at=SECOND, change_note="Twelve, not ten.")

    before = preview(desk, second)
    clock.move_to(SECOND, tick=False)

    assert differing(before, public(desk, second)) == ['- <meta name="robots" content="noindex">']


def test_the_preview_of_what_stands_says_nothing_of_what_waits(desk):
    first = approve(draft(rich_release()))
    correct(first, at=SECOND, change_note="Twelve, not ten.")

    before = preview(desk, first)

    assert differing(before, public(desk, first)) == ['- <meta name="robots" content="noindex">']


def test_the_preview_of_a_replaced_version_shows_that_one(desk, clock):
    first = approve(draft())
    clock.move_to(SECOND, tick=False)
    correct(first, change_note="Twelve, not ten.")

    page = "\n".join(preview(desk, first))

    assert "Twelve, not ten." not in page
    assert "Version 2" not in page


def test_the_preview_of_a_translation_shows_what_it_is_behind_and_the_other_languages(desk, clock):
    first = approve(draft(rich_release()))
    french = copies.translate(first, make_staff("Translator", languages=["fr"]), "fr")
    french.title = "Les ministres se réunissent"
    french.save()
    clock.move_to(SECOND, tick=False)
    correct(first, change_note="Twelve, not ten.", body=BODY.replace("Ten", "Twelve"))

    before = preview(desk, french)
    approve(french)

    page = "\n".join(before)
    assert "à la version 1 du texte source" in page
    assert 'hreflang="en">' in page
    assert differing(before, public(desk, french)) == ['- <meta name="robots" content="noindex">']


def link(release, language="en"):
    """The link of a journalist who has accepted the terms."""
    digest = hashlib.sha256(b"token").hexdigest()
    make_access(release, language=language, digest=digest, accepted_at=FIRST)
    return f"/{language}/embargo/token/"


def test_the_embargoed_page_is_the_page_it_becomes(client, clock):
    english = draft(rich_release())
    french = copies.translate(english, make_staff("Translator", languages=["fr"]), "fr")
    french.title = "Les ministres"
    french.save()
    approve(english, at=SECOND)
    approve(french, at=SECOND)

    page = "\n".join(lines(client.get(link(english.release))))

    assert 'href="/fr/embargo/token/" lang="fr" hreflang="fr"' in page
    assert "Français</a>" in page
    for said in ("They agreed.", "Ghent talks", "Background", "Peace", "Desk"):
        assert said in page
    clock.move_to(SECOND, tick=False)
    article = "\n".join(public(client, english)).partition("<article")[2]
    assert _words(page.partition("<article")[2]) == _words(article)


def _words(page):
    """What a reader reads, but for the ways to pages, and the number, that are not there yet."""
    page = re.sub(r'<section class="cite".*?</section>', "", page, flags=re.DOTALL)
    page = re.sub(r"<div><dt>Reference</dt>.*?</div>", "", page, flags=re.DOTALL)
    page = re.sub(r'<ul class="actions">.*?</ul>', "", page, flags=re.DOTALL)
    page = re.sub(r'<a href="/en/quotes/.*?</a>', "", page, flags=re.DOTALL)
    page = re.sub(r"</?a\b[^>]*>", "", page)
    return re.sub(r"<.*?>", " ", page, flags=re.DOTALL).split()


def test_a_text_that_comes_after_the_embargo_is_not_shown_under_it(client):
    english = approve(draft(rich_release()), at=SECOND)
    french = copies.translate(english, make_staff("Translator", languages=["fr"]), "fr")
    approve(french, at=SECOND + timedelta(days=2))

    page = client.get(link(english.release, "fr")).content.decode()

    assert 'class="text" lang="en"' in page
    assert "/en/embargo/token/" in page


def test_the_hour_of_publication_is_shown_of_what_came_through_the_desk(client, clock):
    edition = approve(draft(rich_release()))

    assert "Published 3 May 2031, 10:00 (UTC+2)" in page_of(client.get(edition.canonical_url)).words


def test_the_preview_of_a_correction_leads_to_what_readers_choose_from_then(desk, clock):
    first = approve(draft(title="Ministers meet"))
    french = approve(draft(first.release, language="fr", title="Les ministres"))
    approve(draft(language="de", title="Etwas anderes"))
    clock.move_to(SECOND, tick=False)
    correct(french, slug="les-envoyes", change_note="Des envoyés.")
    draft(first.release, language="nl", title="De ministers")
    second = begin_correction(first, slug="envoys-meet", change_note="Envoys.")

    address = reverse("admin:releases_edition_preview", args=[second.pk])
    page = desk.get(address).content.decode()

    alternates = re.findall(r'rel="alternate" hreflang="(..)" href=".*/([^/]+)/"', page)
    assert alternates == [("en", "envoys-meet"), ("fr", "les-envoyes")]
