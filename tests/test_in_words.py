"""At the desk lists and forms that are only read show words: no data, no markup, no icons."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from releases.models import PressContact
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    approve,
    make_access,
    make_appointment,
    make_document,
    make_edition,
    make_freeze,
    make_meeting,
    make_organisation,
    make_quote,
    make_staff,
    make_topic,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

DATA = re.compile(r"""\{["']|\bTrue\b|\bFalse\b|\bNone\b|<p>""")
NOT_OURS = {"auditlog.LogEntry"}


@pytest.fixture
def records():
    """One record of each kind, with names in two languages and a text that is approved."""
    names = {"en": "Port Authority", "fr": "Autorité portuaire"}
    appointment = make_appointment(titles=names, organisation=make_organisation())
    meeting = make_meeting(place=names, attendance=names, restricted=True, announced_at=YESTERDAY)
    meeting.participations.create(appointment=appointment)
    edition = make_edition(draft=True, body="<p>“We <em>will</em> act.”</p>", meetings=[meeting])
    edition.release.place = names
    edition.release.save()
    make_quote(edition, "We will act.", appointment=appointment)
    access = make_access(approve(edition, at=TOMORROW).release)
    freeze = make_freeze(TOMORROW, TOMORROW.replace(year=TOMORROW.year + 1), public_reason=names)
    contact = PressContact.objects.create(name="Desk", phone="+32 2", roles=names)
    made = [appointment, appointment.person, appointment.organisation, meeting, edition]
    made += [edition.release, access, freeze, contact, make_topic(), make_document()]
    made += [make_staff("Writer"), make_staff("Writer").groups.get()]
    return {type(record): record for record in made}


def shown(response):
    """The words of a page, and those that stand for its pictures."""
    page = page_of(response)
    pictures = [image.get("alt") or "" for image in page.all("img")]
    return " ".join([page.one("head").one("title").words, page.words, *pictures])


def models():
    return [model for model in admin.site._registry if model._meta.label not in NOT_OURS]


def address(model, *parts):
    return "/".join(["/admin", model._meta.app_label, model._meta.model_name, *parts, ""])


@pytest.fixture
def reader(client, django_user_model):
    """Somebody who may look at everything and change nothing."""
    user = django_user_model.objects.create_user("reader", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    return client


def test_lists_show_words(client, records):
    client.force_login(get_user_model().objects.create_superuser("boss"))

    for model in models():
        page = shown(client.get(address(model), follow=True))
        assert not DATA.findall(page), (model, page)


@pytest.mark.slow
def test_forms_that_are_only_read_show_words(reader, records):
    for model, record in records.items():
        page = shown(reader.get(address(model, str(record.pk), "change")))
        assert not DATA.findall(page), (model, page)


def test_an_approved_text_is_read_as_the_reader_sees_it(client, records):
    [edition] = [record for record in records.values() if record._meta.model_name == "edition"]
    client.force_login(make_staff("Editor"))

    page = client.get(address(type(edition), str(edition.pk), "change")).content.decode()

    assert "<p>“We <em>will</em> act.”</p>" in page


def test_names_are_read_in_each_language(reader, records):
    meeting = next(record for record in records.values() if record._meta.model_name == "meeting")

    page = shown(reader.get(address(type(meeting), str(meeting.pk), "change")))

    assert page.count("English: Port Authority Français: Autorité portuaire") == 2


def test_the_list_of_offices_shows_the_title(client, records):
    client.force_login(make_staff("Writer"))

    assert "Port Authority" in client.get("/admin/releases/appointment/").content.decode()
