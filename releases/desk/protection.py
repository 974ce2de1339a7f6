"""Keeps what was public: it is not offered for deletion."""

from django.contrib import admin


class ProtectsPublic(admin.ModelAdmin):
    """
    A ModelAdmin that does not offer to delete what cannot be deleted (`undeletable()` of the
    model), and leads to the site only from what is public.
    """

    actions = None

    def view_on_site(self, obj):
        return obj.get_absolute_url() if self.model.objects.public().filter(pk=obj.pk) else None

    def has_delete_permission(self, request, obj=None):
        if obj and type(obj).objects.undeletable().filter(pk=obj.pk).exists():
            return False
        return super().has_delete_permission(request, obj)
