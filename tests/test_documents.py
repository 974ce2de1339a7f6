"""Documents: a file at an address never changes, and they go public with the text they stand by."""

import re
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import ProtectedError

from releases.models import Document, Edition, Enclosure, PressRelease, Proposal, copies
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    instant,
    make_document,
    make_edition,
    make_editor,
    make_meeting,
    make_outcome,
    make_staff,
    submit,
)
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12, 0)


def a_file(name="plan.pdf", content=b"one", **values):
    return make_document(file=ContentFile(content, name), **values)


def replacement(old, content=b"two", title="Plan as corrected"):
    return a_file(content=content, title=title, replaces=old, why="A figure was wrong.")


def content(answer):
    return b"".join(answer.streaming_content)


def words(answer):
    text = re.sub(r"<[^>]*>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", text)


def form_of(client, document):
    return form_on(client, f"/admin/releases/document/{document.pk}/change/", "_save")


@pytest.fixture
def writer(client):
    client.force_login(make_staff("Writer"))
    return client


@pytest.fixture
def editor(client):
    client.force_login(make_staff("Editor"))
    return client


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


# The file and its address


def test_the_address_of_a_file_names_its_digest(client):
    plan = a_file()
    make_edition(documents=[plan])

    answer = client.get(f"/documents/{sha256(b'one').hexdigest()}/plan.pdf")

    assert plan.get_absolute_url() == answer.request["PATH_INFO"]
    assert content(answer) == b"one"
    assert plan.size == 3


@pytest.mark.parametrize("name", ["other.pdf", "plan.pdf.exe"])
def test_a_file_has_no_other_name(client, name):
    plan = a_file()
    make_edition(documents=[plan])

    assert client.get(plan.get_absolute_url().replace("plan.pdf", name)).status_code == 404


def test_who_has_a_file_gets_it_once(client):
    plan = a_file()
    make_edition(documents=[plan])

    first = client.get(plan.get_absolute_url())

    again = client.get(plan.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again["ETag"]) == (304, first["ETag"])


def test_two_documents_may_have_the_same_bytes(client):
    plan, copy = a_file(), a_file("copy.pdf")
    make_edition(documents=[copy])

    assert client.get(plan.get_absolute_url()).status_code == 404
    assert content(client.get(copy.get_absolute_url())) == b"one"


def test_the_file_of_a_document_is_never_another(settings):
    plan = a_file()
    plan.file = ContentFile(b"two", "plan.pdf")
    with pytest.raises(ValidationError, match="A file stays as it is"):
        plan.save()
    plan.refresh_from_db()
    plan.url, plan.file = "https://example.org/", ""
    with pytest.raises(ValidationError, match="A file stays as it is"):
        plan.save()
    with pytest.raises(ValidationError, match="A file stays as it is"):
        Document.objects.update(file="other.pdf")

    assert Document.objects.get().file.read() == b"one"


def test_the_link_of_a_document_changes_until_a_text_with_it_is_approved():
    plan = make_document()
    edition = make_edition(draft=True)
    edition.documents.add(plan)
    plan.url = "https://example.org/better"
    plan.save()
    approve(edition, at=TOMORROW)

    plan.url = "https://evil.example/"
    with pytest.raises(ValidationError, match="keeps its link"):
        plan.save()
    with pytest.raises(ValidationError, match="keeps its link"):
        Document.objects.update(url="https://evil.example/")
    assert Document.objects.get().url == "https://example.org/better"


def test_an_accessible_version_is_given_once():
    plan = make_document()
    make_edition(documents=[plan])
    plan.alternative = make_document("Plan in plain words")
    plan.save()

    plan.alternative = make_document("Something else")
    with pytest.raises(ValidationError, match="keeps its accessible version"):
        plan.save()


# Documents go public with their text


def test_a_file_is_public_at_the_instant_of_its_text(client, clock):
    plan = a_file()
    draft = make_edition(draft=True)
    draft.documents.add(plan)
    approve(draft, at=instant(2031, 5, 6, 15, 0))
    address = plan.get_absolute_url()

    clock.move_to(instant(2031, 5, 6, 14, 59, 59), tick=False)
    assert client.get(address).status_code == 404
    clock.move_to(instant(2031, 5, 6, 15, 0), tick=False)
    assert content(client.get(address)) == b"one"


