class Keeps:
    """For a ModelAdmin: what the model keeps (`kept()`) is not offered for deletion."""

    actions = None

    def has_delete_permission(self, request, obj=None):
        if obj and type(obj).objects.kept().filter(pk=obj.pk).exists():
            return False
        return super().has_delete_permission(request, obj)
