"""Gives the templates of the desk what they need beside Django's own tags."""

from django import template
from django.utils.text import capfirst

register = template.Library()


@register.inclusion_tag("admin/releases/_faults.html")
def faults(form, rows=()):
    """
    Draw the head of a page that was refused: what is wrong in the fields of a form, and of `rows`,
    the admin's formsets beside it, in their order, with a link to each.
    """
    found = list(_faults_of(form)) if form.is_bound else []
    for formset in (inline.formset for inline in rows if inline.formset.is_bound):
        name = capfirst(formset.model._meta.verbose_name)
        for number, row in enumerate(formset.forms, start=1):
            found += [(row.prefix, f"{name} {number}: {error}") for error in row.non_field_errors()]
            found += [(place, f"{name} {number}, {fault}") for place, fault in _faults_of(row)]
    return {"found": found}


def _faults_of(form):
    for field in form:
        # The first of radio buttons stands for all of them.
        for error in field.errors:
            yield field.id_for_label or f"{field.auto_id}_0", f"{field.label}: {error}"
