from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.text.fields import TextField
from releases.text.instants import to_the_minute
from releases.text.names import NamesField

from .optimistic_lock import OptimisticLock
from .querysets import alters_data, queryset_only
from .showing import PublicState

FROZEN = _("A freeze is on: give a time to come, or wait until it ends.")
BEGUN = _("This freeze has begun: end it instead of deleting it.")


class FreezeQuerySet(models.QuerySet["Freeze"]):
    def on(self, at: datetime | None = None) -> Self:
        """Return those that are on at `at`, an aware datetime; now if not given."""
        at = at or timezone.now()
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)

    def holding(self, due: datetime) -> "Freeze | None":
        """
        Return the freeze or stop that holds what is due at `due`, an aware datetime, now or once
        it is due: the last of them to end, and None if it goes out in time. One query.
        """
        at = max(due, timezone.now())
        return self.on(at).order_by(F("ends_at").desc(nulls_first=True)).first()

    def out_at(self, due: datetime) -> datetime:
        """
        Return when what was due at `due`, an aware datetime, came out: then, or at the end of
        the freezes that held it. A query for each of these, and one more.
        """
        at = due
        while True:
            held = self.on(at).filter(holds_after__lt=due).order_by(F("ends_at").desc())
            if not (end := held.values_list("ends_at", flat=True).first()):
                return at
            at = end

    def ahead(self) -> Self:
        """Return those that are on now, and those to come."""
        now = timezone.now()
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=now)).order_by("starts_at")

    def coming(self) -> Self:
        return self.filter(starts_at__gt=timezone.now()).order_by("starts_at")

    def forbids(self, at: datetime) -> bool:
        """
        Whether something public from `at`, an aware datetime, may not be so: that instant has
        come, and a freeze or a stop is on. A query or none.
        """
        return at <= timezone.now() and self.on().exists()

    @alters_data
    @queryset_only
    def delete(self) -> tuple[int, dict[str, int]]:
        if self.filter(starts_at__lte=timezone.now()).exists():
            raise ValidationError(BEGUN)
        return super().delete()


class Freeze(OptimisticLock):
    """
    Nothing goes public during a freeze: in mourning, before an election, in an emergency.

    What comes due between `starts_at` and `ends_at` waits until it ends. An emergency stop
    begins at once, holds all that is not public yet, and ends when somebody lifts it.
    `holds_after` is the last instant whose releases stay public; where one freeze begins
    during another, it is that of the earlier one.
    """

    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    # An emergency stop has none: that something is held back is told to nobody.
    public_reason = NamesField(
        _("public reason"),
        blank=True,
        help_text=_("Shown on the site while it lasts, such as “Period of national mourning”."),
    )
    internal_reason = TextField(_("internal reason"), help_text=_("For the press office alone."))
    emergency = models.BooleanField(_("emergency stop"), default=False, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("begun by"),
    )
    # Stored, so that the gate needs one small subquery and no comparison of freezes.
    holds_after = models.DateTimeField(editable=False)

    objects = FreezeQuerySet.as_manager()

    class Meta:
        verbose_name = _("freeze")
        verbose_name_plural = _("freezes")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
                name="freeze_ends_after_it_begins",
                violation_error_message=_("A freeze cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=False) | Q(emergency=True),
                name="freeze_has_an_end",
                violation_error_message=_("Say when the freeze ends."),
            ),
            models.UniqueConstraint(
                fields=["emergency"],
                condition=Q(emergency=True, ends_at=None),
                name="freeze_one_stop_at_a_time",
                violation_error_message=_("Everything is stopped already."),
            ),
        ]
        indexes = [models.Index(fields=["ends_at", "starts_at"], name="freeze_on")]

    def __str__(self) -> str:
        return str(self.public_reason) or str(_("Emergency stop"))

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError for what would hide what is public, or overlaps another freeze."""
        self.clean()
        self.holds_after = self._holds_after()
        super().save(*args, **kwargs)
        if self.is_on and not self.emergency:
            PublicState.objects.bump()  # readers are told of it
        # A coming one that begins during this one holds what this one held.
        for other in Freeze.objects.coming():
            Freeze.objects.filter(pk=other.pk).update(holds_after=other._holds_after())

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if Freeze.objects.filter(pk=self.pk, starts_at__lte=timezone.now()).exists():
            raise ValidationError(BEGUN)
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        if not self.starts_at or self.emergency:
            return
        if not self.ends_at:
            raise ValidationError({"ends_at": _("Say when the freeze ends.")})
        self.starts_at = to_the_minute(self.starts_at)
        self.ends_at = to_the_minute(self.ends_at)
        if self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("A freeze cannot end before it begins.")})
        self._refuse_to_rewrite()
        # Of two that touch, what the first held would go out in the instant the second begins.
        overlapping = Freeze.objects.filter(
            emergency=False, starts_at__lte=self.ends_at, ends_at__gte=self.starts_at
        ).exclude(pk=self.pk)
        if other := overlapping.first():
            raise ValidationError(
                _("It overlaps or touches the freeze “%(other)s”: change that one instead."),
                params={"other": other},
            )
        if not self.public_reason:
            raise ValidationError({"public_reason": _("Say to the public why, in one language.")})

    @property
    def has_begun(self) -> bool:
        return bool(self.pk) and self.starts_at <= timezone.now()

    @property
    def is_on(self) -> bool:
        return bool(self.pk) and self.is_on_at(timezone.now())

    def is_on_at(self, at: datetime) -> bool:
        """Whether it is on at `at`, an aware datetime. Says what `FreezeQuerySet.on()` asks."""
        return self.starts_at <= at and (self.ends_at is None or self.ends_at > at)

    def _holds_after(self) -> datetime:
        # What went public up to a stop has been seen; a freeze holds its own first minute too.
        own = self.starts_at if self.emergency else self.starts_at - timedelta(microseconds=1)
        earlier = Freeze.objects.on(self.starts_at).exclude(pk=self.pk)
        held = earlier.order_by("holds_after").values_list("holds_after", flat=True).first()
        return min(own, held) if held else own

    def _refuse_to_rewrite(self) -> None:
        now = timezone.now()
        stored = Freeze.objects.filter(pk=self.pk).first()
        if stored and stored.has_begun:
            if self.starts_at != stored.starts_at:
                raise ValidationError({"starts_at": _("It has begun: its beginning is fixed.")})
            # The running minute is the end that somebody who ends it now can give.
            given_late = self.ends_at and self.ends_at <= now - timedelta(minutes=1)
            if self.ends_at != stored.ends_at and (given_late or not stored.is_on):
                raise ValidationError({"ends_at": _("What is over stays as it was.")})
        elif self.starts_at <= now:
            raise ValidationError(
                {"starts_at": _("A freeze begins later than now: what is public stays public.")}
            )


def holding(freezes: Iterable[Freeze], due: datetime) -> Freeze | None:
    """Return what `FreezeQuerySet.holding()` would, from freezes that have been read already."""
    at = max(due, timezone.now())
    on = [freeze for freeze in freezes if freeze.is_on_at(at)]
    return max(on, key=lambda freeze: (freeze.ends_at is None, freeze.ends_at), default=None)
