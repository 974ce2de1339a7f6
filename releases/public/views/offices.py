"""Offices beside a name, as they are known when a page is asked for: what lies ahead is no news."""

from django.utils import timezone

from releases.models import Appointment, Participation


def of_quotes(quotes, at):
    """A list of quotes, each under its office as known at `at`, an aware datetime."""
    day = timezone.localdate(at)
    for quote in quotes:
        if quote.appointment:
            quote.appointment = quote.appointment.known_on(day)
    return quotes


def participations(at, **meetings):
    """
    Who takes part in the meetings that fit `meetings`, as a list, under offices known at `at`.

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


def _held(person, day):
    held = person.appointments.on(day).first()
    return held.known_on(day) if held else Appointment(person=person)
