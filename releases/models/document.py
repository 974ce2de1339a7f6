from pathlib import PurePath
from typing import Any, Self
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, PrivateFileField, URLField
from releases.text.languages import languages

from .meeting import Meeting
from .moment import Moment
from .optimistic_lock import OptimisticLock
from .querysets import alters_data, queryset_only
from .release import PressRelease
from .showing import Mention
from .subject import PUBLIC, mentioned, named


class DocumentQuerySet(models.QuerySet):
    def public(self, moment: Moment | None = None) -> Self:
        """
        Return the documents that a public text or meeting refers to at a moment, and their
        accessible versions; now if not given.
        """
        moment, this = moment or Moment.now(), OuterRef("pk")
        meetings = Meeting.objects.public(moment)
        of_meeting = Exists(meetings.filter(documents=this))
        alternative = Document.objects.filter(of_meeting, alternative=this)
        return self.filter(named(Mention.Kind.DOCUMENT, moment) | of_meeting | Exists(alternative))

    def settled(self) -> Self:
        """
        Return the documents that something approved or announced refers to, and their
        accessible versions: a change of them goes public without another review.
        """
        this, meetings = OuterRef("pk"), Meeting.objects.settled()
        referred = mentioned(Mention.Kind.DOCUMENT) | Exists(meetings.filter(documents=this))
        alternative = Document.objects.filter(referred, alternative=this)
        return self.filter(referred | Exists(alternative))

    def undeletable(self) -> Self:
        """Return what a release that was public, or a public meeting, refers to."""
        return self.filter(
            Q(releases__in=PressRelease.objects.undeletable())
            | Q(pk__in=Document.objects.public().values("pk"))
        ).distinct()

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        if self.undeletable().exists():
            raise ValidationError(PUBLIC)
        return super().delete()


class Document(OptimisticLock):
    """A document is a link or a file. A file is private until something public refers to it."""

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
    file = PrivateFileField(_("file"), upload_to="documents/%Y/%m/", blank=True)
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

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(url="") & ~Q(file="")) | (~Q(url="") & Q(file="")),
                name="document_is_link_or_file",
                violation_error_message=_("Give either a link or a file."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        if self.url:
            return self.url
        return reverse("document-file", kwargs={"pk": self.pk, "name": self.filename})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if Document.objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(PUBLIC)
        return super().delete(*args, **kwargs)

    @property
    def desk_file_url(self) -> str:
        """Staff open it here before it is public: the file at the desk, or the link."""
        return self.url or reverse("admin:releases_document_file", args=[self.pk])

    @property
    def host(self) -> str:
        """A link leads to this site, such as example.org; empty for a file."""
        return urlsplit(self.url).netloc

    @property
    def filename(self) -> str:
        return PurePath(self.file.name or "").name
