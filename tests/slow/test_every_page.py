"""
Every form of the desk beside those of its records: adding, deleting, steps, confirmations,
accounts. Addresses are found by walking them: one that this file does not know fails.
"""

import hashlib
import secrets
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from django.utils import timezone

from releases.models import Edition, EmbargoAccess, Freeze, copies
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    film_file,
    make_access,
    make_appointment,
    make_document,
    make_edition,
    make_editor,
    make_freeze,
    make_intake,
    make_meeting,
    make_organisation,
    make_person,
    make_picture,
    make_quote,
    make_recording,
    make_staff,
    make_topic,
    picture_file,
    submit,
)
from tests.forms import form_in, form_on, forms_in, step_form
from tests.pages import page_of

pytestmark = pytest.mark.django_db

PASSWORD = "a long and winding road"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LATER = f"{timezone.localtime() + timedelta(days=20):%Y-%m-%dT%H:%M}"

# Where nothing is sent, or what is sent is a script's.
READ = {f"admin:{name}" for name in ("index", "login", "checks", "jsi18n", "autocomplete")}
READ |= {"admin:app_list", "admin:view_on_site", "admin:password_change_done"}
READ |= {"admin:releases_edition_preview", "admin:releases_edition_presence"}
READ |= {"admin:releases_intake_original", "admin:releases_document_file"}
READ |= {"admin:releases_picture_file", "admin:releases_recording_file"}
READ |= {"account_inactive", "mfa_index", "mfa_list_webauthn", "mfa_reauthenticate_webauthn"}
READ |= {"mfa_view_recovery_codes", "mfa_download_recovery_codes"}
# The pages that every kind of record has: tried above, and in tests/slow/test_every_form.py.
STOCK = {"add", "change", "delete", "changelist", "history"}


@pytest.fixture
def desk(client):
    client.force_login(make_editor())
    return client


# Adding

ADDED = {
    "releases.edition": lambda: {"language": "en", "title": "A plan", "body": "<p>It is made.</p>"},
    "releases.intake": lambda: {"text": "A plan\n\nIt is made."},
    "releases.meeting": lambda: {"names_en": "A summit", "starts_on": "2031-03-03"},
    "releases.person": lambda: {"name": "Ada Byron"},
    "releases.appointment": lambda: {
        "person": make_person().pk,
        "titles_en": "Minister",
        "since": "2020-01-01",
    },
    "releases.organisation": lambda: {"names_en": "A council"},
    "releases.topic": lambda: {"names_en": "Peace"},
    "releases.document": lambda: {
        "title": "A report",
        "file": SimpleUploadedFile("report.txt", b"Words."),
    },
    "releases.picture": lambda: {
        "name": "A flag",
        "alternative_en": "A blue flag",
        "file": SimpleUploadedFile("flag.jpg", picture_file().read()),
    },
    "releases.recording": lambda: {
        "title_en": "A briefing",
        "file": SimpleUploadedFile("briefing.webm", film_file().read()),
    },
    "releases.presscontact": lambda: {"name": "Jane Poe", "email": "jane@example.org"},
    "releases.freeze": lambda: {
        "starts_at": f"{timezone.localtime() + timedelta(days=1):%Y-%m-%dT%H:%M}",
        "ends_at": LATER,
        "public_reason_en": "Election",
        "internal_reason": "By order.",
    },
    "releases.embargoaccess": lambda: {
        "name": "Nellie Bly",
        "outlet": "The World",
        "email": "nellie@example.org",
        "release": approve(make_edition(draft=True), at=TOMORROW).release.pk,
        "language": "en",
    },
    "auth.user": lambda: {
        "username": "ann",
        "password1": PASSWORD,
        "password2": PASSWORD,
    },
    "auth.group": lambda: {"name": "Guests"},
}
# A release begins with its text; what happened is written by nobody.
NOT_ADDED = {
    "releases.pressrelease",
    "releases.proposal",
    "releases.reprint",
    "releases.identity",
    "auditlog.logentry",
}


def added():
    labels = [model._meta.label_lower for model in admin.site._registry]
    return [label for label in labels if label not in NOT_ADDED]


def add_page(client, label):
    address = reverse(f"admin:{label.replace('.', '_')}_add")
    response = client.get(address)
    assert response.status_code == 200
    return form_in(client, response)


def model_of(label):
    return next(model for model in admin.site._registry if model._meta.label_lower == label)


