"""Reading a release before its instant: the link, the terms, the text, the mail, the desk."""

import hashlib
import secrets
import socket
from datetime import timedelta
from email import message_from_bytes, policy
from functools import partial
from itertools import product

import pytest
from aiosmtpd.controller import Controller
from auditlog.models import LogEntry
from django.core import mail
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from releases.models import EmbargoAccess, Freeze, Mail, Opening, PressRelease
from releases.review import emergency_stop
from tests.builders import (
    instant,
    make_appointment,
    make_document,
    make_edition,
    make_identity,
    make_mail,
    make_meeting,
    make_organisation,
    make_quote,
    make_staff,
    make_topic,
)
from tests.forms import craft, form_in, form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12, 0)
EMBARGO = instant(2031, 5, 6, 15, 0)
SECRET = "Zanzibar"
LIST = "/admin/releases/embargoaccess/"
ADD = f"{LIST}add/"


@pytest.fixture(autouse=True)
def _at_noon(time_machine):
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def release():
    return make_edition(
        release__publish_at=EMBARGO,
        visible_from=NOON,
        title=f"{SECRET} agreement signed",
        body=f"<p>All of {SECRET} agreed.</p>",
    ).release


def make_access(release, language="en", **values):
    """An access and the address of its link."""
    token = secrets.token_urlsafe(32)
    access = EmbargoAccess.objects.create(
        release=release,
        language=language,
        digest=hashlib.sha256(token.encode()).hexdigest(),
        **{
            "name": "Nellie O'Bly",
            "outlet": "The World & Co",
            "email": f"{secrets.token_hex(4)}@world.example",
        }
        | values,
    )
    return access, f"/{language}/embargo/{token}/"


def accepted(release, **values):
    return make_access(release, accepted_at=NOON, **values)


# The link


def test_the_terms_say_for_whom_and_until_when_and_nothing_of_the_release(client, release):
    link = make_access(release)[1]

    response = client.get(link)

    page = response.content.decode()
    assert response.status_code == 200
    for said in (
        "Nellie O&#x27;Bly",
        "The World &amp; Co",
        "6 May 2031, 15:00 CEST (UTC+02:00; 13:00 UTC)",
        "I accept the terms",
    ):
        assert said in page
    for hidden in (SECRET, release.get_kind_display(), "agreement"):
        assert hidden not in page


def test_only_the_button_accepts_the_terms(client, release):
    access, link = make_access(release)

    for method in (client.get, client.head, client.options):
        method(link)
    access.refresh_from_db()
    assert access.accepted_at is None
    assert not Opening.objects.exists()

    response = form_on(client, link, "I accept the terms").post()
    assert (response.status_code, response["Location"]) == (302, link)
    access.refresh_from_db()
    assert access.accepted_at == NOON
    assert SECRET in client.get(link).content.decode()


def test_the_terms_are_accepted_without_cookies_or_an_origin(release):
    form = form_on(Client(enforce_csrf_checks=True), make_access(release)[1])

    response = form.post(headers={"origin": "null"})

    assert response.status_code == 302
    assert not response.cookies


def test_the_first_acceptance_counts(client, release, time_machine):
    access, link = make_access(release)

    form = form_on(client, link)
    form.post()
    time_machine.move_to(NOON + timedelta(hours=1), tick=False)
    form.post()

    access.refresh_from_db()
    assert access.accepted_at == NOON


def test_the_text_stands_under_a_banner_with_its_instant(client, release):
    page = client.get(accepted(release)[1]).content.decode()

    assert f"{SECRET} agreement signed</h1>" in page
    assert f"All of {SECRET} agreed." in page
    assert "6 May 2031, 15:00 CEST (UTC+02:00; 13:00 UTC)" in page
    assert "in 3\xa0hours" in page
    assert "Nellie O&#x27;Bly, The World &amp; Co" in page


def test_the_head_of_the_page_tells_nothing_to_programs_that_unfold_links(client, release):
    head = client.get(accepted(release)[1]).content.decode().partition("</head>")[0]

    assert "Under embargo" in head
    assert SECRET not in head
    assert "og:" not in head
    assert "canonical" not in head
    assert 'content="noindex, nofollow"' in head


