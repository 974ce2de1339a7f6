"""What preflight finds in a text, and what it lets pass."""

import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.conf import settings as newsroom
from django.core.files.base import ContentFile
from django.utils import translation

from releases.models import PressContact, copies, preflight
from releases.review import emergency_stop
from tests.builders import (
    approve,
    begin_correction,
    instant,
    make_appointment,
    make_document,
    make_edition,
    make_freeze,
    make_person,
    make_quote,
    make_staff,
    submit,
)

pytestmark = pytest.mark.django_db

TUESDAY = instant(2021, 3, 30, 12)
DAY = timedelta(days=1)
FIELD = (
    r"at|texts_to_write|title|slug|summary|body|change_note|minor|documents|contacts"
    r"|(quotes|illustrations|playbacks)-\d+-(words|original_words|appointment|picture|recording)"
)


@pytest.fixture(autouse=True)
def clock(time_machine):
    """Tuesday, 30 March 2021, at noon."""
    time_machine.move_to(TUESDAY, tick=False)
    return time_machine


def text(*paragraphs, **values):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return make_edition(draft=True, body=body, **values)


def found(edition, check, at=None):
    """
    The sentences a check finds, each with a field that a form has and a key of its own. Asked
    alone, as all checks would take ten times as long.
    """
    [named] = [one for one in preflight.CHECKS if one.__name__ == check]
    with patch.object(preflight, "CHECKS", [named]):
        findings = edition.findings(at)
    assert all(re.fullmatch(FIELD, finding.field) for finding in findings)
    assert len({finding.key for finding in findings}) == len(findings)
    return [finding.sentence for finding in findings]


def test_a_text_that_is_complete_has_no_findings(settings):
    settings.LANGUAGES = newsroom.LANGUAGES[:1]
    edition = text("The council met on Tuesday 30 March 2021.", summary="The council met.")
    edition.release.contacts.add(PressContact.objects.create(name="Ann", phone="+32 2 1"))

    assert edition.findings() == []


# Text and summary


@pytest.mark.parametrize("body", ["", "<p></p>", "<p>\u00a0</p>", "<script>x</script>"])
def test_an_empty_text_is_an_error(body):
    edition = make_edition(draft=True, body=body)

    [finding] = [f for f in edition.findings() if f.blocks]
    assert (finding.sentence, finding.field) == ("The text is empty.", "body")


def test_a_missing_summary_is_a_warning():
    assert found(text("x"), "has_summary")
    assert not found(text("x", summary="A summary."), "has_summary")


# Corrections


def test_a_correction_says_what_was_corrected_or_is_minor():
    first = approve(text("The council met."))
    second = begin_correction(first, change_note="")

    assert found(second, "says_what_was_corrected") == [
        "Say in one sentence what was corrected, or mark the change as minor."
    ]
    second.minor = True
    assert not found(second, "says_what_was_corrected")
    second.minor, second.change_note = False, "The day."
    assert not found(second, "says_what_was_corrected")
    assert not found(first, "says_what_was_corrected")


BEFORE = (
    "Minister Wilmès met 5 envoys and 30 guests on Tuesday, and the council recieved a report. "
    "“We will act”, she said. La réunion a eu lieu en mars."
)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("30 guests", "31 guests", "a number or a date has changed"),
        ("5 envoys and 30 guests", "30 envoys and 5 guests", "a number or a date has changed"),
        ("Wilmès", "Wilmes", "a name, or a word with a capital, has changed"),
        ("Wilmès", "De Croo", "a name, or a word with a capital, has changed"),
        ("Tuesday", "Monday", "a date has changed"),
        ("“We will act”", "“We shall act”", "a quote has changed"),
        ("“We will act”, she said", "she said", "a quote has changed"),
    ],
)
def test_names_numbers_dates_and_quotes_are_no_minor_change(old, new, reason):
    first = approve(text(BEFORE))

    second = begin_correction(first, body=first.body.replace(old, new), minor=True)

    [sentence] = found(second, "says_what_was_corrected")
    assert sentence.startswith("This is no minor change: ")
    assert reason in sentence


