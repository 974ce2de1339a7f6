import pytest

from releases.reading.findings.language import find_language
from tests.reading.texts import blocks_of

NEWSROOM = {
    "en": [
        "The Minister signed the treaty on Friday. It will enter into force next year.",
        "NEW BRIDGE OPENS TO TRAFFIC. THE WORKS WERE COMPLETED AHEAD OF TIME.",
        "Nominations for the award can be sent to the jury until the end of the month.",
    ],
    "fr": [
        "La ministre a signé le traité vendredi. Il entrera en vigueur l’an prochain.",
        "LE NOUVEAU PONT EST OUVERT À LA CIRCULATION. LES TRAVAUX SONT TERMINÉS.",
        "« Notre pays tient parole », a-t-elle déclaré devant les journalistes.",
    ],
    "nl": [
        "De minister heeft het verdrag vrijdag ondertekend. Het treedt volgend jaar in werking.",
        "DE NIEUWE BRUG IS OPEN VOOR HET VERKEER. DE WERKEN ZIJN VROEGER KLAAR DAN GEPLAND.",
        "“Wij houden ons aan de afspraken”, zei de minister aan de pers.",
    ],
    "de": [
        "Die Ministerin hat den Vertrag am Freitag unterzeichnet. Er tritt bald in Kraft.",
        "DIE NEUE BRÜCKE IST FÜR DEN VERKEHR FREIGEGEBEN. DIE ARBEITEN SIND ABGESCHLOSSEN.",
        "„Wir halten uns an das, was vereinbart ist“, sagte der Minister vor der Presse.",
    ],
}
OTHERS = {
    "Italian": "La ministra ha firmato il trattato venerdì a Roma con i suoi colleghi. Entrerà "
    "in vigore l’anno prossimo, ha detto, e non sarà rinviato.",
    "Spanish": "La ministra firmó el tratado el viernes en Madrid con sus colegas. Entrará en "
    "vigor el año que viene, dijo, y no se aplazará de nuevo.",
    "Portuguese": "A ministra assinou o tratado na sexta-feira em Lisboa com os seus colegas. "
    "Entra em vigor no próximo ano, disse, e não será adiado.",
    "Danish": "Ministeren underskrev fredag traktaten i København sammen med sine kolleger. "
    "Den træder i kraft til næste år og bliver ikke udskudt igen, sagde hun til "
    "pressen.",
    "Swedish": "Ministern undertecknade fördraget på fredagen i Stockholm tillsammans med sina "
    "kollegor. Det träder i kraft nästa år och skjuts inte upp igen, sade hon.",
    "Polish": "Minister podpisała traktat w piątek w Warszawie razem z kolegami. Wejdzie on w "
    "życie w przyszłym roku i nie zostanie ponownie odroczony.",
    "Catalan": "La ministra va signar el tractat divendres a Barcelona amb els seus "
    "col·legues. Entrarà en vigor l’any que ve i no s’ajornarà més, va dir.",
    "Afrikaans": "Die minister het die verdrag Vrydag in Pretoria saam met haar kollegas "
    "onderteken. Dit tree volgende jaar in werking en sal nie weer uitgestel word "
    "nie, het sy gesê.",
    "Luxembourgish": "D’Ministesch huet den Traité e Freideg zu Lëtzebuerg mat hire Kollegen "
    "ënnerschriwwen. Hien trëtt d’nächst Joer a Kraaft a gëtt net méi verréckelt.",
    "Greek": "Η υπουργός υπέγραψε τη συνθήκη την Παρασκευή στην Αθήνα.",
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in NEWSROOM.items() for text in texts]
)
def test_a_sentence_or_two_are_enough(code, text):
    found = find_language(blocks_of(text))

    assert found.value == code
    assert found.sure > 0.6


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_language_the_newsroom_does_not_have_is_none(text):
    found = find_language(blocks_of(text))

    assert found.value == ""
    assert found.sure < 0.5


def test_a_quote_in_another_language_does_not_change_that_of_the_text():
    text = (
        "De minister nam het woord in het Frans. « Nous sommes tous unis dans cette épreuve », zei "
        "hij aan de ploegen, die hem na afloop van het bezoek lang toejuichten voor zijn komst."
    )

    assert find_language(blocks_of(text)).value == "nl"


def test_what_the_file_says_decides_where_its_words_do_not():
    assert find_language(blocks_of("Interreg Euregio 2030"), "nl-BE").value == "nl"
    assert find_language(blocks_of("Interreg Euregio 2030"), "it").value == ""


def test_the_words_go_before_what_the_file_says():
    text = "The Minister signed the treaty on Friday. It will enter into force next year."

    assert find_language(blocks_of(text), "nl").value == "en"