def test_the_instant_is_said_in_the_language_of_the_page(client, release):
    link = accepted(release, language="fr")[1]

    assert "6 mai 2031 15:00 CEST (UTC+02:00; 13:00 UTC)" in client.get(link).content.decode()


def test_an_instant_that_is_another_day_in_universal_time_says_so(client):
    release = make_edition(release__publish_at=instant(2031, 5, 7, 0, 30)).release

    page = client.get(make_access(release)[1]).content.decode()

    assert "7 May 2031, 00:30 CEST (UTC+02:00; 6 May 2031, 22:30 UTC)" in page


def test_a_freeze_that_holds_the_release_is_said(client, release, time_machine):
    Freeze.objects.create(
        starts_at=instant(2031, 5, 6, 14, 0),
        ends_at=instant(2031, 5, 8, 18, 0),
        public_reason={"en": "National mourning"},
        internal_reason="The king is ill",
    )
    unread, text = make_access(release)[1], accepted(release)[1]

    for hour, left in ((12, "2\xa0days, 6\xa0hours"), (16, "2\xa0days, 2\xa0hours")):
        time_machine.move_to(instant(2031, 5, 6, hour, 0), tick=False)
        for link in (unread, text):
            page = client.get(link).content.decode()
            assert "It was planned for 6 May 2031, 15:00 CEST" in page
            assert "before 8 May 2031, 18:00 CEST (UTC+02:00; 16:00 UTC)" in page
            assert "National mourning" in page
            assert "king" not in page
        assert f"in {left}" in page

    time_machine.move_to(instant(2031, 5, 8, 18, 0), tick=False)
    assert client.get(text).status_code == 302


def test_a_freeze_that_is_over_before_the_instant_is_not_said(client, release):
    Freeze.objects.create(
        starts_at=instant(2031, 5, 6, 13, 0),
        ends_at=instant(2031, 5, 6, 14, 0),
        public_reason={"en": "Election"},
        internal_reason="Vote",
    )

    assert "It was planned for" not in client.get(accepted(release)[1]).content.decode()


def test_the_other_approved_languages_are_offered(client, release):
    make_edition(release, language="fr", visible_from=NOON, title="Accord signé")
    make_edition(release, language="nl", draft=True, title="Akkoord getekend")
    link = accepted(release)[1]
    french = link.replace("/en/", "/fr/")

    page = client.get(link).content.decode()
    assert f'href="{french}"' in page
    assert "Accord signé" not in page
    response = client.get(f"{link}?language=fr")
    assert (response.status_code, response["Location"]) == (302, french)
    assert response["Cache-Control"] == "private, no-store"
    assert "Accord signé" in client.get(french).content.decode()
    for language in ("nl", "xx", "../.."):
        assert client.get(link, {"language": language}).status_code == 404
    assert [o.edition.language for o in Opening.objects.order_by("pk")] == ["en", "fr"]


def test_a_language_that_has_no_text_shows_the_journalists_own(client, release):
    make_edition(release, language="fr", visible_from=NOON, title="Accord signé")
    make_edition(release, language="nl", draft=True, title="Akkoord getekend")
    link = accepted(release, language="fr")[1]

    page = client.get(link.replace("/fr/", "/nl/")).content.decode()

    assert "Accord signé" in page
    assert "Akkoord" not in page


def test_names_lead_to_no_page_that_is_not_there_yet(client):
    organisation = make_organisation(f"{SECRET} coalition")
    office = make_appointment(organisation=organisation)
    meeting = make_meeting(f"{SECRET} summit", organiser=organisation)
    meeting.participations.create(appointment=office)
    meeting.participations.create(organisation=organisation)
    edition = make_edition(
        release__publish_at=EMBARGO,
        body="<p>“We will act.”</p>",
        topics=[make_topic(f"{SECRET} affairs")],
        meetings=[meeting],
        documents=[
            make_document(file=ContentFile(b"%PDF-1.7", name="plan.pdf")),
            make_document("Report", url="https://un.example/report"),
        ],
    )
    make_quote(edition, "We will act.", appointment=office)
    link = accepted(edition.release)[1]

    page = client.get(link).content.decode()

    article = page.partition("<article")[2].partition("</article>")[0]
    links = [part.split('"')[1] for part in article.split("<a href=")[1:]]
    assert 'href="/' not in article
    assert [link for link in links if not link.startswith("#")] == ["https://un.example/report"]
    assert 'href="https://un.example/report"' in article
    for name in (
        f"{SECRET} coalition",
        str(office.person),
        f"{SECRET} summit",
        f"{SECRET} affairs",
        "We will act.",
        "Plan",
        edition.release.get_absolute_url(),
    ):
        assert name in article


