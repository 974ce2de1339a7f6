"""Draws the page of a record's form from forms that are made already."""

from django.contrib.admin.helpers import AdminErrorList, AdminForm
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR

# Words of Django's own, which it has translated.
from django.utils.translation import gettext as words_of_django


def form_page(model_admin, request, form, formsets, inlines, obj):
    """
    Collect what the template of a change form needs, by name. `obj` is None for a record to be
    added.

    `ModelAdmin._changeform_view()` of Django 5.2 and 6.0 does the same with the forms that it
    makes itself, and leaves no way to do it with others. A test compares the two.
    """
    adminform = AdminForm(
        form,
        list(model_admin.get_fieldsets(request, obj)),
        model_admin.get_prepopulated_fields(request, obj),
        model_admin.get_readonly_fields(request, obj),
        model_admin=model_admin,
    )
    rows = model_admin.get_inline_formsets(request, formsets, inlines, obj)
    title = words_of_django("Change %s") if obj else words_of_django("Add %s")
    return model_admin.admin_site.each_context(request) | {
        "title": title % model_admin.opts.verbose_name,
        "subtitle": str(obj) if obj else None,
        "adminform": adminform,
        "object_id": str(obj.pk) if obj else None,
        "original": obj,
        "is_popup": IS_POPUP_VAR in request.POST or IS_POPUP_VAR in request.GET,
        "to_field": request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR)),
        "media": sum((part.media for part in rows), model_admin.media + adminform.media),
        "inline_admin_formsets": rows,
        "errors": AdminErrorList(form, formsets),
        "preserved_filters": model_admin.get_preserved_filters(request),
    }
