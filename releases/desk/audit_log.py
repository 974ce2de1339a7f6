"""What is kept of every change: each record of the newsroom, and who may do what."""

from auditlog.context import set_actor
from auditlog.registry import auditlog
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from releases import models

# Counted, or the whole of something else; a secret, or said at every sign-in; what a form holds.
LEFT_OUT = [
    "id",
    "revision",
    "digest",
    "next_digest",
    "mail",
    "source_body",
    "password",
    "last_login",
    "begins_at",
    "over_at",
    "document",
    "proposal",
    "answers",
]

RECORDED = [
    models.PressRelease,
    models.Edition,
    models.Quote,
    models.Step,
    models.Meeting,
    models.Participation,
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