def test_every_opening_of_the_text_is_noted(client, release):
    access, link = accepted(release)

    client.get(link, headers={"user-agent": "Mozilla " + "x" * 400})
    client.get(link)
    client.head(link)

    openings = list(access.openings.order_by("pk"))
    assert [(o.at, o.edition.release) for o in openings] == [(NOON, release)] * 3
    assert [o.method for o in openings] == ["GET", "GET", "HEAD"]
    assert openings[0].agent == ("Mozilla " + "x" * 400)[:300]


def test_from_its_instant_the_link_leads_to_the_public_page(client, release, time_machine):
    french = make_edition(release, language="fr", visible_from=NOON, slug="accord")
    read, unread = accepted(release, language="fr")[1], make_access(release, language="de")[1]
    time_machine.move_to(EMBARGO, tick=False)

    response = client.get(read)
    assert (response.status_code, response["Location"]) == (302, french.canonical_url)
    assert response["Cache-Control"] == "private, no-store"
    assert client.get(read.replace("/fr/", "/en/"))["Location"] == french.canonical_url
    assert client.get(unread)["Location"].startswith("/de/releases/2031/05/06/")
    for method in (client.get, partial(craft, client), client.head):
        assert method(unread).status_code == 302
    assert not Opening.objects.exists()


def expired(release, access):
    EmbargoAccess.objects.filter(pk=access.pk).update(expires_at=NOON)


def revoked(release, access):
    access.revoke(make_staff("Editor"))


def unscheduled(release, access):
    release.unschedule(make_staff("Editor"))


def sent_again(release, access):
    access.send(make_staff("Editor"), address_of=str)
    call_command("send_mail")


@pytest.mark.parametrize(
    "close",
    [expired, revoked, unscheduled, sent_again],
    ids=lambda close: close.__name__,
)
def test_a_closed_link_is_like_an_address_that_has_never_been_there(client, release, close):
    access, link = accepted(release)
    assert client.get(link).status_code == 200

    close(release, access)

    never = f"/en/embargo/{secrets.token_urlsafe(32)}/"
    for method in (client.get, partial(craft, client), client.head, client.put):
        closed, unknown = method(link), method(never)
        assert closed.status_code == unknown.status_code
        assert closed.status_code == (405 if method == client.put else 404)
        assert dict(closed.items()) == dict(unknown.items())
        assert closed.content.replace(link.encode(), b"") == unknown.content.replace(
            never.encode(), b""
        )
        assert not closed.cookies
    assert Opening.objects.count() == 1


@pytest.mark.parametrize("kind", PressRelease.Removal.values)
def test_a_removed_release_opens_for_nobody(client, release, time_machine, kind):
    link = accepted(release)[1]
    time_machine.move_to(EMBARGO, tick=False)
    assert client.get(link).status_code == 302

    PressRelease.objects.filter(pk=release.pk).update(removal=kind, removed_at=EMBARGO)

    assert client.get(link).status_code == craft(client, link).status_code == 404


def test_a_stop_holds_the_text_back_and_says_that_the_embargo_stays(client, release):
    link, (unread, terms) = accepted(release)[1], make_access(release)
    emergency_stop.stop(make_staff("Editor"), "Wrong text")

    for method, address in product((client.get, partial(craft, client)), (link, terms)):
        response = method(address)
        page = response.content.decode()
        assert response.status_code == 200
        assert "The release is held back for now. The embargo stays:" in page
        assert SECRET not in page
        assert "Wrong text" not in page
    unread.refresh_from_db()
    assert unread.accepted_at is None
    assert not Opening.objects.exists()


def test_a_stop_that_is_lifted_opens_the_link_again(client, release):
    link = accepted(release)[1]
    editor = make_staff("Editor")
    stop = emergency_stop.stop(editor, "Wrong text")
    assert SECRET not in client.get(link).content.decode()

    emergency_stop.lift(stop, editor, {edition.pk: True for edition in emergency_stop.waiting()})

    assert SECRET in client.get(link).content.decode()


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "FOO"])
def test_a_link_takes_no_other_request_than_those_of_a_browser(client, release, method):
    access, link = accepted(release)

    response = client.generic(method, link)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")
    assert SECRET not in response.content.decode()
    assert not access.openings.exists()


