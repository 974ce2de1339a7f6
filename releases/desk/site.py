"""The desk's front door: the stock admin, which opens once staff are wholly signed in."""

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.checks import run_checks
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from releases.public.identity import identity_of

from .sign_in import has_second_factor, is_signed_in
from .start_page import glance


class Desk(admin.AdminSite):
    def get_urls(self):
        own = [path("checks/", self.admin_view(self.checks), name="checks")]
        return [*own, *super().get_urls()]

    def each_context(self, request):
        name = identity_of(request).site_name
        return super().each_context(request) | {"site_title": name, "site_header": name}

    def index(self, request, extra_context=None):
        """Show the start page, with what waits for whom."""
        return super().index(request, (extra_context or {}) | {"glance": glance(request.user)})

    def checks(self, request):
        """Show what Django's own checks find in this installation."""
        if not request.user.has_perm("auth.view_user"):
            raise PermissionDenied
        context = self.each_context(request) | {
            "title": _("Checks of the installation"),
            "found": run_checks(databases=["default"]),
        }
        return render(request, "admin/checks.html", context)

    def has_permission(self, request):
        return super().has_permission(request) and is_signed_in(request)

    def login(self, request, extra_context=None):
        """Ask for nothing here, and lead to the page of what is still missing."""
        target = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index")
        if request.user.is_anonymous:
            return redirect_to_login(target, reverse("account_login"))
        if not super().has_permission(request):
            return render(request, "admin/no_entry.html", status=403)
        if self.has_permission(request):
            return redirect("admin:index")
        if not has_second_factor(request.user):
            return redirect("mfa_index")
        return redirect_to_login(target, reverse("account_reauthenticate"))
