"""The pages of the desk on which what waits of a release is moved, held back and let go."""

from datetime import timedelta

import pytest

from releases.models import Mail, PressRelease, Step
from releases.review import emergency_stop, schedule
from tests.builders import (
    approve,
    correct,
    instant,
    make_access,
    make_edition,
    make_freeze,
    make_staff,
    make_topic,
    standing,
)
from tests.forms import craft, form_in, form_on
from tests.pages import page_of

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
EMBARGO = instant(2031, 5, 6, 15)
LATER = instant(2031, 5, 7, 9, 30)
MINUTE = timedelta(minutes=1)
WHY = "The minister is late."


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def edition():
    return approve(make_edition(draft=True, title="Ports open"), at=EMBARGO)


@pytest.fixture
def release(edition):
    return edition.release


@pytest.fixture
def sign_in(client):
    def signed_in(role):
        user = make_staff(role, role.lower(), languages=["en"] if role == "Translator" else ())
        client.force_login(user)
        return user

    return signed_in


def stored(record):
    return type(record).objects.get(pk=record.pk)


def change(release):
    return f"/admin/releases/pressrelease/{release.pk}/change/"


def act(release, name):
    return f"/admin/releases/pressrelease/{release.pk}/{name}/"


def buttons(client, release):
    """The names of the buttons of the release's form that lead to the schedule."""
    form = page_of(client.get(change(release)))
    names = [button.get("name") for button in form.all("button")]
    return [name for name in names if name in ("_move", "_hold", "_let_go")]


def said(response):
    return page_of(response).words


# Who sees what


@pytest.mark.parametrize(
    ("role", "waiting", "held"),
    [
        ("Editor", ["_move", "_hold"], ["_let_go"]),
        ("Writer", ["_hold"], []),
        ("Translator", [], []),
        ("Administrator", [], []),
    ],
)
def test_each_role_is_offered_what_it_may(client, release, sign_in, role, waiting, held):
    user = sign_in(role)
    assert buttons(client, release) == waiting
    for name in ("move", "hold", "let_go"):
        may = user.has_perm(f"releases.{'hold' if name == 'hold' else 'schedule'}_pressrelease")
        assert (client.get(act(release, name)).status_code != 403) == may

    schedule.hold(stored(release), make_staff("Editor"), WHY)
    assert buttons(client, release) == held


def test_nothing_is_offered_where_nothing_waits(client, sign_in):
    sign_in("Editor")
    for release in (make_edition().release, make_edition(draft=True).release):
        assert buttons(client, release) == []
        answer = client.get(act(release, "move"), follow=True)
        assert "This is not open now" in said(answer)


# Moving


def test_an_embargo_is_moved_in_three_clicks_and_what_is_typed_is_saved(
    client, release, edition, sign_in
):
    sign_in("Editor")
    topic = make_topic("Ports")
    make_access(release)

    form = form_on(client, change(release), "_move")
    page = form.post(topics=[topic.pk], button="_move", follow=True)
    assert "1 journalist with access is told by mail." in said(page)
    assert "Ports open – English, version 1: Goes out on 6 May 2031, 15:00" in said(page)
    form = form_in(client, page, "Move the embargo")
    answer = form.post(when="later", at="2031-05-07T09:30", reason=WHY, follow=True)

    assert "Goes out on 7 May 2031, 09:30" in said(answer)
    assert stored(edition).visible_from == LATER
    assert list(stored(release).topics.all()) == [topic]
    assert Mail.objects.count() == 1
    text = client.get(f"/admin/releases/edition/{edition.pk}/change/")
    assert "Moved, editor, for 7 May 2031, 09:30" in said(text)
    assert WHY in said(text)


def test_lifting_asks_of_the_embargo_once_more(client, release, edition, sign_in):
    sign_in("Editor")

    form = form_on(client, act(release, "move"), "Move the embargo")
    asked = form.post(when="now", reason=WHY)
    assert "The release is planned for 6 May 2031, 15:00." in said(asked)
    assert not standing().exists()

    form = form_in(client, asked, "Move the embargo")
    boxes = {name: True for name in form.controls if name.startswith("warning-")}
    answer = form.post({**boxes}, follow=True)

    assert "It is public." in said(answer)
    assert standing().get() == edition


