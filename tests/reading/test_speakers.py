import pytest

from tests.reading.said import roles_in, said


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“We start now,” said Trade Minister Orla Finnegan.", "Orla Finnegan"),
        ("en", "“We start now”, Sen. Ruth Calder (D-Vt.) said.", "Ruth Calder"),
        (
            "en",
            "Orla Finnegan, who chairs the panel, thanked them: “We start now.”",
            "Orla Finnegan",
        ),
        ("en", "Dr Orla Finnegan told reporters: “We start now.”", "Orla Finnegan"),
        ("en", "According to Minister Orla Finnegan: “We start now.”", "Orla Finnegan"),
        ("en", "Orla Finnegan, 34, a nurse, came. “We start now,” she said.", "Orla Finnegan"),
        ("en", "Quote from Orla Finnegan, nurse: “We start now.”", "Orla Finnegan"),
        ("en", "Minister Orla Finnegan: We start now, and I am glad.", "Orla Finnegan"),
        ("en", "“We start now” (Orla Finnegan, Minister of Trade)", "Orla Finnegan"),
        (
            "en",
            "“Go”, the nurse, who had come late, said. Orla Finnegan, nurse, left.",
            "Orla Finnegan",
        ),
        ("en", "Statement by Minister Orla Finnegan:\n\n“We start now.”", "Orla Finnegan"),
        ("en", "“Now we start the work.”\n\nOrla Finnegan, Minister of Trade", "Orla Finnegan"),
        ("fr", "« Le train revient », s’est réjouie la ministre Claire Dumont.", "Claire Dumont"),
        ("fr", "« Le train revient », se félicite Claire Dumont (Santé).", "Claire Dumont"),
        ("fr", "Pour Claire Dumont, maire de Lens : « Le train revient. »", "Claire Dumont"),
        ("fr", "Interrogée, la préfète Claire Dumont a répondu : « Oui. »", "Claire Dumont"),
        (
            "nl",
            "“Dit is een mooie dag”, zo laat burgemeester Hilde De Backer weten.",
            "Hilde De Backer",
        ),
        ("nl", "Volgens minister Hilde De Backer: “Dit is een mooie dag.”", "Hilde De Backer"),
        ("nl", "Minister Hilde De Backer (Werk): “Dit is een mooie dag.”", "Hilde De Backer"),
        (
            "de",
            "„Wir brauchen Tempo“, so Ministerpräsident Jonas Albrecht weiter.",
            "Jonas Albrecht",
        ),
        ("de", "Dazu sagt Bürgermeister Jonas Albrecht: „Wir brauchen Tempo.“", "Jonas Albrecht"),
        ("de", "«Die Bahn fährt wieder», freut sich Nationalrat Jonas Albrecht.", "Jonas Albrecht"),
        (
            "de",
            "„Es läuft“, zieht Minister Jonas Albrecht Bilanz. Jonas Albrecht ging.",
            "Jonas Albrecht",
        ),
        ("de", "BDZ-Präsident Jonas Albrecht zum Haushalt: „Zu spät.“", "Jonas Albrecht"),
        (
            "de",
            "Zum Tod des Dichters Emil Hartung erklärte Minister Jonas Albrecht: „Er fehlt.“",
            "Jonas Albrecht",
        ),
    ],
)
def test_the_speaker_is_named_around_the_words(language, text, speaker):
    assert [name for name, _ in said(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "Mr Ellis met Ms Ward. “Good,” she said. “Better,” he replied.", ["Ward", "Ellis"]),
        ("en", "Astrid Vik, premier of Norland, came. “Hello,” the premier said.", ["Astrid Vik"]),
        (
            "fr",
            "« Une page se tourne », dit-elle. La directrice, Élise Moreau, part en mai.",
            ["Élise Moreau"],
        ),
        (
            "fr",
            "La ministre reçoit Jeanne Abel, maire. « Merci », a dit la ministre, Lucie Ferrer.",
            ["Lucie Ferrer"],
        ),
        (
            "nl",
            "„Een dijk wacht niet”, aldus de minister van Water. „Wij ook niet”, zei Bram Visser.",
            ["Bram Visser", "Bram Visser"],
        ),
        (
            "de",
            "Ministerin Eva Thoma kam. „Das Gesetz kommt im Mai“, kündigte die Ministerin an.",
            ["Eva Thoma"],
        ),
    ],
)
def test_pronouns_and_offices_mean_the_person_named_elsewhere(language, text, speakers):
    assert [name for name, _ in said(text, language)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "en",
            "Prime Minister Lena Okoro and President Samuel Adeyemi said: “The border is open.”",
            ["Lena Okoro", "Samuel Adeyemi"],
        ),
        (
            "fr",
            "« Bravo à tous », déclarent le ministre Paul Renard et son homologue Andrea Bianchi.",
            ["Paul Renard", "Andrea Bianchi"],
        ),
        (
            "nl",
            "Burgemeester Ria Smets en gouverneur Luc Daems reageren: “De weg is vrij.”",
            ["Ria Smets", "Luc Daems"],
        ),
        (
            "en",
            "Minister Bea Sand, Mayor Tom Ruiz and Captain Eva Lund said: “It is open.”",
            ["Bea Sand", "Tom Ruiz", "Eva Lund"],
        ),
        (
            "en",
            "The two ministers said: “It is open.” Minister Bea Sand met Minister Tom Ruiz.",
            ["Bea Sand", "Tom Ruiz"],
        ),
        (
            "de",
            "Außenminister Falk Reimann und seine Amtskollegin Maria Conti: „Wir sind eins.“",
            ["Falk Reimann", "Maria Conti"],
        ),
    ],
)
def test_a_joint_statement_has_several_speakers(language, text, speakers):
    assert [names for names, _ in said(text, language)] == [speakers]


