"""The life of a text: draft, review, approval, and that nothing approved changes."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from releases.models import Edition, Moment, PressRelease, Quote
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    correct,
    make_appointment,
    make_edition,
    make_editor,
    make_quote,
    make_release,
    make_staff,
    standing,
    submit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_edition(draft=True, title="Council meets")


def test_a_submitted_draft_that_is_approved_is_public(draft):
    editor = make_editor()

    submit(draft)
    assert draft.release.status == PressRelease.Status.IN_REVIEW
    assert not standing().exists()
    approve(draft, by=editor)

    assert list(standing()) == [draft]
    assert draft.approved_by == editor
    assert draft.release.reference == f"{timezone.localdate().year}/0001"


def test_a_draft_is_approved_only_once_submitted(draft):
    with pytest.raises(ValidationError, match="Submit the text"):
        draft.approve(make_staff("Editor"))
    assert not standing().exists()


def test_an_approved_text_with_a_time_waits_for_it(draft):
    approve(draft, at=TOMORROW)

    instant_it_goes_out = draft.release.publish_at
    assert not standing(Moment.of(instant_it_goes_out - timedelta(seconds=1))).exists()
    assert list(standing(Moment.of(instant_it_goes_out))) == [draft]
    assert draft.public_since == instant_it_goes_out


def test_a_time_that_has_passed_is_refused(draft):
    with pytest.raises(ValidationError, match="This time has passed"):
        approve(draft, at=timezone.now() - timedelta(minutes=5))
    draft.refresh_from_db()
    assert not draft.is_approved


def test_an_empty_text_is_not_submitted():
    with pytest.raises(ValidationError, match="The text is empty"):
        submit(make_edition(draft=True, body="<p> </p>"))


def test_two_releases_of_one_day_cannot_share_an_address(draft):
    approve(draft)
    other = make_edition(draft=True, title="Council meets", language="fr")

    with pytest.raises(ValidationError, match="has the address “council-meets”"):
        submit(other)
    Edition.objects.filter(pk=other.pk).update(submitted_at=timezone.now())
    other.refresh_from_db()
    with pytest.raises(ValidationError, match="has the address “council-meets”"):
        approve(other)
    other.refresh_from_db()
    assert not other.is_approved
    assert other.release.reference is None


@pytest.mark.parametrize("field", ["title", "slug", "summary", "body", "change_note", "language"])
def test_an_approved_text_cannot_be_changed_by_save_or_update(draft, field):
    approve(draft)
    stored = getattr(Edition.objects.get(), field)

    setattr(draft, field, "fr" if field == "language" else "other")
    with pytest.raises(ValidationError, match="write the next version"):
        draft.save()
    with pytest.raises(ValidationError, match="write the next version"):
        Edition.objects.update(**{field: "fr"})
    with pytest.raises(ValidationError, match="write the next version"), transaction.atomic():
        Edition.objects.bulk_update([draft], [field])
    assert getattr(Edition.objects.get(), field) == stored


def test_an_approved_text_and_its_quotes_cannot_be_deleted():
    quote = make_quote()
    for records in (quote, quote.edition, quote.edition.release):
        with pytest.raises(ValidationError):
            records.delete()
        with pytest.raises(ValidationError):
            type(records).objects.all().delete()
    assert Quote.objects.count() == 1


def test_the_quotes_of_an_approved_text_are_fixed():
    quote = make_quote(make_edition(body="<p>“We will act.” “We must.”</p>"))

    quote.words = "We must."
    with pytest.raises(ValidationError):
        quote.save()
    with pytest.raises(ValidationError):
        Quote.objects.update(words="We must.")
    with pytest.raises(ValidationError):
        Quote.objects.create(edition=quote.edition, words="We must.", speaker=quote.speaker)


def test_the_next_version_takes_over_and_keeps_its_place_in_lists(draft):
    first = approve(draft)
    second = Edition.objects.create(
        release=first.release, title="Council met", body="<p>Now.</p>", change_note="The tense."
    )
    assert second.version == 2
    assert list(standing()) == [first]

    approve(second)

    first.refresh_from_db()
    assert list(standing()) == [second]
    assert first.visible_until == second.visible_from
    assert second.public_since == first.public_since


def test_a_correction_says_what_was_corrected(draft):
    approve(draft)
    second = Edition.objects.create(release=draft.release, title="x", body="<p>y</p>")

    with pytest.raises(ValidationError, match="Say in one sentence"):
        submit(second)


def test_a_language_has_one_open_draft(draft):
    with pytest.raises(ValidationError, match="A draft in this language is open already"):
        Edition.objects.create(release=draft.release, title="Again")
    again = Edition(release=draft.release, title="Again", body="<p>x</p>")
    with pytest.raises(ValidationError, match="A draft in this language is open already"):
        again.full_clean()


def test_a_scheduled_release_taken_off_can_be_edited_and_has_no_reference(draft):
    approve(draft, at=TOMORROW)
    with pytest.raises(ValidationError, match="Take it off the schedule"):
        Edition.objects.create(release=draft.release, title="Second")

    draft.release.unschedule(make_staff("Editor"))
    draft.refresh_from_db()
    draft.title = "Council will meet"
    draft.save()
    approve(draft, at=TOMORROW)

    assert draft.release.reference is None
    assert draft.version == 1


def test_a_public_release_cannot_be_taken_off_the_schedule(draft):
    approve(draft)
    with pytest.raises(ValidationError, match="not waiting"):
        draft.release.unschedule(make_staff("Editor"))


def test_what_is_scheduled_is_one_thing_of_a_release_and_of_many(draft):
    scheduled = approve(draft, at=TOMORROW).release
    others = [make_edition().release, submit(make_edition(draft=True)).release, make_release()]

    assert [release for release in [scheduled, *others] if release.is_scheduled] == [scheduled]
    assert list(PressRelease.objects.scheduled()) == [scheduled]
    assert scheduled not in PressRelease.objects.public()


def test_each_text_is_in_one_state_whether_one_or_many_are_asked_about(draft):
    in_review = submit(make_edition(draft=True))
    replaced = make_edition()
    standing = correct(replaced)
    waiting = approve(make_edition(draft=True), at=TOMORROW)
    replaced.refresh_from_db()
    texts = Edition.objects.order_by("pk")

    assert list(texts.drafts()) == [draft]
    assert list(texts.in_review()) == [in_review] == [e for e in texts if e.is_in_review]
    assert list(texts.open()) == [draft, in_review]
    assert list(texts.approved()) == [e for e in texts if e.is_approved]
    assert list(texts.approved()) == [replaced, standing, waiting]
    assert list(texts.standing()) == [standing, waiting]
    assert list(texts.waiting()) == [waiting] == [e for e in texts if e.is_waiting]


def test_the_time_of_an_approved_release_is_fixed(draft):
    approve(draft, at=TOMORROW)
    release = draft.release
    release.publish_at = TOMORROW + timedelta(days=1)

    with pytest.raises(ValidationError, match="off the schedule"):
        release.save()
    with pytest.raises(ValidationError, match="off the schedule"):
        PressRelease.objects.update(publish_at=None)


def test_an_office_not_held_on_the_day_stops_the_approval():
    quote = make_quote(
        make_edition(draft=True, body="<p>“We will act.”</p>"),
        appointment=make_appointment(until=timezone.localdate()),
    )
    submit(quote.edition)

    with pytest.raises(ValidationError, match="this office was not held on"):
        approve(quote.edition, at=TOMORROW)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Straße nach Œuvre: « été » 2021", "strasse-nach-oeuvre-ete-2021"),
        ("Совет", "release"),
        ("word " * 60, "-".join(["word"] * 16)),
    ],
)
def test_the_address_is_made_from_the_title(title, slug):
    assert make_edition(draft=True, title=title).slug == slug


def test_the_text_is_cleaned_on_every_way_in(draft):
    dirty = '<p onclick="x()">Hello <a href="javascript:x()">you</a><script>x()</script></p><p></p>'
    clean = "<p>Hello <a>you</a></p>"
    other = make_edition(draft=True)

    draft.body = dirty
    draft.save()
    Edition.objects.filter(pk=other.pk).update(body=dirty)
    [created] = Edition.objects.bulk_create(
        [Edition(release=make_release(), title="x", slug="x", body=dirty)]
    )

    for pk in (draft.pk, other.pk, created.pk):
        assert Edition.objects.get(pk=pk).body == clean


def test_beside_a_version_that_waits_no_other_is_begun():
    first = approve(make_edition(draft=True))
    approve(begin_correction(first), at=TOMORROW)

    with pytest.raises(ValidationError, match="Take it off the schedule before you change it"):
        begin_correction(first)
