"""Lists of what grows: they search and count so far, say so, and are narrowed to look further."""

import pytest
from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from releases.desk import long_list
from releases.models import Edition, Person
from tests.builders import (
    instant,
    make_document,
    make_edition,
    make_editor,
    make_meeting,
    make_person,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

RELEASES = "/admin/releases/pressrelease/"


@pytest.fixture
def desk(client, monkeypatch):
    """A client of an editor, whose lists are searched through two rows."""
    monkeypatch.setattr(long_list, "MOST", 2)
    client.force_login(make_editor())
    return client


def text(response):
    return page_of(response).words


def in_year(year, title):
    return make_edition(title=title, release__publish_at=instant(year, 3, 30, 12))


def listed(client, address):
    return [row.words for row in page_of(client.get(address)).all("th", class_="field-title")]


def test_a_search_looks_through_what_comes_first_of_what_the_filters_leave(desk):
    for year, title in ((2019, "Plan of old"), (2023, "A treaty"), (2024, "Another plan")):
        in_year(year, title)

    assert listed(desk, f"{RELEASES}?q=plan") == ["Another plan"]
    assert listed(desk, f"{RELEASES}?q=plan&year=2019") == ["Plan of old"]
    assert "Choose a year to look further back." in text(desk.get(f"{RELEASES}?q=plan"))


def test_a_whole_reference_is_found_at_any_age(desk):
    old = in_year(2019, "Plan of old")
    for year in (2022, 2023, 2024):
        in_year(year, f"Plan of {year}")
    desk.get("/en/")  # numbers those that are out
    old.release.refresh_from_db()

    assert listed(desk, f"{RELEASES}?q={old.release.reference}") == ["Plan of old"]
    assert listed(desk, f"/admin/releases/edition/?q={old.release.reference}") == ["Plan of old"]


def test_a_meeting_is_found_by_its_year(desk):
    for year in (2019, 2023, 2024):
        make_meeting(f"Talks of {year}", starts_on=instant(year, 3, 30).date())
    meetings = "/admin/releases/meeting/"

    assert "Talks of 2019" not in text(desk.get(f"{meetings}?q=talks"))
    assert "Talks of 2019" in text(desk.get(f"{meetings}?q=talks&year=2019"))


def test_an_old_document_is_chosen_by_its_whole_title(desk):
    for title in ("Plan of old", "Another plan", "A third plan"):
        make_document(title)
    choices = "/admin/autocomplete/?app_label=releases&model_name=outcome&field_name=document"

    def offered(term):
        return [one["text"] for one in desk.get(f"{choices}&term={term}").json()["results"]]

    assert offered("plan") == ["A third plan", "Another plan"]
    assert offered("Plan of old") == ["Plan of old"]


def test_the_log_of_changes_is_narrowed_to_a_kind_of_record(admin_client):
    make_person("Ada Byron").delete()
    person = Person.objects.create(name="Grace Hopper")
    edition = make_edition(draft=True)
    edition.title = "Another title"
    edition.save()
    kind = ContentType.objects.get_for_model(Edition)

    assert LogEntry.objects.filter(object_id=person.pk).exists()
    page = text(admin_client.get(f"/admin/auditlog/logentry/?kind={kind.pk}"))
    assert "Another title" in page
    assert "Grace Hopper" not in page
