"""
Whatever the press office does, and in whatever order, the newsroom says what the plain
definition says: see tests/plain_gate.py.
"""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, event, example, given, settings

from releases.models import (
    Edition,
    Meeting,
    Mention,
    Moment,
    Person,
    Picture,
    Quote,
    Recording,
    Showing,
    Topic,
)
from releases.text.languages import languages
from tests.plain_gate import PlainGate, best, rows, standing
from tests.slow.office import MINUTE, Act, Office, histories

pytestmark = pytest.mark.django_db

ASKED = [0, 3, 90, 500]  # minutes from now
STEPS = ["ever_public", "readable", "reachable"]

STOPPED = [Act.always("publish"), Act.always("stop")]
FROZEN = [Act.always("publish"), Act.always("freeze"), Act.always("correct", wait=2)]
REMOVED_WHILE_STOPPED = [*STOPPED, Act.always("remove", wait=5)]
WITHDRAWN_WHILE_FROZEN = [*FROZEN, Act.always("remove", way=2)]
CORRECTED_WHILE_STOPPED = [*STOPPED, Act.always("correct", way=1), Act.always("lift", wait=30)]


@settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=histories(longest=10))
@example(history=REMOVED_WHILE_STOPPED)
@example(history=WITHDRAWN_WHILE_FROZEN)
@example(history=CORRECTED_WHILE_STOPPED)
def test_the_gate_says_what_its_plain_definition_says(history, time_machine):
    with transaction.atomic():
        office = Office(time_machine)
        for act in history:
            office.go_to(act)
            if done := office.do(act):
                event(done)
                plain = PlainGate()
                for at in [office.now + minutes * MINUTE for minutes in ASKED]:
                    assert said_by_the_gate(at) == said_plainly(plain, at), f"at {at}"
                check_rows(plain)
                check_mentions(plain)
        transaction.set_rollback(True)


def said_by_the_gate(at):
    """Keys by question, each as often as it is answered: what is given twice is shown twice."""
    moment = Moment.of(at)
    found = {name: getattr(Edition.objects, name)(moment) for name in STEPS}
    found |= {"topics": Topic.objects.public(moment), "people": Person.objects.public(moment)}
    found |= {"meetings": Meeting.objects.public(moment)}
    found |= {"pictures": Picture.objects.public(moment)}
    found |= {"recordings": Recording.objects.public(moment)}
    keys = {name: sorted(rows.values_list("pk", flat=True)) for name, rows in found.items()}
    for code, __ in languages():
        listed = Showing.objects.listed(code, moment)
        keys[code] = sorted(listed.values_list("edition", flat=True))
        quotes = Quote.objects.listed(code, moment)
        keys[f"quotes, {code}"] = sorted(quotes.values_list("pk", flat=True))
    return {"limit": moment.limit} | keys


def said_plainly(plain, at):
    found = {name: getattr(plain, name)(at) for name in STEPS}
    found |= {"topics": plain.topics(at), "people": plain.people(at)}
    found |= {"meetings": plain.meetings(at), "pictures": plain.pictures(at)}
    found |= {"recordings": plain.recordings(at)}
    for code, __ in languages():
        found[code] = plain.for_readers(code, at)
        found[f"quotes, {code}"] = plain.quotes_in(found[code])
    keys = {name: sorted(row.id for row in rows) for name, rows in found.items()}
    return {"limit": plain.limit(at)} | keys


def check_rows(plain):
    """Who is shown what is written in rows that touch, never overlap, and follow from the texts."""
    stored = rows(Showing)
    for release in plain.releases.values():
        texts = [e for e in plain.editions if e.release_id == release.id and e.visible_from]
        assert release.public_from == min((t.visible_from for t in texts), default=None)
        if release.removal not in ("", "withdrawn"):
            texts = []
        for reader, __ in languages():
            own = [row for row in stored if (row.release_id, row.reader) == (release.id, reader)]
            check_rows_of_a_reader(release, texts, own)


def check_rows_of_a_reader(release, texts, own):
    own.sort(key=lambda row: row.visible_from)
    ends = [row.visible_until for row in own]
    assert ends == [row.visible_from for row in own[1:]] + [None] * bool(own)
    assert [row.visible_from for row in own[:1]] == [release.public_from] * bool(texts)
    for row in own:
        [text] = [text for text in texts if text.id == row.edition_id]
        assert row.own == (text.language == row.reader)
        assert (row.kind, row.listed) == (release.kind, not release.removal)
    # Between these instants nothing changes.
    for at in [cut for text in texts for cut in (text.visible_from, text.visible_until) if cut]:
        [row] = standing(own, at)
        assert row.edition_id == best(standing(texts, at), row.reader).id


def check_mentions(plain):
    """A text that is approved names what it has printed, and no other text names anything."""
    stored = {(row.edition_id, row.kind, row.subject) for row in rows(Mention)}
    expected = set()
    for edition in plain.editions:
        quotes = plain.quotes_in([edition])
        if edition.visible_from is None:
            assert not edition.printed
            assert not any(quote.printed for quote in quotes)
        for printed in [edition.printed, *(quote.printed for quote in quotes)]:
            expected |= {(edition.id, kind, key) for kind, key in named_in(printed)}
    assert stored == expected


KINDS = {"topics": "t", "documents": "d", "alternative": "d", "contacts": "c", "meetings": "m"}
KINDS |= {"meeting": "m", "organiser": "o", "organisation": "o", "appointment": "a"}
KINDS |= {"person": "p", "speaker": "p", "pictures": "i", "recordings": "r"}


def named_in(printed):
    """Kind and key of all that a record that was printed names, by what leads to it."""
    for name, value in printed.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                # The alternative of a document is another one, that of a picture a text.
                if name in KINDS and one.get("id"):
                    yield KINDS[name], one["id"]
                yield from named_in(one)
