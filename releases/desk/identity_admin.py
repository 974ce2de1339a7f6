from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from releases.models import Identity, Proposal
from releases.models.accent import LEAST
from releases.models.identity import ONLY
from releases.review import proposals
from releases.review.record_changes import difference, snapshot

from .history import ShowsHistory
from .in_words import ShowsInWords
from .locking_form import ReasonedForm
from .refusal import ShowsRefusals


@admin.register(Identity)
class IdentityAdmin(ShowsRefusals, ShowsHistory, ShowsInWords):
    """
    The one row, which is opened at once. A change of it shows at once, with a reason, and is
    noted until a second person confirms it.
    """

    form = ReasonedForm
    actions = None
    fieldsets = [
        (_("Name"), {"fields": ["names", "publishers"]}),
        (_("Look"), {"fields": ["emblem", "emblem_dark", "accent", "readable"]}),
        (
            _("Press desk"),
            {
                "fields": [
                    "addresses",
                    "desk_email",
                    "desk_phone",
                    "desk_hours",
                    "desk_phone_out_of_hours",
                    "accounts",
                ]
            },
        ),
        (_("Legal notice"), {"fields": ["legal_notice", "privacy", "licence", "licence_url"]}),
        (
            _("Accessibility statement"),
            {
                "fields": [
                    "compliance",
                    "compliance_on",
                    "compliance_gaps",
                    "compliance_email",
                    "enforcement",
                    "enforcement_url",
                ]
            },
        ),
    ]
    readonly_fields = ["readable"]

    @admin.display(description=_("contrast"))
    def readable(self, identity):
        ratios = identity.contrast._asdict() | {"least": LEAST}
        said = gettext("%(light)s on light paper, %(dark)s on dark; %(least)s is asked for.")
        return said % {name: number_format(ratio, 1) for name, ratio in ratios.items()}

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not self.has_change_permission(request, obj):
            return fieldsets
        return [*fieldsets, (None, {"fields": ["reason"]})]

    def save_model(self, request, obj, form, change):
        before = snapshot(obj)
        super().save_model(request, obj, form, change)
        if changes := difference(before, snapshot(obj)):
            proposals.note(obj, changes, request.user, form.cleaned_data["reason"])

    def render_change_form(self, request, context, *args, **kwargs):
        if record := kwargs.get("obj"):
            noted = Proposal.objects.of(record).unconfirmed().select_related("by")
            context["unconfirmed"] = list(noted)
        return super().render_change_form(request, context, *args, **kwargs)

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        Identity.objects.make()
        return redirect("admin:releases_identity_change", ONLY)

    def view_on_site(self, obj):
        return reverse("home")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
