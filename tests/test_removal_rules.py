"""Taking a public release off the site: the four kinds, what each needs, and the way back."""

import itertools
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from releases.models import Edition, Moment, PressRelease, StaleError, Step
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    make_edition,
    make_freeze,
    make_release,
    make_staff,
    standing,
)

pytestmark = pytest.mark.django_db

NOTE = {"en": "Published by mistake."}
URL = "https://example.org/page"


@pytest.fixture
def editor():
    return make_staff("Editor")


@pytest.fixture
def release():
    return make_edition().release


def stored(release):
    return PressRelease.objects.get(pk=release.pk)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("in_error", {"note": NOTE}),
        ("in_error", {"note": NOTE, "url": URL}),
        ("in_error", {"note": NOTE, "moved_to": True}),
        ("consolidated", {"url": URL}),
        ("consolidated", {"moved_to": True}),
        ("consolidated", {"moved_to": True, "note": NOTE}),
        ("withdrawn", {"note": NOTE}),
        ("archived", {"note": NOTE, "url": URL}),
    ],
)
def test_each_kind_takes_what_it_needs(release, editor, kind, values):
    target = make_edition().release
    if values.get("moved_to"):
        values = values | {"moved_to": target}

    release.remove(editor, kind, **values)

    release = stored(release)
    assert release.removal == kind
    assert abs(release.removed_at - timezone.now()) < timedelta(minutes=1)
    assert release.removal_note == values.get("note", {})
    assert (release.moved_to, release.moved_to_url) == (
        values.get("moved_to"),
        values.get("url", ""),
    )
    live = Edition.objects.filter(release=release)
    assert not standing().filter(pk__in=live).exists()
    assert live.reachable().exists() == live.readable().exists() == (kind == "withdrawn")
    assert live.ever_public().exists()
    assert (release in PressRelease.objects.removed(Moment.now())) == (kind != "withdrawn")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        ("", {"note": NOTE}, "kind"),
        ("vanished", {"note": NOTE}, "kind"),
        ("in_error", {}, "note"),
        ("in_error", {"note": {"en": ""}}, "note"),
        ("in_error", {"note": {"en": "  "}}, "note"),
        ("consolidated", {}, "moved_to"),
        ("consolidated", {"note": NOTE}, "moved_to"),
        ("consolidated", {"moved_to": True, "url": URL}, "url"),
        ("withdrawn", {}, "note"),
        ("withdrawn", {"note": NOTE, "url": URL}, "moved_to"),
        ("withdrawn", {"note": NOTE, "moved_to": True}, "moved_to"),
        ("archived", {"note": NOTE}, "url"),
        ("archived", {"note": NOTE, "moved_to": True}, "url"),
        ("archived", {"url": URL}, "note"),
    ],
)
def test_each_kind_says_what_it_lacks(release, editor, kind, values, field):
    if values.get("moved_to"):
        values = values | {"moved_to": make_edition().release}

    with pytest.raises(ValidationError) as refused:
        release.remove(editor, kind, **values)

    assert list(refused.value.error_dict) == [field]
    assert all(sentence.endswith(".") for sentence in refused.value.messages)
    assert stored(release).removal == ""
    assert standing().filter(release=release).exists()


@pytest.mark.parametrize(
    "url",
    [
        "example.org/page",
        "javascript:alert(1)",
        "ftp://example.org/",
        "/en/releases/",
        "https://testserver/en/",
        "https://TESTSERVER/en/",
        "http://localhost:8000/en/",
        "http://127.0.0.1/en/",
        "http://intranet/page",
        "http://10.1.2.3/page",
        "http://[::1]/",
        "http://staging.local/page",
        "https://wiki.internal/page",
    ],
)
def test_a_release_leads_to_no_page_of_this_site_by_its_address_and_to_none_inside(
    release, editor, url
):
    with pytest.raises(ValidationError) as refused:
        release.remove(editor, "consolidated", url=url)
    assert list(refused.value.error_dict) == ["url"]
    assert all(sentence.endswith(".") for sentence in refused.value.messages)


def test_a_page_of_this_site_is_named_by_its_release(release, editor, settings):
    settings.ALLOWED_HOSTS = ["press.example.org"]

    with pytest.raises(ValidationError, match="choose the release it shall lead to"):
        release.remove(editor, "consolidated", url="https://press.example.org/en/")


def test_a_release_may_lead_to_a_page_without_https(release, editor):
    release.remove(editor, "consolidated", url="http://example.org/page")

    assert release.destination == "http://example.org/page"


def test_spaces_around_an_address_do_not_count(release, editor):
    release.remove(editor, "consolidated", url=f"  {URL}\n")

    assert release.moved_to_url == release.destination == URL


def test_all_languages_go_at_once(release, editor):
    make_edition(release, language="fr")

    release.remove(editor, "in_error", NOTE)

    assert not standing().exists()


def test_who_may_not_remove_neither_removes_nor_restores(release, editor):
    for user in (
        make_staff("Writer"),
        make_staff("Translator", languages=["en"]),
        make_staff(),
    ):
        with pytest.raises(PermissionDenied):
            release.remove(user, "in_error", NOTE)
        with pytest.raises(PermissionDenied):
            release.restore(user)
    release.remove(make_staff("Editor"), "in_error", NOTE)
    release.restore(editor)


