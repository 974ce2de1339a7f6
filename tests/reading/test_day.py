from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from releases.reading.findings.day import find_day
from releases.reading.findings.embargo import find_embargo
from tests.reading.texts import opened

REST = (
    "The Minister of Energy opened the first heat network of the region together with the mayor, "
    "who thanked the engineers. The works began on 3 March 2019 and cost six million euros."
)
BRUSSELS = ZoneInfo("Europe/Brussels")


def day_and_place(text):
    day, place = find_day(*opened(text))
    return day and day.value, place and place.value


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("Brussels, 30 March 2021", date(2021, 3, 30), "Brussels"),
        ("March 30, 2021", date(2021, 3, 30), None),
        ("Tuesday 30th March 2021", date(2021, 3, 30), None),
        ("Published 30 March 2021", date(2021, 3, 30), None),
        ("Date: 30 March 2021", date(2021, 3, 30), None),
        ("PRESS RELEASE – Brussels, 30 March 2021", date(2021, 3, 30), "Brussels"),
        ("Press release | 2021-03-30", date(2021, 3, 30), None),
        ("Bruxelles, le 1er mars 2021", date(2021, 3, 1), "Bruxelles"),
        ("Fait à Bruxelles, le 1er mars 2021", date(2021, 3, 1), "Bruxelles"),
        ("Publié le mardi 30 mars 2021", date(2021, 3, 30), None),
        ("La Roche-en-Ardenne, le 2 août 2021", date(2021, 8, 2), "La Roche-en-Ardenne"),
        ("PARIS, LE 3 FEVRIER 2022", date(2022, 2, 3), "Paris"),
        ("Den Haag, 30 maart 2021", date(2021, 3, 30), "Den Haag"),
        ("’s-Hertogenbosch, 30 maart 2021", date(2021, 3, 30), "’s-Hertogenbosch"),
        ("Saint-Pol-sur-Mer, le 30 mars 2021", date(2021, 3, 30), "Saint-Pol-sur-Mer"),
        ("Dienstag, der 30. März 2021", date(2021, 3, 30), None),
        ("Last updated: 2 April 2021\n\nPublished: 30 March 2021", date(2021, 3, 30), None),
        ("Niederau (xyz)\n30.03.2021 – 11:42", date(2021, 3, 30), "Niederau"),
        ("Gepubliceerd op dinsdag 30 maart 2021", date(2021, 3, 30), None),
        ("Brussel, 30/03/2021", date(2021, 3, 30), "Brussel"),
        ("Wien, am 30. März 2021", date(2021, 3, 30), "Wien"),
        ("Wien, 4. Jänner 2021", date(2021, 1, 4), "Wien"),
        ("Frankfurt am Main, 30.03.2021", date(2021, 3, 30), "Frankfurt am Main"),
        ("Berlin, Dienstag, den 30. März 2021, Nr. 17/2021", date(2021, 3, 30), "Berlin"),
        ("30. März 2021 | Nr. 42", date(2021, 3, 30), None),
        ("Datum: 30.03.21", date(2021, 3, 30), None),
    ],
)
def test_a_line_of_its_own_gives_day_and_place(line, day, place):
    assert day_and_place(f"Heat network opens\n\n{line}\n\n{REST}") == (day, place)


@pytest.mark.parametrize(
    ("dateline", "day", "place"),
    [
        ("BRUSSELS, 30 March 2021 – ", date(2021, 3, 30), "Brussels"),
        ("WASHINGTON, D.C. (March 30, 2021) — ", date(2021, 3, 30), "Washington, D.C."),
        ("Namur, le 30 mars 2021 - ", date(2021, 3, 30), "Namur"),
        ("(Gent, 30 maart 2021) ", date(2021, 3, 30), "Gent"),
        ("Eupen, den 30. März 2021 – ", date(2021, 3, 30), "Eupen"),
        ("Bonn/Berlin, 30. März 2021. ", date(2021, 3, 30), "Bonn/Berlin"),
        ("30 maart 2021 – ", date(2021, 3, 30), None),
        ("LONDON – ", None, "London"),
        ("Washington, DC – ", None, "Washington"),
        ("Grand Rapids, Mich. — ", None, "Grand Rapids"),
        ("Today (30 March 2021) ", date(2021, 3, 30), None),
        ("Today, Tuesday 30 March 2021, ", date(2021, 3, 30), None),
        ("Ce mardi 30 mars 2021, ", date(2021, 3, 30), None),
        ("Aujourd’hui, 30 mars 2021, ", date(2021, 3, 30), None),
        ("Vandaag, dinsdag 30 maart 2021, ", date(2021, 3, 30), None),
        ("Am heutigen Dienstag, 30. März 2021, ", date(2021, 3, 30), None),
        ("Heute, am 30. März 2021, ", date(2021, 3, 30), None),
        ("Gisteren (29 maart 2021) ", date(2021, 3, 30), None),
        ("On 12 May at the latest, ", None, None),
        ("On 30 March 2021, ", None, None),
        ("Today, ", None, None),
    ],
)
def test_the_beginning_of_the_text_gives_day_and_place(dateline, day, place):
    assert day_and_place(f"Heat network opens\n\n{dateline}{REST}") == (day, place)


