"""What somebody did that is a meeting, though no sentence calls it one."""

from datetime import date

import pytest

from tests.reading.texts import meeting_in, names

DAY = date(2023, 5, 4)
LINDHOLM, KOVAC = "Petra Lindholm", "Janez Kovač"

DEEDS = [
    ("en", "Minister Petra Lindholm today opened the new wing of the hospital."),
    ("en", "Minister Petra Lindholm cut the ribbon this morning on the rebuilt bridge."),
    ("en", "Minister Petra Lindholm toured the flood barrier today."),
    ("en", "The bypass was opened this morning by Minister Petra Lindholm."),
    ("fr", "Le contournement a été inauguré ce matin par la ministre Petra Lindholm."),
    ("nl", "De ringweg is vandaag geopend door minister Petra Lindholm."),
    ("de", "Die Umgehung ist heute von Ministerin Petra Lindholm eröffnet worden."),
    ("fr", "La ministre Petra Lindholm a inauguré ce matin la nouvelle caserne."),
    ("fr", "La ministre Petra Lindholm a posé aujourd’hui la première pierre du lycée."),
    ("fr", "La ministre Petra Lindholm est en déplacement aujourd’hui chez les pompiers."),
    ("nl", "Minister Petra Lindholm heeft vandaag de nieuwe fietsbrug geopend."),
    ("nl", "Minister Petra Lindholm legde vandaag de eerste steen van de sporthal."),
    ("nl", "Minister Petra Lindholm ging vandaag op werkbezoek bij de vogelaars."),
    ("de", "Ministerin Petra Lindholm hat heute den neuen Radweg freigegeben."),
    ("de", "Ministerin Petra Lindholm hat sich heute bei der Bergwacht informiert."),
    ("de", "Ministerin Petra Lindholm überreichte heute einen Förderbescheid an die Tafel."),
]


def told(language, sentence):
    return meeting_in(language, f"The news\n\n2023-05-04\n\n{sentence} And this is more of it.")


@pytest.mark.parametrize(("language", "sentence"), DEEDS)
def test_what_one_person_does_with_others_is_a_meeting(language, sentence):
    meeting = told(language, sentence)

    assert (meeting.day, names(meeting.participants)) == (DAY, [LINDHOLM])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Minister Petra Lindholm today presented the prize to Mayor Janez Kovač."),
        ("en", "Minister Petra Lindholm swore in Judge Janez Kovač today."),
        ("fr", "La ministre Petra Lindholm a remis hier le prix au maire Janez Kovač."),
        ("fr", "La ministre Petra Lindholm a décoré ce matin le maire Janez Kovač."),
        ("nl", "Minister Petra Lindholm heeft vandaag burgemeester Janez Kovač beëdigd."),
        (
            "nl",
            "Minister Petra Lindholm en minister Janez Kovač hebben vandaag een akkoord getekend.",
        ),
        (
            "de",
            "Ministerin Petra Lindholm hat heute Bürgermeister Janez Kovač den Preis verliehen.",
        ),
        ("de", "Ministerin Petra Lindholm hat heute mit Minister Janez Kovač gesprochen."),
    ],
)
def test_what_two_do_together_is_a_meeting(language, sentence):
    assert names(told(language, sentence).participants) == [LINDHOLM, KOVAC]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Transport ministers met in Turku today to discuss ferries."),
        ("fr", "Les ministres des Transports se sont retrouvés aujourd’hui à Turku."),
        ("nl", "De milieuministers kwamen vandaag in Turku samen."),
        ("de", "Die Bauministerinnen und Bauminister kamen heute in Turku zusammen."),
    ],
)
def test_those_who_gather_need_no_names(language, sentence):
    assert told(language, sentence).place == "Turku"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Rail Committee, chaired by Petra Lindholm, today heard Mayor Janez Kovač."),
        ("fr", "La commission, présidée par Petra Lindholm, a entendu hier le maire Janez Kovač."),
        (
            "nl",
            "Onder leiding van Petra Lindholm hoorde de commissie vandaag minister Janez Kovač.",
        ),
        ("de", "Unter Vorsitz von Petra Lindholm hörte der Ausschuss heute Minister Janez Kovač."),
    ],
)
def test_a_committee_that_sits_under_its_chair_is_a_meeting(language, sentence):
    meeting = told(language, sentence)

    assert (names(meeting.chairs), names(meeting.participants)) == ([LINDHOLM], [KOVAC])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Minister Petra Lindholm, alongside Mayor Janez Kovač, today in Raahe announced it.",
        ),
        ("fr", "Ce matin à Raahe, Petra Lindholm, accompagnée du maire Janez Kovač, l’a annoncé."),
    ],
)
def test_what_is_announced_together_on_the_spot_is_a_meeting(language, sentence):
    assert names(told(language, sentence).participants) == [LINDHOLM, KOVAC]


@pytest.mark.parametrize(
    ("language", "heading", "sentence"),
    [
        (
            "en",
            "Invitation to the press",
            "On Saturday 6 May Mayor Janez Kovač will open the hall.",
        ),
        ("nl", "Uitnodiging pers", "Zaterdag 6 mei opent burgemeester Janez Kovač de zaal."),
    ],
)
def test_an_invitation_below_the_text_is_read_as_well(language, heading, sentence):
    news = "\n\n".join(["There is more to tell of this. " * 6] * 5)

    meeting = meeting_in(language, f"The news\n\n2023-05-04\n\n{news}\n\n{heading}\n\n{sentence}")

    assert (meeting.day, names(meeting.participants)) == (date(2023, 5, 6), [KOVAC])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Minister Petra Lindholm today opened a round of grants for museums."),
        ("en", "Minister Petra Lindholm signed the order today."),
        ("en", "The Rail Commission, chaired by Petra Lindholm, has published its report today."),
        ("en", "Minister Petra Lindholm and Mayor Janez Kovač today announced a new dock."),
        ("fr", "La ministre Petra Lindholm a signé aujourd’hui le décret."),
        (
            "fr",
            "La ministre Petra Lindholm a ouvert aujourd’hui en ligne le service de déclaration.",
        ),
        ("nl", "Minister Petra Lindholm heeft vandaag een nieuwe subsidieronde geopend."),
        ("nl", "Minister Petra Lindholm geeft vandaag het startschot voor een campagne."),
        ("de", "Ministerin Petra Lindholm hat heute eine Förderrunde für ein Museum eröffnet."),
        ("de", "In diesen Tagen ist Vorsicht geboten, sagte Ministerin Petra Lindholm heute."),
    ],
)
def test_what_is_only_decided_or_made_known_is_no_meeting(language, sentence):
    assert told(language, sentence) is None
