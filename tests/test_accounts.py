"""Whoever keeps the accounts adds somebody with a role, and the desk is open to them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from releases.models import languages_of
from tests.builders import make_editor, make_staff
from tests.forms import form_on

pytestmark = pytest.mark.django_db

ADD = "/admin/auth/user/add/"
MARIE = {"username": "marie", "first_name": "Marie", "last_name": "Peeters"}
PASSWORD = {"password1": "a bridge over water", "password2": "a bridge over water"}


@pytest.fixture
def keeper(client):
    client.force_login(make_staff("Administrator"))
    return client


def role(name):
    return Group.objects.get(name=name).pk


def add(client, **values):
    answer = form_on(client, ADD).post(MARIE | PASSWORD | {"email": "marie@example.org"} | values)
    assert answer.status_code == 302
    return get_user_model().objects.get(username="marie")


def form_of(client, user):
    return form_on(client, f"/admin/auth/user/{user.pk}/change/")


def test_a_new_writer_signs_in_and_opens_the_desk(client, keeper):
    marie = add(keeper, groups=[role("Writer")])

    client.logout()
    form = form_on(client, "/account/login/", "Sign in")
    form.post(login="marie", password="a bridge over water")
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/releases/edition/add/").status_code == 200
    assert (marie.email, marie.get_full_name()) == ("marie@example.org", "Marie Peeters")


def test_a_new_translator_has_the_languages_of_the_form(keeper):
    marie = add(keeper, groups=[role("Translator")], languages=["fr", "nl"])

    assert languages_of(marie) == ["fr", "nl"]
    assert form_of(keeper, marie).values["languages"] == ["fr", "nl"]


def test_somebody_without_a_role_opens_nothing(client, keeper):
    marie = add(keeper)

    assert not marie.is_staff
    client.force_login(marie)
    assert client.get("/admin/", follow=True).status_code == 403


def test_the_desk_closes_when_the_last_role_is_taken_away(client, keeper):
    marie = add(keeper, groups=[role("Writer")])

    form_of(keeper, marie).post(groups=[])

    client.force_login(get_user_model().objects.get(pk=marie.pk))
    assert client.get("/admin/", follow=True).status_code == 403


def test_a_superuser_without_a_role_keeps_the_desk(client):
    boss = make_editor("boss")
    client.force_login(boss)

    form_of(client, boss).post(last_name="Boss")

    boss.refresh_from_db()
    assert boss.is_staff


@pytest.mark.parametrize("page", ["add", "change"])
def test_the_form_asks_for_what_a_press_office_knows(keeper, page):
    user = make_staff("Writer")
    form = form_on(keeper, ADD if page == "add" else f"/admin/auth/user/{user.pk}/change/")

    hidden = {"csrfmiddlewaretoken", "drawn_from"}
    own = {"password1", "password2"} if page == "add" else {"is_active"}
    known = {"username", "first_name", "last_name", "email", "groups", "languages"}
    assert set(form.controls) - hidden == known | own


def test_only_a_superuser_makes_superusers(client, keeper):
    user = make_staff("Writer")

    assert "is_superuser" not in form_of(keeper, user)
    client.force_login(make_editor("boss"))
    assert "is_superuser" in form_of(client, user)
