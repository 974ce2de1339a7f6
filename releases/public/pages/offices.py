"""Offices beside a name, as they are known when a page is asked for: what lies ahead is no news."""

from collections.abc import Iterable
from datetime import date

from releases.models import Appointment, Meeting, Moment, Participation


def known(appointments: Iterable[Appointment], day: date) -> list[Appointment]:
    """Leave out offices that begin after `day`, and ends that are still to come."""
    return [office for office in appointments if office.known_on(day)]


def participations(meeting: Meeting, moment: Moment) -> list[Participation]:
    """
    Fetch who takes part in a meeting, under offices that are known.

    Who takes part under an office that begins later has the one held now, or only the name. One
    query, one more for each such person.
    """
    people = meeting.participations.select_related("appointment__person", "organisation")
    found = list(people)
    for participation in found:
        if office := participation.appointment:
            participation.appointment = office.known_or_held_on(moment.day)
    return found
