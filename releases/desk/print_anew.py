"""The page on which the texts that print a misspelt record are submitted anew."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from releases.models import Person
from releases.review import reprints
from releases.text.languages import languages
from releases.text.names import NamesFormField

from .record_pages import address_of
from .sent_numbers import number_sent

SPELT = _("The name is spelt “%(name)s”.")
PRINTED = _("What is said of “%(name)s” is corrected.")
SUBMITTED = _("Submitted, all of them: a second person approves the list.")


class NoteForm(forms.Form):
    """Asks what the public is told, in the language of each text."""

    note = NamesFormField(
        label=_("Public note"),
        help_text=_("It stands with the versions of each text, in the language of the text."),
    )

    def __init__(self, data, record):
        super().__init__(data, initial={"note": note_of(record)})


def note_of(record):
    """Propose the note by language: how the name is spelt, or that something is corrected."""
    found = {}
    for code, __ in languages():
        with override(code):
            sentence = SPELT if isinstance(record, Person) else PRINTED
            found[code] = str(sentence) % {"name": record}
    return found


def print_anew(model_admin, request, record):
    """Show which texts are printed anew and which are left, and submit the former."""
    form = NoteForm(request.POST or None, record)
    before = number_sent(request.GET["before"]) if "before" in request.GET else None
    if request.method == "POST" and form.is_valid():
        try:
            made, left = reprints.begin(record, request.user, form.cleaned_data["note"], before)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_what_is_left(model_admin, request, left)
            model_admin.message_user(request, SUBMITTED, messages.SUCCESS)
            return redirect("admin:releases_reprint_change", made.pk)
    texts = reprints.outdated(record, before)
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Print anew"),
        "opts": model_admin.opts,
        "record": record,
        "address": address_of(record),
        "form": form,
        "media": form.media,
        "texts": [text for text in texts if not text.obstacle],
        "older": reprints.older(record, before),
        "left": [text for text in texts if text.obstacle],
    }
    return TemplateResponse(request, "admin/releases/reprint/print_anew.html", context)


def say_what_is_left(model_admin, request, left):
    """Name each text that was not taken along, with the reason."""
    for text in left:
        model_admin.message_user(request, f"{text.edition}: {text.obstacle}", messages.WARNING)