def test_what_is_not_public_is_not_removed(editor):
    waiting = approve(make_edition(draft=True), at=TOMORROW).release

    for release in (waiting, make_edition(draft=True).release, make_release()):
        with pytest.raises(ValidationError, match="This release is not public"):
            stored(release).remove(editor, "in_error", NOTE)


def test_a_copy_that_is_no_longer_the_newest_is_refused(release, editor):
    before = stored(release)
    release.remove(editor, "withdrawn", NOTE)
    removed = stored(release)
    release.restore(editor)

    with pytest.raises(StaleError):
        before.remove(editor, "in_error", NOTE)
    with pytest.raises(StaleError):
        removed.restore(editor)
    assert stored(release).removal == ""


def test_a_restored_release_is_back_in_every_language(release, editor):
    make_edition(release, language="fr")
    before = set(standing())
    release.remove(editor, "in_error", NOTE, url=URL)

    release.restore(editor)

    assert set(standing()) == before
    release = stored(release)
    assert (release.removal, release.removed_at, release.removal_note) == ("", None, {})
    assert (release.moved_to, release.moved_to_url, release.destination) == (None, "", None)


def test_removing_takes_what_was_still_to_come_off_the_schedule(release, editor):
    first = release.editions.get()
    waiting = [
        approve(begin_correction(first), at=TOMORROW),
        approve(make_edition(release, draft=True, language="fr"), at=TOMORROW),
    ]

    stored(release).remove(editor, "in_error", NOTE)

    for text in waiting:
        text = Edition.objects.get(pk=text.pk)
        assert not text.is_approved
        assert text.steps.last().kind == Step.Kind.UNSCHEDULED
    assert Edition.objects.get(pk=first.pk).visible_until is None
    assert stored(release).removed_in == ["en"]
    stored(release).restore(editor)
    assert list(standing()) == [first]
    assert list(Edition.objects.waiting()) == []


@pytest.mark.parametrize("how", ["freeze", "stop"])
def test_a_freeze_or_a_stop_hinders_no_removal_and_no_release_is_put_back_in_it(
    release, editor, time_machine, how
):
    if how == "stop":
        emergency_stop.stop(editor, "An error.")
    else:
        soon = timezone.now() + timedelta(minutes=2)
        make_freeze(soon, soon + timedelta(hours=1))
        time_machine.move_to(soon + timedelta(minutes=1))

    stored(release).remove(editor, "in_error", NOTE)

    with pytest.raises(ValidationError, match="put it back when that is over"):
        stored(release).restore(editor)
    assert stored(release).removal == "in_error"


def test_only_a_removed_release_is_restored(release, editor):
    with pytest.raises(ValidationError):
        release.restore(editor)
    assert stored(release).revision == release.revision


@pytest.mark.parametrize("length", [1, 2, 3, 5])
def test_releases_do_not_lead_in_a_circle(editor, length):
    releases = [make_edition().release for _ in range(length)]
    for one, following in itertools.pairwise(releases):
        one.remove(editor, "consolidated", moved_to=stored(following))

    with pytest.raises(ValidationError, match="leads back to the release itself"):
        stored(releases[-1]).remove(editor, "consolidated", moved_to=stored(releases[0]))
    assert stored(releases[-1]).removal == ""


def test_a_circle_is_seen_from_a_copy_read_before(editor):
    first, second = make_edition().release, make_edition().release
    before = stored(first)
    first.remove(editor, "consolidated", moved_to=second)

    with pytest.raises(ValidationError, match="leads back"):
        stored(second).remove(editor, "consolidated", moved_to=before)


def test_a_circle_that_several_made_at_once_is_not_followed_for_ever(release, editor):
    circle = [make_edition().release for _ in range(2)]
    for one, other in itertools.permutations(circle):
        PressRelease.objects.filter(pk=one.pk).update(moved_to=other)

    release.remove(editor, "consolidated", moved_to=circle[0])

    assert stored(release).destination in circle


def test_a_release_does_not_lead_to_one_that_is_not_public(release, editor):
    for target in (
        approve(make_edition(draft=True), at=TOMORROW).release,
        make_edition(draft=True).release,
    ):
        with pytest.raises(ValidationError, match="readers would be led to nothing") as refused:
            release.remove(editor, "consolidated", moved_to=target)
        assert list(refused.value.error_dict) == ["moved_to"]


def test_a_reader_is_led_to_the_last_of_a_chain_at_once(editor):
    first, second, third = (make_edition().release for _ in range(3))
    first.remove(editor, "consolidated", moved_to=second)
    assert stored(first).destination == second

    stored(second).remove(editor, "consolidated", moved_to=third)
    assert stored(first).destination == stored(second).destination == third
    stored(third).remove(editor, "consolidated", url=URL)
    assert stored(first).destination == stored(third).destination == URL


def test_the_copy_in_an_archive_is_linked_and_not_led_to(release, editor):
    other = make_edition().release
    other.remove(editor, "consolidated", moved_to=release)
    stored(release).remove(editor, "archived", NOTE, url=URL)

    assert stored(release).destination is None
    assert stored(other).destination == release


def test_a_release_that_stays_or_is_withdrawn_leads_nowhere(release, editor):
    assert release.destination is None
    release.remove(editor, "withdrawn", NOTE)
    assert stored(release).destination is None
