from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from releases.models import Profile, languages_of
from releases.review.roles import ROLES
from releases.text.languages import languages

from .history import ShowsHistory
from .in_words import ShowsInWords
from .locking_form import LockingForm
from .refusal import ShowsRefusals

User = get_user_model()

admin.site.unregister([User, Group])

PERSON = ("username", "first_name", "last_name", "email")
ROLE = ("groups", "languages")
BUILT_IN = _(
    "This role comes with the newsroom, and each upgrade sets its rights. For other rights add a "
    "role of your own."
)


class StaffForm(LockingForm):
    """The form of an account: who somebody is, and the role that opens the desk to them."""

    groups = forms.ModelMultipleChoiceField(
        label=_("Role"),
        queryset=Group.objects.order_by("name"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("A role opens the desk. Without one, the account opens nothing."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=languages,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("What a translator may write. Other roles write every language."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["languages"] = languages_of(self.instance) if self.instance.pk else []


class StaffChangeForm(StaffForm, UserChangeForm):
    password: Any = None  # the field of UserChangeForm goes: it shows how it is stored


class StaffAddForm(StaffForm, UserCreationForm):
    pass


@admin.register(User)
class StaffAdmin(ShowsRefusals, ShowsHistory, ShowsInWords, UserAdmin):
    """
    The accounts of who works here, and in which role. Only a superuser makes superusers or
    changes one: else whoever keeps the accounts could give themselves every right.
    """

    form = StaffChangeForm
    add_form = StaffAddForm
    add_form_template = None
    readonly_fields = ["password_link"]
    list_display = ["username", "email", "roles", "is_active"]
    list_filter = ["groups", "is_active"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": PERSON}),
        (_("What they do here"), {"fields": ROLE}),
        (_("Account"), {"fields": ["password_link", "is_active", "is_superuser"]}),
    ]
    add_fieldsets = [
        (None, {"fields": PERSON}),
        (_("What they do here"), {"fields": ROLE}),
        (_("Password"), {"fields": ["password1", "password2"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    @admin.display(description=_("Languages"))
    def languages(self, user):
        return ", ".join(languages_of(user))

    @admin.display(description=_("Password"))
    def password_link(self, user):
        address = reverse("admin:auth_user_password_change", args=[user.pk])
        return format_html('<a href="{}">{}</a>', address, _("Give a new password"))

    def get_fieldsets(self, request, obj=None):
        hidden = set() if request.user.is_superuser else {"is_superuser"}
        if obj and not self.has_change_permission(request, obj):
            hidden.add("password_link")
        return [
            (title, {"fields": [name for name in options["fields"] if name not in hidden]})
            for title, options in super().get_fieldsets(request, obj)
        ]

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (request.user.is_superuser or not (obj and obj.is_superuser))

    def save_related(self, request, form, formsets, change):
        """Make who has a role a member of the staff, and nobody who has lost the last one."""
        super().save_related(request, form, formsets, change)
        user = form.instance
        Profile.objects.update_or_create(
            user=user, defaults={"languages": form.cleaned_data["languages"]}
        )
        is_staff = user.is_superuser or user.groups.exists()
        if user.is_staff != is_staff:
            user.is_staff = is_staff
            user.save(update_fields=["is_staff"])


@admin.register(Group)
class RoleAdmin(ShowsRefusals, ShowsHistory, ShowsInWords, GroupAdmin):
    """
    Roles and their rights: for superusers. The newsroom's own are only read here, as each
    upgrade sets them to what `releases.review.roles` says.
    """

    fields = ["name", "permissions"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not _is_built_in(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not _is_built_in(obj)

    def get_fieldsets(self, request, obj=None):
        (title, options), *others = super().get_fieldsets(request, obj)
        if _is_built_in(obj):
            options |= {"description": BUILT_IN}
        return [(title, options), *others]


def _is_built_in(group):
    return group is not None and group.name in ROLES