@pytest.mark.parametrize("label", added())
def test_an_empty_form_makes_nothing_and_says_what_is_missing(desk, label):
    before = model_of(label).objects.count()

    answer = add_page(desk, label).post()

    assert answer.status_code == 200
    assert b"errorlist" in answer.content
    assert b"errornote" in answer.content
    assert model_of(label).objects.count() == before


@pytest.mark.parametrize("label", added())
def test_a_form_with_what_is_needed_makes_one(desk, label):
    assert label in ADDED, f"say in ADDED what a new one needs: {label}"
    values = ADDED[label]()
    form = add_page(desk, label)
    before = model_of(label).objects.count()

    answer = form.post(values)

    assert answer.status_code == 302
    assert model_of(label).objects.count() == before + 1


# Deleting

DELETED = {
    "releases.edition": lambda: begin_correction(make_edition()),
    "releases.pressrelease": lambda: make_edition(draft=True).release,
    "releases.intake": lambda: make_intake(by=get_user_model().objects.get(username="editor")),
    "releases.meeting": make_meeting,
    "releases.person": make_person,
    "releases.appointment": make_appointment,
    "releases.organisation": make_organisation,
    "releases.topic": make_topic,
    "releases.document": make_document,
    "releases.picture": make_picture,
    "releases.recording": make_recording,
    "releases.presscontact": lambda: model_of("releases.presscontact").objects.create(
        name="Jane Poe", email="jane@example.org"
    ),
    "releases.freeze": lambda: make_freeze(TOMORROW, TOMORROW + timedelta(days=1)),
    "auth.user": lambda: make_staff("Writer"),
    "auth.group": lambda: model_of("auth.group").objects.create(name="Guests"),
}
# Who was let in stays known, and so does what happened.
NOT_DELETED = {
    "releases.identity",
    "releases.embargoaccess",
    "releases.proposal",
    "releases.reprint",
    "auditlog.logentry",
}


@pytest.mark.parametrize(
    "label",
    [
        model._meta.label_lower
        for model in admin.site._registry
        if model._meta.label_lower not in NOT_DELETED
    ],
)
def test_what_nothing_leans_on_is_deleted_once_it_is_confirmed(desk, label):
    assert label in DELETED, f"say in DELETED what can be deleted: {label}"
    record = DELETED[label]()
    name = f"admin:{label.replace('.', '_')}"

    answer = form_on(desk, reverse(f"{name}_delete", args=[record.pk])).post()

    assert answer.status_code == 302
    assert not type(record).objects.filter(pk=record.pk).exists()


# Lists


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.model_name)
def test_an_action_on_no_row_says_so(desk, model):
    make_access(), make_appointment(organisation=make_organisation()), make_topic()
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    response = desk.get(address)
    for form in forms_in(desk, response):
        for action in filter(None, form.choices("action") if "action" in form else []):
            answer = form.post(action=action, button="index", follow=True)
            assert "No action" in said(answer) or "must be selected" in said(answer), action


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.model_name)
def test_a_list_is_searched_sorted_and_filtered_by_anything(desk, model):
    make_access(), make_appointment(organisation=make_organisation()), make_topic()
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    found = page_of(desk.get(address)).all("a", href=True)
    links = {link.get("href") for link in found if link.get("href").startswith("?")}

    for link in sorted(links):
        assert desk.get(f"{address}{link}").status_code == 200, link
    for words in ("été", "l'état", '’“%_\\"<b>&;--🗞\u202e', "x" * 300, "a\0b"):
        assert desk.get(address, {"q": words}, follow=True).status_code == 200, words


def said(response):
    return page_of(response).words


# Steps, confirmations and other pages

PAGES = {}


def page(name):
    """The function tries the form that is sent to the address of that name."""

    def keep(function):
        PAGES[name] = function
        return function

    return keep


def sent_to(form, name):
    """See that the form goes to the address of that name, and return it."""
    assert get_resolver().resolve(form.action.partition("?")[0]).view_name == name
    return form


def signed_in(client, role, **values):
    user = make_staff(role, **values)
    client.force_login(user)
    return user


def change(record):
    return reverse(f"admin:releases_{record._meta.model_name}_change", args=[record.pk])


@page("admin:releases_edition_submit")
def submitting(client, name):
    signed_in(client, "Writer")
    draft = make_edition(draft=True)
    form = form_on(client, f"/admin/releases/edition/{draft.pk}/submit/")
    assert "Confirm each" in said(sent_to(form, name).post())

    step_form(client, draft, "submit").post()

    draft.refresh_from_db()
    assert draft.submitted_at


