from django.contrib import admin
from django.db.models import DateTimeField
from django.utils.translation import gettext_lazy as _

from releases.models import Meeting, Participation

from .at_once import ConfirmsPublishing
from .gone_rows import KeepsGoneRows
from .history import ShowsHistory
from .in_words import FieldsInWords, ShowsInWords
from .instant_input import InstantField
from .protection import ProtectsPublic
from .records_admin import in_every_language
from .refusal import ShowsRefusals

APPROVE = "releases.approve_edition"
REVIEWED = ["organiser", "documents"]
ANNOUNCED = _("Only an editor says from when the meeting is public.")
SETTLED = _(
    "This meeting is announced, or stands in an approved release: only an editor changes who took "
    "part, what came of it and from when it is public."
)


class ParticipationInline(FieldsInWords, admin.StackedInline):
    model = Participation
    formset = KeepsGoneRows
    extra = 0
    fields = [("appointment", "organisation"), ("capacity", "position")]
    autocomplete_fields = ["appointment", "organisation"]

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and may_add(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and may_add(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_add(request, obj)


@admin.register(Meeting)
class MeetingAdmin(ConfirmsPublishing, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    list_display = ["__str__", "starts_on", "status", "format"]
    list_filter = ["status", "format"]
    search_fields = [*in_every_language("names"), "slug"]
    autocomplete_fields = ["organiser", "documents"]
    inlines = [ParticipationInline]
    formfield_overrides = {
        DateTimeField: {"form_class": InstantField, "widget": InstantField.widget}
    }
    fieldsets = [
        (None, {"fields": ["names", "slug", "status"]}),
        (
            _("When"),
            {"fields": [("starts_on", "starts_at"), ("ends_on", "ends_at"), "time_zone"]},
        ),
        (_("Where"), {"fields": ["format", "restricted", "place"]}),
        (_("Who"), {"fields": ["organiser", "attendance"]}),
        (_("What came of it"), {"fields": ["documents"]}),
        (_("Announcement"), {"fields": ["announced_at"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        """Leave to those who approve what goes public without another review."""
        if request.user.has_perm(APPROVE):
            return []
        return ["announced_at"] if may_add(request, obj) else ["announced_at", *REVIEWED]

    def get_fieldsets(self, request, obj=None):
        fieldsets = list(super().get_fieldsets(request, obj))
        if request.user.has_perm(APPROVE) or not self.has_change_permission(request, obj):
            return fieldsets
        said, place = (ANNOUNCED, -1) if may_add(request, obj) else (SETTLED, 0)
        title, options = fieldsets[place]
        fieldsets[place] = (title, options | {"description": said})
        return fieldsets


def may_add(request, meeting):
    """Say whether this person may add to it what the public reads, without a review to come."""
    if meeting is None or request.user.has_perm(APPROVE):
        return True
    return not Meeting.objects.settled().filter(pk=meeting.pk).exists()
