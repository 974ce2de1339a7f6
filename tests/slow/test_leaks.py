"""
Nothing of what is not public yet, or no more, shows anywhere: the promise of this newsroom.

Each test makes a secret, asks for everything one second before its instant, at it, and one
second after, and then once more without the secret: see `tests.slow.leaks`. What takes long is
`shared_out`: each run of the test asks for a part of the addresses.
"""

from datetime import date, timedelta

import pytest
from django.urls import path
from django.urls.resolvers import RegexPattern, URLResolver

from releases.models import (
    Appointment,
    Document,
    Freeze,
    Meeting,
    Organisation,
    Person,
    Picture,
    PressContact,
    PressRelease,
    Quote,
    Recording,
    Topic,
    copies,
)
from releases.operation import disk, health
from releases.public import pagination
from releases.review import emergency_stop, schedule
from tests.builders import Everything, instant, submit
from tests.slow.leaks import CLOSED, SECOND, Newsroom, Request, offers, routes, said_in

pytestmark = pytest.mark.django_db

EMBARGO = instant(2031, 5, 6, 15, 0)
EARLIER = instant(2031, 5, 5, 9, 0)
HOUR = timedelta(hours=1)


@pytest.fixture
def spoken():
    """The languages of the newsroom: two are enough for most tests, one of them without texts."""
    return ["en", "fr"]


@pytest.fixture
def part():
    """Which part of the addresses is asked for, and of how many: all of them."""
    return 0, 1


def shared_out(parts):
    """Run the test once for each of so many parts of the addresses."""
    numbers = [pytest.param((number, parts), id=f"part {number + 1}") for number in range(parts)]
    return pytest.mark.parametrize("part", numbers)


@pytest.fixture
def room(time_machine, settings, spoken, part, monkeypatch, caplog):
    """
    A newsroom with one public release, on pages that are full with it: one entry more shows.

    Its text in English is at its second version, at another address than the first. What
    it names (`room.topic` and so on) is named by the secrets as well.
    """
    monkeypatch.setattr(pagination, "PAGE_SIZE", 1)
    monkeypatch.setattr(health, "SAME_TIME", timedelta.max)  # but for the database, it is 2030
    monkeypatch.setattr(disk, "ENOUGH", 0)
    settings.LANGUAGES = [pair for pair in settings.LANGUAGES if pair[0] in spoken]
    caplog.set_level("ERROR", logger="django.request")  # else each address not found is noted
    time_machine.move_to(instant(2030, 6, 3, 10), tick=False)
    room = Newsroom(time_machine, settings, part)
    room.topic, room.person = room.make(Topic), room.make(Person)
    ministry = room.make(Organisation)
    room.office = room.make(
        Appointment, person=room.person, organisation=ministry, since=date(2030, 1, 1)
    )
    room.meeting = room.make(Meeting, starts_on=date(2030, 6, 2), organiser=ministry)
    room.meeting.participations.create(appointment=room.office)
    release = make_release(room)
    room.annex = room.make(Document, url="")
    release.editions.get().documents.add(room.annex)
    release.editions.get().illustrations.create(picture=room.make(Picture))
    release.editions.get().playbacks.create(recording=room.make(Recording, url=""))
    room.make_link(release, revoked_at=EARLIER)
    [room.text] = publish(room, release)
    room.at(instant(2030, 6, 4, 10))
    room.text = room.approve(correct(room, room.text))
    return room


def make_release(room, **given):
    """A draft on what is public anyway, with a text in English."""
    release = room.make(PressRelease, **given)
    release.topics.add(room.topic)
    release.meetings.add(room.meeting)
    quote = {"speaker": room.person, "appointment": room.office, "meeting": room.meeting}
    room.make_text(release, "en", [quote | {"language": "", "original_words": ""}])
    return release


def correct(room, text):
    """A draft of the next version with other words, in its quote as well."""
    draft = copies.next_version(text, room.writer)
    for quote in draft.quotes.all():
        quote.words = f"{room.word('Quote.words')} is what we meant."
        quote.title_as_printed = room.word("Quote.title_as_printed")
        quote.save()
        draft.body = f"<p>{room.word('Edition.body')}: “{quote.words}”</p>"
    for name in ("title", "slug", "summary", "change_note"):
        setattr(draft, name, room.word(f"Edition.{name}"))
    draft.save()
    return draft


