"""
Plain functions that make the records a test needs; the test names what matters.

What a test begins with is left out of the log of changes, which takes a third of the time;
the steps at the end of this file are logged, as everything that the test does itself.
"""

import struct
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from itertools import count
from zoneinfo import ZoneInfo

from auditlog.context import disable_auditlog
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from releases.intake.take import take_in
from releases.management import recorded
from releases.models import (
    Appointment,
    Document,
    Edition,
    EmbargoAccess,
    Enclosure,
    Freeze,
    Identity,
    Illustration,
    Mail,
    Meeting,
    Moment,
    Organisation,
    Outcome,
    Person,
    Picture,
    Playback,
    PressRelease,
    Profile,
    PublicState,
    Quote,
    Recording,
    Showing,
    Topic,
    copies,
    printed,
)
from releases.reading.readers import read_text
from releases.review import proposals

BRUSSELS = ZoneInfo("Europe/Brussels")
YESTERDAY = timezone.now() - timedelta(days=1)
TOMORROW = timezone.now() + timedelta(days=1)

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nWe begin."

_numbers = count(1)


def instant(*args):
    """An aware datetime by the clocks of Brussels."""
    return datetime(*args, tzinfo=BRUSSELS)


@disable_auditlog()
def make_release(**values):
    """A draft; approved if it is given `publish_at`."""
    if values.get("publish_at"):
        values.setdefault("status", PressRelease.Status.APPROVED)
    release = PressRelease(**values)
    if release.publish_at:
        release.be_ordered(release.publish_at)
    release.save()
    return release


@disable_auditlog()
def make_edition(
    release=None,
    *,
    draft=False,
    topics=(),
    meetings=(),
    documents=(),
    pictures=(),
    recordings=(),
    **values,
):
    """
    An approved edition, live since yesterday unless the test says otherwise.

    `release__NAME=` sets a field of the release made with it.
    """
    of_release = {k.removeprefix("release__"): values.pop(k) for k in [*values] if "__" in k}
    if release is None:
        release = make_release(**({} if draft else {"publish_at": YESTERDAY}) | of_release)
        release.topics.set(topics)
        release.meetings.set(meetings)
    values.setdefault("title", f"Release number {next(_numbers)}")
    values.setdefault("body", "<p>The minister spoke.</p>")
    if not draft:
        asked = values.get("visible_from", release.publish_at)
        values["visible_from"] = max(asked, release.publish_at)
        values.setdefault("public_since", values["visible_from"])
    edition = Edition.objects.create(release=release, **values)
    for document in documents:
        # Past `save()`, as in `make_quote()`.
        Enclosure(edition=edition, document=document).save_base(force_insert=True)
    for position, picture in enumerate(pictures):
        one = Illustration(edition=edition, picture=picture, position=position)
        one.save_base(force_insert=True)
    for position, recording in enumerate(recordings):
        one = Playback(edition=edition, recording=recording, position=position)
        one.save_base(force_insert=True)
    if not draft:
        print_again(release)
        PressRelease.objects.number_those_out()
        release.refresh_from_db()
        edition.refresh_from_db()
    return edition


@disable_auditlog()
def print_again(release):
    """Print what stands beside the approved texts now, as their approval would have done."""
    for text in release.editions.approved():
        printed.print_out(text)
        Edition._base_manager.filter(pk=text.pk).update(printed=text.printed)
    release.show_again()
    if release.was_public:
        PublicState.objects.bump()


@disable_auditlog()
def make_quote(edition=None, words="We will act.", **values):
    """
    A quote in an edition made for it, live since yesterday unless one is given.

    Past `save()`, which refuses a quote in an approved text: the way of the desk, a draft that
    is submitted and approved, takes three times as long as all that is made here.
    """
    edition = edition or make_edition(body=f"<p>The minister said: “{words}”</p>")
    values.setdefault(
        "speaker", values["appointment"].person if values.get("appointment") else None
    )
    values["speaker"] = values["speaker"] or make_person()
    quote = Quote(edition=edition, words=words, **values)
    quote.save_base(force_insert=True)
    if edition.is_approved:
        print_again(edition.release)
        edition.refresh_from_db()
        quote.refresh_from_db()
    return quote


