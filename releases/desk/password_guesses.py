"""
Guessing a password is slow, from however many places; and nobody keeps its owner out by it.

A browser in which somebody has signed in whole is known by a cookie, and what others guess
does not count there. In any other place few guesses are allowed, and where many have been
made at a name, from anywhere, each place waits before each of its own: a stranger cannot
take that turn away.
"""

import hashlib
import math
import secrets
import time
from datetime import timedelta

from allauth.account.utils import filter_users_by_username
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DEVICE = "known_device"
DEVICE_IS_KNOWN_FOR = timedelta(days=180)

FROM_A_PLACE = "10/m/ip,5/5m/key"
FROM_A_DEVICE = "5/5m/key"

MANY = 20  # wrong passwords for a name, in this hour and the one before
LONGEST_WAIT = 10  # minutes
AT_MOST = 2000  # wrong passwords for a name a day, but for those from known browsers

HOUR = 60 * 60  # seconds
TURN = 10 * 60  # seconds in which a place that has waited has its turn


def allow(request, name):
    """
    Take note of an attempt at `name`; returns what can be rolled back if it was no guess.

    None where there were too many. Raises ValidationError to say that one has to wait.
    """
    if device := known_device(request, name):
        return _consume(request, FROM_A_DEVICE, f"{name} {device}")
    place = ratelimit.get_ip(request)
    usage = _consume(request, FROM_A_PLACE, f"{name} {place}")
    if not usage or _wrong(name, hours=24) >= AT_MOST:
        return None
    try:
        _wait_for_turn(name, place)
    except ValidationError:
        usage.rollback()
        raise
    return usage


def count(request, name):
    """Count a wrong password that was given for a name."""
    if not known_device(request, name):
        key = _key("wrong", name, _hour())
        cache.add(key, 0, 25 * HOUR)
        cache.incr(key)


def known_device(request, name):
    """Return the number of this browser, if somebody of that name has signed in in it, or None."""
    try:
        held = signing.loads(request.COOKIES[DEVICE], salt=DEVICE, max_age=DEVICE_IS_KNOWN_FOR)
    except (KeyError, signing.BadSignature):
        return None
    is_theirs = filter_users_by_username(name).filter(pk=held["user"]).exists()
    return held["device"] if is_theirs else None


def know_device(response, user):
    """Let the browser that gets this answer be known as one of theirs."""
    held = {"user": user.pk, "device": secrets.token_urlsafe(12)}
    response.set_cookie(
        DEVICE,
        signing.dumps(held, salt=DEVICE),
        max_age=DEVICE_IS_KNOWN_FOR,
        path="/account/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _consume(request, rates, key):
    return ratelimit.consume(
        request, app="allauth.account", action="password", config={"password": rates}, key=key
    )


def _wait_for_turn(name, place):
    lately = _wrong(name, hours=2)
    if lately < MANY:
        return
    key, now = _key("turn", name, place), time.time()
    turn = cache.get(key)
    if turn and turn <= now:
        cache.delete(key)
        return
    if not turn:
        turn = now + 60 * min(lately // MANY, LONGEST_WAIT)
        cache.set(key, turn, turn - now + TURN)
    raise ValidationError(
        _(
            "Wrong passwords have been tried for this name from many places. Try again in "
            "%(minutes)s min. In a browser in which you have signed in before there is no wait."
        ),
        params={"minutes": math.ceil((turn - now) / 60)},
    )


def _wrong(name, hours):
    """Add up the wrong passwords of this hour and those before, by the clock."""
    keys = [_key("wrong", name, _hour() - before) for before in range(hours)]
    return sum(cache.get_many(keys).values())


def _hour():
    return int(time.time() // HOUR)


def _key(what, name, where):
    """Make a key of the cache: what somebody types as a name could be too long for one."""
    digest = hashlib.sha256(f"{name} {where}".encode()).hexdigest()
    return f"guesses:{what}:{digest}"
