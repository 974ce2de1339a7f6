"""Pictures: they go public with what shows them, and are gone where their rights have ended."""

import re
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError
from django.utils import timezone
from PIL import Image, IptcImagePlugin

from releases.models import Edition, Moment, Picture, PublicState, copies
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    correct,
    instant,
    keys,
    make_access,
    make_appointment,
    make_edition,
    make_editor,
    make_freeze,
    make_meeting,
    make_organisation,
    make_person,
    make_picture,
    make_quote,
    make_staff,
    picture_file,
    submit,
)
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12, 0)
LAST_DAY = date(2031, 5, 6)
MIDNIGHT = instant(2031, 5, 7, 0, 0)
SECOND = timedelta(seconds=1)


def body(answer):
    return b"".join(answer.streaming_content)


def status(client, picture, name=None):
    address = picture.address_of(name) if name else picture.get_absolute_url()
    return client.get(address).status_code


def images(answer):
    """The files of pictures that a page shows or offers."""
    return sorted(set(re.findall(r"/pictures/[\w./-]+", answer.content.decode())))


def draft_with(picture, **values):
    draft = make_edition(draft=True, **values)
    draft.illustrations.create(picture=picture)
    return draft


# The original


def test_a_picture_knows_its_file():
    picture = make_picture(size=(120, 80))

    assert (picture.width, picture.height, picture.transparent) == (120, 80, False)
    assert len(picture.sha256) == 64
    assert picture.size == picture.file.size
    assert picture.missing() == []


def test_the_original_stays_byte_for_byte():
    file = picture_file(comment=b"as it came")
    content = file.read()

    picture = make_picture(file=ContentFile(content, "original.jpg"))

    assert picture.file.read() == content


@pytest.mark.parametrize("change", [{"file": picture_file()}, {"width": 5}])
def test_a_file_is_not_exchanged(change):
    picture = make_picture()
    for name, value in change.items():
        setattr(picture, name, value)

    with pytest.raises(ValidationError, match="stays as it is"):
        picture.save()
    with pytest.raises(ValidationError, match="stays as it is"):
        Picture.objects.update(**change)


def test_what_is_no_picture_is_not_stored():
    with pytest.raises(ValidationError, match="no picture"):
        Picture.objects.create(name="Plan", file=ContentFile(b"%PDF-1.7", "a.jpg"))


