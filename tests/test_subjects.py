"""Pages of what releases name, once the releases are withdrawn or removed."""

import pytest
from django.urls import reverse

from tests.builders import (
    begin_correction,
    instant,
    make_appointment,
    make_edition,
    make_editor,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_topic,
    print_again,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

SAID = "<p>The minister said: “We will act.”</p>"
PAGES = ["/en/meetings/council/", "/en/people/ada-byron/", "/en/topics/fisheries/"]
WHY = "It named the wrong day."


def words(response):
    return page_of(response).words


def make_named(**values):
    """A release of 1 May 2019 on fisheries that quotes Ada Byron at a council of Works."""
    office = make_appointment(make_person("Ada Byron"), organisation=make_organisation("Works"))
    council = make_meeting("Council", organiser=office.organisation)
    topics, meetings = [make_topic("Fisheries")], [council]
    values |= {"release__publish_at": instant(2019, 5, 1, 12), "body": SAID}
    edition = make_edition(title="Fish", topics=topics, meetings=meetings, **values)
    make_quote(edition, appointment=office, meeting=council)
    return edition


def remove(edition, kind, **leads):
    release = edition.release
    release.refresh_from_db()
    release.remove(make_editor(), kind, {"en": WHY} if kind != "consolidated" else None, **leads)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_what_a_withdrawn_release_names_says_withdrawn(client, address):
    edition = make_named()
    remove(edition, "withdrawn")

    page = page_of(client.get(address))

    assert " yet" not in page.words
    assert "No release matches" not in page.words
    assert page.one("h2", id="withdrawn").words == "Withdrawn"
    assert page.one("a", words="Release 2019/0001").get("href") == "/2019/0001"
    assert "1 May 2019" in page.words
    assert not [part for part in page.all() if part.words == "Fish"]  # nothing without the notice


def test_a_draft_of_a_withdrawn_release_names_nobody(client):
    edition = make_edition(release__publish_at=instant(2019, 5, 1, 12), body="<p>No words.</p>")
    other = make_named(release__place={"en": "Town"})
    draft = begin_correction(edition)
    make_quote(draft, speaker=other.quotes.get().speaker)
    for text_ in (edition, other):
        text_.release.refresh_from_db()
        text_.release.remove(make_editor(str(text_.pk)), "withdrawn", {"en": WHY})

    response = client.get("/en/people/ada-byron/")

    assert other.release.reference in words(response)
    assert edition.release.reference not in response.content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("kind", ["in_error", "archived", "consolidated"])
def test_a_page_only_a_removed_release_named_is_gone_as_the_release_is(client, address, kind):
    edition = make_named()
    assert client.get(address).status_code == 200
    leads = {"archived": {"url": "https://archive.example/1"}}
    leads["consolidated"] = {"moved_to": make_edition(title="Other").release}

    remove(edition, kind, **leads.get(kind, {}))

    response = client.get(address)
    assert response.status_code == 410
    assert response["X-Robots-Tag"] == "noindex"
    page = words(response)
    assert "This page has been removed with its release" in page
    assert "It belonged to release 2019/0001 of 1 May 2019." in page
    assert (WHY in page) == (kind != "consolidated")
    assert ("Other" in page) == (kind == "consolidated")
    for name in ("Ada Byron", "Council", "Fisheries"):
        assert name not in response.content.decode()


@pytest.mark.parametrize("address", [*PAGES, "/en/organisations/works/"])
def test_what_was_never_public_is_not_found_whatever_names_it(client, address):
    edition = make_named(visible_from=instant(2041, 5, 1), public_since=instant(2041, 5, 1))

    assert client.get(address).status_code == 404
    type(edition.release).objects.filter(pk=edition.release.pk).update(
        removal="in_error", removed_at=instant(2020, 1, 1)
    )
    assert client.get(address).status_code == 404


def test_what_another_release_names_stays(client):
    edition = make_named()
    topic = edition.release.topics.get()
    make_edition(title="Other", topics=[topic])
    remove(edition, "in_error")

    assert "Other" in words(client.get("/en/topics/fisheries/"))


@pytest.mark.parametrize(
    "name",
    ["home", "release-list", "quote-list", "meeting-list", "meeting-detail", "person-detail"],
)
def test_no_page_says_that_there_was_never_anything(client, name):
    slugs = {"meeting-detail": "later", "person-detail": "silent"}
    meeting = make_meeting("Later", announced_at=instant(2021, 3, 1))
    meeting.participations.create(appointment=make_appointment(make_person("Silent")))
    kwargs = {"slug": slugs[name]} if name in slugs else {}

    response = client.get(reverse(name, kwargs=kwargs))

    assert response.status_code == 200
    assert " yet" not in words(response)


# Languages beside the one that is shown


@pytest.mark.slow
@pytest.mark.parametrize(
    "address", ["/nl/", "/nl/releases/", "/nl/topics/fisheries/", "/nl/meetings/council/"]
)
def test_a_text_that_stands_in_says_which_languages_there_are(client, address):
    edition = make_named()
    make_edition(edition.release, language="fr", visible_from=instant(2041, 5, 1))

    before = client.get(address)
    assert "Available in" not in words(before)  # of the interface, which is in Dutch
    assert page_of(before).all("li", class_="tag")
    only = words(client.get(address.replace("/nl/", "/de/")))

    make_edition(edition.release, language="de", visible_from=instant(2020, 5, 1))
    after = client.get(address)
    assert after["ETag"] != before["ETag"]
    assert "Duits" in words(after)
    assert "Duits" not in words(before)
    assert "Frans" not in words(after)
    assert "Englisch" in only


def test_only_is_said_of_a_text_that_has_no_other_language(client):
    edition = make_named()
    make_edition(release__publish_at=instant(2018, 5, 1, 12), language="fr", title="Seul")
    assert words(client.get("/en/releases/")).count("Available in French only") == 1
    assert "Available in" not in words(client.get("/fr/topics/fisheries/"))

    make_edition(edition.release, language="de", title="Fisch", visible_from=instant(2020, 5, 1))
    make_edition(edition.release, language="nl", title="Vis", visible_from=instant(2020, 5, 1))
    edition.release.editions.filter(language="en").update(visible_until=instant(2020, 5, 1))
    print_again(edition.release)

    page = page_of(client.get("/en/releases/"))
    assert "In Dutch (also in German)" in page.words
    assert len([part for part in page.all("li", class_="tag") if part.words.endswith(" only")]) == 1


@pytest.mark.slow
def test_telling_languages_costs_one_query_for_a_whole_list(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost():
        with CaptureQueriesContext(connection) as counted:
            client.get("/nl/releases/")
        return len(counted)

    make_edition()
    one = cost()
    for _ in range(15):
        make_edition(make_edition().release, language="fr")
    assert cost() == one <= 9