def test_an_annex_comes_with_the_next_version_at_its_instant(client, clock):
    edition = make_edition()
    draft = begin_correction(edition)
    annex = a_file("annex.pdf", title="The annex")
    draft.documents.add(annex)
    approve(draft, at=instant(2031, 5, 6, 15, 0))
    page = edition.get_absolute_url()

    assert "The annex" not in words(client.get(page))
    assert client.get(annex.get_absolute_url()).status_code == 404
    clock.move_to(instant(2031, 5, 6, 15, 0), tick=False)
    assert "The annex" in words(client.get(page))
    assert client.get(annex.get_absolute_url()).status_code == 200


def test_a_stop_holds_an_annex(client, clock):
    draft = begin_correction(make_edition())
    annex = a_file("annex.pdf")
    draft.documents.add(annex)
    approve(draft, at=instant(2031, 5, 6, 15, 0))
    emergency_stop.stop(make_editor(), "A test")

    clock.move_to(instant(2031, 5, 6, 16, 0), tick=False)
    assert client.get(annex.get_absolute_url()).status_code == 404


def test_a_version_shows_the_documents_it_had(client):
    old, new = a_file(title="The old annex"), a_file("b.pdf", b"two", title="The new annex")
    first = make_edition(documents=[old])
    draft = begin_correction(first)
    draft.documents.set([new])
    second = approve(draft)

    before, after = (client.get(text.get_version_url()) for text in (first, second))
    assert "The old annex" in words(before).partition("What version 2 changed")[0]
    assert "removed:" in words(before)
    assert "added:" in words(before)
    assert "The new annex" in words(after)
    assert "The old annex" not in words(after)
    assert client.get(old.get_absolute_url()).status_code == 200


def test_a_withdrawn_release_keeps_its_files_and_an_archived_one_does_not(client):
    plan = a_file()
    release = make_edition(documents=[plan]).release
    editor = make_editor()

    release.remove(editor, PressRelease.Removal.WITHDRAWN, {"en": "It was wrong."})
    assert client.get(plan.get_absolute_url()).status_code == 200
    release.restore(editor)
    release.remove(editor, PressRelease.Removal.IN_ERROR, {"en": "It was wrong."})
    assert client.get(plan.get_absolute_url()).status_code == 404


def test_an_accessible_version_is_public_with_its_document(client):
    accessible = a_file("plain.txt", b"plain")
    plan = a_file(alternative=accessible)
    assert client.get(accessible.get_absolute_url()).status_code == 404

    make_edition(documents=[plan])

    assert content(client.get(accessible.get_absolute_url())) == b"plain"


# Approved with their text


@pytest.mark.parametrize(
    "change", ["add", "remove", "set", "clear", "create", "delete", "other side"]
)
def test_the_documents_of_an_approved_text_do_not_change(change):
    plan, other = make_document(), make_document("Other")
    edition = make_edition(documents=[plan])
    row = edition.enclosures.get()
    ways = {
        "add": lambda: edition.documents.add(other),
        "remove": lambda: edition.documents.remove(plan),
        "set": lambda: edition.documents.set([other]),
        "clear": edition.documents.clear,
        "create": lambda: Enclosure.objects.create(edition=edition, document=other),
        "delete": row.delete,
        "other side": lambda: other.editions.add(edition),
    }

    with pytest.raises(ValidationError, match="no longer changes"), transaction.atomic():
        ways[change]()

    assert list(edition.documents.all()) == [plan]


def test_a_document_of_a_text_is_not_moved_to_another():
    approved, draft = make_edition(documents=[make_document()]), make_edition(draft=True)
    row = approved.enclosures.get()
    row.edition = draft

    with pytest.raises(ValidationError, match="no longer changes"):
        row.save()
    with pytest.raises(ValidationError, match="no longer changes"):
        Enclosure.objects.update(edition=draft)


@pytest.mark.parametrize("change", ["add", "remove", "set", "create", "delete"])
def test_a_text_in_review_is_a_draft_again_when_its_documents_change(change):
    plan, other = make_document(), make_document("Other")
    edition = make_edition(draft=True, documents=[plan])
    submit(edition)
    row = edition.enclosures.get()
    ways = {
        "add": lambda: edition.documents.add(other),
        "remove": lambda: edition.documents.remove(plan),
        "set": lambda: edition.documents.set([other]),
        "create": lambda: Enclosure.objects.create(edition=edition, document=other),
        "delete": row.delete,
    }

    ways[change]()

    edition.refresh_from_db()
    assert not edition.is_in_review
    assert edition.release.status == PressRelease.Status.DRAFT


