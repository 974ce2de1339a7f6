"""
Every form of the desk, as a browser sends it.

The records' forms are found by walking the admin, the pages beside them by walking the
addresses: a form added later is tried without being named here, or fails until it is told what
it needs, in the tables at the head of this file.
"""

from datetime import date, datetime, time, timedelta

import pytest
from auditlog.models import LogEntry as Recorded
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from releases.models import PressContact, copies
from tests.builders import (
    BRUSSELS,
    CAPTIONS,
    approve,
    begin_correction,
    make_access,
    make_appointment,
    make_document,
    make_edition,
    make_editor,
    make_freeze,
    make_full_identity,
    make_intake,
    make_meeting,
    make_organisation,
    make_outcome,
    make_person,
    make_picture,
    make_quote,
    make_recording,
    make_staff,
    make_topic,
)
from tests.forms import forms_in
from tests.pages import page_of

pytestmark = pytest.mark.django_db

ROLES = ["Writer", "Translator", "Editor", "Administrator", "superuser"]
TOTAL = "-TOTAL_FORMS"
DAY = timedelta(days=1)
SOON = timezone.now().replace(second=0, microsecond=0) + DAY
NAMES = {"en": "Works", "fr": "Travaux", "nl": "Werken", "de": "Bauten"}


# What each kind of record is opened with: every field filled in, and two rows of each kind


BODY = "<p>“We will act.” “We will act again.” “And soon.” “And later.”</p>"


def draft_text(user):
    office, meeting = make_appointment(), make_meeting()
    draft = make_edition(draft=True, body=BODY, summary="A summary.", documents=[make_document()])
    make_document("Another")
    for position, words in ((1, "We will act."), (5, "And soon.")):
        make_quote(
            draft,
            words,
            position=position,
            appointment=office,
            title_as_printed="Minister",
            language="en",
            meeting=meeting,
        )
    for position in (1, 2):
        draft.illustrations.create(picture=make_picture(), position=position)
        draft.playbacks.create(recording=make_recording(), position=position)
    make_picture(), make_recording()
    return draft


def translated_text(user):
    source = make_edition(body=BODY)
    return copies.translate(source, make_staff("Translator", languages=["fr"]), "fr")


def corrected_text(user):
    return begin_correction(make_edition(body=BODY))


def draft_release(user):
    release = make_edition(draft=True, release__place=NAMES).release
    fill(release)
    return release


def public_release(user):
    release = make_edition(release__place=NAMES).release
    fill(release)
    return release


def fill(release):
    """With one of each kind that a release names; there is another one of each to choose."""
    for name in ("topics", "meetings", "contacts"):
        make = {
            "topics": make_topic,
            "meetings": make_meeting,
            "contacts": make_contact,
        }[name]
        getattr(release, name).add(make())
        make()


def make_contact(user=None):
    return PressContact.objects.create(
        name="Jane Poe", roles=NAMES, email="jane@example.org", phone="+32 2 501 00 01"
    )


def full_meeting(user):
    meeting = make_meeting(
        starts_on=date(2031, 3, 3),
        starts_at=time(10),
        ends_on=date(2031, 3, 5),
        ends_at=time(18),
        place=NAMES,
        attendance=NAMES,
        organiser=make_organisation(),
        announced_at=datetime(2031, 2, 1, 12, tzinfo=BRUSSELS),
    )
    make_outcome(meeting, public_from=datetime(2031, 3, 6, 12, tzinfo=BRUSSELS))
    meeting.participations.create(appointment=make_appointment(), capacity="chair", position=1)
    meeting.participations.create(organisation=make_organisation(), position=2)
    for position in (1, 2):
        meeting.sights.create(picture=make_picture(), position=position)
    make_document(), make_appointment(), make_organisation(), make_picture()
    return meeting


def full_person(user):
    person = make_person(portrait=make_picture())
    for year in (2000, 2010):
        make_appointment(
            person,
            titles=NAMES,
            organisation=make_organisation(),
            since=date(year, 1, 1),
            until=date(year + 5, 1, 1),
        )
    return person


def full_appointment(user):
    make_person(), make_organisation()
    return make_appointment(titles=NAMES, organisation=make_organisation(), until=date(2005, 1, 1))


