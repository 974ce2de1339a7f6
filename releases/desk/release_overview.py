"""Collects what the form of a release shows above its fields: its texts, and what leads on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, PressRelease, may_write
from releases.text.languages import languages

from .schedule_pages import WAYS as OF_SCHEDULE
from .schedule_pages import ways as ways_of_schedule
from .words import how_it_waits, missing_languages, state_of


@dataclass
class TextLine:
    """
    A text in the list of them. `behind` its source; `when` it goes out, empty unless it waits;
    `may_follow`: whether this person may begin the version after it.
    """

    edition: Edition
    state: str | Promise
    behind: bool
    when: str
    may_follow: bool


def overview(release: PressRelease, user: User) -> dict[str, Any]:
    """
    Collect for the template the `lines` of its texts, the `intakes` it was made from, the
    languages that are `missing` with the `sources` to translate from, and the `ways` on.
    """
    editions = list(release.editions.all())
    sources = _sources(editions)
    return {
        "lines": list(_lines(release, editions, user)),
        "intakes": release.intakes.order_by("pk"),
        "missing": missing_languages(editions, user) if sources else [],
        "sources": sources,
        "ways": list(_ways(release, user)),
    }


def _sources(editions):
    """Return the text that stands in each language; all texts while none is approved yet."""
    standing = [text for text in editions if text.is_approved and text.visible_until is None]
    return standing or editions


def _lines(release, editions, user) -> Iterator[TextLine]:
    """List the texts by language, the versions of each in their order."""
    behind = set(release.editions.behind().values_list("pk", flat=True))
    waiting = set(release.editions.waiting().values_list("pk", flat=True))
    for code, __ in languages():
        versions = [edition for edition in editions if edition.language == code]
        for edition in versions:
            waits = edition.pk in waiting
            stands = edition.is_approved and edition is versions[-1] and not waits
            yield TextLine(
                edition,
                state=state_of(edition),
                behind=edition.pk in behind,
                when=how_it_waits(edition) if waits else "",
                may_follow=stands and not release.removal and may_write(user, code),
            )


def _ways(release, user):
    """Give the name and the words of each button of what this person may do with it now."""
    for name in ways_of_schedule(release, user):
        yield name, OF_SCHEDULE[name]
    if release.is_scheduled and user.has_perm("releases.approve_edition"):
        yield "unschedule", _("Take it off the schedule")
    if user.has_perm("releases.remove_pressrelease"):
        if release.removal:
            yield "restore", _("Put it back")
        elif release.was_public:
            yield "remove", _("Remove from the site…")
    if release.is_scheduled and user.has_perm("releases.view_embargoaccess"):
        yield "accesses", _("Journalists who may read it before")
