from datetime import datetime
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, F, When
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import escape_uri_path, iri_to_uri
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, PrivateFileField, TextField, URLField

from .edition import Edition
from .moment import Moment
from .prepared import prepared


class IntakeQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Return those no release has been made from yet."""
        return self.filter(release=None)

    def moved_to(self, path: str, at: datetime) -> Edition | None:
        """
        Return a text of the release that had the address `path` where it came from, if it has
        been public here by `at`, an aware datetime: in the language it had there, if there is
        one. None else. One query where no release came from there, three where one did.
        """
        releases = _made_of(path)
        if not releases:
            return None
        editions = Edition.objects.ever_public(Moment.of(at)).filter(release__in=releases)
        own = Case(When(language=F("release__intakes__language"), then=0), default=1)
        return editions.select_related("release").order_by(own, "-version", "pk").first()


@prepared
def _made_of(path: str) -> models.QuerySet[Any]:
    return Intake.objects.filter(path=path).values_list("release", flat=True)[:10]


class Intake(models.Model):
    """
    An intake is what a release is made from: a file or a pasted text, as it came in.

    `document` is what was read in it (see `releases.reading.document`), `proposal` what was
    found and matched, `answers` what somebody has chosen so far, as the form sends it. Once
    a draft is made from it, it keeps the file with the release.
    """

    name = CharField(_("file"), max_length=200, blank=True)
    file = PrivateFileField(_("original"), upload_to="intake/%Y/%m/", blank=True)
    # Of the bytes that came in: the same file is known when it comes again.
    digest = CharField(max_length=64, db_index=True, editable=False)
    document = models.JSONField(default=dict, editable=False)
    proposal = models.JSONField(default=dict, editable=False)
    answers = TextField(blank=True, editable=False)
    # Of the draft that was made of it.
    language = CharField(max_length=12, blank=True, editable=False)
    address = URLField(
        _("original address"),
        max_length=1000,
        blank=True,
        help_text=_("Where the release was read before: that address leads to it from now on."),
    )
    # The part of the address after the host, by which readers come in.
    path = CharField(max_length=1000, blank=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("taken in by"),
    )
    at = models.DateTimeField(_("taken in at"), default=timezone.now, editable=False)
    release = models.ForeignKey(
        "PressRelease",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="intakes",
        verbose_name=_("press release"),
    )

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        ordering = ["-pk"]
        indexes = [
            # Of all paths: SQLite would not see that one asked for is not empty.
            models.Index(fields=["path"], name="intake_path"),
        ]

    def __str__(self) -> str:
        return self.name or str(_("Pasted text"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.path = path_of(self.address)
        super().save(*args, **kwargs)

    @property
    def embargo_is_unclear(self) -> bool:
        """Whether a line speaks of an embargo, and nobody has understood until which instant."""
        found = self.proposal.get("embargo")
        return bool(found) and "T" not in (found["value"] or "")

    def tell_embargo(self, until: datetime | None) -> None:
        """Keep what a person says of it: its end, an aware datetime, or None for no embargo."""
        told = {"value": until.isoformat(), "sure": 1.0} if until else None
        self.proposal["embargo"] = told and self.proposal["embargo"] | told

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete its file too, which nothing else names."""
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: self.file.delete(save=False))
        return deleted

    @property
    def desk_file_url(self) -> str:
        return reverse("admin:releases_intake_original", args=[self.pk])


def path_of(address: str) -> str:
    """
    Return the path and query of an address, as Django writes those it is asked for; empty
    for a home page. Raises ValueError for what is no address at all.
    """
    parts = urlsplit(address)
    path = escape_uri_path(unquote(parts.path))
    path += f"?{iri_to_uri(parts.query)}" if parts.query else ""
    return "" if path in ("", "/") else path