def test_the_month_is_no_minor_change_in_a_language_that_writes_it_small():
    first = approve(text("La réunion a eu lieu en mars.", language="fr"))

    second = begin_correction(first, body="<p>La réunion a eu lieu en avril.</p>", minor=True)

    assert "a date has changed" in found(second, "says_what_was_corrected")[0]


def test_names_that_change_places_are_no_minor_change():
    first = approve(text("Then France thanked Belgium."))

    second = begin_correction(first, body="<p>Then Belgium thanked France.</p>", minor=True)

    assert "a name" in found(second, "says_what_was_corrected")[0]


def test_a_title_is_no_minor_change():
    second = begin_correction(approve(text("x")), title="Another title", minor=True)

    assert "the title has changed" in found(second, "says_what_was_corrected")[0]


@pytest.mark.parametrize(
    "change",
    [
        {"words": "We will"},
        {"words": "We will\n\nact"},
        {"original_words": "On\n\nagira"},
        {"title_as_printed": "Prime Minister"},
        {"language": "fr", "original_words": "Nous agirons"},
    ],
)
def test_a_quote_on_record_is_no_minor_change(change):
    first = text(BEFORE)
    make_quote(first, "We will act", language="fr", original_words="On agira")
    second = begin_correction(approve(first), minor=True)
    assert not found(second, "says_what_was_corrected")
    quote = second.quotes.get()
    for name, value in change.items():
        setattr(quote, name, value)
    quote.save()

    assert "a quote has changed" in found(second, "says_what_was_corrected")[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("recieved", "received"),
        ("a report", "a short report"),
        ("“We will act”", "<strong>“We will act”</strong>"),
        (". “We", ".</p><p>“We"),
        (", and the council", " and the council"),
    ],
)
def test_spelling_and_layout_are_a_minor_change(old, new):
    first = approve(text(BEFORE))

    second = begin_correction(first, body=first.body.replace(old, new), minor=True)

    assert second.body != first.body
    assert not found(second, "says_what_was_corrected")


def test_a_title_that_changes_asks_whether_its_address_stays():
    first = approve(text("x", title="Council meets"))
    second = begin_correction(first, title="Council met")

    assert found(second, "keeps_its_address") == [
        "The title has changed and the address still says “council-meets”. Keep it?"
    ]
    second.slug = "council-met"
    assert not found(second, "keeps_its_address")
    assert not found(text("x"), "keeps_its_address")


def test_an_address_of_another_release_of_the_day_is_an_error():
    first = approve(text("x", title="Council meets"))

    other = text("x", title="Council meets")
    assert found(other, "address_is_free")
    assert not found(other, "address_is_free", TUESDAY + DAY)
    french = make_edition(first.release, draft=True, language="fr", slug="council-meets")
    assert not found(french, "address_is_free")


# Quotes


def test_a_quote_that_does_not_stand_in_the_text_is_an_error():
    edition = text("“We will act.”")
    make_quote(edition, "We will act.")
    assert not [f for f in edition.findings() if f.blocks]

    make_quote(edition, "We must act.", position=1)
    [finding] = [f for f in edition.findings() if f.blocks]
    assert finding.field == "quotes-1-words"


def test_an_office_that_does_not_cover_the_day_is_an_error():
    edition = text("“We will act.”")
    make_quote(edition, appointment=make_appointment(until=TUESDAY.date()))

    assert not found(edition, "quotes_are_true", TUESDAY)
    assert "was not held on" in found(edition, "quotes_are_true", TUESDAY + DAY)[0]


