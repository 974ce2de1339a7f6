"""When a meeting is over, when it moves, and who took part in it."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from releases.models import Meeting, Participation
from releases.models.meeting import over_before
from tests.builders import (
    instant,
    make_appointment,
    make_meeting,
    make_organisation,
    make_person,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

DAY = date(2021, 3, 30)


def test_a_meeting_is_past_from_the_minute_it_ends():
    make_meeting(starts_on=DAY, starts_at=time(9), ends_at=time(11), time_zone="America/New_York")
    end = instant(2021, 3, 30, 17)

    assert Meeting.objects.coming(over_before(end - timedelta(minutes=1))).exists()
    assert not Meeting.objects.coming(over_before(end)).exists()
    assert Meeting.objects.past(over_before(end)).exists()


def test_a_meeting_without_hours_lasts_to_the_end_of_its_last_day_there():
    make_meeting(starts_on=DAY, ends_on=date(2021, 3, 31), time_zone="Asia/Tokyo")
    midnight_in_tokyo = instant(2021, 3, 31, 17)

    assert Meeting.objects.coming(over_before(midnight_in_tokyo - timedelta(minutes=1))).exists()
    assert not Meeting.objects.coming(over_before(midnight_in_tokyo)).exists()


def test_a_public_meeting_that_moves_keeps_the_day_it_was_announced_for(client):
    meeting = make_meeting(announced_at=instant(2021, 1, 1), starts_on=DAY)
    for later in (date(2021, 5, 1), date(2021, 6, 1)):
        meeting.starts_on = later
        meeting.save()

    assert meeting.moved_from == DAY
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "1 June 2021" in page
    assert "first announced for 30 March 2021" in page


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_a_meeting_that_is_off_says_so_in_its_head_and_counts_no_days(client, status):
    day = timezone.localdate() + timedelta(days=9)
    meeting = make_meeting(announced_at=instant(2021, 1, 1), starts_on=day)
    head = page_of(client.get(meeting.get_absolute_url())).one("header", class_="title")
    assert head.words.startswith("Meeting, in 9 days")

    meeting.status = status
    meeting.save()

    head = page_of(client.get(meeting.get_absolute_url())).one("header", class_="title")
    assert not head.words.startswith("Meeting, in")
    assert head.words.endswith(status.capitalize())


def test_the_hour_it_was_announced_for_is_kept_and_where_its_clocks_were(client):
    meeting = make_meeting(
        announced_at=instant(2021, 1, 1), starts_on=DAY, starts_at=time(15), place={"en": "Ghent"}
    )
    meeting.starts_at = time(17)
    meeting.save()
    page = client.get(meeting.get_absolute_url())
    assert "first announced for 30 March 2021, 15:00" in page_of(page).words
    assert page_of(page).data()[0]["previousStartDate"] == "2021-03-30T15:00:00+02:00"

    meeting.time_zone = "America/New_York"
    meeting.save()
    page = client.get(meeting.get_absolute_url())
    assert "first announced for 30 March 2021, 15:00 (Europe/Brussels)" in page_of(page).words


def test_a_meeting_whose_hour_is_only_now_known_has_not_moved():
    meeting = make_meeting(announced_at=instant(2021, 1, 1), starts_on=DAY)
    meeting.starts_at = time(15)
    meeting.save()

    assert meeting.moved_from is None


def test_a_meeting_that_is_back_at_its_time_was_announced_for_no_other():
    meeting = make_meeting(announced_at=instant(2021, 1, 1), starts_on=DAY, starts_at=time(15))
    for day in (date(2021, 5, 1), DAY):
        meeting.starts_on = day
        meeting.save()

    assert (meeting.moved_from, meeting.moved_from_at, meeting.moved_from_zone) == (None, None, "")


def test_a_cancelled_meeting_keeps_its_time(client):
    meeting = make_meeting(announced_at=instant(2021, 1, 1), starts_on=DAY, starts_at=time(15))
    meeting.status = "cancelled"
    meeting.save()

    page = page_of(client.get(meeting.get_absolute_url())).words
    assert "30 March 2021, 15:00" in page
    assert "Cancelled" in page
    assert "first announced" not in page


def test_a_meeting_nobody_knows_of_moves_without_a_trace():
    meeting = make_meeting(starts_on=DAY)
    meeting.starts_on = date(2021, 5, 1)
    meeting.save()

    assert meeting.moved_from is None


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"ends_on": date(2021, 3, 29)}, "The last day cannot come before the first."),
        ({"ends_at": time(11)}, "Give the hour it begins"),
        ({"starts_at": time(11), "ends_at": time(9)}, "It ends before it begins."),
        ({"starts_on": date(2021, 3, 28), "starts_at": time(2, 30)}, "skip this hour"),
        ({"time_zone": "Brussels"}, "“Brussels” is no time zone."),
    ],
)
def test_wrong_days_and_hours_are_refused_with_a_sentence(values, sentence):
    meeting = Meeting(**{"names": {"en": "Council"}, "starts_on": DAY} | values)
    with pytest.raises(ValidationError, match=sentence):
        meeting.full_clean(exclude=["begins_at", "over_at"])


def test_somebody_or_an_organisation_takes_part_and_never_both():
    meeting = make_meeting()
    for values in (
        {},
        {"appointment": make_appointment(), "organisation": make_organisation()},
    ):
        with pytest.raises(ValidationError, match="either a person or an organisation"):
            Participation(meeting=meeting, **values).full_clean()


def test_an_office_not_held_on_the_day_takes_no_part():
    office = make_appointment(until=date(2021, 3, 29))
    with pytest.raises(ValidationError, match="not held on the day of the meeting"):
        Participation(meeting=make_meeting(starts_on=DAY), appointment=office).full_clean()


def test_coming_meetings_come_first_and_past_ones_follow(client, time_machine):
    time_machine.move_to(instant(2021, 3, 30, 12), tick=False)
    for name, day in (("Later", 20), ("Next", 10), ("Last", -10), ("Earlier", -20)):
        make_meeting(name, starts_on=DAY + timedelta(days=day), announced_at=instant(2021, 1, 1))

    shown = client.get("/en/meetings/").context
    assert [str(meeting) for meeting in shown["coming"]] == ["Next", "Later"]
    assert [str(meeting) for meeting in shown["listed"].items] == ["Last", "Earlier"]


@pytest.fixture
def ada():
    """
    Ada Byron took part in 25 meetings that were announced, in the last one under two offices,
    and in one that nobody knows of. Her organisation hosts the last, takes part in it too.
    """
    body = make_organisation("Works")
    office = make_appointment(make_person("Ada Byron"), organisation=body)
    for number in range(1, 26):
        talks = make_meeting(
            f"Talks {number}", starts_on=date(2021, 1, number), announced_at=instant(2020, 12, 1)
        )
        talks.participations.create(appointment=office)
    talks.participations.create(appointment=make_appointment(office.person))
    talks.participations.create(organisation=body)
    Meeting.objects.filter(pk=talks.pk).update(organiser=body)
    make_meeting("Secret").participations.create(appointment=office)
    return office


def named(page):
    """The meetings that a page lists, but not its months."""
    return [entry.words for line in page.all("ol", class_="line") for entry in line.all("h3", "h4")]


def test_the_page_of_a_person_shows_the_latest_meetings_and_leads_to_all(client, ada):
    page = page_of(client.get(ada.person.get_absolute_url()))
    assert named(page) == [f"Talks {number}" for number in range(25, 15, -1)]

    [link], listed = page.all("a", words="All meetings of Ada Byron"), []
    for _ in range(3):
        page = page_of(client.get(link.get("href")))
        listed += named(page)
        [link] = page.all("a", rel="next") or [None]
    assert listed == [f"Talks {number}" for number in range(25, 0, -1)]
    assert link is None


def test_a_meeting_that_an_organisation_hosts_and_takes_part_in_is_listed_once(client, ada):
    make_meeting("Fair", organiser=ada.organisation, announced_at=instant(2020, 12, 1))
    page = page_of(client.get(f"/en/meetings/?organisation={ada.organisation.slug}"))

    assert named(page) == ["Fair", "Talks 25"]
    assert page.one("a", words="Remove: Works").get("href") == "/en/meetings/"


def test_meetings_of_somebody_nobody_knows_and_of_two_are_refused(client, ada):
    hidden = make_person("Hidden")
    for slug in ("never", hidden.slug):
        assert client.get(f"/en/meetings/?person={slug}").status_code == 404

    both = client.get(
        f"/en/meetings/?person={ada.person.slug}&organisation={ada.organisation.slug}"
    )
    assert both.status_code == 400
    assert "narrowed by one of these alone" in page_of(both).words