@pytest.mark.parametrize("how", ["freeze", "stop"])
def test_now_under_a_freeze_or_a_stop_is_said_to_wait(client, release, sign_in, clock, how):
    editor = sign_in("Editor")
    if how == "stop":
        emergency_stop.stop(editor, "An error.")
        clock.move_to(NOON + MINUTE, tick=False)
    else:
        make_freeze(NOON + MINUTE, NOON + 60 * MINUTE)
        clock.move_to(NOON + 2 * MINUTE, tick=False)

    asked = form_on(client, act(release, "move"), "Move the embargo").post(when="now", reason=WHY)
    form = form_in(client, asked, "Move the embargo")
    boxes = {name: True for name in form.controls if name.startswith("warning-")}
    assert "the release will wait until" in said(asked)
    answer = form.post({**boxes}, follow=True)

    assert "waits until" in said(answer)
    assert not standing().exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Say when it goes public."),
        ({"when": "later"}, "Give the day and the hour."),
        ({"when": "now", "at": "2031-05-07T09:30"}, "You gave a time"),
        ({"when": "later", "at": "2031-05-06T11:00"}, "This time has passed."),
        ({"when": "later", "at": "2031-05-07T09:30", "reason": ""}, "Say why."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    client, release, edition, sign_in, given, sentence
):
    sign_in("Editor")
    form = form_on(client, act(release, "move"), "Move the embargo")

    answer = form.post({"reason": WHY} | given)

    assert answer.status_code == 200
    assert sentence in said(answer)
    assert form_in(client, answer, "Move the embargo")["reason"] == given.get("reason", WHY)
    assert stored(edition).visible_from == EMBARGO


def test_of_a_public_release_the_texts_that_move_are_chosen(client, sign_in):
    sign_in("Editor")
    first = approve(make_edition(draft=True))
    second = correct(first, at=EMBARGO)
    french = approve(make_edition(first.release, draft=True, language="fr"), at=EMBARGO)

    form = form_on(client, act(first.release, "move"), "Move the embargo")
    assert form["texts"] == [str(second.pk), str(french.pk)]
    form.post(texts=[second.pk], when="later", at="2031-05-07T09:30", reason=WHY)

    assert (stored(second).visible_from, stored(french).visible_from) == (LATER, EMBARGO)


def test_of_two_who_move_it_at_once_one_does(client, release, edition, sign_in):
    sign_in("Editor")
    forms = [form_on(client, act(release, "move"), "Move the embargo") for _ in range(2)]

    forms[0].post(when="later", at="2031-05-07T09:30", reason=WHY)
    answer = forms[1].post(when="later", at="2031-05-08T09:30", reason=WHY, follow=True)

    assert "Somebody changed this in the meantime" in said(answer)
    assert stored(edition).visible_from == LATER


@pytest.mark.parametrize("name", ["move", "hold"])
def test_what_has_gone_public_meanwhile_is_said_with_its_time(
    client, release, sign_in, clock, name
):
    sign_in("Editor")
    form = form_on(
        client, act(release, name), {"move": "Move the embargo", "hold": "Hold it back"}[name]
    )
    clock.move_to(EMBARGO, tick=False)

    times = {"when": "later", "at": "2031-05-07T09:30"} if name == "move" else {}
    answer = form.post({"reason": WHY} | times, follow=True)

    assert "It went public at 15:00: remove it." in said(answer)


# Holding, and letting go


def test_a_writer_holds_it_and_an_editor_lets_it_go(client, release, edition, sign_in):
    sign_in("Writer")
    page = form_on(client, change(release), "_hold").post(button="_hold", follow=True)
    answer = form_in(client, page, "Hold it back").post(reason=WHY, follow=True)
    assert "It goes public when an editor lets it go" in said(answer)
    held = "Held back since 6 May 2031, 12:00 by writer: The minister is late."
    assert held in said(answer)
    assert craft(client, act(release, "let_go"), {}).status_code == 403

    sign_in("Editor")
    page = form_on(client, change(release), "_let_go").post(button="_let_go", follow=True)
    assert held in said(page)
    answer = form_in(client, page, "Let it go").post(when="planned", reason="Fine.", follow=True)

    assert "Goes out on 6 May 2031, 15:00" in said(answer)
    assert stored(edition).visible_from == EMBARGO
    assert edition.steps.last().kind == Step.Kind.LET_GO