def test_the_part_of_a_quote_that_no_longer_stands_is_named():
    edition = text("“We must act,” she said. “And we will.”")
    make_quote(edition, "We must act,\n\nAnd we will.", appointment=make_appointment())
    assert not found(edition, "quotes_are_true")

    edition.body = edition.body.replace("will", "shall")

    [sentence] = found(edition, "quotes_are_true")
    assert sentence.startswith("Part 2, “And we will.”: These words do not stand in the text.")


def test_a_quote_asks_for_an_office_and_for_the_words_as_spoken():
    edition = text("“We will act.” “We must.”")
    make_quote(edition, speaker=make_person("Ada Byron"), language="fr")
    assert found(edition, "quotes_are_true") == [
        "The quote of Ada Byron is a translation: give the words as spoken.",
        "No office is on record for Ada Byron on that day.",
    ]

    edition.quotes.update(original_words="Nous agirons.", title_as_printed="Minister")
    assert not found(edition, "quotes_are_true")


@pytest.mark.parametrize(
    ("written", "warned"),
    [
        ("Sophie Wilmès met the envoy.", []),
        ("SOPHIE WILMÈS met the envoy.", []),
        ("Sophie Wilmes met the envoy.", ["Wilmes"]),
        ("SOPHIE WILMES met the envoy.", ["WILMES"]),
        ("Sophie Wilmés met the envoy.", ["Wilmés"]),
        ("The wilmes are flowers.", []),
        ("The minister met the envoy.", []),
    ],
)
def test_a_name_spelt_without_its_accents_is_a_warning(written, warned):
    edition = text(written, "“We will act.”")
    make_quote(edition, speaker=make_person("Sophie Wilmès"))

    assert found(edition, "names_are_spelt_as_on_record") == [
        f"The text has “{word}”, the record of Sophie Wilmès “Wilmès”." for word in warned
    ]


def test_a_name_is_looked_at_in_title_and_summary():
    for field in ("title", "summary"):
        edition = text("“We will act.”", **{field: "Wilmes acts"})
        make_quote(edition, speaker=make_person("Sophie Wilmès"))
        assert found(edition, "names_are_spelt_as_on_record"), field


# Dates

RIGHT = {
    "en": [
        "Tuesday 30 March 2021",
        "Tuesday, 30 March 2021",
        "Tuesday, March 30, 2021",
        "Tuesday March 30th 2021",
        "Tuesday the 30th of March",
        "tuesday 30 march",
        "TUESDAY 30 MARCH 2021",
        "Tuesday\u00a030\u00a0March\u00a02021",
    ],
    "fr": ["mardi 30 mars 2021", "Mardi, le 30 mars", "lundi 1er mars 2021", "dimanche 1er août"],
    "nl": ["dinsdag 30 maart 2021", "Dinsdag, 30 maart", "maandag 1 maart 2021"],
    "de": [
        "Dienstag, 30. März 2021",
        "Dienstag, den 30. März 2021",
        "Dienstag, dem 30. März",
        "Dienstag 30. MÄRZ 2021",
    ],
}
WRONG = {
    "en": [
        "Monday 30 March 2021",
        "Wednesday, March 30, 2021",
        "Monday the 30th of March",
        "MONDAY 30 MARCH",
        "Tuesday 30 March 2020",
        "Monday\u00a030\u202fMarch 2021",
    ],
    "fr": ["lundi 30 mars 2021", "Lundi, le 30 mars", "mardi 1er mars 2021", "mardi 1er août"],
    "nl": ["maandag 30 maart 2021", "Maandag, 30 maart"],
    "de": [
        "Montag, 30. März 2021",
        "Montag, den 30. März",
        "Montag, dem 30. März 2021",
        "Samstag 30. März 2021",
    ],
}


def by_language(dates):
    return [(language, written) for language, listed in dates.items() for written in listed]


@pytest.mark.parametrize(("language", "written"), by_language(RIGHT))
def test_a_weekday_that_is_right_passes_in_every_language(language, written):
    assert not found(text(f"Brussels, {written}: x.", language=language), "weekdays_match_dates")


