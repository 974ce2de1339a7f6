"""
A page is named by the state of what is public: no name outlives a change, and nothing that is
hidden moves one.
"""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, event, given
from hypothesis import settings as examples

from releases.models import Edition, Picture, Recording, copies
from releases.review import emergency_stop, schedule
from tests.builders import (
    CAPTIONS,
    Everything,
    approve,
    begin_correction,
    make_access,
    make_appointment,
    make_document,
    make_edition,
    make_freeze,
    make_identity,
    make_intake,
    make_meeting,
    make_organisation,
    make_picture,
    make_quote,
    make_recording,
    make_staff,
    make_topic,
    submit,
)
from tests.slow.office import DAY, MINUTE, NOON, SAID, SECOND, Act, Office, histories
from tests.slow.reader import Reader, changed, renamed

pytestmark = pytest.mark.django_db

LATER = NOON + 60 * MINUTE


@examples(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=histories(longest=6))
def test_what_has_one_name_is_the_same_whatever_is_done(history, time_machine, settings):
    settings.LANGUAGES = settings.LANGUAGES[:2]
    with transaction.atomic():
        office, reader = Office(time_machine), Reader(settings)
        for act in history:
            office.go_to(act)
            before = reader.look()
            if done := office.do(act):
                event(done)
                after = reader.look()
                assert bool(changed(before, after)) == bool(renamed(before, after)), done
        transaction.set_rollback(True)


@pytest.fixture
def office(time_machine, settings):
    """One release is public, with what it names; one waits until later, and names others."""
    settings.LANGUAGES = settings.LANGUAGES[:2]
    office = Office(time_machine)
    office.publish(Act.always("publish", way=2))
    office.at(NOON + MINUTE)
    office.public = Edition.objects.get()
    office.coming = approve(make_named(), office.editor, LATER)
    return office


@pytest.fixture
def reader(settings):
    return Reader(settings)


def make_named(**values):
    """A draft that names a record of each kind, of which nobody knows yet."""
    organisation = make_organisation()
    person_in_office = make_appointment(organisation=organisation)
    meeting = make_meeting(organiser=organisation)
    meeting.participations.create(appointment=person_in_office)
    draft = make_edition(draft=True, body=SAID, topics=[make_topic()], meetings=[meeting], **values)
    draft.documents.add(make_document())
    draft.illustrations.create(picture=make_picture())
    draft.playbacks.create(recording=make_recording())
    make_quote(draft, appointment=person_in_office)
    return draft


HIDDEN, PUBLIC = {}, {}


def hidden(act):
    HIDDEN[act.__name__.replace("_", " ")] = act
    return act


def public(act):
    PUBLIC[act.__name__.replace("_", " ")] = act
    return act


def rename(record):
    if hasattr(record, "names"):
        record.names = {"en": "Otherwise"}
    else:
        record.name = "Otherwise"
    record.save()


# What nobody knows of


@hidden
def a_draft_is_written(office):
    make_edition(draft=True)


@hidden
def a_correction_is_written_submitted_and_sent_back(office):
    draft = submit(begin_correction(office.public, office.writer), office.writer)
    draft.send_back(office.editor, "Not yet.")


@hidden
def a_release_is_approved_for_later(office):
    approve(make_named(), office.editor, LATER)


@hidden
def a_correction_is_approved_for_later(office):
    approve(begin_correction(office.public, office.writer), office.editor, LATER)


@hidden
def a_language_is_approved_for_later(office):
    approve(copies.translate(office.public, office.writer, "fr"), office.editor, LATER)


@hidden
def a_release_is_taken_off_the_schedule(office):
    office.coming.unschedule(office.editor)


@hidden
def a_release_is_held_back_and_let_go(office):
    schedule.hold(office.coming.release, office.editor, "It is early.")
    schedule.let_go(office.coming.release, office.editor, "It is time.")


@hidden
def an_embargo_is_moved(office):
    later = LATER + MINUTE
    schedule.move(office.coming.release, office.editor, "It is early.", later, Everything())


@hidden
def a_journalist_gets_access(office):
    make_access(office.coming.release)


@hidden
def a_picture_of_what_nobody_knows_of_changes_and_its_rights_end(office):
    for picture in Picture.objects.filter(illustrations__edition=office.coming):
        picture.caption, picture.rights_until = {"en": "Otherwise"}, date(2020, 1, 1)
        picture.save()


@hidden
def a_recording_of_what_nobody_knows_of_has_other_captions(office):
    for recording in Recording.objects.filter(playbacks__edition=office.coming):
        recording.captions, recording.rights_until = {"fr": CAPTIONS}, date(2020, 1, 1)
        recording.save()


@hidden
def a_document_is_taken_in(office):
    make_intake()


@hidden
def somebody_joins_the_office(office):
    make_staff("Writer")


@hidden
def a_freeze_is_announced_for_later(office):
    make_freeze(LATER, LATER + MINUTE)


@hidden
def everything_is_stopped_and_a_release_approved_for_now(office):
    emergency_stop.stop(office.editor, "A mistake.")
    office.at(office.now + MINUTE)
    approve(make_named(), office.editor)


@hidden
def a_stop_is_lifted_that_held_nothing(office):
    stop = emergency_stop.stop(office.editor, "A mistake.")
    emergency_stop.lift(stop, office.editor, {office.coming.pk: True})


@hidden
def what_nobody_knows_of_is_renamed(office):
    release = office.coming.release
    meeting = release.meetings.get()
    person = office.coming.quotes.get().speaker
    for record in (release.topics.get(), meeting, meeting.organiser, person):
        rename(record)


