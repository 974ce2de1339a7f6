from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import DateTimeField, Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from releases.models import Edition, EmbargoAccess, PressRelease

from .history import ShowsHistory
from .in_words import EMPTY, ShowsInWords
from .instant_input import InstantField
from .long_list import LongList
from .refusal import ShowsRefusals
from .saves_first import SavesFirst
from .sent_numbers import number_sent

ALL_FIELDS = ["release", "name", "outlet", "email", "language", "expires_at"]
GIVEN = ["release", "name", "outlet", "email", "language"]
LIFE = ["state", "given_by", "given_at", "mailed_at", "accepted_at", "opened", "last_opened"]


class MailFilter(admin.SimpleListFilter):
    title = _("mail")
    parameter_name = "mail"

    def lookups(self, request, model_admin):
        return [("failed", _("Could not be sent"))]

    def queryset(self, request, queryset):
        return queryset.failed() if self.value() == "failed" else queryset


@admin.register(EmbargoAccess)
class EmbargoAccessAdmin(SavesFirst, ShowsRefusals, ShowsHistory, ShowsInWords, LongList):
    leads_to = ["send", "revoke", "list"]
    actions = ["send_several", "revoke_several"]
    change_form_template = "admin/releases/embargoaccess/change_form.html"
    change_list_template = "admin/releases/embargoaccess/change_list.html"
    list_display = ["name", "outlet", "email", "text", "state", "opened", "last_opened"]
    list_filter = [MailFilter]
    search_fields = ["name", "outlet", "email"]
    ordering = ["-pk"]
    formfield_overrides = {
        DateTimeField: {"form_class": InstantField, "widget": InstantField.widget}
    }

    def get_queryset(self, request):
        accesses = EmbargoAccess.objects.with_openings().select_related("mail")
        return accesses.prefetch_related(Prefetch("release", PressRelease.objects.with_title()))

    def get_list_display(self, request):
        """Leave out the release in the list of one: its title stands above."""
        if "release__id__exact" in request.GET:
            return [name for name in self.list_display if name != "text"]
        return self.list_display

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [(None, {"fields": ALL_FIELDS})]
        own = [(None, {"fields": ALL_FIELDS}), (_("What became of it"), {"fields": LIFE})]
        return self.with_drawn_from(request, obj, own)

    def get_readonly_fields(self, request, obj=None):
        return [*GIVEN, *LIFE] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "release":
            kwargs["queryset"] = PressRelease.objects.scheduled().with_title()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request, obj=None):
        """Let nobody delete who was let in, and what they opened: an access is revoked instead."""
        return False

    @admin.display(description=_("press release"))
    def text(self, access):
        return str(access.release)

    @admin.display(description=_("state"))
    def state(self, access):
        if access.revoked_at:
            return _("Revoked on %(time)s") % {"time": _when(access.revoked_at)}
        if access.has_expired:
            return _("Expired on %(time)s") % {"time": _when(access.expires_at)}
        if access.mail and (waits := _mail_state(access.mail)):
            return waits
        if access.accepted_at:
            return _("Accepted on %(time)s") % {"time": _when(access.accepted_at)}
        if access.mailed_at:
            return _("Mailed on %(time)s") % {"time": _when(access.mailed_at)}
        return _("Not sent yet")

    @admin.display(description=_("openings"))
    def opened(self, access):
        return access.opened

    @admin.display(description=_("last opened"))
    def last_opened(self, access):
        return _when(access.last_opened) if access.last_opened else EMPTY

    def changelist_view(self, request, extra_context=None):
        summary = _summary(number_sent(request.GET.get("release__id__exact")))
        return super().changelist_view(request, summary | (extra_context or {}))

    def add_view(self, request, form_url="", extra_context=None):
        release = request.GET.get("release")
        scheduled = PressRelease.objects.scheduled()
        if release and not scheduled.filter(pk=number_sent(release)).exists():
            self.message_user(
                request,
                _("Links can be given while a release is approved and waits for its time."),
                messages.ERROR,
            )
            return redirect("admin:releases_embargoaccess_changelist")
        title = {"title": _("Let a journalist read it before")}
        return super().add_view(request, form_url, title | (extra_context or {}))

    def render_change_form(self, request, context, *args, **kwargs):
        access = kwargs.get("obj")
        context |= {
            "ways": list(self._ways(request, access)) if access else [],
            "openings": _openings(access) if access else [],
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def _ways(self, request, access):
        """Give the name, the words and the address of each button that leads on from the form."""
        if not access.revoked_at and self.has_add_permission(request):
            address = reverse("admin:releases_embargoaccess_send", args=[access.pk])
            yield "send", _("Send a new link…"), address
        if not access.revoked_at and self.has_change_permission(request):
            address = reverse("admin:releases_embargoaccess_revoke", args=[access.pk])
            yield "revoke", _("Revoke…"), address
        yield "list", _("Everybody who may read this release"), _list_of(access.release_id).url

    def save_model(self, request, obj, form, change):
        if change:  # of what the journalist does meanwhile nothing is written over
            obj.save(update_fields=form.changed_data)
            return
        obj.given_by = request.user
        obj.save()
        self._send(request, obj)

    def response_post_save_add(self, request, obj):
        return _list_of(obj.release_id)

    def lead_on(self, request, obj, name):
        if name == "list":
            return _list_of(obj.release_id)
        return redirect(f"admin:releases_embargoaccess_{name}", obj.pk)

    def get_urls(self):
        def address(name, verb):
            view = self.admin_site.admin_view(partial(self.one_view, verb=verb))
            return path(f"<int:pk>/{name}/", view, name=f"releases_embargoaccess_{name}")

        return [address("send", "send"), address("revoke", "revoke"), *super().get_urls()]

    def one_view(self, request, pk, verb):
        access = get_object_or_404(self.get_queryset(request), pk=pk)
        allowed = {"send": self.has_add_permission, "revoke": self.has_change_permission}
        if not allowed[verb](request):
            raise PermissionDenied
        if response := self._confirmed(request, verb, [access]):
            return response
        return redirect("admin:releases_embargoaccess_change", pk)

    @admin.action(description=_("Send a new link…"), permissions=["add"])
    def send_several(self, request, queryset):
        return self._confirmed(request, "send", queryset)

    @admin.action(description=_("Revoke…"), permissions=["change"])
    def revoke_several(self, request, queryset):
        return self._confirmed(request, "revoke", queryset)

    def _confirmed(self, request, verb, accesses):
        """Do it and return None once it is confirmed; until then return the page that asks."""
        if request.method == "POST" and "confirmed" in request.POST:
            for access in accesses:
                {"send": self._send, "revoke": self._revoke}[verb](request, access)
            return None
        titles = {"send": _("Send a new link"), "revoke": _("Revoke")}
        context = self.admin_site.each_context(request) | {
            "title": titles[verb],
            "verb": verb,
            "accesses": accesses,
            "action": request.POST.get("action"),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/releases/embargoaccess/confirm.html", context)

    def _send(self, request, access):
        """Post a fresh link, which is mailed by itself: `state` tells how that went."""
        try:
            access.send(request.user, partial(_whole_address, request, access.language))
        except ValidationError as error:
            self._refused(request, access, error)
        else:
            about = {"email": access.email}
            sentence = _("A link is on its way to %(email)s: the list says when it was mailed.")
            self.message_user(request, sentence % about)

    def _revoke(self, request, access):
        access.revoke(request.user)
        about = {"access": access}
        self.message_user(request, _("The link of %(access)s opens nothing any more.") % about)

    def _refused(self, request, access, error):
        sentence = f"{access}: {' '.join(error.messages)}"
        self.message_user(request, sentence, messages.ERROR)


def _mail_state(mail):
    """Say what becomes of a mail that has not been handed over; None once it has."""
    if mail.handed_over_at:
        return None
    if not mail.error:
        return _("Waits to be mailed")
    about = {"reason": mail.error}
    if mail.due_at is None:
        return _("The mail could not be sent: %(reason)s") % about
    about["time"] = _when(mail.due_at)
    return _("The mail could not be sent yet: %(reason)s. It is tried again at %(time)s.") % about


def _when(instant):
    """Say an instant by the newsroom's clocks, as short as a list needs it."""
    return date_format(timezone.localtime(instant), "DATETIME_FORMAT")


def _openings(access):
    """Read the latest openings; how many there are stands above them."""
    editions = Edition.objects.defer("body")
    return access.openings.prefetch_related(Prefetch("edition", editions))[:200]


def _whole_address(request, language, token):
    with override(language):
        return request.build_absolute_uri(reverse("embargo", kwargs={"token": token}))


def _list_of(release):
    accesses = reverse("admin:releases_embargoaccess_changelist")
    return redirect(f"{accesses}?release__id__exact={release}")


def _summary(release):
    """Sum up the list of one release for its head: “Opened by 7 of 12”."""
    release = PressRelease.objects.filter(pk=release).first()
    if release is None:
        return {}
    return {
        "release": release,
        "summary": _("Opened by %(opened)s of %(given)s")
        % {"opened": release.accesses.opened().count(), "given": release.accesses.count()},
        "waits": release.is_scheduled,
    }