@pytest.mark.parametrize(("language", "written"), by_language(WRONG))
def test_a_weekday_that_is_wrong_is_a_warning_in_every_language(language, written):
    for field in ({}, {"summary": f"{written}: x"}, {"title": f"On {written}"}):
        body = "x" if field else f"Brussels, {written}: x."
        edition = text(body, language=language, **field)

        [sentence] = found(edition, "weekdays_match_dates")
        assert sentence.startswith("The text has “")


def test_the_sentence_says_which_day_it_is():
    [sentence] = found(text("On Monday 30 March 2021."), "weekdays_match_dates")
    assert sentence == "The text has “Monday 30 March 2021”, but that day is a Tuesday."


@pytest.mark.parametrize("written", ["Tuesday 31 April 2021", "30 March 2021", "On Monday we met."])
def test_what_is_no_date_with_a_weekday_passes(written):
    assert not found(text(written), "weekdays_match_dates")


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (instant(2021, 12, 28, 12), "Monday 3 January"),
        (instant(2022, 1, 4, 12), "Tuesday 28 December"),
    ],
)
def test_a_date_without_a_year_is_the_nearest_one(clock, at, written):
    clock.move_to(at)
    assert not found(text(f"On {written}."), "weekdays_match_dates")
    assert found(text(f"On Sunday {written.partition(' ')[2]}."), "weekdays_match_dates")


TODAY = {"en": "today", "fr": "aujourd’hui", "nl": "vandaag", "de": "heute"}


@pytest.mark.parametrize("language", TODAY)
@pytest.mark.parametrize("form", ["{}", "“{}”", "“We met {}.”", "({})"])
def test_today_is_a_warning_in_a_text_for_another_day(language, form):
    word = TODAY[language]
    for written in (word, word.upper(), word.replace("’", "'")):
        edition = text(f"Then {form.format(written)} it was.", language=language)

        assert not found(edition, "today_is_the_day", TUESDAY)
        [sentence] = found(edition, "today_is_the_day", TUESDAY + DAY)
        assert "goes out on 31 March 2021" in sentence


@pytest.mark.parametrize("word", ["Todayish", "yesterday", "vandaag", "heutige"])
def test_other_words_are_not_today(word):
    assert not found(text(f"It was {word}."), "today_is_the_day", TUESDAY + DAY)


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", "today, Tuesday 30 March 2021", "today, Monday 29 March 2021"),
        ("en", "today (30 March)", "today (29\u00a0March)"),
        ("fr", "aujourd’hui, mardi 30 mars", "aujourd’hui 29\u00a0mars 2021"),
        ("fr", "aujourd’hui, le 30 mars", "aujourd’hui, le 29 mars"),
        ("nl", "vandaag, dinsdag 30 maart", "vandaag, maandag 29 maart"),
        ("de", "heute, am 30. März", "heute, am 29. März"),
        ("de", "heute, Dienstag, 30. März", "heute, Montag, den 29. März"),
    ],
)
def test_today_with_another_date_is_a_warning(language, right, wrong):
    assert not found(text(f"x {right} y", language=language), "today_is_the_day")
    [sentence] = found(text(f"x {wrong} y", language=language), "today_is_the_day")
    assert sentence.startswith("The text says “today, ")


def test_today_is_found_before_the_second_mention_of_a_date():
    edition = text("On 29 March 2021 they met.", "This happened today, 29 March 2021.")

    assert len(found(edition, "today_is_the_day")) == 1


# Freezes, languages, sources


def test_a_freeze_that_is_on_then_is_a_warning(clock):
    freeze = make_freeze(TUESDAY + DAY, TUESDAY + 2 * DAY, public_reason={"en": "Mourning"})
    edition = text("x")

    assert not found(edition, "is_free_of_freezes", TUESDAY)
    assert found(edition, "is_free_of_freezes", TUESDAY + DAY) == [
        "A freeze is on then (Mourning): the release will wait until 1 April 2021, 12:00."
    ]
    assert not found(edition, "is_free_of_freezes", freeze.ends_at)


