from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.http.request import validate_host
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, URLField
from releases.text.hosts import is_public
from releases.text.names import Names, NamesField

from .immutable import ImmutableModel
from .optimistic_lock import OptimisticLock


class Removable(OptimisticLock, ImmutableModel):
    """
    What becomes of a public release that should not stay as it is; the kinds are GOV.UK's.

    Published in error: gone, with an explanation, or leading elsewhere. Consolidated: leads
    to the page that holds it now. Withdrawn: the text stays under a dated notice, and out of
    lists. Archived: gone, with a link to the copy in an archive.
    """

    class Removal(models.TextChoices):
        IN_ERROR = "in_error", _("Published in error")
        CONSOLIDATED = "consolidated", _("Consolidated into another page")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ARCHIVED = "archived", _("Archived")

    removal = CharField(
        _("removal"), max_length=20, choices=Removal.choices, blank=True, editable=False
    )
    removed_at = models.DateTimeField(_("removed at"), null=True, editable=False)
    removal_note = NamesField(_("public explanation"), blank=True, editable=False)
    moved_to = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("leads to the release"),
    )
    moved_to_url = URLField(
        _("leads to the page"), max_length=500, blank=True, default="", editable=False
    )

    class Meta:
        abstract = True

    @property
    def destination(self):
        """
        Where the address of a removed release leads: a release, an address elsewhere, or None.

        Follows releases that lead on to others to the last one, so that a reader is led once.
        """
        last, seen = self, set()
        while last.moved_to and last.pk not in seen:
            seen.add(last.pk)
            last = last.moved_to
        if last.moved_to_url and last.removal != self.Removal.ARCHIVED:
            return last.moved_to_url
        return last if last is not self else None

    @transaction.atomic
    def remove(self, by, kind, note=None, moved_to=None, url=""):
        """
        Take a public release off the site, in all languages at once, saying why.

        `kind` is one of `Removal`; `note` the public explanation as `Names`; `moved_to` (a
        release) or `url` (an address elsewhere) where its address leads from now on. Raises
        PermissionDenied, StaleError, or ValidationError saying what is missing. The kinds and
        what each needs are those of GOV.UK.
        """
        if not by.has_perm("releases.remove_pressrelease"):
            raise PermissionDenied
        # In one order, so that two that lead to one another wait for each other.
        both = [self.pk, *([moved_to.pk] if moved_to else [])]
        rows = type(self).objects.select_for_update(of=("self",)).filter(pk__in=both)
        found = {release.pk: release for release in rows.order_by("pk")}
        stored, moved_to = self.locked(), moved_to and found[moved_to.pk]
        if not stored.was_public:
            raise ValidationError(
                _("This release is not public. While it waits, take it off the schedule instead.")
            )
        if stored.removal:
            raise ValidationError(_("It is removed already: put it back first."))
        note = Names({code: text.strip() for code, text in (note or {}).items()})
        url = url.strip()
        stored._check_removal(kind, note, moved_to, url)
        stored.removal, stored.removal_note = kind, note
        stored.moved_to, stored.moved_to_url = moved_to, url
        stored.removed_at = timezone.now()
        stored.save()
        self.refresh_from_db()

    @transaction.atomic
    def restore(self, by):
        """
        Put a removed release back where it was.

        Raises PermissionDenied, StaleError, or ValidationError if it has not been removed.
        """
        if not by.has_perm("releases.remove_pressrelease"):
            raise PermissionDenied
        stored = self.locked()
        if not stored.removal:
            raise ValidationError(_("This release has not been removed."))
        stored.removal, stored.removed_at, stored.removal_note = "", None, Names()
        stored.moved_to, stored.moved_to_url = None, ""
        stored.save()
        self.refresh_from_db()

    def _check_removal(self, kind, note, moved_to, url):
        errors = {}
        leads = bool(moved_to or url)
        if kind not in self.Removal.values:
            errors["kind"] = _("Say which kind of removal it is.")
        if moved_to and url:
            errors["url"] = _("Give either a release or another page, not both.")
        if kind == self.Removal.CONSOLIDATED and not leads:
            errors["moved_to"] = _("Say which release or page holds it now.")
        if kind == self.Removal.ARCHIVED and not url:
            errors["url"] = _("Give the address of the copy in the archive.")
        if kind == self.Removal.WITHDRAWN and leads:
            errors["moved_to"] = _("A withdrawn text stays at its address: it leads nowhere else.")
        if kind != self.Removal.CONSOLIDATED and not note:
            errors["note"] = _("Say to the public why, in one language at least.")
        if url and "url" not in errors and (problem := _problem_with(url)):
            errors["url"] = problem
        if moved_to and (problem := self._problem_with_release(moved_to)):
            errors["moved_to"] = problem
        if errors:
            raise ValidationError(errors)

    def _problem_with_release(self, release):
        follow, seen = release, set()
        while follow and follow.pk not in seen:
            if follow.pk == self.pk:
                return _("This leads back to the release itself.")
            seen.add(follow.pk)
            follow = follow.moved_to
        if not release.was_public:
            return _("That release is not public: readers would be led to nothing.")
        return None


def _problem_with(url):
    """What is wrong with an address a removed release shall lead to, or None."""
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
