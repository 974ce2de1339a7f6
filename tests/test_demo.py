import re
from collections import defaultdict

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from releases.management import bulk, recorded
from releases.management.commands.demo import Demo
from releases.models import (
    Edition,
    Meeting,
    Mention,
    Person,
    Picture,
    PressRelease,
    Quote,
    Showing,
    printed,
)
from tests.builders import make_edition, make_editor, make_identity, standing

pytestmark = pytest.mark.django_db


def test_development_data_say_what_they_are(settings, capsys):
    settings.DEBUG = True
    call_command("demo", releases=30, archive_only=True)

    assert capsys.readouterr().out == "The newsroom has 30 demo releases.\n"
    call_command("make_pictures")
    assert PressRelease.objects.public().count() == 30
    for edition in standing():
        assert edition.title.startswith("Demo release")
        assert not [finding for finding in edition.findings() if finding.blocks]


def test_what_is_there_is_not_made_a_second_time(settings, monkeypatch):
    settings.DEBUG = True
    call_command("demo", releases=1, archive_only=True)
    monkeypatch.delattr(recorded, "_frames")

    call_command("demo", releases=2, archive_only=True)

    assert PressRelease.objects.count() == 2


GONE = {"published in error": 410, "an archived release": 410, "a consolidated release": 301}


def test_development_data_have_one_of_each_at_an_address_that_is_told(settings, capsys, client):
    settings.DEBUG = True
    call_command("demo", releases=8, archive_only=True)
    for picture in Picture.objects.filter(name__startswith="Demo scene"):
        picture.make_files()  # elsewhere, after the transaction
    capsys.readouterr()
    call_command("demo", releases=8)
    told = capsys.readouterr().out
    call_command("demo", releases=8)

    assert capsys.readouterr().out == told
    client.force_login(make_editor())
    listed = [re.split("  +| (?=/)", line, maxsplit=1) for line in told.splitlines()[1:]]
    assert len(listed) == 26
    for title, address in listed:
        gone = [status for what, status in GONE.items() if what in title]
        assert client.get(address).status_code == (gone or [200])[0], title
    assert all(
        title.startswith("Demo") for title in Edition.objects.values_list("title", flat=True)
    )
    states = {*Edition.objects.values_list("release__status", flat=True)}
    assert states == {*PressRelease.Status.values}
    assert {*PressRelease.objects.values_list("removal", flat=True)} == {
        *("", *PressRelease.Removal.values)
    }
    assert Edition.objects.filter(is_behind=True).count() == 1
    accounts = User.objects.filter(username__startswith="demo-")
    assert [account.has_usable_password() for account in accounts] == [False, False]


def test_development_data_are_written_as_approving_writes_them(settings):
    settings.DEBUG = True
    call_command("demo", releases=40, archive_only=True)
    written = rows()

    for edition in Edition.objects.select_related("release"):
        printed.print_out(edition)
        Edition._base_manager.filter(pk=edition.pk).update(printed=edition.printed)
    for release in PressRelease.objects.all():
        release.show_again()

    assert written["showings"]
    assert rows() == written


def test_pages_of_development_data_can_be_read(settings, client):
    settings.DEBUG = True
    call_command("demo", releases=30, archive_only=True)

    meeting = Meeting.objects.first()
    releases = client.get("/en/releases/").content.decode()

    assert "Demo release 30" in releases
    assert client.get(meeting.get_absolute_url()).status_code == 200


def test_development_data_say_who_publishes_unless_somebody_has(settings, client):
    settings.DEBUG = True
    call_command("demo", releases=1, archive_only=True)
    page = client.get("/en/").content.decode()
    assert "Demo Authority (en)" in page
    assert 'class="emblem" src="/emblem/' in page

    make_identity(publishers={"en": "Ministry of Works"})
    call_command("demo", releases=2, archive_only=True)
    assert "Ministry of Works" in client.get("/en/").content.decode()


def test_development_data_have_pictures(settings, client):
    settings.DEBUG = True
    call_command("demo", releases=3, archive_only=True)
    call_command("make_pictures")

    newest = Edition.objects.order_by("visible_from").last()
    shown = re.findall(
        r'<img[^>]* src="(/pictures/[^"]+)', client.get(newest.get_absolute_url()).content.decode()
    )

    assert shown
    for address in shown:
        assert client.get(address).status_code == 200, address
    assert Person.objects.exclude(portrait=None).count() == 10


def test_development_data_go_on_where_they_were_stopped(settings, monkeypatch):
    settings.DEBUG = True
    monkeypatch.setattr(bulk, "BATCH", 2)
    with monkeypatch.context() as stopped:
        stopped.setattr(Demo, "_meeting", stops_at_the_fifth)
        stopped.setattr("random.Random.random", lambda chance: 0.2)
        with pytest.raises(KeyboardInterrupt):
            call_command("demo", releases=7, archive_only=True)
    assert titles() == [f"Demo release {number}" for number in (1, 2, 3, 4)]

    call_command("demo", releases=7, archive_only=True)
    call_command("demo", releases=7, archive_only=True)

    assert titles() == [f"Demo release {number}" for number in (1, 2, 3, 4, 5, 6, 7)]


def test_development_data_take_the_next_numbers_of_their_years(settings):
    settings.DEBUG = True
    call_command("demo", releases=3, archive_only=True)
    make_edition()

    call_command("demo", releases=60, archive_only=True)

    of_years = defaultdict(set)
    for given in PressRelease.objects.values_list("reference", flat=True):
        year, number = given.split("/")
        of_years[year].add(int(number))
    assert sum(map(len, of_years.values())) == 61
    assert all(numbers == {*range(1, len(numbers) + 1)} for numbers in of_years.values())


def test_a_public_site_takes_no_development_data():
    with pytest.raises(CommandError, match="DEBUG is off"):
        call_command("demo")
    assert not Edition.objects.exists()


def stops_at_the_fifth(demo, number, at):
    if number == 5:
        raise KeyboardInterrupt
    return Meeting(names={"en": f"Demo meeting {number}"}, starts_on=at.date())


def rows():
    """All that approving writes beside a text, without the keys of the rows."""
    release = PressRelease.objects.order_by("pk").values("pk", "order", "public_from")
    text = ("pk", "printed", "lead", "visible_from", "visible_until", "public_since")
    return {
        "releases": list(release),
        "texts": list(Edition.objects.order_by("pk").values(*text)),
        "quotes": list(Quote.objects.order_by("pk").values("pk", "printed", "order")),
        "showings": of_rows(Showing),
        "mentions": of_rows(Mention),
    }


def of_rows(model):
    fields = [field.attname for field in model._meta.concrete_fields if field.name != "id"]
    return sorted(model.objects.values_list(*fields), key=str)


def titles():
    found = Edition.objects.filter(version=1).values_list("title", flat=True)
    return sorted({title.partition(":")[0] for title in found})
