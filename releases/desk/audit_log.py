"""Says of which records each change is kept: those of the newsroom, its accounts and roles."""

from auditlog.cid import correlation_id
from auditlog.context import set_actor
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from auditlog.signals import pre_log
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Model
from django.db.models.signals import m2m_changed

from releases import models
from releases.models import Part

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
    # Before the log's own receivers, which make the entry.
    pre_log.connect(_name_record)
    m2m_changed.connect(_name_record)
    for model in RECORDED:
        auditlog.register(
            model,
            exclude_fields=LEFT_OUT,
            m2m_fields={field.name for field in model._meta.many_to_many},
        )


def logged(obj):
    """Return the entries of a record and of what is edited with it, the latest first."""
    found = LogEntry.objects.filter(cid=_name(obj._meta.model_name, obj.pk))
    return found.select_related("actor", "content_type").order_by("-timestamp", "-pk")


def _name_record(sender, instance, **kwargs):
    """Let an entry name the record whose history it is in, where the log has an index."""
    model_name, key = instance._meta.model_name, instance.pk
    if isinstance(instance, Part):
        model_name, key = instance.WHOLE, instance.whole_id
    correlation_id.set(_name(model_name, key))


def _name(model_name, key):
    return f"{model_name} {key}"


def actor(get_response):
    """Say who changes what during a request to the desk; the public pages change nothing."""

    def middleware(request):
        if not request.path_info.startswith("/admin/") or not request.user.is_authenticated:
            return get_response(request)
        with set_actor(request.user):
            return get_response(request)

    return middleware