def publish(room, release, at=None):
    """Approve all texts of a release, which go public together."""
    texts = release.editions.filter(visible_from=None).order_by("pk")
    return [room.approve(text, at=None if number else at) for number, text in enumerate(texts)]


def make_everything(room):
    """A draft in two languages, and a record of each kind that hangs on it alone."""
    release = make_release(room)
    organiser, ministry, guest = (room.make(Organisation, moved=n == 0) for n in range(3))
    person, chair = room.make(Person, moved=True), room.make(Person)
    office = room.make(Appointment, person=person, organisation=ministry, since=date(2030, 1, 1))
    seat = room.make(Appointment, person=chair, since=date(2030, 1, 1))
    meeting = room.make(
        Meeting,
        moved=True,
        starts_on=date(2031, 5, 1),
        organiser=organiser,
        announced_at=EMBARGO,
    )
    meeting.participations.create(appointment=seat)
    meeting.participations.create(organisation=guest)
    outcome = room.make(Document, file="")
    meeting.outcomes.create(document=outcome, public_from=EMBARGO)
    person.portrait, ministry.logo = (room.make(Picture, place={}) for __ in range(2))
    person.save(), ministry.save()
    meeting.sights.create(picture=room.make(Picture))
    plan = room.make(Document, url="")
    plan.alternative = room.make(Document, url="", title=plan.title)
    plan.save()
    release.meetings.add(meeting)
    release.topics.add(room.make(Topic, moved=True))
    release.contacts.add(room.make(PressContact))
    english = release.editions.get()
    english.documents.add(plan)
    for __ in range(2):
        english.illustrations.create(picture=room.make(Picture))
    seen = {name: {} for name in ("alternative", "caption", "place")} | {"credit": ""}
    film = room.make(Recording, url="", poster=room.make(Picture, **seen))
    live = room.make(Recording, file="", captions={}, key="live")
    for recording in (film, live):
        english.playbacks.create(recording=recording)
    said = {"speaker": person, "appointment": office, "meeting": meeting, "language": "nl"}
    french = room.make_text(release, "fr", [said], source=english)
    for one in english.illustrations.all():
        french.illustrations.create(picture=one.picture)
    for one in english.playbacks.all():
        french.playbacks.create(recording=one.recording)
    return release


def read_ahead(room, release):
    """Somebody opens the text by a link of their own, and nobody else is to see it by that."""
    link = f"/en/embargo/{room.make_link(release)}/"
    room.tokens.pop()  # the stranger has none that opens
    terms = room.ask(Request("GET", link))
    room.ask(Request("POST", link))
    text = room.ask(Request("GET", link))
    assert not terms.words & room.secrets - room.words_of("EmbargoAccess")
    assert len(text.words & room.words_of("Edition")) > 2
    assert terms.seconds == text.seconds == 0


# What is to come


@shared_out(14)
@pytest.mark.parametrize("spoken", [["en", "fr", "nl", "de"]])
def test_a_release_under_embargo_is_nowhere_before_its_instant_and_everywhere_from_it(room):
    with room.secret():
        room.at(EARLIER)
        release = make_everything(room)
        room.make_link(release, revoked_at=EARLIER)
        room.make_link(release, expires_at=EARLIER)
        publish(room, release, at=EMBARGO)
        room.at(EMBARGO - SECOND)
        read_ahead(room, release)

        room.expect_nothing(EMBARGO - SECOND, until=EMBARGO, curious=True)
        room.expect_all(EMBARGO)


@shared_out(3)
def test_a_correction_takes_over_at_its_instant_and_the_text_stands_until_then(room):
    with room.secret():
        room.at(EARLIER)
        draft = correct(room, room.text)
        said = f"{room.word('Quote.words')} is new."
        draft.body += f"<p>“{said}”</p>"
        draft.save()
        draft.documents.add(room.make(Document, url="", replaces=room.annex))
        speaker = room.make(Person, moved=True)
        room.fill(Quote, edition=draft, words=said, speaker=speaker, language="fr").save()
        room.approve(draft, at=EMBARGO)

        room.expect_nothing(EMBARGO - SECOND, until=EMBARGO)
        room.expect_all(EMBARGO)


