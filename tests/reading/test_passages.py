"""Passages in another language, as a file tells them: Word does of every run, right or wrong."""

import pytest

from releases.intake.body import body
from releases.reading.document import BODY
from releases.reading.readers import read, read_html
from tests.reading.files import docx, paragraph, run

WORD = """<html lang="en"><body lang=EN-GB>
<p class=MsoNormal><span lang=EN-US>The chair said: “</span>
<i><span lang=FR-BE>Nous agirons, </span></i><span lang=FR-BE>et vite</span><span lang=EN-GB>”. In
</span><span lang=NL-BE>Gent</span><span lang=X-NONE> it was as fine as ever.</span></p>
<p class=MsoNormal lang=NL-BE>Wij handelen nu.</p></body></html>"""
TEXT = (
    '<p>The chair said: “ <span lang="fr-BE"><em>Nous agirons,</em> et vite</span>”. In Gent it '
    'was as fine as ever.</p><p lang="nl-BE">Wij handelen nu.</p>'
)


def speaking(code):
    return f'<w:lang w:val="{code}" w:eastAsia="ja-JP"/>'


RUNS = [
    run("The chair said: “ ", speaking("en-US")),
    run("Nous agirons, ", f"<w:i/>{speaking('fr-BE')}") + run("et vite", speaking("fr-BE")),
    run("”. In ", speaking("en-GB")) + run("Gent", speaking("nl-BE")),
    run(" it was as fine as ever.", speaking("x-none")),
]


@pytest.fixture(params=["page", "word"])
def document(request):
    if request.param == "page":
        return read_html(WORD)
    return read(
        docx(paragraph("".join(RUNS)), paragraph(run("Wij handelen nu.", speaking("nl-BE"))))
    )


def told(document, language):
    return body(document.blocks, [BODY] * len(document.blocks), language=language)


def test_a_passage_keeps_its_language_and_noise_goes(document):
    assert told(document, "en") == TEXT


def test_what_is_in_the_language_of_the_text_is_no_passage(document):
    assert "nl-BE" not in told(document, "nl")
    assert 'lang="fr-BE"' in told(document, "nl")


def test_a_file_all_in_one_language_has_no_passages():
    wrong = docx(paragraph(run("Nous agirons, et nous agirons vite.", speaking("en-GB"))))

    assert told(read(wrong), "fr") == "<p>Nous agirons, et nous agirons vite.</p>"


def test_a_style_of_the_same_name_is_no_language():
    properties = f'<w:rStyle w:val="fr-BE"/>{speaking("de-DE")}'
    file = docx(paragraph(run("We said ") + run("genau so ist es", properties) + run(" and left.")))

    assert told(read(file), "en") == (
        '<p>We said <span lang="de-DE">genau so ist es</span> and left.</p>'
    )