@pytest.mark.parametrize(
    "address",
    [
        "{link}",
        "{link}?language=xx",
        "/en/embargo/never/",
        "/embargo/never/",
        "/en/embargo/never",
        "/en/embargo/",
        "/en/embargo/a/b/c",
        "/xx/embargo/never/",
    ],
)
@pytest.mark.parametrize("secure", [True, False])
def test_nothing_below_embargo_is_kept_by_anybody(client, release, settings, address, secure):
    settings.SECURE_SSL_REDIRECT = True
    access, link = accepted(release)
    for state in ("open", "closed"):
        for method in ("GET", "HEAD", "POST", "PUT"):
            response = client.generic(method, address.format(link=link), secure=secure)
            said = [response.get(n) for n in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")]
            assert said == ["private, no-store", "no-referrer", "noindex, nofollow"], (
                state,
                method,
            )
        access.revoke(make_staff("Editor"))


def test_an_error_while_a_link_is_read_is_kept_by_nobody(client, release, monkeypatch):
    link = accepted(release)[1]
    monkeypatch.setattr(EmbargoAccess, "texts", lambda access: 1 / 0)
    client.raise_request_exception = False

    response = client.get(link)

    assert response.status_code == 500
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("make", [make_access, accepted])
def test_an_open_link_is_kept_by_nobody_and_told_to_nobody(client, release, make):
    link = make(release)[1]

    for response in (client.get(link), client.head(link), craft(client, link)):
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert not response.has_header("ETag")
        assert not response.cookies


def test_only_a_digest_of_the_link_is_kept(release):
    access, links = make_access(release)[0], []

    access.send(make_staff("Editor"), address_of=lambda token: links.append(token) or token)
    call_command("send_mail")

    stored = EmbargoAccess.objects.values().get(pk=access.pk)
    assert len(links[0]) == 43  # 32 bytes
    assert not [value for value in stored.values() if links[0] in str(value)]
    assert links[0] in mail.outbox[0].body
    assert Mail.objects.get().body == ""


# The mail


class Post:
    """A mail server that keeps what it is given."""

    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 (aiosmtpd's name)
        self.taken.append(envelope)
        return "250 OK"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def post(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    post = Post()
    controller = Controller(post, hostname="127.0.0.1", port=settings.EMAIL_PORT)
    controller.start()
    yield post
    controller.stop()


@pytest.fixture
def desk(client):
    client.force_login(make_staff("Editor", username="editor"))
    return client


def access_form(desk, release, **values):
    """The form that gives somebody access to a release, filled in."""
    journalist = {
        "name": "Nellie O'Bly",
        "outlet": "The World & Co",
        "email": "nellie@world.example",
        "language": "en",
    }
    return form_on(desk, f"{ADD}?release={release.pk}", "_save").change(journalist | values)


def give(desk, release, **values):
    response = access_form(desk, release, **values).post()
    assert response.status_code == 302
    return desk.get(response["Location"]).content.decode()


def links_in(text):
    return [line for line in text.splitlines() if "/embargo/" in line]


def test_a_mail_arrives_whose_link_works(transactional_db, client, desk, release, post):
    publisher = "Prime Minister’s Office & Chancellery"
    make_identity(publishers={"en": publisher})

    page = give(desk, release, language="fr")

    assert "A link is on its way to nellie@world.example" in page
    assert "Waits to be mailed" in page
    call_command("send_mail")
    (envelope,) = post.taken
    assert envelope.rcpt_tos == ["nellie@world.example"]
    message = message_from_bytes(envelope.content, policy=policy.default)
    text = message.get_content()
    (link,) = links_in(text)
    assert link.startswith("http://testserver/fr/embargo/")
    assert link.encode() in envelope.content.splitlines()
    for said in (
        "Nellie O'Bly",
        "The World & Co",
        publisher,
        "6 mai 2031 15:00 CEST (UTC+02:00; 13:00 UTC)",
    ):
        assert said in text
    assert message["Subject"].endswith(publisher)
    for hidden in (SECRET, "agreement"):
        assert hidden not in str(message)
    client.logout()
    form_on(client, link.removeprefix("http://testserver")).post()
    assert SECRET in client.get(link.removeprefix("http://testserver")).content.decode()


def test_a_mail_says_whom_to_ask_when_it_ends_and_what_holds_it(release, settings):
    Freeze.objects.create(
        starts_at=instant(2031, 5, 6, 14, 0),
        ends_at=instant(2031, 5, 8, 18, 0),
        public_reason={"en": "National mourning"},
        internal_reason="The king is ill",
    )
    access = make_access(release, expires_at=instant(2031, 5, 7, 9, 0))[0]
    editor = make_staff("Editor")
    editor.email = "desk@press.example"

    access.send(editor, address_of=str)
    call_command("send_mail")

    text = mail.outbox[0].body
    assert "desk@press.example" in text
    assert "until:\n\n    8 May 2031, 18:00 CEST" in text
    assert "The link works until 7 May 2031, 09:00 CEST" in text
    assert "king" not in text
    assert "\n\n\n" not in text.strip()


@pytest.mark.parametrize(
    ("contact", "sentence"),
    [
        ("press@press.example", "Write to press@press.example."),
        ("", "Ask the press office of Press office."),
    ],
)
def test_a_mail_of_somebody_without_an_address_names_the_house(release, contact, sentence):
    make_identity(desk_email=contact)

    make_access(release)[0].send(make_staff("Editor"), address_of=str)
    call_command("send_mail")

    assert sentence in mail.outbox[0].body


def test_a_mail_that_fails_is_kept_and_shown_and_goes_later(
    transactional_db, desk, release, post, settings, time_machine
):
    open_port, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    give(desk, release)

    call_command("send_mail")

    failed = desk.get(f"{LIST}?mail=failed").content.decode()
    assert "The mail could not be sent yet: [Errno 111] Connection refused." in failed
    assert "It is tried again at 6 May 2031, 12:01." in failed
    assert EmbargoAccess.objects.get().mailed_at is None

    settings.EMAIL_PORT = open_port
    call_command("send_mail")
    assert post.taken == []  # not before its time
    later = NOON + timedelta(minutes=1)
    time_machine.move_to(later, tick=False)
    call_command("send_mail")

    assert len(post.taken) == 1
    assert EmbargoAccess.objects.get().mailed_at == later
    assert "Mailed on 6 May 2031, 12:01" in desk.get(LIST).content.decode()
    assert "nellie@world.example" not in desk.get(f"{LIST}?mail=failed").content.decode()


def test_an_address_no_mail_can_carry_fails_for_good(desk, release):
    access = make_access(release, email=f"nellie@{'ü' * 80}.example")[0]
    access.send(make_staff("Editor"), address_of=str)

    call_command("send_mail")

    page = desk.get(f"{LIST}?mail=failed").content.decode()
    assert "The mail could not be sent: " in page
    assert "label" in page
    assert (Mail.objects.get().due_at, Mail.objects.get().body) == (None, "")


def test_a_failed_mail_of_an_access_that_was_revoked_needs_no_care(desk, release):
    failed = make_mail(error="No route")
    make_access(release, name="Ida Wells", mail=failed)
    make_access(release, name="Nora Quoirin", mail=failed, revoked_at=NOON)
    make_access(release, name="Mary Ann")

    page = desk.get(f"{LIST}?mail=failed").content.decode()

    assert [n for n in ("Ida Wells", "Nora Quoirin", "Mary Ann") if n in page] == ["Ida Wells"]


# The desk

# Which button of a confirmation says yes.
YES = {"send": "Send a new link", "revoke": "Revoke"}
CONFIRMED = {"confirmed": "yes"}


def act(desk, access, what):
    """Send a new link or revoke it, and confirm."""
    address = reverse(f"admin:releases_embargoaccess_{what}", args=[access.pk])
    return form_on(desk, address, YES[what]).post(follow=True)


def test_the_form_offers_the_releases_that_wait(desk, release):
    make_edition(title="Public one", release__publish_at=NOON - timedelta(days=1))
    make_edition(title="Draft one", draft=True)

    page = desk.get(f"{ADD}?release={release.pk}").content.decode()

    assert f'<option value="{release.pk}" selected>{SECRET} agreement signed</option>' in page
    assert "Public one" not in page
    assert "Draft one" not in page


def test_a_release_that_does_not_wait_is_refused_with_a_sentence(desk, release):
    public = make_edition(release__publish_at=NOON - timedelta(days=1)).release

    for number in (public.pk, 0, "x", "9" * 30):
        page = desk.get(f"{ADD}?release={number}", follow=True).content.decode()
        assert "while a release is approved and waits for its time" in page
    response = access_form(desk, release).craft({"release": public.pk})
    assert "Select a valid choice" in response.content.decode()
    assert not EmbargoAccess.objects.exists()


def test_an_address_has_one_access_to_a_release(desk, release):
    make_access(release, email="nellie@world.example")

    page = access_form(desk, release).post().content.decode()

    assert "This address has access already: send the link again." in page
    assert EmbargoAccess.objects.count() == 1


def test_the_list_of_a_release_says_how_many_have_opened_it(desk, release):
    other = make_edition(release__publish_at=EMBARGO).release
    for number in range(3):
        access = make_access(release, name=f"Journalist {number}")[0]
        for _ in range(number):
            access.openings.create(edition=release.editions.get())
    make_access(other, name="Somebody else")

    page = desk.get(f"{LIST}?release__id__exact={release.pk}").content.decode()

    assert "Opened by 2 of 3" in page
    assert "Somebody else" not in page
    rows = [row.partition("</tr>")[0] for row in page.split("field-opened")[1:]]
    assert [row[2:3] for row in rows] == ["2", "1", "0"]
    assert page.count("6 May 2031, 12:00</td>") == 2
    every = desk.get(LIST).content.decode()
    assert "Opened by" not in every
    assert every.count(f"{SECRET} agreement signed</td>") == 3


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "Not sent yet"),
        ({"mailed_at": NOON}, "Mailed on 6 May"),
        ({"mailed_at": NOON, "accepted_at": NOON}, "Accepted on 6 May"),
        ({"accepted_at": NOON, "expires_at": NOON}, "Expired on 6 May"),
        ({"accepted_at": NOON, "expires_at": NOON, "revoked_at": NOON}, "Revoked on 6 May"),
    ],
)
def test_the_list_says_how_each_access_stands(desk, release, values, state):
    make_access(release, **values)

    page = desk.get(LIST).content.decode()

    assert f'<td class="field-state">{state}' in page


