import pytest

from releases.reading.document import BODY, NOTES, TITLE, Block
from releases.reading.findings.people import find_people
from releases.reading.findings.quotes import find_quotes
from releases.reading.languages import facts
from tests.reading.said import quotes_in, said
from tests.reading.texts import blocks_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mayor Ann Lowe said: “We begin today.”"),
        ("en", 'Mayor Ann Lowe said: "We begin today."'),
        ("en", "Mayor Ann Lowe said: ‘We begin today.’"),
        ("en", "Mayor Ann Lowe said: 'We begin today.'"),
        ("en", "Mayor Ann Lowe said: ''We begin today.''"),
        ("de", "Bürgermeisterin Ann Lowe sagte: „We begin today.“"),
        ("de", "Bürgermeisterin Ann Lowe sagte: „We begin today.”"),
        ("de", 'Bürgermeisterin Ann Lowe sagte: „We begin today."'),
        ("de", "Bürgermeisterin Ann Lowe sagte: »We begin today.«"),
        ("de", "Bürgermeisterin Ann Lowe sagte: «We begin today.»"),
        ("de", "Bürgermeisterin Ann Lowe sagte: ‚We begin today.‘"),
        ("de", "Bürgermeisterin Ann Lowe sagte: ›We begin today.‹"),
        ("fr", "La maire Ann Lowe déclare : « We begin today. »"),
        ("fr", "La maire Ann Lowe déclare : «\u00a0We begin today.\u00a0»"),
        ("fr", "La maire Ann Lowe déclare: «We begin today.»"),
        ("fr", "La maire Ann Lowe déclare : <<We begin today.>>"),
        ("fr", "La maire Ann Lowe déclare : «We begin today.”"),
        ("nl", "Burgemeester Ann Lowe: ”We begin today.”"),
        ("nl", 'Burgemeester Ann Lowe: “We begin today."'),
    ],
)
def test_marks_of_every_habit_hold_the_words(language, text):
    assert said(text, language) == [("Ann Lowe", "We begin today.")]


def test_marks_within_the_words_stay():
    text = "“He told me: ‘Go home.’ I went back to work,” recalled Professor Edith Lang."

    assert said(text, "en") == [
        ("Edith Lang", "He told me: ‘Go home.’ I went back to work,"),
    ]


def test_apostrophes_are_no_marks():
    text = "'We heard the ministers' concerns and we didn't wait,' said Colm Byrne, the ombudsman."

    assert said(text, "en") == [
        ("Colm Byrne", "We heard the ministers' concerns and we didn't wait,"),
    ]


def test_left_out_letters_are_no_marks():
    text = "'t Is stil. ‘Zo stil was het in '44 niet', vertelt bewoner Kees Vos."

    assert said(text, "nl") == [("Kees Vos", "Zo stil was het in '44 niet")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "en",
            "“We are not done,” Mayor Tom O’Leary insisted, “and we will not be for years.”",
            ("Tom O’Leary", "We are not done, / and we will not be for years."),
        ),
        (
            "fr",
            "Le commissaire Paul Ravel est venu. « Nous tiendrons », a-t-il assuré. « Tous. »",
            ("Paul Ravel", "Nous tiendrons / Tous."),
        ),
        (
            "nl",
            "“De cijfers zijn goed,” zegt hoogleraar Wim Snel, “maar de trend is slecht.”",
            ("Wim Snel", "De cijfers zijn goed, / maar de trend is slecht."),
        ),
        (
            "de",
            "„Die Brücke hält“, versicherte Minister Holger Stein am Montag, „auch im Winter.“",
            ("Holger Stein", "Die Brücke hält / auch im Winter."),
        ),
    ],
)
def test_words_broken_by_their_attribution_are_one_quote(language, text, words):
    assert said(text, language) == [words]


def test_narration_between_makes_two_quotes():
    text = (
        "“It works,” said Ruth Ellery, head of research. The device is small. "
        "“It will work better next year,” she added."
    )

    assert said(text, "en") == [
        ("Ruth Ellery", "It works,"),
        ("Ruth Ellery", "It will work better next year,"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "fr",
            "« Les tarifs baissent, a précisé le porte-parole Marc Tessier. Ils baisseront. »",
            ("Marc Tessier", "Les tarifs baissent / Ils baisseront."),
        ),
        (
            "fr",
            "« Il faut agir, insiste la ministre de l’Eau, Lise Arnaud, et agir vite. »",
            ("Lise Arnaud", "Il faut agir / et agir vite."),
        ),
        (
            "nl",
            "“De sluis blijft dicht, zegt directeur Tom Wouters. Wij varen niet uit.”",
            ("Tom Wouters", "De sluis blijft dicht / Wij varen niet uit."),
        ),
    ],
)
def test_an_attribution_inside_the_marks_is_left_out(language, text, words):
    assert said(text, language) == [words]


