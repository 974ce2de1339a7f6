from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath
from typing import Any, Self
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, PrivateFileField, TextField, URLField
from releases.text.languages import languages

from .moment import Moment
from .optimistic_lock import OptimisticLock
from .outcome import Outcome
from .querysets import alters_data, queryset_only
from .showing import Mention, PublicState
from .subject import PUBLIC

KEEPS_FILE = _("A file stays as it is, as its address does: replace the document by a new one.")
KEEPS_LINK = _(
    "This document is public, or stands in an approved text, and keeps its link: replace it by a "
    "new one."
)
KEEPS_ALTERNATIVE = _(
    "This document is public, or stands in an approved text, and keeps its accessible version: "
    "replace it by a new one."
)


class DocumentQuerySet(models.QuerySet["Document"]):
    def public(self, moment: Moment | None = None) -> Self:
        """
        Return the documents the public may open at a moment; now if not given.

        Those that a text has printed which can be read then, be it an earlier version; those
        that came of a meeting; and the accessible versions of both.
        """
        moment = moment or Moment.now()
        outcomes = Outcome.objects.public(moment)
        return self._referred_to(Mention.objects.readable(moment), outcomes)

    def settled(self) -> Self:
        """
        Return those that an approved text has printed, or that come of a meeting at a given
        instant, and their accessible versions: no review stands between them and the public, or
        they have been public.
        """
        outcomes = Outcome.objects.filter(public_from__isnull=False)
        return self._referred_to(Mention.objects.all(), outcomes)

    def with_newest(self, moment: Moment) -> Self:
        """
        Read in the same query, as `newest`, the key of what has taken the place of each document
        in public at a moment: of several that replaced one another, the last that is public.
        """
        first = Coalesce(OuterRef("original"), OuterRef("pk"))
        later = Document.objects.public(moment).filter(original=first, pk__gt=OuterRef("pk"))
        return self.annotate(newest=Subquery(later.order_by("-pk").values("pk")[:1]))

    @alters_data
    def update(self, **values: Any) -> int:
        """Raises ValidationError for another file, and for another link of what is settled."""
        if {"file", "sha256", "size"} & set(values):
            raise ValidationError(KEEPS_FILE)
        if "url" in values and self.settled().exists():
            raise ValidationError(KEEPS_LINK)
        return super().update(**values)

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        if self.undeletable().exists():
            raise ValidationError(PUBLIC)
        return super().delete()

    def undeletable(self) -> Self:
        return self.settled()

    def _referred_to(
        self, mentions: models.QuerySet[Mention], outcomes: models.QuerySet[Outcome]
    ) -> Self:
        """Return those that mentions or outcomes refer to, and their accessible versions."""
        this = OuterRef("pk")
        printed = mentions.filter(kind=Mention.Kind.DOCUMENT, subject=this)
        referred = Exists(printed) | Exists(outcomes.filter(document=this))
        alternative = Document.objects.filter(referred, alternative=this)
        return self.filter(referred | Exists(alternative))


def file_place(document: "Document", name: str) -> str:
    """Return where a file is stored: by its digest, so that each keeps the name it came with."""
    return f"documents/{document.sha256[:20]}/{name}"


