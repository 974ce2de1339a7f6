"""What the templates of the desk need beside Django's own tags."""

from django import template

from releases.admin.release import when_of

register = template.Library()


@register.filter
def due(edition):
    """When an approved text goes out, in words."""
    return when_of(edition.release, edition)
