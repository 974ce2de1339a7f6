"""
The work of a page does not grow with the archive: counted in the steps of SQLite's own machine,
which no noise moves.
"""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from releases.desk.long_list import MOST
from releases.intake.match import match_meeting
from releases.management.bulk import Item, Said, Text, load
from releases.models import (
    Document,
    Edition,
    EmbargoAccess,
    Meeting,
    Mention,
    Picture,
    PressRelease,
    Proposal,
    Quote,
    Recording,
    Reprint,
    Step,
)
from releases.models.embargo_access import Opening
from releases.public import page_cache
from releases.public.pages.release_list import WALKED
from tests.builders import (
    instant,
    make_appointment,
    make_document,
    make_editor,
    make_full_identity,
    make_organisation,
    make_picture,
    make_recording,
    make_topic,
)
from tests.slow.leaks import CLOSED, routes

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="counts the steps of SQLite"),
]

FEW, MANY = 200, 2000
BEGIN = instant(2024, 1, 1, 8)

UNKNOWN = {
    "/nonsense",
    "/en/nothing/here/",
    "/2026/99999",
    "/en/releases/2021/03/30/never/",
    "/en/releases/2021/03/30/never/versions/1/",
    "/en/quotes/never/",
    "/en/meetings/never/",
    "/en/people/never/",
    "/en/topics/never/",
    "/en/organisations/never/",
    f"/documents/{'0' * 64}/plan.pdf",
    "/pictures/never/60.jpg",
    "/recordings/never/en.vtt",
    "/emblem/never.svg",
    "/icon/never.svg",
    "/en/releases/?topic=never",
    "/en/embargo/never/",
    "/sitemap-releases-1900-01.xml",
}


class Archive:
    """
    Releases one after the other, two hours apart: half of them name one topic and one person,
    each of the others one of a few. Every second one reports on a meeting.
    """

    def __init__(self, every=timedelta(hours=2)):
        self.every, body = every, make_organisation("Coalition")
        self.common = make_appointment(organisation=body), make_topic("Common")
        self.rare = [(make_appointment(organisation=body), make_topic()) for _ in range(20)]
        self.plan, self.picture, self.film = make_document(), make_picture(), make_recording()
        self.identity = make_full_identity()

    def release(self, number):
        office, topic = self.rare[number % 20] if number % 2 else self.common
        at = BEGIN + number * self.every
        words = f"We act for the {number}th time."
        said = Said(words, office, f"k{number}")
        text = Text("en", f"Release {number}", f"<p>“{words}”</p>", at, quotes=[said])
        item = Item(at, [text], topics=[topic], documents=[self.plan])
        if number == FEW // 2:
            item.pictures, item.recordings = [self.picture], [self.film]
        if number % 2 == 0:
            item.meeting = Meeting(
                names={"en": f"Talks {number}"},
                starts_on=at.date(),
                organiser=office.organisation,
            )
            item.meeting.announced_at = at
            item.took_part = [office]
        return item

    def fill(self, wanted):
        for _there in load("steps", wanted, self.release):
            pass


def addresses(archive):
    """Every kind of page the public has, of what is in the middle of the archive."""
    office, topic = archive.common
    edition = Edition.objects.get(title=f"Release {FEW // 2}")
    meeting = Meeting.objects.get(names__en=f"Talks {FEW // 2}")
    quote = Quote.objects.get(edition=edition)
    own = (edition, quote, meeting, office.person, topic, office.organisation)
    found = {record.get_absolute_url() for record in own}
    found |= {edition.get_version_url(), edition.release.get_absolute_url()}
    found |= {edition.get_card_url(), quote.get_card_url()}
    found |= {edition.get_bibtex_url(), quote.get_ris_url()}
    month = f"{edition.release.day:%Y-%m}"
    found |= {f"/sitemap-{kind}-{month}.xml" for kind in ("releases", "quotes", "meetings")}
    found |= {"/en/people/", "/en/topics/", "/en/card.png"}
    found |= {"/en/", "/en/quotes/", "/en/meetings/", "/en/feeds/releases.atom", "/de/"}
    found |= {f"/en/releases/{asked}" for asked in ("", f"?topic={topic.slug}", "?from=2024")}
    found |= {f"/en/releases/?person={office.person.slug}", f"/en/releases/?meeting={meeting.slug}"}
    found |= {f"/en/meetings/?person={office.person.slug}"}
    found |= {"/sitemap.xml", "/sitemap-people.xml", "/robots.txt", "/healthz", "/"}
    found |= {archive.picture.address_of(name) for name in ("60.avif", "full.jpg")}
    found |= {archive.film.get_absolute_url(), archive.film.address_of("en.vtt")}
    found |= {f"/en/{name}/" for name in archive.identity.pages} | {archive.identity.emblem.url}
    return found | {"/en/releases/?kind=press_release"}


