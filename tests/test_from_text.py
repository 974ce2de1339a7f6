"""What the desk says of a release and its approved texts, and where it leads from them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from releases.models import Edition, PressRelease
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    correct,
    instant,
    make_access,
    make_edition,
    make_freeze,
    make_release,
    make_staff,
)
from tests.forms import form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
EVENING = instant(2031, 5, 6, 18)
NIGHT = instant(2031, 5, 6, 22)


@pytest.fixture
def editor(client):
    user = make_staff("Editor", "editor")
    client.force_login(user)
    return user


def said(response):
    return " ".join(response.content.decode().split())


def of_text(edition):
    return f"/admin/releases/edition/{edition.pk}/change/"


# The title of a release


def named(release):
    return str(PressRelease.objects.get(pk=release.pk))


def test_a_release_is_named_by_the_title_that_stands(time_machine):
    time_machine.move_to(NOON, tick=False)
    first = approve(make_edition(draft=True, title="Food at risk in the Sahel region"))
    assert named(first.release) == "Food at risk in the Sahel region"

    draft = begin_correction(first, title="Food at risk in the Sahel")
    assert named(first.release) == "Food at risk in the Sahel region"
    approve(draft, at=EVENING)
    assert named(first.release) == "Food at risk in the Sahel region"

    time_machine.move_to(EVENING)
    assert named(first.release) == "Food at risk in the Sahel"


def test_a_release_is_named_in_the_language_of_the_desk():
    release = make_edition(language="fr", title="Le conseil").release
    assert named(release) == "Le conseil"

    make_edition(release, language="en", title="The council")
    make_edition(release, language="nl", title="De raad")

    assert named(release) == "The council"
    with override("nl"):
        assert named(release) == "De raad"
    with override("de"):
        assert named(release) == "The council"


def test_a_language_that_the_newsroom_has_no_more_names_a_release_last():
    release = make_edition(language="it", title="Il consiglio").release
    assert named(release) == "Il consiglio"

    make_edition(release, language="de", title="Der Rat")

    assert named(release) == "Der Rat"


def test_a_release_without_an_approved_text_is_named_by_its_newest_draft():
    release = make_release()
    assert named(release) == "Release without a text"

    make_edition(release, draft=True, language="fr", title="Le conseil")

    assert named(release) == "Le conseil"


@pytest.mark.slow
def test_lists_name_releases_as_they_stand_in_one_query_for_all(client, editor):
    def looked_at(address, title):
        with CaptureQueriesContext(connection) as queries:
            page = said(client.get(f"/admin/releases/{address}"))
        assert title in page
        assert "Wrong" not in page
        return len(queries)

    correct(make_edition(title="Wrong 1"), title="Right 1")
    one = looked_at("pressrelease/", "Right 1")
    correct(make_edition(title="Wrong 2"), title="Right 2")
    assert looked_at("pressrelease/", "Right 2") == one

    accesses = ("embargoaccess/", "embargoaccess/add/")
    make_access(approve(make_edition(draft=True, title="Later 1"), at=TOMORROW).release)
    for address in accesses:
        looked_at(address, "Later 1")  # what Django asks once and remembers
    one = [looked_at(address, "Later 1") for address in accesses]
    make_access(approve(make_edition(draft=True, title="Later 2"), at=TOMORROW).release)
    assert [looked_at(address, "Later 2") for address in accesses] == one


def test_the_page_to_remove_a_release_names_it_as_it_stands(client, editor):
    second = correct(make_edition(title="Wrong"), title="Right")

    page = said(client.get(f"/admin/releases/pressrelease/{second.release_id}/remove/"))

    assert "<strong>Right</strong>" in page
    assert "Wrong" not in page


# Where it leads


def test_an_approved_text_leads_to_its_correction_in_one_click(client, editor):
    edition = make_edition()

    form = form_on(client, of_text(edition), "Correct…")
    answer = form.post(follow=True)

    draft = Edition.objects.get(version=2)
    assert answer.redirect_chain[-1][0] == of_text(draft)
    page = said(client.get(of_text(edition)))
    assert "Correct…" not in page
    assert f'href="{of_text(draft)}">Go to version 2<' in page


def test_an_approved_text_leads_to_its_translations_in_one_click(client, editor):
    edition = make_edition(title="Council meets")

    form_on(client, of_text(edition), "language=fr").post(button="language=fr")

    draft = Edition.objects.get(language="fr")
    assert (draft.source, draft.title) == (edition, "Council meets")


def test_a_public_text_leads_to_the_removal_of_its_release(client, editor):
    edition = make_edition()

    page = said(client.get(of_text(edition)))

    assert f'href="/admin/releases/pressrelease/{edition.release_id}/remove/"' in page


def test_a_text_leads_only_to_what_this_person_may_begin(client):
    edition = make_edition()
    waiting = approve(make_edition(draft=True), at=TOMORROW)
    translator = make_staff("Translator", languages=["fr"])
    client.force_login(translator)

    page = said(client.get(of_text(edition)))
    assert "Translate it into French" in page
    for other in ("Translate it into Dutch", "Correct…", "Remove from the site…"):
        assert other not in page

    client.force_login(make_staff("Editor"))
    assert "Correct…" not in said(client.get(of_text(waiting)))
    assert "Take it off the schedule" in said(client.get(of_text(waiting)))


# When it goes out


@pytest.fixture
def countdowns(client, editor, time_machine):
    time_machine.move_to(NOON, tick=False)
    client.force_login(editor)
    approve(make_edition(draft=True), at=EVENING)

    def shown():
        page = client.get("/admin/").content.decode()
        return [part.partition('"')[0] for part in page.split('data-countdown datetime="')[1:]]

    return shown


def test_the_start_page_counts_down_to_the_time_of_a_text(countdowns):
    assert countdowns() == ["2031-05-06T18:00:00+02:00"]


def test_the_start_page_counts_down_to_the_end_of_the_freeze(countdowns):
    make_freeze(instant(2031, 5, 6, 17), NIGHT)

    assert countdowns() == ["2031-05-06T22:00:00+02:00"]


def test_under_a_stop_nothing_is_counted_down(countdowns, editor):
    make_freeze(instant(2031, 5, 6, 17), NIGHT)
    emergency_stop.stop(editor, "A mistake")

    assert countdowns() == []