@pytest.mark.parametrize("of_one_release", [True, False])
def test_the_list_costs_the_same_for_one_and_for_thirty(desk, release, of_one_release):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            desk.get(f"{LIST}?release__id__exact={release.pk}" if of_one_release else LIST)
        return len(counted)

    make_access(release)
    one = queries()
    for _ in range(29):
        make_access(release)[0].openings.create(edition=release.editions.get())
    assert queries() == one


def test_of_an_access_only_its_end_can_be_changed(desk, release):
    access = make_access(release)[0]
    access.openings.create(edition=release.editions.get(), agent="Lynx/2.9")
    address = reverse("admin:releases_embargoaccess_change", args=[access.pk])

    page = desk.get(address).content.decode()
    assert "Lynx/2.9" in page
    assert 'name="expires_at' in page
    assert 'name="email"' not in page
    end = "2031-05-06T14:00"
    form_on(desk, address, "_save").change(expires_at=end).craft({"name": "X"})

    access.refresh_from_db()
    assert (access.name, access.expires_at) == ("Nellie O'Bly", instant(2031, 5, 6, 14, 0))


def test_an_access_is_revoked_once_it_is_confirmed(desk, client, release):
    access, link = accepted(release)

    asked = desk.get(reverse("admin:releases_embargoaccess_revoke", args=[access.pk]))
    assert "at once" in asked.content.decode()
    assert client.get(link).status_code == 200

    page = form_in(desk, asked, "Revoke").post(follow=True).content.decode()
    assert "Nellie O&#x27;Bly, The World &amp; Co opens nothing any more" in page
    assert client.get(link).status_code == 404
    change = LogEntry.objects.get_for_object(access).get(action=LogEntry.Action.UPDATE)
    assert (list(change.changes), str(change.actor)) == (["revoked_at"], "editor")


