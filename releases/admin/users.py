from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from releases.models import Profile

from .history import WithHistory

User = get_user_model()

admin.site.unregister(User)


class ProfileForm(forms.ModelForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("What a translator may write. Other roles write every language."),
    )


class ProfileInline(admin.StackedInline):
    model = Profile
    form = ProfileForm
    can_delete = False


@admin.register(User)
class StaffAdmin(WithHistory, UserAdmin):
    """
    Accounts. Only a superuser makes superusers, changes one, or gives single permissions:
    else whoever keeps the accounts could give themselves every right.
    """

    inlines = [ProfileInline]
    list_display = ["username", "email", "roles", "is_staff", "is_active"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_readonly_fields(self, request, obj=None):
        own = super().get_readonly_fields(request, obj)
        return own if request.user.is_superuser else [*own, "is_superuser", "user_permissions"]

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (request.user.is_superuser or not (obj and obj.is_superuser))
