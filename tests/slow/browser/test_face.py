"""
What every kind of page shows, as a reader's browser has it: its headings in their order, with
each quote who said it and in which office, and nothing to scroll sideways for on a telephone.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from releases.models import PressRelease
from tests.builders import (
    correct,
    instant,
    load_first_release,
    make_edition,
    make_full_identity,
    make_meeting,
    make_quote,
    make_staff,
)
from tests.test_pages import MEETING, QUOTE, RELEASE

TITLE = "Sophie Wilmès chairs the ministerial meeting of the International Coalition against Daesh"
TALKS = "Ministerial meeting of the International Coalition against Daesh"
SPEAKER = "Sophie Wilmès"
OFFICE = "Deputy Prime Minister and Minister of Foreign Affairs"

ABOUT = ["2 About this newsroom", "3 What stands here", "3 Follow what is new"]

QUOTING = {"home", "release", "quotes", "quote", "meeting", "person", "topic"}
KINDS = {
    "home": ("/en/", ["1 Newsroom", f"2 {TITLE}", "2 Meetings", f"3 {TALKS}", *ABOUT]),
    "releases": ("/en/releases/", ["1 Releases", "2 March 2021", f"3 {TITLE}"]),
    "release": (
        RELEASE,
        [f"1 {TITLE}", "2 The meeting", f"3 {TALKS}", "2 Documents", "2 Topics", "2 Cite"],
    ),
    "quotes": ("/en/quotes/", ["1 Quotes", "2 March 2021", f"3 {SPEAKER}, 30 March 2021"]),
    "quote": (QUOTE, [f"1 {SPEAKER}, quoted", "2 The office", "2 The source", "2 Cite this quote"]),
    "meetings": ("/en/meetings/", ["1 Meetings", "2 Past", "3 March 2021", f"4 {TALKS}"]),
    "meeting": (MEETING, [f"1 {TALKS}", "2 Held", "2 After", f"3 {TITLE}", "2 Said about it"]),
    "people": ("/en/people/", ["1 People", "2 A", "2 S"]),
    "person": (
        "/en/people/sophie-wilmes/",
        [f"1 {SPEAKER}", "2 Offices", "2 Quotes, 2021", "2 Meetings", f"3 {TALKS}", "2 More"],
    ),
    "topics": ("/en/topics/", ["1 Topics", "2 D", "2 F", "2 I", "2 S"]),
    "topic": (
        "/en/topics/iraq/",
        [
            *("1 Iraq", "2 In their words", "2 Releases", f"3 {TITLE}"),
            *("2 Meetings", f"3 {TALKS}", "2 Near this topic"),
        ],
    ),
    "organisation": ("/en/organisations/belgium/", ["1 Belgium", "2 Office-holders"]),
    "releases of a kind": ("/en/releases/?kind=speech", ["1 Releases"]),
    "not found": ("/en/nothing/", ["1 There is no such page"]),
}

HEADINGS = """[...document.querySelectorAll("main :is(h1, h2, h3, h4)")].map((heading) =>
    `${heading.tagName[1]} ${heading.textContent.replace(/\\s+/g, " ").trim()}`)"""
QUOTES = """[...document.querySelectorAll("main figure.quote")].map((figure) => [
    figure.querySelector("blockquote").innerText, figure.querySelector("figcaption").innerText])"""


# Under 24 pixels, but for links inside the sentences of a text.
SMALL = """[...document.querySelectorAll("a, button, summary")]
    .filter((part) => part.checkVisibility() && !part.closest(".text p, .skip"))
    .map((part) => [part.textContent, part.getBoundingClientRect()])
    .filter(([words, {width, height}]) => width < 24 || height < 24)
    .map(([words]) => words)"""
IN_SIGHT = """(() => {
    const focused = document.activeElement, [{left, top, width, height}] = focused.getClientRects()
    return focused.contains(document.elementFromPoint(left + width / 2, top + height / 2))
})()"""


def looked_at(page, address):
    """The page on a telephone, which nothing makes wider."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_its_headings_in_order_and_says_who_is_quoted(transactional_db, page, kind):
    load_first_release()
    address, wanted = KINDS[kind]

    headings = looked_at(page, address).evaluate(HEADINGS)

    assert len(headings) == len(wanted), headings
    for heading, beginning in zip(headings, wanted, strict=True):
        assert heading.startswith(beginning)
    quotes = page.evaluate(QUOTES)
    assert bool(quotes) == (kind in QUOTING)
    for words, caption in quotes:
        assert words.startswith("“We must remain cautious: Daesh has not been defeated.")
        assert words.endswith("”")
        assert caption.startswith(SPEAKER) == (kind != "person")
        assert OFFICE in caption


def test_old_versions_what_is_gone_and_the_pages_of_the_newsroom_have_their_headings(
    transactional_db, page
):
    make_full_identity()
    old, gone = make_edition(title="Ports open"), make_quote().edition
    correct(old, change_note="Three ports, not two.", body="<p>Three ports open.</p>")
    release = PressRelease.objects.get(pk=gone.release_id)
    release.remove(make_staff("Editor"), "in_error", {"en": "It was a draft."})

    for address, wanted in (
        (old.get_version_url(), ["1 Ports open", "2 What version 2 changed", "3 Text"]),
        (gone.get_absolute_url(), ["1 This release has been removed"]),
        (gone.quotes.get().get_absolute_url(), ["1 This quote has been removed with its release"]),
        ("/en/legal-notice/", ["1 Legal notice"]),
        ("/en/privacy/", ["1 Privacy"]),
        (
            "/en/accessibility/",
            [
                *("1 Accessibility statement", "2 Compliance status", "2 What is not accessible"),
                *(
                    "2 Preparation of this statement",
                    "2 Feedback and contact",
                    "2 Enforcement procedure",
                ),
            ],
        ),
    ):
        assert looked_at(page, address).evaluate(HEADINGS) == wanted


