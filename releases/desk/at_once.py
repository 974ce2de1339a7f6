"""Asks whoever saves a form of the desk before what it holds becomes public at once."""

from hashlib import sha256

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from releases.models import Freeze

from .public_items import public_items, public_pages

HELD = _(
    "A freeze is on, or everything is stopped, and this would be public at once. Save it when "
    "that is over."
)


class UnconfirmedError(ValidationError):
    """A save would make `items` public at once, on `pages`, and nobody has said yet that it may."""

    def __init__(self, items, pages):
        super().__init__(
            _(
                "Not saved yet: this becomes public at once. Look at the list, tick the box, and "
                "save again."
            )
        )
        self.items, self.pages = items, pages


class ConfirmsPublishing(admin.ModelAdmin):
    """
    A ModelAdmin, used with `ShowsRefusals`, that lists what a save would put before the public at
    once before it is done. Only an editor may do it, and nobody while a freeze or a stop is on.
    """

    def save_model(self, request, obj, form, change):
        """Let the form remember what the public sees already, before anything is saved."""
        form.public_before = public_items(type(obj).objects.get(pk=obj.pk)) if change else {}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.judge_saved(request, form)

    def judge_saved(self, request, form):
        """Refuse what has just been saved, which is rolled back then, or let it be."""
        ask(request, form.instance, form.public_before)

    def render_change_form(self, request, context, *args, **kwargs):
        if isinstance(asked := context.get("refusal"), UnconfirmedError):
            # Nothing is wrong in the form: it is a question, not an error.
            context |= question(asked) | {"errors": None}
        return super().render_change_form(request, context, *args, **kwargs)


def ask(request, record, public_before):
    """Ask about what the public reads with a saved record now, and did not read before."""
    now = public_items(record)
    ask_about(request, record, [now[key] for key in now if key not in public_before])


def ask_about(request, record, items):
    """Raise PermissionDenied for who is no editor, ValidationError until the box is ticked."""
    if not items:
        return
    if not request.user.has_perm("releases.approve_edition"):
        raise PermissionDenied
    if Freeze.objects.on().exists():
        raise ValidationError(HELD)
    if request.POST.get("at_once") != _digest(items):
        raise UnconfirmedError(items, public_pages(record))


def question(asked):
    """Collect what the template of the question needs."""
    return {"at_once": asked, "digest": _digest(asked.items)}


def _digest(items):
    return sha256(repr(sorted(map(repr, items))).encode()).hexdigest()[:16]