@page("admin:releases_edition_send_back")
def sending_back(client, name):
    draft = submit(make_edition(draft=True))
    signed_in(client, "Editor")
    form = sent_to(step_form(client, draft, "send-back"), name)
    assert "Say what has to change" in said(form.post())

    form.post(reason="A source is missing.")

    draft.refresh_from_db()
    assert draft.submitted_at is None


@page("admin:releases_edition_approve")
def approving(client, name):
    draft = submit(make_edition(draft=True))
    signed_in(client, "Editor")
    form = sent_to(step_form(client, draft, "approve"), name)
    assert "Say when it goes public" in said(form.post())

    form.post(when="now")

    assert Edition.objects.get(pk=draft.pk).is_approved


@page("admin:releases_edition_confirm")
def confirming(client, name):
    editor = make_staff("Editor")
    draft = submit(make_edition(draft=True), editor)
    approve(draft, editor, reason="Nobody else is here.")
    signed_in(client, "Editor")

    sent_to(step_form(client, draft, "confirm"), name).post()

    assert not draft.steps.unconfirmed().exists()


@page("admin:releases_edition_unschedule")
def taking_off_the_schedule(client, name):
    draft = approve(make_edition(draft=True), at=TOMORROW)
    signed_in(client, "Editor")

    sent_to(form_on(client, change(draft), "Take it off the schedule"), name).post()

    assert not Edition.objects.get(pk=draft.pk).is_approved


@page("admin:releases_edition_next_version")
def beginning_a_version(client, name):
    edition = make_edition()
    signed_in(client, "Writer")

    sent_to(form_on(client, change(edition), "Correct…"), name).post()

    assert Edition.objects.filter(version=2).exists()


@page("admin:releases_edition_catch_up")
def catching_up(client, name):
    source = make_edition(body="<p>One.</p>")
    translator = signed_in(client, "Translator", languages=["fr"])
    draft = copies.translate(source, translator, "fr")
    approve(begin_correction(source, body="<p>Two.</p>"))
    address = f"/admin/releases/edition/{draft.pk}/beside/"

    sent_to(form_on(client, address, "It renders version 2 now"), name).post()

    assert not Edition.objects.behind().exists()


for kind, make in {
    "person": lambda: make_quote().speaker,
    "organisation": make_organisation,
    "topic": make_topic,
    "meeting": make_meeting,
    "document": make_document,
    "picture": make_picture,
    "recording": make_recording,
    "presscontact": lambda: model_of("releases.presscontact").objects.create(
        name="Jane Poe", email="jane@example.org"
    ),
    "appointment": lambda: make_quote(appointment=make_appointment()).appointment,
}.items():

    @page(f"admin:releases_{kind}_print_anew")
    def printing_anew(client, name, kind=kind, make=make):
        record = make()
        signed_in(client, "Editor")
        if kind != "person":  # which has a text to print anew: see tests/test_reprints.py
            assert client.get(reverse(name, args=[record.pk])).status_code == 200
            return
        record.name = "Ada Lovelace"
        record.save()
        form = sent_to(form_on(client, reverse(name, args=[record.pk])), name)
        assert "in one language" in said(form.post(note_en="", note_fr="", note_nl="", note_de=""))

        form.post(note_en="The name is spelt Ada Lovelace.")

        assert Edition.objects.in_review().exists()


@page("admin:releases_edition_beside")
def reading_beside(client, name):
    """Its only form is that of catching up."""
    catching_up(client, "admin:releases_edition_catch_up")


@page("admin:releases_pressrelease_translate")
def beginning_a_translation(client, name):
    edition = make_edition()
    signed_in(client, "Translator", languages=["fr"])

    sent_to(form_on(client, change(edition.release), "language=fr"), name).post()

    assert Edition.objects.filter(language="fr").exists()


@page("admin:releases_pressrelease_remove")
def removing(client, name):
    release = make_edition().release
    signed_in(client, "Editor")
    form = sent_to(form_on(client, f"/admin/releases/pressrelease/{release.pk}/remove/"), name)
    answer = form.post()
    assert "This field is required" in said(answer)

    form_in(client, answer).post(kind="withdrawn", note_en="No longer current.")

    release.refresh_from_db()
    assert release.removal == "withdrawn"


@page("admin:releases_pressrelease_hold")
def holding(client, name):
    release = approve(make_edition(draft=True), at=TOMORROW).release
    signed_in(client, "Writer")
    form = sent_to(form_on(client, reverse(name, args=[release.pk])), name)

    form.post(reason="A number is wrong.")

    release.refresh_from_db()
    assert release.held_at