def test_who_lost_access_can_be_given_it_anew(desk, client, release):
    access, _ = accepted(release)
    act(desk, access, "revoke")

    values = {name: getattr(access, name) for name in ("name", "outlet", "email", "language")}
    access_form(desk, release, **values).post()

    assert release.accesses.filter(email=access.email).count() == 2


def test_a_new_link_closes_the_earlier_one_once_it_was_mailed(desk, client, release):
    access, link = accepted(release)

    act(desk, access, "send")
    assert client.get(link).status_code == 200
    call_command("send_mail")

    (fresh,) = links_in(mail.outbox[0].body)
    assert client.get(link).status_code == 404
    assert "I accept" in client.get(fresh.removeprefix("http://testserver")).content.decode()


@pytest.mark.parametrize(
    ("close", "sentence"),
    [
        (revoked, "This access has been revoked"),
        (expired, "This access has expired"),
        (unscheduled, "while the release is approved and waits for its time"),
    ],
)
def test_a_link_that_would_open_nothing_is_not_sent(desk, release, close, sentence):
    access = make_access(release)[0]
    close(release, access)

    page = act(desk, access, "send").content.decode()
    call_command("send_mail")

    assert sentence in page
    assert not mail.outbox


def test_several_are_sent_to_and_revoked_at_once(desk, release):
    first, second, third = (make_access(release)[0] for _ in range(3))
    third.revoke(make_staff("Editor"))

    def chosen(what):
        """The page that asks before it is done with all three."""
        every = [access.pk for access in (first, second, third)]
        form = form_on(desk, LIST, "index")
        return form.post({"action": f"{what}_several", "_selected_action": every})

    asked = chosen("send")
    assert "accepts the terms again" in asked.content.decode()
    page = form_in(desk, asked, YES["send"]).post(follow=True)
    call_command("send_mail")
    assert {m.to[0] for m in mail.outbox} == {first.email, second.email}
    assert "This access has been revoked" in page.content.decode()

    asked = chosen("revoke")
    assert EmbargoAccess.objects.exclude(revoked_at=None).count() == 1
    form_in(desk, asked, YES["revoke"]).post()
    assert EmbargoAccess.objects.exclude(revoked_at=None).count() == 3


