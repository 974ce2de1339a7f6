from typing import Self

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from releases.text.addresses import address
from releases.text.names import NamesField

from .moment import Moment
from .release import PressRelease
from .showing import Mention
from .subject import Subject, SubjectQuerySet, mentioned, named


class TopicQuerySet(SubjectQuerySet):
    def public(self, moment: Moment | None = None) -> Self:
        """Return those that a public text names."""
        return self.filter(named(Mention.Kind.TOPIC, moment or Moment.now()))

    def settled(self) -> Self:
        return self.filter(mentioned(Mention.Kind.TOPIC))

    def undeletable(self) -> Self:
        known = PressRelease.objects.undeletable().filter(topics=OuterRef("pk"))
        return self.filter(Exists(known))


class Topic(Subject):
    """Releases are grouped by what they are about."""

    MENTIONED_AS = Mention.Kind.TOPIC

    names = NamesField(_("name"))

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.names)

    def get_absolute_url(self) -> str:
        return address("topic-detail", slug=self.slug)
