from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from releases.text.addresses import address
from releases.text.fields import CharField
from releases.text.names import NamesField

from .meeting import Meeting, Participation
from .moment import Moment
from .optimistic_lock import OptimisticLock
from .part import LockedPart
from .showing import Mention
from .subject import Subject, SubjectQuerySet, mentioned, named


class PersonQuerySet(SubjectQuerySet):
    def public(self, moment: Moment | None = None) -> Self:
        """Return those that a public text names, or that take part in an announced meeting."""
        moment = moment or Moment.now()
        takes_part = Participation.objects.filter(
            person=OuterRef("pk"), meeting__announced_at__lte=moment.limit
        )
        return self.filter(named(Mention.Kind.PERSON, moment) | Exists(takes_part))

    def settled(self) -> Self:
        takes_part = Meeting.objects.settled().filter(
            participations__appointment__person=OuterRef("pk")
        )
        return self.filter(mentioned(Mention.Kind.PERSON) | Exists(takes_part))


class Person(Subject):
    """A person speaks, or takes part in meetings, in an office (`Appointment`)."""

    MENTIONED_AS = Mention.Kind.PERSON

    name = CharField(
        _("name"), max_length=200, help_text=_("Without titles, as in “Sophie Wilmès”.")
    )
    portrait = models.ForeignKey(
        "Picture",
        models.PROTECT,
        related_name="portrait_of",
        null=True,
        blank=True,
        verbose_name=_("portrait"),
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("person-detail", slug=self.slug)


class AppointmentQuerySet(models.QuerySet):
    def on(self, day: date) -> Self:
        """Return those held on `day`, a date; the first and the last day count."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def public(self, moment: Moment | None = None) -> Self:
        """
        Return those of public people that have begun.

        A coming one is not public: a reshuffle is news before its day, and a freeze holds it.
        """
        moment = moment or Moment.now()
        people = Person.objects.public(moment).filter(pk=OuterRef("person"))
        return self.filter(Exists(people), since__lte=moment.day)


class Appointment(LockedPart, OptimisticLock):
    """
    A person holds an office from `since` to `until`, both days included.

    A new title or a new term is a new appointment: what was printed under the old one
    stays true. One that a quote or a meeting uses cannot be deleted.
    """

    WHOLE = "person"
    MENTIONED_AS = Mention.Kind.OFFICE

    # Protected: quotes and meetings name the person by this office.
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="appointments", verbose_name=_("person")
    )
    titles = NamesField(_("title"))
    organisation = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        related_name="appointments",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    since = models.DateField(_("from"))
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day. Empty: still in office.")
    )
    acting = models.BooleanField(
        _("acting"), default=False, help_text=_("Holds the office for the time being.")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="appointment_ends_after_it_begins",
                violation_error_message=_("An appointment cannot end before it begins."),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-since"], name="appointment_of_body"),
            models.Index(fields=["person", "-since"], name="appointment_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.titles} ({self.period})"

    @property
    def period(self) -> str:
        """It reads “1 October 2020 – 14 July 2022”, or “since 26 January 2021”."""
        if self.until is None:
            return _("since %(day)s") % {"day": date_format(self.since)}
        return f"{date_format(self.since)} – {date_format(self.until)}"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.participations.exclude(person=self.person_id).update(person=self.person_id)

    def known(self) -> object:
        """
        Return what the public may know of it today, as stored: what lies ahead is not counted as
        a change, which would tell that something does. Two queries.
        """
        stored = Appointment.objects.filter(pk=self.pk).first()
        office = stored and stored.known_on(Moment.now().day)
        if office is None:
            return None
        return (office.titles, office.organisation_id, office.since, office.until, office.acting)

    def known_on(self, day: date) -> Self | None:
        """
        Make this copy what the public knows on `day`, a date; None if it begins later. It is not
        to be saved.

        An end after that day is left out: a coming change is news, also that of an end.
        """
        if self.since > day:
            return None
        if self.until and self.until > day:
            # Only in this copy: whoever saved it would end the office for good.
            self.until = None
        return self

    def known_or_held_on(self, day: date) -> "Appointment":
        """
        Return what the public knows of it on `day`; of one that begins later, an office the
        person holds that day, or without any a record of the name alone. A query or none.
        """
        if known := self.known_on(day):
            return known
        held = self.person.appointments.on(day).first()
        return (held and held.known_on(day)) or Appointment(person=self.person)

    def covers(self, day: date) -> bool:
        """True if the office was held on `day`, a date. Says what `on()` asks."""
        return self.since <= day and (self.until is None or day <= self.until)
