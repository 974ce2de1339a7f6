"""
Signing in and the second factor, under /account/. Of allauth's addresses only these:
accounts are made by an administrator, and there is nothing to sign up for.
"""

from collections.abc import Callable

from allauth.account import views
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.utils.module_loading import import_string
from django.views.generic import RedirectView


def later(view: str) -> Callable[..., HttpResponse]:
    """
    Stand for a view of `allauth.mfa` that is imported when it is first asked for.

    With its libraries of cryptography it is large, and who reads has no use for it.
    """

    def asked(request: HttpRequest, **kwargs: object) -> HttpResponse:
        return import_string(f"allauth.mfa.{view}")(request, **kwargs)

    return asked


totp = [
    path("activate/", later("totp.views.activate_totp"), name="mfa_activate_totp"),
    path("deactivate/", later("totp.views.deactivate_totp"), name="mfa_deactivate_totp"),
]

recovery_codes = [
    path("", later("recovery_codes.views.view_recovery_codes"), name="mfa_view_recovery_codes"),
    path(
        "generate/",
        later("recovery_codes.views.generate_recovery_codes"),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "download/",
        later("recovery_codes.views.download_recovery_codes"),
        name="mfa_download_recovery_codes",
    ),
]

webauthn = [
    path("", later("webauthn.views.list_webauthn"), name="mfa_list_webauthn"),
    path("add/", later("webauthn.views.add_webauthn"), name="mfa_add_webauthn"),
    path(
        "reauthenticate/",
        later("webauthn.views.reauthenticate_webauthn"),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "keys/<int:pk>/remove/", later("webauthn.views.remove_webauthn"), name="mfa_remove_webauthn"
    ),
    path("keys/<int:pk>/edit/", later("webauthn.views.edit_webauthn"), name="mfa_edit_webauthn"),
]

second_factor: list[URLPattern | URLResolver] = [
    path("", later("base.views.index"), name="mfa_index"),
    path("authenticate/", later("base.views.authenticate"), name="mfa_authenticate"),
    path("reauthenticate/", later("base.views.reauthenticate"), name="mfa_reauthenticate"),
    path("totp/", include(totp)),
    path("recovery-codes/", include(recovery_codes)),
    path("webauthn/", include(webauthn)),
]

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="mfa_index")),
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("2fa/", include(second_factor)),
]
