import pytest

from releases.reading.findings.letterhead import is_letterhead


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Foreign Affairs",
        "Office for National Statistics",
        "Calderbrook City Council",
        "The Lakes Government",
        "Friends of Heat Ltd",
        "Minister for Energy and Climate",
        "Ministère de la Transition écologique et de la Cohésion des territoires",
        "Département fédéral de l’énergie et du climat",
        "Le ministre de l’Énergie",
        "Ville de Dinant",
        "Ministerie van Sociale Zaken en Werkgelegenheid",
        "Rechtbank Oost-Veluwe",
        "Raad van State",
        "Ministerium für Umwelt, ländliche Räume und Energie",
        "Eidgenössisches Departement für Energie",
        "Stadt Niederau – Pressestelle",
        "Gewerkschaft der Heizer e. V.",
        "www.heat.example",
        "Rue de la Loi 16, 1000 Bruxelles",
        "1 Heat Street, London SW1H 0ET",
    ],
)
def test_a_line_that_names_a_body_or_its_address_is_a_letterhead(line):
    assert is_letterhead(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Energy opens a heat network",
        "Department of Energy Announces Heat Network Grants",
        "Council conclusions on heat: what now?",
        "State visit to Turku",
        "Joint Statement of the Ministers of Energy",
        "La Ville de Dinant lance des travaux",
        "Déclaration du ministre de l’Énergie",
        "Ministerie trekt miljoenen uit voor warmte",
        "Politie zoekt getuigen",
        "Minister van Energie op bezoek in Hasselt",
        "Stadt Niederau ehrt Feuerwehr",
        "Neue Universität für Niederau",
        "Preis der Stadt Niederau für Petra Lindholm",
        "Budget 2023, 1000 new homes",
    ],
)
def test_a_line_that_tells_something_is_no_letterhead(line):
    assert not is_letterhead(line)