def full_picture(user):
    make_person()
    picture = make_picture(
        size=(600, 400),
        alternative=NAMES,
        caption=NAMES,
        place=NAMES,
        credit="Jo Doe",
        rights_until=date(2031, 3, 3),
        taken_on=date(2021, 3, 30),
        focus_x=20,
        focus_y=80,
    )
    picture.people.add(make_person())
    return picture


def full_recording(user):
    make_picture()
    return make_recording(
        title=NAMES,
        poster=make_picture(),
        captions=dict.fromkeys(NAMES, CAPTIONS),
        transcript=NAMES,
        credit="Jo Doe",
        rights_until=date(2031, 3, 3),
        taken_on=date(2021, 3, 30),
    )


def linked_recording(user):
    return make_recording(url="https://video.example.org/1", captions={})


def linked_document(user):
    return make_document(language="en", alternative=make_document("The same, to be heard"))


def stored_document(user):
    old = make_document()
    file = SimpleUploadedFile("report.txt", b"Old words.")
    return make_document("Report", file=file, replaces=old, why="A figure was wrong.")


def coming_freeze(user):
    return make_freeze(SOON, SOON + 3 * DAY, public_reason=NAMES)


def running_freeze(user):
    freeze = make_freeze(SOON, SOON + 3 * DAY, public_reason=NAMES)
    began = SOON - 2 * DAY
    type(freeze).objects.update(starts_at=began, holds_after=began - timedelta(microseconds=1))
    return freeze


def access(user):
    release = approve(make_edition(draft=True), at=SOON + 9 * DAY).release
    return make_access(release, expires_at=SOON + 2 * DAY)


def colleague(user):
    make_staff("Writer")
    user = make_staff("Translator", languages=["fr"])
    user.first_name, user.last_name, user.email = "Ann", "Bryn", "ann@example.org"
    user.last_login, user.date_joined = SOON, SOON
    user.save()
    return user


RECORDS = {
    "releases.edition": [draft_text, translated_text, corrected_text],
    "releases.pressrelease": [draft_release, public_release],
    "releases.intake": [lambda user: make_intake(by=user)],
    "releases.meeting": [full_meeting],
    "releases.person": [full_person],
    "releases.appointment": [full_appointment],
    "releases.organisation": [
        lambda user: make_organisation(website="https://example.org/", logo=make_picture())
    ],
    "releases.topic": [lambda user: make_topic()],
    "releases.picture": [full_picture],
    "releases.document": [linked_document, stored_document],
    "releases.recording": [full_recording, linked_recording],
    "releases.presscontact": [make_contact],
    "releases.identity": [lambda user: make_full_identity()],
    "releases.freeze": [coming_freeze, running_freeze],
    "releases.embargoaccess": [access],
    "auth.user": [colleague],
    "auth.group": [lambda user: Group.objects.create(name="Interns")],
}
READ_ONLY = {"auditlog.logentry", "releases.proposal", "releases.reprint"}

# What a new row needs, by the name of its rows, so that it comes last.
ROWS = {
    "illustrations": lambda: {"picture": make_picture().pk, "position": 9},
    "playbacks": lambda: {"recording": make_recording().pk, "position": 9},
    "sights": lambda: {"picture": make_picture().pk, "position": 9},
    "quotes": lambda: {"words": "And later.", "speaker": make_person().pk},
    "appointments": lambda: {"titles_en": "Chair", "since": "1980-01-01"},
    "outcomes": lambda: {"document": make_document().pk},
    "participations": lambda: {"organisation": make_organisation().pk, "position": 9},
}

