"""Words for addresses, made from titles and names."""

from django.utils.text import slugify

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
LENGTH = 80


def slug_from(text: str, fallback: str = "item") -> str:
    """Make 80 ASCII characters at most, cut between words; `fallback` where no letter is Latin."""
    slug = slugify(text.casefold().translate(LIGATURES))
    if len(slug) > LENGTH:
        slug = slug[: LENGTH + 1].rpartition("-")[0] or slug[:LENGTH]
    return slug.strip("-_") or fallback
