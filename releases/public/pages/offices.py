"""Offices beside a name, as they are known when a page is asked for: what lies ahead is no news."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from releases.models import Appointment, Participation, Person, Quote


def known(appointments: Iterable[Appointment], day: date) -> list[Appointment]:
    """Leave out offices that begin after `day`, and ends that are still to come."""
    return [office for office in appointments if office.known_on(day)]


def with_known_offices(quotes: list[Quote], at: datetime) -> list[Quote]:
    """Put each quote under its office as known at `at`, and return them."""
    day = timezone.localdate(at)
    for quote in quotes:
        if quote.appointment:
            quote.appointment = quote.appointment.known_on(day)
    return quotes


def participations(at: datetime, **meetings: object) -> list[Participation]:
    """
    Fetch who takes part in the meetings that fit `meetings`, under offices known at `at`.

    Who takes part under an office that begins later has the one held now, or only the name. One
    query, one more for each such person.
    """
    day = timezone.localdate(at)
    people = Participation.objects.select_related("appointment__person", "organisation")
    found = list(people.filter(**meetings))
    for participation in found:
        if coming := participation.appointment:
            participation.appointment = coming.known_on(day) or _held(coming.person, day)
    return found


def _held(person: Person, day: date) -> Appointment:
    """Find an office held that day; without one, a record that holds no more than the name."""
    held = person.appointments.on(day).first()
    return (held and held.known_on(day)) or Appointment(person=person)
