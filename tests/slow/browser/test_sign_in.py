"""Signing in with an app, a passkey and a recovery code, in a real Chromium with its policy."""

import pytest
from allauth.mfa.models import Authenticator

from tests.builders import make_editor
from tests.slow.browser import sign_in
from tests.slow.browser.test_accessibility import faults
from tests.test_sign_in import app_code


@pytest.fixture
def visitor(page, transactional_db, settings):
    """Staff at the door, with no second factor yet; `problems` collects what goes wrong."""
    settings.SECOND_FACTOR = True
    settings.MFA_TOTP_TOLERANCE = 1  # the half minute may end between a code and its use
    make_editor()
    page.problems = []
    page.on("console", lambda m: m.type == "error" and page.problems.append(m.text))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    return page


@pytest.fixture
def passkeys(visitor):
    """A virtual authenticator, which agrees to everything it is asked."""
    devtools = visitor.context.new_cdp_session(visitor)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def go(page, selector):
    with page.expect_navigation():
        page.click(selector)


def set_up_app(page):
    """From the page of the set-up to the recovery codes; returns the secret and the codes."""
    go(page, "text=Set up an app")
    assert page.locator(".account-picture").evaluate("picture => picture.naturalWidth") > 100
    secret = page.input_value("#authenticator_secret")
    page.fill("#id_code", app_code(secret))
    go(page, "form button.button >> nth=-1")
    return secret, page.locator(".account-codes code").all_inner_texts()


def set_up_passkey(page):
    go(page, "text=Add a passkey")
    page.fill("#id_name", "Laptop")
    go(page, "#add-passkey")


def sign_out(page):
    page.context.clear_cookies()


def is_at_the_desk(page):
    return page.url.endswith("/admin/") and page.locator("#user-tools").is_visible()


def test_an_app_is_set_up_and_opens_the_desk(visitor):
    sign_in(visitor)
    assert visitor.url.endswith("/account/2fa/")
    secret, codes = set_up_app(visitor)
    assert len(codes) == 10
    go(visitor, "text=To the desk")
    assert is_at_the_desk(visitor)

    sign_out(visitor)
    sign_in(visitor)
    assert not is_at_the_desk(visitor)
    visitor.fill("#id_code", app_code(secret))
    go(visitor, "button:text-is('Sign in')")

    assert is_at_the_desk(visitor)
    assert visitor.problems == []


def test_a_recovery_code_opens_the_desk(visitor):
    sign_in(visitor)
    _, codes = set_up_app(visitor)
    sign_out(visitor)

    sign_in(visitor)
    visitor.fill("#id_code", codes[0])
    visitor.press("#id_code", "Enter")
    visitor.wait_for_selector("#user-tools")

    assert is_at_the_desk(visitor)
    assert visitor.problems == []


def test_a_passkey_is_added_and_opens_the_desk(visitor, passkeys):
    sign_in(visitor)
    set_up_passkey(visitor)
    assert [factor.wrap().name for factor in Authenticator.objects.filter(type="webauthn")] == [
        "Laptop"
    ]
    go(visitor, "text=To the desk")
    assert is_at_the_desk(visitor)

    sign_out(visitor)
    sign_in(visitor)
    assert not is_at_the_desk(visitor)
    go(visitor, "#use-passkey")

    assert is_at_the_desk(visitor)
    assert visitor.problems == []


def test_a_passkey_that_is_refused_is_answered_with_a_sentence(visitor, passkeys):
    sign_in(visitor)
    set_up_passkey(visitor)
    sign_out(visitor)
    sign_in(visitor)
    visitor.evaluate("() => { navigator.credentials.get = () => Promise.reject('refused') }")

    assert visitor.locator("[data-passkey-failed]").is_hidden()
    visitor.click("#use-passkey")

    visitor.wait_for_selector("[data-passkey-failed]:visible")
    assert visitor.problems == []


def test_the_pages_of_signing_in_are_accessible(visitor, passkeys):
    def check(*addresses):
        for address in addresses or [None]:
            if address:
                visitor.goto(address)
            for width, scheme in ((1280, "light"), (390, "dark")):
                visitor.set_viewport_size({"width": width, "height": 900})
                visitor.emulate_media(color_scheme=scheme)
                visitor.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")
                assert faults(visitor) == [], visitor.url
                assert visitor.evaluate("document.documentElement.scrollWidth") <= width

    check("/account/login/")
    visitor.fill("#id_login", "editor")
    visitor.fill("#id_password", "wrong")
    go(visitor, "form button.button")
    check()
    sign_in(visitor)
    check("/account/2fa/", "/account/2fa/totp/activate/", "/account/2fa/webauthn/add/")
    visitor.goto("/account/2fa/")
    set_up_passkey(visitor)
    check()
    visitor.goto("/account/2fa/")
    set_up_app(visitor)
    passkey = Authenticator.objects.get(type="webauthn").pk
    check(
        "/account/2fa/",
        "/account/2fa/webauthn/",
        f"/account/2fa/webauthn/keys/{passkey}/edit/",
        f"/account/2fa/webauthn/keys/{passkey}/remove/",
        "/account/2fa/totp/deactivate/",
        "/account/2fa/recovery-codes/",
        "/account/2fa/recovery-codes/generate/",
        "/account/reauthenticate/",
        "/account/2fa/reauthenticate/",
        "/account/2fa/webauthn/reauthenticate/",
        "/account/logout/",
    )
    sign_out(visitor)
    sign_in(visitor)
    check()
    assert visitor.problems == []