@shared_out(3)
def test_a_language_that_comes_late_is_nowhere_before_its_instant(room):
    with room.secret():
        room.at(EARLIER)
        quote = {"speaker": room.person, "key": room.text.quotes.get().key, "language": "en"}
        late = room.make_text(room.text.release, "fr", [quote], source=room.text)
        room.approve(late, at=EMBARGO)

        room.expect_nothing(EMBARGO - SECOND, until=EMBARGO)
        room.expect_all(EMBARGO)


@shared_out(2)
def test_a_meeting_is_nowhere_before_it_is_announced(room):
    with room.secret():
        room.at(EARLIER)
        meeting = room.make(
            Meeting,
            moved=True,
            starts_on=date(2031, 6, 1),
            organiser=room.make(Organisation),
            announced_at=EMBARGO,
        )
        chair = room.make(Appointment, person=room.make(Person), since=date(2030, 1, 1))
        meeting.participations.create(appointment=chair)
        outcome = room.make(Document, url="")
        meeting.outcomes.create(document=outcome, public_from=EMBARGO)

        room.expect_nothing(EMBARGO - SECOND, until=EMBARGO)
        room.expect_all(EMBARGO)


@shared_out(2)
def test_an_office_is_nowhere_before_the_day_it_begins(room):
    midnight = instant(2031, 5, 7)
    with room.secret():
        ministry = room.make(Organisation)
        room.make(Appointment, person=room.person, organisation=ministry, since=midnight.date())

        room.expect_nothing(midnight - SECOND, until=midnight)
        room.expect_all(midnight)


@shared_out(2)
def test_what_is_being_written_or_reviewed_is_nowhere(room):
    with room.secret():
        room.at(EARLIER)
        room.make_text(room.text.release, "fr", [{"speaker": room.person}], source=room.text)
        make_release(room)
        in_review, new, taken_back = (make_release(room).editions.get() for __ in range(3))
        submit(in_review, by=room.writer)
        for sent_back in (new, correct(room, room.text)):
            submit(sent_back, by=room.writer)
            sent_back.send_back(room.editor, room.word("Step.reason"))
        room.approve(taken_back, at=EMBARGO).unschedule(room.editor)

        room.expect_nothing(EMBARGO)


# What is held


@shared_out(4)
def test_a_freeze_holds_what_is_due_until_it_ends(room):
    room.at(EARLIER)
    end = EMBARGO + HOUR
    room.make(Freeze, starts_at=EMBARGO - HOUR, ends_at=end)
    with room.secret():
        publish(room, make_release(room), at=EMBARGO)
        room.make(Meeting, starts_on=date(2031, 6, 1), announced_at=EMBARGO)
        room.approve(correct(room, room.text), at=EMBARGO)

        for held in (EMBARGO, end - SECOND):
            room.expect_nothing(held, until=end)
        room.expect_all(end)


@shared_out(3)
def test_a_stop_holds_everything_until_it_is_lifted_and_what_is_taken_back_for_good(room):
    with room.secret():
        room.at(EARLIER)
        [back] = publish(room, make_release(room), at=EMBARGO)
        kept = room.secrets
        [out] = publish(room, make_release(room), at=EMBARGO)
        room.at(EMBARGO - HOUR)
        stop = emergency_stop.stop(room.editor, room.word("Freeze.internal_reason"))

        for held in (EMBARGO - SECOND, EMBARGO):
            room.expect_nothing(held)

        room.at(EMBARGO + HOUR)
        emergency_stop.lift(stop, room.editor, {back.pk: False, out.pk: True})
        room.expect_all(EMBARGO + HOUR, but=kept)


@shared_out(4)
def test_what_is_moved_is_nowhere_at_its_old_instant_and_everywhere_at_its_new_one(room):
    moved = instant(2031, 5, 7, 9)
    with room.secret():
        room.at(EARLIER)
        texts = [*publish(room, make_release(room), at=EMBARGO), correct(room, room.text)]
        room.approve(texts[1], at=EMBARGO)
        for text in texts:
            release = PressRelease.objects.get(pk=text.release_id)
            schedule.move(release, room.editor, room.word("Step.reason"), moved, Everything())

        for early in (EMBARGO, moved - SECOND):
            room.expect_nothing(early, until=moved)
        room.expect_all(moved)