# Where not any other value will do: the changes that somebody would make together, if any.
OTHER = {
    ("releases.edition", "quotes-0-words"): {"quotes-0-words": "We will act again."},
    ("releases.edition", "quotes-1-words"): {},
    ("releases.edition", "title"): {"title": "Another", "slug": "another"},  # which it follows
    ("releases.document", "file"): {},  # a link, or this, which is kept for ever
    ("releases.edition", "illustrations-1-picture"): {},  # the other one, which is taken
    ("releases.edition", "playbacks-1-recording"): {},
    ("releases.meeting", "sights-1-picture"): {},
    ("releases.meeting", "time_zone"): {"time_zone": "America/New_York"},
    ("releases.meeting", "participations-0-organisation"): {},  # a person's office, or this
    ("releases.meeting", "participations-1-appointment"): {},
    ("releases.identity", "emblem"): {},  # another file is another picture: test_identity.py
    ("releases.identity", "emblem_dark"): {},
    ("releases.identity", "emblem-clear"): {"emblem-clear": True},
    ("releases.identity", "accent"): {"accent": "#005f3c"},
    ("releases.identity", "accounts"): {"accounts": "Video https://video.example/press"},
    ("releases.recording", "duration"): {"duration": "01:02:03"},
    ("auth.user", "username"): {"username": "another"},
}

OTHER |= {
    ("releases.recording", f"captions_{code}"): {f"captions_{code}": CAPTIONS.replace("We", "They")}
    for code in NAMES
}
# As files they are tried in test_captions.py.
OTHER |= {("releases.recording", f"captions_{code}_file"): {} for code in NAMES}

SAVE = {"releases.intake": "_keep"}


def label(model):
    return model._meta.label_lower


def cases():
    """A record of each model that is registered, by the name of the model and a number."""
    for model in admin.site._registry:
        makers = RECORDS.get(label(model), [None])
        for number, make in enumerate(makers if label(model) not in READ_ONLY else []):
            yield pytest.param(model, make, id=f"{model._meta.model_name}-{number}")


CASES = list(cases())


def sign_in(client, role):
    user = make_editor() if role == "superuser" else make_staff(role, languages=["en", "fr"])
    client.force_login(user)
    return user


def record_for(model, make, user):
    assert make, f"make one in the test's table of builders: {label(model)}"
    return make(user)


def address(record, page="change"):
    name = f"{record._meta.app_label}_{record._meta.model_name}_{page}"
    return reverse(f"admin:{name}", args=[record.pk])


def open_form(client, record):
    """The form that saves a record, or None for who may only read it, or not even that."""
    response = client.get(address(record))
    assert response.status_code in (200, 403), (record, response.status_code)
    if response.status_code == 403:
        return None
    button = SAVE.get(label(type(record)), "_continue")
    found = [form for form in forms_in(client, response) if form.has_button(button)]
    assert len(found) < 2
    return found[0] if found else None


def save(form, record, changes=None):
    """Save a form and return it as it is after a reload; say why, where it is asked."""
    button = SAVE.get(label(type(record)), "_continue")
    if "reason" in form:
        form.change(reason="It was wrong")
    answer = form.post(changes, button=button)
    if b'name="at_once"' in answer.content:  # what is public at once is asked about first
        [asked] = [one for one in forms_in(form.client, answer) if one.has_button(button)]
        answer = asked.post(at_once=True, button=button)
    assert answer.status_code == 302, (changes, sentences(answer))
    return open_form(form.client, record)


def sentences(response):
    """What a page says is wrong."""
    wrong = {"errornote", "errorlist", "error", "warning"}
    marked = page_of(response).all(class_=True)
    return [part.words for part in marked if wrong & set(part.get("class").split())]


def held(form):
    """What every control holds that somebody can see; the rows nobody has added hold nothing."""
    return {
        name: sorted(form.values[name]) for name in changeable(form) if form.kind(name) != "file"
    }


def changeable(form):
    """The controls that somebody can see, but for those by which a row or a file is taken away."""
    return [
        name
        for name in form.values
        if form.kind(name) != "hidden" and name != "reason"
        if "__prefix__" not in name and not name.endswith(("-DELETE", "-clear", "_old"))
    ]


# Records


@pytest.mark.parametrize(("model", "make"), CASES)
def test_a_record_saved_as_it_is_stays_as_it_is(client, model, make):
    record, tried = None, []
    for role in ROLES:
        user = sign_in(client, role)
        if record is None or label(model) == "releases.intake":
            record = record_for(model, make, user)
        form = open_form(client, record)
        if form is None or set(form.values) in tried:
            continue
        tried.append(set(form.values))
        recorded = Recorded.objects.count()

        assert held(save(form, record)) == held(form), role

        assert Recorded.objects.count() == recorded, role
        if entry := LogEntry.objects.first():
            assert entry.change_message in ("[]", ""), role
    assert tried