def test_who_is_thanked_does_not_join_in():
    text = "“We sail,” said Captain Eva Lund and thanked Ambassador Ray Orr."

    assert [name for name, _ in said(text, "en")] == ["Eva Lund"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The Commission said in a statement: “The measure is lawful.”", "Commission"),
        (
            "en",
            "A spokesperson for the Ministry of Health said: “No cases have been reported.”",
            "spokesperson for the Ministry of Health",
        ),
        ("de", "Ein Sprecher des Ministeriums sagte: „Wir prüfen.“", "Sprecher des Ministeriums"),
    ],
)
def test_without_a_name_the_speaker_is_the_office_or_body_as_written(language, text, speaker):
    assert [name for name, _ in said(text, language)] == [speaker]


def test_words_after_what_somebody_welcomed_are_hers():
    text = "Ambassador Ye Demir welcomed the vote. “A clear signal to all. Now the work begins.”"

    assert said(text, "en") == [("Ye Demir", "A clear signal to all. Now the work begins.")]


def test_a_name_within_the_words_or_addressed_does_not_speak():
    text = (
        "“I thank Minister Paul Stone,” Captain Lopez told the premier, Anna Vale. "
        "The premier replied: “You brought them home.”"
    )

    assert [name for name, _ in said(text, "en")] == ["Lopez", "Anna Vale"]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "“Go,” said Ruth Ellery, head of research at Tidal.", "head of research at Tidal"),
        (
            "en",
            "Secretary of State for Transport Nigel Marsh: “Go.”",
            "Secretary of State for Transport",
        ),
        ("fr", "« Partez », dit Éric Dubois, maire de Saint-Aubin.", "maire de Saint-Aubin"),
        ("fr", "La ministre de la Mer, Éva Dubois, a dit : « Partez. »", "ministre de la Mer"),
        (
            "nl",
            "“Ga”, zei Vlaams minister van Mobiliteit Bert Claes.",
            "Vlaams minister van Mobiliteit",
        ),
        ("de", "„Geht“, sagt die Präsidentin der Kammer, Ina Voss.", "Präsidentin der Kammer"),
        (
            "de",
            "Bundesministerin für Gesundheit Ina Voss: „Geht.“",
            "Bundesministerin für Gesundheit",
        ),
    ],
)
def test_the_office_is_told_as_written(language, text, role):
    assert roles_in(text, language) == [role]


