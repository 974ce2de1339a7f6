"""What goes public in the moment a form of the desk is saved: whoever saves it is asked first."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from releases.models import Document, Edition, Freeze, Meeting, PressRelease

HELD = _(
    "A freeze is on, or everything is stopped, and this would be public at once. Save it when "
    "that is over."
)


@dataclass(frozen=True)
class Item:
    """Something the public will read: `page` is the address of its own page, if it has one."""

    kind: str
    title: str
    file: str = ""
    page: str = ""


class AsksFirstError(ValidationError):
    """The items would be public at once, and nobody has said yet that they may be."""

    def __init__(self, items, pages):
        super().__init__(
            _(
                "Not saved yet: this becomes public at once. Look at the list, tick the box, and "
                "save again."
            )
        )
        self.items, self.pages = items, pages


class AsksFirst:
    """
    For a ModelAdmin that `ShowsRefusals`: what a save would put before the public at once is an
    editor's act, is listed before it is done, and waits while a freeze or a stop is on.
    """

    def save_model(self, request, obj, form, change):
        """Before anything is saved, the form remembers what the public sees already."""
        form.shown_before = shown(type(obj).objects.get(pk=obj.pk)) if change else {}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        now = shown(form.instance)
        self.ask(request, form.instance, [now[key] for key in now if key not in form.shown_before])

    def ask(self, request, record, items):
        """Raises PermissionDenied to who is no editor, and ValidationError until it is ticked."""
        if not items:
            return
        if not request.user.has_perm("releases.approve_edition"):
            raise PermissionDenied
        if Freeze.objects.on().exists():
            raise ValidationError(HELD)
        if request.POST.get("at_once") != _digest(items):
            raise AsksFirstError(items, pages(record))

    def render_change_form(self, request, context, *args, **kwargs):
        if isinstance(asked := context.get("refusal"), AsksFirstError):
            # Nothing is wrong in the form: it is a question, not an error.
            context |= {"at_once": asked, "digest": _digest(asked.items), "errors": None}
        return super().render_change_form(request, context, *args, **kwargs)


def shown(record):
    """What the public reads with a meeting or release, as items by key; with a hidden one none."""
    parts = {Meeting: _of_meeting, PressRelease: _of_release}.get(type(record))
    if parts is None or not type(record).objects.public().filter(pk=record.pk).exists():
        return {}
    return parts(record)


def pages(record):
    """The public pages that name a meeting, a release or a document: pairs of title and address."""
    meetings, editions = Meeting.objects.public(), Edition.objects.reachable()
    if isinstance(record, Meeting):
        meetings, editions = [record], editions.filter(release__meetings=record)
    elif isinstance(record, Document):
        named = Document.objects.filter(Q(pk=record.pk) | Q(alternative=record))
        meetings = meetings.filter(documents__in=named).distinct()
        of_meeting = Q(release__meetings__documents__in=named)
        editions = editions.filter(Q(release__documents__in=named) | of_meeting).distinct()
    else:
        meetings, editions = [], editions.filter(release=record)
    found = [(str(meeting), meeting.get_absolute_url()) for meeting in meetings]
    return found + [(text.title, text.canonical_url) for text in editions.select_related("release")]


def document_items(document):
    """A document and its accessible version, as items by key."""
    found = {("document", document.pk): _item(document)}
    if document.alternative:
        found["document", document.alternative.pk] = _item(document.alternative)
    return found


def _of_meeting(meeting):
    found = {("meeting", meeting.pk): _item(meeting)}
    if meeting.organiser:
        found["organisation", meeting.organiser.pk] = _item(meeting.organiser)
    related = ("appointment__person", "appointment__organisation", "organisation")
    for participation in meeting.participations.select_related(*related):
        office, organisation = participation.appointment, participation.organisation
        page = (office.person if office else organisation).get_absolute_url()
        key = ("participation", meeting.pk, office and office.pk, organisation and organisation.pk)
        found[key] = Item(_kind(participation), str(participation), page=page)
        if office and office.organisation:
            found["organisation", office.organisation.pk] = _item(office.organisation)
    for document in meeting.documents.select_related("alternative"):
        found |= document_items(document)
    return found


def _of_release(release):
    found = {}
    for document in release.documents.select_related("alternative"):
        found |= document_items(document)
    for meeting in release.meetings.all():
        found |= _of_meeting(meeting)
    for record in [*release.topics.all(), *release.contacts.all()]:
        found[record._meta.model_name, record.pk] = _item(record)
    return found


def _item(record):
    page = "" if isinstance(record, Document) else getattr(record, "get_absolute_url", str)()
    file = record.url or record.filename if isinstance(record, Document) else ""
    return Item(_kind(record), str(record), file, page)


def _kind(record):
    return capfirst(record._meta.verbose_name)


def _digest(items):
    return sha256(repr(sorted(map(repr, items))).encode()).hexdigest()[:16]
