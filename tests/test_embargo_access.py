"""Access under embargo: one journalist, one link, for as long as there is something to open."""

import hashlib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import transaction

from releases.models import EmbargoAccess, Mail, PressRelease
from releases.review import emergency_stop
from tests.builders import (
    approve,
    begin_correction,
    instant,
    make_access,
    make_edition,
    make_freeze,
    make_release,
    make_staff,
)

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
HOUR = timedelta(hours=1)
DUE = NOON + 2 * HOUR


@pytest.fixture(autouse=True)
def clock(time_machine):
    """Noon, standing still until moved."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def editor():
    return make_staff("Editor")


@pytest.fixture
def access():
    text = approve(make_edition(draft=True, title="Council meets"), at=DUE)
    return make_access(text.release)


@pytest.fixture
def send(editor):
    """Send an access its link and have it mailed; returns the token of the link."""

    def send(access, by=editor):
        token = begin_to_send(access, by)
        call_command("send_mail")
        return token

    return send


def begin_to_send(access, by):
    """The token of a link that waits to be mailed."""
    tokens = []

    def address_of(token):
        tokens.append(token)
        return f"https://press.example.org/embargo/{token}/"

    access.send(by, address_of)
    return tokens[0]


def opens(token):
    return EmbargoAccess.objects.open().for_token(token).exists()


def stored(record):
    return type(record).objects.get(pk=record.pk)


# The link


def test_only_a_digest_of_the_link_is_kept(access, send):
    token = send(access)

    row = EmbargoAccess.objects.filter(pk=access.pk).values().get()
    assert row["digest"] == hashlib.sha256(token.encode()).hexdigest()
    assert len(token) >= 43
    assert not [name for name, value in row.items() if token in str(value)]
    assert list(EmbargoAccess.objects.for_token(token)) == [access]
    assert not EmbargoAccess.objects.for_token(row["digest"]).exists()


def test_an_access_nobody_was_sent_opens_with_no_link(access):
    assert access.digest
    for token in ("", access.digest, "None"):
        assert not EmbargoAccess.objects.for_token(token).exists()


def test_a_fresh_link_closes_the_earlier_one_and_asks_for_the_terms_again(access, send):
    first = send(access)
    access.accept()
    assert opens(first)

    second = send(stored(access))

    assert not opens(first)
    assert opens(second)
    assert stored(access).accepted_at is None


def test_the_terms_are_accepted_once(access, clock):
    access.accept()
    clock.move_to(NOON + HOUR)
    access.accept()

    assert stored(access).accepted_at == NOON


# What opens


def test_a_link_opens_until_it_expires(access, send, clock):
    access.expires_at = NOON + HOUR
    access.save()
    token = send(access)

    assert opens(token)
    clock.move_to(NOON + HOUR)
    assert not opens(token)
    assert EmbargoAccess.objects.open(NOON + HOUR - timedelta(seconds=1)).exists()


def test_a_link_opens_until_it_is_revoked(access, send, editor):
    token, other = send(access), send(make_access(access.release))

    access.revoke(editor)

    assert stored(access).revoked_at == NOON
    assert not opens(token)
    assert opens(other)


def test_a_link_opens_while_the_release_is_on_the_schedule(access, send, editor):
    token = send(access)

    stored(access.release).unschedule(editor)

    assert not opens(token)
    assert access.text() is None


def test_a_link_opens_after_the_instant_until_the_release_is_removed(access, send, editor, clock):
    token = send(access)
    clock.move_to(DUE)
    assert opens(token)

    stored(access.release).remove(editor, "withdrawn", {"en": "Old."})

    assert not opens(token)


def test_a_stop_holds_what_a_link_leads_to_until_it_is_lifted(access, editor):
    assert not access.is_stopped(NOON)

    stop = emergency_stop.stop(editor, "The wrong text.")
    assert access.is_stopped(NOON)
    emergency_stop.lift(stop, editor, {access.text().pk: True})

    assert not access.is_stopped(NOON)


def test_a_link_opens_in_a_freeze(access, send, clock):
    token = send(access)
    make_freeze(NOON + HOUR, NOON + 9 * HOUR)
    clock.move_to(DUE)

    assert opens(token)
    assert access.release.is_scheduled


def test_nothing_opens_to_a_release_that_is_not_approved():
    make_access(make_release())
    make_access(make_edition(draft=True).release)

    assert not EmbargoAccess.objects.open().exists()


# What is shown


def test_a_journalist_reads_the_own_language_or_another_one(access):
    english = access.release.editions.get()
    french = approve(make_edition(access.release, draft=True, language="fr"))
    make_edition(access.release, draft=True, language="nl")

    for language, text in (("en", english), ("fr", french), ("nl", english), ("de", english)):
        access.language = language
        assert access.text() == text, language


def test_a_journalist_reads_no_correction_before_it_is_public(access, clock):
    first = access.release.editions.get()
    clock.move_to(DUE)
    approve(begin_correction(first), at=DUE + HOUR)

    assert access.text() == first


def test_a_draft_is_shown_to_nobody():
    access = make_access(make_edition(draft=True).release)

    assert access.text() is None


# Sending


def test_a_link_is_mailed_once_the_access_is_saved(access, send, editor):
    token = send(access)

    [message] = mail.outbox
    assert message.to == [access.email]
    assert f"https://press.example.org/embargo/{token}/" in message.body
    assert "Council meets" not in message.subject
    access = stored(access)
    assert (access.mailed_at, access.mail.error, access.given_by) == (NOON, "", editor)


def test_the_earlier_link_works_until_the_mail_server_has_the_fresh_one(
    access, send, editor, settings
):
    first = send(access)
    access.accept()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    second = begin_to_send(stored(access), editor)
    call_command("send_mail")

    assert opens(first)
    assert stored(access).accepted_at == NOON
    assert "refused" in stored(access).mail.error
    assert list(EmbargoAccess.objects.failed()) == [access]

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Mail.objects.update(due_at=NOON)
    call_command("send_mail")

    assert not opens(first)
    assert opens(second)
    assert not EmbargoAccess.objects.failed().exists()


def test_of_two_links_that_wait_only_the_later_is_mailed(access, editor):
    first, second = (begin_to_send(stored(access), editor) for _ in range(2))

    call_command("send_mail")

    [message] = mail.outbox
    assert second in message.body
    assert not opens(first)
    assert opens(second)


def test_a_link_that_waits_is_not_mailed_once_the_access_is_revoked(access, editor):
    token = begin_to_send(access, editor)

    stored(access).revoke(editor)
    call_command("send_mail")

    assert mail.outbox == []
    assert not opens(token)


def test_no_mail_goes_out_where_the_access_is_not_saved(access, editor):
    with transaction.atomic():
        begin_to_send(access, editor)
        transaction.set_rollback(True)

    call_command("send_mail")

    assert mail.outbox == []


def test_no_link_is_sent_that_would_not_open(access, editor):
    public = make_access(make_edition().release)
    draft = make_access(make_release())
    expired = make_access(access.release, expires_at=NOON)
    revoked = make_access(access.release)
    before = stored(revoked)
    revoked.revoke(editor)

    for closed in (public, draft, expired, revoked, before):
        digest = closed.digest
        with pytest.raises(ValidationError):
            closed.send(editor, str)
        assert stored(closed).digest == digest
    assert stored(revoked).revoked_at == NOON


def test_who_may_not_give_access_neither_sends_nor_revokes(access):
    for user in (make_staff("Writer"), make_staff("Translator", languages=["en"]), make_staff()):
        with pytest.raises(PermissionDenied):
            access.send(user, str)
        with pytest.raises(PermissionDenied):
            access.revoke(user)
    access.send(make_staff("Editor"), str)
    access.revoke(make_staff("Editor"))


def test_an_access_does_not_begin_expired(access):
    late = EmbargoAccess(
        release=access.release, name="Ann", outlet="B", email="a@example.org", expires_at=NOON
    )
    with pytest.raises(ValidationError, match="This time has passed"):
        late.full_clean()


def test_an_address_has_one_access_to_a_release(access):
    other = EmbargoAccess(
        release=access.release, name="Ann", outlet="B", email=access.email, language="en"
    )
    with pytest.raises(ValidationError, match="has access already"):
        other.full_clean()


def test_openings_are_counted(access):
    for _ in range(2):
        access.openings.create(edition=access.text())
    make_access(access.release)

    counted = EmbargoAccess.objects.with_openings().order_by("pk")
    assert [row.opened for row in counted] == [2, 0]
    assert PressRelease.objects.get().accesses.count() == 2
