from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext_lazy as _

from .part import Part


class Profile(Part):
    """A profile is what the newsroom knows of a member of staff beside the account."""

    WHOLE = "user"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    languages = models.JSONField(
        _("languages"),
        default=list,
        blank=True,
        help_text=_("The languages a translator writes."),
    )

    class Meta:
        verbose_name = _("languages of a translator")
        verbose_name_plural = _("languages of a translator")

    def __str__(self) -> str:
        return str(self.user)


def may_write(user: User, language: str) -> bool:
    """Whether `user` may write texts in a language: translators only in their own."""
    if not user.has_perm("releases.change_edition"):
        return False
    return user.has_perm("releases.write_any_language") or language in languages_of(user)


def languages_of(user: User) -> list[str]:
    """Return the codes of the languages a translator writes. One query for each user read."""
    # Asked several times for each page of the desk, of a user who is read anew for each.
    remembered: Any = user
    if not hasattr(remembered, "_languages"):
        listed = Profile.objects.filter(user=user).values_list("languages", flat=True)
        remembered._languages = listed.first() or []
    return remembered._languages
