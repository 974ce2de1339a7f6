"""Video and sound: with a text they go public, and the reader's own browser plays them."""

import json
import re
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from releases.desk.proposal_words import differences
from releases.models import Edition, Moment, PublicState, Recording, copies
from releases.review import emergency_stop, proposals
from releases.review.record_changes import change_of
from tests.builders import (
    CAPTIONS,
    TOMORROW,
    approve,
    begin_correction,
    correct,
    film_file,
    instant,
    keys,
    make_access,
    make_edition,
    make_editor,
    make_picture,
    make_recording,
    make_staff,
    sound_file,
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


def status(client, recording, name=None):
    return client.get(recording.address_of(name or recording.played)).status_code


def files(answer):
    """The addresses of recordings that a page plays or offers."""
    return sorted(set(re.findall(r"/recordings/[\w./-]+", answer.content.decode())))


def words(answer):
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", answer.content.decode()))


def draft_with(recording, **values):
    draft = make_edition(draft=True, **values)
    draft.playbacks.create(recording=recording)
    return draft


# The file


def test_a_recording_knows_its_file():
    film, sound = make_recording(), make_recording(file=sound_file(seconds=2), kind="video")

    assert (film.kind, film.media_type, film.width, film.height) == ("video", "video/webm", 64, 36)
    assert (film.length, film.size) == ("0:01", film.file.size)
    assert (sound.kind, sound.media_type, sound.length) == ("sound", "audio/wav", "0:02")


@pytest.mark.parametrize("change", [{"file": film_file()}, {"media_type": "text/html"}])
def test_a_file_is_not_exchanged(change):
    recording = make_recording()
    for name, value in change.items():
        setattr(recording, name, value)

    with pytest.raises(ValidationError, match="stays as it is"):
        recording.save()
    with pytest.raises(ValidationError, match="stays as it is"):
        Recording.objects.update(**change)


def test_what_is_no_recording_is_not_stored(settings):
    with pytest.raises(ValidationError, match="no recording"):
        make_recording(file=ContentFile(b"<script>alert(1)</script>", "a.mp4"))
    settings.RECORDING_MAX_BYTES = 1000
    with pytest.raises(ValidationError, match="more than 1000"):
        make_recording()


@pytest.mark.parametrize(
    ("seconds", "said"), [(59, "0:59"), (200, "3:20"), (3723, "1:02:03"), (90000, "25:00:00")]
)
def test_its_length_is_said_as_players_say_it(seconds, said):
    assert Recording(duration=timedelta(seconds=seconds)).length == said


# With a text


def test_a_recording_goes_public_with_its_text(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    recording = make_recording(poster=make_picture())
    approve(draft_with(recording), at=NOON + timedelta(hours=1))
    poster = recording.poster.get_absolute_url()

    assert status(client, recording) == status(client, recording, "en.vtt") == 404
    assert client.get(poster).status_code == 404
    time_machine.move_to(NOON + timedelta(hours=1), tick=False)
    assert status(client, recording) == status(client, recording, "en.vtt") == 200
    assert client.get(poster).status_code == 200


def test_a_page_plays_a_video_by_the_browsers_own_player(client):
    poster = make_picture()
    recording = make_recording(
        "Press conference",
        poster=poster,
        captions={"en": CAPTIONS, "fr": CAPTIONS},
        transcript={"fr": "Nous commençons.\n\nMerci."},
        credit="Jo Doe",
        taken_on=date(2021, 3, 30),
    )

    answer = client.get(make_edition(recordings=[recording]).get_absolute_url())

    page = answer.content.decode()
    [video] = re.findall("<video[^>]*>", page)
    assert 'preload="none"' in video
    assert 'width="64"' in video
    assert 'height="36"' in video
    assert " controls" in video
    assert f'poster="{poster.get_absolute_url()}"' in video
    tracks = re.findall('<track kind="captions" src="[^"]*" srclang="(.*?)" label="(.*?)">', page)
    assert tracks == [("en", "English"), ("fr", "Français")]
    assert "<iframe" not in page
    said = words(answer)
    assert "Press conference Video, 0:01, 30 March 2021 Recording: Jo Doe Free for press" in said
    assert re.search(r"Download, WEBM, \d\.\d\sKB : Press conference", said)
    assert '<div class="transcript" lang="fr"><p>Nous commençons.</p>' in page
    for address in files(answer):
        assert client.get(address).status_code == 200, address


def test_what_is_in_another_language_than_the_page_is_marked_so(client):
    recording = make_recording(title={"fr": "Le point"}, transcript={"fr": "Nous commençons."})

    answer = client.get(make_edition(recordings=[recording]).get_absolute_url())

    page = answer.content.decode()
    in_french = '<span lang="fr">Le point</span>'
    [called] = re.findall('<video[^>]* aria-labelledby="(.*?)"', page)
    assert f'<h3 id="{called}">{in_french}</h3>' in page
    assert page.count(f'<span class="unseen">: {in_french}</span>') == 2
    assert "aria-label=" not in re.search("<video[^>]*>", page)[0]


def test_a_page_plays_sound(client):
    recording = make_recording(file=sound_file(), captions={}, transcript={"en": "We begin."})

    page = client.get(make_edition(recordings=[recording]).get_absolute_url()).content.decode()

    [audio] = re.findall("<audio[^>]*>", page)
    assert f'src="{recording.get_absolute_url()}"' in audio
    assert "width" not in audio
    assert "<p>We begin.</p>" in page


def test_what_another_host_plays_is_a_link_that_names_it(client):
    recording = make_recording("Live", url="https://video.example.org/watch?v=1", captions={})

    answer = client.get(make_edition(recordings=[recording]).get_absolute_url())

    page = answer.content.decode()
    assert '<a href="https://video.example.org/watch?v=1">Live</a>' in page
    assert "Video, 3:20, opens on video.example.org" in words(answer)
    assert not re.search("<(iframe|video|embed|object)", page)
    assert page.count("video.example.org/") == 2  # the link, and what machines are told


def test_nothing_of_another_host_is_let_in(client):
    policy = client.get("/en/")["Content-Security-Policy"]

    assert "media-src 'self'" in policy
    assert "frame-src" not in policy
    assert "default-src 'none'" in policy


def test_a_page_without_recordings_costs_nothing_more(client):
    plain, played = make_edition(), make_edition(recordings=[make_recording()])
    with CaptureQueriesContext(connection) as asked:
        page = client.get(plain.get_absolute_url()).content.decode()
    assert "recording" not in str(asked.captured_queries)
    assert "Video and sound" not in page

    with CaptureQueriesContext(connection) as more:
        client.get(played.get_absolute_url())
    assert len([one for one in more.captured_queries if "releases_recording" in one["sql"]]) == 1


def test_machines_are_told_of_video_and_sound(client):
    film = make_recording("Film", poster=make_picture(), credit="Jo Doe")
    sound = make_recording("Sound", file=sound_file(), transcript={"en": "We begin."})
    link = make_recording("Live", url="https://video.example.org/1", captions={})

    answer = client.get(make_edition(recordings=[film, sound, link]).get_absolute_url())

    data = json.loads(re.search("ld.json.>(.*?)</script>", answer.content.decode(), re.S)[1])
    assert [one["name"] for one in data["video"]] == ["Film", "Live"]
    assert data["video"][0]["contentUrl"] == f"http://testserver{film.get_absolute_url()}"
    assert data["video"][0]["duration"] == "P0DT00H00M01S"
    assert data["video"][0]["thumbnailUrl"].endswith(film.poster.get_absolute_url())
    assert data["video"][1]["url"] == "https://video.example.org/1"
    assert "contentUrl" not in data["video"][1]
    [heard] = data["audio"]
    assert (heard["@type"], heard["transcript"]) == ("AudioObject", "We begin.")


def test_what_a_text_said_of_it_is_kept_and_its_captions_are_the_newest(client):
    recording = make_recording("As it was", transcript={"en": "Before"})
    edition = make_edition(recordings=[recording])
    before = client.get(edition.get_absolute_url())

    recording.title, recording.transcript = {"en": "Otherwise"}, {"en": "After"}
    recording.captions = {"fr": CAPTIONS.replace("We begin", "Nous commençons")}
    recording.save()

    answer = client.get(edition.get_absolute_url())
    page = answer.content.decode()
    assert "As it was" in page
    assert "Before" in page
    assert "Otherwise" not in page
    assert re.findall('srclang="([^"]*)"', page) == ["fr"]
    assert answer["ETag"] != before["ETag"]
    assert "Nous commençons" in client.get(recording.address_of("fr.vtt")).content.decode()
    assert status(client, recording, "en.vtt") == 404


def test_an_older_version_goes_on_playing_it(client):
    old, new = make_recording("The old film"), make_recording("The new film")
    edition = approve(draft_with(old))
    draft = begin_correction(edition)
    draft.playbacks.get().delete()
    draft.playbacks.create(recording=new)
    approve(draft)

    page = client.get(edition.get_version_url()).content.decode()
    assert old.get_absolute_url() in page
    assert "The new film" in re.search("<ins.*?</ins>", page)[0]
    assert "The old film" in re.search("<del.*?</del>", page)[0]
    assert status(client, old) == 200
    assert new.get_absolute_url() in files(client.get(draft.get_absolute_url()))


def test_a_correction_and_a_translation_begin_with_the_recordings():
    first, second = make_recording(), make_recording()
    edition = make_edition(recordings=[second, first])

    for copy in (
        copies.next_version(edition, make_staff("Writer")),
        copies.translate(edition, make_staff("Writer"), "fr"),
    ):
        assert [one.recording for one in copy.playbacks.all()] == [second, first]


def test_what_was_removed_takes_its_recording_along_and_a_withdrawn_text_keeps_it(client):
    gone, stays = make_recording(), make_recording()
    removed, withdrawn = make_edition(recordings=[gone]), make_edition(recordings=[stays])

    removed.release.remove(make_editor(), "in_error", {"en": "Too early."})
    withdrawn.release.remove(make_editor("other"), "withdrawn", {"en": "No longer so."})

    assert status(client, gone) == status(client, gone, "en.vtt") == 404
    assert status(client, stays) == 200


def test_recordings_of_an_approved_text_stay():
    edition = make_edition(recordings=[make_recording()])
    one = edition.playbacks.get()

    with pytest.raises(ValidationError):
        one.delete()
    with pytest.raises(ValidationError):
        edition.playbacks.create(recording=make_recording())
    one.position = 7
    with pytest.raises(ValidationError):
        one.save()


def test_a_text_in_review_is_a_draft_again_where_its_recordings_change():
    draft = submit(make_edition(draft=True))

    draft.playbacks.create(recording=make_recording(no_speech=True))

    assert not Edition.objects.get(pk=draft.pk).is_in_review


def test_a_journalist_who_reads_ahead_is_told_of_a_recording_and_gets_none(client):
    recording = make_recording("The film", transcript={"en": "We begin."}, poster=make_picture())
    release = approve(draft_with(recording), at=TOMORROW).release
    make_access(release, digest=sha256(b"abc").hexdigest(), accepted_at=timezone.now())

    answer = client.get("/en/embargo/abc/")

    assert "The film Video, 0:01, can be opened once the release is public" in words(answer)
    assert "We begin." in answer.content.decode()
    assert files(answer) == []
    assert "/pictures/" not in answer.content.decode()


# The way to the reader


@pytest.fixture
def film():
    recording = make_recording()
    make_edition(recordings=[recording])
    return recording


def test_a_file_is_sent_as_what_it_is_and_whoever_has_it_gets_it_once(client, film):
    first = client.get(film.get_absolute_url())

    assert first["Content-Type"] == "video/webm"
    assert first["Accept-Ranges"] == "bytes"
    assert first["X-Content-Type-Options"] == "nosniff"
    assert body(first) == film.file.read()
    assert "Vary" not in first
    again = client.get(film.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again["ETag"]) == (304, first["ETag"])
    assert "Vary" not in again


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-", 0, None),
        ("bytes=10-19", 10, 20),
        ("bytes=100-99999999", 100, None),
        ("bytes=-50", -50, None),
        ("bytes=0-0", 0, 1),
    ],
)
def test_a_player_gets_the_part_it_asks_for(client, film, asked, start, end):
    whole = film.file.read()

    answer = client.get(film.get_absolute_url(), headers={"Range": asked})

    part = body(answer)
    first = range(len(whole))[start]
    assert answer.status_code == 206
    assert part == whole[start:end]
    assert answer["Content-Range"] == f"bytes {first}-{first + len(part) - 1}/{len(whole)}"
    assert answer["Content-Length"] == str(len(part))
    assert "Vary" not in answer


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=5-4", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused_with_the_size(client, film, asked):
    answer = client.get(film.get_absolute_url(), headers={"Range": asked})

    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{film.size}"
    assert "Vary" not in answer


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=0-1,5-6"},
        {"Range": "bytes=-"},
        {"Range": "lines=0-1"},
        {"Range": "bytes=0-1", "If-Range": '"another"'},
        {"Range": f"bytes=0-{'9' * 5000}"},
    ],
)
def test_what_is_asked_otherwise_is_answered_with_the_whole(client, film, headers):
    answer = client.get(film.get_absolute_url(), headers=headers)

    assert answer.status_code == 200
    assert body(answer) == film.file.read()


