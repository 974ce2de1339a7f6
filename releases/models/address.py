from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, SlugField


class AddressQuerySet(models.QuerySet["Address"]):
    def claim(self, scope: str, slug: str, owner: int) -> None:
        """
        Give an address to the record `owner` (a key), for ever; costs a query or two.

        Raises ValidationError if another record has or had it.
        """
        address = self.get_or_create(scope=scope, slug=slug, defaults={"owner": owner})[0]
        if address.owner != owner:
            raise ValidationError(
                {"slug": _("The address “%(slug)s” belongs to another page.") % {"slug": slug}}
            )

    def of(self, scope: str, slug: str) -> QuerySet[Any]:
        """Return the keys of the records that have or had an address, for a subquery."""
        return self.filter(scope=scope, slug=slug).values("owner")


class Address(models.Model):
    """
    An address says which record the last part of a page's address was given to, for ever.

    `scope` is the model's name; for releases the day, as in 2021-03-30. A record that gets
    another address keeps those it had: they lead to the new one.
    """

    scope = CharField(max_length=20)
    slug = SlugField(max_length=90)
    # A key of several models, by `scope`: no foreign key can point to them all.
    owner = models.PositiveBigIntegerField()

    objects = AddressQuerySet.as_manager()

    class Meta:
        constraints = [
            # Two who approve in the same instant: the database lets one of them have it.
            models.UniqueConstraint(fields=["scope", "slug"], name="address_given_once"),
        ]
        indexes = [models.Index(fields=["owner"], name="address_owner")]

    def __str__(self) -> str:
        return f"{self.scope}/{self.slug}"
