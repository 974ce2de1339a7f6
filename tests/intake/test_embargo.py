"""An embargo line that is not understood stops somebody; one that is gives its instant."""

from datetime import date, datetime
from io import StringIO
from json import loads

import pytest
from django.core.management import call_command
from django.urls import reverse

from releases.intake.draft import make_release
from releases.intake.unattended import draft_of
from releases.models import PressRelease
from releases.reading.find import find
from releases.review import embargoes
from tests.builders import (
    BRUSSELS,
    instant,
    make_appointment,
    make_edition,
    make_intake,
    make_staff,
)
from tests.forms import form_on
from tests.reading.texts import blocks_of

NOW = instant(2026, 3, 2, 9)
END = datetime(2026, 3, 4, 18, tzinfo=BRUSSELS)
REST = (
    "Brussels – The ministers of Norvale and Estmark agreed on shared river ports, and will meet "
    "again in the autumn to see how many of the forty ports have been opened by then."
)
TITLE = "Ministers agree on river ports"


def found_in(*lines, language="en"):
    return find(blocks_of("\n\n".join([*lines, TITLE, REST])), language, now=NOW)


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGO: not for publication before 4 March 2026, 18:00 CET",
        "EMBARGOED FOR RELEASE UNTIL 6PM ON 4 MARCH 2026",
        "EMBARGOED UNTIL 6 p.m. on Wednesday, March 4, 2026",
        "Embargoed for publication until 18:00 on 4 March 2026",
        "Under strict embargo until Wednesday 4 March 2026, 18.00 hrs",
        "STRICT EMBARGO – 4 March 2026, 18:00",
        "Publication is embargoed until 4 March 2026, 18:00",
        "This press release is under strict embargo until 18:00 CET on 4 March 2026",
        "The following is under embargo until 4 March 2026, 6 p.m.",
        "Hold until 4 March 2026, 18:00",
        "HOLD FOR RELEASE: 4 March 2026, 6 pm",
        "For release: 4 March 2026, 18:00",
        "For publication: Wednesday 4 March 2026 at 18:00",
        "Not for release before 18:00 on Wednesday 4 March 2026",
        "Do not publish before 4 March 2026, 18:00 (Brussels time)",
        "Please do not publish this before 4 March 2026, 18:00.",
        "Embargo lifts 4 March 2026 at 18:00",
        "News embargo: 4 March 2026, 18:00",
        "Media embargo – 4 March 2026 – 18.00 CET",
        "[EMBARGOED UNTIL 18:00, 4 MARCH 2026]",
        "Confidential until 4 March 2026, 18:00",
        "To be released on 4 March 2026 at 18:00",
        "EMBARGO\n4 March 2026, 18:00",
        "EMBARGO\n\n4 March 2026, 18:00",
        "Sous embargo strict jusqu’au mercredi 4 mars 2026 à 18 heures",
        "EMBARGO : ne pas diffuser avant le 4 mars 2026, 18h00",
        "À ne pas publier avant le mercredi 4 mars 2026 à 18 h",
        "Embargo jusqu’au 4 mars 2026, 18h",
        "Document sous embargo jusqu’au 4 mars 2026 à 18h00",
        "Embargo levé le 4 mars 2026 à 18h",
        "Interdit de publication avant le 4 mars 2026, 18 heures",
        "Merci de respecter l’embargo jusqu’au 4 mars 2026, 18h",
        "Sous embargo jusqu’au mercredi 4 mars, 18h",
        "Publication autorisée à partir du 4 mars 2026, 18h",
        "Persembargo tot 4 maart 2026, 18.00 uur",
        "Niet vrijgeven voor 4 maart 2026, 18 uur",
        "Onder strikt embargo tot en met woensdag 4 maart 2026, 18.00 uur",
        "Onder embargo tot 4 maart 2026 om 18u",
        "EMBARGO: niet publiceren voor 4 maart 2026, 18 uur",
        "Niet voor publicatie vóór 4 maart 2026, 18:00",
        "Vrij voor publicatie vanaf woensdag 4 maart 2026 om 18.00 uur",
        "Embargo tot woensdag 4 maart, 18.00 uur",
        "Gelieve niet te publiceren voor 4 maart 2026, 18u00",
        "Gesperrt bis 4.3.2026, 18:00 Uhr",
        "SPERRFRIST: Mittwoch, 4. März 2026, 18 Uhr",
        "Mit Sperrfrist bis 4. März 2026, 18.00 Uhr",
        "Sperrfrist bis zum 4. März 2026 um 18 Uhr",
        "Bitte nicht vor dem 4. März 2026, 18 Uhr veröffentlichen",
        "Frei zur Veröffentlichung ab Mittwoch, 4. März 2026, 18:00 Uhr",
        "Unter striktem Embargo bis 4. März 2026, 18 Uhr",
        "Achtung! Sperrfrist: 4. März, 18.00 Uhr!",
        "Vor 4. März 2026, 18 Uhr nicht veröffentlichen",
        "Veröffentlichung erst ab 4. März 2026, 18 Uhr",
        "Freigabe: 4. März 2026, 18 Uhr",
    ],
)  # fmt: skip
def test_an_embargo_in_many_words_ends_at_its_instant_and_is_no_title(line):
    found = found_in(line)

    assert found.embargo.value == END
    assert found.title.value == TITLE


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Embargo until Thursday, 6.00", None),
        ("Under embargo", None),
        ("STRICTLY EMBARGOED", None),
        ("Embargo until the end of the speech", None),
        ("Embargo: see the mail of Monday", None),
        ("Not for publication before the vote", None),
        ("Please respect the embargo until tomorrow at noon.", None),
        ("Embargo until 4 March 2026", date(2026, 3, 4)),
        ("Embargo until Thursday 4 March 2026, 18:00", None),  # it is a Wednesday
        ("Embargo jusqu’au jeudi 4 mars, 18h", None),
        ("Embargo until 29 March 2026, 02:30", None),  # the clocks skip that hour
        ("Embargo until 25 October 2026, 02:30", None),  # they show it twice
        ("Embargo until 4 March 2026, 18:00, or 5 March 2026, 6:00", None),
        ("Embargo until 31 April 2026, 18:00", None),
        ("Ne pas diffuser avant le vote", None),
        ("Sous embargo jusqu’à demain midi", None),
        ("Niet publiceren voor de stemming", None),
        ("Embargo tot morgen 18 uur", None),
        ("Gesperrt bis zum Ende der Rede", None),
        ("Sperrfrist: Redebeginn", None),
        ("Bitte Sperrfrist beachten!", None),
        ("Es gilt das gesprochene Wort. Sperrfrist: Redebeginn", None),
        ("Check against delivery – embargoed until 18:00", None),
    ],
)
def test_an_embargo_that_is_not_understood_is_a_doubt_and_no_title(line, value):
    found = found_in(line)

    assert (found.embargo.value, found.title.value) == (value, TITLE)
    assert found.embargo.spans


