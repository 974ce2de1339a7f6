"""Recordings as they come in: what is taken, what it is known by, and what is refused."""

import struct
from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from random import Random

import pytest
from django.core.exceptions import ValidationError

from releases.management.recorded import film, tone
from releases.reading.recordings import Facts, examine

MOST = 1_000_000
THREE = timedelta(seconds=3)


def box(name, *content):
    inside = b"".join(content)
    return struct.pack(">I4s", len(inside) + 8, name) + inside


def mp4(codec=b"avc1", kind=b"vide", length=3000, more=b"", tracked=b""):
    """What an MP4 says of itself, without the film; `more` of it, and of its track."""
    handler = box(b"hdlr", bytes(8), kind, bytes(12))
    described = box(b"stsd", bytes(7), b"\1", box(codec, bytes(8)))
    media = box(b"mdia", handler, box(b"minf", box(b"stbl", described)))
    head = box(b"tkhd", bytes(76), struct.pack(">2I", 160 << 16, 120 << 16))
    whole = box(b"mvhd", lasting(length))
    said = box(b"moov", whole, box(b"trak", head, media, tracked), more)
    return box(b"ftyp", b"isom", bytes(4)) + box(b"mdat", bytes(50)) + said


def lasting(length):
    """The head of an MP4, in the long form where the short one cannot tell its milliseconds."""
    if length < 2**32:
        return bytes(12) + struct.pack(">2I", 1000, length) + bytes(80)
    return b"\1" + bytes(19) + struct.pack(">IQ", 1000, length) + bytes(80)


def keyed(*names):
    """The names of what is told of a film, as QuickTime lists them."""
    listed = (struct.pack(">I4s", len(name) + 8, b"mdta") + name for name in names)
    return box(b"meta", box(b"keys", bytes(4), struct.pack(">I", len(names)), *listed))


def facts(content, name, most=MOST):
    return examine(BytesIO(content), name, most)


def refusal(content, name="a.mp4", most=MOST):
    with pytest.raises(ValidationError) as refused:
        facts(content, name, most)
    [sentence] = refused.value.messages
    return sentence


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (mp4(), "a.mp4", Facts("video/mp4", 160, 120, THREE)),
        (mp4(), "A.MOV", Facts("video/mp4", 160, 120, THREE)),
        (mp4(codec=b"mp4a", kind=b"soun"), "a.m4a", Facts("audio/mp4", 0, 0, THREE)),
        (mp4(length=0), "a.mp4", Facts("video/mp4", 160, 120, None)),
        (mp4(length=2**33), "a.mp4", Facts("video/mp4", 160, 120, timedelta(seconds=8589935))),
        (mp4(length=2**32 - 1), "a.mp4", Facts("video/mp4", 160, 120, None)),
        (mp4(length=2**55), "a.mp4", Facts("video/mp4", 160, 120, None)),
        (mp4(length=2**64 - 1), "a.mp4", Facts("video/mp4", 160, 120, None)),
        (film(3, (64, 36)).read(), "a.webm", Facts("video/webm", 64, 36, THREE)),
        (tone(3).read(), "a.wav", Facts("audio/wav", 0, 0, THREE)),
        (b"OggS" + bytes(60), "a.opus", Facts("audio/ogg")),
        (b"ID3\4" + bytes(60), "a.mp3", Facts("audio/mpeg")),
        (b"\xff\xfb\x90\x44" + bytes(60), "a.mp3", Facts("audio/mpeg")),
    ],
)
def test_a_recording_is_known_by_what_is_in_it(content, name, expected):
    assert facts(content, name) == expected


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"%PDF-1.7", "a.mp4", "This is no recording that every browser plays."),
        (b"<html><script>", "a.mp4", "This is no recording that every browser plays."),
        (b"", "a.mp3", "This is no recording that every browser plays."),
        (mp4(codec=b"hvc1"), "a.mp4", "encoded as “hvc1”, which not every browser plays"),
        (mp4(), "a.wav", "ends in “.wav”, but it is a MP4"),
        (tone(1).read(), "a.mp3", "ends in “.mp3”, but it is a WAV"),
        (film(1).read().replace(b"webm", b"matr"), "a.webm", "This is a Matroska file"),
        (b"OggS" + bytes(24) + b"\x80theora", "a.ogg", "This is a video in Ogg"),
        (mp4()[:-40], "a.mp4", "The recording is damaged"),
        (film(1).read()[:60], "a.webm", "The recording is damaged"),
        (b"RIFF" + bytes(4) + b"WAVE", "a.wav", "The recording is damaged"),
    ],
)
def test_what_browsers_do_not_play_is_refused_with_a_sentence(content, name, sentence):
    assert sentence in refusal(content, name)


PLACE = box(b"\xa9xyz", b"\0\x0a\x15\xc7+50.8+4.3/")
APPLE = b"com.apple.quicktime."


@pytest.mark.parametrize(
    "placed",
    [
        mp4(more=box(b"udta", PLACE)),
        mp4(more=box(b"udta", box(b"loci", bytes(20)))),
        mp4(more=keyed(APPLE + b"make", APPLE + b"location.ISO6709")),
        mp4(more=box(b"udta", box(b"meta", bytes(4), box(b"ilst", PLACE)))),
        mp4(tracked=box(b"udta", PLACE)),
        mp4(tracked=keyed(APPLE + b"location.ISO6709")),
    ],
)
def test_a_file_that_says_where_it_was_recorded_is_refused(placed):
    assert "says where it was recorded" in refusal(placed)


@pytest.mark.parametrize(
    "more",
    [
        box(b"free", b"\xa9xyz loci location.ISO6709"),
        box(b"udta", box(b"\xa9nam", b"\xa9xyz and loci of a location.ISO6709")),
        keyed(APPLE + b"make", APPLE + b"software"),
    ],
)
def test_what_only_looks_like_a_place_is_none(more):
    assert facts(mp4(more=more), "a.mp4").duration == THREE


def test_a_part_longer_than_any_file_is_damage(tmp_path):
    """A file on disk, as a large upload is one, goes to no place beyond all places."""
    path = tmp_path / "a.mp4"
    path.write_bytes(box(b"ftyp", b"isom") + struct.pack(">I4sQ", 1, b"free", 2**63 - 20))

    with path.open("rb") as file, pytest.raises(ValidationError, match="damaged"):
        examine(file, "a.mp4", MOST)


def test_what_is_too_large_is_refused_with_the_limit():
    assert refusal(mp4(), most=100).startswith("The file has more than 100\xa0bytes.")


def test_no_file_is_more_than_it_can_bear():
    """Whatever is cut off or exchanged, there is a sentence, or it is taken."""
    for whole, name in ((mp4(), "a.mp4"), (film(1, (64, 36)).read(), "a.webm")):
        chance = Random(1)
        for __ in range(500):
            damaged = bytearray(whole[: chance.randrange(20, len(whole))])
            for __ in range(chance.randrange(4)):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            with suppress(ValidationError):
                facts(bytes(damaged), name)
