from datetime import timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from .edition import Edition

GONE_AFTER = timedelta(seconds=90)  # three times the interval at which open pages report


class PresenceQuerySet(models.QuerySet):
    def seen(self, edition: Edition, user: User) -> None:
        """Note that `user` has the text open now."""
        self.update_or_create(edition=edition, user=user, defaults={"at": timezone.now()})

    def others(self, edition: Edition, user: User) -> Self:
        """Return those beside `user` who have the text open."""
        lately = self.filter(edition=edition, at__gt=timezone.now() - GONE_AFTER)
        return lately.exclude(user=user).select_related("user").order_by("user__username")


class Presence(models.Model):
    """Somebody has a text open at the desk; `at` is when the page last said so."""

    edition = models.ForeignKey("Edition", models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "user"], name="presence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.edition}"