@disable_auditlog()
def make_person(name=None, **values):
    return Person.objects.create(name=name or f"Person {next(_numbers)}", **values)


@disable_auditlog()
def make_appointment(person=None, **values):
    values.setdefault("titles", {"en": "Minister of Works"})
    values.setdefault("since", date(2000, 1, 1))
    return Appointment.objects.create(person=person or make_person(), **values)


@disable_auditlog()
def make_meeting(name=None, **values):
    values.setdefault("starts_on", date(2021, 3, 30))
    return Meeting.objects.create(names={"en": name or f"Meeting {next(_numbers)}"}, **values)


def standing(moment=None):
    """The texts that stand in lists, in one language or another; now if not told when."""
    rows = Showing.objects.visible(moment or Moment.now()).filter(listed=True)
    return Edition.objects.filter(pk__in=rows.values("edition"))


@disable_auditlog()
def make_topic(name=None, **values):
    return Topic.objects.create(names={"en": name or f"Topic {next(_numbers)}"}, **values)


@disable_auditlog()
def make_organisation(name=None, **values):
    names = {"en": name or f"Organisation {next(_numbers)}"}
    return Organisation.objects.create(names=names, **values)


@disable_auditlog()
def make_editor(username="editor", **values):
    return get_user_model().objects.create_superuser(username, password="correct horse", **values)


