from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.fields import NamesField
from releases.slugs import free_slug

from .release import PressRelease


class TopicQuerySet(models.QuerySet):
    def public(self, at=None):
        """Topics of releases public at `at`, an aware datetime; now if not given."""
        return self.filter(releases__in=PressRelease.objects.public(at)).distinct()


class Topic(models.Model):
    """What releases are about."""

    names = NamesField(_("name"))
    slug = models.SlugField(
        _("address"),
        max_length=90,
        unique=True,
        blank=True,
        help_text=_("The last part of the page's address. Made from the name if left empty."),
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self):
        return str(self.names)

    def save(self, *args, **kwargs):
        self.slug = self.slug or free_slug(self, str(self.names))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("topic-detail", kwargs={"slug": self.slug})
