"""The first release, word for word."""

from hashlib import sha256

import pytest

from releases.models import Meeting
from releases.text import html
from tests.builders import approve, instant, load_first_release, make_edition, standing

LINK = "https://theglobalcoalition.org/en/foreign-ministers-global-coalition-small-group/"
# SHA-256 of its four paragraphs, a line each, in UTF-8.
PUBLISHED = "447c91b0f65307e0d1705ddd93b66afbd462955b5548955a234322be7f871507"

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    load_first_release()
    load_first_release()
    return standing().get()


def test_it_has_four_paragraphs_and_nothing_is_wrong_with_it(edition):
    assert edition.body.count("<p>") == 4
    assert not [finding for finding in edition.findings() if finding.blocks]
    assert edition.body == html.clean(edition.body)
    assert str(edition.release.reference) == "2021/0001"
    edition.full_clean()


def test_the_next_release_of_its_year_has_the_next_reference(client, edition):
    at = instant(2021, 5, 6, 12)
    other = approve(make_edition(draft=True, release__first_published_at=at)).release
    client.get("/en/")

    other.refresh_from_db()
    assert other.reference == "2021/0002"


def test_it_is_what_the_ministry_published(edition):
    """Letter for letter: there the address of the communiqué stood behind its name."""
    published = html.plain(edition.body).replace(
        "at the end of the meeting", f"at the end of the meeting ({LINK})", 1
    )

    assert sha256(published.encode()).hexdigest() == PUBLISHED
    assert f'<a href="{LINK}">joint communiqué</a>' in edition.body


def test_its_meeting_is_complete(edition):
    meeting = Meeting.objects.get()
    instants = meeting.begins_at, meeting.over_at

    meeting.full_clean()
    meeting.save()

    assert (meeting.begins_at, meeting.over_at) == instants
    assert [p.appointment.person.name for p in meeting.participations.all()] == [
        "Sophie Wilmès",
        "Antony Blinken",
    ]
    assert [outcome.document.url for outcome in meeting.outcomes.public()] == [LINK]
    assert [document.url for document in edition.documents.all()] == [LINK]