@shared_out(4)
def test_what_is_held_back_is_nowhere_until_it_is_let_go(room):
    with room.secret():
        room.at(EARLIER)
        texts = [*publish(room, make_release(room), at=EMBARGO), correct(room, room.text)]
        room.approve(texts[1], at=EMBARGO)
        why = room.word("PressRelease.held_reason")
        for text in texts:
            release = PressRelease.objects.get(pk=text.release_id)
            schedule.hold(release, room.editor, why)

        for held in (EMBARGO, EMBARGO + HOUR):
            room.expect_nothing(held)

        room.at(EMBARGO + HOUR)
        for text in texts:
            release = PressRelease.objects.get(pk=text.release_id)
            schedule.move(release, room.editor, why, accepted=Everything())
        PressRelease.objects.number_those_out()
        room.expect_all(EMBARGO + HOUR)


# What was public


@shared_out(4)
def test_what_is_removed_is_nowhere_but_for_what_its_own_address_says(room):
    kinds = PressRelease.Removal
    with room.secret():
        room.at(EARLIER)
        releases, words = {}, {}
        for kind in kinds:
            before = room.secrets
            releases[kind] = make_release(room)
            releases[kind].topics.add(room.make(Topic))
            releases[kind].editions.get().documents.add(room.make(Document, url=""))
            releases[kind].contacts.add(room.make(PressContact))
            publish(room, releases[kind])
            room.make_link(releases[kind])
            words[kind] = room.secrets - before
        room.expect_all(EMBARGO - SECOND)

        room.at(EMBARGO)
        for kind, release in releases.items():
            leads = {
                kinds.CONSOLIDATED: {"moved_to": room.text.release},
                kinds.ARCHIVED: {"url": "https://archive.example/"},
            }
            note = {"en": f"{room.word('PressRelease.removal_note')} is why."}
            release.refresh_from_db()
            release.remove(room.editor, kind, note, **leads.get(kind, {}))

        stays = words[kinds.WITHDRAWN] & room.words_of("Topic", "Document")
        own = room.words_of("PressRelease.removal_note")
        own |= words[kinds.WITHDRAWN] - stays - room.never
        own |= words[kinds.ARCHIVED] & room.words_of("Edition.title", "Edition.slug")
        room.expect_gone(EMBARGO, own, anywhere=stays)


def test_pictures_and_recordings_are_nowhere_from_the_midnight_on_which_their_rights_end(room):
    midnight = instant(2031, 5, 7)
    with room.secret():
        room.at(EARLIER)
        release = make_release(room)
        lent = {"rights_until": date(2031, 5, 6)}
        release.editions.get().illustrations.create(picture=room.make(Picture, **lent))
        film = room.make(Recording, url="", **lent)
        release.editions.get().playbacks.create(recording=film)
        room.meeting.sights.create(picture=room.make(Picture, **lent))
        room.person.portrait = room.make(Picture, place={}, **lent)
        room.person.save()
        publish(room, release)

        room.expect_all(midnight - 2 * SECOND)
        room.expect_ended(midnight, room.words_of("Picture", "Recording"))


# Behind the door


def test_the_desk_and_signing_in_show_a_stranger_nothing(room):
    room.at(EARLIER)
    release = make_everything(room)
    publish(room, release, at=EMBARGO)
    emergency_stop.stop(room.editor, room.word("Freeze.internal_reason"))
    offered = offers()

    for route in [route for route in routes() if f"/{route.form}".startswith(CLOSED)]:
        for address in route.addresses(offered):
            for method in ("GET", "POST", "HEAD"):
                answer = room.ask(Request(method, address))
                assert answer.status < 500, f"{method} {address}"
                # The random key of a session may look like a word that nobody has made.
                shown = answer.words & room.meaning.keys() - said_in(address)
                assert not shown, f"{method} {address}"


# The map


def test_the_map_has_every_route_in_every_language():
    forms = {route.form for route in routes()}

    assert {"en/", "de/quotes/%(key)s/", "documents/%(digest)s/%(name)s", "admin/login/"} <= forms
    assert len(forms) == len(routes()) > 100


def test_a_route_nobody_knows_how_to_fill_fails_with_a_sentence(room):
    urls = [path("letters/<int:day_of_week>/", lambda request: None)]
    [route] = routes(URLResolver(RegexPattern("^/"), urls))

    with pytest.raises(pytest.fail.Exception, match=r"/letters/%\(day_of_week\)s/ takes day_of"):
        route.addresses(offers())