def test_a_title_alone_does_not_hide_the_office_told_before():
    text = "Sen. Ruth Calder, chair of the Rivers Committee, came. “Go,” Senator Calder said."

    assert roles_in(text, "en") == ["chair of the Rivers Committee"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Minister Ada Roe came. Asked by a pupil, she replied: “Tea.”", "Ada Roe"),
        ("de", "Auf die Frage eines Kindes antwortete Ministerin Ada Roe: „Tee.“", "Ada Roe"),
        (
            "fr",
            "La ministre Ada Roe est là. Interrogée par un élève, elle dit : « Du thé. »",
            "Ada Roe",
        ),
        ("nl", "Op de vraag van een leerling antwoordde minister Ada Roe: “Thee.”", "Ada Roe"),
        ("fr", "Un maire a confié aux rapporteurs : « La piscine coûte cher. »", "maire"),
    ],
)
def test_whoever_asks_or_is_told_is_not_the_speaker(language, text, speaker):
    assert [name for name, _ in said(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Senator Ada Roe came. “We start now,” the politician said."),
        (
            "en",
            "Minister Jo Lam met her Danish colleague Ada Roe. “Yes,” said the Danish minister.",
        ),
        ("de", "Außenministerin Ada Roe kam. „Wir beginnen“, sagte die Ministerin."),
        ("de", "Ada Roe, Vorsteherin des Amtes, kam. „Wir beginnen“, sagte die Amtsvorsteherin."),
        ("de", "Eva Lam traf den Präsidenten Luxemburgs, Ada Roe. „Ja“, sagte der Präsident."),
        ("fr", "La sénatrice Ada Roe est venue. La magistrate a éludé : « Le loup ne lit pas. »"),
        ("nl", "Minister Ada Roe kwam. “Ik was nooit weg”, aldus de 82-jarige."),
        ("nl", "Bewindslieden kwamen. Minister Ada Roe sprak. “Ja”, zei de bewindsvrouw."),
    ],
)
def test_another_word_for_an_office_means_whoever_holds_it(language, text):
    assert [name for name, _ in said(text, language)] == ["Ada Roe"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Minister Ada Roe came. The owner was there. “He barks,” he said.", "owner"),
        ("nl", "De eigenaar bestreed dat. “Hij kraait niet”, voerde hij aan.", "eigenaar"),
    ],
)
def test_a_pronoun_may_stand_for_an_office_that_nobody_is_named_to_hold(language, text, speaker):
    assert [name for name, _ in said(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Minister Ada Roe met Mayor Tom Lee. “We built it together,” they said."),
        ("fr", "La ministre Ada Roe a vu le maire Tom Lee. « C’est fait », ont-ils déclaré."),
        ("nl", "Minister Ada Roe zag burgemeester Tom Lee. “Het is af”, zeiden beiden."),
        ("de", "Ministerin Ada Roe traf Bürgermeister Tom Lee. „Es ist da“, sagten beide."),
    ],
)
def test_they_are_those_whom_a_sentence_names_together(language, text):
    assert [name for name, _ in said(text, language)] == [["Ada Roe", "Tom Lee"]]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        (
            "en",
            "The chair of the second chamber, Ada Roe, said: “Yes.”",
            "chair of the second chamber",
        ),
        ("en", "“Yes,” grinned harbour pilot Ada Roe.", "harbour pilot"),
        (
            "en",
            "“We start on Monday, and early.”\n\nAda Roe, Director, Association of Ports",
            "Director, Association of Ports",
        ),
        ("nl", "“Ja”, zegt hoogleraar kustecologie Ada Roe.", "hoogleraar kustecologie"),
        ("nl", "Ook Vlaams minister Ada Roe zei: “Ja.”", "Vlaams minister"),
        ("de", "Präsidentin Ada Roe, Leiterin des Amtes, sagte: „Ja.“", "Leiterin des Amtes"),
        ("de", "Die Präsidentin Frankreichs, Ada Roe, sagte: „Ja.“", "Präsidentin Frankreichs"),
        (
            "fr",
            "Près du ministre des Affaires étrangères et sociales, Ada Roe, il dit : « Oui. »",
            "ministre des Affaires étrangères et sociales",
        ),
    ],
)
def test_an_office_is_told_in_full(language, text, office):
    assert roles_in(text, language) == [office]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("nl", "Minister Jan Brug kwam. “De paal ging er in 2019 in”, klinkt het.", "Jan Brug"),
        ("nl", "Minister Jan Brug kwam. Volgens hem ‘mag de dijk geen meter zakken’.", "Jan Brug"),
        ("fr", "Le maire Luc Faure a ri. « C’est peu », souffle-t-il.", "Luc Faure"),
        ("fr", "Le maire Luc Faure vint. « C’est peu », dit celui qui dirige Lens.", "Luc Faure"),
        ("de", "Aus Sicht von Rektorin Ada Voß ist das „ein großer Tag für alle“.", "Ada Voß"),
        ("de", "Ada Voß sprach. Sorgen bereite ihr das Geld: „Wir haben keines.“", "Ada Voß"),
        ("en", "The Prime Minister came. “We won,” he said.", "Prime Minister"),
    ],
)
def test_a_clause_may_but_point_to_whom_the_text_is_about(language, text, speaker):
    assert [who for who, _ in said(text, language)] == [speaker]


def test_a_man_is_not_taken_for_a_woman_by_what_his_office_is_in_charge_of():
    text = (
        "La sénatrice Anne Roy a interrogé le ministre de la Ruralité, Luc Faure. « Rien ne "
        "change », conclut-elle."
    )

    assert said(text, "fr") == [("Anne Roy", "Rien ne change")]


def test_the_office_told_behind_the_words_is_that_of_the_name_before_them():
    text = "Anders Nora Pichler (GPÖ): „Ich habe gelacht.“, so die Abgeordnete."

    assert roles_in(text, "de") == ["Abgeordnete"]


