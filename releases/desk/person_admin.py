from django.contrib import admin

from releases.models import Appointment, Person
from releases.review.leaning import leaned_on

from .gone_rows import KeepsGoneRows
from .guards_public import GuardsPublic
from .history import ShowsHistory
from .in_words import FieldsInWords, ShowsInWords
from .protection import ProtectsPublic
from .records_admin import in_every_language
from .refusal import ShowsRefusals


class AppointmentInline(FieldsInWords, admin.StackedInline):
    model = Appointment
    formset = KeepsGoneRows
    extra = 0
    fields = ["titles", "organisation", ("since", "until"), "acting"]
    autocomplete_fields = ["organisation"]


@admin.register(Person)
class PersonAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    fields = ["name", "slug", "portrait"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["portrait"]
    inlines = [AppointmentInline]


@admin.register(Appointment)
class AppointmentAdmin(GuardsPublic, ShowsRefusals, ShowsHistory, ShowsInWords):
    actions = None
    list_display = ["person", "titles", "since", "until"]
    fields = ["person", "titles", "organisation", ("since", "until"), "acting"]
    search_fields = ["person__name", *in_every_language("titles")]
    autocomplete_fields = ["person", "organisation"]

    def get_queryset(self, request):
        """Read with each its person, by whom it is called in lists and where it is chosen."""
        return super().get_queryset(request).select_related("person")

    def asks_why(self, request, obj):
        """Ask of a new one too: it may be an office of somebody who is public."""
        return obj is None or super().asks_why(request, obj)

    def get_readonly_fields(self, request, obj=None):
        """Leave an office with the person who holds it: what was printed of it is theirs."""
        names = super().get_readonly_fields(request, obj)
        return [*names, "person"] if obj and "person" not in names else names

    def has_delete_permission(self, request, obj=None):
        """Leave an office of a public person to their own form, which asks why it goes."""
        return super().has_delete_permission(request, obj) and not (obj and leaned_on(obj.person))
