"""The files that come with a text, as an entry of a feed encloses them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from mimetypes import guess_type
from typing import Any

from releases.models import Moment, Picture, Recording
from releases.models.printed import Kept, as_kept
from releases.models.rights import WithRights

ENCLOSED = ("pictures", "documents", "recordings")  # parts of what a text has printed


@dataclass(frozen=True)
class Enclosed:
    """A file at an address, of a type, with so many bytes; 0 where that is not known."""

    address: str
    kind: str
    size: int


def enclosed(
    printed: Iterable[dict[str, Any]], moment: Moment, absolute: Callable[[str], str]
) -> list[list[Enclosed]]:
    """
    Return of each text, from what it has printed, the leading picture, documents and recordings
    that are files; but for what is not for reuse. One query where there are pictures, and one
    where there are recordings.
    """
    texts = list(printed)
    pictures = _for_reuse(Picture, [one for text in texts for one in text["pictures"]], moment)
    played = _for_reuse(Recording, [one for text in texts for one in text["recordings"]], moment)

    def files(text: dict[str, Any]) -> Iterator[Enclosed]:
        shown = (one for one in text["pictures"] if one["id"] in pictures)
        yield from (_picture(one) for one in islice(shown, 1))
        yield from (_document(one) for one in text["documents"] if one["file"])
        listed = (one for one in text["recordings"] if one["file"] and one["id"] in played)
        yield from (_recording(one) for one in listed)

    return [[replace(one, address=absolute(one.address)) for one in files(text)] for text in texts]


def _for_reuse(model: type[WithRights], kept: list[Kept], moment: Moment) -> set[int]:
    """Return the keys of those whose rights stand, and let others use them."""
    if not kept:
        return set()
    rows: Any = model.objects.standing(moment).exclude(rights=model.Rights.NONE)
    return set(rows.filter(pk__in={one["id"] for one in kept}).values_list("pk", flat=True))


def _picture(kept: Kept) -> Enclosed:
    address = as_kept("picture", kept).get_absolute_url()
    return Enclosed(address, guess_type(address)[0] or "", 0)


def _document(kept: Kept) -> Enclosed:
    document = as_kept("document", kept)
    kind = guess_type(document.filename)[0] or "application/octet-stream"
    return Enclosed(document.get_absolute_url(), kind, document.size or 0)


def _recording(kept: Kept) -> Enclosed:
    recording = as_kept("recording", kept)
    return Enclosed(recording.get_absolute_url(), recording.media_type, recording.size)