def test_every_paragraph_may_open_with_a_mark():
    text = """
« La mer monte.

« Nous ne reculerons pas partout.

« Mais nous reculerons ici », conclut Anne Le Goff, préfète de la région.
"""

    assert said(text, "fr") == [
        (
            "Anne Le Goff",
            "La mer monte. / Nous ne reculerons pas partout. / Mais nous reculerons ici",
        ),
    ]


def test_a_closing_mark_may_come_paragraphs_later():
    text = """
Statement by Minister Karel Novák on the floods

“My thoughts are with the families.

We will rebuild "every single bridge" of the valley.

It will take years.”

The army has sent 300 soldiers.
"""

    [(speaker, words)] = said(text, "en")

    assert speaker == "Karel Novák"
    assert words.split(" / ") == [
        "My thoughts are with the families.",
        'We will rebuild "every single bridge" of the valley.',
        "It will take years.",
    ]


def test_a_few_words_and_a_colon_lead_on():
    text = "„Es ist vollbracht“, sagte Bürgermeisterin Ina Ruß. Und weiter: „Jetzt wird geräumt.“"

    assert said(text, "de") == [
        ("Ina Ruß", "Es ist vollbracht"),
        ("Ina Ruß", "Jetzt wird geräumt."),
    ]


def test_bullets_stand_before_quotes():
    text = "* “We did it,” said Minister Ross.\n\n• “Together,” said Ambassador Pohl."

    assert said(text, "en") == [("Ross", "We did it,"), ("Pohl", "Together,")]


def test_one_closing_mark_too_many_does_no_harm():
    text = 'Captain Eva Lund said: "We sail."\n\nThe ship is 40 metres long."\n\n"Good," she added.'

    assert said(text, "en") == [("Eva Lund", "We sail."), ("Eva Lund", "Good,")]


def test_a_missing_closing_mark_ends_with_its_paragraph():
    text = "Captain Eva Lund said: “We sail at dawn.\n\nThe ship is 40 metres long."

    assert said(text, "en") == [("Eva Lund", "We sail at dawn.")]


def test_paragraphs_below_a_line_that_names_the_speaker_are_hers_without_marks():
    text = """
Health Minister Paul Brennan said:

I have seen what these ‘night teams’ can do.

We owe them more than applause.

The new wards open in September 2024.
"""

    assert said(text, "en") == [
        (
            "Paul Brennan",
            "I have seen what these ‘night teams’ can do. / We owe them more than applause.",
        ),
    ]


def test_a_colon_before_a_list_leads_to_no_quote():
    text = "Minister Paul Brennan announced the following measures:\n\nNew wards will be built."

    assert said(text, "en") == []


def test_block_quotations_are_quotes():
    blocks = [
        Block("Roads Minister Una Reid said:"),
        Block("The limits are right.", "blockquote"),
        Block("They begin in May.", "blockquote"),
        Block("The police welcomed the ‘new deal’."),
        Block("It is about time.", "blockquote"),
        Block("– Ben Okri, chief constable"),
    ]

    quotes, _ = quotes_in("", "en", blocks)

    assert [(quote.speaker.value, [span.block for span in quote.spans]) for quote in quotes] == [
        ("Una Reid", [1, 2]),
        ("Ben Okri", [4]),
    ]


