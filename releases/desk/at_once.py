"""Asks whoever saves a form of the desk before what it holds becomes public at once."""

from hashlib import sha256

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from releases.models import Freeze

from .public_items import public_items
from .what_leans import what_leans_on

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
        raise UnconfirmedError(items, what_leans_on(record).pages)


def question(asked):
    """Collect what the template of the question needs."""
    return {"at_once": asked, "digest": _digest(asked.items)}


def _digest(items):
    return sha256(repr(sorted(map(repr, items))).encode()).hexdigest()[:16]