@contextmanager
def steps():
    """Count the steps of SQLite's virtual machine, as the one item of a list."""
    done = [0]

    def one_more():
        done[0] += 1

    connection.ensure_connection()
    connection.connection.set_progress_handler(one_more, 1)
    try:
        yield done
    finally:
        connection.connection.set_progress_handler(None, 0)


def cost(client, address):
    """How many steps an address takes whose page nobody has, for each row that a list has."""
    page_cache.ANSWERS.held.clear()
    with steps() as done:
        response = client.get(address)
        body = b"".join(response)
    assert response.status_code < 500, address
    listed = body.count(b"<loc>") if address.startswith("/sitemap") else 1
    return done[0] / max(1, listed)


def grown(client, found, before):
    """Name the addresses that take more than half as many steps again as before."""
    now = {address: cost(client, address) for address in found}
    return {
        address: (before[address], now[address])
        for address in found
        if now[address] > 1.5 * before[address] + 30
    }


def test_every_kind_of_page_is_measured():
    """A route that is new has to be among the addresses, or say here why it is not."""
    archive = Archive()
    archive.fill(FEW)
    asked = {address.partition("?")[0] for address in addresses(archive) | UNKNOWN}
    without = {"/.well-known/security.txt"}  # says what a setting does
    for route in routes():
        form = f"/{route.form}"
        foreign = re.match("/(fr|nl|de)/", form)
        if form.startswith(CLOSED) or form in without or foreign:
            continue
        begin = form.partition("%")[0]
        assert any(address.startswith(begin) for address in asked), form


def test_no_page_takes_more_steps_in_a_long_archive(client):
    archive = Archive()
    archive.fill(FEW)
    found = addresses(archive) | UNKNOWN
    before = {address: cost(client, address) for address in found}

    archive.fill(MANY)

    assert grown(client, found, before) == {}


def test_what_two_choices_have_in_common_takes_no_more_steps_in_a_long_archive(client):
    archive = Archive()
    archive.fill(2 * WALKED)  # so far all that name the common ones are looked through
    (office, topic), (_other_office, other) = archive.common, archive.rare[1]
    both = f"?person={office.person.slug}"
    found = {
        f"/en/releases/{both}&topic={topic.slug}",
        f"/en/releases/{both}&topic={other.slug}",
        f"/en/releases/{both}&kind=speech",
    }
    before = {address: cost(client, address) for address in found}

    archive.fill(8 * WALKED)

    assert grown(client, found, before) == {}


def test_the_map_takes_no_more_steps_for_each_month_of_a_long_archive(client):
    archive = Archive(every=timedelta(hours=12))
    archive.fill(FEW)
    before = {"/sitemap.xml": cost(client, "/sitemap.xml")}

    archive.fill(MANY)

    assert grown(client, before, before) == {}


def test_no_page_takes_more_steps_where_many_drafts_wait(client):
    archive = Archive()
    archive.fill(FEW)
    found = addresses(archive) | UNKNOWN
    before = {address: cost(client, address) for address in found}

    PressRelease.objects.bulk_create(PressRelease() for _number in range(MANY))

    assert grown(client, found, before) == {}


def test_what_a_found_meeting_may_be_takes_no_more_steps_in_a_long_archive():
    archive, day = Archive(every=timedelta(hours=12)), (BEGIN + timedelta(days=40)).date()
    found = []
    for size in (FEW, MANY):
        archive.fill(size)
        with steps() as done:
            assert match_meeting("Talks on peace", day) is None
        found.append(done[0])

    assert found[1] < 1.5 * found[0]


