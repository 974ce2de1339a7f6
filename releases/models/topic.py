from datetime import datetime
from typing import Self

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.text.names import NamesField

from .edition import Edition
from .release import PressRelease
from .subject import Subject, SubjectQuerySet


class TopicQuerySet(SubjectQuerySet):
    def public(self, at: datetime | None = None) -> Self:
        """Return those of releases public at `at`, an aware datetime; now if not given."""
        return self.filter(
            Exists(Edition.objects.reachable(at).filter(release__topics=OuterRef("pk")))
        )

    def undeletable(self) -> Self:
        return self.filter(releases__in=PressRelease.objects.undeletable()).distinct()


class Topic(Subject):
    """Releases are grouped by what they are about."""

    NAMED_BY = ("release__topics",)

    names = NamesField(_("name"))

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.names)

    def get_absolute_url(self) -> str:
        return reverse("topic-detail", kwargs={"slug": self.slug})
