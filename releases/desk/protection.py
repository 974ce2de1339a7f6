class ProtectsPublic:
    """
    For a ModelAdmin: what cannot be deleted (`undeletable()` of the model) is not offered for
    deletion, and only what is public is offered to be seen on the site.
    """

    actions = None

    def view_on_site(self, obj):
        return obj.get_absolute_url() if self.model.objects.public().filter(pk=obj.pk) else None

    def has_delete_permission(self, request, obj=None):
        if obj and type(obj).objects.undeletable().filter(pk=obj.pk).exists():
            return False
        return super().has_delete_permission(request, obj)