@pytest.mark.parametrize(
    "line",
    [
        "For immediate release",
        "FOR RELEASE: 4 March 2026",
        "Embargo: none",
        "No embargo",
        "Pas d’embargo",
        "Geen embargo",
        "Keine Sperrfrist",
        "Estmark and Norvale lift the embargo on timber",
        "Council extends arms embargo until 31 July 2026",
        "Embargo on timber extended to 31 July 2026",
        "L’embargo sur le bois prolongé jusqu’au 31 juillet 2026",
        "Wapenembargo tot 31 juli 2026 verlengd",
        "Embargo gegen Estmark bis 31. Juli 2026 verlängert",
        "Release: 4 March 2026",
        "Minister opens the port on 4 March 2026 at 18:00",
        "Bridge closed until 4 March 2026, 18:00",
    ],
)
def test_other_lines_are_no_embargo(line):
    assert found_in(line).embargo is None


def test_two_lines_that_differ_are_not_understood():
    found = found_in("Embargo until 4 March 2026, 18:00", "Embargo until 5 March 2026, 6:00")

    assert found.embargo.value is None
    assert len(found.embargo.spans) == 2


def test_two_lines_that_say_the_same_are_understood():
    found = found_in(
        "Embargo until 4 March 2026, 18:00 CET", "Embargo jusqu’au 4 mars 2026, 17h UTC"
    )

    assert found.embargo.value == END


