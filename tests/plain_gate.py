"""
What the public may see at an instant, said slowly and plainly, of rows that lie in memory.

The newsroom answers the same from rows that it keeps for that; tests/slow/test_histories.py
holds its answers to these. Nothing here asks a queryset what is public.
"""

from types import SimpleNamespace

from django.utils import timezone

from releases.models import (
    Appointment,
    Edition,
    Freeze,
    Illustration,
    Meeting,
    Person,
    Picture,
    Playback,
    PressRelease,
    Quote,
    Recording,
    Sight,
    Topic,
)
from releases.models.meeting import Participation
from releases.text.languages import languages


class PlainGate:
    """Everything as it is stored when this is made. The answers are rows, each once."""

    def __init__(self):
        self.editions, self.quotes, self.freezes = rows(Edition), rows(Quote), rows(Freeze)
        self.all_topics, self.all_people, self.all_meetings = map(rows, (Topic, Person, Meeting))
        self.releases = {release.id: release for release in rows(PressRelease)}
        self.offices = {office.id: office for office in rows(Appointment)}
        self.seats = rows(Participation)
        self.all_pictures, self.illustrations = rows(Picture), rows(Illustration)
        self.sights = rows(Sight)
        self.all_recordings, self.playbacks = rows(Recording), rows(Playback)
        self.topics_named = rows(PressRelease.topics.through)
        self.meetings_named = rows(PressRelease.meetings.through)

    # Texts

    def limit(self, at):
        """The last instant whose texts are out: `at`, or where the earliest freeze on it holds."""
        on = [f for f in self.freezes if f.starts_at <= at and (not f.ends_at or f.ends_at > at)]
        return min([at, *(freeze.holds_after for freeze in on)])

    def ever_public(self, at):
        """What was approved, is not held back and came out by `at`, whatever became of it."""
        limit, out = self.limit(at), []
        for edition in self.editions:
            release = self.releases[edition.release_id]
            approved = release.status == "approved" and edition.visible_from is not None
            if release.held_at and edition.planned_from:
                continue
            if approved and release.publish_at <= limit and edition.visible_from <= limit:
                out.append(edition)
        return out

    def readable(self, at):
        """Of these, what is not removed, or withdrawn and so left standing under its notice."""
        return [
            edition
            for edition in self.ever_public(at)
            if not self.is_removed(edition, at)
            or self.releases[edition.release_id].removal == "withdrawn"
        ]

    def reachable(self, at):
        """Of these, what no later version has replaced: a freeze that holds one keeps the other."""
        return standing(self.readable(at), self.limit(at))

    def live(self, at):
        """Of these, what is not withdrawn either."""
        return [edition for edition in self.reachable(at) if not self.is_removed(edition, at)]

    def for_readers(self, language, at):
        """One of these for each release: in `language`, or the first of the newsroom's others."""
        live = self.live(at)
        releases = {edition.release_id for edition in live}
        return [
            best([edition for edition in live if edition.release_id == release], language)
            for release in releases
        ]

    def is_removed(self, edition, at):
        """Whether its release was removed by `at`: no freeze holds that."""
        removed_at = self.releases[edition.release_id].removed_at
        return removed_at is not None and removed_at <= at

    # What they name: of readable texts, as an old version has its page too

    def topics(self, at):
        releases = {edition.release_id for edition in self.readable(at)}
        named = {row.topic_id for row in self.topics_named if row.pressrelease_id in releases}
        return [topic for topic in self.all_topics if topic.id in named]

    def meetings(self, at):
        """Those reported on, or where something quoted was said; and those announced."""
        named = self.reported(at) | self.announced(at)
        named |= {quote.meeting_id for quote in self.quotes_in(self.readable(at))}
        return [meeting for meeting in self.all_meetings if meeting.id in named]

    def people(self, at):
        """Those quoted, and those who take part in a meeting reported on or announced."""
        named = {quote.speaker_id for quote in self.quotes_in(self.readable(at))}
        meetings = self.reported(at) | self.announced(at)
        for seat in self.seats:
            if seat.meeting_id in meetings and seat.appointment_id:
                named.add(self.offices[seat.appointment_id].person_id)
        return [person for person in self.all_people if person.id in named]

    def pictures(self, at):
        """Those of texts, people and meetings, until their rights end: no freeze holds that."""
        texts = {edition.id for edition in self.readable(at)}
        shown = {row.picture_id for row in self.illustrations if row.edition_id in texts}
        shown |= {person.portrait_id for person in self.people(at)}
        meetings = {meeting.id for meeting in self.meetings(at)}
        shown |= {row.picture_id for row in self.sights if row.meeting_id in meetings}
        return with_rights([picture for picture in self.all_pictures if picture.id in shown], at)

    def recordings(self, at):
        """Those of texts, until their rights end."""
        texts = {edition.id for edition in self.readable(at)}
        played = {row.recording_id for row in self.playbacks if row.edition_id in texts}
        return with_rights([one for one in self.all_recordings if one.id in played], at)

    def reported(self, at):
        releases = {edition.release_id for edition in self.readable(at)}
        return {row.meeting_id for row in self.meetings_named if row.pressrelease_id in releases}

    def announced(self, at):
        limit = self.limit(at)
        return {m.id for m in self.all_meetings if m.announced_at and m.announced_at <= limit}

    def quotes_in(self, editions):
        keys = {edition.id for edition in editions}
        return [quote for quote in self.quotes if quote.edition_id in keys]


def standing(editions, at):
    """Those approved for `at` or before that no later version replaces by then."""
    return [
        edition
        for edition in editions
        if edition.visible_from is not None
        and edition.visible_from <= at
        and (edition.visible_until is None or edition.visible_until > at)
    ]


def with_rights(records, at):
    """Those whose rights have not ended at `at`."""
    today = timezone.localdate(at)
    return [one for one in records if not one.rights_until or one.rights_until >= today]


def best(editions, language):
    """The one in `language`; where there is none, in the first of the newsroom's others."""
    order = [language, *(code for code, __ in languages() if code != language)]
    return min(editions, key=lambda edition: order.index(edition.language))


def rows(model):
    """What a table holds, by the names of its columns."""
    return [SimpleNamespace(**row) for row in model._base_manager.values()]