def test_several_speak_after_an_opening():
    text = "In their letter, Senators Amy Roth and Jack Bell wrote: “We expect an answer.”"

    assert said(text, "en") == [(["Amy Roth", "Jack Bell"], "We expect an answer.")]


def test_words_that_a_body_is_said_to_speak_are_not_those_of_whoever_spoke_before():
    text = "“Nee”, zegt Kees Vos. Ook bij het ABVV valt te horen: “Wij laten ons niet doen.”"

    assert said(text, "nl")[1:] == [(None, "Wij laten ons niet doen.")]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“It works,” the clinic’s medical director told reporters.", "medical director"),
        ("en", "“It works,” joked the ferry’s cook, who had made tea.", "ferry’s cook"),
        (
            "en",
            "The victim’s sister, who asked not to be named, said: “He was ten.”",
            "victim’s sister",
        ),
        ("en", "Ada Roe’s family said: “She lit up the room.”", "Ada Roe’s family"),
        ("en", "Witnesses told officers: “It never stopped.”", "Witnesses"),
        (
            "en",
            "A spokesman for the Bakers’ Union said: “No.” Then he left.",
            "spokesman for the Bakers’ Union",
        ),
        ("nl", "“Wij pompen al de hele nacht”, vertelt de straathoekwerker.", "straathoekwerker"),
    ],
)
def test_whoever_has_no_name_is_told_as_written(language, text, speaker):
    assert [name for name, _ in said(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "en",
            "The leader of the opposition, Councillor Ada Roe, came. “No,” she said.",
            "leader of the opposition",
        ),
        (
            "en",
            "Minister of State with responsibility for Older People, Senator Ada Roe, said: “Yes.”",
            "Minister of State with responsibility for Older People",
        ),
        ("en", "The Water Agency’s regional director, Ada Roe, said: “Yes.”", "regional director"),
        ("en", "The new director-general, Ada Roe, said: “Yes.”", "director-general"),
        ("fr", "Le nouveau directeur général, Luc Roe, a dit : « Oui. »", "directeur général"),
        (
            "fr",
            "La conseillère d’État chargée des Finances, Ada Roe, a dit : « Oui. »",
            "conseillère d’État chargée des Finances",
        ),
        (
            "fr",
            "« Oui », alerte le docteur Ada Roe, directrice de la clinique.",
            "directrice de la clinique",
        ),
        ("de", "Staatssekretär a. D. Uwe Lenz sagte: „Ja.“", "Staatssekretär a. D."),
        (
            "de",
            "Die Sprecherin der Werften, die Abgeordnete Ada Roe, sagte: „Ja.“",
            "Sprecherin der Werften",
        ),
    ],
)
def test_the_longer_of_two_offices_stays_without_what_is_new(language, text, role):
    assert roles_in(text, language) == [role]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Minister Ada Roe came. She thanked Mayor Jo Lee. “Good,” she said.", "Ada Roe"),
        ("nl", "Schepen Ada Roe kwam. Zij dankte minister Jo Lee. “Mooi”, zegt ze.", "Ada Roe"),
        (
            "fr",
            "Le maire Luc Roe est là. Elle a dix ans, sa directrice, Ada Lee. « Oui », dit-elle.",
            "Ada Lee",
        ),
    ],
)
def test_a_sentence_that_begins_with_a_pronoun_goes_on_with_the_same_person(
    language, text, speaker
):
    assert [name for name, _ in said(text, language)] == [speaker]


def test_whoever_is_named_within_the_marks_is_meant_by_the_next_pronoun():
    text = (
        "« Une école, insiste la députée Ada Roe, ne ferme pas. »\n\n« Nous tiendrons », dit-elle."
    )

    assert [name for name, _ in said(text, "fr")] == ["Ada Roe", "Ada Roe"]


def test_brackets_may_stand_between_those_who_speak_together():
    text = "Sen. Ada Roe (D-Ohio) and Rep. Jo Lee (R-Iowa) said: “It protects us.”"

    assert [names for names, _ in said(text, "en")] == [["Ada Roe", "Jo Lee"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            (
                "Le ministre des Travaux, Jean Delcourt, a ouvert le pont avec Anne Morel, maire "
                "de Lierre. « Nous avons attendu neuf ans », a déclaré cette dernière."
            ),
        ),
        (
            "nl",
            (
                "Minister van Werken Jan Delcourt opende de brug met burgemeester Anne Morel. “We "
                "hebben negen jaar gewacht”, zei deze laatste."
            ),
        ),
        (
            "en",
            (
                "Minister of Works John Delcourt opened the bridge with the mayor, Anne Morel. “We "
                "have waited for nine years,” said the latter."
            ),
        ),
    ],
)
def test_the_latter_is_whoever_was_named_last(language, text):
    assert [name for name, _ in said(text, language)] == ["Anne Morel"]
