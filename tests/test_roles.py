"""What each role of the press office may do, as the migration makes it."""

from importlib import import_module

import pytest
from django.contrib.auth.models import Group, Permission

from releases.models import Profile, languages_of, may_write
from tests.builders import make_editor, make_staff

pytestmark = pytest.mark.django_db

ROLES = ["Writer", "Translator", "Editor", "Administrator"]


def may(role):
    """The rights of a role, as stored."""
    make_staff(role)
    permissions = Group.objects.get(name=role).permissions
    return set(permissions.values_list("codename", flat=True))


def with_verb(role, verb):
    return {name.partition("_")[2] for name in may(role) if name.startswith(f"{verb}_")}


STEPS = {
    "submit_edition": {"Writer", "Translator", "Editor", "Administrator"},
    "write_any_language": {"Writer", "Editor", "Administrator"},
    "add_pressrelease": {"Writer", "Editor", "Administrator"},
    "delete_edition": {"Writer", "Editor", "Administrator"},
    "change_edition": {"Writer", "Translator", "Editor", "Administrator"},
    "change_quote": {"Writer", "Translator", "Editor", "Administrator"},
    "approve_edition": {"Editor", "Administrator"},
    "remove_pressrelease": {"Editor", "Administrator"},
    "add_freeze": {"Editor", "Administrator"},
    "change_freeze": {"Editor", "Administrator"},
    "delete_freeze": {"Editor", "Administrator"},
    "add_embargoaccess": {"Editor", "Administrator"},
    "change_embargoaccess": {"Editor", "Administrator"},
    "delete_person": {"Editor", "Administrator"},
    "delete_document": {"Editor", "Administrator"},
    "add_user": {"Administrator"},
    "change_user": {"Administrator"},
    "change_profile": {"Administrator"},
    "delete_embargoaccess": set(),
    "delete_user": set(),
    "change_group": set(),
    "change_permission": set(),
    "delete_step": set(),
    "change_step": set(),
    "add_step": set(),
    "change_address": set(),
    "delete_address": set(),
    "change_opening": set(),
}


@pytest.mark.parametrize("right", STEPS)
def test_each_right_belongs_to_its_roles(right):
    assert {role for role in ROLES if right in may(role)} == STEPS[right]


def test_every_right_the_roles_are_to_have_exists():
    roles = import_module("releases.migrations.0003_roles_and_addresses").ROLES

    intakes = {f"{verb}_intake" for verb in ("view", "add", "change", "delete")}
    for role, listed in roles.items():
        assert may(role) == set(listed) | (set() if role == "Translator" else intakes)


def test_each_role_may_all_that_the_one_below_it_may():
    translator, writer, editor, administrator = (
        may(role) for role in ("Translator", "Writer", "Editor", "Administrator")
    )
    assert translator < writer < editor < administrator


def test_everybody_reads_the_texts_and_the_records():
    read = with_verb("Translator", "view")

    assert {"pressrelease", "edition", "quote", "meeting", "person", "document"} <= read
    assert read <= with_verb("Writer", "view")


def test_a_translator_changes_texts_and_quotes_and_nothing_else():
    assert with_verb("Translator", "add") == {"quote"}
    assert with_verb("Translator", "change") == {"edition", "quote"}
    assert with_verb("Translator", "delete") == {"quote"}


def test_rights_that_are_not_of_the_newsroom_stay_with_superusers():
    assert not Permission.objects.filter(
        group__name__in=ROLES, content_type__app_label__in=["admin", "sessions", "contenttypes"]
    ).exists()


def test_a_translator_writes_the_languages_of_the_profile():
    translator = make_staff("Translator", languages=["fr", "nl"])

    assert languages_of(translator) == ["fr", "nl"]
    assert [code for code in ("en", "fr", "nl", "de") if may_write(translator, code)] == [
        "fr",
        "nl",
    ]


def test_a_translator_without_languages_writes_none():
    translator = make_staff("Translator")
    assert not may_write(translator, "fr")

    Profile.objects.create(user=translator)
    assert not may_write(type(translator).objects.get(pk=translator.pk), "fr")


def test_the_languages_of_who_has_no_right_to_write_count_for_nothing():
    stranger = make_staff(languages=["fr"])

    assert not may_write(stranger, "fr")


@pytest.mark.parametrize("role", ["Writer", "Editor", "Administrator"])
def test_the_others_write_every_language(role):
    assert all(may_write(make_staff(role), code) for code in ("en", "fr", "nl", "de"))


def test_a_superuser_may_everything_and_a_superuser_that_left_nothing():
    boss = make_editor()
    assert may_write(boss, "de")

    boss.is_active = False
    assert not may_write(boss, "de")
