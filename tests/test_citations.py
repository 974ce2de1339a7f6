"""The files in which a release or a quote is cited, as programs for references read them."""

import bibtexparser
import pytest
import rispy
import time_machine
from bibtexparser.middlewares import LatexDecodingMiddleware

from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    correct,
    instant,
    make_appointment,
    make_edition,
    make_editor,
    make_identity,
    make_person,
    make_quote,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

NOON = instant(2021, 3, 30, 12)
SAID = "<p>“We will act,” said the minister.</p>"


@pytest.fixture(autouse=True)
def identity():
    return make_identity(publishers={"en": "Ministry of Ports", "fr": "Ministère des Ports"})


def released(**values):
    return make_edition(title="Ports agree", release__publish_at=NOON, **values)


def quoted(edition):
    office = make_appointment(make_person("Ada Byron"), titles={"en": "Minister of Ports"})
    return make_quote(edition, "We will act,", appointment=office)


def file_of(client, record, name):
    """The file that the page of a record offers by that name."""
    cite = page_of(client.get(record.get_absolute_url())).one("section", id="cite")
    answer = client.get(cite.one("a", words=name).get("href"))
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "charset=utf-8" in answer.headers["Content-Type"]
    return answer.content.decode()


def bibtex_of(client, record):
    """The one entry of such a file, its kind among its fields, without what LaTeX needs."""
    text = file_of(client, record, "BibTeX")
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    [entry] = library.entries
    fields = {field.key: str(field.value).strip("{}") for field in entry.fields}
    return {"kind": entry.entry_type, "key": entry.key} | fields


def ris_of(client, record):
    """The one reference of such a file."""
    text = file_of(client, record, "RIS")
    assert all(line[2:6] == "  - " for line in text.split("\r\n")[:-1])
    [reference] = rispy.loads(text)
    return reference


def test_a_release_is_cited_for_latex_with_all_that_its_page_says(client):
    edition = released()

    with time_machine.travel(instant(2026, 11, 30, 23, 30)):
        cited = bibtex_of(client, edition)

    assert cited == {
        "kind": "techreport",
        "key": "release-2021-0001-en",
        "author": "Ministry of Ports",
        "title": "Ports agree",
        "type": "Press release",
        "number": "2021/0001",
        "institution": "Ministry of Ports",
        "year": "2021",
        "month": "mar",
        "date": "2021-03-30",
        "language": "en",
        "url": "http://testserver/2021/0001",
        "urldate": "2026-11-30",
    }


def test_a_release_is_cited_for_reference_managers_with_the_same(client):
    edition = released()

    with time_machine.travel(instant(2026, 11, 30, 23, 30)):
        cited = ris_of(client, edition)

    assert cited == {
        "type_of_reference": "RPRT",
        "id": "release-2021-0001-en",
        "authors": ["Ministry of Ports"],
        "title": "Ports agree",
        "type_of_work": "Press release",
        "issn": "2021/0001",
        "publisher": "Ministry of Ports",
        "year": "2021",
        "date": "2021/03/30/",
        "language": "en",
        "urls": ["http://testserver/2021/0001"],
        "access_date": "2026/11/30/",
    }


def test_a_quote_is_cited_by_who_spoke_in_which_office_and_by_the_release(client):
    quote = quoted(released(body=SAID))

    with time_machine.travel(instant(2026, 11, 30, 23, 30)):
        latex, other = bibtex_of(client, quote), ris_of(client, quote)

    assert latex == {
        "kind": "incollection",
        "key": f"quote-{quote.key}-en",
        "author": "Ada Byron",
        "title": "“We will act,”",
        "booktitle": "Ports agree",
        "series": "Press release 2021/0001",
        "publisher": "Ministry of Ports",
        "year": "2021",
        "month": "mar",
        "date": "2021-03-30",
        "language": "en",
        "url": f"http://testserver{quote.get_absolute_url()}",
        "urldate": "2026-11-30",
        "note": "Ada Byron, Minister of Ports.",
    }
    assert other == {
        "type_of_reference": "ECHAP",
        "id": f"quote-{quote.key}-en",
        "authors": ["Ada Byron"],
        "title": "“We will act,”",
        "secondary_title": "Ports agree",
        "tertiary_title": "Press release 2021/0001",
        "publisher": "Ministry of Ports",
        "year": "2021",
        "date": "2021/03/30/",
        "language": "en",
        "urls": [f"http://testserver{quote.get_absolute_url()}"],
        "access_date": "2026/11/30/",
        "notes": ["Ada Byron, Minister of Ports."],
    }


