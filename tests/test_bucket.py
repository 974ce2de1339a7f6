"""
Files in object storage, over HTTP against a server that speaks S3: that of moto. It looks at no
signature and at no end, so these are read in the addresses themselves.
"""

from datetime import date, timedelta
from io import BytesIO
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from moto.server import ThreadedMotoServer
from PIL import Image

from project import env
from releases.models import Recording
from tests.builders import (
    CAPTIONS,
    instant,
    make_document,
    make_edition,
    make_picture,
    make_recording,
    make_staff,
    sound_file,
)

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12, 0)


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(server, settings, monkeypatch):
    monkeypatch.setenv("BUCKET_URL", f"s3+http://key:se%2Fcret@{server}/newsroom?region=eu-west-1")
    options = env.bucket("BUCKET_URL")
    client = boto3.client(
        "s3",
        endpoint_url=f"http://{server}",
        aws_access_key_id="key",
        aws_secret_access_key="se/cret",
        region_name="eu-west-1",
    )
    client.create_bucket(
        Bucket="newsroom", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    backend = {"BACKEND": "releases.operation.bucket.Bucket", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"default": backend}
    yield client
    for name in names(client):
        client.delete_object(Bucket="newsroom", Key=name)
    client.delete_bucket(Bucket="newsroom")


def names(client):
    found = client.list_objects_v2(Bucket="newsroom").get("Contents", [])
    return sorted(one["Key"] for one in found)


def followed(answer):
    """What is at the address that an answer leads to, and for how long."""
    with urlopen(answer["Location"]) as file:  # noqa: S310 (http)
        asked = parse_qs(urlsplit(answer["Location"]).query)
        return file.read(), file.headers, int(asked["X-Amz-Expires"][0])


def test_a_picture_is_led_to_by_an_address_that_ends_with_the_minute(client, bucket, time_machine):
    time_machine.move_to(NOON.replace(second=15), tick=False)
    picture = make_picture()
    make_edition(pictures=[picture])

    answer = client.get(picture.get_absolute_url())

    content, headers, seconds = followed(answer)
    assert answer.status_code == 302
    assert answer["Cache-Control"] == "public, max-age=45"
    assert "Vary" not in answer
    assert seconds == 45
    assert headers["Content-Type"] == "image/jpeg"
    assert Image.open(BytesIO(content)).size == (60, 40)
    assert "X-Amz-Signature" in answer["Location"]


def test_at_the_end_of_a_minute_a_picture_is_sent_instead(client, bucket, time_machine):
    time_machine.move_to(NOON.replace(second=59), tick=False)
    picture = make_picture()
    make_edition(pictures=[picture])

    answer = client.get(picture.get_absolute_url())

    assert answer.status_code == 200
    assert Image.open(BytesIO(b"".join(answer.streaming_content))).size == (60, 40)


def test_a_recording_is_led_to_for_as_long_as_it_is_played(client, bucket, time_machine):
    time_machine.move_to(NOON.replace(second=59), tick=False)
    recording = make_recording(file=sound_file(), transcript={"en": "We begin."})
    make_edition(recordings=[recording])

    content, headers, seconds = followed(client.get(recording.get_absolute_url()))

    assert content == recording.file.read()
    assert headers["Content-Type"] == "audio/wav"
    assert seconds == 15 * 60 + recording.duration.total_seconds() + 1
    answer = client.get(recording.address_of("en.vtt"))
    assert answer.content.decode() == CAPTIONS


def test_a_recording_is_saved_under_its_name(client, bucket):
    recording = make_recording()
    make_edition(recordings=[recording])

    content, headers, __ = followed(client.get(recording.download_url))

    assert content == recording.file.read()
    assert headers["Content-Disposition"] == f'attachment; filename="{recording.played}"'


def test_staff_are_led_to_a_recording_and_no_cache_keeps_where(client, bucket):
    recording = make_recording()
    client.force_login(make_staff("Writer"))

    answer = client.get(recording.desk_file_url, headers={"Range": "bytes=0-3"})

    content, __, seconds = followed(answer)
    assert content == recording.file.read()
    assert seconds > 15 * 60
    assert "no-store" in answer["Cache-Control"]


def test_nobody_is_led_to_a_recording_for_longer_than_a_day(client, bucket):
    recording = make_recording()
    Recording.objects.update(duration=timedelta(days=50))
    make_edition(recordings=[recording])

    __, __, seconds = followed(client.get(recording.get_absolute_url()))

    assert seconds <= 24 * 3600 + 60


def test_nobody_is_led_to_a_recording_for_longer_than_its_rights(client, bucket, time_machine):
    time_machine.move_to(instant(2031, 5, 6, 23, 57, 30), tick=False)
    recording = make_recording(rights_until=date(2031, 5, 6))
    make_edition(recordings=[recording])

    __, __, seconds = followed(client.get(recording.get_absolute_url()))

    assert seconds <= 150


def test_who_was_led_to_a_file_before_is_led_to_it_anew(client, bucket, time_machine):
    time_machine.move_to(NOON.replace(second=59), tick=False)
    picture, recording = make_picture(), make_recording()
    plan = make_document(file=ContentFile(b"plan", "plan.pdf"))
    make_edition(pictures=[picture], recordings=[recording], documents=[plan])
    here = client.get(picture.get_absolute_url())["ETag"]

    time_machine.move_to(NOON.replace(second=15), tick=False)
    for file in (picture, recording, plan):
        address = file.get_absolute_url()
        first = client.get(address)
        assert "ETag" not in first
        for etag in (here, f'"{file.sha256[:32]}"', "*"):
            again = client.get(address, headers={"If-None-Match": etag})
            assert again.status_code == 302


def test_nobody_is_led_to_what_is_not_public(client, bucket):
    picture = make_picture()
    draft = make_edition(draft=True)
    draft.illustrations.create(picture=picture)
    plan = make_document(file=ContentFile(b"plan", "plan.pdf"))

    assert client.get(picture.get_absolute_url()).status_code == 404
    assert client.get(plan.get_absolute_url()).status_code == 404


def test_a_document_is_saved_under_its_name(client, bucket):
    plan = make_document(file=ContentFile(b"plan", "plan.pdf"))
    make_edition(documents=[plan])

    answer = client.get(plan.get_absolute_url())
    if answer.status_code == 302:  # but in the last seconds of a minute
        content, headers, seconds = followed(answer)
        assert content == b"plan"
        assert headers["Content-Disposition"] == 'attachment; filename="plan.pdf"'
        assert seconds <= 60


def test_the_copy_for_journalists_has_its_words_and_the_desk_its_original(client, bucket):
    picture = make_picture(credit="Jo Doe")
    make_edition(pictures=[picture])

    answer = client.get(picture.address_of("full.jpg"))
    assert b"Jo Doe" in b"".join(answer.streaming_content)
    client.force_login(make_staff("Writer"))
    original = client.get(picture.desk_file_url)
    assert b"".join(original.streaming_content) == picture.file.read()


def test_nothing_in_the_bucket_is_open_to_everybody(bucket):
    make_picture()

    for name in names(bucket):
        grants = bucket.get_object_acl(Bucket="newsroom", Key=name)["Grants"]
        assert all("URI" not in grant["Grantee"] for grant in grants), name


@pytest.mark.django_db(transaction=True)
def test_a_file_of_a_transaction_that_came_to_nothing_is_taken_out_of_the_bucket(bucket):
    with transaction.atomic():
        default_storage.save("kept.txt", ContentFile(b"x"))
        with transaction.atomic():
            default_storage.save("dropped.txt", ContentFile(b"x"))
            transaction.set_rollback(True)

    assert names(bucket) == ["kept.txt"]


@pytest.mark.parametrize(
    "address",
    [
        "s3://host/name",
        "s3://key:secret@host",
        "s3://key:secret@host/a/b",
        "https://key:secret@host/name",
        "newsroom",
    ],
)
def test_an_address_of_a_bucket_that_cannot_be_right_stops_the_start(monkeypatch, address):
    monkeypatch.setenv("BUCKET_URL", address)

    with pytest.raises(ImproperlyConfigured, match="BUCKET_URL must be an address such as s3:"):
        env.bucket("BUCKET_URL")
