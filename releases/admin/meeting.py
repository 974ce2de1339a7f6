from django.contrib import admin
from django.db.models import DateTimeField
from django.utils.translation import gettext_lazy as _

from releases.models import Meeting, Participation

from .history import WithHistory
from .instant import InstantField
from .kept import Keeps
from .records import in_every_language


class ParticipationInline(admin.StackedInline):
    model = Participation
    extra = 0
    fields = [("appointment", "organisation"), ("capacity", "position")]
    autocomplete_fields = ["appointment", "organisation"]


@admin.register(Meeting)
class MeetingAdmin(Keeps, WithHistory, admin.ModelAdmin):
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
        (_("What came of it"), {"fields": ["documents", "announced_at"]}),
    ]