@pytest.mark.parametrize(("model", "make"), CASES)
def test_what_is_changed_is_changed_and_nothing_else(client, model, make):
    """One control of each kind alone, then all that are left together."""
    record = record_for(model, make, sign_in(client, "superuser"))
    form = open_form(client, record)
    left, kinds = {}, set()
    for name in changeable(form):
        changes = OTHER.get((label(model), name))
        if changes is None:
            changes = another(form, name)
        if appearance(form, name) in kinds:
            left |= changes
        elif changes:
            kinds.add(appearance(form, name))
            form = changed(form, record, changes)
    changed(form, record, left)


def changed(form, record, changes):
    """Save them, see that the reloaded form holds them and all else as before, and return it."""
    after = save(form, record, changes)
    assert held(after) == held(form), list(changes)
    return after


def appearance(form, name):
    """Controls of one kind look alike: those of a row, and names in one language, for instance."""
    control = form.controls[name][0]
    return form.kind(name), control.get("class"), control.get("multiple"), control.get("lang")


def another(form, name):
    """A change that somebody could make to a control; none where it has nothing else to offer."""
    kind, now = form.kind(name), form[name]
    looks = f"{kind} {form.controls[name][0].get('class', '')} {name.rpartition('-')[2]}"
    if kind in ("select", "radio") or form.is_multiple(name):
        return _another_choice(form, name)
    if kind == "checkbox":
        return {name: not now}
    if kind == "url":
        return {name: f"{now or 'https://example.org/'}more"}
    return {name: next(write(now) for look, write in WRITTEN.items() if look in looks)}


def _another_choice(form, name):
    others = [one for one in form.choices(name) if one and one not in form.values[name]]
    if form.is_multiple(name):
        return {name: [*form[name], *others[:1]] if others else form[name][1:]}
    return {name: others[0]} if others else {}


def _a_day_later(text):
    return (date.fromisoformat(text) + DAY if text else SOON.date()).isoformat()


def _an_instant_later(text):
    return f"{datetime.fromisoformat(text) + DAY if text else SOON + 9 * DAY:%Y-%m-%dT%H:%M}"


# What somebody types instead, by what the control looks like; the first that fits.
WRITTEN = {
    "datetime-local": _an_instant_later,
    "vDateField": _a_day_later,
    "vTimeField": lambda text: f"{text[:3] or '12:'}30:00",
    "date": _a_day_later,
    "number": lambda text: int(text or 0) + 1,
    "email": lambda text: f"new.{text or 'one@example.org'}",
    "prose": lambda text: f"{text}<p>More.</p>",
    "slug": lambda text: f"{text}-more",
    "": lambda text: f"{text} more".strip(),
}


def rows_of(form, prefix):
    """What the rows hold, in their order."""
    rows = {}
    for name, values in held(form).items():
        if name.startswith(f"{prefix}-"):
            __, number, field = name.split("-", 2)
            rows.setdefault(int(number), {})[field] = values
    return [rows[number] for number in sorted(rows)]


@pytest.mark.parametrize(("model", "make"), CASES)
def test_a_row_is_added_and_taken_away(client, model, make):
    record = record_for(model, make, sign_in(client, "superuser"))
    form = open_form(client, record)
    for prefix in prefixes(form):
        before = rows_of(form, prefix)
        assert prefix in ROWS, f"say in ROWS what a new row of {prefix} needs"
        number = form.add_row(prefix, ROWS[prefix]())

        after = save(form, record)
        assert rows_of(after, prefix) == rows_of(form, prefix)
        assert len(rows_of(after, prefix)) == len(before) + 1
        form = save(after.remove_row(prefix, number), record)
        assert rows_of(form, prefix) == before
        if before:
            form = save(form.remove_row(prefix, 0), record)
            assert rows_of(form, prefix) == before[1:]


def prefixes(form):
    """Of the rows to which one can be added."""
    names = [name.removesuffix(TOTAL) for name in form.values if name.endswith(TOTAL)]
    return [name for name in names if form.takes_row(name)]
