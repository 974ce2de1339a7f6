from django.contrib import admin

from releases.models import Appointment, Person

from .gone_rows import KeepsGoneRows
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
class PersonAdmin(ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    fields = ["name", "slug"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AppointmentInline]


@admin.register(Appointment)
class AppointmentAdmin(ShowsRefusals, ShowsHistory, ShowsInWords):
    list_display = ["person", "titles", "since", "until"]
    list_select_related = ["person"]
    fields = ["person", "titles", "organisation", ("since", "until"), "acting"]
    search_fields = ["person__name", *in_every_language("titles")]
    autocomplete_fields = ["person", "organisation"]
