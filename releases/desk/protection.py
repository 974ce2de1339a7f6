class Keeps:
    """
    For a ModelAdmin: what the model keeps (`kept()`) is not offered for deletion, and only what
    is public is offered to be seen on the site.
    """

    actions = None

    def view_on_site(self, obj):
        return obj.get_absolute_url() if self.model.objects.public().filter(pk=obj.pk) else None

    def has_delete_permission(self, request, obj=None):
        if obj and type(obj).objects.kept().filter(pk=obj.pk).exists():
            return False
        return super().has_delete_permission(request, obj)
