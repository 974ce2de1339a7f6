"""Moves what waits of a release, holds it back and lets it go, on a page of the desk for each."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.models import EmbargoAccess, PressRelease, StaleError
from releases.review import schedule
from releases.text.instants import in_newsroom_time

from .schedule_forms import HoldForm, MoveForm, texts_chosen, time_to_move_to
from .words import held_back, how_it_waits

RIGHTS = {
    "move": "releases.schedule_pressrelease",
    "hold": "releases.hold_pressrelease",
    "let_go": "releases.schedule_pressrelease",
}
WAYS = {
    "move": _("Move the embargo…"),
    "hold": _("Hold it back…"),
    "let_go": _("Let it go…"),
}
NOT_OPEN = _("This is not open now: the release is as shown here.")


def ways(release, user):
    """Name the pages of these that are open to `user` for a release. Two queries at most."""
    if release.held_at:
        names = ["let_go"]
    elif not release.editions.waiting().exists():
        names = []
    elif release.first_published_at and not release.was_public:
        names = ["hold"]  # it has no embargo
    else:
        names = ["move", "hold"]
    return [name for name in names if user.has_perm(RIGHTS[name])]


class MovesTheSchedule(admin.ModelAdmin):
    """A ModelAdmin of releases with a page for each of these acts."""

    def schedule_urls(self, address):
        return [
            address("move", self.move_view),
            address("hold", self.hold_view),
            address("let_go", self.let_go_view),
        ]

    def move_view(self, request, pk):
        return self._schedule_view(request, pk, "move")

    def hold_view(self, request, pk):
        return self._schedule_view(request, pk, "hold")

    def let_go_view(self, request, pk):
        return self._schedule_view(request, pk, "let_go")

    def _schedule_view(self, request, pk, name):
        """Do what is asked, or draw its page; where it is not open any more, say why."""
        if not request.user.has_perm(RIGHTS[name]):
            raise PermissionDenied
        release = get_object_or_404(PressRelease, pk=pk)
        texts, refusal = schedule.waiting(release), str(NOT_OPEN)
        form = _form(request, release, texts, name)
        if request.method == "POST" and form.is_valid():
            release.revision = form.cleaned_data["revision"]
            try:
                getattr(schedule, form.act)(release, request.user, **form.values)
            except StaleError as error:
                return self._led_back(request, pk, " ".join(error.messages))
            except ValidationError as error:
                form.refuse(error)
                refusal = " ".join(error.messages)
            else:
                return self._led_back(request, pk, _said(release), messages.SUCCESS)
        if name not in ways(release, request.user):
            return self._led_back(request, pk, refusal)
        context = self.admin_site.each_context(request) | {
            "title": str(WAYS[name]).rstrip("…"),
            "opts": self.opts,
            "act": name,
            "release": release,
            "held": release.held_at and held_back(release),
            "texts": [(text, how_it_waits(text)) for text in texts],
            "told": _journalists(release),
            "form": form,
            "now": in_newsroom_time(timezone.now()),
        }
        return TemplateResponse(request, "admin/releases/pressrelease/schedule.html", context)

    def _led_back(self, request, pk, said, level=messages.ERROR):
        self.message_user(request, said, level)
        return redirect("admin:releases_pressrelease_change", pk)


def _form(request, release, texts, name):
    data = request.POST or None
    if name == "hold":
        return HoldForm(data, initial={"revision": release.revision})
    at = time_to_move_to(request.POST)
    found = []
    if at and texts:
        found = schedule.findings(release, at, texts_chosen(request.POST))
    return MoveForm(data, release=release, texts=texts, findings=found)


def _journalists(release):
    """Count those who are told of it by mail: what is public already is under no embargo."""
    if release.was_public:
        return 0
    return EmbargoAccess.objects.open().filter(release=release).count()


def _said(release):
    texts = schedule.waiting(release)
    if release.held_at:
        return _("Held back. It goes public when an editor lets it go, and not before.")
    return f"{how_it_waits(texts[0])}." if texts else _("It is public.")
