"""Offices beside a name, as they are known when a page is asked for: what lies ahead is no news."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from releases.models import Appointment, Meeting, Moment, Participation
from releases.models.prepared import prepared


def known(appointments: Iterable[Appointment], day: date) -> list[Appointment]:
    """Leave out offices that begin after `day`, and ends that are still to come."""
    return [office for office in appointments if office.known_on(day)]


def participations(meeting: Meeting, moment: Moment) -> list[Participation]:
    """
    Fetch who takes part in a meeting, under offices that are known.

    Who takes part under an office that begins later has the one held now, or only the name. One
    query, one more for each such person.
    """
    found = _taking_part(meeting.pk)
    for participation in found:
        if office := participation.appointment:
            participation.appointment = office.known_or_held_on(moment.day)
    return found


@prepared
def _taking_part(meeting: int) -> QuerySet[Participation]:
    people = Participation.objects.filter(meeting=meeting)
    return people.select_related("appointment__person", "organisation")