def test_whatever_a_title_holds_comes_out_of_the_files_as_it_was(client):
    title = r"50% off ports & #ships: C:\sea_bed ~ $9, “Ça” ER  - , Łódź"
    edition = make_edition(title=title)

    assert bibtex_of(client, edition)["title"] == title
    assert ris_of(client, edition)["title"] == title


def test_letters_that_latex_would_not_print_have_their_names_and_open_no_group(client):
    edition = make_edition(title="} 1 < 2 | 2^3 > {")

    text = file_of(client, edition, "BibTeX")

    assert bibtex_of(client, edition)["kind"] == "techreport"
    assert (
        r"  title = {{{\textbraceright} 1 {\textless} 2 {\textbar} 2{\textasciicircum}3"
        r" {\textgreater} {\textbraceleft}}}," in text
    )
    assert ris_of(client, edition)["title"] == "} 1 < 2 | 2^3 > {"


def test_latex_divides_no_name_and_changes_no_letter_of_a_title(client):
    text = file_of(client, released(), "BibTeX")

    assert "  author = {{Ministry of Ports}},\n" in text
    assert "  title = {{Ports agree}},\n" in text


def test_words_of_several_lines_are_cited_in_one(client):
    words = "We will act\nand act."
    quote = make_quote(make_edition(body=f"<p>“{words}”</p>"), words)

    assert bibtex_of(client, quote)["title"] == "“We will act and act.”"
    assert ris_of(client, quote)["title"] == "“We will act and act.”"


def test_a_corrected_release_is_cited_by_its_version(client):
    edition = released()
    assert "version" not in bibtex_of(client, edition)
    correct(edition, change_note="Three ports.", body="<p>Three ports agree.</p>")

    assert bibtex_of(client, edition)["version"] == "2"
    assert ris_of(client, edition)["edition"] == "2"


def test_words_that_no_text_has_any_more_are_cited_from_the_one_that_had_them(client):
    quote = quoted(released(body=SAID))
    with time_machine.travel(instant(2026, 11, 30, 12)):
        correction = begin_correction(quote.edition, body="<p>No.</p>", change_note="Not said.")
        correction.quotes.all().delete()
        approve(correction)
        cited = bibtex_of(client, quote)

    assert cited["version"] == "1"
    assert cited["note"].endswith(
        "These words no longer stand in the text since version 2 of 30 November 2026."
    )


def test_what_was_withdrawn_says_so_wherever_it_is_cited(client):
    quote = quoted(released(body=SAID))
    with time_machine.travel(instant(2026, 11, 30, 12)):
        quote.edition.release.remove(make_editor(), "withdrawn", {"en": "It was a draft."})

        for record in (quote, quote.edition):
            assert bibtex_of(client, record)["note"].endswith("Withdrawn on 30 November 2026.")
            assert ris_of(client, record)["notes"][-1] == "Withdrawn on 30 November 2026."


def test_a_text_is_cited_in_its_own_language_whatever_that_of_the_page(client):
    edition = released(language="fr")

    cited = bibtex_of(client, edition)

    assert (cited["author"], cited["type"]) == ("Ministère des Ports", "Communiqué de presse")
    assert (cited["language"], cited["key"]) == ("fr", "release-2021-0001-fr")


def test_the_address_of_another_language_leads_to_the_citation_in_that_of_the_reader(client):
    english = released()
    french = make_edition(english.release, title="Les ports d’accord", language="fr")

    for cited in ("get_bibtex_url", "get_ris_url"):
        answer = client.get(getattr(french, cited)())
        assert answer.headers["Location"] == getattr(english, cited)()


def test_nothing_is_cited_before_its_time_or_once_it_is_gone(client):
    hidden = approve(make_edition(draft=True), at=TOMORROW)
    draft = make_quote(make_edition(draft=True, body=SAID), "We will act,")
    gone = quoted(released(body=SAID))
    gone.edition.release.remove(make_editor(), "in_error", {"en": "It named the wrong day."})

    for record, status in ((hidden, 404), (draft, 404), (gone, 410), (gone.edition, 410)):
        for address in (record.get_bibtex_url(), record.get_ris_url()):
            assert client.get(address).status_code == status


def test_a_reader_who_has_the_file_of_today_is_told_so_and_tomorrow_gets_another(client):
    address = released().get_bibtex_url()
    with time_machine.travel(instant(2026, 11, 30, 12)):
        etag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    with time_machine.travel(instant(2026, 12, 1, 12)):
        answer = client.get(address, headers={"If-None-Match": etag})
    assert "urldate = {2026-12-01}" in answer.content.decode()


def test_search_engines_are_led_to_the_page_and_not_to_the_file(client):
    edition = released()

    assert client.get(edition.get_ris_url()).headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get(edition.get_absolute_url()).headers
