"""What an answer costs the database: never more because the archive is longer."""

from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import count

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.db.models import QuerySet

from releases.models import (
    Address,
    Appointment,
    Document,
    Edition,
    Enclosure,
    Intake,
    Meeting,
    Organisation,
    Participation,
    Person,
    PressRelease,
    Quote,
    Topic,
)
from tests.builders import (
    YESTERDAY,
    instant,
    make_document,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_topic,
)

pytestmark = pytest.mark.django_db

SAID = "<p>The minister said: “We will act.”</p>"
DAY = timedelta(days=1)
FEW, MANY = 20, 400

UNKNOWN = [
    "/nonsense",
    "/en/nothing/here/",
    "/2026/9999",
    "/en/releases/2021/03/30/never/",
    "/en/releases/2021/03/30/never/versions/1/",
    "/en/quotes/never/",
    "/en/meetings/never/",
    "/en/people/never/",
    "/en/topics/never/",
    "/en/organisations/never/",
    f"/documents/{'0' * 64}/plan.pdf",
    "/en/releases/?topic=never",
    "/en/releases/?person=never",
    "/en/releases/?meeting=never",
    "/en/releases/?kind=never",
    "/en/embargo/never/",
    "/sitemap-releases-1900-01.xml",
    "/sitemap-never.xml",
]

numbers = count(1)


def insert(model, rows):
    """Rows as they are, past what `save()` refuses and fills in: of an archive made long ago."""
    return QuerySet(model).bulk_create(rows)


def make_archive(size):
    """
    `size` public releases, one a day, each with a text, a quote, a meeting with its chair, a
    topic, an organisation, a document and the address it had elsewhere.
    """
    own = [next(numbers) for _ in range(size)]
    instants = [YESTERDAY - DAY * n for n in own]
    topics = insert(Topic, [Topic(names={"en": f"T {n}"}, slug=f"t-{n}") for n in own])
    bodies = insert(
        Organisation, [Organisation(names={"en": f"O {n}"}, slug=f"o-{n}") for n in own]
    )
    people = insert(Person, [Person(name=f"P {n}", slug=f"p-{n}") for n in own])
    offices = insert(
        Appointment,
        [
            Appointment(
                person=person, organisation=body, titles={"en": "M"}, since=date(2000, 1, 1)
            )
            for person, body in zip(people, bodies, strict=True)
        ],
    )
    meetings = insert(
        Meeting,
        [
            Meeting(
                names={"en": f"M {n}"},
                slug=f"m-{n}",
                starts_on=at.date(),
                begins_at=at,
                over_at=at,
                order=n,
            )
            for n, at in zip(own, instants, strict=True)
        ],
    )
    insert(
        Participation,
        [
            Participation(meeting=meeting, appointment=office, capacity="chair")
            for meeting, office in zip(meetings, offices, strict=True)
        ],
    )
    releases = insert(
        PressRelease,
        [
            PressRelease(status="approved", reference=f"{at.year}/{n:04}", publish_at=at)
            for n, at in zip(own, instants, strict=True)
        ],
    )
    editions = insert(
        Edition,
        [
            Edition(
                release=release,
                language="en",
                title=f"E {n}",
                slug=f"e-{n}",
                body=SAID,
                visible_from=at,
                public_since=at,
            )
            for n, at, release in zip(own, instants, releases, strict=True)
        ],
    )
    insert(
        Quote,
        [
            Quote(edition=edition, words="We will act.", speaker=office.person, appointment=office)
            for edition, office in zip(editions, offices, strict=True)
        ],
    )
    plans = insert(
        Document, [Document(title=f"D {n}", file=f"d-{n}.pdf", sha256=f"{n:064x}") for n in own]
    )
    insert(
        Enclosure,
        [
            Enclosure(edition=edition, document=plan)
            for edition, plan in zip(editions, plans, strict=True)
        ],
    )
    insert(
        Intake,
        [
            Intake(path=f"/old/{n}", release=release)
            for n, release in zip(own, releases, strict=True)
        ],
    )
    of_release = PressRelease.meetings.through, PressRelease.topics.through
    for through, others in zip(of_release, (meetings, topics), strict=True):
        name = through._meta.get_field("pressrelease").name
        other = next(f.name for f in through._meta.fields if f.name not in ("id", name))
        pairs = zip(releases, others, strict=True)
        insert(through, [through(**{name: release, other: record}) for release, record in pairs])
    subjects = [*topics, *bodies, *people, *meetings]
    insert(
        Address,
        [
            Address(scope=record._meta.model_name, slug=record.slug, owner=record.pk)
            for record in subjects
        ],
    )
    insert(
        Address,
        [
            Address(scope=release.day.isoformat(), slug=edition.slug, owner=release.pk)
            for release, edition in zip(releases, editions, strict=True)
        ],
    )

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as the database does by itself


@contextmanager
def work():
    """
    Counts what the database does, as the one item of a list: the steps SQLite's virtual
    machine takes, the rows PostgreSQL looks at.
    """
    done = [0]
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        with connection.execute_wrapper(partial(_explained, done)):
            yield done
        return

    def one_more():
        done[0] += 1

    connection.connection.set_progress_handler(one_more, 1)
    try:
        yield done
    finally:
        connection.connection.set_progress_handler(None, 0)


def _explained(done, execute, sql, params, many, context):
    """Runs each question twice: once to have PostgreSQL say which rows it looks at."""
    if sql.startswith("SELECT"):
        with connection.connection.cursor() as cursor:
            # A table of some hundred rows is read whole where there is an index, being short.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
            [[[plan]]] = cursor.fetchall()
        done[0] += _rows(plan["Plan"])
    return execute(sql, params, many, context)


def _rows(plan):
    seen = [value for name, value in plan.items() if name == "Actual Rows" or "Removed" in name]
    return sum(seen) * plan["Actual Loops"] + sum(map(_rows, plan.get("Plans", ())))


def cost(client, address):
    with work() as done:
        response = client.get(address)
        b"".join(response)
    return response.status_code, done[0]


def grown(client, addresses, status):
    """The addresses that cost the database more with many releases than with few."""
    make_archive(FEW)
    before = {address: cost(client, address) for address in addresses}
    make_archive(MANY)
    after = {address: cost(client, address) for address in addresses}
    assert {code for code, __ in (*before.values(), *after.values())} == {status}
    return {
        address: (before[address][1], after[address][1])
        for address in addresses
        if after[address][1] > before[address][1] * 1.5 + 10
    }


def test_an_unknown_address_costs_no_more_in_a_long_archive(client):
    assert grown(client, UNKNOWN, 404) == {}


def test_what_is_hidden_costs_no_more_in_a_long_archive(client):
    plan = make_document(file=ContentFile(b"%PDF-1.7", name="plan.pdf"))
    edition = make_edition(
        release__publish_at=instant(2041, 5, 6, 15),
        body=SAID,
        topics=[make_topic("Later")],
        meetings=[make_meeting("Later", organiser=make_organisation("Later"))],
        documents=[plan],
    )
    quote = make_quote(edition, speaker=make_person("Later"))
    named = [edition, quote, plan]
    hidden = [record.get_absolute_url() for record in named]
    hidden += [f"/en/{kind}/later/" for kind in ("meetings", "people", "topics", "organisations")]
    hidden += [f"/en/releases/?{kind}=later" for kind in ("meeting", "person", "topic")]

    assert grown(client, [*hidden, edition.get_version_url(), "/2041/0001"], 404) == {}
