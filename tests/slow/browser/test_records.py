"""Records that are there already, changed in a real Chromium and opened again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from releases.models import PressContact
from tests.builders import (
    TOMORROW,
    make_appointment,
    make_edition,
    make_editor,
    make_freeze,
    make_meeting,
    make_organisation,
    make_person,
    make_topic,
)
from tests.slow.browser import sign_in


@pytest.fixture
def desk(page, transactional_db):
    """Somebody signed in; `problems` collects what the console complains of."""
    make_editor()
    page.problems = []
    page.on("console", lambda m: m.type == "error" and page.problems.append(m.text))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    sign_in(page)
    return page


def address(record):
    return reverse(f"admin:releases_{record._meta.model_name}_change", args=[record.pk])


def save(page, record):
    """Press the button at the end of the form, and open the record again."""
    with page.expect_navigation():
        page.locator(".submit-row [name=_continue]").last.click()
    page.wait_for_selector(".messagelist .success")
    page.goto(address(record))


def choose(page, name, words):
    """Find it in a list that the server searches, and choose it."""
    page.locator(f".related-widget-wrapper:has([name='{name}']) .select2-selection").click()
    page.keyboard.type(words)
    page.click(f".select2-results__option:has-text('{words}')")


def held(page, selector):
    """The texts of inputs, or of what is chosen in lists."""
    return page.locator(selector).evaluate_all(
        "all => all.map(e => e.selectedOptions ? [...e.selectedOptions].map(o => o.text) : e.value)"
    )


def test_what_is_changed_in_records_is_there_after_a_reload(desk):
    organisation = make_organisation("Council")
    topic = make_topic("Peace")
    contact = PressContact.objects.create(name="Jane Poe", phone="1", roles={"en": "Speaker"})
    for record in (organisation, topic, contact):
        desk.goto(address(record))
        names = "roles" if record is contact else "names"
        desk.fill(f"[name={names}_fr]", "En français")
        save(desk, record)
        assert held(desk, f"[name={names}_fr]") == ["En français"]

    freeze = make_freeze(TOMORROW, TOMORROW + timedelta(days=1))
    later = f"{timezone.localtime(TOMORROW) + timedelta(days=2):%Y-%m-%dT%H:%M}"
    desk.goto(address(freeze))
    desk.fill("[name=ends_at]", later)
    save(desk, freeze)
    assert held(desk, "[name=ends_at]") == [later]

    draft = make_edition(draft=True, release__place={"en": "Ghent"}).release
    desk.goto(address(draft))
    choose(desk, "topics", "Peace")
    save(desk, draft)
    assert held(desk, "[name=topics]") == [["Peace"]]
    assert desk.problems == []


def test_the_rows_of_a_record_come_and_go(desk):
    person = make_person("Ann Bryn")
    office = make_appointment(person, titles={"en": "Minister of Works"})
    desk.goto(address(person))
    desk.fill("[name=appointments-0-until]", "2030-01-01")
    save(desk, person)
    assert held(desk, "[name=appointments-0-until]") == ["2030-01-01"]

    meeting = make_meeting("Summit")
    meeting.participations.create(appointment=office)
    make_organisation("Council")
    desk.goto(address(meeting))
    desk.check("[name=participations-0-DELETE]")
    desk.click("#participations-group .add-row a")
    choose(desk, "participations-1-organisation", "Council")
    desk.select_option("[name=participations-1-capacity]", "host")
    save(desk, meeting)
    rows = "[name^=participations-][name$=-%s]:not([name*=__prefix__])"
    assert held(desk, rows % "organisation") == [["Council"]]
    assert held(desk, rows % "capacity") == [["Host"]]
    assert desk.problems == []


def test_the_hours_of_a_meeting_are_not_said_to_be_those_of_a_server(desk):
    clock = desk.context.new_cdp_session(desk)
    clock.send("Emulation.setTimezoneOverride", {"timezoneId": "America/New_York"})

    desk.goto(address(make_meeting("Summit")))

    assert desk.locator(".datetimeshortcuts").first.is_visible()
    assert not desk.get_by_text("server time").first.is_visible()