def test_what_is_copied_from_a_quote_has_its_marks_and_its_source(transactional_db, page):
    load_first_release()
    looked_at(page, RELEASE)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")

    page.get_by_role("button", name="Copy the quote").click()

    assert page.get_by_role("button", name="Copied").is_visible()
    assert page.get_by_role("status").inner_text() == "Copied"
    words, who, address = page.evaluate("window.copied").splitlines()
    assert (words[0], words[-1]) == ("“", "”")
    assert who == f"{SPEAKER}, {OFFICE}"
    assert address.endswith(QUOTE)


def test_a_citation_is_copied_as_it_is_read(transactional_db, page):
    load_first_release()
    for address in (RELEASE, QUOTE):
        looked_at(page, address)
        page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")

        page.get_by_role("button", name="Copy the citation").click()

        assert page.get_by_role("button", name="Copied").is_visible()
        assert page.evaluate("window.copied") == page.locator("#cite p").inner_text()


def test_without_scripts_nothing_is_offered_that_needs_one(transactional_db, browser, live_server):
    load_first_release()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(RELEASE)

    assert not page.get_by_role("button").count()
    assert page.locator("#cite li:visible").all_inner_texts() == ["BibTeX", "RIS"]
    assert page.get_by_role("link", name="The quote on its own page").count() == 1
    context.close()


def test_a_corrected_release_and_a_withdrawn_one_say_so_before_the_text(transactional_db, page):
    corrected, withdrawn = make_edition(title="Ports open"), make_quote().edition
    correct(corrected, change_note="Three ports, not two.", body="<p>Three ports open.</p>")
    release = PressRelease.objects.get(pk=withdrawn.release_id)
    release.remove(make_staff("Editor"), "withdrawn", {"en": "It was a draft."})

    for edition, tag, why in (
        (corrected, "Corrected", "Three ports, not two."),
        (withdrawn, "Withdrawn", "It was a draft."),
    ):
        notice = looked_at(page, edition.get_absolute_url()).locator(".notice")
        assert notice.locator(".tag").inner_text() == tag
        assert why in notice.inner_text()
        text = page.locator(".text")
        assert notice.bounding_box()["y"] < text.bounding_box()["y"]

    page.goto("/en/releases/")
    assert page.locator(".tag").all_inner_texts() == ["Corrected"]


def test_a_choice_that_is_open_lies_on_nothing_that_has_the_focus(transactional_db, page):
    for year in range(2020, 2024):
        make_edition(release__publish_at=instant(year, 5, 6))
    looked_at(page, "/en/releases/")
    choices = page.locator(".facets details[open] ul")
    page.get_by_text("By year").first.focus()
    page.keyboard.press("Enter")
    assert choices.is_visible()

    for _ in range(5):
        page.keyboard.press("Tab")

    assert page.evaluate(f"document.activeElement.matches('.entry a') && {IN_SIGHT}")
    assert not choices.is_visible()
    page.keyboard.press("Shift+Tab")
    assert choices.is_visible()


def test_long_words_and_long_labels_fit_where_they_stand(transactional_db, page):
    load_first_release()
    compound = "Verteidigungsgemeinschaftsmitgliedstaatenkonferenzteilnehmer"
    for number in range(1, 4):
        make_edition(title=f"{compound} {number}", language="de", body=f"<p>{compound}.</p>")
    for width, address in ((320, "/fr/"), (320, "/fr/releases/"), (1000, "/de/")):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == width, address
    columns = page.locator(".columns > li").all()
    assert len({round(column.bounding_box()["width"]) for column in columns}) == 1


@pytest.mark.parametrize("width", [390, 1280])
def test_what_can_be_pressed_is_large_enough_to_be_hit(transactional_db, page, width):
    load_first_release()
    page.set_viewport_size({"width": width, "height": 900})
    for address, _headings in KINDS.values():
        page.goto(address)
        assert page.evaluate(SMALL) == [], address


def test_on_paper_nothing_leads_to_another_page(transactional_db, page):
    load_first_release()
    page.emulate_media(media="print")
    for address, _headings in KINDS.values():
        page.goto(address)
        for left_out in (".all", ".onward", ".actions", "nav", "footer"):
            assert not page.locator(f"{left_out}:visible").count(), (address, left_out)

    page.goto("/en/people/sophie-wilmes/")
    assert not page.get_by_role("heading", name="More").is_visible()


def test_in_forced_colours_the_emblem_keeps_its_ground(transactional_db, page):
    make_full_identity()
    page.emulate_media(forced_colors="active", color_scheme="light")
    page.goto("/en/")

    ground = page.evaluate("getComputedStyle(document.querySelector('.emblem')).backgroundColor")

    assert ground == "rgb(122, 31, 43)"


def test_a_coming_meeting_stands_in_the_agenda_with_its_day(transactional_db, page):
    day = timezone.localdate() + timedelta(days=9)
    talks = make_meeting("Talks", starts_on=day, announced_at=timezone.now())

    for address in ("/en/", "/en/meetings/"):
        entry = looked_at(page, address).locator(".agenda > li")
        assert entry.locator("h3").inner_text() == "Talks"
        assert entry.locator("time b").inner_text() == str(day.day)

    looked_at(page, talks.get_absolute_url())
    assert "in 9 days" in page.locator(".kicker").inner_text()
