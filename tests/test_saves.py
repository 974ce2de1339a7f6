"""What a save asks of the database, and what it refuses whatever copy of a record one holds."""

import copy

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from releases.models import Document, Edition, Meeting, PressRelease, Quote, StaleError
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    make_document,
    make_edition,
    make_meeting,
    make_person,
    make_quote,
    make_staff,
    submit,
)

pytestmark = pytest.mark.django_db

CONTROL = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


@pytest.fixture
def draft():
    return make_edition(
        draft=True,
        title="Council meets",
        body="<p>“We will act.” He left.</p>",
        written_by=make_staff("Writer"),
    )


def read(record):
    return type(record).objects.get(pk=record.pk)


def statements(act):
    """How many statements it takes, those of the log of changes among them."""
    with CaptureQueriesContext(connection) as asked:
        act()
    return len([query for query in asked if not query["sql"].startswith(CONTROL)])


# What a save costs


@pytest.mark.parametrize(("field", "most"), [("title", 5), ("summary", 4), ("body", 4)])
def test_a_field_of_a_draft_is_saved_in_few_statements(draft, field, most):
    draft = read(draft)
    setattr(draft, field, "Another")

    assert statements(draft.save) <= most
    assert getattr(read(draft), field) == "Another"


def test_a_field_of_a_correction_is_saved_in_as_few(draft):
    correction = read(begin_correction(approve(draft)))
    correction.title = "Council met"

    assert statements(correction.save) <= 5


def test_a_release_is_saved_in_few_statements(draft):
    release = read(draft.release)
    release.place = {"en": "Ghent"}

    assert statements(release.save) <= 5
    assert read(release).place == {"en": "Ghent"}


def test_a_quote_is_saved_in_few_statements(draft):
    make_quote(draft)
    new = Quote(edition=draft, words="He left.", speaker=make_person())
    assert statements(new.save) <= 5

    quote = Quote.objects.select_related("edition", "speaker").get(pk=new.pk)
    quote.title_as_printed = "Minister"
    assert statements(quote.save) <= 7
    assert statements(quote.save) <= 2
    assert read(quote).title_as_printed == "Minister"


# What a save writes


def test_a_save_writes_what_has_changed_and_nothing_else(draft):
    release = read(draft.release)
    PressRelease.objects.filter(pk=release.pk).update(place={"en": "Ghent"})
    release.kind = PressRelease.Kind.SPEECH
    release.save()

    assert (read(release).kind, read(release).place) == ("speech", {"en": "Ghent"})


def test_a_name_that_is_changed_in_its_place_is_saved():
    meeting = read(make_meeting("Council"))
    meeting.names["fr"] = "Conseil"
    meeting.save()

    assert Meeting.objects.get().names == {"en": "Council", "fr": "Conseil"}


def test_a_file_that_is_changed_in_its_place_is_saved():
    document = make_document()
    document.url = ""
    document.file.save("report.txt", ContentFile(b"The report"), save=False)
    document.save()

    with Document.objects.get().file.open() as file:
        assert file.read() == b"The report"


def test_records_made_many_at_once_are_saved_whole():
    document = Document.objects.bulk_create([Document(title="Plan", url="https://a.example/")])[0]
    document.title = "Report"
    document.save()

    assert (read(document).title, read(document).url) == ("Report", "https://a.example/")


def test_a_copy_that_is_given_the_key_of_another_record_is_saved_whole(draft):
    plan, report = make_document("Plan"), make_document("Report", url="https://a.example/")
    plan.pk = report.pk
    plan.save()

    assert (read(report).title, read(report).url) == ("Plan", "https://example.org/plan")


def test_a_save_that_was_refused_can_be_mended_and_repeated(draft):
    draft = approve(make_edition(draft=True, title="Other"), at=TOMORROW)
    draft.slug = "another"
    with pytest.raises(ValidationError, match="no longer changes"):
        draft.save()
    draft.slug = "other"
    draft.save()

    assert read(draft).slug == "other"


# What a save refuses


def made_by_hand(text):
    return Edition(
        pk=text.pk, release=text.release, language=text.language, title="x", body="x", slug="x"
    )


def made_by_hand_as_stored(text):
    edition = made_by_hand(text)
    edition._state.adding = False
    edition.revision = text.revision
    return edition


def read_without_words(text):
    edition = Edition.objects.only("pk").get(pk=text.pk)
    edition.title = "x"
    return edition


def read_and_called_a_draft(text):
    edition = read(text)
    edition.visible_from, edition.title = None, "x"
    return edition


def pointed_at(text):
    """A copy of some draft that is given the key of the text."""
    edition = make_edition(draft=True)
    edition.pk, edition.revision, edition.title = text.pk, text.revision, "x"
    return edition


@pytest.mark.parametrize(
    "copy_of",
    [
        made_by_hand,
        made_by_hand_as_stored,
        read_without_words,
        read_and_called_a_draft,
        pointed_at,
        copy.copy,
        read,
    ],
)
@pytest.mark.parametrize("only", [{}, {"update_fields": ["title"]}])
def test_an_approved_text_stays_as_it_is_whatever_copy_of_it_is_saved(draft, copy_of, only):
    text = approve(draft)
    edition = copy_of(text)
    edition.title = "Something else"

    with pytest.raises(ValidationError):
        edition.save(**only)
    assert read(text).title == "Council meets"
    assert read(text).is_approved


def test_a_copy_from_before_an_approval_writes_nothing_over_it_however_it_came(draft):
    before = read(draft)
    Edition.objects.filter(pk=draft.pk).update(visible_from=timezone.now())
    before.title = "Something else"

    with pytest.raises(StaleError):
        before.save()
    assert read(draft).title == "Council meets"


def test_a_copy_from_before_the_approval_of_a_release_writes_nothing_over_it(draft):
    before = read(draft.release)
    PressRelease.objects.filter(pk=before.pk).update(status="approved", publish_at=TOMORROW)
    before.kind = PressRelease.Kind.SPEECH

    with pytest.raises(StaleError):
        before.save()
    assert read(before).kind == PressRelease.Kind.PRESS_RELEASE


def test_of_a_text_read_in_part_what_is_written_is_judged_like_any_other(draft):
    submit(draft)
    part = Edition.objects.only("title").get(pk=draft.pk)
    part.title = "Council met"
    part.save()

    assert (read(draft).title, read(draft).slug) == ("Council met", "council-met")
    assert not read(draft).is_in_review


def test_a_record_that_is_gone_is_not_made_again(draft):
    gone = read(draft)
    draft.delete()
    gone.title = "Council met"

    with pytest.raises(StaleError):
        gone.save()
    assert not Edition.objects.exists()
