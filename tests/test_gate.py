"""What the public may see at an instant, on every surface."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from releases.models import (
    Appointment,
    Document,
    Edition,
    Meeting,
    Moment,
    Organisation,
    Person,
    PressRelease,
    PublicState,
    Showing,
    Topic,
)
from tests.builders import (
    BRUSSELS,
    instant,
    make_appointment,
    make_document,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_topic,
    standing,
)

pytestmark = pytest.mark.django_db

EMBARGO = instant(2031, 5, 6, 15, 0)
BEFORE = EMBARGO - timedelta(seconds=1)
SECRET = "Zanzibar"


@pytest.fixture
def embargoed():
    """A release with a word of its own in every record that hangs on it; one of its year is out."""
    make_edition(release__publish_at=instant(2031, 1, 5, 12))
    organisation = make_organisation(f"{SECRET} coalition")
    appointment = make_appointment(
        make_person(f"{SECRET} Smith"), organisation=organisation, titles={"en": f"{SECRET} envoy"}
    )
    meeting = make_meeting(f"{SECRET} summit", starts_on=date(2031, 6, 1), organiser=organisation)
    meeting.participations.create(appointment=appointment)
    meeting.outcomes.create(document=make_document(f"{SECRET} communiqué"))
    edition = make_edition(
        release__publish_at=EMBARGO,
        title=f"{SECRET} agreement signed",
        body=f"<p>“We will act in {SECRET}.”</p>",
        topics=[make_topic(f"{SECRET} affairs")],
        meetings=[meeting],
        documents=[make_document(f"{SECRET} plan")],
    )
    make_quote(edition, f"We will act in {SECRET}.", appointment=appointment)
    return edition


def shown(reader, at=None):
    moment = Moment.of(at) if at else Moment.now()
    return [row.edition for row in Showing.objects.listed(reader, moment)]


def addresses(edition):
    """Every public address the site has for an edition and what hangs on it."""
    release = edition.release
    quote = edition.quotes.get()
    meeting = release.meetings.get()
    own = [
        edition.get_absolute_url(),
        "/2031/0002",
        quote.get_absolute_url(),
        meeting.get_absolute_url(),
        "/sitemap-people.xml",
        f"/sitemap-quotes-{release.day:%Y-%m}.xml",
        f"/sitemap-releases-{release.day:%Y-%m}.xml",
        quote.speaker.get_absolute_url(),
        meeting.organiser.get_absolute_url(),
        release.topics.get().get_absolute_url(),
    ]
    year = release.day.year
    lists = ["/en/", "/en/releases/", "/en/quotes/", "/en/meetings/", "/en/feeds/releases.atom"]
    lists += ["/sitemap.xml", f"/en/releases/?from={year}", "/fr/"]
    return own, lists


def test_one_second_before_its_instant_a_release_is_nowhere(client, embargoed, time_machine):
    time_machine.move_to(BEFORE, tick=False)
    own, lists = addresses(embargoed)

    absent = client.get("/en/topics/never-been-there/")
    key = embargoed.quotes.get().key
    for address, status in [(a, 404) for a in own] + [(a, 200) for a in lists]:
        response = client.get(address)
        page = response.getvalue().decode().lower()
        assert response.status_code == status, address
        assert SECRET.lower() not in page, address
        assert address == own[2] or key not in page, address
        assert "2031/05" not in page or status == 404, address
    hidden = client.get(own[-1])
    assert dict(hidden.items()) == dict(absent.items())


def test_at_its_instant_a_release_is_everywhere(client, embargoed, time_machine):
    time_machine.move_to(EMBARGO, tick=False)
    own, lists = addresses(embargoed)

    for address in own + [a for a in lists if a != "/sitemap.xml"]:
        response = client.get(address, follow=True)
        page = response.getvalue().decode().lower()
        assert response.status_code == 200, address
        assert SECRET.lower() in page or embargoed.quotes.get().key in page, address


@pytest.mark.parametrize(
    "model",
    [Meeting, Person, Topic, Document, Organisation, Appointment, PressRelease],
    ids=lambda model: model.__name__,
)
def test_every_subject_is_public_from_the_instant_of_its_release(model, embargoed):
    before, after = (
        set(model.objects.public(Moment.of(BEFORE))),
        set(model.objects.public(Moment.of(EMBARGO))),
    )

    assert len(after - before) == 1


@pytest.mark.parametrize("step", ["ever_public", "readable", "reachable"])
def test_each_step_of_the_gate_is_open_from_the_instant_it_is_asked_about(step, embargoed):
    ask = getattr(Edition.objects, step)

    assert embargoed not in ask(Moment.of(BEFORE))
    assert embargoed in ask(Moment.of(EMBARGO))


def test_a_hidden_release_leaves_no_trace_in_the_etag_of_a_list(client, time_machine):
    time_machine.move_to(BEFORE, tick=False)
    make_edition()
    before = [client.get(a)["ETag"] for a in ("/en/", "/en/releases/", "/en/feeds/releases.atom")]

    make_edition(release__publish_at=EMBARGO)
    make_edition(draft=True)

    after = [client.get(a)["ETag"] for a in ("/en/", "/en/releases/", "/en/feeds/releases.atom")]
    assert after == before


def test_a_version_that_has_been_replaced_stands_in_no_list():
    old = make_edition(
        visible_from=instant(2021, 1, 1),
        visible_until=instant(2021, 2, 1),
        release__publish_at=instant(2021, 1, 1),
    )
    new = make_edition(old.release, visible_from=instant(2021, 2, 1), change_note="A name.")

    assert list(standing(Moment.of(instant(2021, 1, 15)))) == [old]
    assert list(standing(Moment.of(instant(2021, 2, 1)))) == [new]


def test_a_reader_gets_each_release_once_in_the_own_language_if_there_is_one():
    english = make_edition(language="en")
    french = make_edition(english.release, language="fr")
    dutch = make_edition(language="nl")

    assert set(shown("fr")) == {french, dutch}
    assert set(shown("de")) == {english, dutch}


def test_a_correction_after_a_late_language_takes_over():
    january, february, march = (instant(2021, month, 1) for month in (1, 2, 3))
    old = make_edition(release__publish_at=january, visible_until=march)
    make_edition(old.release, language="fr", visible_from=february)
    new = make_edition(old.release, visible_from=march, change_note="A name.")

    assert shown("en", february) == [old]
    assert shown("en", march) == [new]


def test_the_first_change_is_noticed_whoever_was_numbered_before():
    PublicState.objects.all().delete()
    PublicState.objects.lock_numbering()
    before = Moment.now().state

    PublicState.objects.bump()

    assert Moment.now().state != before


def test_a_language_that_the_newsroom_has_no_more_is_read_where_there_is_no_other():
    italian = make_edition(language="it")
    assert shown("en") == [italian]

    german = make_edition(italian.release, language="de")

    assert shown("en") == shown("de") == [german]


def test_a_late_language_is_not_live_before_it_is_approved():
    english = make_edition(language="en", release__publish_at=instant(2021, 1, 1))
    make_edition(english.release, language="fr", visible_from=instant(2021, 3, 1))

    february = instant(2021, 2, 1)
    assert [edition.language for edition in shown("fr", february)] == ["en"]


def test_an_announced_meeting_is_public_before_any_release_names_it():
    meeting = make_meeting(announced_at=instant(2021, 3, 1))

    assert not Meeting.objects.public(Moment.of(instant(2021, 2, 28))).exists()
    assert list(Meeting.objects.public(Moment.of(instant(2021, 3, 1)))) == [meeting]


def test_an_office_that_has_not_begun_is_not_public():
    quote = make_quote(appointment=make_appointment())
    make_appointment(quote.speaker, since=timezone.localdate() + timedelta(days=1))

    assert list(Appointment.objects.public()) == [quote.appointment]


def test_caches_keep_no_page_beyond_the_running_minute(client, time_machine):
    for second, left in ((0, 60), (59, 1)):
        time_machine.move_to(instant(2021, 4, 1, 9, 30, second), tick=False)
        for address in ("/en/", "/en/releases/", "/en/feeds/releases.atom", "/en/nothing/here/"):
            assert client.get(address)["Cache-Control"] == f"public, max-age={left}"


def test_a_page_that_ages_keeps_its_name_for_a_quarter_of_an_hour(client, time_machine):
    def name(*clock):
        time_machine.move_to(instant(2021, 4, 1, *clock), tick=False)
        return client.get("/en/")["ETag"]

    first = name(9, 30)
    assert name(9, 30, 0, 1) == name(9, 31, 5) == name(9, 44, 59) == first
    assert name(9, 45) != first


def test_a_release_goes_public_on_a_whole_minute():
    release = make_edition(release__publish_at=instant(2031, 1, 1, 9, 0, 42)).release

    assert release.publish_at.astimezone(BRUSSELS).second == 0


def test_a_file_is_private_until_something_public_refers_to_it(client, settings):
    document = make_document(file=ContentFile(b"%PDF-1.7", name="plan.pdf"))
    make_edition(release__publish_at=EMBARGO, documents=[document])
    assert client.get(document.get_absolute_url()).status_code == 404

    make_edition(documents=[document])
    response = client.get(document.get_absolute_url())
    assert b"".join(response.streaming_content) == b"%PDF-1.7"
    assert response["Content-Disposition"].startswith("attachment")
