from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from releases.text.fields import SlugField
from releases.text.slugs import slug_from

from .address import Address
from .moment import Moment
from .optimistic_lock import OptimisticLock
from .querysets import alters_data, queryset_only
from .showing import Mention, PublicState

PUBLIC = _("This is or was public: it cannot be deleted.")


def named(kind: Mention.Kind, moment: Moment, key: str = "pk") -> Exists:
    """Return the condition that a text which can be read names the record that has this `key`."""
    return Exists(Mention.objects.readable(moment).filter(kind=kind, subject=OuterRef(key)))


def mentioned(kind: Mention.Kind) -> Exists:
    """Return the condition that an approved text names the record, public yet or not."""
    return Exists(Mention.objects.filter(kind=kind, subject=OuterRef("pk")))


class SubjectQuerySet(models.QuerySet[Any]):
    def public(self, moment: Moment | None = None) -> Self:
        """Return what the public may see at a moment, now if not given; each model says which."""
        raise NotImplementedError

    def settled(self) -> Self:
        """
        Return what the public leans on: what an approved text or an announced meeting names, so
        that it is public or will be without another review.
        """
        raise NotImplementedError

    def undeletable(self) -> Self:
        """Return what has been public and cannot be deleted; a model that can tell says more."""
        return self.public()

    def addressed(self, slug: str) -> Self:
        """Return the record that has or had an address: each is in the table of addresses."""
        return self.filter(pk__in=Address.objects.of(str(self.model._meta.model_name), slug))

    @alters_data
    @queryset_only
    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        # This way round: nested once more, the question is too deep for SQLite.
        if self.model.objects.undeletable().filter(pk__in=self.order_by().values("pk")).exists():
            raise ValidationError(PUBLIC)
        keys = list(self.order_by().values_list("pk", flat=True))
        deleted = super().delete()
        Address.objects.filter(scope=self.model._meta.model_name, owner__in=keys).delete()
        return deleted


class Subject(OptimisticLock):
    """
    Releases are about a subject, which has a page: its address is given once, and one it had
    before leads to the one it has. What has been public cannot be deleted. `MENTIONED_AS`
    is how the texts that name it are found.
    """

    MENTIONED_AS: ClassVar[Mention.Kind]

    objects: Any

    slug = SlugField(
        _("address"),
        max_length=90,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of the page's address. Made from the name if left empty; after a "
            "change, the old address leads to the new one."
        ),
    )

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError if the address belongs, or belonged, to another record."""
        given, changed = self.slug, self._state.adding or bool(self._changed())
        while True:
            self.slug = given or self._free_slug()
            try:
                # A savepoint, as PostgreSQL forgets the whole transaction after an error.
                with transaction.atomic():
                    super().save(*args, **kwargs)
                break
            except IntegrityError:
                # Somebody was faster: another number then, unless this very address was asked for.
                if not type(self).objects.filter(slug=self.slug).exclude(pk=self.pk).exists():
                    raise
                if given:
                    raise self._taken() from None
        Address.objects.claim(str(self._meta.model_name), self.slug, self.pk)
        if changed:
            self.tell_the_public()

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if type(self).objects.undeletable().filter(pk=self.pk).exists():
            raise ValidationError(PUBLIC)
        # Nobody has seen it: its address is free again.
        Address.objects.filter(scope=self._meta.model_name, owner=self.pk).delete()
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        others = type(self).objects.addressed(self.slug).exclude(pk=self.pk)
        if self.slug and others.exists():
            raise self._taken()

    def tell_the_public(self) -> None:
        """Count a change of what the public sees. One query for a record that nobody sees."""
        if type(self).objects.public().filter(pk=self.pk).exists():
            PublicState.objects.bump()

    def _taken(self) -> ValidationError:
        return ValidationError(
            {"slug": _("The address “%(slug)s” belongs to another page.") % vars(self)}
        )

    def _free_slug(self) -> str:
        """Make one from the name, numbered if another record has or had it. One query a try."""
        start = slug = slug_from(str(self), str(self._meta.model_name))
        number = 1
        while type(self).objects.addressed(slug).exclude(pk=self.pk).exists():
            number += 1
            slug = f"{start}-{number}"
        return slug
