import pytest
from django.core.management import CommandError, call_command

from releases.models import Edition

pytestmark = pytest.mark.django_db


def test_development_data_say_what_they_are(settings, capsys):
    settings.DEBUG = True
    call_command("demo", 3)

    assert capsys.readouterr().out == "Made 3 demo releases.\n"
    for edition in Edition.objects.live():
        assert edition.title.startswith("Demo release")
        assert not [finding for finding in edition.findings() if finding.blocks]


def test_a_public_site_takes_no_development_data():
    with pytest.raises(CommandError, match="DEBUG is off"):
        call_command("demo")
    assert not Edition.objects.exists()
