"""Captions in WebVTT: what is taken, and which line is wrong."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from releases.models import Recording
from releases.text.captions import check
from tests.builders import CAPTIONS, film_file, make_recording, make_staff
from tests.forms import form_in, form_on

HEAD = "WEBVTT\n\n"


@pytest.mark.parametrize(
    "text",
    [
        CAPTIONS,
        "WEBVTT - Press conference\nKind: captions\n\n00:01.000 --> 00:02.500\nGood morning.",
        f"{HEAD}NOTE taken down by hand\n\n1\n00:00:01.000 --> 00:00:02.000 line:0\n<v Ann>Yes\nNo",
        f"{HEAD}00:01.000 --> 00:03.000\nA\n\n\n00:02.000 --> 00:03.000\nB\n",
        f"{HEAD}STYLE\n::cue {{ color: lime }}\n\n101:00:00.000 --> 101:00:01.000\nThe end",
    ],
)
def test_captions_as_players_take_them(text):
    check(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Good morning", "Captions begin with a line that says WEBVTT."),
        ("1\n00:00:01,000 --> 00:00:02,000\nHi", "These are captions of another kind (SRT)."),
        (HEAD, "There are no captions in it."),
        (f"{HEAD}NOTE nothing", "There are no captions in it."),
        ("WEBVTT\n00:01.000 --> 00:02.000\nHi", "Line 2 says no times"),
        (f"{HEAD}00:01 --> 00:02\nHi", "Line 3 says no times"),
        (f"{HEAD}one\n00:01.000 -> 00:02.000\nHi", "Line 4 says no times"),
        (f"{HEAD}00:01.000 --> 00:02.000\nHi\n00:02.000 --> 00:03.000\nHo", "Line 5 says no times"),
        (f"{HEAD}00:02.000 --> 00:01.000\nHi", "Line 3 ends before it begins."),
        (
            f"{HEAD}00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:04.000\nB",
            "Line 6 begins before the one above it.",
        ),
        (f"{HEAD}00:02.000 --> 00:03.000\n\nHi", "Below line 3 there are no words."),
        (f"{HEAD}00:01.000 --> 00:02.000\nCaf\ufffd", "Line 4 holds characters that cannot be"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, sentence):
    with pytest.raises(ValidationError) as refused:
        check(text)

    assert refused.value.messages[0].startswith(sentence)


@pytest.mark.django_db
def test_a_file_takes_the_place_of_the_text_and_is_kept_where_it_is_refused(client):
    client.force_login(make_staff("Writer"))
    form = form_on(client, "/admin/releases/recording/add/", "_save")
    wrong = SimpleUploadedFile("a.vtt", f"\ufeff{HEAD}00:02.000 --> 00:01.000\r\nÇa va".encode())

    answer = form.post(title_en="Briefing", file=_film(), captions_fr_file=wrong)

    assert "Français: Line 3 ends before it begins." in answer.content.decode()
    refused = form_in(client, answer, "_save")
    assert refused["captions_fr"].endswith("00:02.000 --> 00:01.000\r\nÇa va")
    mended = f"{HEAD}00:00.000 --> 00:01.000\nÇa va"
    refused.post(captions_fr=mended, file=_film())
    assert Recording.objects.get().captions == {"fr": mended}


@pytest.mark.django_db
def test_a_file_that_is_no_utf_8_is_refused(client):
    client.force_login(make_staff("Writer"))
    recording = make_recording()
    form = form_on(client, f"/admin/releases/recording/{recording.pk}/change/", "_save")
    latin = SimpleUploadedFile("a.vtt", f"{HEAD}00:01.000 --> 00:02.000\nÇa va".encode("cp1252"))

    answer = form.post(captions_fr_file=latin)

    assert "Line 4 holds characters that cannot be read. Save the file as UTF-8." in (
        answer.content.decode()
    )
    assert Recording.objects.get().captions == {"en": CAPTIONS}


@pytest.mark.django_db
def test_a_translator_adds_captions_in_the_own_language_alone(client):
    client.force_login(make_staff("Translator", languages=["fr"]))
    recording = make_recording()
    form = form_on(client, f"/admin/releases/recording/{recording.pk}/change/", "_save")
    french = SimpleUploadedFile("a.vtt", CAPTIONS.replace("We begin", "Nous commençons").encode())
    other = SimpleUploadedFile("a.vtt", CAPTIONS.replace("We begin", "Ha").encode())

    form.craft({"captions_fr_file": french, "captions_en_file": other})

    captions = Recording.objects.get().captions
    assert captions == {"en": CAPTIONS, "fr": CAPTIONS.replace("We begin", "Nous commençons")}


def _film():
    return SimpleUploadedFile("film.webm", film_file().read())