@hidden
def a_meeting_is_announced_for_later(office):
    meeting = office.coming.release.meetings.get()
    meeting.announced_at = LATER
    meeting.save()


@hidden
def a_topic_and_a_meeting_are_added_to_a_public_release(office):
    office.public.release.topics.add(make_topic())
    office.public.release.meetings.add(make_meeting())
    office.public.release.contacts.clear()


@hidden
def somebody_gets_an_office_that_begins_later(office):
    make_appointment(office.people[0], since=date(2031, 6, 1))


@pytest.mark.parametrize("act", HIDDEN)
def test_what_is_hidden_leaves_every_name(act, office, reader):
    before = reader.look()

    HIDDEN[act](office)

    after = reader.look()
    assert (changed(before, after), renamed(before, after)) == (set(), set())


# What everybody may see


@public
def a_release_is_approved_for_now(office):
    approve(make_named(), office.editor)


@public
def a_release_that_was_out_elsewhere_is_approved(office):
    approve(make_named(release__first_published_at=NOON - 9 * DAY), office.editor)


@public
def a_correction_is_approved_for_now(office):
    approve(begin_correction(office.public, office.writer), office.editor)


@public
def a_language_is_approved_for_now(office):
    approve(copies.translate(office.public, office.writer, "fr"), office.editor)


@public
def a_release_is_removed(office):
    office.public.release.remove(office.editor, "in_error", {"en": "A mistake."})


@public
def a_release_is_withdrawn(office):
    office.public.release.remove(office.editor, "withdrawn", {"en": "A mistake."})


@public
def a_release_is_moved_to_now(office):
    schedule.move(office.coming.release, office.editor, "It is time.", None, Everything())


@public
def a_topic_is_renamed(office):
    rename(office.public.release.topics.get())


@public
def a_person_is_renamed(office):
    rename(office.public.quotes.get().speaker)


@public
def a_meeting_is_renamed(office):
    rename(office.public.release.meetings.first())


@public
def an_organisation_is_renamed(office):
    rename(office.public.release.meetings.exclude(organiser=None).get().organiser)


@public
def somebody_who_is_known_gets_an_office(office):
    make_appointment(office.public.quotes.get().speaker, since=date(2031, 5, 1))


@public
def a_portrait_is_described_otherwise(office):
    speaker = office.public.quotes.get().speaker
    speaker.portrait.alternative = {"en": "Otherwise"}
    speaker.portrait.save()


@public
def rights_are_shortened(office):
    [picture] = Picture.objects.filter(illustrations__edition=office.public)
    picture.rights_until = date(2020, 1, 1)
    picture.save()


@public
def captions_are_mended(office):
    [recording] = Recording.objects.filter(playbacks__edition=office.public)
    recording.captions = {"en": CAPTIONS.replace("We", "They")}
    recording.save()


@public
def rights_end(office):
    office.at(NOON + DAY)


@public
def a_meeting_is_announced(office):
    meeting = office.coming.release.meetings.get()
    meeting.announced_at = office.now
    meeting.save()


@public
def the_newsroom_is_renamed(office):
    make_identity(names={"en": "News desk"}, privacy={"en": "Nothing is kept."})


@public
def a_release_comes_due(office):
    office.at(LATER)


@public
def a_freeze_begins(office):
    make_freeze(office.now + MINUTE, LATER)
    office.at(office.now + MINUTE)


@pytest.mark.parametrize("act", PUBLIC)
def test_what_is_public_has_another_name_after_a_change(act, office, reader):
    before = reader.look()

    PUBLIC[act](office)

    after = reader.look()
    assert changed(before, after)
    assert changed(before, after) >= {a for a in renamed(before, after) if before[a].etag is None}


def test_a_removal_that_is_undone_has_a_name_of_its_own(office, reader):
    release = office.public.release
    release.remove(office.editor, "withdrawn", {"en": "A mistake."})
    before = reader.look()

    release.restore(office.editor)

    assert changed(before, reader.look())


def test_the_reason_of_a_freeze_is_read_anew_when_it_is_changed(office, reader):
    freeze = make_freeze(office.now + MINUTE, LATER)
    office.at(office.now + MINUTE)
    before = reader.look()

    freeze.public_reason = {"en": "Mourning"}
    freeze.save()

    assert "/en/" in changed(before, reader.look())


def test_what_a_freeze_held_is_there_when_it_ends(office, reader):
    make_freeze(LATER - MINUTE, LATER + 2 * MINUTE)
    office.at(LATER)
    before = reader.look()
    assert office.coming.get_absolute_url() not in [a for a in before if before[a].status == 200]

    office.at(LATER + 2 * MINUTE)

    assert reader.look()[office.coming.get_absolute_url()].status == 200


def test_an_approval_that_is_written_after_its_own_instant_is_noticed(
    office, reader, django_capture_on_commit_callbacks
):
    """Another release is public since that instant: it is not by the newest that one sees it."""
    draft = make_named()
    office.at(LATER + 9 * SECOND)
    before = reader.look()
    office.at(LATER - 9 * SECOND)

    with django_capture_on_commit_callbacks(execute=True):
        submit(draft, office.writer)
        draft.approve(office.editor, at=LATER, accepted=Everything())
        office.at(LATER + 10 * SECOND)

    after = reader.look()
    assert "/en/releases/" in changed(before, after)
    assert after[draft.get_absolute_url()].status == 200