@pytest.mark.parametrize(
    "text",
    [
        f"Heat network opens on 4 May 2023\n\n{REST}",
        f"Heat network opens\n\n12 May\n\n{REST}",
        f"Heat network opens\n\nEmbargo until 12 May 2023\n\n{REST}",
        f"Heat network opens\n\nThe law of 4 May 2016 on networks applies. {REST}",
        f"Le réseau ouvre\n\nLa loi du 4 mai 2016 relative aux réseaux s'applique.\n\n{REST}",
    ],
)
def test_other_days_are_not_the_day_of_the_release(text):
    assert day_and_place(text)[0] is None


def test_a_day_in_the_first_sentence_counts_where_the_text_goes_on_about_today():
    text = f"On 30 March 2021, ministers met in Gent.\n\nToday’s meeting was the first.\n\n{REST}"

    assert day_and_place(text)[0] == date(2021, 3, 30)


@pytest.mark.parametrize(
    "text",
    [
        "INVITATION PRESSE\n\nLe réseau ouvre\n\nLe réseau ouvre ce mardi 30 mars 2021 à Dinant.",
        "Le réseau ouvre\n\nLa ministre vous convie à l’ouverture, ce mardi 30 mars 2021 à 10 h.",
    ],
)
def test_an_invitation_does_not_tell_its_own_day(text):
    assert day_and_place(text)[0] is None


def test_a_chronology_does_not_give_the_day():
    steps = "\n\n".join(f"{n} March 2019: the works go on in street {n}." for n in range(1, 6))

    assert day_and_place(f"Heat network opens\n\n{REST}\n\n{REST}\n\n{REST}\n\n{steps}") == (
        None,
        None,
    )


def test_a_dateline_may_stand_below_the_text():
    assert day_and_place(f"Heat network opens\n\n{REST}\n\nDinant, 30 March 2021") == (
        date(2021, 3, 30),
        "Dinant",
    )


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Embargo until 12 May 2026, 10:00 CET", datetime(2026, 5, 12, 9, tzinfo=UTC)),
        ("Embargoed until 10.30 am GMT on Tuesday 12 May 2026",
         datetime(2026, 5, 12, 10, 30, tzinfo=UTC)),
        ("STRICTLY EMBARGOED UNTIL 00:01 BST, 12 MAY 2026",
         datetime(2026, 5, 11, 23, 1, tzinfo=UTC)),
        ("Not for publication before noon on 12 May 2026",
         datetime(2026, 5, 12, 12, tzinfo=BRUSSELS)),
        ("EMBARGOED UNTIL: May 12, 2026, 2 p.m. ET", datetime(2026, 5, 12, 18, tzinfo=UTC)),
        ("Sous embargo jusqu’au 12 mai 2026 à 10h30",
         datetime(2026, 5, 12, 10, 30, tzinfo=BRUSSELS)),
        ("Embargo : mardi 12 mai 2026, 6 h (heure de Paris)",
         datetime(2026, 5, 12, 6, tzinfo=ZoneInfo("Europe/Paris"))),
        ("Onder embargo tot dinsdag 12 mei 2026 om 10 uur",
         datetime(2026, 5, 12, 10, tzinfo=BRUSSELS)),
        ("Niet publiceren vóór 12 mei 2026, 10u30", datetime(2026, 5, 12, 10, 30, tzinfo=BRUSSELS)),
        ("Sperrfrist: 12. Mai 2026, 10 Uhr MESZ", datetime(2026, 5, 12, 8, tzinfo=UTC)),
        ("Frei ab 12.05.2026, 10.00 Uhr", datetime(2026, 5, 12, 10, tzinfo=BRUSSELS)),
        ("Embargo jusqu’au 12 mai 2026", date(2026, 5, 12)),
        ("Embargo until 12 May, 10:00 UTC", datetime(2026, 5, 12, 10, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_embargo_ends_when_its_line_says(line, end):
    blocks, places = opened(f"{line}\n\nHeat network opens\n\n{REST}")

    embargo = find_embargo(blocks, places, now=datetime(2026, 5, 1, tzinfo=UTC))

    assert embargo.value == end


@pytest.mark.parametrize(
    "title",
    [
        "Council extends arms embargo until 31 July 2026",
        "Embargo on timber extended to 31 July 2026",
    ],
)
def test_an_embargo_in_the_news_is_none(title):
    blocks, places = opened(f"{title}\n\n{REST}")

    assert find_embargo(blocks, places) is None
