"""Says of which records each change is kept: those of the newsroom, its accounts and roles."""

from auditlog.context import set_actor
from auditlog.registry import auditlog
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Model

from releases import models

# Fields of which no change is kept.
LEFT_OUT = [
    "id",  # every entry names its record
    "revision",  # counts the saves, which the log itself holds
    "digest",  # stands for a journalist's link, a secret, or for a file that was taken in
    "next_digest",  # stands for a link that is still to be mailed: a secret too
    "mail",  # holds a link: a secret, and forgotten once it is mailed
    "source_body",  # the whole text that a translation was made from
    "password",  # a secret
    "last_login",  # changes with every sign-in
    "begins_at",  # follows from the day, the hour and the zone of a meeting
    "over_at",  # follows from the same
    "removals",  # follow from the removals, which the log holds
    "document",  # the whole of a file that was taken in
    "proposal",  # the whole of what was found in it
    "answers",  # what a half-filled form holds
]

RECORDED: list[type[Model]] = [
    models.PressRelease,
    models.Edition,
    models.Quote,
    models.Step,
    models.Meeting,
    models.Participation,
    models.Outcome,
    models.Person,
    models.Appointment,
    models.Organisation,
    models.Topic,
    models.Document,
    models.PressContact,
    models.Freeze,
    models.EmbargoAccess,
    models.Intake,
    models.Profile,
    get_user_model(),
    Group,
]


def record():
    """Keep every change of these models from now on, whichever way it comes in."""
    for model in RECORDED:
        auditlog.register(
            model,
            exclude_fields=LEFT_OUT,
            m2m_fields={field.name for field in model._meta.many_to_many},
        )


def actor(get_response):
    """Say who changes what during a request to the desk; the public pages change nothing."""

    def middleware(request):
        if not request.path_info.startswith("/admin/") or not request.user.is_authenticated:
            return get_response(request)
        with set_actor(request.user):
            return get_response(request)

    return middleware