@page("admin:releases_pressrelease_let_go")
def letting_go(client, name):
    holding(client, "admin:releases_pressrelease_hold")
    release = Edition.objects.get().release
    signed_in(client, "Editor")
    form = sent_to(form_on(client, reverse(name, args=[release.pk])), name)

    form.post(when="planned", reason="It is right.")

    release.refresh_from_db()
    assert release.held_at is None


@page("admin:releases_pressrelease_move")
def moving(client, name):
    release = approve(make_edition(draft=True), at=TOMORROW).release
    signed_in(client, "Editor")
    form = sent_to(form_on(client, reverse(name, args=[release.pk])), name)

    form.post(when="later", at=LATER, reason="The minister is ill.")

    release.refresh_from_db()
    assert timezone.localtime(release.publish_at).strftime("%Y-%m-%dT%H:%M") == LATER


@page("admin:releases_freeze_stop")
def stopping(client, name):
    signed_in(client, "Editor")
    form = sent_to(form_on(client, "/admin/releases/freeze/stop/"), name)
    assert "Say why everything has to stop" in said(form.post())

    form.post(reason="A wrong number.")

    assert Freeze.objects.filter(emergency=True).exists()


@page("admin:releases_freeze_lift")
def lifting(client, name):
    editor = signed_in(client, "Editor")
    edition = approve(make_edition(draft=True), at=TOMORROW)
    stop = emergency_stop.stop(editor, "A wrong number.")
    form = sent_to(form_on(client, f"/admin/releases/freeze/{stop.pk}/lift/"), name)
    assert "Decide on this text" in said(form.post())

    form.post({f"text-{edition.pk}": "draft"})

    stop.refresh_from_db()
    assert stop.ends_at
    assert not Edition.objects.get(pk=edition.pk).is_approved


@page("admin:releases_embargoaccess_send")
def sending_a_link(client, name):
    access = make_access()
    signed_in(client, "Editor")
    address = reverse(name, args=[access.pk])

    answer = sent_to(form_on(client, address), name).post(follow=True)

    assert access.email in said(answer)


@page("admin:releases_embargoaccess_revoke")
def revoking(client, name):
    access = make_access()
    signed_in(client, "Editor")

    sent_to(form_on(client, reverse(name, args=[access.pk])), name).post()

    assert EmbargoAccess.objects.get().revoked_at


@page("admin:auth_user_password_change")
def giving_a_password(client, name):
    signed_in(client, "Administrator")
    colleague = make_staff("Writer")
    form = sent_to(form_on(client, reverse(name, args=[colleague.pk]), "set-password"), name)
    assert "This field is required" in said(form.post())

    form.post(password1=PASSWORD, password2=PASSWORD)

    colleague.refresh_from_db()
    assert colleague.check_password(PASSWORD)


@page("admin:password_change")
def changing_the_own_password(client, name):
    user = signed_in(client, "Writer")
    form = sent_to(form_on(client, "/admin/password_change/"), name)
    new = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert "was entered incorrectly" in said(form.post(new | {"old_password": "wrong"}))

    form.post(new | {"old_password": "correct horse"})

    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@page("admin:logout")
def leaving_the_desk(client, name):
    signed_in(client, "Writer")

    sent_to(form_on(client, "/admin/", "Log out"), name).post()

    assert client.get("/admin/").status_code == 302


@page("embargo")
def accepting_the_terms(client, name):
    access, token = make_access(), secrets.token_urlsafe(32)
    access.digest = hashlib.sha256(token.encode()).hexdigest()
    access.save()

    sent_to(form_on(client, f"/en/embargo/{token}/", "I accept the terms"), name).post()

    access.refresh_from_db()
    assert access.accepted_at


# Accounts


def code():
    """What the app of `guarded` shows now."""
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def guarded(client):
    """Somebody with a second factor who has given the password."""
    user = make_staff("Writer", "ann")
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    form_on(client, "/account/login/").post(login="ann", password="correct horse")
    return user


def wholly(client):
    """The same, with the code as well."""
    user = guarded(client)
    form_on(client, "/account/2fa/authenticate/", "Sign in").post(code=code())
    return user


def factors(user):
    return sorted(user.authenticator_set.values_list("type", flat=True))


