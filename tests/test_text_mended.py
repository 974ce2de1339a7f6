"""No text of the newsroom holds what nobody sees, whichever way it came in."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.urls import reverse

from releases.models import Document, Edition, Organisation, Person, PressContact, Quote, Topic
from releases.reading.readers import read_html
from releases.text import html, verbatim
from releases.text.characters import in_a_line, in_lines
from releases.text.names import NamesField
from tests.builders import approve, make_edition, make_person, make_staff, make_topic
from tests.forms import form_on

# A break of Word's, controls of both kinds, a byte order mark, marks of direction, no widths, a
# character that is none, half of one, a soft hyphen, a joiner between Latin letters.
UNSEEN = "\x00\x02\x08\x7f\x90\ufeff\u202e\u2066\u2069\u200b\u2060\ufffe\U0001ffff\ud800\xad\u200d"
DIRTY = f"Po{UNSEEN}rts\x0bag\u2028ree"

# Written by the newsroom itself, of what its readers or its records have mended.
OWN = {
    *("Intake.document", "Intake.proposal", "Profile.languages", "Step.accepted"),
    *("Edition.printed", "Proposal.changes", "Quote.printed"),
    *("PressRelease.removed_in", "PressRelease.removals"),
}


def text_fields():
    """Every field of the newsroom that holds a text, as pairs of its name and itself."""
    kinds = (models.CharField, models.TextField, models.JSONField)
    for model in apps.get_app_config("releases").get_models():
        for field in model._meta.local_fields:
            name = f"{model.__name__}.{field.name}"
            if isinstance(field, kinds) and name not in OWN:
                yield pytest.param(field, id=name)


@pytest.mark.django_db
@pytest.mark.parametrize("field", list(text_fields()))
def test_every_text_of_every_record_is_mended_before_it_is_written(field):
    is_names = isinstance(field, NamesField)
    record = field.model()
    setattr(record, field.attname, {"en": DIRTY} if is_names else DIRTY)

    saved = field.pre_save(record, add=True)
    updated = field.get_db_prep_save({"en": DIRTY} if is_names else DIRTY, connection)

    assert getattr(record, field.attname) == saved
    for written in (saved["en"] if is_names else saved, str(getattr(updated, "obj", updated))):
        assert not set(written) & set(UNSEEN) - {"\x08"}, written
        assert "Po" in written
        assert "rts" in written
        assert "\x0b" not in written


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        ("Ports\x0b agree\x02", "Ports agree", "Ports\n agree"),
        ("Ports\r\nagree\x85now", "Ports agree now", "Ports\nagree\nnow"),
        ("Ports\tagree\n", "Ports agree", "Ports\tagree\n"),
        ("  as it was  ", "  as it was  ", "  as it was  "),
        ("می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻 ❤\ufe0f\u200d🔥", "👩\u200d💻 ❤\ufe0f\u200d🔥", "👩\u200d💻 ❤\ufe0f\u200d🔥"),
        ("क्\u200dष", "क्\u200dष", "क्\u200dष"),
        ("a\u200db c\u200c", "ab c", "ab c"),
        ("10\u00a0000 €", "10\u00a0000 €", "10\u00a0000 €"),
    ],
)
def test_what_nobody_sees_goes_and_what_is_meant_stays(text, line, lines):
    assert (in_a_line(text), in_lines(text)) == (line, lines)


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("<p>Said\x0b so\x02.</p>", "<p>Said<br> so.</p>"),
        ("<p>Said&#x202e; so&#11;now&#2;.</p>", "<p>Said so<br>now.</p>"),
        ("<p>im&shy;por\xadtant\ud800</p>", "<p>important</p>"),
        ("<p>one\r\ntwo\nthree</p>", "<p>one\ntwo\nthree</p>"),
        ('<p><a href="https://a.example/\u200bb">b</a></p>',
         '<p><a href="https://a.example/b">b</a></p>'),
        ('<p><a href="java\u200bscript:alert(1)">b</a></p>', "<p><a>b</a></p>"),
        ('<p><a href="java&#8203;script:alert(1)">b</a></p>', "<p><a>b</a></p>"),
        ('<p><a href="&#x202e;javascript:alert(1)">b</a></p>', "<p><a>b</a></p>"),
    ],
)  # fmt: skip
def test_markup_is_mended_and_hides_no_script(source, clean):
    assert html.clean(source) == clean
    assert html.clean(clean) == clean


@pytest.mark.django_db
def test_no_way_past_the_forms_keeps_them():
    topic = make_topic("Ports\x0b agree\u202e")
    Topic.objects.bulk_create([Topic(names={"en": "Rivers\x02"}, slug="rivers")])
    person = make_person("Ada\x00 Quist\ufeff")
    Person.objects.filter(pk=person.pk).update(name="Ada\x0bQuist")
    edition = make_edition(draft=True, title="A\x0bB", summary="C\x0bD", body="<p>E\x0bF</p>")
    edition.summary = "G\x02\x0bH"
    Edition.objects.bulk_update([edition], ["summary"])

    assert topic.names == {"en": "Ports agree"}
    assert [t.names["en"] for t in Topic.objects.order_by("slug")] == ["Ports agree", "Rivers"]
    assert Person.objects.get().name == "Ada Quist"
    edition.refresh_from_db()
    assert (edition.title, edition.summary) == ("A B", "G\nH")
    assert edition.body == "<p>E<br>F</p>"


@pytest.mark.django_db
def test_a_text_saved_keeps_in_hand_what_was_written():
    edition = make_edition(draft=True, title="A\x0bB\u200b")

    assert edition.title == "A B"


@pytest.mark.django_db
def test_a_form_mends_before_it_asks(client):
    client.force_login(make_staff("Editor"))
    form = form_on(client, reverse("admin:releases_presscontact_add"))

    form.post(name="Maud\u200b Ferrand", phone="+32\u202c 2", email="maud@ports.example\u200b")

    contact = PressContact.objects.get()
    assert (contact.name, contact.phone) == ("Maud Ferrand", "+32 2")
    assert contact.email == "maud@ports.example"


@pytest.mark.django_db
def test_a_form_refuses_a_name_of_which_nothing_is_seen(client):
    client.force_login(make_staff("Editor"))

    form_on(client, reverse("admin:releases_organisation_add")).post(names_en="\u200b\u2060")

    assert not Organisation.objects.exists()


@pytest.mark.django_db
def test_words_with_unseen_characters_still_stand_in_their_text():
    said = "We im\xadport\u200b\x0b ports\u202e."
    edition = make_edition(draft=True, body=f"<p>She said: “{said}”</p>")
    quote = Quote.objects.create(edition=edition, words=said, speaker=make_person())

    assert verbatim.contains(html.plain(edition.body), quote.words)
    assert quote.problems(edition.body, edition.release.day) == []


@pytest.mark.django_db
def test_the_name_of_a_file_keeps_none():
    document = Document(title="Plan")
    field = Document._meta.get_field("file")

    name = field.generate_filename(document, "pl\x0ban\u202e\u200b.pdf")

    assert name.endswith("plan.pdf")


@pytest.mark.django_db
def test_feed_survives_control_characters(client):
    edition = make_edition(draft=True, title="Ports\x0b agree\x02", body="<p>Said\x0c so.</p>")
    edition.full_clean()
    edition.save()
    approve(edition)

    assert client.get("/en/feeds/releases.atom").status_code == 200


def test_what_a_file_says_of_itself_is_mended_too():
    page = "<title>Ports\x0b agree\x02</title><nav>Menu\x00\u202e</nav><main><p>a\u2028b</p></main>"

    document = read_html(f"<!doctype html>{page}")

    assert document.title == "Ports agree"
    assert document.left_out == ["Menu"]
    assert [block.text for block in document.blocks] == ["a b"]
    assert [block.text for block in read_html("<p>Po\ufffert\u202es</p>").blocks] == ["Ports"]