def test_a_stop_is_a_warning_until_it_is_lifted():
    editor, edition = make_staff("Editor"), text("x")
    stop = emergency_stop.stop(editor, "A mistake.")

    assert found(edition, "is_free_of_freezes") == [
        "Everything is stopped: the release will wait until the stop is lifted."
    ]
    emergency_stop.lift(stop, editor, {})
    assert not found(edition, "is_free_of_freezes")


def test_each_language_that_is_not_ready_is_a_warning():
    edition = text("x")
    for language in ("fr", "nl"):
        make_edition(edition.release, draft=True, language=language)
    submit(edition.release.editions.get(language="fr"))

    assert found(edition, "languages_are_complete") == [
        "There is no text in Dutch that is ready.",
        "There is no text in German that is ready.",
    ]


def test_a_translation_of_a_source_that_was_corrected_is_a_warning():
    english = approve(text("The council met."))
    french = copies.translate(english, make_staff("Writer"), "fr")
    assert not found(french, "renders_the_newest_source")

    draft = begin_correction(english)
    assert not found(french, "renders_the_newest_source")
    approve(draft)

    assert found(french, "renders_the_newest_source") == [
        "It renders version 1 of the English text, which is at 2."
    ]
    assert not found(draft, "renders_the_newest_source")


def test_a_translation_that_still_has_the_words_of_its_source_is_a_warning():
    french = copies.translate(text("One.", "Two.", "Three."), make_staff("Writer"), "fr")
    french.body = "<p>Un.</p><p>Two.</p><p>Three.</p>"

    assert found(french, "is_translated") == [
        "The title is still that of the text it is translated from.",
        "Still in the language of the source: paragraph 2, 3.",
    ]
    french.title, french.body = "Le conseil", "<p>Un.</p><p>Deux.</p><p>Trois.</p>"
    assert not found(french, "is_translated")


# What hangs on the release


def test_a_file_without_an_accessible_version_is_a_warning():
    edition = text("x")
    plan = make_document("Plan", file=ContentFile(b"%PDF-1.7", name="plan.pdf"))
    edition.documents.add(plan, make_document("A page elsewhere"))

    assert found(edition, "documents_are_accessible") == ["“Plan” has no accessible version."]
    plan.alternative = make_document("Plan as a page")
    plan.save()
    assert not found(edition, "documents_are_accessible")


def test_a_release_nobody_can_be_called_about_is_a_warning():
    edition = text("x")
    assert found(edition, "somebody_can_be_called") == ["There is no press contact."]

    edition.release.contacts.add(PressContact.objects.create(name="Ann", phone="+32 2 1"))
    assert not found(edition, "somebody_can_be_called")


# Links


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/page",
        "//example.org/page",
        "mailto:press@example.org",
        "tel:+3225018111",
        "#notes",
        "/",
        "/en/releases/",
        "/fr/releases/2021/03/30/le-conseil/",
        "/nl/",
        "/2021/0001",
        "https://testserver/en/quotes/abc/",
        "https://testserver/de/?q=1#x",
        "https://8.8.8.8/",
    ],
)
@pytest.mark.parametrize("interface", ["en", "fr"])
def test_a_link_that_leads_somewhere_passes(address, interface):
    with translation.override(interface):
        assert not found(text(f'<a href="{address}">x</a>'), "links_can_be_followed")


@pytest.mark.parametrize(
    "address",
    ["/en/nothing/", "/releases/", "/xx/releases/", "nothing.html", "https://testserver/nothing/"],
)
def test_a_link_that_leads_to_no_page_of_the_site_is_an_error(address):
    assert found(text(f'<a href="{address}">x</a>'), "links_can_be_followed") == [
        f"The link “{address}” leads to no page of this site."
    ]


