from datetime import date

import pytest

from tests.reading.texts import meeting_in, names

MEETINGS = [
    ("en", """
Ministers agree on night trains

Vienna, 4 May 2023 – Transport Minister Petra Lindholm today chaired a meeting of transport
ministers in Vienna. Her Slovene counterpart, Minister Janez Kovač, took part as well.
""", date(2023, 5, 4), "Vienna", False, ["Petra Lindholm"], ["Janez Kovač"]),
    ("en", """
Online conference on rare diseases

On 4 May 2023, health ministers met for a virtual conference on rare diseases. The conference was
chaired by Minister Petra Lindholm and Commissioner Janez Kovač.
""", date(2023, 5, 4), "", True, ["Petra Lindholm", "Janez Kovač"], []),
    ("en", """
Readout of the visit of Prime Minister Janez Kovač

Prime Minister Petra Lindholm received Prime Minister Janez Kovač in Turku on 4 May 2023.
""", date(2023, 5, 4), "Turku", False, [], ["Janez Kovač", "Petra Lindholm"]),
    ("en", """
Ghent, 5 May 2023

Harbour summit ends with a plan

Yesterday, Minister Petra Lindholm co-chaired the harbour summit in Ghent together with Mayor Ann
Claes. Professor Janez Kovač attended.
""", date(2023, 5, 4), "Ghent", False, ["Petra Lindholm", "Ann Claes"], ["Janez Kovač"]),
    ("en", """
Media advisory

Opening of the flood barrier

When: Thursday, 4 May 2023, 10:00

Where: North Quay, Antwerp

Minister Petra Lindholm will open the barrier and answer questions from the press there.
""", date(2023, 5, 4), "North Quay, Antwerp", False, [], ["Petra Lindholm"]),
    ("fr", """
Réunion des ministres de la Mobilité à Namur

Namur, le 4 mai 2023 – La ministre Petra Lindholm a présidé ce jeudi une réunion des ministres de la
Mobilité. Le secrétaire d’État Jean Kovač y a participé.
""", date(2023, 5, 4), "Namur", False, ["Petra Lindholm"], ["Jean Kovač"]),
    ("fr", """
Un sommet pour la Meuse

Le sommet de la Meuse s’est tenu jeudi 4 mai 2023 en visioconférence sous la présidence de Petra
Lindholm et de Jean Kovač.
""", date(2023, 5, 4), "", True, ["Petra Lindholm", "Jean Kovač"], []),
    ("fr", """
Conférence sur le rail de nuit

La conférence sur le rail de nuit, coprésidée par la ministre Petra Lindholm et le commissaire Jean
Kovač, a eu lieu à Strasbourg le 4 mai 2023, en format restreint.
""", date(2023, 5, 4), "Strasbourg", False, ["Petra Lindholm", "Jean Kovač"], []),
    ("nl", """
Ministers praten over nachttreinen

Gent, 4 mei 2023 – Minister Petra Lindholm zat vandaag in Gent een vergadering van de ministers van
Mobiliteit voor. Ook staatssecretaris Jan Kovač nam deel.
""", date(2023, 5, 4), "Gent", False, ["Petra Lindholm"], ["Jan Kovač"]),
    ("nl", """
Top over de Maas

De top over de Maas vond donderdag 4 mei 2023 online plaats, onder voorzitterschap van minister
Petra Lindholm.
""", date(2023, 5, 4), "", True, ["Petra Lindholm"], []),
    ("nl", """
Werkbezoek aan de haven

Op donderdag 4 mei 2023 bracht minister Petra Lindholm een werkbezoek aan de haven. Burgemeester Jan
Kovač ontving haar in het Havenhuis.
""", date(2023, 5, 4), "Havenhuis", False, [], ["Petra Lindholm", "Jan Kovač"]),
    ("de", """
Ministertreffen zu Nachtzügen

Wien, 4. Mai 2023 – Ministerin Petra Lindholm leitete heute in Wien ein Treffen der
Verkehrsminister. Auch Staatssekretär Jan Kovač nahm teil.
""", date(2023, 5, 4), "Wien", False, ["Petra Lindholm"], ["Jan Kovač"]),
    ("de", """
Konferenz zur Maas

Die Konferenz fand am 4. Mai 2023 per Videokonferenz unter dem Vorsitz von Ministerin Petra Lindholm
und Kommissar Jan Kovač statt.
""", date(2023, 5, 4), "", True, ["Petra Lindholm", "Jan Kovač"], []),
    ("de", """
Einladung

Eröffnung des Wärmenetzes

Termin: Donnerstag, 4. Mai 2023, 10 Uhr

Ort: Rathaus, Eupen

Mit:

Ministerin Petra Lindholm

Bürgermeister Jan Kovač

Wir bitten um Anmeldung bis zum 2. Mai.
""", date(2023, 5, 4), "Rathaus, Eupen", False, [], ["Petra Lindholm", "Jan Kovač"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "day", "place", "virtual", "chairs", "participants"), MEETINGS
)
def test_meeting_is_found_with_day_place_and_people(
    language, text, day, place, virtual, chairs, participants
):
    meeting = meeting_in(language, text)

    assert (meeting.day, meeting.place, meeting.virtual) == (day, place, virtual)
    assert names(meeting.chairs) == chairs
    assert names(meeting.participants) == participants


GUESTS = [
    ("en", "Minister Petra Lindholm received the ambassador of Canborough today."),
    ("en", "Ambassador Petra Lindholm presented her credentials today."),
    ("fr", "La ministre Petra Lindholm a reçu aujourd’hui l’ambassadrice du Canbourg."),
    ("fr", "L’ambassadrice Petra Lindholm a remis ce jour ses lettres de créance."),
    ("nl", "Minister Petra Lindholm heeft vandaag een delegatie uit Namen ontvangen."),
    ("nl", "Ambassadeur Petra Lindholm overhandigde vandaag haar geloofsbrieven."),
    ("de", "Ministerin Petra Lindholm hat am Dienstag eine Delegation aus Namur empfangen."),
    ("de", "Botschafterin Petra Lindholm überreichte heute ihr Beglaubigungsschreiben."),
]


@pytest.mark.parametrize(("language", "text"), GUESTS)
def test_a_guest_without_a_name_makes_a_meeting(language, text):
    meeting = meeting_in(language, f"Guests\n\nTurku, 4.5.2023\n\n{text}")

    assert names(meeting.participants) == ["Petra Lindholm"]


@pytest.mark.parametrize(
    "text",
    [
        "The town received a grant from Minister Petra Lindholm today.",
        "Minister Petra Lindholm received three million euros for the port today.",
        "Heat gets cheaper from today. Minister Petra Lindholm attended the 2019 summit on heat.",
        "Police arrested a man. A hearing takes place tomorrow, Inspector Petra Lindholm said.",
    ],
)
def test_what_is_received_or_mentioned_beside_the_news_is_no_meeting(text):
    assert meeting_in("en", f"Money\n\nTurku, 4 May 2023\n\n{text}") is None


ABSENCES = [
    ("en", """
Summit

Minister Petra Lindholm opened the summit on 4 May 2023. Minister Ann Claes, who was not present,
sent a letter to the summit.
"""),
    ("fr", """
Sommet

La ministre Petra Lindholm a ouvert le sommet le 4 mai 2023. La ministre Ann Claes, excusée, a écrit
au sommet.
"""),
    ("nl", """
Conferentie

Minister Petra Lindholm opende de conferentie op 4 mei 2023. Minister Ann Claes was verhinderd op de
conferentie.
"""),
    ("de", """
Gipfel

Ministerin Petra Lindholm eröffnete den Gipfel am 4. Mai 2023. Ministerin Ann Claes ließ sich auf
dem Gipfel entschuldigen.
"""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), ABSENCES)
def test_who_was_away_is_no_participant(language, text):
    assert names(meeting_in(language, text).participants) == ["Petra Lindholm"]


def test_the_town_of_a_port_is_the_place_of_a_visit():
    text = "Visit\n\nMinister Petra Lindholm paid a visit to the port of Raahe on 4 May 2023."

    assert meeting_in("en", text).place == "Raahe"


def test_a_meeting_that_some_join_by_video_is_held_online_in_part():
    text = (
        "Rivers\n\nMinister Petra Lindholm opened the rivers summit in Ghent on 4 May 2023. "
        "The Danish delegation took part via video link."
    )

    assert meeting_in("en", text).virtual


OTHER_NEWS = [
    ("en", """
Pensions go up

Pensions will go up by two per cent from 1 July 2023, the government decided. The measure costs six
million euros a year.
"""),
    ("en", """
New rules for drones

The rules follow a conference that was to be held in 2020. Owners of drones have to register from
now on, Minister Petra Lindholm said on 4 May 2023.
"""),
    ("en", """
Minister welcomes report on rivers

Minister Petra Lindholm today welcomed the report of the River Council. "We will act", she said.
"""),
    ("fr", """
Hausse des pensions

Les pensions augmentent de deux pour cent au 1er juillet. Le coût de la mesure est de six millions
d’euros.
"""),
    ("fr", """
Nouvelles règles pour les trottinettes

Le Conseil des ministres a approuvé ce vendredi 5 mai 2023 un projet de loi sur les trottinettes. Le
ministre Jean Kovač s’en réjouit.
"""),
    ("nl", """
Pensioenen omhoog

De pensioenen stijgen op 1 juli met twee procent. De maatregel kost zes miljoen euro per jaar.
"""),
    ("nl", """
Nieuwe regels voor steps

Vanaf 1 juli 2023 gelden nieuwe regels voor steps. Dat besliste de ministerraad vrijdag op voorstel
van minister Jan Kovač.
"""),
    ("de", """
Renten steigen

Die Renten steigen zum 1. Juli um zwei Prozent. Die Maßnahme kostet sechs Millionen Euro im Jahr.
"""),
    ("de", """
Bundesregierung senkt Steuern

Das Kabinett hat am 4. Mai 2023 den Entwurf eines Gesetzes beschlossen. Ministerin Petra Lindholm
begrüßte die Entscheidung.
"""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), OTHER_NEWS)
def test_a_release_about_something_else_has_no_meeting(language, text):
    assert meeting_in(language, text) is None


def test_today_without_a_date_gives_no_day():
    text = "Hearing on water\n\nSenator Petra Lindholm today chaired a hearing on water."

    meeting = meeting_in("en", text)

    assert (meeting.name, meeting.day, names(meeting.chairs)) == (
        "hearing on water",
        None,
        ["Petra Lindholm"],
    )


@pytest.mark.parametrize("then", ["last week", "in June", "on Monday", "recently"])
def test_a_meeting_of_some_other_day_is_not_of_the_day_of_the_release(then):
    text = (
        f"Turku, 4 May 2023 – The rivers summit chaired {then} by Minister Petra Lindholm agreed."
    )

    assert meeting_in("en", text).day is None


def test_a_restricted_format_is_told():
    text = "Talks\n\nMinisters met on 4 May 2023. The meeting in restricted format was the third."

    assert meeting_in("en", text).restricted


def test_the_name_of_a_meeting_ends_where_its_sentence_goes_on():
    text = (
        "Night trains\n\nMinister Petra Lindholm attended the ministerial meeting of the Alpine "
        "Rail Group on 4 May 2023, where she presented the plan."
    )

    assert meeting_in("en", text).name == "ministerial meeting of the Alpine Rail Group"