@disable_auditlog()
def make_staff(role=None, username=None, languages=()):
    """
    Somebody of the press office in a role: Writer, Translator, Editor or Administrator.

    Without a role, somebody who may sign in and has no right at all.
    """
    name = username or f"{(role or 'stranger').lower()}{next(_numbers)}"
    user = get_user_model().objects.create_user(name, password="correct horse", is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    assert user.groups.count() == (1 if role else 0)
    if languages:
        Profile.objects.create(user=user, languages=list(languages))
    return user


@disable_auditlog()
def make_document(title="Plan", **values):
    """A link, or the file `file` it is given."""
    values.setdefault("url", "" if values.get("file") else "https://example.org/plan")
    return Document.objects.create(title=title, **values)


def picture_file(size=(60, 40), colour="navy", name="original.jpg", kind="JPEG", **options):
    """The file of a picture; no two are the same."""
    image = Image.new("RGB", size, colour)
    image.putpixel((0, 0), (next(_numbers) % 256, 0, 0))
    file = BytesIO()
    image.save(file, kind, **options)
    return ContentFile(file.getvalue(), name)


@disable_auditlog()
def make_picture(name=None, *, size=(60, 40), **values):
    """A picture of one colour, with the files of the public, which are made after a commit."""
    values.setdefault("file", picture_file(size))
    values.setdefault("alternative", {"en": "A blue flag"})
    picture = Picture.objects.create(name=name or f"Picture {next(_numbers)}", **values)
    picture.make_files()
    return Picture.objects.get(pk=picture.pk)


def film_file(name="film.webm", seconds=1):
    """The file of a video of as many seconds; no two are the same."""
    return _with_number(recorded.film(seconds, size=(64, 36)), name, b"\xec\x84")  # void


def sound_file(name="tone.wav", seconds=1):
    """The file of a sound recording of as many seconds; no two are the same."""
    return _with_number(recorded.tone(seconds), name, b"")


def _with_number(file, name, before):
    return ContentFile(file.read() + before + struct.pack(">I", next(_numbers)), name)


@disable_auditlog()
def make_recording(name=None, **values):
    """A film of one second with captions in English, or the link or file it is given."""
    if not values.get("url"):
        values.setdefault("file", film_file())
    values.setdefault("captions", {"en": CAPTIONS})
    values.setdefault("title", {"en": name or f"Recording {next(_numbers)}"})
    values.setdefault("duration", timedelta(seconds=200))
    recording = Recording.objects.create(**values)
    return Recording.objects.get(pk=recording.pk)


@disable_auditlog()
def make_outcome(meeting, document=None, public_from=YESTERDAY, **values):
    """What came of a meeting that is announced, public since yesterday unless the test says so."""
    document = document or make_document()
    return Outcome.objects.create(
        meeting=meeting, document=document, public_from=public_from, **values
    )


def make_intake(text="A plan\n\nIt is made.", **values):
    """What somebody has taken in; `address`, `release` and others are its own fields."""
    intake = take_in(read_text(text), text.encode(), by=values.pop("by", None))
    for name, value in values.items():
        setattr(intake, name, value)
    intake.save()
    return intake


@disable_auditlog()
def make_freeze(starts_at, ends_at, **values):
    values = {"internal_reason": "By order", "public_reason": {"en": "Election"}} | values
    return Freeze.objects.create(starts_at=starts_at, ends_at=ends_at, **values)


@disable_auditlog()
def make_identity(**values):
    """The newsroom's identity, as it stands but for `values`."""
    identity = Identity.objects.current()
    for name, value in values.items():
        setattr(identity, name, value)
    identity.save()
    return identity


def make_full_identity():
    """The same with everything there is to say."""
    names = {code: f"Works ({code})" for code in ("en", "fr", "nl", "de")}
    several = ("names", "publishers", "addresses", "desk_hours", "legal_notice", "privacy")
    values = dict.fromkeys((*several, "licence", "compliance_gaps", "enforcement"), names)
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>'
    return make_identity(
        emblem=SimpleUploadedFile("emblem.svg", drawn),
        accent="#7a1f2b",
        desk_email="press@example.org",
        desk_phone="+32 2 501 00 01",
        desk_phone_out_of_hours="+32 2 501 00 02",
        accounts="Mastodon https://social.example/@press",
        licence_url="https://example.org/licence",
        compliance="partial",
        compliance_on=date(2031, 3, 3),
        compliance_email="access@example.org",
        enforcement_url="https://example.org/enforcement",
        **values,
    )


@disable_auditlog()
def make_access(release=None, **values):
    """Access for a journalist to a release that is approved and waits, unless one is given."""
    if release is None:
        release = approve(make_edition(draft=True), at=timezone.now() + timedelta(days=1)).release
    values.setdefault("email", f"journalist{next(_numbers)}@example.org")
    values = {"name": "Nellie Bly", "outlet": "The World"} | values
    return EmbargoAccess.objects.create(release=release, **values)


@disable_auditlog()
def make_proposal(person=None, by=None):
    """A writer's proposal to call somebody Ada Lovelace, whom the public knows by another name."""
    person = person or make_quote().speaker
    changes = {"fields": {"name": [person.name, "Ada Lovelace"]}}
    return proposals.propose(person, changes, by or make_staff("Writer"), "So she signs")


@disable_auditlog()
def make_mail(**values):
    """A mail that waits, unless the test says what became of it."""
    values = {"to": "nellie@world.example", "subject": "A link", "body": "Secret"} | values
    return Mail.objects.create(**values)


def load_first_release():
    """The release the newsroom begins with, as `make run` loads it."""
    call_command("loaddata", "first_release", verbosity=0)
    call_command("show_again", stdout=StringIO())


def begin_correction(edition, by=None, **values):
    """A draft of the next version, with a note of what was corrected, unless it is minor."""
    draft = copies.next_version(edition, by or make_staff("Writer"))
    note = "" if values.get("minor") else "A word."
    for name, value in ({"change_note": note} | values).items():
        setattr(draft, name, value)
    draft.save()
    return draft


class Everything:
    """The keys of whatever is found: for who accepts every warning without asking for them."""

    def __contains__(self, key):
        return True


def submit(edition, by=None):
    """Hand in a draft, accepting every warning."""
    edition.submit(by or make_staff("Writer"), accepted=Everything())
    return edition


def approve(edition, by=None, at=None, **values):
    """Approve a text as somebody who did not submit it, accepting every warning."""
    if not edition.submitted_at:
        submit(edition)
    edition.approve(by or make_staff("Editor"), at=at, accepted=Everything(), **values)
    # As at the end of its transaction, which a test has not.
    PressRelease.objects.number_those_out()
    edition.refresh_from_db()
    return edition


def correct(edition, at=None, **values):
    """The version that follows a text, approved for `at`; now if not given."""
    return approve(begin_correction(edition, **values), at=at)


def keys(edition, at=None):
    return [finding.key for finding in edition.findings(at)]
