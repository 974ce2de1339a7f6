"""The quotes of a text stand in the order of the text, whichever way they came in."""

import pytest

from tests.builders import make_edition, make_person, make_quote, make_staff, submit
from tests.forms import form_on

pytestmark = pytest.mark.django_db

BODY = """
<p>“We begin,” said Ada Roe.</p>
<p>“We go on,” said Ada Roe. “And on,” she added.</p>
<p>“We end,” said Ada Roe.</p>
"""


@pytest.fixture
def ada():
    return make_person("Ada Roe")


def words(edition):
    return [quote.in_one_line for quote in edition.quotes.all()]


def form_of(client, edition):
    return form_on(client, f"/admin/releases/edition/{edition.pk}/change/", "_continue")


@pytest.fixture
def writer(client):
    client.force_login(make_staff("Writer"))
    return client


def test_quotes_added_by_hand_come_where_the_text_has_them(writer, ada):
    edition = make_edition(draft=True, body=BODY)
    form = form_of(writer, edition)
    for said in ("We end,", "We go on,\n\nAnd on,", "We begin,"):
        form.add_row("quotes", words=said, speaker=ada.pk)

    form.post(button="_continue")

    assert words(edition) == ["We begin,", "We go on, […] And on,", "We end,"]
    assert "quotes-0-position" not in form_of(writer, edition)


def test_quotes_follow_a_text_whose_paragraphs_change_places(writer, ada):
    edition = make_edition(draft=True, body=BODY)
    for said in ("We begin,", "We end,"):
        make_quote(edition, said, speaker=ada)
    form = form_of(writer, edition)

    form.post(body="<p>“We end,” said Ada Roe.</p><p>“We begin,” said Ada Roe.</p>")

    assert words(edition) == ["We end,", "We begin,"]


def test_a_text_is_submitted_with_its_quotes_in_order(ada):
    edition = make_edition(draft=True, body=BODY)
    for said in ("We end,", "We begin,"):
        make_quote(edition, said, speaker=ada)

    submit(edition)

    assert words(edition) == ["We begin,", "We end,"]
    assert edition.submitted_at


def test_a_save_that_changes_no_order_leaves_a_text_in_review(writer, ada):
    edition = make_edition(draft=True, body=BODY)
    for said in ("We end,", "We begin,"):
        make_quote(edition, said, speaker=ada)
    submit(edition)

    form_of(writer, edition).post(button="_continue")

    edition.refresh_from_db()
    assert edition.submitted_at
