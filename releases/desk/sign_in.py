"""Signing in: who has a second factor, and which sessions were opened with one."""

import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_used
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.dispatch import receiver

from releases.models import Identity

from . import password_guesses

# Recovery codes alone are none: they stand in for one of these.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]

# In the session: whose second factor was used in it.
USED = "second_factor_of"


def has_second_factor(user):
    return is_mfa_enabled(user, FACTORS)


def used_second_factor(request):
    return request.session.get(USED) == request.user.pk


def is_signed_in(request):
    """Say whether all that is asked for was given: the password, and the second factor too."""
    if not settings.SECOND_FACTOR:
        return request.user.is_authenticated
    return used_second_factor(request) and has_second_factor(request.user)


def remember_device(get_response):
    """Give the browser of whoever has just signed in, with all that is asked for, its cookie."""

    def middleware(request):
        response = get_response(request)
        if request.path_info.startswith("/account/") and _is_new_here(request):
            password_guesses.know_device(response, request.user)
        return response

    return middleware


def _is_new_here(request):
    user = request.user
    known = user.is_authenticated and password_guesses.known_device(request, user.get_username())
    return user.is_authenticated and not known and is_signed_in(request)


@receiver([authenticator_added, authenticator_used])
def remember_use(request, user, **kwargs):
    """Note that a factor was used; to set one up takes using it."""
    request.session[USED] = user.pk


@receiver(authenticator_added)
def end_older_sessions(request, user, **kwargs):
    """End the sessions of before: from now on the password alone keeps nothing open."""
    end_sessions(user, but=request.session.session_key)


def end_sessions(user, but=None):
    """Sign the user out everywhere, but for the session of that key. Reads every session."""
    ended = [
        session.pk
        for session in Session.objects.exclude(pk=but).iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    Session.objects.filter(pk__in=ended).delete()
    return len(ended)


class FactorAdapter(DefaultMFAAdapter):
    def get_totp_issuer(self):
        """Name the site beside the code in the app. One query."""
        return Identity.objects.current().site_name


class StaffAdapter(DefaultAccountAdapter):
    """Lets nobody sign up: an administrator makes accounts, at the desk or with createsuperuser."""

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        """Count for a name and a place together, where allauth counts for the name alone."""
        name = credentials.get("username", "").lower()
        self._login_failed_rl_usage = password_guesses.allow(request, name)
        if not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request, **credentials):
        password_guesses.count(request, credentials.get("username", "").lower())

    def is_reauthentication_required(self, *, app, **kwargs):
        """Ask for nothing right after signing in, which is when a factor is set up."""
        return self._lacks_second_factor() or not self._signed_in_lately()

    def get_reauthentication_methods(self, user):
        """Leave out the password alone where the second factor has not been used yet."""
        methods = super().get_reauthentication_methods(user)
        if self._lacks_second_factor():
            return [method for method in methods if method["id"] != "reauthenticate"]
        return methods

    def _lacks_second_factor(self):
        return has_second_factor(self.request.user) and not used_second_factor(self.request)

    def _signed_in_lately(self):
        records = get_authentication_records(self.request, self.request.user)
        since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        return any(record["at"] > since for record in records)
