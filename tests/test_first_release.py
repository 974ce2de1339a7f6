"""The first release, word for word."""

import pytest
from django.conf import settings
from django.core.management import call_command

from releases import html
from releases.models import Edition, Meeting

LINK = "https://theglobalcoalition.org/en/foreign-ministers-global-coalition-small-group/"
SEED = settings.BASE_DIR.parent / "shared/seed/release-2021-03-30.txt"

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    call_command("loaddata", "first_release", verbosity=0)
    call_command("loaddata", "first_release", verbosity=0)
    return Edition.objects.live().get()


def test_it_has_four_paragraphs_and_nothing_is_wrong_with_it(edition):
    assert edition.body.count("<p>") == 4
    assert edition.problems() == []
    assert edition.body == html.clean(edition.body)
    assert str(edition.release.reference) == "2021/0001"
    edition.full_clean()


@pytest.mark.skipif(not SEED.exists(), reason="the ministry's own file is not beside the project")
def test_it_is_what_the_ministry_published(edition):
    published = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if line]

    assert html.plain(edition.body).splitlines() == [
        line.replace(f" ({LINK})", "") for line in published
    ]
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
    assert [document.url for document in meeting.documents.all()] == [LINK]