def test_a_translation_and_the_next_version_begin_with_the_same_documents():
    plan, report = make_document(), make_document("Report")
    edition = make_edition(documents=[plan, report])

    french = copies.translate(edition, make_staff("Translator", languages=["fr"]), "fr")

    assert set(french.documents.all()) == {plan, report}
    assert set(begin_correction(edition).documents.all()) == {plan, report}


def test_a_document_that_a_text_lists_is_not_deleted():
    plan = make_document()
    make_edition(draft=True, documents=[plan])

    with pytest.raises(ProtectedError):
        plan.delete()


# At the desk


def test_a_writer_chooses_the_documents_of_a_text(writer):
    edition, plan = make_edition(draft=True), make_document()
    address = f"/admin/releases/edition/{edition.pk}/change/"

    assert form_on(writer, address, "_save").post(documents=[plan.pk]).status_code == 302
    assert list(edition.documents.all()) == [plan]

    submit(Edition.objects.get())
    form_on(writer, address, "_save").post(documents=[])
    edition.refresh_from_db()
    assert not edition.documents.exists()
    assert not edition.is_in_review


def test_a_release_begins_with_the_documents_of_its_first_text(writer):
    plan = make_document()
    form = form_on(writer, "/admin/releases/edition/add/", "_save")

    made = form.post(title="A plan", body="<p>It is made.</p>", documents=[plan.pk])

    assert made.status_code == 302
    assert Edition.objects.get().documents.get() == plan


@pytest.mark.parametrize("role", ["Writer", "Editor"])
def test_nobody_changes_the_documents_of_an_approved_text_at_the_desk(client, role):
    client.force_login(make_staff(role))
    edition = make_edition(documents=[make_document("The plan")])

    page = client.get(f"/admin/releases/edition/{edition.pk}/change/")

    assert "The plan" in words(page)
    assert 'name="documents"' not in page.content.decode()


@pytest.mark.parametrize("role", ["Writer", "Editor"])
def test_no_form_offers_to_exchange_a_file_or_a_public_link(client, role):
    client.force_login(make_staff(role))
    plan, link = a_file(), make_document("Link")
    make_edition(documents=[link])

    assert {"file", "url"}.isdisjoint(form_of(client, plan).controls)
    assert {"file", "url"}.isdisjoint(form_of(client, link).controls)
    assert "url" in form_of(client, make_document("Draft"))


def test_a_new_file_makes_a_document_that_replaces_the_old_one(writer):
    old = a_file(kind="report", language="en", title="The plan")
    page = writer.get(f"/admin/releases/document/{old.pk}/change/")
    [address] = re.findall(r'href="([^"]*\?replaces=[^"]*)"', page.content.decode())
    form = form_on(writer, address, "_save")
    assert (form["title"], form["kind"], form["language"]) == ("The plan", "report", "en")

    refused = form.post(file=SimpleUploadedFile("plan.pdf", b"two"))
    assert "Say why it takes the place of the other one." in words(refused)
    form = form_in(writer, refused, "_save")
    made = form.post(file=SimpleUploadedFile("plan.pdf", b"two"), why="A figure was wrong.")

    assert made.status_code == 302
    new = Document.objects.get(replaces=old)
    assert (new.file.read(), new.filename, new.why) == (
        b"two",
        "plan.pdf",
        "A figure was wrong.",
    )
    old.refresh_from_db()
    assert old.file.read() == b"one"
    assert new.title in words(writer.get(f"/admin/releases/document/{old.pk}/change/"))


def test_a_document_is_replaced_once(writer):
    old = a_file()
    replacement(old)
    form = form_on(writer, f"/admin/releases/document/add/?replaces={old.pk}", "_save")

    refused = form.post(file=SimpleUploadedFile("plan.pdf", b"three"), why="Again.")

    assert "That one has been replaced already" in words(refused)


