"""What the templates of the desk need beside Django's own tags."""

from django import template

from releases.admin.release import when_of

register = template.Library()


@register.filter
def due(edition, ahead):
    """When an approved text goes out, in words; `ahead` are the freezes that are not over."""
    return when_of(edition.release, edition, ahead)
