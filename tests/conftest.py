import os
import shutil
import uuid
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import settings as examples

from releases.public.identity import KEPT
from tests import forms

SLOW = Path(__file__).parent / "slow"
# Slow tests of what a database does: races, what is public at every instant, limits on guesses.
DATABASES = {"test_concurrency.py", "test_histories.py", "test_freeze.py", "test_sign_in.py"}
CI = os.environ.get("CI") == "true"

# A fifth of the examples where somebody waits for them.
examples.register_profile("quick", max_examples=20)


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="run the slow tests too")


def pytest_configure(config):
    if not (CI or config.option.slow):
        examples.load_profile("quick")


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
        if SLOW in item.path.parents:
            item.add_marker(pytest.mark.slow)
        if item.path.name in DATABASES:
            item.add_marker(pytest.mark.databases)
    # What takes long begins first: else one process ends with it while the others wait.
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """The slow tests are for CI, and for whoever asks: skipped before anything is set up."""
    if item.get_closest_marker("slow") and not is_asked_for(item):
        pytest.skip("slow, and run by: make test ARGS=--slow")


def is_asked_for(item):
    """Whether a slow test is to run: all of them, by their marker, or by its own name."""
    config = item.config
    named = any("::" in name or "slow" in Path(name).parts for name in config.args)
    return CI or config.option.slow or "slow" in config.option.markexpr or named


@pytest.fixture(scope="session", autouse=True)
def database_known(django_db_setup, django_db_blocker):
    """Django asks SQLite once whether it knows JSON: not in the first test that counts queries."""
    with django_db_blocker.unblock():
        _ = connection.features.supports_json_field


@pytest.fixture(autouse=True)
def nothing_left_over(settings, tmp_path):
    """Each test begins in English, with its own uploaded files and a cache of its own."""
    translation.activate("en")
    KEPT.clear()
    settings.MEDIA_ROOT = tmp_path / "media"
    own = {"KEY_PREFIX": uuid.uuid4().hex}
    settings.CACHES = {name: cache | own for name, cache in settings.CACHES.items()}


@pytest.fixture(autouse=True)
def posts_are_those_of_pages(monkeypatch):
    """What a test posts is what a page holds, or is said to be crafted: see tests/forms.py."""

    def refuse(*args, **kwargs):
        pytest.fail("Post with form_on() what the page holds, or with craft() what no page sends.")

    monkeypatch.setattr(forms.Client, "post", refuse)


@pytest.fixture(scope="session")
def browser():
    """The Chromium of the system: tests that use it are skipped without one, but not in CI."""
    names = ["chromium", "chromium-browser", "google-chrome"]
    path = next(filter(None, map(shutil.which, names)), None)
    if not path:
        missing = pytest.fail if CI else pytest.skip
        missing("no Chromium found: install your system's package, such as apt install chromium")

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Chromium's sandbox refuses to run as root, which is who CI is.
        yield playwright.chromium.launch(executable_path=path, chromium_sandbox=os.geteuid() != 0)


@pytest.fixture
def page(browser, live_server):
    """A page of its own on the running site: page.goto("/en/")."""
    context = browser.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()
