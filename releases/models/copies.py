"""
A translation and the next version of a text begin as copies of it.

A translation remembers which version of its source it renders, and what that said; so it can
be told when, and where, it is behind.
"""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from releases.text import changes
from releases.text.languages import languages

from .edition import Edition
from .illustration import Illustration
from .playback import Playback
from .profile import may_write


def translate(edition: Edition, by: User, language: str) -> Edition:
    """
    Begin a translation: a draft in `language` with this text, its quotes, documents,
    pictures and recordings, to be overwritten.

    Raises PermissionDenied, and ValidationError where the language is there already.
    """
    if not may_write(by, language):
        raise PermissionDenied
    if language not in dict(languages()):
        raise ValidationError(_("The newsroom does not write in this language."))
    if Edition.objects.filter(release=edition.release_id, language=language).exists():
        raise ValidationError(_("There is a text in this language already."))
    rendered = {"source": edition, "source_body": edition.body}
    return _copy(edition, by, language=language, slug="", **rendered)


def next_version(edition: Edition, by: User) -> Edition:
    """
    Begin the version that shall follow this one: a draft with its text, quotes,
    documents, pictures and recordings.

    Raises PermissionDenied, and ValidationError where one is open or waits already.
    """
    if not may_write(by, edition.language):
        raise PermissionDenied
    edition.refuse_if_waiting()
    if edition.versions().approved().filter(version__gt=edition.version).exists():
        raise ValidationError(_("A newer version stands: begin from that one."))
    rendered = {
        "source": edition.source,
        "source_body": edition.source_body,
        "is_behind": edition.is_behind,
    }
    return _copy(edition, by, language=edition.language, slug=edition.slug, **rendered)


def newest_source(edition: Edition) -> Edition | None:
    """Return the latest approved version of the text this was translated from. A query or none."""
    if edition.source is None:
        return None
    return edition.source.versions().approved().order_by("version").last() or edition.source


def paragraphs_behind(edition: Edition) -> set[int]:
    """Return the numbers, from 0, of the source's paragraphs that changed since. Two queries."""
    newest = newest_source(edition)
    if newest is None:
        return set()
    rendered = changes.paragraphs(edition.source_body)
    return changes.touched(rendered, changes.paragraphs(newest.body))


def untranslated(edition: Edition) -> set[int]:
    """Return the numbers, from 0, of the paragraphs that still stand in the source's words."""
    if edition.source_id is None:
        return set()
    originals = set(changes.paragraphs(edition.source_body))
    own = changes.paragraphs(edition.body)
    return {number for number, text in enumerate(own) if text in originals}


def catch_up(edition: Edition, by: User) -> None:
    """
    Say of a draft that it renders the newest version of its source now.

    Raises PermissionDenied, StaleError, or ValidationError where it is no draft.
    """
    if not may_write(by, edition.language):
        raise PermissionDenied
    if edition.is_approved:
        raise ValidationError(Edition.CANNOT_CHANGE)
    if newest := newest_source(edition):
        edition.source, edition.source_body, edition.is_behind = newest, newest.body, False
        edition.save()


@transaction.atomic
def _copy(edition: Edition, by: User, **values: Any) -> Edition:
    copied = {name: getattr(edition, name) for name in ("title", "summary", "body")}
    new = Edition.objects.create(release=edition.release, written_by=by, **copied | values)
    for quote in edition.quotes.all():
        if quote.language == "" and new.language != edition.language:
            quote.language, quote.original_words = edition.language, quote.words
        if quote.language == new.language:
            quote.words = quote.original_words or quote.words
            quote.language = quote.original_words = ""
        quote.official = quote.official and new.language == edition.language
        # Django's way to copy a row: without a key it is saved as a new one.
        quote.pk, quote.edition, quote._state.adding = None, new, True
        quote.printed, quote.order = {}, None
        quote.save()
    new.documents.set(edition.documents.all())
    for one in edition.illustrations.all():
        Illustration.objects.create(edition=new, picture_id=one.picture_id, position=one.position)
    for played in edition.playbacks.all():
        Playback.objects.create(
            edition=new, recording_id=played.recording_id, position=played.position
        )
    return new
