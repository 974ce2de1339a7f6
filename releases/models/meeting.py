from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Self
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.text.addresses import address
from releases.text.fields import CharField
from releases.text.instants import to_the_minute
from releases.text.names import NamesField

from .first_time import FirstTime
from .freeze import FROZEN, Freeze
from .moment import Moment
from .part import LockedPart
from .release import PressRelease
from .showing import Mention, new_tie, order_of, tie_of
from .subject import Subject, SubjectQuerySet, mentioned, named

MINUTE = timedelta(minutes=1)


def over_before(at: datetime) -> int:
    """Return the place in lists before which the meetings stand that are over at `at`."""
    return order_of(at + MINUTE)


def newsroom_zone() -> str:
    return settings.TIME_ZONE


@cache
def _zones() -> frozenset[str]:
    """Read the names of the zones once: they are a tree of files."""
    return frozenset(available_timezones())


def check_zone(name: str) -> None:
    if name not in _zones():
        raise ValidationError(
            _("“%(name)s” is no time zone. Write it like Europe/Brussels."), params={"name": name}
        )


def seen(moment: Moment, path: str = "") -> Q:
    """
    Return the condition that the public sees a meeting: it is announced, or a public text names
    it. `path` leads to the meeting.
    """
    announced = Q(**{f"{path}announced_at__lte": moment.limit})
    return announced | Q(named(Mention.Kind.MEETING, moment, f"{path}pk"))


class MeetingQuerySet(SubjectQuerySet):
    def public(self, moment: Moment | None = None) -> Self:
        """Return those that are announced, or that a public text names."""
        return self.filter(seen(moment or Moment.now()))

    def undeletable(self) -> Self:
        reported = PressRelease.objects.undeletable().filter(meetings=OuterRef("pk"))
        return self.filter(Q(announced_at__lte=timezone.now()) | Exists(reported))

    def settled(self) -> Self:
        """
        Return those that are announced, for whatever time, or that an approved text names: what
        is added to them goes public without another review.
        """
        return self.filter(Q(announced_at__isnull=False) | mentioned(Mention.Kind.MEETING))

    def coming(self, now: int) -> Self:
        """Return those that are not over, the first to end first; `now` see `over_before()`."""
        return self.filter(order__gte=now).order_by("order")

    def past(self, now: int) -> Self:
        """Return those that are over, the latest first."""
        return self.filter(order__lt=now).order_by("-order")