@page("account_login")
def signing_in(client, name):
    make_staff("Writer", "ann")
    form = sent_to(form_on(client, "/account/login/"), name)
    assert "are not correct" in said(form.post(login="ann", password="wrong"))

    form.post(login="ann", password="correct horse")

    assert client.session["_auth_user_id"]


@page("account_logout")
def signing_out(client, name):
    wholly(client)

    sent_to(form_on(client, "/account/2fa/", "Log out"), name).post()

    assert "_auth_user_id" not in client.session


@page("account_reauthenticate")
def giving_the_password_again(client, name):
    signed_in(client, "Writer")
    form = sent_to(form_on(client, "/account/reauthenticate/?next=/admin/"), name)
    assert form.post(password="wrong").status_code == 200

    assert form.post(password="correct horse")["Location"] == "/admin/"


@page("mfa_authenticate")
def giving_the_code(client, name):
    guarded(client)
    form = sent_to(form_on(client, "/account/2fa/authenticate/", "Sign in"), name)
    assert "Incorrect code" in said(form.post(code="000000"))

    form.post(code=code())

    assert client.session["_auth_user_id"]


@page("mfa_reauthenticate")
def giving_the_code_again(client, name):
    user = guarded(client)
    client.force_login(user)
    form = sent_to(form_on(client, "/account/2fa/reauthenticate/?next=/admin/"), name)
    assert "Incorrect code" in said(form.post(code="000000"))

    assert form.post(code=code())["Location"] == "/admin/"


@page("mfa_activate_totp")
def setting_up_an_app(client, name):
    user = make_staff("Writer", "ann")
    form_on(client, "/account/login/").post(login="ann", password="correct horse")
    page = client.get("/account/2fa/totp/activate/")
    form = sent_to(form_in(client, page), name)
    assert "Incorrect code" in said(form.post(code="000000"))

    secret = page.context["form"].secret
    form.post(code=format_hotp_value(hotp_value(secret, int(time.time()) // 30)))

    assert factors(user) == ["recovery_codes", "totp"]


@page("mfa_deactivate_totp")
def giving_up_an_app(client, name):
    user = wholly(client)

    sent_to(form_on(client, "/account/2fa/totp/deactivate/"), name).post()

    assert factors(user) == []


@page("mfa_generate_recovery_codes")
def making_new_codes(client, name):
    user = wholly(client)
    old = user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()

    sent_to(form_on(client, "/account/2fa/recovery-codes/generate/"), name).post()

    new = user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(old) & set(new)


def passkey(user):
    data = {"name": "My key", "credential": {}, "passwordless": False}
    return user.authenticator_set.create(type=Authenticator.Type.WEBAUTHN, data=data)


@page("mfa_edit_webauthn")
def naming_a_passkey(client, name):
    key = passkey(wholly(client))

    sent_to(form_on(client, reverse(name, args=[key.pk])), name).post(name="The blue one")

    key.refresh_from_db()
    assert key.data["name"] == "The blue one"


@page("mfa_remove_webauthn")
def giving_up_a_passkey(client, name):
    user = wholly(client)
    key = passkey(user)

    sent_to(form_on(client, reverse(name, args=[key.pk])), name).post()

    assert factors(user) == ["recovery_codes", "totp"]


@page("mfa_add_webauthn")
def adding_a_passkey(client, name):
    """The key itself comes from a script: without it nothing is added, and it is said."""
    user = wholly(client)
    response = client.get("/account/2fa/webauthn/add/")
    [form] = [form for form in forms_in(client, response) if "credential" in form]

    answer = sent_to(form, name).craft()

    assert answer.status_code == 200
    assert "This field is required" in said(answer)
    assert factors(user) == ["recovery_codes", "totp"]


@pytest.mark.parametrize("name", PAGES)
def test_a_form_of_another_page_does_what_it_says(client, settings, name):
    settings.MFA_TOTP_TOLERANCE = 1  # the half minute may end between a code and its use
    PAGES[name](client, name)


def addresses(resolver, prefix=""):
    """The names of everything below a resolver."""
    for pattern in resolver.url_patterns:
        space = getattr(pattern, "namespace", None)
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern, f"{prefix}{space}:" if space else prefix)
        elif pattern.name:
            yield f"{prefix}{pattern.name}"


def test_every_page_of_the_desk_is_known_here():
    unknown = {
        name
        for name in addresses(get_resolver())
        if name.startswith(("admin:", "account_", "mfa_"))
        if name not in PAGES and name not in READ and name.rpartition("_")[2] not in STOCK
    }

    assert unknown == set(), "say in PAGES what the form of each does, or in READ that it has none"