def test_the_embargo_of_a_cover_note_is_heard():
    note = (
        "Please find below our press release on river ports. May we ask you to respect the embargo "
        "until Thursday at 6.00, as the ministers will only present it to their parliaments then?"
    )

    found = found_in("Dear editors,", note)

    assert found.embargo.value is None
    assert (
        note[53:100]
        in blocks_of(note)[0].text[found.embargo.spans[0].start : found.embargo.spans[0].end]
    )


def test_an_embargo_line_below_a_long_note_is_found():
    found = found_in(REST, "EMBARGO: 4 March 2026, 18:00")

    assert found.embargo.value == END


def test_a_day_without_a_year_is_the_one_with_its_weekday():
    blocks = blocks_of(f"Sous embargo jusqu’au mercredi 4 mars, 18h\n\n{TITLE}\n\n{REST}")

    found = find(blocks, "fr", now=instant(2026, 11, 28))

    assert found.embargo.value == END


# What the officer and the command are told


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


def check_page(client, *lines):
    client.force_login(writer := make_staff("Writer"))
    intake = make_intake("\n\n".join([*lines, TITLE, REST]), by=writer)
    return intake, reverse("admin:releases_intake_change", args=[intake.pk])


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("line", ["Embargo until Thursday, 6.00", "Embargo until 4 March 2026"])
def test_unattended_an_unclear_embargo_is_kept_and_plans_nothing(line):
    intake = make_intake(f"{line}\n\n{TITLE}\n\n{REST}")

    draft, doubts = draft_of(intake)

    assert (draft.publish_at, draft.first_published_at) == (None, None)
    assert f"A line speaks of an embargo, and until when is not clear: “{line}”." in doubts


@pytest.mark.usefixtures("clock")
def test_the_command_reports_an_unclear_embargo(tmp_path):
    (tmp_path / "a.txt").write_text(f"Under embargo\n\n{TITLE}\n\n{REST}")
    out = StringIO()

    call_command("intake", str(tmp_path / "a.txt"), as_json=True, stdout=out)

    values = loads(out.getvalue())
    assert values["embargo"] is None
    assert values["doubts"] == [
        "A line speaks of an embargo, and until when is not clear: “Under embargo”."
    ]


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_the_officer_has_to_say_until_when_an_unclear_embargo_is(client):
    _, address = check_page(client, "Embargo until Thursday, 6.00")

    refused = form_on(client, address).post(place="Ghent")

    assert refused.status_code == 200
    assert (
        "Whether an embargo stands on it, and until when, is not clear." in refused.content.decode()
    )
    assert 'value="Ghent"' in refused.content.decode()
    assert not PressRelease.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_the_time_an_officer_gives_is_the_embargo(client):
    _, address = check_page(client, "Embargo until Thursday, 6.00")

    form_on(client, address).post(at="2026-03-05T06:00")

    release = PressRelease.objects.get()
    assert release.publish_at == instant(2026, 3, 5, 6)
    assert {embargo.until for embargo in embargoes.of_release(release)} == {instant(2026, 3, 5, 6)}
    assert embargoes.of_release(release, at=instant(2026, 3, 5, 6)) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_an_officer_may_say_that_there_is_no_embargo(client):
    _, address = check_page(client, "Embargo until Thursday, 6.00")

    form_on(client, address).post(no_embargo=True)

    release = PressRelease.objects.get()
    assert release.publish_at is None
    assert embargoes.of_release(release) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_both_at_once_are_refused(client):
    _, address = check_page(client, "Under embargo")

    refused = form_on(client, address).post(no_embargo=True, at="2026-03-05T06:00")

    assert "It either goes public at a time to come" in refused.content.decode()