def test_what_a_writer_changes_of_a_document_to_come_waits(writer):
    plan, accessible = make_document(), make_document("Plan in plain words")
    make_outcome(make_meeting(announced_at=TOMORROW), plan, public_from=TOMORROW)

    form_of(writer, plan).post(alternative=accessible.pk)

    assert Proposal.objects.waiting().get().record == plan
    assert Document.objects.get(pk=plan.pk).alternative is None


def test_a_new_accessible_version_of_a_public_document_is_asked_about(editor):
    plan, accessible = make_document(), make_document("Plan in plain words")
    make_edition(documents=[plan], title="Talks held")

    asked = form_of(editor, plan).post(alternative=accessible.pk, reason="To be read")

    assert "This becomes public at once" in words(asked)
    assert "Plan in plain words" in words(asked)
    assert "Talks held" in words(asked)
    assert form_in(editor, asked, "_save").post(at_once=True).status_code == 302
    assert Document.objects.get(pk=plan.pk).alternative == accessible


def test_no_accessible_version_is_given_while_everything_is_stopped(editor):
    plan, accessible = make_document(), make_document("Plan in plain words")
    make_edition(documents=[plan])
    emergency_stop.stop(make_editor(), "A test")

    refused = form_of(editor, plan).post(alternative=accessible.pk, reason="To be read")

    assert "everything is stopped" in words(refused)


# What is looked at before a text goes on


def test_a_document_that_has_been_replaced_is_a_warning():
    old = a_file(title="Plan")
    edition = make_edition(draft=True, documents=[old])
    new = replacement(old, title="Plan as corrected")
    warned = "“Plan” has been replaced by “Plan as corrected”"
    assert any(warned in finding.sentence for finding in edition.findings())

    edition.documents.set([new])

    assert not any("has been replaced" in finding.sentence for finding in edition.findings())


def test_a_document_that_the_source_alone_lists_is_a_warning():
    plan, report = make_document("Plan"), make_document("Report")
    english = make_edition(draft=True, documents=[plan])
    french = copies.translate(english, make_staff("Translator", languages=["fr"]), "fr")
    english.documents.add(report)
    english.refresh_from_db()
    approve(english)

    said = [finding.sentence for finding in french.findings() if "lists “" in finding.sentence]

    assert said == ["The text it is translated from lists “Report”, and this one does not."]


# What replaces it


def test_readers_are_told_what_replaced_a_document_once_that_is_public(client, clock):
    old = a_file(title="The plan")
    edition = make_edition(documents=[old], language="en")
    new = replacement(old, title="The plan as corrected")
    page = edition.get_absolute_url()
    assert "Replaced by" not in words(client.get(page))

    make_edition(documents=[new], release__publish_at=instant(2031, 5, 6, 15, 0))
    before = client.get(page)
    assert "Replaced by" not in words(before)
    clock.move_to(instant(2031, 5, 6, 15, 0), tick=False)

    after = client.get(page)
    assert "Replaced by The plan as corrected" in words(after)
    assert new.get_absolute_url() in after.content.decode()
    assert before["ETag"] != after["ETag"]
    assert content(client.get(old.get_absolute_url())) == b"one"


def test_what_waits_to_replace_a_document_leaves_no_trace(client):
    old = a_file()
    page = make_edition(documents=[old]).get_absolute_url()
    before = client.get(page)

    replacement(old)
    after = client.get(page)

    assert before["ETag"] == after["ETag"]
    assert before.content == after.content


def test_of_several_that_replaced_one_another_the_last_public_one_is_named(client):
    first = a_file(title="First")
    second = replacement(first, b"two", "Second")
    third = replacement(second, b"three", "Third")
    fourth = replacement(third, b"four", "Fourth")
    page = make_edition(documents=[first, second]).get_absolute_url()

    make_edition(documents=[third])
    assert words(client.get(page)).count("Replaced by Third") == 2

    assert fourth.replaces == third
    make_edition(documents=[fourth])
    assert words(client.get(page)).count("Replaced by Fourth") == 2


def test_a_version_tells_what_replaced_its_documents(client):
    old = a_file()
    edition = make_edition(documents=[old])
    draft = begin_correction(edition)
    draft.documents.set([replacement(old, title="The new plan")])
    approve(draft)

    assert "Replaced by The new plan" in words(client.get(edition.get_version_url()))
