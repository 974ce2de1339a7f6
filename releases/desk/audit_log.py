"""Says of which records each change is kept: those of the newsroom, its accounts and roles."""

from auditlog.cid import correlation_id
from auditlog.context import set_actor
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from auditlog.signals import pre_log
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model
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
    "sha256",  # follows from the file of a picture, a recording or a document
    "size",  # follows from the same
    "width",  # follows from the same
    "height",  # follows from the same
    "transparent",  # follows from the same
    "media_type",  # follows from the same
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
    models.Picture,
    models.Illustration,
    models.Sight,
    models.Recording,
    models.Playback,
    models.PressContact,
    models.Freeze,
    models.Identity,
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
    found = LogEntry.objects.filter(cid=_record_of(obj))
    if isinstance(obj, Part):
        kind = ContentType.objects.get_for_model(obj).pk
        # Not by the index of kinds: of one kind there are more entries than of one record.
        found = found.alias(kind=F("content_type_id") + 0).filter(kind=kind, object_pk=obj.pk)
    return found.select_related("actor", "content_type").order_by("-timestamp", "-pk")


def _name_record(sender, instance, **kwargs):
    """Let an entry name the record whose history it is in, where the log has an index."""
    correlation_id.set(_record_of(instance))


def _record_of(obj):
    """Name the record whose history something is in, be it the record or a part of it."""
    if isinstance(obj, Part):
        return f"{obj.WHOLE} {obj.whole_id}"
    return f"{obj._meta.model_name} {obj.pk}"


def actor(get_response):
    """Say who changes what during a request to the desk; the public pages change nothing."""

    def middleware(request):
        if not request.path_info.startswith("/admin/") or not request.user.is_authenticated:
            return get_response(request)
        with set_actor(request.user):
            return get_response(request)

    return middleware
