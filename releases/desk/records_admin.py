from django.contrib import admin

from releases.models import Organisation, PressContact, Topic
from releases.text.languages import languages

from .guards_public import GuardsPublic
from .history import ShowsHistory
from .in_words import ShowsInWords
from .protection import ProtectsPublic
from .refusal import ShowsRefusals


def in_every_language(field):
    """Name the parts of a NamesField to search by, one a language."""
    return [f"{field}__{code}" for code, name in languages()]


@admin.register(Organisation)
class OrganisationAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    list_display = ["__str__", "website"]
    fields = ["names", "slug", "website", "logo"]
    autocomplete_fields = ["logo"]
    search_fields = [*in_every_language("names"), "slug"]


@admin.register(Topic)
class TopicAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    fields = ["names", "slug"]
    search_fields = [*in_every_language("names"), "slug"]


@admin.register(PressContact)
class PressContactAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    list_display = ["name", "email", "phone"]
    fields = ["name", "roles", "email", "phone"]
    search_fields = ["name", "email"]

    def view_on_site(self, obj):
        """Lead nowhere: contacts stand with releases, and have no page of their own."""
        return
