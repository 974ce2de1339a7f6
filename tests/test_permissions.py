"""Every page of the desk, as every role and as a stranger."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import get_resolver
from django.utils import timezone

from releases.models import EmbargoAccess, Intake, PressContact, Reprint
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    make_appointment,
    make_document,
    make_edition,
    make_identity,
    make_intake,
    make_meeting,
    make_organisation,
    make_picture,
    make_proposal,
    make_quote,
    make_recording,
    make_staff,
    make_topic,
)
from tests.forms import craft, form_on

pytestmark = pytest.mark.django_db

ROLES = ["Writer", "Translator", "Editor", "Administrator", None]

# Open to everybody who is signed in at the desk, or leading nowhere by themselves.
FOR_STAFF = {"index", "logout", "password_change", "password_change_done", "jsi18n", "app_list"}
STOCK = {
    "changelist": "view",
    "add": "add",
    "change": "view",
    "history": "view",
    "delete": "delete",
}
APPROVE, SUBMIT = "releases.approve_edition", "releases.submit_edition"
OWN = {
    "checks": "auth.view_user",
    "auth_user_password_change": "auth.change_user",
    "releases_document_file": "releases.view_document",
    "releases_picture_file": "releases.view_picture",
    "releases_recording_file": "releases.view_recording",
    "releases_intake_original": "releases.view_intake",
    "releases_edition_preview": "releases.view_edition",
    "releases_edition_beside": "releases.view_edition",
    "releases_edition_catch_up": "releases.change_edition",
    "releases_edition_presence": "releases.view_edition",
    "releases_edition_submit": SUBMIT,
    "releases_edition_send_back": APPROVE,
    "releases_edition_approve": APPROVE,
    "releases_edition_confirm": APPROVE,
    "releases_edition_unschedule": APPROVE,
    "releases_edition_next_version": "releases.change_edition",
    "releases_pressrelease_translate": "releases.change_edition",
    "releases_pressrelease_remove": "releases.remove_pressrelease",
    "releases_pressrelease_move": "releases.schedule_pressrelease",
    "releases_pressrelease_hold": "releases.hold_pressrelease",
    "releases_pressrelease_let_go": "releases.schedule_pressrelease",
    "releases_freeze_stop": "releases.add_freeze",
    "releases_freeze_lift": "releases.add_freeze",
    "releases_embargoaccess_send": "releases.add_embargoaccess",
    "releases_embargoaccess_revoke": "releases.change_embargoaccess",
}
OWN |= {
    f"releases_{model}_print_anew": "releases.decide_proposal"
    for model in (
        *("person", "appointment", "organisation", "topic"),
        *("meeting", "document", "picture", "recording", "presscontact"),
    )
}
POSTED = {"catch_up", "presence", "unschedule", "next_version", "translate"}


def patterns():
    """The names and patterns of everything below /admin/."""
    [desk] = [p for p in get_resolver().url_patterns if getattr(p, "namespace", "") == "admin"]

    def walk(resolver, prefix):
        for pattern in resolver.url_patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern, route)
            else:
                yield pattern.name, route

    return [(name, route) for name, route in walk(desk, "/admin/") if name]


@pytest.fixture
def records():
    """One of each kind of record, by the name of its model."""
    quote = make_quote(appointment=make_appointment())
    draft = make_edition(draft=True, language="fr")
    planned = approve(make_edition(draft=True), at=TOMORROW)
    meeting = make_meeting()
    meeting.participations.create(appointment=quote.appointment)
    found = {
        "edition": draft,
        "pressrelease": planned.release,
        "freeze": emergency_stop.stop(get_user_model().objects.create_superuser("boss"), "A test"),
        "embargoaccess": EmbargoAccess.objects.create(
            release=planned.release, name="A", outlet="B", email="a@example.org"
        ),
        "intake": make_intake(),
        "topic": make_topic(),
        "meeting": meeting,
        "organisation": make_organisation(),
        "picture": make_picture(),
        "recording": make_recording(),
        "document": make_document(url="", file=ContentFile(b"plan", "plan.txt")),
        "proposal": make_proposal(),
        "reprint": Reprint.objects.create(
            record=meeting, note={"en": "It moved."}, by=make_staff("Editor")
        ),
        "presscontact": PressContact.objects.create(name="Desk", email="desk@example.org"),
        "identity": make_identity(),
        "user": get_user_model().objects.create_user("target"),
        "group": Group.objects.first(),
    }
    for model in admin.site._registry:
        found.setdefault(model._meta.model_name, model.objects.first())
    assert None not in found.values(), "make one of each kind"
    return found


def needed(name):
    """The permission a page asks for; fails for a page nobody has thought of."""
    if name in OWN:
        return OWN[name]
    model, _, page = name.rpartition("_")
    assert page in STOCK, f"say in OWN which permission the page {name} needs"
    app, _, model = model.partition("_")
    return f"{app}.{STOCK[page]}_{model}"


def address(name, route, records):
    model = name.split("_")[1] if "_" in name else ""
    record = records.get(model)
    pk = record.pk if record is not None else 0
    for part in ("<path:object_id>", "<int:pk>", "<id>"):
        route = route.replace(part, str(pk))
    return route.replace("<str:name>", "en.vtt" if "recording" in route else "original")


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_to_those_with_its_permission_and_to_nobody_else(client, records, role):
    if role:
        user = make_staff(role, languages=["fr"])
    else:
        user = get_user_model().objects.create_user("none", is_staff=True)
    client.force_login(user)
    Intake.objects.update(by=user)  # to others it is not there
    planned = records["pressrelease"].editions.get()

    for name, route in patterns():
        if name in FOR_STAFF or name in ("login", "autocomplete", "view_on_site"):
            continue
        where = address(name, route, records)
        assert "<" not in where, where
        page = name.rpartition("_")[2]
        posted = any(name.endswith(f"_{step}") for step in POSTED)
        data = {"language": "fr", "source": planned.pk}
        response = craft(client, where, data) if posted else client.get(where)
        allowed = user.has_perm(needed(name))
        if page == "add" and name in ("releases_edition_add", "releases_pressrelease_add"):
            allowed = allowed and user.has_perm("releases.write_any_language")
        if not allowed:
            assert response.status_code == 403, (role, name, response.status_code)
        elif page not in ("delete", "add"):
            assert response.status_code in (200, 302), (role, name, response.status_code)


def test_a_stranger_is_asked_to_sign_in_by_every_page(client, records):
    for name, route in patterns():
        if name in ("login", "jsi18n"):
            continue
        where = address(name, route, records)
        for response in (client.get(where), craft(client, where)):
            assert response.status_code in (302, 404, 405), (name, response.status_code)
            if response.status_code == 302:
                assert "/login/" in response["Location"] or name == "logout", name


def test_a_translator_writes_in_the_own_languages_only(client, records):
    client.force_login(make_staff("Translator", languages=["nl"]))
    french = records["edition"]

    page = client.get(f"/admin/releases/edition/{french.pk}/change/").content.decode()
    assert french.title in page
    assert 'name="title"' not in page
    response = craft(client, f"/admin/releases/edition/{french.pk}/change/", {"title": "Mine"})
    assert response.status_code == 403
    assert craft(client, f"/admin/releases/edition/{french.pk}/submit/").status_code == 403
    other = make_edition()
    form = form_on(
        client, f"/admin/releases/pressrelease/{other.release_id}/change/", "language=nl"
    )
    assert not form.has_button("language=de")
    assert form.craft({"language": "de"}).status_code == 403
    assert form.post().status_code == 302


def test_autocomplete_answers_only_those_who_may_see_the_records(client, records):
    where = "/admin/autocomplete/?app_label=releases&model_name=quote&field_name=speaker&term="
    client.force_login(get_user_model().objects.create_user("none", is_staff=True))
    assert client.get(where).status_code == 403
    client.force_login(make_staff("Writer"))
    assert client.get(where).status_code == 200


def test_whoever_keeps_the_accounts_makes_no_superuser(client):
    keeper = make_staff("Administrator")
    client.force_login(keeper)
    boss = get_user_model().objects.create_superuser("boss")

    assert craft(client, f"/admin/auth/user/{boss.pk}/change/").status_code == 403
    page = client.get(f"/admin/auth/user/{keeper.pk}/change/").content.decode()
    assert 'name="is_superuser"' not in page
    assert 'name="user_permissions"' not in page
    assert client.get(f"/admin/auth/user/{boss.pk}/password/").status_code == 403


def test_history_is_shown_to_nobody_who_may_not_see_the_record(client):
    edition = make_edition(draft=True, title="Not yet")
    edition.title = "Still not"
    edition.save()
    where = f"/admin/releases/edition/{edition.pk}/history/"

    client.force_login(get_user_model().objects.create_user("none", is_staff=True))
    assert client.get(where).status_code == 403
    client.force_login(make_staff("Writer"))
    page = client.get(where).content.decode()
    assert "Still not" in page
    assert timezone.localtime().strftime("%Y") in page


def test_what_was_public_is_not_offered_for_deletion(client):
    client.force_login(make_staff("Editor"))
    topic = make_topic()
    edition = make_edition(topics=[topic])
    begun = approve(make_edition(draft=True), at=TOMORROW)
    begun.unschedule(make_staff("Editor"))

    for model, pk in (
        ("topic", topic.pk),
        ("edition", edition.pk),
        ("edition", begun.pk),
        ("pressrelease", begun.release_id),
    ):
        where = f"/admin/releases/{model}/{pk}/delete/"
        assert craft(client, where, {"post": "yes"}).status_code == 403, where
