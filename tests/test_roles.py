"""What each role of the press office may do, as it is given after `migrate`."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from releases.models import Profile, languages_of, may_write
from releases.review.roles import RIGHTS, ROLES, permissions_of
from tests.builders import make_edition, make_editor, make_staff, submit
from tests.forms import form_on

pytestmark = pytest.mark.django_db


def may(role):
    """The rights of a role, as stored."""
    permissions = Group.objects.get(name=role).permissions
    return set(permissions.values_list("codename", flat=True))


def with_verb(role, verb):
    return {name.partition("_")[2] for name in may(role) if name.startswith(f"{verb}_")}


STEPS = {
    "submit_edition": {"Writer", "Translator", "Editor"},
    "write_any_language": {"Writer", "Editor"},
    "add_pressrelease": {"Writer", "Editor"},
    "add_intake": {"Writer", "Editor"},
    "delete_edition": {"Writer", "Editor"},
    "change_edition": {"Writer", "Translator", "Editor"},
    "change_quote": {"Writer", "Translator", "Editor"},
    "change_person": {"Writer", "Editor"},
    "approve_edition": {"Editor"},
    "remove_pressrelease": {"Editor"},
    "add_freeze": {"Editor"},
    "change_freeze": {"Editor"},
    "delete_freeze": {"Editor"},
    "add_embargoaccess": {"Editor"},
    "change_embargoaccess": {"Editor"},
    "delete_person": {"Editor"},
    "delete_document": {"Editor"},
    "view_edition": {"Writer", "Translator", "Editor", "Administrator"},
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


@pytest.mark.parametrize("role", ROLES)
def test_every_right_a_role_is_to_have_exists(role):
    assert may(role) == permissions_of(role)


def test_an_upgrade_sets_the_roles_to_what_they_are_and_leaves_others_alone():
    own = Group.objects.create(name="Interns")
    own.permissions.set(Permission.objects.filter(codename="view_edition"))
    writer = Group.objects.get(name="Writer")
    writer.permissions.remove(Permission.objects.get(codename="submit_edition"))
    writer.permissions.add(Permission.objects.get(codename="approve_edition"))

    call_command("migrate", verbosity=0)

    assert may("Writer") == permissions_of("Writer")
    assert may("Interns") == {"view_edition"}


def test_at_the_desk_the_roles_of_the_newsroom_are_read_and_others_changed(client):
    client.force_login(make_editor())
    writer, own = Group.objects.get(name="Writer"), Group.objects.create(name="Interns")

    page = client.get(reverse("admin:auth_group_change", args=[writer.pk])).content.decode()
    assert "This role comes with the newsroom" in page
    assert "_save" not in page
    assert "Newsroom | topic | Can view topic" in page
    assert "Can add topic, " not in page
    form_on(client, reverse("admin:auth_group_change", args=[own.pk])).post(name="Trainees")

    own.refresh_from_db()
    assert own.name == "Trainees"


def test_the_guide_tells_of_every_right_and_whose_it_is():
    guide = (Path(__file__).parent.parent / "docs" / "editors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", guide, re.M)
    told = {
        to: tuple(role for role, mark in zip(ROLES, marks, strict=True) if mark == "yes")
        for to, *marks in rows
    }

    assert {right.to: told.get(right.to) for right in RIGHTS} == {
        right.to: right.roles for right in RIGHTS
    }


def test_an_editor_may_all_that_a_writer_may_and_a_writer_all_that_a_translator_may():
    translator, writer, editor = (may(role) for role in ("Translator", "Writer", "Editor"))
    assert translator < writer < editor


def test_an_administrator_approves_only_with_the_role_of_an_editor_too():
    draft, keeper = submit(make_edition(draft=True)), make_staff("Administrator")
    assert draft.steps_for(keeper) == []

    keeper.groups.add(Group.objects.get(name="Editor"))

    keeper = type(keeper).objects.get(pk=keeper.pk)
    assert draft.steps_for(keeper) == ["approve", "send_back"]


def test_everybody_reads_the_texts_and_the_records():
    read = with_verb("Translator", "view")

    assert {"pressrelease", "edition", "quote", "meeting", "person", "document"} <= read
    assert read <= with_verb("Writer", "view")


def test_a_translator_changes_texts_and_quotes_and_what_has_names_in_languages():
    named = {"meeting", "organisation", "topic", "appointment", "picture", "presscontact"}
    named |= {"recording"}
    placed = {"illustration", "playback", "quote"}
    assert with_verb("Translator", "add") == placed
    assert with_verb("Translator", "change") == {"edition"} | placed | named
    assert with_verb("Translator", "delete") == placed


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


@pytest.mark.parametrize("role", ["Writer", "Editor"])
def test_the_others_write_every_language(role):
    assert all(may_write(make_staff(role), code) for code in ("en", "fr", "nl", "de"))


def test_a_superuser_may_everything_and_a_superuser_that_left_nothing():
    boss = make_editor()
    assert may_write(boss, "de")

    boss.is_active = False
    assert not may_write(boss, "de")
