"""An address is given once; what had it before leads to what it became."""

import pytest
from django.core.exceptions import ValidationError

from releases.models import Address, Document, Meeting, Organisation, Person, Topic
from tests.builders import (
    approve,
    begin_correction,
    instant,
    make_document,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_staff,
    make_topic,
    standing,
)

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
SUBJECTS = [make_meeting, make_person, make_organisation, make_topic]


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


def addresses():
    return set(Address.objects.values_list("scope", "slug"))


# Releases


def test_an_address_is_given_with_the_approval(clock):
    draft = make_edition(draft=True, title="Council meets")
    assert addresses() == set()

    approve(draft)

    assert addresses() == {("2031-05-06", "council-meets")}
    assert list(Address.objects.of("2031-05-06", "council-meets")) == [{"owner": draft.release_id}]


def test_an_address_follows_the_title_until_it_is_public(clock):
    draft = make_edition(draft=True, title="Council meets")
    draft.title = "Council met"
    draft.save()
    assert draft.slug == "council-met"

    approve(draft)
    second = begin_correction(draft, title="Council meeting")
    assert second.slug == "council-met"


def test_an_address_given_by_hand_stays(clock):
    draft = make_edition(draft=True, title="Council meets", slug="summit")
    draft.title = "Council met"
    draft.save()
    assert draft.slug == "summit"

    draft.title, draft.slug = "Council", "council-day"
    draft.save()
    assert draft.slug == "council-day"


def test_an_address_emptied_by_hand_is_made_from_the_title(clock):
    draft = make_edition(draft=True, title="Council meets", slug="summit")
    draft.slug = ""
    draft.save()

    assert draft.slug == "council-meets"


def test_a_text_taken_off_the_schedule_follows_its_title_again(clock):
    draft = approve(make_edition(draft=True, title="Council meets"), at=instant(2031, 5, 7))
    draft.unschedule(make_staff("Editor"))
    draft.title = "Council met"
    draft.save()

    assert draft.slug == "council-met"
    assert addresses() == set()


def test_an_address_a_release_had_keeps_belonging_to_it(clock):
    first = approve(make_edition(draft=True, title="Council meets"))
    second = approve(begin_correction(first, title="Council met", slug="council-met"))

    assert addresses() == {("2031-05-06", "council-meets"), ("2031-05-06", "council-met")}
    for slug in ("council-meets", "council-met"):
        with pytest.raises(ValidationError, match=f"has the address “{slug}”"):
            approve(make_edition(draft=True, title="Other", slug=slug))
    third = approve(begin_correction(second, slug="council-meets"))
    assert list(standing()) == [third]


def test_another_language_and_another_day_can_have_the_same_address(clock):
    first = approve(make_edition(draft=True, title="Council"))
    approve(make_edition(first.release, draft=True, title="Council", language="fr"))
    clock.move_to(instant(2031, 5, 7, 12))

    approve(make_edition(draft=True, title="Council"))

    assert addresses() == {("2031-05-06", "council"), ("2031-05-07", "council")}


def test_a_claim_of_an_address_that_is_taken_is_refused():
    Address.objects.claim("topic", "peace", 1)
    Address.objects.claim("topic", "peace", 1)
    Address.objects.claim("person", "peace", 2)

    with pytest.raises(ValidationError, match="The address “peace” belongs to another page"):
        Address.objects.claim("topic", "peace", 2)


# Subjects


@pytest.mark.parametrize("make", SUBJECTS)
def test_a_subject_has_an_address_of_its_own(make):
    first, second = make("Peace"), make("Peace")

    assert (first.slug, second.slug) == ("peace", "peace-2")
    for step in (second.save, second.full_clean):
        second.slug = "peace"
        with pytest.raises(ValidationError, match="belongs to another page"):
            step()


@pytest.mark.parametrize("make", SUBJECTS)
def test_an_address_a_subject_had_keeps_belonging_to_it(make):
    first = make("Peace")
    first.slug = "peace-and-order"
    first.save()

    other = make("Peace")

    model = type(first)
    assert other.slug == "peace-2"
    assert list(model.objects.addressed("peace")) == [first]
    assert list(model.objects.addressed("peace-and-order")) == [first]
    with pytest.raises(ValidationError, match="belongs to another page"):
        make("Other", slug="peace")
    first.slug = "peace"
    first.save()
    assert first.slug == "peace"


def test_the_address_of_a_subject_stays_when_its_name_changes():
    topic = make_topic("Peace")
    topic.names = {"en": "War"}
    topic.save()

    assert topic.slug == "peace"


@pytest.mark.parametrize("make", SUBJECTS)
@pytest.mark.parametrize("all_at_once", [False, True])
def test_a_subject_nobody_has_seen_can_be_deleted_and_frees_its_addresses(make, all_at_once):
    subject = make("Peace")
    subject.slug = "order"
    subject.save()
    kept = make("War")

    if all_at_once:
        type(subject).objects.filter(pk=subject.pk).delete()
    else:
        subject.delete()

    assert addresses() == {(subject._meta.model_name, "war")}
    assert make("Peace").slug == "peace"
    assert type(kept).objects.filter(pk=kept.pk).exists()


@pytest.fixture
def public_records():
    """A record of each kind that is public through one release."""
    meeting = make_meeting(organiser=make_organisation())
    edition = make_edition(
        body="<p>“We will act.”</p>",
        topics=[make_topic()],
        meetings=[meeting],
        documents=[make_document()],
    )
    make_quote(edition)
    return edition.release


@pytest.mark.parametrize("model", [Meeting, Person, Organisation, Topic, Document])
def test_what_is_public_is_not_deleted(model, public_records):
    record = model.objects.public().get()
    before = addresses()

    for records in (record, model.objects.all(), model.objects.filter(pk=record.pk)):
        with pytest.raises(ValidationError, match="This is or was public"):
            records.delete()

    assert model.objects.public().get() == record
    assert addresses() == before


def test_a_document_nothing_public_refers_to_can_be_deleted():
    make_document().delete()
    make_document()
    Document.objects.all().delete()

    assert not Document.objects.exists()


def test_a_topic_of_a_release_that_was_removed_keeps_its_address():
    topic, unused = make_topic(), make_topic()
    release = make_edition(topics=[topic]).release
    release.remove(make_staff("Editor"), "in_error", {"en": "The wrong text."})

    with pytest.raises(ValidationError, match="is or was public"):
        topic.delete()
    unused.delete()
