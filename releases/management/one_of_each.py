"""For development, one of each thing that becomes of a release or a meeting: as at the desk."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from releases.models import (
    Edition,
    EmbargoAccess,
    Illustration,
    Meeting,
    Outcome,
    Participation,
    Picture,
    Playback,
    PressRelease,
    Quote,
    copies,
)
from releases.review import proposals, roles, schedule
from releases.text.languages import in_marks

PASSAGE = {
    "en": '<p>A passage in Latin: <span lang="la">nemo dixit, nemo scripsit</span>.</p>'
    '<p lang="fr">Un paragraphe en français, que personne n’a dit ni écrit.</p>',
}
# Nobody can sign in with them.
ACCOUNTS = {"demo-writer": roles.WRITER, "demo-editor": roles.EDITOR}
STATUS, REMOVAL, KIND = Meeting.Status, PressRelease.Removal, PressRelease.Kind


class OneOfEach:
    """
    What a newsroom of some years has, made of the records of a `Demo`. A title says which it is,
    and what is there already is not made again.
    """

    def __init__(self, demo: Any) -> None:
        self.demo = demo
        self.language, *self.others = demo.languages
        self.writer, self.editor = (_account(*account) for account in ACCOUNTS.items())
        self.now = timezone.now()

    def make(self) -> Iterator[tuple[str, str]]:
        """Yield of each the title, and the address: at the desk, if the public has none."""
        yield "Demo: a proposal that waits", self._proposal()
        for number, (name, values) in enumerate(self._meetings().items(), start=1):
            title = f"Demo: {name}"
            found = Meeting.objects.filter(names__en=title).first()
            meeting = found or self._meet(title, number, values)
            yield title, _address_of(meeting, meeting.announced_at is not None)
        for act in (
            *(self._a_draft, self._a_text_in_review, self._a_text_sent_back),
            *(self._a_release_that_waits_for_its_time, self._a_release_under_embargo),
            *(self._a_release_held_back, self._a_release_approved_by_one_person_alone),
            *(self._a_correction_being_written, self._a_corrected_release),
            *(self._a_translation_behind_its_source, self._a_release_put_back),
            *(self._a_withdrawn_release, self._a_release_published_in_error),
            *(self._an_archived_release, self._a_release_first_published_elsewhere),
            *(self._everything_that_a_page_shows, self._a_consolidated_release),
        ):
            title = f"Demo: {act.__name__.strip('_').replace('_', ' ')}"
            text = Edition.objects.filter(title=title).order_by("version").last()
            if text is None:
                with transaction.atomic():
                    text = act(title)
            yield title, _address_of(text, text.is_approved and text.release.was_public)

    # Releases

    def _a_draft(self, title: str) -> Edition:
        return self._draft(title)

    def _a_text_in_review(self, title: str) -> Edition:
        return self._submitted(self._draft(title, kind=KIND.STATEMENT))

    def _a_text_sent_back(self, title: str) -> Edition:
        text = self._submitted(self._draft(title))
        text.send_back(self.editor, "It does not say what it is for.")
        return text

    def _a_release_that_waits_for_its_time(self, title: str) -> Edition:
        return self._approved(self._draft(title, kind=KIND.MEDIA_ADVISORY), self._in_days(3))

    def _a_release_under_embargo(self, title: str) -> Edition:
        text = self._approved(self._draft(title), self._in_days(7))
        EmbargoAccess.objects.create(
            release=text.release,
            name="Demo journalist",
            outlet="Demo paper",
            email="demo-journalist@example.org",
            given_by=self.editor,
        )
        return text

    def _a_release_held_back(self, title: str) -> Edition:
        text = self._approved(self._draft(title), self._in_days(2))
        schedule.hold(text.release, self.editor, "Somebody doubts it.")
        return text

    def _a_release_approved_by_one_person_alone(self, title: str) -> Edition:
        return self._approved(self._draft(title), alone=True)

    def _a_correction_being_written(self, title: str) -> Edition:
        return copies.next_version(self._approved(self._draft(title)), self.writer)

    def _a_corrected_release(self, title: str) -> Edition:
        text = self._approved(self._draft(title))
        text = self._corrected(text, "This release is made up, which it did not say.")
        return self._corrected(text, minor=True)

    def _a_translation_behind_its_source(self, title: str) -> Edition:
        text = self._approved(self._draft(title))
        for language in self.others[:1]:
            self._translated(text, language)
        return self._corrected(text, "The translation does not say this yet.")

    def _a_release_put_back(self, title: str) -> Edition:
        text = self._removed(self._draft(title), REMOVAL.WITHDRAWN)
        text.release.restore(self.editor)
        return text

    def _a_withdrawn_release(self, title: str) -> Edition:
        return self._removed(self._draft(title, kind=KIND.STATEMENT), REMOVAL.WITHDRAWN)

    def _a_release_published_in_error(self, title: str) -> Edition:
        return self._removed(self._draft(title), REMOVAL.IN_ERROR)

    def _an_archived_release(self, title: str) -> Edition:
        archive = "https://example.org/demo-archive"
        return self._removed(self._draft(title), REMOVAL.ARCHIVED, url=archive)

    def _a_release_first_published_elsewhere(self, title: str) -> Edition:
        return self._approved(self._draft(title, first_published_at=self._in_days(-400)))

    def _everything_that_a_page_shows(self, title: str) -> Edition:
        text = self._draft(title, self.demo.scenes)
        text.release.meetings.set(Meeting.objects.exclude(outcomes=None)[:1])
        text.documents.set(self.demo.documents)
        for position, recording in enumerate(self.demo.recordings, start=1):
            Playback.objects.create(edition=text, recording=recording, position=position)
        text = self._approved(text)
        for language in self.others:
            self._translated(text, language)
        return text

    def _a_consolidated_release(self, title: str) -> Edition:
        whole = Edition.objects.filter(title="Demo: everything that a page shows")[0]
        return self._removed(self._draft(title), REMOVAL.CONSOLIDATED, moved_to=whole.release)

    # Their steps

    def _draft(self, title: str, pictures: list[Picture] | None = None, **values: Any) -> Edition:
        release = PressRelease.objects.create(place={"en": "Demo town"}, **values)
        release.topics.set(self.demo.topics[:2])
        release.contacts.set(self.demo.contacts)
        text = Edition(release=release, title=title, written_by=self.writer)
        self._write(text, self.language)
        Quote.objects.create(
            edition=text,
            words=self.demo.lines[self.language].strip(),
            speaker=self.office.person,
            appointment=self.office,
        )
        for position, picture in enumerate(pictures or self.demo.scenes[:1], start=1):
            Illustration.objects.create(edition=text, picture=picture, position=position)
        return text

    def _write(self, text: Any, language: str) -> None:
        line = self.demo.lines[language].strip()
        text.language, text.summary = language, line
        text.body = (
            f"<p>{line}</p><p>{self.office.person}: {in_marks(line, language)}</p>"
            f"{PASSAGE.get(language, '')}<h2>{line}</h2><ul><li>{line}</li></ul>"
        )
        text.save()

    def _submitted(self, text: Edition, by: User | None = None) -> Edition:
        found = {finding.key for finding in text.findings()}
        text.submit(by or self.writer, accepted=found)
        return text

    def _approved(self, text: Edition, at: datetime | None = None, alone: bool = False) -> Edition:
        self._submitted(text, self.editor if alone else self.writer)
        found = {finding.key for finding in text.findings(at)}
        reason = "Nobody else was there." if alone else ""
        text.approve(self.editor, at=at, accepted=found, reason=reason)
        PressRelease.objects.number_those_out()
        text.release.refresh_from_db()
        return text

    def _corrected(self, text: Edition, note: str = "", minor: bool = False) -> Edition:
        draft = copies.next_version(text, self.writer)
        draft.change_note, draft.minor = note, minor
        draft.body += f"<p>{note}</p>" if note else "<p>…</p>"
        draft.save()
        return self._approved(draft)

    def _translated(self, text: Edition, language: str) -> Edition:
        draft = copies.translate(text, self.writer, language)
        draft.title = f"{text.title} ({language})"
        self._write(draft, language)
        draft.quotes.update(words=self.demo.lines[language].strip())
        return self._approved(draft)

    def _removed(self, text: Edition, kind: str, **leads: Any) -> Edition:
        note = {"en": "This is how a removal is told."}
        self._approved(text).release.remove(self.editor, kind, note, **leads)
        return text

    # Meetings

    def _meetings(self) -> dict[str, dict[str, Any]]:
        """Name each meeting, with what differs from one of two hours in ten days."""
        return {
            "a meeting to come": {},
            "a meeting confirmed, in New York and online": {
                "status": STATUS.CONFIRMED,
                "format": Meeting.Format.HYBRID,
                "time_zone": "America/New_York",
                "days": 20,
            },
            "a meeting of three days": {"days": 30, "lasts": 2},
            "a meeting that moved": {"then": {"days": 40}},
            "a postponed meeting": {"then": {"status": STATUS.POSTPONED}},
            "a cancelled meeting": {"then": {"status": STATUS.CANCELLED}},
            "a meeting held, with what came of it": {"days": -2, "restricted": True},
            "a meeting that nobody has announced": {"announced_at": None},
        }

    def _meet(self, title: str, number: int, values: dict[str, Any]) -> Meeting:
        then, days = values.pop("then", {}), values.pop("days", 10)
        first = self._in_days(days).date()
        meeting = Meeting.objects.create(
            names={"en": title},
            place={"en": "Demo town"},
            starts_on=first,
            starts_at=time(9),
            ends_on=first + timedelta(days=values.pop("lasts", 0)),
            ends_at=time(11),
            organiser=self.office.organisation,
            attendance={"en": "Nobody: this is for development"},
            **{"announced_at": self.now} | values,
        )
        for position, office in enumerate(self.demo.offices[: number + 1], start=1):
            capacity = Participation.Capacity.values[position % 5]
            Participation.objects.create(
                meeting=meeting, appointment=office, capacity=capacity, position=position
            )
        if days < 0:
            for document in self.demo.documents:
                Outcome.objects.create(
                    meeting=meeting, document=document, public_from=meeting.announced_at
                )
        if then:
            meeting.starts_on = meeting.ends_on = self._in_days(then.get("days", days)).date()
            meeting.status = then.get("status", meeting.status)
            meeting.save()
        return meeting

    # And the rest

    @property
    def office(self) -> Any:
        return self.demo.offices[4]  # its person has a portrait

    def _proposal(self) -> str:
        person = self.demo.offices[1].person
        changes = {"fields": {"name": [person.name, f"{person.name} of Demo town"]}}
        if not proposals.Proposal.objects.of(person).exists():
            proposals.propose(person, changes, self.writer, "So nobody signs.")
        return reverse("admin:releases_proposal_changelist")

    def _in_days(self, days: int) -> datetime:
        noon = datetime.combine(timezone.localdate(), time(12))
        return timezone.make_aware(noon + timedelta(days=days))


def _account(username: str, role: str) -> User:
    user, made = User.objects.get_or_create(username=username, defaults={"is_staff": True})
    if made:
        user.set_unusable_password()
        user.save()
        user.groups.add(Group.objects.get(name=role))
    return user


def _address_of(record: Any, is_public: bool) -> str:
    if is_public:
        return str(record.get_absolute_url())
    return reverse(f"admin:releases_{record._meta.model_name}_change", args=[record.pk])
