"""Finds whom and what on record a found name means. Each function says what it costs."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q

from releases.models import Appointment, Edition, Meeting, Person, PressContact
from releases.text import html
from releases.text.instants import midnight
from releases.text.slugs import slug_from

from .alike import NEARLY, fingerprint, folded, shared

# Words of a title that tell no office from another.
SMALL = frozenset("of the and for to in de des du la le les et van der den het en für und die das")
ALIKE = 0.6  # the share of their words that two names of one meeting have in common, at least
DAYS_APART = timedelta(days=7)
ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=31)  # that a meeting lasts
CANDIDATES = 100


@dataclass
class Match:
    """The person a name or a role means, if one is on record, and the office held that day."""

    person: Person | None = None
    appointment: Appointment | None = None
    sure: float = 0.0
    others: list[Person] = field(default_factory=list)


def match_person(name, role, day):
    """
    Finds whom `name` means on `day`, a date: the whole name in any order and without accents, the
    surname alone, the last part of the person's address, or, where it is the name of an office,
    who held that. Four queries at most.
    """
    people = _named(name)
    if len(people) > 1:
        people = _in_office(people, role, day) or people
    if len(people) == 1:
        [person] = people
        whole = sorted(folded(person.name)) == sorted(folded(name))
        appointment = office_of(person, role, day)
        return Match(person, appointment, 0.95 if whole else 0.8 if appointment else 0.6)
    if people:
        return Match(others=people)
    holders = _holders(name, day)
    if len(holders) == 1:
        return Match(holders[0].person, holders[0], 0.7)
    return Match(others=[appointment.person for appointment in holders])


def office_of(person, role, day):
    """The appointment of that day the role names; the only one, where none does. One query."""
    held = list(person.appointments.on(day))
    fitting = [appointment for appointment in held if _fits(role, appointment)]
    for choice in (fitting, held):
        if len(choice) == 1:
            return choice[0]
    return None


def match_meeting(name, day):
    """
    The meeting on record of that day whose name says nearly the same, or None. One query.

    Looked for among those that began in the month before: by that an index finds them.
    """
    if not day:
        return None
    words = _telling(name)
    begun = Meeting.objects.filter(
        begins_at__gte=midnight(day - LONGEST), begins_at__lt=midnight(day + 2 * ONE_DAY)
    )
    held = Q(starts_on__lte=day) & (Q(starts_on=day) | Q(ends_on__gte=day))
    best, most = None, ALIKE
    for meeting in begun.filter(held):
        for other in map(_telling, meeting.names.values()):
            share = len(words & other) / max(1, min(len(words), len(other)))
            if share > most and len(words & other) > 1:
                best, most = meeting, share
    return best


def match_contact(name, email):
    """The press contact on record with this address or else this name, or None. One query."""
    same = Q(email__iexact=email) if email else Q(name__iexact=name)
    return PressContact.objects.filter(same).first()


def same_release(title, text, day):
    """
    The texts in the newsroom that are this one, or nearly, the likest first.

    Looked for among those with the same address, of the days around, and those without a day:
    three queries, and a comparison for each candidate (100 of each at most).
    """
    editions = Edition.objects.filter(visible_until=None)
    near = [editions.filter(slug=slug_from(title, "release"))]
    near.append(editions.open().filter(release__publish_at=None))
    if day:
        begin, end = midnight(day - DAYS_APART), midnight(day + DAYS_APART + ONE_DAY)
        near.append(editions.filter(release__publish_at__gte=begin, release__publish_at__lt=end))
    candidates = {e.pk: e for found in near for e in found.order_by("-pk")[:CANDIDATES]}
    own, scored = fingerprint(text), []
    for edition in candidates.values():
        share = shared(own, fingerprint(html.plain(edition.body)))
        if share >= NEARLY:
            scored.append((share, edition.pk, edition))
    return [edition for share, pk, edition in sorted(scored, reverse=True)]


def _named(name):
    words = folded(name)
    if not words:
        return []
    if addressed := Person.objects.filter(slug=name.strip()).first():
        return [addressed]
    like = Q(slug__contains=words[-1]) | Q(name__icontains=words[-1])
    for word in words[:-1]:
        like |= Q(slug__contains=word) | Q(name__icontains=word)
    whole, last = [], []
    for person in Person.objects.filter(like):
        own = folded(person.name)
        if sorted(own) == sorted(words):
            whole.append(person)
        elif _same_surname(words, own):
            last.append(person)
    return whole or last


def _same_surname(words, own):
    """Tells whether one of two names is the other one shortened, as in “Roe” and “Jane Roe”."""
    shorter, longer = sorted((words, own), key=len)
    whole = len(shorter) > 1 or shorter == longer[-1:]
    return whole and set(shorter) < set(longer) and shorter[-1] == longer[-1]


def _in_office(people, role, day):
    return [person for person in people if role and _fits_any(role, person.appointments.on(day))]


def _fits_any(role, appointments):
    return any(_fits(role, appointment) for appointment in appointments)


def _telling(name):
    return set(folded(name)) - SMALL


def _fits(role, appointment):
    words = _telling(role)
    for own in map(_telling, appointment.titles.values()):
        if words and own and (own <= words or words <= own):
            return True
    return False


def _holders(role, day):
    """Appointments of that day whose title the role says."""
    if not _telling(role):
        return []
    held = Appointment.objects.on(day).select_related("person")
    return [appointment for appointment in held if _fits(role, appointment)]