@pytest.mark.parametrize("role", ["Writer", "Translator"])
def test_who_may_not_give_access_meets_none_of_it(client, release, role):
    access = make_access(release)[0]
    client.force_login(make_staff(role))

    for address in (LIST, ADD, reverse("admin:releases_embargoaccess_change", args=[access.pk])):
        assert client.get(address).status_code == 403
    for what in ("send", "revoke"):
        address = reverse(f"admin:releases_embargoaccess_{what}", args=[access.pk])
        assert client.get(address).status_code == 403
        assert craft(client, address, CONFIRMED).status_code == 403
    assert craft(client, ADD, {"release": release.pk}).status_code == 403
    assert not mail.outbox
    assert EmbargoAccess.objects.get().revoked_at is None


@pytest.mark.parametrize("role", ["Editor", "Administrator"])
def test_nobody_deletes_an_access(client, release, role):
    access = make_access(release)[0]
    client.force_login(make_staff(role))

    address = reverse("admin:releases_embargoaccess_delete", args=[access.pk])

    assert craft(client, address, {"post": "yes"}).status_code == 403
    assert EmbargoAccess.objects.exists()


def test_who_may_look_may_not_send_or_revoke(client, release):
    from django.contrib.auth.models import Permission

    access = make_access(release)[0]
    reader = make_staff("Writer")
    reader.user_permissions.add(Permission.objects.get(codename="view_embargoaccess"))
    client.force_login(reader)

    page = client.get(reverse("admin:releases_embargoaccess_change", args=[access.pk]))
    assert page.status_code == 200
    assert "Revoke…" not in page.content.decode()
    assert "_several" not in client.get(LIST).content.decode()
    for what in ("send", "revoke"):
        address = reverse(f"admin:releases_embargoaccess_{what}", args=[access.pk])
        assert client.get(address).status_code == 403
        assert craft(client, address, CONFIRMED).status_code == 403


def test_now_is_noon():
    """What the clock of these tests says, so that “in 3 hours” is no accident."""
    assert timezone.now() == NOON
