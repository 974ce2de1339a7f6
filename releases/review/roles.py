"""
Who may do what: the rights of each role, given to the groups of that name after `migrate`.

This table is all there is to know. The four groups are set to it each time, so an upgrade
brings what is new in it; an office that wants other rights makes a role of its own.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

WRITER, TRANSLATOR, EDITOR, ADMINISTRATOR = "Writer", "Translator", "Editor", "Administrator"
ROLES = (WRITER, TRANSLATOR, EDITOR, ADMINISTRATOR)

TEXTS = ("pressrelease", "edition", "quote", "illustration", "playback")
SUBJECTS = (
    *("meeting", "person", "organisation", "topic", "appointment", "document", "picture"),
    *("recording", "presscontact"),
)
RECORDS = (*SUBJECTS, "participation", "outcome", "sight")
TRANSLATED = (
    *("meeting", "organisation", "topic", "appointment", "picture", "recording"),
    "presscontact",
)
KEPT = ("proposal", "reprint")


def all_of(verbs: str, *models: str) -> frozenset[str]:
    """The codenames Django gives to "add change" and so on of each of these models."""
    return frozenset(f"{verb}_{model}" for verb in verbs.split() for model in models)


@dataclass(frozen=True)
class Right:
    """Something that is done at the desk, the permissions it takes, and the roles that have it."""

    to: str
    permissions: frozenset[str]
    roles: tuple[str, ...]


RIGHTS = [
    Right("read all texts and records", all_of("view", *TEXTS, *RECORDS, *KEPT), ROLES),
    Right(
        "write texts, and submit them",
        all_of("change", "edition")
        | all_of("add change delete", "quote", "illustration", "playback")
        | {"submit_edition"},
        (WRITER, TRANSLATOR, EDITOR),
    ),
    Right(
        "do so in every language, not in those of the own account alone",
        frozenset({"write_any_language"}),
        (WRITER, EDITOR),
    ),
    Right(
        "begin releases, and drop what was never approved",
        all_of("add change delete", "pressrelease", "edition"),
        (WRITER, EDITOR),
    ),
    Right("take in files", all_of("view add change delete", "intake"), (WRITER, EDITOR)),
    Right(
        "add and change records, and propose changes of those that are public",
        all_of("add change", *RECORDS) | {"delete_participation", "delete_sight"},
        (WRITER, EDITOR),
    ),
    Right(
        "translate names in records into the own languages",
        all_of("change", *TRANSLATED),
        (WRITER, TRANSLATOR, EDITOR),
    ),
    Right(
        "change records that are public, decide on what others propose, announce meetings",
        frozenset({"decide_proposal"}),
        (EDITOR,),
    ),
    Right(
        "delete records that were never public",
        all_of("delete", *SUBJECTS, "outcome"),
        (EDITOR,),
    ),
    Right(
        "approve, send back, schedule and confirm what somebody else submitted",
        frozenset({"approve_edition"}),
        (EDITOR,),
    ),
    Right(
        "hold back what is still to come of a release",
        frozenset({"hold_pressrelease"}),
        (WRITER, EDITOR),
    ),
    Right(
        "move an embargo or lift it, and let go what is held back",
        frozenset({"schedule_pressrelease"}),
        (EDITOR,),
    ),
    Right(
        "remove releases from the site, and put them back",
        frozenset({"remove_pressrelease"}),
        (EDITOR,),
    ),
    Right(
        "let journalists read under embargo",
        all_of("view add change", "embargoaccess"),
        (EDITOR,),
    ),
    Right(
        "freeze, stop everything, and let go", all_of("view add change delete", "freeze"), (EDITOR,)
    ),
    Right(
        "see the identity of the newsroom as the desk holds it",
        all_of("view", "identity"),
        (EDITOR, ADMINISTRATOR),
    ),
    Right(
        "say who the newsroom is: name, emblem, press desk, legal notice",
        all_of("change", "identity"),
        (ADMINISTRATOR,),
    ),
    Right(
        "keep the accounts of those who work here",
        all_of("view add change", "user") | all_of("view add change delete", "profile"),
        (ADMINISTRATOR,),
    ),
]


def permissions_of(role: str) -> frozenset[str]:
    """The codenames of all a role may do."""
    return frozenset().union(*(right.permissions for right in RIGHTS if role in right.roles))


def give_rights(using: str, **kwargs: object) -> None:
    """Make the four groups, and give each its rights; called after every `migrate`."""
    for label in ("auth", "releases"):
        # Django makes permissions after `migrate` too, and of some apps later than this is called.
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    known = Permission.objects.using(using).filter(content_type__app_label__in=("auth", "releases"))
    for role in ROLES:
        group, _made = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(known.filter(codename__in=permissions_of(role)))