@pytest.mark.parametrize("address", ["/admin/", "/admin/releases/", "https://testserver/admin/"])
def test_a_link_to_the_desk_is_an_error(address):
    assert found(text(f'<a href="{address}">x</a>'), "links_can_be_followed")


@pytest.mark.parametrize(
    "address",
    [
        "http://intranet/page",
        "http://localhost/en/",
        "http://127.0.0.1/en/",
        "http://10.1.2.3/",
        "http://172.16.0.9/page",
        "http://192.168.1.1/",
        "http://169.254.1.1/",
        "http://[::1]/",
        "http://[fd00::1]/",
        "http://files.intranet.local/page",
        "http://wiki.internal/page",
    ],
)
def test_a_link_the_public_cannot_open_is_an_error(address):
    assert found(text(f'<a href="{address}">x</a>'), "links_can_be_followed") == [
        f"The public cannot open the link “{address}”."
    ]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "http://[bad", "vbscript:x"],
)
def test_a_link_that_runs_something_is_never_in_a_text(address):
    edition = text(f'<a href="{address}">x</a>')

    assert edition.body == "<p><a>x</a></p>"
    assert not found(edition, "links_can_be_followed")


def test_a_link_is_found_once_however_often_it_stands():
    edition = text('<a href="/no/">x</a> <a href="/no/">y</a> <a href="/never/">z</a>')

    assert len(found(edition, "links_can_be_followed")) == 2


# Findings


def everything_wrong():
    english = approve(text("“We will act today, Monday 30 March.”", "Sophie Wilmes left."))
    french = copies.translate(english, make_staff("Writer"), "fr")
    make_quote(french, "We will act", speaker=make_person("Sophie Wilmès"), language="en")
    french.documents.add(make_document(file=ContentFile(b"%PDF-1.7", name="plan.pdf")))
    french.body += "<p>Aujourd’hui, lundi 30 mars</p><p><a href='/no/'>x</a></p>"
    french.save()
    make_freeze(TUESDAY + DAY, TUESDAY + 2 * DAY)
    approve(begin_correction(english))
    return french


def test_a_finding_has_the_same_key_in_every_language_of_the_interface():
    edition = everything_wrong()
    keys, sentences = set(), set()

    for language, _name in newsroom.LANGUAGES:
        with translation.override(language):
            listed = edition.findings(TUESDAY + DAY)
            assert len({finding.key for finding in listed}) == len(listed) > 11
            keys.add(tuple(finding.key for finding in listed))
            sentences.add(tuple(finding.sentence for finding in listed))

    assert len(keys) == 1
    assert len(sentences) > 1


def test_errors_come_before_warnings():
    blocks = [finding.blocks for finding in everything_wrong().findings()]

    assert blocks == sorted(blocks, reverse=True)
    assert set(blocks) == {True, False}


def test_a_check_is_added_by_one_function(monkeypatch):
    monkeypatch.setattr(preflight, "CHECKS", [*preflight.CHECKS])

    @preflight.check
    def says_please(edition, at):
        if "please" not in edition.body:
            yield preflight.warning("body", f"Say please by {at:%H:%M}.", about=7)

    finding = text("x").findings(TUESDAY)[-1]
    assert finding == preflight.Finding(
        "Say please by 12:00.", "body", False, "7", False, "says_please:7"
    )
    assert not found(text("please"), "says_please")


def test_a_minor_change_has_no_note():
    draft = begin_correction(approve(text("The council met.")), minor=True, change_note="A word.")

    assert found(draft, "says_what_was_corrected")


def test_each_weekday_that_is_wrong_is_a_warning_of_its_own():
    draft = text("They met on Monday 30 March 2021, and again on Sunday 31 March 2021.")

    assert len(found(draft, "weekdays_match_dates")) == 2
