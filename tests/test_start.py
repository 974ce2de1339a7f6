"""What serves the pages loads what they need, and nothing that only the desk or a file does."""

import subprocess
import sys
from pathlib import Path

from allauth.mfa.urls import urlpatterns as of_allauth
from django.urls import URLResolver

from project.account import second_factor

HOME = Path(__file__).parent.parent

# Reading a file, what is found in it, and the cryptography of second factors.
LATER = [
    "cryptography",
    "fido2",
    "mammoth",
    "pypdf",
    "releases.reading.find",
    "releases.reading.findings.furniture",
    "releases.reading.languages",
    "releases.reading.readers",
]

SERVE = """
import sys
from project.wsgi import application
from django.template.loader import get_template
from django.test import RequestFactory
for name in ["home", "release_detail", "person_detail"]:
    get_template(f"releases/{name}.html")
print(application.get_response(RequestFactory().get("/robots.txt")).status_code)
print(*sys.modules)
"""


def test_a_process_that_serves_has_loaded_no_readers_and_no_second_factors():
    served = subprocess.run(  # noqa: S603 (what runs is written above)
        [sys.executable, "-c", SERVE], cwd=HOME, capture_output=True, text=True, check=True
    )

    status, loaded = served.stdout.splitlines()
    assert status == "200"
    assert "releases.desk.intake_admin" in loaded.split()
    assert [name for name in LATER if name in loaded.split()] == []


def test_second_factors_have_all_the_addresses_that_allauth_gives_them():
    assert sorted(addresses(second_factor)) == sorted(addresses(of_allauth))


def addresses(patterns, before=""):
    for pattern in patterns:
        there = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, there)
        else:
            yield there, pattern.name