def test_the_files_of_the_public_are_made_once_it_is_stored_for_good(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        picture = Picture.objects.create(
            name="Flag", file=picture_file((600, 400)), alternative={"en": "A flag"}
        )

    assert picture.missing() == []
    assert picture.names() == [
        *("480.avif", "480.webp", "480.jpg", "600.avif", "600.webp", "600.jpg", "full.jpg")
    ]


def test_a_picture_says_what_is_to_be_seen_or_that_it_says_nothing():
    picture = Picture(name="Flag", file=picture_file())

    with pytest.raises(ValidationError, match="Say what is to be seen"):
        picture.clean()
    picture.decorative = True
    picture.clean()


# With a text


def test_a_picture_goes_public_with_its_text(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    picture = make_picture()
    approve(draft_with(picture), at=NOON + timedelta(hours=1))

    assert status(client, picture) == 404
    time_machine.move_to(NOON + timedelta(hours=1), tick=False)
    assert status(client, picture) == 200


@pytest.mark.parametrize("name", ["60.avif", "60.webp", "60.jpg"])
def test_a_picture_is_sent_in_each_format(client, name):
    picture = make_picture()
    make_edition(pictures=[picture])

    answer = client.get(picture.address_of(name))

    assert answer.status_code == 200
    assert answer["Content-Type"] == {"avif": "image/avif", "webp": "image/webp"}.get(
        name[3:], "image/jpeg"
    )
    assert Image.open(BytesIO(body(answer))).size == (60, 40)


@pytest.mark.parametrize(
    "name", ["original.jpg", "original", "61.jpg", "480.jpg", "60.png", "full.png", "60.", "..%2Fx"]
)
def test_no_other_file_of_a_picture_is_to_be_had(client, name):
    picture = make_picture()
    make_edition(pictures=[picture])

    assert client.get(f"/pictures/{picture.key}/{name}").status_code == 404
    assert client.get(f"/{picture.file.name}").status_code == 404


def test_whoever_has_a_picture_gets_it_once(client):
    picture = make_picture()
    make_edition(pictures=[picture])
    first = client.get(picture.get_absolute_url())

    again = client.get(picture.get_absolute_url(), headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert first["Cache-Control"].startswith("max-age=") or "public" in first["Cache-Control"]
    assert "Vary" not in first


def test_a_journalist_who_reads_ahead_is_told_of_a_picture_and_gets_none(client):
    picture = make_picture(caption={"en": "Before the meeting"})
    release = approve(draft_with(picture), at=TOMORROW).release
    access = make_access(release, digest=sha256(b"abc").hexdigest(), accepted_at=timezone.now())

    answer = client.get("/en/embargo/abc/")

    page = " ".join(answer.content.decode().split())
    assert access.name in page
    assert "Before the meeting <span" in page
    assert "Free for press use, can be opened once the release is public" in page
    assert images(answer) == []
    assert status(client, picture) == 404


def test_a_page_shows_its_pictures_the_first_one_large(client):
    lead = make_picture(
        size=(1000, 600),
        caption={"en": "Before the meeting"},
        credit="Jo Doe",
        place={"en": "Brussels"},
        taken_on=date(2021, 3, 30),
    )
    others = [make_picture(), make_picture(decorative=True, alternative={})]
    edition = make_edition(pictures=[lead, *others])

    answer = client.get(edition.get_absolute_url())

    page = answer.content.decode()
    shown = re.findall("<img[^>]*>", page)
    assert len(shown) == 3
    assert 'height="600"' in shown[0]
    assert 'width="1000"' in shown[0]
    assert 'alt="A blue flag"' in shown[0]
    assert 'fetchpriority="high"' in shown[0]
    assert "lazy" not in shown[0]
    assert all('loading="lazy"' in one for one in shown[1:])
    assert 'alt=""' in shown[2]
    assert f"{lead.address_of('480.avif')} 480w, {lead.address_of('800.avif')} 800w" in page
    text = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", page))
    assert "Before the meeting Brussels, 30 March 2021 Photo: Jo Doe Free for press use" in text
    assert "Download, 1000 × 600" in text
    for address in images(answer):
        assert client.get(address).status_code == 200, address


def test_the_home_page_shows_the_picture_of_its_lead(client):
    first, second = make_picture(credit="Jo Doe"), make_picture()
    make_edition(pictures=[second], release__publish_at=instant(2020, 1, 1))
    make_edition(pictures=[first, second])

    answer = client.get("/en/")

    assert {address.split("/")[2] for address in images(answer)} == {first.key}
    assert "Photo: Jo Doe" in answer.content.decode()
    assert "Download" not in answer.content.decode()


def test_other_sites_and_machines_are_told_of_the_first_picture(client):
    picture = make_picture(credit="Jo Doe")
    page = client.get(make_edition(pictures=[picture]).get_absolute_url()).content.decode()

    whole = f"http://testserver{picture.get_absolute_url()}"
    assert f'<meta property="og:image" content="{whole}">' in page
    assert f'"contentUrl": "{whole}"' in page
    assert '"creditText": "Jo Doe"' in page


def test_what_a_text_showed_is_kept_as_it_was(client):
    picture = make_picture(caption={"en": "As it was"})
    edition = make_edition(pictures=[picture])

    picture.caption = {"en": "Otherwise"}
    picture.save()

    page = client.get(edition.get_absolute_url()).content.decode()
    assert "As it was" in page
    assert "Otherwise" not in page


def test_an_older_version_goes_on_showing_its_picture(client):
    old, new = make_picture(), make_picture(alternative={"en": "A red flag"})
    edition = approve(draft_with(old))
    draft = begin_correction(edition)
    draft.illustrations.get().delete()
    draft.illustrations.create(picture=new)
    approve(draft)

    page = client.get(edition.get_version_url()).content.decode()
    assert old.key in page
    assert "A red flag" in re.search("<ins.*?</ins>", page)[0]
    assert "A blue flag" in re.search("<del.*?</del>", page)[0]
    assert status(client, old) == 200
    assert images(client.get(draft.get_absolute_url()))[0].startswith(f"/pictures/{new.key}/")


def test_a_correction_and_a_translation_begin_with_the_pictures():
    first, second = make_picture(), make_picture()
    edition = make_edition(pictures=[second, first])

    for copy in (
        copies.next_version(edition, make_staff("Writer")),
        copies.translate(edition, make_staff("Writer"), "fr"),
    ):
        assert [one.picture for one in copy.illustrations.all()] == [second, first]


def test_what_was_removed_takes_its_picture_along(client):
    picture = make_picture()
    edition = make_edition(pictures=[picture])

    edition.release.remove(make_editor(), "in_error", {"en": "Too early."})

    assert status(client, picture) == 404


def test_a_withdrawn_text_keeps_its_picture(client):
    picture = make_picture()
    edition = make_edition(pictures=[picture])

    edition.release.remove(make_editor(), "withdrawn", {"en": "No longer so."})

    assert status(client, picture) == 200


def test_pictures_of_an_approved_text_stay():
    edition = make_edition(pictures=[make_picture()])
    one = edition.illustrations.get()

    with pytest.raises(ValidationError):
        one.delete()
    with pytest.raises(ValidationError):
        edition.illustrations.create(picture=make_picture())
    one.position = 7
    with pytest.raises(ValidationError):
        one.save()


def test_a_text_in_review_is_a_draft_again_where_its_pictures_change():
    draft = submit(make_edition(draft=True))

    draft.illustrations.create(picture=make_picture())

    assert not Edition.objects.get(pk=draft.pk).is_in_review


# Beside texts


def test_a_portrait_is_public_with_the_person(client):
    picture, hidden = make_picture(), make_picture()
    make_person(portrait=hidden)
    person = make_quote(speaker=make_person(portrait=picture)).speaker

    assert status(client, picture) == 200
    assert status(client, hidden) == 404
    answer = client.get(person.get_absolute_url())
    assert 'class="portrait"' in answer.content.decode()
    assert images(answer)


def test_a_logo_is_public_with_the_organisation(client):
    picture = make_picture(file=picture_file(name="a.png", kind="PNG"))
    body = make_organisation(logo=picture)

    assert status(client, picture) == 404
    make_meeting(organiser=body, announced_at=instant(2021, 1, 1))
    assert status(client, picture) == 200
    assert 'class="logo"' in client.get(body.get_absolute_url()).content.decode()


def test_a_logo_is_public_with_who_serves_there(client):
    picture = make_picture()
    office = make_appointment(organisation=make_organisation(logo=picture))

    assert status(client, picture) == 404
    make_quote(appointment=office)
    assert status(client, picture) == status(client, picture, "full.jpg") == 200


def test_pictures_of_a_meeting_are_public_from_its_instant(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    first, second = make_picture(), make_picture()
    meeting = make_meeting(announced_at=NOON + timedelta(hours=1))
    meeting.sights.create(picture=second, position=2)
    meeting.sights.create(picture=first, position=1)

    assert status(client, first) == 404
    time_machine.move_to(NOON + timedelta(hours=1), tick=False)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert status(client, first) == status(client, second) == 200
    assert page.index(f'src="{first.get_absolute_url()}') < page.index(
        f'src="{second.get_absolute_url()}'
    )


def test_a_picture_that_is_added_to_a_public_meeting_shows_at_once(client):
    meeting = make_meeting(announced_at=instant(2021, 1, 1))
    before = client.get(meeting.get_absolute_url())["ETag"]

    meeting.sights.create(picture=make_picture())

    assert client.get(meeting.get_absolute_url())["ETag"] != before


# Rights


@pytest.fixture
def shown(time_machine):
    """A picture on a page of each kind, whose rights end with the day."""
    time_machine.move_to(NOON, tick=False)
    picture = make_picture(rights_until=LAST_DAY, caption={"en": "Lent for a day"})
    edition = approve(draft_with(picture))
    meeting = make_meeting(announced_at=NOON)
    meeting.sights.create(picture=picture)
    person = make_quote(speaker=make_person(portrait=picture)).speaker
    body = make_organisation(logo=picture)
    make_meeting(organiser=body, announced_at=NOON)
    corrected = correct(approve(draft_with(picture)))
    pages = [edition, meeting, person, body]
    addresses = ["/en/", *(page.get_absolute_url() for page in pages)]
    picture.pages = [*addresses, Edition.objects.get(pk=corrected.pk).get_version_url()]
    return picture


def test_rights_that_end_take_a_picture_from_everywhere_at_midnight(client, time_machine, shown):
    time_machine.move_to(MIDNIGHT - SECOND, tick=False)
    for page in shown.pages:
        assert images(client.get(page)), page
    assert status(client, shown) == status(client, shown, "full.jpg") == 200
    file = client.get(shown.get_absolute_url())
    assert int(re.search(r"max-age=(\d+)", file["Cache-Control"])[1]) <= 1

    time_machine.move_to(MIDNIGHT, tick=False)
    for page in shown.pages:
        assert images(client.get(page)) == [], page
        assert "Lent for a day" not in client.get(page).content.decode(), page
    assert status(client, shown) == status(client, shown, "full.jpg") == 404


def test_rights_end_though_everything_is_stopped(client, time_machine, shown):
    emergency_stop.stop(make_editor(), "A leak")
    make_freeze(NOON + timedelta(minutes=1), MIDNIGHT + timedelta(days=9))

    time_machine.move_to(MIDNIGHT, tick=False)

    assert status(client, shown) == 404
    assert images(client.get(shown.pages[0])) == []


def test_rights_that_are_extended_bring_a_picture_back(client, time_machine, shown):
    time_machine.move_to(MIDNIGHT, tick=False)
    before = client.get(shown.pages[0])["ETag"]

    shown.rights_until = None
    shown.save()

    assert client.get(shown.pages[0])["ETag"] != before
    assert images(client.get(shown.pages[0]))


def test_rights_of_what_nobody_sees_change_no_page(client):
    number = PublicState.objects.get_or_create(pk=1)[0].number
    picture = make_picture()
    draft_with(picture)

    picture.rights_until = LAST_DAY
    picture.save()

    assert PublicState.objects.get(pk=1).number == number


def test_a_picture_that_is_not_for_reuse_is_shown_and_not_handed_out(client):
    picture = make_picture(rights="none")
    answer = client.get(make_edition(pictures=[picture]).get_absolute_url())

    assert "Not for reuse" in answer.content.decode()
    assert "Download" not in answer.content.decode()
    assert status(client, picture, "full.jpg") == 404
    assert client.get(picture.get_absolute_url())["X-Robots-Tag"] == "noindex"


def test_journalists_get_it_in_full_size_with_caption_and_credit_and_without_its_place(client):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (50.0, 50.0, 0.0)
    exif[0x013B] = "Secret Name"
    picture = make_picture(
        file=picture_file((3000, 20), exif=exif),
        caption={"en": "A flag", "fr": "Un drapeau"},
        credit="Jo Doe",
        rights="editorial",
        rights_until=date(2099, 12, 31),
    )
    make_edition(pictures=[picture])

    answer = client.get(picture.address_of("full.jpg"))

    content = body(answer)
    image = Image.open(BytesIO(content))
    assert image.size == (3000, 20)
    assert not image.getexif()
    assert b"Secret" not in content
    iptc = IptcImagePlugin.getiptcinfo(image)
    assert iptc[2, 120] == b"A flag"
    assert iptc[2, 110] == b"Jo Doe"
    assert iptc[2, 116] == b"Editorial use only, until 31 December 2099"
    assert "Un drapeau" in content.decode(errors="ignore")
    assert "attachment" in answer["Content-Disposition"]
    assert answer["X-Robots-Tag"] == "noindex"


# Before approval


def found(edition, at=None):
    names = ("pictures_", "people_in_pictures")
    return [key.split(":")[0] for key in keys(edition, at) if key.startswith(names)]


def test_all_is_said_of_a_picture_in_order():
    assert found(draft_with(make_picture(nobody=True))) == []


def test_preflight_asks_for_alternative_text_in_the_language_of_the_text():
    picture = make_picture(nobody=True)
    french = draft_with(picture, language="fr")

    [missing] = [one for one in french.findings() if "alternative" in one.sentence]
    assert missing.sentence == f"“{picture}” has no alternative text in French."
    assert not missing.blocks
    Picture.objects.update(alternative={})
    [missing] = [one for one in french.findings() if "alternative" in one.sentence]
    assert missing.blocks
    Picture.objects.update(decorative=True)
    assert found(french) == []


def test_preflight_knows_when_rights_end():
    picture = make_picture(nobody=True, rights_until=LAST_DAY)
    draft = draft_with(picture)

    assert found(draft, NOON - timedelta(days=60)) == []
    [soon] = [one for one in draft.findings(NOON) if "may be shown" in one.sentence]
    assert soon.sentence.endswith("may be shown until 6 May 2031, and is gone after that.")
    assert not soon.blocks
    [late] = [one for one in draft.findings(MIDNIGHT) if "may be shown" in one.sentence]
    assert late.blocks


def test_preflight_asks_who_is_to_be_seen_where_nobody_has_said():
    picture = make_picture()
    draft = draft_with(picture)

    assert found(draft) == ["people_in_pictures_are_known"]
    picture.people.add(make_person())
    assert found(draft) == []


def test_files_that_are_missing_stand_in_the_way_until_they_are_made(capsys):
    picture = make_picture(nobody=True, size=(600, 400))
    draft = draft_with(picture)
    picture.file.storage.delete(picture.place_of("480.avif"))

    [missing] = [one for one in draft.findings() if one.blocks]
    assert "could not be made" in missing.sentence
    call_command("make_pictures")
    assert f"{picture}: 1 files made." in capsys.readouterr().out
    assert found(draft) == []
    call_command("make_pictures")
    assert capsys.readouterr().out == ""


def test_a_picture_whose_original_is_lost_is_named(capsys):
    picture = make_picture()
    picture.file.storage.delete(picture.file.name)
    picture.file.storage.delete(picture.place_of("60.avif"))

    with pytest.raises(CommandError, match="Of 1 pictures"):
        call_command("make_pictures")
    assert str(picture) in capsys.readouterr().err


# At the desk


def test_staff_see_a_picture_before_anybody_else(client):
    picture = make_picture()
    draft = draft_with(picture)
    address = f"/admin/releases/picture/{picture.pk}/file"

    assert client.get(f"{address}/60.jpg").status_code == 302
    client.force_login(make_staff("Writer"))

    preview = client.get(f"/admin/releases/edition/{draft.pk}/preview/").content.decode()
    assert f"{address}/60.webp 60w" in preview
    assert not [one for one in re.findall("<img[^>]*>", preview) if "/pictures/" in one]
    answer = client.get(f"{address}/60.jpg")
    assert Image.open(BytesIO(body(answer))).size == (60, 40)
    assert "no-store" in answer["Cache-Control"]
    assert body(client.get(f"{address}/original")) == picture.file.read()


def test_an_upload_gets_a_sentence_or_a_record(client, django_capture_on_commit_callbacks):
    client.force_login(make_staff("Writer"))
    form = form_on(client, "/admin/releases/picture/add/", "_save")
    damaged = SimpleUploadedFile("flag.jpg", picture_file((600, 400)).read()[:700])

    answer = form.post(name="Flag", alternative_en="A flag", file=damaged)

    assert "The picture is damaged" in answer.content.decode()
    assert not Picture.objects.exists()
    good = SimpleUploadedFile("flag.jpg", picture_file((600, 400)).read())
    with django_capture_on_commit_callbacks(execute=True):
        answer = form_in(client, answer, "_save").post(file=good)
    picture = Picture.objects.get()
    assert picture.missing() == []
    assert picture.alternative == {"en": "A flag"}


def test_a_writer_proposes_and_an_editor_says_why(client):
    picture = make_picture()
    make_edition(pictures=[picture])
    address = f"/admin/releases/picture/{picture.pk}/change/"
    client.force_login(make_staff("Writer"))

    form_on(client, address, "_save").post(rights="none", reason="Our mistake", follow=True)

    picture.refresh_from_db()
    assert picture.rights == "press"
    client.force_login(make_staff("Editor"))
    answer = form_on(client, address, "_save").post(rights="none")
    assert "say why it changes" in answer.content.decode()
    form_in(client, answer, "_save").post(reason="The agency asks")
    picture.refresh_from_db()
    assert picture.rights == "none"


def test_rights_can_be_shortened_while_everything_is_stopped(client):
    picture = make_picture()
    make_edition(pictures=[picture])
    editor = make_staff("Editor")
    emergency_stop.stop(editor, "A leak")
    client.force_login(editor)
    form = form_on(client, f"/admin/releases/picture/{picture.pk}/change/", "_save")

    answer = form.post(caption_en="Otherwise", reason="Now")
    assert "A freeze is on" in answer.content.decode()
    form.post(caption_en="", rights_until="2020-01-01", reason="The agency asks")

    picture.refresh_from_db()
    assert picture.rights_until == date(2020, 1, 1)


def test_a_picture_that_is_used_cannot_be_deleted():
    public, in_draft = make_picture(), make_picture()
    make_edition(pictures=[public])
    draft_with(in_draft)

    with pytest.raises(ValidationError, match="public"):
        public.delete()
    with pytest.raises(ProtectedError):
        in_draft.delete()
    make_picture().delete()


def test_rows_may_exchange_their_pictures_and_hold_each_once(client):
    first, second = make_picture(), make_picture()
    draft = draft_with(first)
    draft.illustrations.create(picture=second, position=1)
    client.force_login(make_staff("Writer"))
    address = f"/admin/releases/edition/{draft.pk}/change/"
    rows = ("illustrations-0-picture", "illustrations-1-picture")

    form = form_on(client, address, "_save")
    answer = form.post({rows[0]: second.pk})
    assert "A picture is in the list twice." in answer.content.decode()
    form_in(client, answer, "_save").post({rows[1]: first.pk})

    assert [one.picture for one in draft.illustrations.all()] == [second, first]


def test_the_form_says_where_a_picture_is_used(client):
    picture = make_picture()
    draft_with(picture, title="The draft")
    make_person("Ada", portrait=picture)
    client.force_login(make_staff("Writer"))

    page = client.get(f"/admin/releases/picture/{picture.pk}/change/").content.decode()

    assert "The draft" in page
    assert ">Ada</a>" in page


def test_public_agrees_with_what_pages_show():
    picture, ended = make_picture(), make_picture(rights_until=date(2020, 1, 1))
    make_edition(pictures=[picture, ended])
    approve(draft_with(make_picture()), at=TOMORROW)

    assert list(Picture.objects.public(Moment.now())) == [picture]
    assert Picture.objects.settled().count() == 3