def test_a_paragraph_that_ends_in_its_attribution_is_a_quote_of_little_certainty():
    quotes, _ = quotes_in("Nous aimons ce port et ses gens, dit le pilote Jean Marin.", "fr")

    assert [(quote.speaker.value, quote.sure < 0.8) for quote in quotes] == [("Jean Marin", True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report, entitled “No Bridge Too Far: After the Flood”, is out."),
        ("en", "The minister called the attack “cowardly” and “unacceptable”."),
        ("en", "The so-called “bridge tax” ends. The “Night Owls” choir sang."),
        ("en", "Applicants answer the question “What does safety mean to you?” in 200 words."),
        ("en", "Foreign Secretary Ada Nwosu said the talks had been “long but useful”."),
        ("en", "Foreign Secretary Ada Nwosu said that the talks would resume in May."),
        ("fr", "Le rapport « Des ponts pour demain : dix ans de chantiers » est en ligne."),
        (
            "fr",
            "Placée sous le thème « Une eau pour tous, partout », la journée réunit des experts.",
        ),
        ("fr", "Le ministre Luc Petit a parlé d’une « page tournée »."),
        ("nl", "De campagne “Samen door de bocht” start morgen."),
        ("nl", "Thema van de avond: “Wat kan de stad leren van het dorp?”"),
        ("nl", "De ministers spraken over de “Conferentie over het Water van Morgen”."),
        ("de", "Unter dem Motto „Gemeinsam weiter in die Zukunft“ laden die Vereine ein."),
        ("de", "Die Frage „Wie wollen wir in zwanzig Jahren leben?“ steht im Mittelpunkt."),
        ("de", "Nach den Worten von Senatorin Nele Harms ist die Lage „stabil“."),
    ],
)
def test_titles_terms_and_indirect_speech_are_no_quotes(language, text):
    assert said(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "en",
            "Minister Ada Nwosu said the ministry “will keep every promise it has made so far”.",
            "will keep every promise it has made so far",
        ),
        (
            "fr",
            "Selon la ministre Ada Nwosu, « les hôpitaux de campagne resteront ouverts ».",
            "les hôpitaux de campagne resteront ouverts",
        ),
    ],
)
def test_a_clause_in_the_words_of_somebody_named_is_a_quote(language, text, words):
    assert said(text, language) == [("Ada Nwosu", words)]


def test_quotes_are_only_sought_where_there_is_text():
    blocks = blocks_of("Mayor Ann Lowe: “We begin.”\n\nIt rains.\n\nMayor Ann Lowe: “We end.”")
    people = find_people(blocks, facts("en"))

    quotes = find_quotes(blocks, [TITLE, BODY, NOTES], facts("en"), people)

    assert [quote.spans[0].block for quote in quotes] == [2]


def test_certainty_falls_from_marks_with_a_name_to_nearness():
    named, _ = quotes_in("“It is done,” said Mayor Ann Lowe.", "en")
    pronoun, _ = quotes_in("Mayor Ann Lowe came. “It is done,” she said.", "en")
    near, _ = quotes_in("Mayor Ann Lowe came. “It is done and will not be undone.”", "en")

    assert named[0].sure >= 0.9 > pronoun[0].sure > near[0].sure


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "fr",
            "« L’eau, a-t-elle fait valoir, ignore les limites. »",
            "L’eau / ignore les limites.",
        ),
        ("nl", "“Het komt, voegde ze er lachend aan toe, en wel snel.”", "Het komt / en wel snel."),
    ],
)
def test_words_that_hold_their_attribution_are_broken_by_it(language, text, words):
    before = {"fr": "La ministre Ada Nwosu est venue. ", "nl": "Minister Ada Nwosu kwam. "}

    [(speaker, parts)] = said(before[language] + text, language)

    assert (speaker, parts.replace(", /", " /")) == ("Ada Nwosu", words)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mayor Ada Nwosu fears “that the river takes the whole village”."),
        ("en", "Mayor Ada Nwosu called it “a bridge to nowhere for nobody at all”."),
        (
            "de",
            "Für Ministerin Ada Nwosu ist das „ein Rückschritt um zwanzig lange Jahre“.",
        ),
        ("de", "Man habe, so Sprecherin Ada Nwosu, „die Löhne in jeder Region deutlich erhöht“."),
        ("fr", "Pour Ada Nwosu, maire, « cette ligne va changer la vie de nos étudiants »."),
        ("fr", "Le maire Ada Nwosu parle d’« un jour où deux voisins se reparlent enfin »."),
        ("nl", "Minister Ada Nwosu spreekt van “een dag waarop twee buren weer praten”."),
    ],
)
def test_a_clause_of_somebody_s_may_follow_many_a_verb(language, text):
    assert [speaker for speaker, _ in said(text, language)] == ["Ada Nwosu"]