@pytest.mark.django_db
def test_offices_are_looked_for_on_this_day_under_an_unclear_embargo():
    person = make_appointment(titles={"en": "Minister of Ports"}).person

    said = "“Ports unite us”, said the Minister of Ports."
    intake = make_intake(f"Under embargo\n\n{TITLE}\n\n{said}")

    assert [quote["person"] for quote in intake.proposal["quotes"]] == [person.pk]


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_a_day_without_its_hour_is_asked_about(client):
    _, address = check_page(client, "Embargo until 4 March 2026")

    page = client.get(address)

    assert 'name="no_embargo"' in page.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_an_embargo_that_is_understood_asks_nothing(client):
    _, address = check_page(client, "Embargo until 4 March 2026, 18:00")

    page = client.get(address).content.decode()
    form_on(client, address).post()

    assert 'name="no_embargo"' not in page
    assert PressRelease.objects.get().publish_at == END


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_an_unclear_embargo_is_known_when_the_release_is_approved():
    intake = make_intake(f"Under embargo\n\n{TITLE}\n\n{REST}")
    edition = make_release(draft_of(intake)[0], intake)

    [embargo] = embargoes.of_release(edition.release)

    assert (embargo.sentence, embargo.until) == (
        "The file it was made from says: “Under embargo”.",
        None,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", {"title": "EMBARGO: 4 March 2026, 18:00"}),
        ("summary", {"summary": "Not for publication before noon"}),
        ("body", {"body": "<p>Under strict embargo until Thursday</p><p>They agreed.</p>"}),
        ("body", {"body": "<p>They agreed.</p><p>Please respect the embargo until 6.00.</p>"}),
        ("body", {"body": "<p>Dear editors,</p><p>They agreed.</p>"}),
        ("body", {"body": "<p>Chers collègues,</p><p>Ils sont d’accord.</p>"}),
        ("body", {"body": "<p>Geachte redactie,</p><p>Zij gaan akkoord.</p>"}),
        ("body", {"body": "<p>Sehr geehrte Damen und Herren,</p><p>Sie sind einig.</p>"}),
        ("body", {"body": "<p>Please find below our press release.</p><p>They agreed.</p>"}),
        ("body", {"body": "<p>Vous trouverez ci-joint notre communiqué.</p><p>Accord.</p>"}),
    ],
)
def test_what_is_for_editors_blocks_a_text(field, values):
    edition = make_edition(draft=True, **values)

    [finding] = [finding for finding in edition.findings() if finding.blocks]

    assert finding.field == field
    assert "would be public" in finding.sentence


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        {"title": "Council extends arms embargo until 31 July 2026"},
        {"title": "Embargo: how Europe lifts one"},
        {"body": "<p>The embargo on timber, under which ships wait, ends in 2027.</p>"},
        {"body": "<p>Dear colleagues,</p><p>We meet again.</p>", "release__kind": "speech"},
        {"body": "<p>They agreed. Beste Grüße gehen an alle.</p>"},
    ],
)
def test_news_of_embargoes_and_a_speech_block_nothing(values):
    edition = make_edition(draft=True, **values)

    assert [finding for finding in edition.findings() if finding.blocks] == []


@pytest.mark.django_db
def test_where_no_embargo_could_be_looked_for_somebody_has_to_say(client, monkeypatch):
    monkeypatch.setattr("releases.reading.find.find_embargo", lambda *given: 1 / 0)
    intake, address = check_page(client)

    refused = form_on(client, address).post()
    edition = make_release(draft_of(intake)[0], intake)

    assert "Whether an embargo stands on it" in refused.content.decode()
    assert [embargo.sentence for embargo in embargoes.of_release(edition.release)] == [
        "Nobody could look for an embargo in the file it was made from."
    ]
