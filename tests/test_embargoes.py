"""Which embargoes stand on a release: on itself, on the file it was made from, in its texts."""

import pytest

from releases.review import embargoes
from tests.builders import instant, make_edition, make_intake, make_release

pytestmark = pytest.mark.django_db

BEFORE = instant(2027, 3, 4, 12)
END = instant(2027, 3, 4, 18)
LINE = "Embargo until 4 March 2027, 18:00"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(BEFORE, tick=False)
    return time_machine


def told(release, at=None):
    return [(embargo.sentence, embargo.until) for embargo in embargoes.of_release(release, at)]


def test_a_release_without_an_embargo_has_none():
    edition = make_edition(draft=True, body="<p>Estmark extends its arms embargo.</p>")

    assert embargoes.of_release(edition.release) == []


def test_the_planned_time_is_an_embargo_until_it_has_come():
    release = make_release(publish_at=END)

    assert told(release) == [("The release is planned for 4 March 2027, 18:00.", END)]
    assert told(release, END) == []


def test_what_was_public_elsewhere_has_no_planned_time():
    release = make_release(publish_at=END, first_published_at=END)

    assert told(release) == []


def test_the_line_of_the_file_is_an_embargo_until_its_end():
    release = make_release()
    make_intake(f"{LINE}\n\nMinisters agree\n\nThey agreed.", release=release)

    assert told(release) == [(f"The file it was made from says: “{LINE}”.", END)]
    assert told(release, END) == []


def test_a_line_left_in_a_draft_is_an_embargo():
    edition = make_edition(draft=True, body=f"<p>{LINE}</p><p>Ministers agreed.</p>")

    assert told(edition.release) == [(f"The text (English) says: “{LINE}”.", END)]


def test_a_sentence_within_a_long_paragraph_is_an_embargo():
    body = f"<p>{'Ministers of Norvale agreed on shared ports. ' * 8}{LINE}.</p>"
    edition = make_edition(draft=True, body=body)

    assert told(edition.release) == [(f"The text (English) says: “{LINE}.”.", END)]


def test_a_line_without_a_time_is_an_embargo_without_an_end():
    edition = make_edition(draft=True, body="<p>Under embargo</p><p>Ministers agreed.</p>")

    assert told(edition.release) == [("The text (English) says: “Under embargo”.", None)]


def test_a_day_without_an_hour_is_over_when_it_has_passed():
    edition = make_edition(draft=True, body="<p>Embargo until 4 March 2027</p><p>Agreed.</p>")

    assert [until for _, until in told(edition.release)] == [instant(2027, 3, 5)]


def test_a_day_without_an_hour_in_the_file_is_over_when_it_has_passed():
    release = make_release()
    make_intake("Embargo until 4 March 2027\n\nMinisters agree\n\nAgreed.", release=release)

    assert [until for _, until in told(release)] == [instant(2027, 3, 5)]


def test_of_lines_of_the_file_that_differ_the_first_is_told_and_none_is_believed():
    release = make_release()
    other = "Embargo until 5 March 2027, 18:00"
    make_intake(f"{LINE}\n\n{other}\n\nMinisters agree\n\nAgreed.", release=release)

    assert told(release) == [(f"The file it was made from says: “{LINE}”.", None)]
