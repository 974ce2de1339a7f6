from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, EmailField
from releases.text.names import NamesField

from .moment import Moment
from .optimistic_lock import OptimisticLock
from .querysets import alters_data, queryset_only
from .release import PressRelease
from .showing import Mention
from .subject import PUBLIC, mentioned, named


class PressContactQuerySet(models.QuerySet[Any]):
    def public(self, moment: Moment | None = None) -> Self:
        """Return those that a public text names."""
        return self.filter(named(Mention.Kind.CONTACT, moment or Moment.now()))

    def settled(self) -> Self:
        """Return those that an approved text names: journalists read them, or will."""
        return self.filter(mentioned(Mention.Kind.CONTACT))

    def undeletable(self) -> Self:
        known = PressRelease.objects.undeletable().filter(contacts=OuterRef("pk"))
        return self.filter(Exists(known))

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        if self.undeletable().exists():
            raise ValidationError(PUBLIC)
        return super().delete()


class PressContact(OptimisticLock):
    """Journalists can write to a press contact, or call it; only releases that name it show it."""

    MENTIONED_AS = Mention.Kind.CONTACT

    name = CharField(_("name"), max_length=200)
    roles = NamesField(_("role"), blank=True, help_text=_("Such as “Spokesperson”."))
    email = EmailField(_("email"), blank=True)
    phone = CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        help_text=_("With the country code, as in +32 2 501 81 11."),
    )

    objects = PressContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone=""),
                name="contact_can_be_reached",
                violation_error_message=_("Give an email address or a telephone number."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if PressContact.objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(PUBLIC)
        return super().delete(*args, **kwargs)