class Meeting(Subject):
    """
    Releases report on a meeting, or announce it.

    Days and hours are those of the place's clocks, in `time_zone`; without hours the
    meeting takes whole days. `begins_at` and `over_at` are the instants that follow
    from them: one without an end is over when its last day ends there. When a public
    meeting moves, the day it was first announced for is kept in `moved_from`, with its hour and
    the zone of the place then.
    """

    class Format(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        VIRTUAL = "virtual", _("Virtual")
        HYBRID = "hybrid", _("In person and online")

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CONFIRMED = "confirmed", _("Confirmed")
        POSTPONED = "postponed", _("Postponed")
        CANCELLED = "cancelled", _("Cancelled")
        HELD = "held", _("Held")

    MENTIONED_AS = Mention.Kind.MEETING

    names = NamesField(_("name"))
    starts_on = models.DateField(_("first day"))
    starts_at = models.TimeField(
        _("begins at"), null=True, blank=True, help_text=_("Empty if only the day is known.")
    )
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty for a meeting of one day.")
    )
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    # Kept beside local hours: rules of time zones change, “15:00 in New York” does not.
    time_zone = CharField(
        _("time zone of the place"),
        max_length=50,
        default=newsroom_zone,
        validators=[check_zone],
        help_text=_("Such as Europe/Brussels or America/New_York."),
    )
    format = CharField(_("format"), max_length=20, choices=Format.choices, default=Format.IN_PERSON)
    restricted = models.BooleanField(
        _("restricted format"), default=False, help_text=_("Only some of the members took part.")
    )
    place = NamesField(_("place"), blank=True)
    status = CharField(_("status"), max_length=20, choices=Status.choices, default=Status.PLANNED)
    moved_from = models.DateField(_("first announced for"), null=True, editable=False)
    moved_from_at = models.TimeField(_("at the hour"), null=True, editable=False)
    moved_from_zone = CharField(
        _("by the clocks of"), max_length=50, blank=True, default="", editable=False
    )
    organiser = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        related_name="organised_meetings",
        null=True,
        blank=True,
        verbose_name=_("organiser"),
    )
    attendance = NamesField(
        _("who took part, in words"),
        blank=True,
        help_text=_("Such as “32 States and international organisations”."),
    )
    announced_at = models.DateTimeField(
        _("public from"),
        null=True,
        blank=True,
        help_text=_("Empty: the meeting is public once a public release names it."),
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    # Follow from the days and hours above, in save(): lists are sorted by them.
    begins_at = models.DateTimeField(_("begins"), editable=False)
    over_at = models.DateTimeField(_("over"), editable=False)
    # Made of `over_at`, as lists are sorted by it.
    order = models.BigIntegerField(editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-begins_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="meeting_ends_after_it_begins",
                violation_error_message=_("The last day cannot come before the first."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(starts_at__isnull=False),
                name="meeting_end_needs_begin",
                violation_error_message=_("Give the hour it begins, or no hours at all."),
            ),
        ]
        indexes = [
            models.Index(fields=["-begins_at"], name="meeting_newest"),
            models.Index(fields=["status", "-begins_at"], name="meeting_newest_in_status"),
            models.Index(fields=["order"], name="meeting_order"),
            models.Index(fields=["organiser", "-order"], name="meeting_of_organiser"),
            models.Index(fields=["announced_at"], name="meeting_announced"),
        ]

    def __str__(self) -> str:
        return str(self.names)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Raises ValidationError for an announcement that a freeze or a stop forbids, and for one
        that is taken back. A query or two.
        """
        self.begins_at, self.over_at = self.local_start, self.local_end
        self.order = order_of(self.over_at, tie_of(self.order) if self.order else new_tie())
        if self.announced_at:
            self.announced_at = to_the_minute(self.announced_at)
        self._check_announcement()
        if self.pk:
            self._keep_first_time()
        super().save(*args, **kwargs)
        self.participations.exclude(order=self.order).update(order=self.order)

    def get_absolute_url(self) -> str:
        return address("meeting-detail", slug=self.slug)

    def clean(self) -> None:
        super().clean()
        last = self.ends_on or self.starts_on
        same_day = self.starts_on and last == self.starts_on
        if same_day and self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It ends before it begins.")})
        held = self.status == self.Status.HELD
        if held and self.starts_on and self.starts_on > timezone.localdate():
            message = _("It begins on a day to come: it cannot have been held yet.")
            raise ValidationError({"status": message})
        if self.time_zone in _zones():
            for field, day in (("starts_at", self.starts_on), ("ends_at", last)):
                hour = getattr(self, field)
                if day and hour and not self._exists(day, hour):
                    message = _("The clocks of %(zone)s skip this hour on that day.")
                    raise ValidationError({field: message % {"zone": self.time_zone}})

    def status_at(self, at: datetime) -> "Status | None":
        """
        Return its status at `at`, an aware datetime; None where clock and record disagree.

        What is neither postponed nor cancelled is held once it is over, and not before.
        """
        if self.is_off:
            return self.Status(self.status)
        if self.over_at <= at:
            return self.Status.HELD
        if self.begins_at <= at or self.status == self.Status.HELD:
            return None
        return self.Status(self.status)

    @property
    def is_off(self) -> bool:
        """Whether it is not held when it was to be."""
        return self.status in (self.Status.POSTPONED, self.Status.CANCELLED)

    @property
    def last_day(self) -> date:
        return self.ends_on or self.starts_on

    @property
    def local_start(self) -> datetime:
        """It begins at this instant, an aware datetime in the zone of the place."""
        return self._instant(self.starts_on, self.starts_at or time.min)

    @property
    def local_end(self) -> datetime:
        """It ends at this instant, there; at midnight after its last day if that is unknown."""
        if self.ends_at:
            return self._instant(self.last_day, self.ends_at)
        return self._instant(self.last_day + timedelta(days=1), time.min)

    @property
    def first_time(self) -> "FirstTime | None":
        """It was announced for this time before it moved."""
        if self.moved_from is None:
            return None
        return FirstTime(self.moved_from, self.moved_from_at, self.moved_from_zone)

    def _keep_first_time(self) -> None:
        """Keep the time that people have in their diaries, until the meeting is back at it."""
        first, now = self.first_time, FirstTime(self.starts_on, self.starts_at, self.time_zone)
        if first is None:
            public = Meeting.objects.public().filter(pk=self.pk)
            before = public.values_list("starts_on", "starts_at", "time_zone").first()
            first = FirstTime(*before) if before else now
        kept = first if first.differs_from(now) else (None, None, "")
        self.moved_from, self.moved_from_at, self.moved_from_zone = kept

    def _check_announcement(self) -> None:
        before = Meeting.objects.filter(pk=self.pk).values_list("announced_at", flat=True).first()
        if self.announced_at == before:
            return
        if before and before <= Moment.now().limit:
            message = _("It is public since then. Say that it is cancelled or postponed instead.")
            raise ValidationError({"announced_at": message})
        if self.announced_at and Freeze.objects.forbids(self.announced_at):
            raise ValidationError({"announced_at": FROZEN})
        if self.pk and self.outcomes.before(self.announced_at).exists():
            message = _("What came of it would be public earlier: put that off first.")
            raise ValidationError({"announced_at": message})

    def _instant(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, ZoneInfo(self.time_zone))

    def _exists(self, day: date, hour: time) -> bool:
        """Whether there is such an hour: one is skipped when the clocks go forward."""
        there = self._instant(day, hour)
        back = there.astimezone(ZoneInfo("UTC")).astimezone(there.tzinfo)
        return back.replace(tzinfo=None) == there.replace(tzinfo=None)


class Participation(LockedPart):
    """A person, under an appointment, or an organisation takes part in a meeting."""

    WHOLE = "meeting"

    class Capacity(models.TextChoices):
        CHAIR = "chair", _("Chair")
        CO_CHAIR = "co_chair", _("Co-chair")
        HOST = "host", _("Host")
        PARTICIPANT = "participant", _("Participant")
        OBSERVER = "observer", _("Observer")

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="participations", verbose_name=_("meeting")
    )
    appointment = models.ForeignKey(
        "Appointment",
        models.PROTECT,
        related_name="participations",
        null=True,
        blank=True,
        verbose_name=_("person and office"),
    )
    organisation = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        related_name="participations",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    capacity = CharField(
        _("capacity"), max_length=20, choices=Capacity.choices, default=Capacity.PARTICIPANT
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    # Follow from office and meeting, in their save(): the meetings of somebody are found by them.
    person = models.ForeignKey(
        "Person", models.PROTECT, related_name="participations", null=True, editable=False
    )
    order = models.BigIntegerField(editable=False)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                # A State may take part without a name, and a person never without an office.
                condition=Q(appointment__isnull=True, organisation__isnull=False)
                | Q(appointment__isnull=False, organisation__isnull=True),
                name="participation_person_or_organisation",
                violation_error_message=_("Choose either a person or an organisation."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "appointment"],
                name="participation_person_once",
                violation_error_message=_("This person is in the list already."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "organisation"],
                name="participation_organisation_once",
                violation_error_message=_("This organisation is in the list already."),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-order"], name="participation_of_person"),
            models.Index(fields=["organisation", "-order"], name="participation_of_body"),
        ]

    def __str__(self) -> str:
        return f"{self.appointment or self.organisation}, {self.get_capacity_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.person_id = self.appointment.person_id if self.appointment else None
        self.order = self.meeting.order
        super().save(*args, **kwargs)

    def clean(self) -> None:
        day = self.meeting.starts_on
        if self.appointment and day and not self.appointment.covers(day):
            raise ValidationError(
                {"appointment": _("This office was not held on the day of the meeting.")}
            )
