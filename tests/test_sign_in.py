"""Signing in: nothing of the desk opens without the password and a second factor."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern

from releases.desk import password_guesses
from releases.desk.password_guesses import DEVICE
from releases.operation.system_checks import second_factor_is_asked_for
from tests.builders import instant, make_edition, make_editor
from tests.forms import craft, form_in, form_on

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LOGIN = "/account/login/"
SECOND = "/account/2fa/authenticate/"
SET_UP = "/account/2fa/"
CONFIRM = "/account/reauthenticate/"


@pytest.fixture(autouse=True)
def asked_for(settings):
    settings.SECOND_FACTOR = True
    settings.MFA_TOTP_TOLERANCE = 1  # the half minute may end between a code and its use


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def guarded(editor):
    """An editor with an app and recovery codes."""
    TOTP.activate(editor, SECRET)
    RecoveryCodes.activate(editor)
    return editor


def app_code(secret=SECRET):
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_password(client, password="correct horse", username="editor", where=LOGIN, headers=None):
    return form_on(client, where).post(login=username, password=password, headers=headers)


def give_code(client, code):
    return form_on(client, SECOND, "Sign in").post(code=code)


def is_open(client):
    return client.get("/admin/").status_code == 200


def admin_addresses(patterns=None, prefix=()):
    """An address for every view of the admin, by walking its patterns."""
    if patterns is None:
        [admin] = [r for r in get_resolver().url_patterns if getattr(r, "app_name", "") == "admin"]
        patterns = admin.url_patterns
    for pattern in patterns:
        path = (*prefix, pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield "/admin/" + "".join(map(concrete, path))
        else:
            yield from admin_addresses(pattern.url_patterns, path)


def concrete(pattern):
    """Some address a pattern matches."""
    route = re.sub(r"(?<!\?P)<(\w+:)?\w+>", "1", str(pattern))
    route = route.replace("(?P<url>.*)", "nothing-here")
    route = re.sub(r"\(\?P<\w+>(\w+)[|\w]*\)", r"\1", route)
    return route.removeprefix("^").removesuffix("$")


# Nothing opens


OPEN = {"/admin/login/", "/admin/logout/", "/admin/jsi18n/"}


def test_walk_finds_the_views_of_the_desk():
    addresses = set(admin_addresses())

    assert {
        "/admin/",
        "/admin/autocomplete/",
        "/admin/password_change/",
        "/admin/releases/edition/1/history/",
        "/admin/releases/edition/1/approve/",
        "/admin/releases/pressrelease/1/translate/",
        "/admin/auth/user/1/password/",
    } <= addresses
    assert len(addresses) > 60


def test_nothing_of_the_desk_opens_to_the_public(client):
    make_edition()
    for address in set(admin_addresses()) - OPEN:
        for response in (client.get(address), craft(client, address)):
            assert response.status_code == 302, address
            assert response.url == f"/admin/login/?next={address}"

    response = client.get("/admin/login/?next=/admin/releases/person/")
    assert response.url == f"{LOGIN}?next=/admin/releases/person/"


def test_nothing_of_the_desk_opens_to_staff_without_a_second_factor(client, editor):
    make_edition()
    assert give_password(client).url == "/admin/"

    for address in set(admin_addresses()) - OPEN:
        for response in (client.get(address), craft(client, address)):
            assert response.status_code == 302, address
            assert response.url == f"/admin/login/?next={address}"
    assert client.get("/admin/login/?next=/admin/").url == SET_UP
    assert "Set up an app" in client.get(SET_UP).content.decode()


def test_somebody_already_in_when_it_became_required_sets_one_up(client, editor, settings):
    settings.SECOND_FACTOR = False
    give_password(client)
    assert is_open(client)

    settings.SECOND_FACTOR = True

    assert client.get("/admin/", follow=True).redirect_chain[-1] == (SET_UP, 302)


def test_the_password_cannot_be_given_at_the_admin_s_own_address(client, guarded):
    values = {"username": "editor", "password": "correct horse", "next": "/admin/"}

    response = craft(client, "/admin/login/", values)

    assert response.url == f"{LOGIN}?next=/admin/"
    assert not is_open(client)


def test_an_account_of_no_staff_is_told_so(client):
    get_user_model().objects.create_user("reader", password="correct horse")

    give_password(client, username="reader")
    response = client.get("/admin/", follow=True)

    assert response.status_code == 403
    assert "not an account of the staff" in response.content.decode()


# What opens it


def test_the_password_alone_opens_nothing_for_who_has_a_second_factor(client, guarded):
    assert give_password(client).url == SECOND

    assert "_auth_user_id" not in client.session
    assert not is_open(client)
    assert client.get(SET_UP).status_code == 302
    assert client.get("/account/2fa/recovery-codes/").status_code == 302


def test_the_code_of_the_app_opens_the_desk_where_one_was_going(client, guarded):
    give_password(client, where=f"{LOGIN}?next=/admin/releases/person/")

    response = give_code(client, app_code())

    assert response.url == "/admin/releases/person/"
    assert is_open(client)


def test_a_code_of_the_app_opens_it_once(client, guarded):
    code = app_code()
    give_password(client)
    give_code(client, code)
    other = Client()
    give_password(other)

    give_code(other, code)

    assert not is_open(other)


def test_a_wrong_code_opens_nothing(client, guarded):
    give_password(client)

    response = give_code(client, "000000" if app_code() != "000000" else "000001")

    assert "Incorrect code." in response.content.decode()
    assert not is_open(client)


def test_a_recovery_code_opens_the_desk_once(client, guarded):
    code = Authenticator.objects.get(user=guarded, type="recovery_codes").wrap().generate_codes()[0]
    give_password(client)
    give_code(client, code)
    assert is_open(client)
    other = Client()
    give_password(other)

    give_code(other, code)

    assert not is_open(other)


def test_a_session_that_never_saw_the_second_factor_is_asked_for_it(client, guarded):
    client.force_login(guarded)

    page = client.get("/admin/releases/person/", follow=True)
    assert page.redirect_chain[-1][0].startswith("/account/2fa/reauthenticate/")
    assert "password" not in page.content.decode()
    for address in ("totp/deactivate/", "webauthn/add/", "recovery-codes/"):
        assert "/reauthenticate/" in client.get(SET_UP + address).url
    form_in(client, page, "Confirm").post(code=app_code())

    assert is_open(client)


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_opens_the_desk_and_ends_other_sessions(client, editor):
    other = Client()
    give_password(other)
    give_password(client)
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    assert "data:image/svg+xml;base64," in page.content.decode()

    done = form_in(client, page).post(code=app_code(secret))

    codes = client.get(done.url)
    assert len(codes.context["unused_codes"]) == 10
    assert is_open(client)
    assert other.get(SET_UP).url.startswith(LOGIN)


def test_who_removes_the_last_second_factor_is_out(client, guarded):
    give_password(client)
    give_code(client, app_code())

    form_on(client, "/account/2fa/totp/deactivate/").post()

    assert client.get("/admin/", follow=True).redirect_chain[-1] == (SET_UP, 302)


# Closed, private, limited


@pytest.mark.parametrize(
    "address",
    [
        "signup/",
        "email/",
        "password/reset/",
        "password/set/",
        "login/code/",
        "2fa/webauthn/signup/",
    ],
)
def test_there_is_nothing_to_sign_up_for(client, address):
    assert client.get(f"/account/{address}").status_code == 404
    assert craft(client, f"/account/{address}").status_code == 404


def test_no_page_of_signing_in_is_kept_by_a_cache(client, guarded):
    addresses = [LOGIN, SECOND, SET_UP, CONFIRM, "/account/", "/account/nothing-here/"]
    for address in addresses:
        assert "no-store" in client.get(address)["Cache-Control"], address
    give_password(client)
    assert "no-store" in client.get(SECOND)["Cache-Control"]
    give_code(client, app_code())
    for address in (SET_UP, "/account/2fa/recovery-codes/", "/account/2fa/totp/deactivate/"):
        response = client.get(address)
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"], address


def test_pages_of_signing_in_hold_no_script_that_the_policy_refuses(client, guarded):
    give_password(client)
    for address in (LOGIN, SECOND):
        html = client.get(address).content.decode()
        assert re.findall(r"<script(?![^>]*(?: src=| type=\"application/json\"))", html) == []
        assert re.findall(r" on\w+=| style=", html) == []


LIMITED = "Too many failed login attempts. Try again later."


WAIT = "Wrong passwords have been tried for this name from many places."
OWN_PLACE = "198.51.100.1"


def attack(times, name="editor"):
    """Strangers guess, each from an address of their own; returns how many guesses counted."""
    form, looked_at = form_on(Client(), LOGIN), 0
    for number in range(times):
        form.client = Client()
        headers = {"X-Forwarded-For": f"10.{number // 250}.0.{number % 250}"}
        page = form.post(login=name, password="wrong", headers=headers).content.decode()
        looked_at += "are not correct" in page
    return looked_at


def sign_in(client, **extra):
    """The own password and a code not used yet; the answer to the password."""
    response = give_password(client, **extra)
    if response.status_code == 302:
        codes = Authenticator.objects.get(user__username="editor", type="recovery_codes")
        give_code(client, codes.wrap().get_unused_codes()[0])
    return response.content.decode()


def end_session(client):
    """As closing the browser does; what it holds for longer stays."""
    del client.cookies["sessionid"]


def test_wrong_passwords_from_one_place_are_limited_for_a_name(client, editor):
    own = {"X-Forwarded-For": OWN_PLACE}
    for _ in range(5):
        assert LIMITED not in give_password(client, "wrong", headers=own).content.decode()

    assert LIMITED in give_password(client, headers=own).content.decode()
    assert not is_open(client)


def test_five_wrong_passwords_from_elsewhere_keep_nobody_out(client, guarded):
    assert attack(5) == 5

    sign_in(client, headers={"X-Forwarded-For": OWN_PLACE})

    assert is_open(client)


@pytest.mark.slow
def test_many_guesses_from_elsewhere_make_a_new_place_wait_a_little(client, guarded, time_machine):
    time_machine.move_to(instant(2031, 5, 6, 12), tick=False)
    own = {"X-Forwarded-For": OWN_PLACE}
    assert attack(60) == 20  # the others are told to wait

    assert f"{WAIT} Try again in 1 min." in sign_in(client, headers=own)
    assert WAIT in sign_in(client, headers=own)
    assert not is_open(client)

    attack(60)  # whatever others do meanwhile
    time_machine.move_to(instant(2031, 5, 6, 12, 1), tick=False)
    sign_in(client, headers=own)

    assert is_open(client)


@pytest.mark.slow
def test_a_known_browser_waits_for_nobody(client, guarded):
    sign_in(client)
    end_session(client)
    assert client.cookies[DEVICE]["httponly"]
    attack(30)

    sign_in(client, headers={"X-Forwarded-For": OWN_PLACE})

    assert is_open(client)


@pytest.mark.slow
def test_a_known_browser_is_known_for_its_own_user_alone(client, guarded):
    sign_in(client)
    colleague, thief = make_editor("colleague"), Client()
    TOTP.activate(colleague, SECRET)
    thief.cookies[DEVICE] = client.cookies[DEVICE].value
    attack(30, "colleague")

    page = give_password(thief, username="colleague").content.decode()
    assert WAIT in page
    forged = Client()
    forged.cookies[DEVICE] = client.cookies[DEVICE].value[:-2] + "xx"
    attack(30)
    assert WAIT in give_password(forged).content.decode()


def test_a_known_browser_guesses_no_more_than_another(client, guarded):
    sign_in(client)
    end_session(client)
    for _ in range(5):
        assert LIMITED not in give_password(client, "wrong").content.decode()

    assert LIMITED in give_password(client).content.decode()


def test_the_password_alone_makes_no_browser_known(client, guarded):
    give_password(client)

    assert DEVICE not in client.cookies


@pytest.mark.slow
def test_a_name_that_is_nobodys_is_slowed_like_any_other(client, guarded):
    assert attack(30, "nobody") == attack(30) == 20


@pytest.mark.slow
def test_guesses_at_a_name_are_bounded_in_a_day(client, guarded, monkeypatch):
    monkeypatch.setattr(password_guesses, "AT_MOST", 15)
    sign_in(client)
    end_session(client)

    assert attack(30) == 15
    assert LIMITED in give_password(Client()).content.decode()

    sign_in(client)
    assert is_open(client)


def test_a_wait_grows_with_the_guesses_up_to_ten_minutes(guarded, time_machine, monkeypatch):
    time_machine.move_to(instant(2031, 5, 6, 12), tick=False)
    monkeypatch.setattr(password_guesses, "_wrong", lambda name, hours: 75)
    assert "Try again in 3 min." in give_password(Client()).content.decode()

    monkeypatch.setattr(password_guesses, "_wrong", lambda name, hours: 1900)
    headers = {"X-Forwarded-For": OWN_PLACE}
    assert "Try again in 10 min." in give_password(Client(), headers=headers).content.decode()


def test_wrong_passwords_are_limited_by_the_address_the_proxy_saw(client, editor):
    def guess(username, forwarded):
        headers = {"X-Forwarded-For": forwarded}
        return give_password(client, "wrong", username, headers=headers).content.decode()

    for number in range(10):
        assert LIMITED not in guess(f"name{number}", f"203.0.113.{number}, 192.0.2.7")

    assert LIMITED in guess("name10", "203.0.113.99, 192.0.2.7")
    assert LIMITED not in guess("name11", "192.0.2.8")


def test_wrong_codes_are_limited(client, guarded):
    give_password(client)
    for _ in range(5):
        give_code(client, "not a code")

    response = give_code(client, app_code())

    assert LIMITED in response.content.decode()
    assert not is_open(client)


def test_a_flood_is_answered_with_a_page_that_says_so(client):
    for _ in range(30):
        assert craft(client, LOGIN).status_code == 200

    response = craft(client, LOGIN)

    assert response.status_code == 429
    assert "Try again in a few minutes." in response.content.decode()
    assert "no-store" in response["Cache-Control"]


GUESS = """
import django
django.setup()
from django.conf import settings
from django.test import Client
from tests.forms import form_on
for _ in range(3):
    answer = form_on(Client(), "/account/login/").post(login="editor", password="wrong")
    page = answer.content.decode()
