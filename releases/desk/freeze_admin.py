from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import DateTimeField
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from releases.models import Freeze, StaleError
from releases.review import emergency_stop
from releases.text.instants import in_newsroom_time

from .history import ShowsHistory
from .in_words import ShowsInWords, yes_or_no
from .instant_input import InstantField
from .refusal import ShowsRefusals
from .words import when_it_goes_out


class StopForm(forms.Form):
    reason = forms.CharField(label=_("Why"), required=False, widget=forms.Textarea({"rows": 3}))


class LiftForm(forms.Form):
    """Asks what becomes of each text that waits: nothing is decided beforehand."""

    def __init__(self, *args, waiting, **kwargs):
        super().__init__(*args, **kwargs)
        self.decisions = []
        for edition in waiting:
            name = f"text-{edition.pk}"
            self.fields[name] = forms.ChoiceField(
                label=str(edition),
                choices=[("out", _("goes out")), ("draft", _("back to a draft"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Decide on this text.")},
            )
            self.decisions.append((edition, when_it_goes_out(edition.due), self[name]))

    @property
    def decided(self):
        return {
            int(name.removeprefix("text-")): value == "out"
            for name, value in self.cleaned_data.items()
        }


@admin.register(Freeze)
class FreezeAdmin(ShowsRefusals, ShowsHistory, ShowsInWords):
    actions = None
    list_display = ["__str__", "begins", "ends", "is_on"]
    fields = ["starts_at", "ends_at", "public_reason", "internal_reason"]
    formfield_overrides = {
        DateTimeField: {"form_class": InstantField, "widget": InstantField.widget}
    }

    @admin.display(description=_("begins"), ordering="starts_at")
    def begins(self, freeze):
        return in_newsroom_time(freeze.starts_at)

    @admin.display(description=_("ends"), ordering="ends_at")
    def ends(self, freeze):
        return in_newsroom_time(freeze.ends_at) if freeze.ends_at else _("when it is lifted")

    @admin.display(description=_("on"))
    def is_on(self, freeze):
        return yes_or_no(freeze.is_on)

    def get_changeform_initial_data(self, request):
        return {"starts_at": None} | super().get_changeform_initial_data(request)

    def get_readonly_fields(self, request, obj=None):
        return ["starts_at"] if obj and obj.has_begun else []

    def has_change_permission(self, request, obj=None):
        """Leave what is over as it was, and an emergency stop, which is lifted and not edited."""
        may = super().has_change_permission(request, obj)
        return may and not (obj and (obj.emergency or (obj.has_begun and not obj.is_on)))

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj)
        return may and obj is not None and not obj.has_begun

    def save_model(self, request, obj, form, change):
        if not change:
            obj.by = request.user
        super().save_model(request, obj, form, change)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("stop/", view(self.stop_view), name="releases_freeze_stop"),
            path("<int:pk>/lift/", view(self.lift_view), name="releases_freeze_lift"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        stop = emergency_stop.current()
        return super().changelist_view(request, {"stop": stop} | (extra_context or {}))

    def stop_view(self, request):
        """Hold everything that is not public yet."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if stop := emergency_stop.current():
            return redirect("admin:releases_freeze_lift", stop.pk)
        form = StopForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                emergency_stop.stop(request.user, form.cleaned_data["reason"])
            except ValidationError as error:
                form.add_error("reason", error)
            else:
                said = _("Stopped: nothing more goes public.")
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:index")
        return self._page(request, "stop", _("Stop everything"), form=form)

    def lift_view(self, request, pk):
        """End the stop, deciding on each text that waits."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        stop = get_object_or_404(Freeze, pk=pk, emergency=True)
        if stop.ends_at:
            self.message_user(request, _("This stop has been lifted already."), messages.ERROR)
            return redirect("admin:index")
        form = LiftForm(request.POST or None, waiting=emergency_stop.waiting())
        if request.method == "POST" and form.is_valid():
            try:
                emergency_stop.lift(stop, request.user, form.decided)
            except StaleError:
                form.add_error(None, _("More texts wait now: decide on each of them."))
            except ValidationError as error:
                form.add_error(None, error)
            else:
                said = _("Lifted. What you let out goes out in its order.")
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:index")
        ahead = list(Freeze.objects.ahead())
        due = emergency_stop.announced()
        meetings = [(meeting, when_it_goes_out(at, ahead)) for meeting, at in due]
        title = _("Lift the emergency stop")
        return self._page(request, "lift", title, form=form, stop=stop, meetings=meetings)

    def _page(self, request, name, title, **context):
        context |= self.admin_site.each_context(request) | {"title": title, "opts": self.opts}
        return TemplateResponse(request, f"admin/releases/freeze/{name}.html", context)