def test_after_its_time_it_is_let_go_at_another_or_now(client, release, edition, sign_in, clock):
    schedule.hold(stored(release), make_staff("Writer"), WHY)
    clock.move_to(EMBARGO + MINUTE, tick=False)
    sign_in("Editor")

    form = form_on(client, act(release, "let_go"), "Let it go")
    assert form.choices("when") == ["later", "now"]
    answer = form.post(when="now", reason="Fine.", follow=True)

    assert "It is public." in said(answer)
    assert standing().get() == edition


def test_the_desk_says_who_holds_it_and_why_and_never_when_no_clock_comes(
    client, release, edition, sign_in
):
    editor = sign_in("Editor")
    make_access(release)
    schedule.hold(stored(release), editor, WHY)
    first = approve(make_edition(draft=True, title="Corrected"))
    second = correct(first, at=EMBARGO)
    schedule.hold(stored(first.release), editor, WHY)
    held = "Held back since 6 May 2031, 12:00 by editor: The minister is late."

    addresses = {
        "/admin/": held,
        "/admin/releases/pressrelease/": held,
        "/admin/releases/pressrelease/?state=held": held,
        change(release): held,
        change(first.release): held,
        act(release, "let_go"): held,
        act(first.release, "remove"): held,
        f"/admin/releases/pressrelease/{release.pk}/history/": "held back",
        f"/admin/releases/edition/{edition.pk}/change/": held,
        f"/admin/releases/edition/{second.pk}/change/": held,
        f"/admin/releases/edition/{edition.pk}/history/": "held back",
        f"/admin/releases/edition/{first.pk}/history/": "held back",
        f"/admin/releases/edition/{edition.pk}/preview/": "Ports open",
        f"/admin/releases/edition/{second.pk}/preview/": "Corrected on 6 May 2031",
        "/admin/releases/edition/": "Ports open",
        "/admin/releases/embargoaccess/": "Nellie Bly",
        first.get_absolute_url(): "Corrected",
        f"{first.get_absolute_url()}versions/1/": "the current one",
    }
    for address, words in addresses.items():
        page = client.get(address)
        assert words in said(page), address
        assert "9999" not in page.content.decode(), address
    assert "2 held back" in said(client.get("/admin/"))
    assert "?state=held" in client.get("/admin/").content.decode()


def test_a_stop_does_not_ask_about_what_is_held_alone(client, release, sign_in):
    editor = sign_in("Editor")
    schedule.hold(stored(release), editor, WHY)
    stop = emergency_stop.stop(editor, "An error.")

    form_on(client, f"/admin/releases/freeze/{stop.pk}/lift/").post()

    assert PressRelease.objects.get().held_at


# Removing


def test_the_removal_page_lists_what_was_still_to_come(client, sign_in):
    sign_in("Editor")
    first = approve(make_edition(draft=True))
    second = correct(first, at=EMBARGO, title="Mended")

    page = client.get(act(first.release, "remove"))
    assert "This was still to come, and is taken off the schedule with it:" in said(page)
    assert "Mended – English, version 2: Goes out on 6 May 2031, 15:00" in said(page)
    form_in(client, page, "Remove it").post(kind="withdrawn", note_en="A mistake.")

    assert not stored(second).is_approved


def test_putting_it_back_under_a_stop_is_refused_with_a_sentence(client, sign_in):
    editor = sign_in("Editor")
    release = make_edition().release
    release.remove(editor, "withdrawn", {"en": "A mistake."})
    emergency_stop.stop(editor, "An error.")

    answer = form_on(client, change(release), "_restore").post(button="_restore", follow=True)

    assert "put it back when that is over" in said(answer)
    assert stored(release).removal
