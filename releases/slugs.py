"""Words for addresses, made from titles and names."""

from django.utils.text import slugify

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
LENGTH = 80


def slug_from(text, fallback="item"):
    """At most 80 ASCII characters, cut between words; `fallback` where no letter is Latin."""
    slug = slugify(text.casefold().translate(LIGATURES))
    if len(slug) > LENGTH:
        slug = slug[: LENGTH + 1].rpartition("-")[0] or slug[:LENGTH]
    return slug.strip("-_") or fallback


def free_slug(instance, text):
    """`slug_from(text)`, numbered if another record of the model has it. One query a try."""
    start = slug_from(text, instance._meta.model_name)
    others = type(instance)._default_manager.exclude(pk=instance.pk)
    slug, number = start, 1
    while others.filter(slug=slug).exists():
        number += 1
        slug = f"{start}-{number}"
    return slug