def leave_traces(by, picture):
    """
    Leave with each text of the archive what the work at the desk leaves with it: all print the
    `picture`, and each has one of its own.
    """
    texts = Edition.objects.order_by("pk")[EmbargoAccess.objects.count() :]
    Picture.objects.bulk_create(
        Picture(name=text.title, key=f"k{text.pk}", size=1, width=60, height=40) for text in texts
    )
    Recording.objects.bulk_create(
        Recording(title={"en": text.title}, key=f"k{text.pk}", url=f"https://example.org/{text.pk}")
        for text in texts
    )
    Mention.objects.bulk_create(
        Mention(
            edition=text, kind=Mention.Kind.PICTURE, subject=picture.pk, order=text.release.order
        )
        for text in texts.select_related("release")
    )
    quotes = dict(Quote.objects.values_list("edition", "pk"))
    kinds = ContentType.objects.get_for_models(Document, Edition, Quote)
    documents = Document.objects.bulk_create(
        Document(title=text.title, url=f"https://example.org/{text.pk}") for text in texts
    )
    Proposal.objects.bulk_create(
        Proposal(
            content_type=kinds[Document],
            object_id=document.pk,
            drawn_from=1,
            changes={},
            by=by,
            state=Proposal.State.ACCEPTED,
        )
        for document in documents
    )
    Reprint.objects.bulk_create(
        Reprint(content_type=kinds[Document], object_id=document.pk, by=by, approved_at=BEGIN)
        for document in documents
    )
    accesses = EmbargoAccess.objects.bulk_create(
        EmbargoAccess(release=text.release, email="a@example.org", digest=f"{text.pk:064}")
        for text in texts.select_related("release")
    )
    Opening.objects.bulk_create(
        Opening(access=access, edition=text) for access, text in zip(accesses, texts, strict=True)
    )
    Step.objects.bulk_create(
        Step(edition=text, kind=Step.Kind.APPROVED, by=by, at=BEGIN) for text in texts
    )
    LogEntry.objects.bulk_create(
        LogEntry(
            content_type=kinds[model],
            object_pk=str(key),
            object_id=key,
            cid=f"edition {text.pk}",
            action=LogEntry.Action.CREATE,
            changes={"key": ["None", "k"]},
        )
        for text in texts
        for model, key in ((Edition, text.pk), (Quote, quotes[text.pk]))
    )


def desk_addresses(archive, picture):
    """Every list of the desk with its ways to narrow it, and forms of what many texts name."""
    office, topic = archive.common
    edition = Edition.objects.get(title=f"Release {FEW // 2}")
    meeting = Meeting.objects.get(names__en=f"Talks {FEW // 2}")
    named = [office, office.person, office.organisation, topic, meeting, archive.plan, picture]
    named.append(archive.film)
    person = f"/admin/releases/person/{office.person_id}/"
    found = {"/admin/", "/admin/auditlog/logentry/", f"{person}print-anew/"}
    for record in [edition, edition.release, *named]:
        form = f"/admin/releases/{record._meta.model_name}/{record.pk}/"
        found |= {f"{form}change/", f"{form}history/", f"{form}delete/"}
    lists = ["pressrelease", "edition", "embargoaccess", "proposal", "reprint"]
    for name in [*lists, *(record._meta.model_name for record in named)]:
        found |= {f"/admin/releases/{name}/", f"/admin/releases/{name}/?q=nothing"}
    narrowed = {
        "pressrelease": [
            *(f"state={state}" for state in ("public", "scheduled", "held", "in_review", "draft")),
            *("state=open", "state=removed", "year=2024", "year=2024&state=public"),
            *("kind__exact=statement", "q=2024/0001", "q=2024/0001&state=public"),
        ],
        "edition": [
            *("todo=mine", "todo=draft", "todo=in_review", "todo=correction", "todo=behind"),
            *("todo=unconfirmed", "language__exact=fr", "q=2024/0001"),
        ],
        "meeting": ["status__exact=cancelled", "year=2024"],
        "document": ["kind__exact=report"],
        "picture": ["rights__exact=none", "q=k100"],
        "recording": ["kind__exact=sound", "q=k100"],
        "proposal": ["state__exact=waiting"],
        "reprint": ["state=waiting"],
        "embargoaccess": ["mail=failed", f"release__id__exact={edition.release_id}"],
    }
    for name, queries in narrowed.items():
        found |= {f"/admin/releases/{name}/?{query}" for query in queries}
    chosen = {"pressrelease": "topics", "quote": "meeting", "outcome": "document"}
    choices = "/admin/autocomplete/?app_label=releases&model_name={}&field_name={}&term={}"
    return found | {
        choices.format(*field, term) for field in chosen.items() for term in ("", "nothing")
    }


def test_no_page_of_the_desk_takes_more_steps_in_a_long_archive(client):
    archive, editor, picture = Archive(), make_editor(), make_picture()
    client.force_login(editor)
    archive.fill(2 * MOST)  # half of them with a meeting: so far rows are counted
    leave_traces(editor, picture)
    found = desk_addresses(archive, picture)
    before = {address: cost(client, address) for address in found}

    archive.fill(5 * MOST)
    leave_traces(editor, picture)

    assert grown(client, found, before) == {}