class Document(OptimisticLock):
    """
    A document is a link or a file. It is private until something public refers to it.

    A file never changes, nor does a link once something approved refers to it: what is new is a
    document of its own, which `replaces` the old one. That one stays where it is listed, and a
    notice stands there once the new one is public. `sha256` is the digest of the file and
    `size` its bytes; the digest is part of its address, so anybody can tell that it is the same.
    """

    class Kind(models.TextChoices):
        COMMUNIQUE = "communique", _("Communiqué")
        AGREEMENT = "agreement", _("Agreement")
        REPORT = "report", _("Report")
        BACKGROUND = "background", _("Background")
        OTHER = "other", _("Other document")

    MENTIONED_AS = Mention.Kind.DOCUMENT

    title = CharField(_("title"), max_length=300)
    kind = CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    language = CharField(_("language"), max_length=12, choices=languages, blank=True)
    url = URLField(_("link"), max_length=1000, blank=True)
    file = PrivateFileField(_("file"), upload_to=file_place, max_length=200, blank=True)
    sha256 = CharField(_("SHA-256"), max_length=64, blank=True, editable=False, db_index=True)
    size = models.PositiveBigIntegerField(_("bytes"), null=True, editable=False)
    # Protected, as readers who need it are led to it.
    alternative = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("accessible version"),
        help_text=_("The same document in a form everybody can read, if this one is not."),
    )
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="replacement",
        null=True,
        blank=True,
        verbose_name=_("replaces"),
        help_text=_("The document in whose place this one is to be listed."),
        error_messages={"unique": _("That one has been replaced already: replace the newer one.")},
    )
    # The first of those that replaced one another: what was never public may lie in between.
    original = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, editable=False
    )
    why = TextField(
        _("why it replaces that one"),
        blank=True,
        help_text=_("One sentence, for the press office alone."),
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["title"]
        indexes = [
            models.Index(fields=["kind", "-id"], name="document_of_kind"),
            models.Index(fields=["title"], name="document_by_title"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(Q(url="") & ~Q(file="")) | (~Q(url="") & Q(file="")),
                name="document_is_link_or_file",
                violation_error_message=_("Give either a link or a file."),
            ),
            models.CheckConstraint(
                condition=Q(file="") | ~Q(sha256=""),
                name="document_file_has_digest",
                violation_error_message=_("The digest of the file is missing."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Keep the digest and the size of a new file, and what a replacement goes back to.

        Raises ValidationError for another file, and for another link or accessible version of
        what is public or approved; StaleError for a copy that is not the newest.
        """
        if not self._state.adding:
            self._refuse_exchange(self.as_read({"url", "file", "alternative_id"}) or {})
        self._digest()
        if self.replaces and not self.original_id:
            self.original = self.replaces.original or self.replaces
        changed = not self._state.adding and bool(self._changed())
        super().save(*args, **kwargs)
        if changed and Document.objects.public().filter(pk=self.pk).exists():
            PublicState.objects.bump()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if Document.objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(PUBLIC)
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        self._digest()
        if self.replaces and not self.why.strip():
            raise ValidationError({"why": _("Say why it takes the place of the other one.")})

    def get_absolute_url(self) -> str:
        if self.url:
            return self.url
        return reverse("document-file", kwargs={"digest": self.sha256, "name": self.filename})

    @property
    def desk_file_url(self) -> str:
        """Staff open it here before it is public: the file at the desk, or the link."""
        return self.url or reverse("admin:releases_document_file", args=[self.pk])

    @property
    def is_settled(self) -> bool:
        """Whether something approved or announced refers to it, see `settled()`. One query."""
        return Document.objects.settled().filter(pk=self.pk).exists()

    @property
    def host(self) -> str:
        """A link leads to this site, such as example.org; empty for a file."""
        return urlsplit(self.url).netloc

    @property
    def filename(self) -> str:
        return PurePath(self.file.name or "").name

    def _refuse_exchange(self, stored: Mapping[str, Any]) -> None:
        """Refuse to change what an address answers, or a text that is approved leads to."""
        changed = self._changed()
        if "file" in changed and stored.get("file"):
            raise ValidationError({"file": KEEPS_FILE})
        if {"url", "file", "alternative_id"}.isdisjoint(changed) or not self.is_settled:
            return
        if "url" in changed:
            raise ValidationError({"url": KEEPS_LINK})
        if "alternative_id" in changed and stored.get("alternative_id"):
            raise ValidationError({"alternative": KEEPS_ALTERNATIVE})

    def _digest(self) -> None:
        """Note what is in a file that is new; one that has its digest does not change."""
        if not self.file or self.sha256:
            return
        digest = sha256()
        for chunk in self.file.chunks():
            digest.update(chunk)
        self.sha256, self.size = digest.hexdigest(), self.file.size