def test_what_a_text_says_of_somebody_is_not_that_person_s_words():
    text = "The treaty says that members “shall refrain from any act that may hinder trade”."

    assert said(text, "en") == []


def test_a_paragraph_without_marks_above_name_and_office_is_a_quote():
    text = (
        "We went in with little hope. We come out with full tanks.\n\nAda Nwosu, Minister of Trade"
    )

    [(speaker, words)] = said(text, "en")

    assert (speaker, words) == ("Ada Nwosu", text.partition("\n\n")[0])


def test_single_marks_may_close_only_in_the_next_paragraph():
    text = "Bakker Kees Vos: ‘Ik zag een ster.\n\nToen was hij weg’, vertelt Vos."

    assert said(text, "nl") == [("Kees Vos", "Ik zag een ster. / Toen was hij weg")]


def test_a_term_in_the_sentence_does_not_hide_who_speaks():
    text = "Schipper Kees Vos, die met de ‘Dageraad’ uitvoer, zegt: ‘Wij vonden hem.’"

    assert said(text, "nl") == [("Kees Vos", "Wij vonden hem.")]


def test_a_few_words_in_the_first_person_after_a_sentence_on_somebody_are_hers():
    text = "La maire Rose Kahn hésite encore. « Nous jugerons sur pièces. »"

    assert said(text, "fr") == [("Rose Kahn", "Nous jugerons sur pièces.")]


def test_turns_of_a_dialogue_need_no_marks():
    text = (
        "Chair Dana Whitlock questioned the director, Owen Pratt.\n\n"
        "Whitlock: How many are closed?\n\nPratt: Nine.\n\nWhitlock: I see."
    )

    assert said(text, "en") == [
        ("Dana Whitlock", "How many are closed?"),
        ("Owen Pratt", "Nine."),
        ("Dana Whitlock", "I see."),
    ]


def test_a_list_of_names_and_duties_is_no_dialogue():
    assert said("Dana Whitlock: chairs the board.\n\nOwen Pratt: keeps its books.", "en") == []


def test_a_clause_may_be_told_whose_it_is_behind_it():
    text = "Das Gericht sah darin „keinen Verstoß gegen die guten Sitten“, so Richterin Ines Voß."

    assert said(text, "de") == [("Ines Voß", "keinen Verstoß gegen die guten Sitten")]


def test_a_second_verb_and_a_colon_lead_on_to_more_of_the_same_words():
    text = "“We will cut waste,” Minister Ola Berg said, adding: “Every krone counts.”"

    assert said(text, "en") == [("Ola Berg", "We will cut waste, / Every krone counts.")]


def test_a_sentence_that_leads_to_the_next_words_does_not_tell_of_those_before():
    text = (
        "“It is warm,” said driver Joan Pike, 71. “I like it.” "
        "Director Stu Mallory promised “a bus every ten minutes, or your money back”."
    )

    assert said(text, "en") == [
        ("Joan Pike", "It is warm, / I like it."),
        ("Stu Mallory", "a bus every ten minutes, or your money back"),
    ]


def test_a_list_of_voices_needs_no_marks():
    text = (
        "- Ada Roe, baker in Mill Lane: It took too long. My ovens were cold.\n\n"
        "- Jo Lee, teacher: We welcome it."
    )

    assert said(text, "en") == [
        ("Ada Roe", "It took too long. My ovens were cold."),
        ("Jo Lee", "We welcome it."),
    ]


def test_words_are_a_quote_even_if_nobody_knows_who_he_is():
    text = "„Um vier Uhr kam die Nachricht“, erzählt er."

    assert said(text, "de") == [(None, "Um vier Uhr kam die Nachricht")]


def test_what_is_said_of_a_report_is_no_title_if_it_begins_with_a_small_letter():
    text = "Mayor Ada Roe said the report “tars every skipper with the same brush”."

    assert said(text, "en") == [("Ada Roe", "tars every skipper with the same brush")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The banner read: “Water belongs to all of us.”"),
        ("fr", "Sur la banderole on lit : « L’eau est à tout le monde. »"),
        ("nl", "Op het spandoek staat: “Wonen is een recht voor iedereen.”"),
        ("de", "Auf dem Plakat stand: „Wasser gehört uns allen.“"),
    ],
)
def test_what_stands_on_a_banner_is_nobody_s(language, text):
    assert said(text, language) == []
