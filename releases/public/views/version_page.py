from django.shortcuts import redirect
from django.utils.translation import get_language, override

from releases.models import Edition
from releases.public.page import chosen, show
from releases.text import changes

from .release_page import addressed, quotes_of
from .removed import removed


def release_version(request, day, slug, version):
    """
    The text as it stood at one version, and what the next one changed.

    A number that is not public leads to the current page: one that waits for its time
    cannot be told from one that was never given.
    """
    at = request.at
    named = addressed(day, slug, at)
    editions = Edition.objects.reachable(at).filter(release__in=named)
    editions = list(editions.select_related("release"))
    if not editions:
        return removed(request, at, pk__in=set(named))
    current = chosen(editions, get_language())
    edition, following = _version_and_next(current, version, at)
    if edition is None:
        return redirect(current)
    if edition.slug != slug:
        moved = slug not in {edition.slug for edition in editions}
        return redirect(edition.get_version_url(), permanent=moved)
    edition.release.be_numbered(at)
    with override(edition.language):
        own_address = edition.get_version_url()
    context = {
        "edition": edition,
        "current": current,
        "following": following,
        "stood_from": max(edition.live_from, edition.release.publish_at),
        "stood_until": edition.live_until if following else None,
        "changes": _changes(edition, following) if following else [],
        "quotes": quotes_of(edition, at),
        "translations": {e.language: e.canonical_url for e in editions}
        | {edition.language: own_address},
    }
    return show(request, "releases/release_version.html", context, noindex=True)


def _version_and_next(current, version, at):
    """A version in the language of `current`, and the public one after it; None if not there."""
    versions = Edition.objects.readable(at).filter(
        release=current.release_id, language=current.language, version__gte=version
    )
    found = list(versions.select_related("release").order_by("version")[:2])
    if not found or found[0].version != version:
        return None, None
    return found[0], found[1] if len(found) > 1 else None


def _changes(old, new):
    """What differs, as paragraphs of words by part of the text: title, summary, text."""
    parts = {}
    for name in ("title", "summary"):
        if getattr(old, name) != getattr(new, name):
            parts[name] = [changes.compare_words(getattr(old, name), getattr(new, name))]
    compared = changes.compare(changes.paragraphs(old.body), changes.paragraphs(new.body))
    if texts := [change.words for change in compared if change.kind != changes.SAME]:
        parts["text"] = texts
    return parts
