"""Taking a release in from a file or a pasted text: choose, check, make a draft."""

import hashlib
import json
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from releases.intake.draft import ALREADY, make_release
from releases.intake.match import same_release
from releases.intake.shown import places_found, runs
from releases.intake.take import read_anew, take_in
from releases.models import Edition, Intake
from releases.public.views.documents import download
from releases.reading import faults
from releases.reading.document import Document, Span, UnreadableError, text_at
from releases.text import html
from releases.text.languages import languages

from .check_form import CheckForm
from .history import ShowsHistory
from .sent_numbers import number_sent

# From which certainty on something is called sure, and likely.
SURE, LIKELY = 0.85, 0.6
SINCE = _(
    "In the meantime a release like this one has come into the newsroom: see above. Press the "
    "button again to make the draft all the same."
)


class TakeInForm(forms.Form):
    """A file or a pasted text; what is read of it is in `document` and `data`."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("Word (.docx), web page (.html), mail (.eml), PDF or plain text."),
    )
    text = forms.CharField(
        label=_("or the text itself, pasted"),
        required=False,
        widget=forms.Textarea({"rows": 12, "class": "vLargeTextField"}),
    )
    # The same text with its headings, lists and links, if the browser hands them over.
    html = forms.CharField(required=False, widget=forms.HiddenInput)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=lambda: [("", _("Recognise it")), *languages()],
        required=False,
    )
    tracked = forms.ChoiceField(
        label=_("Changes tracked in Word"),
        choices=[
            ("accept", _("Take the text with the changes made")),
            ("reject", _("Take the text as it was before them")),
            ("refuse", _("Do not take a file with tracked changes")),
        ],
        initial="accept",
        required=False,
    )

    def clean(self):
        super().clean()
        values = self.cleaned_data
        file, text = values.get("file"), values.get("text")
        if file and text:
            raise ValidationError(_("Choose a file or paste a text, not both."))
        if not (file or text or self.errors):
            raise ValidationError(_("Choose a file, or paste the text."))
        try:
            self._read(file, text, values)
        except UnreadableError as error:
            self.add_error("file" if file else "text", str(error))
        return values

    def _read(self, file, text, values):
        # Only where a file is read: the readers' libraries would weigh on every process.
        from releases.reading import readers

        if file:
            self.data_read, self.name = file.read(), file.name
            tracked = values.get("tracked") or "accept"
            self.document = readers.read(self.data_read, file.name, tracked=tracked)
        elif text:
            rich = values.get("html")
            self.data_read, self.name = (rich or text).encode(), ""
            self.document = readers.read_html(rich) if rich else readers.read_text(text)


@admin.register(Intake)
class IntakeAdmin(ShowsHistory, admin.ModelAdmin):
    list_display = ["title", "at", "name"]
    list_display_links = ["title"]
    ordering = ["-pk"]
    actions = None
    show_full_result_count = False

    def get_queryset(self, request):
        """Find what they took in, or belongs to nobody any more, and is no draft yet."""
        mine = Q(by=request.user) | Q(by=None)
        return Intake.objects.open().filter(mine)

    @admin.display(description=_("title"))
    def title(self, intake):
        found = intake.proposal.get("title")
        return found["value"] if found else str(intake)

    def get_urls(self):
        view = self.admin_site.admin_view(self.original_view)
        return [
            path("<int:pk>/original/", view, name="releases_intake_original"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = TakeInForm(*(request.POST, request.FILES) if request.method == "POST" else ())
        if form.is_valid():
            values = form.cleaned_data
            intake = take_in(
                form.document,
                form.data_read,
                name=form.name,
                by=request.user,
                language=values["language"] or None,
            )
            said = _("Read. Nothing is a release yet: check what was found, then make the draft.")
            self.message_user(request, said, messages.SUCCESS)
            return redirect("admin:releases_intake_change", intake.pk)
        return self._page(
            request,
            "take_in",
            title=_("Take a release in"),
            form=form,
            waiting=self.get_queryset(request).defer("document", "answers")[:20],
        )

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_change_permission(request):
            raise PermissionDenied
        intake = self.get_object(request, object_id)
        if intake is None:
            return self._to_release(request, object_id)
        if request.method == "POST" and request.POST.get("stamp") != _stamp(intake):
            return self._outdated(request, intake)
        if "_keep" in request.POST:
            self._save_answers(intake, request.POST)
            return self._saved_for_later(request)
        if "_anew" in request.POST:
            self._save_answers(intake, request.POST, only=[*CheckForm.base_fields, "at_which"])
            read_anew(intake, request.POST.get("language") or None)
            return redirect("admin:releases_intake_change", intake.pk)
        form = CheckForm(
            request.POST if request.method == "POST" else None,
            document=Document.from_json(intake.document),
            proposal=intake.proposal,
            address=intake.address,
            answers=QueryDict(intake.answers),
        )
        if form.is_valid() and (edition := self._make(request, intake, form)):
            return redirect("admin:releases_edition_change", edition.pk)
        return self._check_page(request, intake, form)

    def original_view(self, request, pk):
        """Send the file a release was made from, as it came in, to who may see the release."""
        intake = get_object_or_404(Intake, pk=pk)
        if intake.release_id:
            may = request.user.has_perm("releases.view_pressrelease")
        else:
            may = self.has_view_permission(request) and intake.by_id == request.user.pk
        if not may:
            raise PermissionDenied
        return download(intake.file, intake.name or "pasted.txt")

    def _make(self, request, intake, form):
        """Make the draft; None with the reasons on the form where nothing could be saved."""
        draft = form.draft(partial(_attachments, intake))
        if found := _found_since(intake, draft):
            intake.proposal["same"] += found
            intake.save(update_fields=["proposal"])
            form.add_error(None, SINCE)
            return None
        intake.address = form.cleaned_data["address"]
        try:
            edition = make_release(draft, intake, request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return None
        said = _("The draft is made. Read it once more, then submit it for review.")
        self.message_user(request, said, messages.SUCCESS)
        return edition

    def _check_page(self, request, intake, form):
        return self._page(
            request,
            "check",
            title=_("Check what was found"),
            form=form,
            intake=intake,
            stamp=_stamp(intake),
            document=form.document,
            doubts=faults.doubts(intake.proposal["missed"], intake.proposal["cut"]),
            blocks=_blocks(form, intake.proposal),
            where=_where(form, intake.proposal),
            same=Edition.objects.filter(pk__in=intake.proposal["same"]),
        )

    def _save_answers(self, intake, sent, only=None):
        """Keep what was chosen, as it was sent; of certain fields `only`, if these are named."""
        kept = sent.copy()
        for name in [*kept]:
            if name == "csrfmiddlewaretoken" or (only and name not in only):
                del kept[name]
        intake.answers = kept.urlencode()
        intake.save(update_fields=["answers"])

    def _outdated(self, request, intake):
        """Turn away a page that another tab has outdated by reading the file anew."""
        if request.headers.get("Accept") == "application/json":
            return HttpResponse(status=409)
        said = _("The file has been read anew since that page was opened: this is the newest.")
        self.message_user(request, said, messages.WARNING)
        return redirect("admin:releases_intake_change", intake.pk)

    def _to_release(self, request, object_id):
        """Lead to the draft that was made of it already; 404 if none was."""
        mine = Intake.objects.filter(by=request.user, release__isnull=False)
        intake = get_object_or_404(mine, pk=number_sent(object_id))
        self.message_user(request, ALREADY, messages.WARNING)
        return redirect("admin:releases_pressrelease_change", intake.release_id)

    def _saved_for_later(self, request):
        if request.headers.get("Accept") == "application/json":
            return HttpResponse(status=204)
        said = _("Kept as it is. It waits for you under Intakes.")
        self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:releases_intake_changelist")

    def _page(self, request, template, **context):
        context |= self.admin_site.each_context(request) | {"opts": self.opts}
        context["media"] = self.media
        return TemplateResponse(request, f"admin/releases/intake/{template}.html", context)


def _stamp(intake):
    """Make what tells one reading of the file from the next."""
    proposal = {**intake.proposal, "same": None}
    return hashlib.sha256(json.dumps(proposal, sort_keys=True).encode()).hexdigest()[:16]


def _found_since(intake, draft):
    """Find the keys of texts like this one that came into the newsroom since it was read."""
    at = draft.first_published_at or draft.publish_at
    day = timezone.localdate(at) if at else None
    same = same_release(draft.title, html.plain(draft.body), day)
    return [edition.pk for edition in same if edition.pk not in intake.proposal["same"]]


def _attachments(intake):
    """Read them again from the file, which alone keeps them; none if it is gone or too large."""
    from releases.reading import readers  # as in TakeInForm

    try:
        with intake.file.open() as file:
            return readers.read(file.read(), intake.name).attachments
    except (FileNotFoundError, UnreadableError):
        return []


def _blocks(form, proposal):
    """List the blocks of the document: where each goes, its runs, and whether it is put back."""
    blocks = form.document.blocks
    chosen = {number_sent(str(number)) for number in form["put_back"].value() or ()}
    return [
        {
            "number": number,
            "tag": block.tag,
            "place": proposal["places"][number],
            "head": Truncator(block.text).words(6, "…"),
            "runs": found,
            "put_back": number in chosen,
        }
        for number, (block, found) in enumerate(zip(blocks, runs(blocks, proposal), strict=True))
    ]


def _where(form, proposal):
    """
    Say by the name of a field how sure it is, in words, and which words it was taken from. Rows
    get theirs as `where`.
    """
    found = {}
    for name, __, spans in places_found(proposal):
        part, __, number = name.partition("-")
        value = proposal[part][int(number)] if number else proposal[part]
        words = text_at(form.document.blocks, [Span(*span) for span in spans[:1]])
        found[name] = {"sure": _in_words(value["sure"]), "words": words}
    for name, formset in form.rows.items():
        for number, row in enumerate(formset):
            row.where = found.get(f"{name}-{number}")
    return found


def _in_words(sure):
    if sure >= SURE:
        return "sure"
    return "likely" if sure >= LIKELY else "doubtful"
