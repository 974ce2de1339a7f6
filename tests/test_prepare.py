import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command

from releases.management.one_of_each import ACCOUNTS
from releases.models import PressRelease

pytestmark = pytest.mark.django_db


def prepare():
    output = StringIO()
    call_command("prepare", stdout=output)
    return output.getvalue()


def test_fresh_newsroom_has_the_first_release_and_two_accounts():
    output = prepare()

    password = re.search(r"as editor or as writer with the password (\S+)", output)[1]
    assert authenticate(username="editor", password=password).is_superuser
    writer = authenticate(username="writer", password=password)
    assert writer.has_perm("releases.submit_edition")
    assert not writer.has_perm("releases.approve_edition")
    assert [release.reference for release in PressRelease.objects.all()] == ["2021/0001"]


def test_password_is_another_one_each_time():
    first = prepare()
    get_user_model().objects.all().delete()

    assert prepare() not in first


def test_second_run_says_and_changes_nothing():
    prepare()
    before = list(get_user_model().objects.values()), list(PressRelease.objects.values())

    assert prepare() == ""
    assert (list(get_user_model().objects.values()), list(PressRelease.objects.values())) == before


def test_accounts_of_development_data_are_nobodys():
    for username in ACCOUNTS:
        get_user_model().objects.create_user(username)

    assert "Sign in as editor or as writer" in prepare()


def test_newsroom_with_an_account_of_its_own_gets_no_other():
    get_user_model().objects.create_user("sophie")

    assert "password" not in prepare()
    assert [user.username for user in get_user_model().objects.all()] == ["sophie"]
