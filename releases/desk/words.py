"""Says of a text, at the desk, where it stands, when it goes out, what can begin with it."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, Freeze, PressRelease, may_write
from releases.models.freeze import holding
from releases.text.instants import distance, in_newsroom_time
from releases.text.languages import languages, name_of_language


def state_of(edition: Edition) -> str | Promise:
    """Say where a text stands, in a word."""
    if edition.is_approved:
        over = edition.visible_until and edition.visible_until <= timezone.now()
        return _("replaced") if over else _("approved")
    return _("in review") if edition.is_in_review else _("draft")


def when_it_goes_out(due: datetime, ahead: Iterable[Freeze] | None = None) -> str:
    """
    Say when what is approved and due at `due`, an aware datetime, goes public: at that instant,
    or at the end of the freeze that holds it.

    `ahead` are the freezes that are not over; one query if not given.
    """
    about = {"instant": in_newsroom_time(due), "distance": distance(due)}
    freeze = Freeze.objects.holding(due) if ahead is None else holding(ahead, due)
    if freeze is None:
        return _("Goes out on %(instant)s, %(distance)s") % about
    if freeze.ends_at is None:
        return _("Due on %(instant)s, waits until the emergency stop is lifted") % about
    about["end"] = in_newsroom_time(freeze.ends_at)
    return _("Due on %(instant)s, waits until the freeze ends: %(end)s") % about


def how_it_waits(edition: Edition, ahead: Iterable[Freeze] | None = None) -> str:
    """Say of an approved text that is not public when it goes out, or who holds it back and why."""
    release = edition.release
    return held_back(release) if release.held_at else when_it_goes_out(edition.due, ahead)


def held_back(release: PressRelease) -> str:
    """Say since when, by whom and why a release is held back."""
    return _("Held back since %(since)s by %(name)s: %(reason)s") % {
        "since": date_format(timezone.localtime(release.held_at), "DATETIME_FORMAT"),
        "name": release.held_by,
        "reason": release.held_reason,
    }


def out_at(due: datetime, ahead: Iterable[Freeze]) -> datetime | None:
    """Return when what is due at `due` goes public; None while a stop, which has no end, is on."""
    freeze = holding(ahead, due)
    return freeze.ends_at if freeze else due


def missing_languages(editions: Iterable[Edition], user: User) -> list[tuple[str, str]]:
    """List the languages, with their names, that a release has no text in and `user` writes."""
    there = {edition.language for edition in editions}
    return [
        (code, name_of_language(code))
        for code, __ in languages()
        if code not in there and may_write(user, code)
    ]
