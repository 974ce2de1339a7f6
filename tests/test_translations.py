"""A text in another language: begun from its source, and behind once that is corrected."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from releases.models import Edition, copies
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    make_edition,
    make_editor,
    make_quote,
    make_staff,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_staff("Writer")


@pytest.fixture
def english():
    edition = make_edition(
        draft=True,
        title="Council meets",
        summary="The council met.",
        body="<h2>One.</h2><p>“We will act.”</p><p>Three.</p>",
    )
    make_quote(edition, "We will act.", official=True, position=3, title_as_printed="Minister")
    return edition


def bodies(*paragraphs):
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def test_a_translation_begins_with_the_text_of_its_source(english, writer):
    french = copies.translate(english, writer, "fr")

    assert (french.title, french.summary, french.body) == (
        english.title,
        english.summary,
        english.body,
    )
    assert (french.source, french.language, french.version) == (english, "fr", 1)
    assert (french.written_by, french.visible_from, french.submitted_at) == (writer, None, None)
    french.title = "Le conseil"
    french.save()
    assert french.slug == "le-conseil"


def test_the_quotes_of_a_translation_keep_their_keys_and_the_words_as_spoken(english, writer):
    quote = english.quotes.get()

    french = copies.translate(english, writer, "fr")

    copy = french.quotes.get()
    assert copy.pk != quote.pk
    assert (copy.key, copy.speaker, copy.position) == (quote.key, quote.speaker, 3)
    assert (copy.language, copy.original_words, copy.words) == ("en",) + ("We will act.",) * 2
    assert copy.title_as_printed == "Minister"
    assert copy.is_translation
    assert not copy.official
    english.refresh_from_db()
    quote.refresh_from_db()
    assert (quote.edition, quote.language, quote.official) == (english, "", True)


def test_a_quote_translated_back_into_the_language_it_was_spoken_in_has_its_own_words(writer):
    english = make_edition(draft=True, body=bodies("“We will act.”"))
    make_quote(english, language="fr", original_words="Nous agirons.")

    french, dutch = copies.translate(english, writer, "fr"), copies.translate(english, writer, "nl")

    spoken, translated = french.quotes.get(), dutch.quotes.get()
    assert (spoken.words, spoken.language, spoken.original_words) == ("Nous agirons.", "", "")
    assert (translated.language, translated.original_words) == ("fr", "Nous agirons.")


def test_a_translation_of_a_translation_keeps_the_first_words(english, writer):
    dutch = copies.translate(copies.translate(english, writer, "fr"), writer, "nl")

    copy = dutch.quotes.get()
    assert (copy.language, copy.original_words) == ("en", "We will act.")
    assert dutch.source.language == "fr"


def test_paragraphs_count_as_untranslated_until_they_are_touched(english, writer):
    french = copies.translate(english, writer, "fr")
    assert copies.untranslated(french) == {0, 1, 2}
    assert copies.untranslated(english) == set()

    french.body = "<h2>Un.</h2><p>“We will act.”</p><p>Trois.</p>"
    assert copies.untranslated(french) == {1}


def test_a_language_that_is_there_is_not_begun_again(english, writer):
    copies.translate(english, writer, "fr")

    for language in ("fr", "en"):
        with pytest.raises(ValidationError, match="a text in this language already"):
            copies.translate(english, writer, language)


def test_a_language_has_one_draft(english, writer):
    with pytest.raises(ValidationError, match="open already"):
        copies.next_version(english, writer)


def test_translators_begin_their_own_languages_only(english):
    translator = make_staff("Translator", languages=["fr", "de"])

    assert copies.translate(english, translator, "fr").written_by == translator
    with pytest.raises(PermissionDenied):
        copies.translate(english, translator, "nl")
    with pytest.raises(PermissionDenied):
        copies.next_version(approve(english), translator)


def test_a_translation_says_which_paragraphs_of_its_source_were_corrected(writer):
    english = make_edition(draft=True, body=bodies("One.", "Two.", "Three."))
    french = copies.translate(approve(english), writer, "fr")
    assert copies.paragraphs_behind(french) == set()

    second = begin_correction(english, body=bodies("One.", "Two, corrected.", "Three.", "Four."))
    assert copies.paragraphs_behind(french) == set()
    approve(second)
    assert copies.paragraphs_behind(french) == {1}
    approve(begin_correction(second, body=bodies("One.", "Two, corrected.")))

    assert copies.newest_source(french).version == 3
    assert copies.paragraphs_behind(french) == {1, 2}
    assert copies.paragraphs_behind(english) == set()


def test_texts_are_behind_from_the_approval_of_the_correction_of_their_source(writer):
    english = approve(make_edition(draft=True))
    french = approve(copies.translate(english, writer, "fr"))
    dutch = copies.translate(english, writer, "nl")
    make_edition(english.release, draft=True, language="de")
    assert not Edition.objects.behind().exists()

    second = begin_correction(english)
    assert not Edition.objects.behind().exists()
    approve(second, at=TOMORROW)
    assert set(Edition.objects.behind()) == {french, dutch}
    second.unschedule(make_staff("Editor"))
    assert not Edition.objects.behind().exists()


def test_a_translation_that_is_approved_before_its_source_is_not_behind(english, writer):
    french = copies.translate(english, writer, "fr")
    french.title = "Le conseil"
    french.save()

    approve(french)

    assert not Edition.objects.behind().exists()


def test_the_next_version_is_behind_until_its_writer_says_it_has_caught_up(writer):
    english = approve(make_edition(draft=True, body=bodies("One.", "Two.")))
    french = approve(copies.translate(english, writer, "fr"))
    second = approve(begin_correction(english, body=bodies("One.", "Two, corrected.")))

    draft = copies.next_version(french, writer)
    assert (draft.source, draft.version, draft.slug) == (english, 2, french.slug)
    assert (draft.change_note, draft.minor) == ("", False)
    assert copies.paragraphs_behind(draft) == {1}
    copies.catch_up(draft, writer)

    assert (draft.source, copies.paragraphs_behind(draft)) == (second, set())
    assert set(Edition.objects.behind()) == {french}
    draft.minor = True
    draft.save()
    approve(draft)
    assert not Edition.objects.behind().exists()
    assert second.source is None
    with pytest.raises(ValidationError, match="no longer changes"):
        copies.catch_up(draft, writer)


def test_only_who_writes_a_language_says_that_it_has_caught_up(english, writer):
    french = copies.translate(english, writer, "fr")

    with pytest.raises(PermissionDenied):
        copies.catch_up(french, make_staff("Translator", languages=["nl"]))


def test_a_translation_notices_that_the_draft_it_was_begun_from_has_changed(writer):
    english = make_edition(draft=True, body=bodies("One.", "Two."))
    french = copies.translate(english, writer, "fr")
    assert not Edition.objects.behind().exists()

    english.body = bodies("One.", "Two, and more.")
    english.save()

    french.refresh_from_db()
    assert copies.paragraphs_behind(french) == {1}
    assert list(Edition.objects.behind()) == [french]
    told = [one.field for one in french.findings() if "has changed since" in one.sentence]
    assert told == ["body"]


def test_a_language_the_newsroom_does_not_write_is_refused(english):
    with pytest.raises(ValidationError, match="does not write in this language"):
        copies.translate(english, make_editor(), "tlh")


def test_the_quotes_of_the_next_version_are_those_of_the_one_before(english, writer):
    approve(english)

    copy = copies.next_version(english, writer).quotes.get()

    before = english.quotes.get()
    for name in type(copy).IMMUTABLE_FIELDS - {"edition_id"}:
        assert getattr(copy, name) == getattr(before, name), name


def test_a_correction_is_not_taken_back_by_a_version_begun_from_an_older_one(writer):
    first = approve(make_edition(draft=True))
    approve(begin_correction(first, title="Corrected"))

    with pytest.raises(ValidationError, match="A newer version stands"):
        copies.next_version(first, writer)
