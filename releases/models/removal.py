"""Each kind of removal of a public release has its needs; the rules are those of GOV.UK."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http.request import validate_host
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.text.hosts import is_public
from releases.text.names import Names


@dataclass(frozen=True)
class PastRemoval:
    """
    A removal was undone: its `kind`, one of `PressRelease.Removal`, its public `note`, the codes
    of the languages it covered, and from when until when, aware datetimes, the text was gone.
    """

    kind: str
    note: Names
    languages: list[str]
    removed_at: datetime
    restored_at: datetime

    @classmethod
    def ending_now(cls, release: Any) -> Self:
        """Make that of a release that is put back now."""
        return cls(
            kind=release.removal,
            note=release.removal_note,
            languages=release.removed_in,
            removed_at=release.removed_at,
            restored_at=timezone.now(),
        )

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        """Make it of what `keep()` returned."""
        times = {name: datetime.fromisoformat(kept[name]) for name in ("removed_at", "restored_at")}
        return cls(**kept | times | {"note": Names(kept["note"])})

    def keep(self) -> dict[str, Any]:
        """Return what JSON can hold of it."""
        return {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in asdict(self).items()
        }


def problems_with_removal(
    release: Any, kind: str, note: Names, moved_to: Any, url: str
) -> dict[str, str]:
    """
    Say what is wrong with a removal, in sentences by the name of the field they are about: its
    `kind`, one of `PressRelease.Removal`; the public `note`; the release (`moved_to`) or the
    page (`url`) that the address shall lead to.
    """
    errors = {}
    kinds, leads = release.Removal, bool(moved_to or url)
    if kind not in kinds.values:
        errors["kind"] = _("Say which kind of removal it is.")
    if moved_to and url:
        errors["url"] = _("Give either a release or another page, not both.")
    if kind == kinds.CONSOLIDATED and not leads:
        errors["moved_to"] = _("Say which release or page holds it now.")
    if kind == kinds.ARCHIVED and not url:
        errors["url"] = _("Give the address of the copy in the archive.")
    if kind == kinds.WITHDRAWN and leads:
        errors["moved_to"] = _("A withdrawn text stays at its address: it leads nowhere else.")
    if kind != kinds.CONSOLIDATED and not note:
        errors["note"] = _("Say to the public why, in one language at least.")
    if url and (problem := _problem_with(url)):
        errors["url"] = problem
    if moved_to and (problem := _problem_with_release(release, moved_to)):
        errors["moved_to"] = problem
    return errors


def _problem_with_release(release: Any, moved_to: Any) -> str | None:
    """Say what is wrong with a release it shall lead to, or None. A query for each step."""
    # Two releases removed long ago may lead to one another already.
    follow, seen = moved_to, set()
    while follow and follow.pk not in seen:
        if follow.pk == release.pk:
            return _("This leads back to the release itself.")
        seen.add(follow.pk)
        follow = follow.moved_to
    if not moved_to.was_public:
        return _("That release is not public: readers would be led to nothing.")
    return None


def _problem_with(url: str) -> str | None:
    """Say what is wrong with an address a removed release shall lead to, or None."""
    try:
        URLValidator(schemes=["https", "http"])(url)
    except ValidationError:
        return _("Give a whole address, such as https://example.org/page.")
    host = urlsplit(url).hostname or ""
    if validate_host(host, settings.ALLOWED_HOSTS):
        return _("This address is on this site: choose the release it shall lead to.")
    if not is_public(host):
        return _("The public cannot open this address.")
    return None
