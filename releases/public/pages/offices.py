"""Offices beside a name, as they are known when a page is asked for: what lies ahead is no news."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from releases.models import Appointment, Participation, Person, Quote


def known(appointments: Iterable[Appointment], day: date) -> list[Appointment]:
    """Those that have begun on `day`, without an end that is still to come."""
    return [office for office in appointments if office.known_on(day)]


def with_known_offices(quotes: list[Quote], at: datetime) -> list[Quote]:
    """The same quotes, each under its office as known at `at`."""
    day = timezone.localdate(at)
    for quote in quotes:
        if quote.appointment:
            quote.appointment = quote.appointment.known_on(day)
    return quotes


def participations(at: datetime, **meetings: object) -> list[Participation]:
    """
    Who takes part in the meetings that fit `meetings`, under offices known at `at`.

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
    held = person.appointments.on(day).first()
    return held.known_on(day) if held else Appointment(person=person)