print("limited" if "Too many failed login attempts" in page else "not limited")
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_limits_hold_across_processes(editor):
    def another_process():
        return subprocess.run(
            [sys.executable, "-"],
            input=GUESS,
            cwd=Path(__file__).parent.parent,
            env=os.environ | {"DATABASE_URL": database_address()},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    assert [another_process(), another_process()] == ["not limited", "limited"]


def database_address():
    """The address of the database of this test, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


# Losing it


def test_reset_mfa_takes_every_factor_and_session_of_one_user(client, guarded, capsys):
    give_password(client)
    give_code(client, app_code())
    colleague = make_editor("colleague")
    TOTP.activate(colleague, SECRET)
    Client().force_login(colleague)

    call_command("reset_mfa", "editor")

    assert capsys.readouterr().out == (
        "Second factors of editor removed: Recovery codes, TOTP Authenticator.\n"
        "Sessions ended: 1. At the next sign-in a new factor is set up.\n"
    )
    assert [factor.user for factor in Authenticator.objects.all()] == [colleague]
    assert Session.objects.count() == 1
    assert client.get(SET_UP).url.startswith(LOGIN)
    entry = LogEntry.objects.get(object_id=guarded.pk)
    assert "reset_mfa" in entry.change_message
    assert give_password(client).url == "/admin/"
    assert client.get("/admin/", follow=True).redirect_chain[-1] == (SET_UP, 302)


def test_reset_mfa_of_nobody_says_so():
    with pytest.raises(CommandError, match=r"^There is no user called nobody\.$"):
        call_command("reset_mfa", "nobody")


# Off


NOTE = "The second factor is switched off here"


def test_switched_off_the_password_opens_the_desk_which_says_so(client, editor, settings):
    settings.SECOND_FACTOR = False
    edition = make_edition(draft=True)

    assert give_password(client).url == "/admin/"

    for address in ("/admin/", reverse("admin:releases_edition_change", args=[edition.pk])):
        page = client.get(address)
        assert page.status_code == 200
        assert NOTE in page.content.decode()


def test_switched_on_the_desk_says_nothing_of_it(client, guarded):
    give_password(client)
    give_code(client, app_code())

    page = client.get("/admin/").content.decode()

    assert NOTE not in page
    assert f'href="{SET_UP}"' in page


@pytest.mark.parametrize(
    ("required", "debug", "warnings"),
    [(True, False, []), (False, True, []), (False, False, ["releases.W001"])],
)
def test_production_is_warned_when_it_is_off(settings, required, debug, warnings):
    settings.SECOND_FACTOR = required
    settings.DEBUG = debug

    assert [warning.id for warning in second_factor_is_asked_for(None)] == warnings


def test_the_desk_shows_no_secrets_of_second_factors():
    with pytest.raises(NoReverseMatch):
        reverse("admin:mfa_authenticator_changelist")
