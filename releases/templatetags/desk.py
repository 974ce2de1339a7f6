"""What the templates of the desk need beside Django's own tags."""

from django import template

from releases.admin.release import out_at, when_of

register = template.Library()


@register.filter
def due(edition, ahead):
    """When an approved text goes out, in words; `ahead` are the freezes that are not over."""
    return when_of(edition.release, edition, ahead)


@register.filter
def out(edition, ahead):
    """The instant an approved text goes out, as far as it is known; else None. See `due`."""
    return out_at(edition, ahead)
