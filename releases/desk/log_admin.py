"""The list of all changes, for superusers: without what reads the whole of it."""

from auditlog.admin import LogEntryAdmin
from auditlog.models import LogEntry
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .audit_log import RECORDED
from .long_list import LongList
from .sent_numbers import number_sent

admin.site.unregister(LogEntry)


class KindFilter(admin.SimpleListFilter):
    title = _("record")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = ContentType.objects.get_for_models(*RECORDED)
        return [(str(kind.pk), capfirst(model._meta.verbose_name)) for model, kind in kinds.items()]

    def queryset(self, request, queryset):
        return queryset.filter(content_type=number_sent(self.value())) if self.value() else queryset


@admin.register(LogEntry)
class LogAdmin(LongList, LogEntryAdmin):
    list_display = ["created", "resource_url", "action", "msg_short", "user_url"]
    list_filter = [KindFilter]
    search_fields = ["object_repr", "changes", "actor__username"]
    date_hierarchy = None
    ordering = ["-pk"]