def test_who_asks_for_a_part_of_the_same_file_gets_it(client, film):
    etag = client.get(film.get_absolute_url())["ETag"]

    answer = client.get(film.get_absolute_url(), headers={"Range": "bytes=0-1", "If-Range": etag})

    assert answer.status_code == 206


def test_captions_are_sent_as_webvtt(client, film):
    answer = client.get(film.address_of("en.vtt"))

    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.decode() == CAPTIONS
    again = client.get(film.address_of("en.vtt"), headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Recording.objects.update(captions={"en": CAPTIONS.replace("We", "They")})
    assert client.get(film.address_of("en.vtt"))["ETag"] != answer["ETag"]


def test_for_a_part_of_a_file_nothing_is_read_of_what_is_said_in_it(client, film):
    with CaptureQueriesContext(connection) as asked:
        client.get(film.get_absolute_url(), headers={"Range": "bytes=0-3"})

    [one] = [one["sql"] for one in asked.captured_queries if "releases_recording" in one["sql"]]
    assert "transcript" not in one
    assert "captions" not in one


def test_a_recording_is_saved_under_its_name(client, film):
    page = client.get(Edition.objects.get().get_absolute_url()).content.decode()
    [address] = re.findall('<a href="http://testserver([^"]*)" download>', page)

    answer = client.get(address)

    assert answer["Content-Disposition"] == f'attachment; filename="{film.key}.webm"'
    assert answer["X-Robots-Tag"] == "noindex"
    assert body(answer) == film.file.read()


def test_nobody_learns_under_which_name_a_file_came(client):
    recording = make_recording(file=film_file("minister-final-v7.webm"))
    make_edition(recordings=[recording])

    answer = client.get(recording.get_absolute_url())

    assert "final" not in f"{recording.file.name} {answer.headers}"
    assert answer["Content-Disposition"] == f'inline; filename="{recording.key}.webm"'


@pytest.mark.parametrize("name", ["film.webm", "fr.vtt", ".vtt", "en", "x.webm"])
def test_nothing_else_of_a_recording_is_to_be_had(client, film, name):
    assert client.get(f"/recordings/{film.key}/{name}").status_code == 404
    assert client.get(f"/{film.file.name}").status_code == 404


def test_a_link_has_no_file(client):
    link = make_recording(url="https://video.example.org/1", captions={})
    make_edition(recordings=[link])

    assert client.get(f"/recordings/{link.key}/{link.key}").status_code == 404


# Rights


@pytest.fixture
def lent(time_machine):
    """A recording whose rights end with the day, with the pages that play it."""
    time_machine.move_to(NOON, tick=False)
    recording = make_recording("Lent for a day", rights_until=LAST_DAY)
    edition = approve(draft_with(recording))
    corrected = correct(edition)
    recording.pages = [corrected.get_absolute_url(), edition.get_version_url()]
    return recording


def test_rights_that_end_take_a_recording_from_everywhere_at_midnight(client, time_machine, lent):
    time_machine.move_to(MIDNIGHT - SECOND, tick=False)
    for page in lent.pages:
        assert files(client.get(page)), page
    assert status(client, lent) == status(client, lent, "en.vtt") == 200

    time_machine.move_to(MIDNIGHT, tick=False)
    for page in lent.pages:
        answer = client.get(page)
        assert files(answer) == [], page
        assert "Lent for a day" not in answer.content.decode(), page
    assert status(client, lent) == status(client, lent, "en.vtt") == 404


def test_rights_end_though_everything_is_stopped(client, time_machine, lent):
    emergency_stop.stop(make_editor(), "A leak")

    time_machine.move_to(MIDNIGHT, tick=False)

    assert status(client, lent) == 404


def test_a_poster_whose_rights_have_ended_is_left_out(client):
    poster = make_picture(rights_until=date(2020, 1, 1))
    edition = make_edition(recordings=[make_recording(poster=poster)])

    page = client.get(edition.get_absolute_url()).content.decode()

    assert "<video" in page
    assert "poster" not in page


def test_what_is_not_for_reuse_is_played_and_not_offered(client):
    recording = make_recording(rights="none")
    answer = client.get(make_edition(recordings=[recording]).get_absolute_url())

    assert "<video" in answer.content.decode()
    assert "Download" not in answer.content.decode()
    assert status(client, recording, "download.webm") == 404
    assert client.get(recording.get_absolute_url())["X-Robots-Tag"] == "noindex"


def test_what_nobody_sees_changes_no_page():
    number = PublicState.objects.get_or_create(pk=1)[0].number
    recording = make_recording()
    draft_with(recording)

    recording.captions = {"en": CAPTIONS, "fr": CAPTIONS}
    recording.save()

    assert PublicState.objects.get(pk=1).number == number


def test_public_agrees_with_what_pages_play():
    recording, ended = make_recording(), make_recording(rights_until=date(2020, 1, 1))
    make_edition(recordings=[recording, ended])
    approve(draft_with(make_recording()), at=TOMORROW)

    assert list(Recording.objects.public(Moment.now())) == [recording]
    assert Recording.objects.settled().count() == 3


# Before approval


def findings(edition, at=None):
    """Each finding on a recording: where it is, whether it blocks, and its end."""
    return [
        (one.field, one.blocks, one.sentence.rpartition("” ")[2])
        for one in edition.findings(at)
        if one.field.startswith("playbacks")
    ]


def test_preflight_asks_for_captions_of_what_is_said_in_a_video():
    recording = make_recording(captions={})
    french = draft_with(recording, language="fr")
    field = "playbacks-0-recording"

    sentence = "has no captions: give them, or say that nobody speaks."
    assert findings(french) == [(field, True, sentence)]
    Recording.objects.update(captions={"en": CAPTIONS})
    assert findings(french) == [(field, False, "has no captions in French.")]
    Recording.objects.update(no_speech=True, captions={})
    assert findings(french) == []


def test_preflight_asks_for_a_transcript_of_sound():
    draft = draft_with(make_recording(file=sound_file(), captions={}))

    sentence = "has no transcript: give it, or say that nobody speaks."
    assert findings(draft) == [("playbacks-0-recording", True, sentence)]
    Recording.objects.update(transcript={"fr": "Nous commençons."})
    assert [one[1:] for one in findings(draft)] == [(False, "has no transcript in English.")]


def test_preflight_leaves_the_captions_of_another_host_to_it():
    link = make_recording(url="https://video.example.org/1", captions={})

    assert findings(draft_with(link)) == []


def test_preflight_knows_when_rights_end():
    draft = draft_with(make_recording(rights_until=LAST_DAY))

    assert findings(draft, NOON - timedelta(days=60)) == []
    assert not findings(draft, NOON)[0][1]
    assert findings(draft, MIDNIGHT)[0][1]
    assert any("recordings_may_be_shown" in key for key in keys(draft, MIDNIGHT))


# At the desk


def upload(file, name):
    return SimpleUploadedFile(name, file.read())


def test_staff_play_a_recording_before_anybody_else(client):
    recording = make_recording(poster=make_picture())
    draft = draft_with(recording)
    address = f"/admin/releases/recording/{recording.pk}/file"

    assert client.get(f"{address}/{recording.played}").status_code == 302
    client.force_login(make_staff("Writer"))

    preview = client.get(f"/admin/releases/edition/{draft.pk}/preview/").content.decode()
    [video] = re.findall("<video[^>]*>", preview)
    assert f'src="{address}/{recording.played}"' in video
    assert f'poster="/admin/releases/picture/{recording.poster.pk}/file/' in video
    assert f'src="{address}/en.vtt"' in preview
    answer = client.get(f"{address}/{recording.played}", headers={"Range": "bytes=0-3"})
    assert (answer.status_code, body(answer)) == (206, b"\x1aE\xdf\xa3")
    assert "no-store" in answer["Cache-Control"]
    assert client.get(f"{address}/en.vtt").content.decode() == CAPTIONS
    assert client.get(f"{address}/film.webm").status_code == 404


def test_an_upload_gets_a_sentence_or_a_record_and_nothing_typed_is_lost(client):
    client.force_login(make_staff("Writer"))
    form = form_on(client, "/admin/releases/recording/add/", "_save")

    answer = form.post(title_en="Briefing", file=upload(sound_file(), "a.mp3"))

    assert "but it is a WAV" in answer.content.decode()
    refused = form_in(client, answer, "_save")
    assert refused["title_en"] == "Briefing"
    refused.post(file=upload(sound_file(seconds=2), "a.wav"), transcript_en="We begin.")
    recording = Recording.objects.get()
    assert (recording.kind, recording.length) == ("sound", "0:02")
    assert recording.transcript == {"en": "We begin."}


def test_how_long_it_is_is_asked_where_the_file_does_not_say(client):
    client.force_login(make_staff("Writer"))
    form = form_on(client, "/admin/releases/recording/add/", "_save")
    file = {"title_en": "Briefing", "url": "https://video.example.org/1"}

    answer = form.post(file)

    assert "Say how long it is, such as 3:20." in answer.content.decode()
    answer = form_in(client, answer, "_save").post(duration="200000000 00:00:00")
    assert "less than or equal to 365" in answer.content.decode()
    form_in(client, answer, "_save").post(duration="1:02:03")
    assert Recording.objects.get().length == "1:02:03"


@pytest.mark.parametrize("given", [["url", "file"], []])
def test_either_a_link_or_a_file_is_given(client, given):
    client.force_login(make_staff("Writer"))
    both = {"url": "https://video.example.org/1", "file": upload(film_file(), "a.webm")}
    form = form_on(client, "/admin/releases/recording/add/", "_save")

    answer = form.post({name: both[name] for name in given}, title_en="A", duration="3:20")

    assert "Give either a link or a file." in answer.content.decode()


def test_captions_of_a_link_are_refused_and_stay_to_be_read(client):
    client.force_login(make_staff("Writer"))
    form = form_on(client, "/admin/releases/recording/add/", "_save")
    link = {"title_en": "A", "url": "https://video.example.org/1", "duration": "3:20"}

    answer = form.post(link, captions_en=CAPTIONS)

    assert "Captions go with a file: a link shows those of its host." in answer.content.decode()
    refused = form_in(client, answer, "_save")
    assert refused["captions_en"].splitlines() == CAPTIONS.splitlines()
    refused.post(captions_en="")
    assert Recording.objects.get().url == link["url"]


def test_a_writer_proposes_captions_and_an_editor_says_why(client):
    recording = make_recording()
    make_edition(recordings=[recording])
    address = f"/admin/releases/recording/{recording.pk}/change/"
    client.force_login(make_staff("Writer"))
    file = SimpleUploadedFile("a.vtt", CAPTIONS.encode())

    answer = form_on(client, address, "_save").post(
        captions_nl_file=file, reason="Heard again", follow=True
    )

    assert "Proposed. Nothing has changed yet" in answer.content.decode()
    recording.refresh_from_db()
    assert "nl" not in recording.captions
    client.force_login(make_staff("Editor"))
    answer = form_on(client, address, "_save").post(captions_nl=CAPTIONS)
    assert "say why it changes" in answer.content.decode()
    form_in(client, answer, "_save").post(reason="Heard again")
    recording.refresh_from_db()
    assert recording.captions["nl"] == CAPTIONS


def test_another_length_is_proposed_in_words_and_accepted():
    recording = make_recording(url="https://video.example.org/1", captions={})
    make_edition(recordings=[recording])
    changes = change_of(recording, "duration", timedelta(minutes=4))
    proposal = proposals.propose(recording, changes, make_staff("Writer"), "Measured again")

    [(label, lines)] = differences(proposal)
    assert label == "Length"
    assert (
        "".join(run for line in lines for __, run in line.words) == "0:03:2004:00"
    )  # what stays is told once
    proposals.accept(proposal, make_staff("Editor"), seen=proposal.record.revision)

    assert Recording.objects.get().length == "4:00"


def test_rows_hold_each_recording_once(client):
    first, second = make_recording(), make_recording()
    draft = draft_with(first)
    draft.playbacks.create(recording=second, position=1)
    client.force_login(make_staff("Writer"))

    form = form_on(client, f"/admin/releases/edition/{draft.pk}/change/", "_save")
    answer = form.post({"playbacks-0-recording": second.pk})
    assert "A recording is in the list twice." in answer.content.decode()
    form_in(client, answer, "_save").post({"playbacks-1-recording": first.pk})

    assert [one.recording for one in draft.playbacks.all()] == [second, first]


def test_a_recording_or_a_poster_that_is_used_cannot_be_deleted():
    public, in_draft = make_recording(poster=make_picture()), make_recording()
    make_edition(recordings=[public])
    draft_with(in_draft)

    with pytest.raises(ValidationError, match="public"):
        public.delete()
    with pytest.raises(ValidationError, match="public"):
        public.poster.delete()
    with pytest.raises(ProtectedError):
        in_draft.delete()
    make_recording().delete()


def test_the_form_says_where_a_recording_is_used(client):
    recording = make_recording()
    draft_with(recording, title="The draft")
    client.force_login(make_staff("Writer"))

    page = client.get(f"/admin/releases/recording/{recording.pk}/change/").content.decode()

    assert "The draft" in page
