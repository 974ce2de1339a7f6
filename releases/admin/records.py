from django.conf import settings
from django.contrib import admin

from releases.models import Document, Organisation, PressContact, Topic

from .history import WithHistory
from .kept import Keeps


def in_every_language(field):
    """The names of a NamesField to search by, one a language."""
    return [f"{field}__{code}" for code, name in settings.LANGUAGES]


@admin.register(Organisation)
class OrganisationAdmin(Keeps, WithHistory, admin.ModelAdmin):
    list_display = ["__str__", "website"]
    fields = ["names", "slug", "website"]
    search_fields = [*in_every_language("names"), "slug"]


@admin.register(Topic)
class TopicAdmin(Keeps, WithHistory, admin.ModelAdmin):
    fields = ["names", "slug"]
    search_fields = [*in_every_language("names"), "slug"]


@admin.register(Document)
class DocumentAdmin(Keeps, WithHistory, admin.ModelAdmin):
    list_display = ["title", "kind", "language"]
    list_filter = ["kind"]
    search_fields = ["title", "url"]
    autocomplete_fields = ["alternative"]


@admin.register(PressContact)
class PressContactAdmin(WithHistory, admin.ModelAdmin):
    list_display = ["name", "email", "phone"]
    search_fields = ["name", "email"]
