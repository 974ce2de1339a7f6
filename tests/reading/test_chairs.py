"""Who chaired a meeting, in the ways a release may tell it."""

import pytest

from releases.reading.document import Block, Findings, Found
from releases.reading.findings.day import find_day
from releases.reading.findings.meeting import find_meeting
from releases.reading.findings.people import find_people
from releases.reading.languages import facts

LINDHOLM = "Petra Lindholm"


def chairs_in(language, text):
    blocks = [Block(text)]
    found = Findings(language=Found(language, 1.0), places=["body"])
    found.day, found.place = find_day(blocks, found.places)
    found.people = find_people(blocks, facts(language))
    return [person.name for person in find_meeting(blocks, found).chairs]


@pytest.mark.parametrize(
    ("language", "text", "chairs"),
    [
        (
            "en",
            (
                "The meeting was chaired by Petra Lindholm, Minister of Energy, and co- "
                "chaired by Janez Kovač, Minister of Energy of Slovenia."
            ),
            [LINDHOLM, "Janez Kovač"],
        ),
        (
            "en",
            ("Chaired by Minister Petra Lindholm, the conference brought together 30 countries."),
            [LINDHOLM],
        ),
        (
            "en",
            (
                "The summit, which was co-chaired by Prime Minister Petra Lindholm and "
                "President Janez Kovač, ended on 4 May 2023."
            ),
            [LINDHOLM, "Janez Kovač"],
        ),
        (
            "en",
            (
                "Prime Minister Petra Lindholm and President Janez Kovač of Slovenia jointly "
                "chaired the summit on 4 May 2023."
            ),
            [LINDHOLM, "Janez Kovač"],
        ),
        (
            "en",
            (
                "Foreign Minister Petra Lindholm presided over a meeting of the Security "
                "Council today."
            ),
            [LINDHOLM],
        ),
        (
            "en",
            (
                "Under the chairmanship of Minister Petra Lindholm, the ministers met in "
                "Turku on 4 May 2023 for the annual conference."
            ),
            [LINDHOLM],
        ),
        (
            "en",
            (
                "Minister Lindholm met the press on Monday. She chaired the meeting of the "
                "Baltic Council on 4 May 2023. Minister Petra Lindholm left at noon."
            ),
            [LINDHOLM],
        ),
        (
            "en",
            (
                "Senator Petra Lindholm (D-Calif.), chairman of the Water Subcommittee, today "
                "chaired a hearing on drought. Witnesses included Dr. Janez Kovač."
            ),
            [LINDHOLM],
        ),
        (
            "en",
            (
                "The round table will be chaired by Petra Lindholm, Director-General of the "
                "Energy Agency, on 4 May 2023."
            ),
            [LINDHOLM],
        ),
        (
            "en",
            "Minister Petra Lindholm will chair the conference in Turku on 4 May 2023.",
            [LINDHOLM],
        ),
        (
            "fr",
            (
                "La réunion, qui s'est tenue le 4 mai 2023, était présidée par la ministre "
                "Petra Lindholm."
            ),
            [LINDHOLM],
        ),
        (
            "fr",
            (
                "Sous la présidence de la ministre de l’Énergie, Petra Lindholm, la "
                "conférence a réuni trente pays."
            ),
            [LINDHOLM],
        ),
        (
            "fr",
            (
                "Petra Lindholm, ministre de l’Énergie, et Jean Kovač, commissaire européen, "
                "ont coprésidé la conférence du 4 mai 2023."
            ),
            [LINDHOLM, "Jean Kovač"],
        ),
        (
            "fr",
            "Le Premier ministre, Jean Kovač, préside aujourd’hui un sommet sur l’eau.",
            ["Jean Kovač"],
        ),
        (
            "fr",
            (
                "La ministre Petra Lindholm présidera la réunion aux côtés de son homologue "
                "Jean Kovač."
            ),
            [LINDHOLM, "Jean Kovač"],
        ),
        (
            "fr",
            (
                "Mme Petra Lindholm a assuré la présidence de la réunion du 4 mai 2023 avec "
                "M. Jean Kovač comme vice-président."
            ),
            [LINDHOLM],
        ),
        (
            "nl",
            (
                "De vergadering werd voorgezeten door minister Petra Lindholm en "
                "staatssecretaris Jan Kovač."
            ),
            [LINDHOLM, "Jan Kovač"],
        ),
        (
            "nl",
            (
                "Minister van Energie Petra Lindholm en haar collega Jan Kovač zaten de "
                "conferentie samen voor."
            ),
            [LINDHOLM, "Jan Kovač"],
        ),
        (
            "nl",
            (
                "Onder leiding van minister Petra Lindholm kwamen de ministers op 4 mei 2023 "
                "bijeen voor een vergadering."
            ),
            [LINDHOLM],
        ),
        (
            "nl",
            ("Vandaag heeft minister Petra Lindholm de vergadering van de Benelux voorgezeten."),
            [LINDHOLM],
        ),
        ("nl", "Minister Petra Lindholm zal op 4 mei 2023 de top in Gent voorzitten.", [LINDHOLM]),
        (
            "nl",
            ("Premier Jan Kovač zit in de regering. De conferentie vindt plaats op 4 mei 2023."),
            [],
        ),
        ("de", "Den Vorsitz der Konferenz führte Ministerin Petra Lindholm.", [LINDHOLM]),
        (
            "de",
            (
                "Ministerin Petra Lindholm und Kommissar Jan Kovač führten gemeinsam den "
                "Vorsitz der Tagung."
            ),
            [LINDHOLM, "Jan Kovač"],
        ),
        (
            "de",
            ("Das Treffen unter Vorsitz der Ministerin Petra Lindholm fand am 4. Mai 2023 statt."),
            [LINDHOLM],
        ),
        ("de", "Ministerin Petra Lindholm hat die Konferenz am 4. Mai 2023 geleitet.", [LINDHOLM]),
        ("de", "Die Sitzung wurde von Ministerin Petra Lindholm geleitet.", [LINDHOLM]),
        ("de", "Geleitet wurde das Treffen von Minister Jan Kovač.", ["Jan Kovač"]),
        (
            "de",
            (
                "Ministerin Petra Lindholm wird die Konferenz gemeinsam mit Minister Jan "
                "Kovač leiten."
            ),
            [LINDHOLM, "Jan Kovač"],
        ),
        (
            "de",
            (
                "Unter der gemeinsamen Leitung von Ministerin Petra Lindholm und Minister Jan "
                "Kovač tagte die Konferenz."
            ),
            [LINDHOLM, "Jan Kovač"],
        ),
        (
            "de",
            (
                "Minister Jan Kovač leitet das Ministerium seit 2020. Das Treffen fand am 4. "
                "Mai 2023 statt."
            ),
            [],
        ),
    ],
)
def test_chairs_are_those_said_to_chair(language, text, chairs):
    assert chairs_in(language, text) == chairs
