from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, EmailField
from releases.text.names import NamesField

from .optimistic_lock import OptimisticLock


class PressContact(OptimisticLock):
    """Journalists can write to a press contact, or call it; only releases that name it show it."""

    name = CharField(_("name"), max_length=200)
    roles = NamesField(_("role"), blank=True, help_text=_("Such as “Spokesperson”."))
    email = EmailField(_("email"), blank=True)
    phone = CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        help_text=_("With the country code, as in +32 2 501 81 11."),
    )

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
