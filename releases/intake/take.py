"""Taking in: a document that was read becomes an `Intake`, with what was found in it."""

import hashlib
from pathlib import PurePath

from django.core.files.base import ContentFile

from releases.models import Intake
from releases.reading.document import Document

from .proposal import propose


def intake_of(document, findings, *, digest, name="", address="", by=None):
    """An `Intake` that is not saved: what was read, and what is proposed of its findings."""
    return Intake(
        name=PurePath(name).name[:200],
        digest=digest,
        document=document.as_json(),
        proposal=propose(document.blocks, findings),
        address=address,
        by=by,
    )


def take_in(document, data, *, name="", by=None, language=None, address=""):
    """
    A saved `Intake` of `document`, read from the bytes `data` of the file `name`, or from
    pasted text. In `language`, a code; recognised if not given.
    """
    findings = _find(document, language)
    about = {"digest": digest_of(data), "name": name, "address": address, "by": by}
    intake = intake_of(document, findings, **about)
    keep_original(intake, data)
    return intake


def keep_original(intake, data):
    """Save the intake with the bytes it was read from, under a name no file system minds."""
    intake.file.save("original", ContentFile(data), save=False)
    intake.save()


def read_anew(intake, language=None):
    """Find and match once more, as after a person has been added to the records. Saves it."""
    document = Document.from_json(intake.document)
    intake.proposal = propose(document.blocks, _find(document, language))
    intake.save()


def digest_of(data):
    return hashlib.sha256(data).hexdigest()


def _find(document, language):
    # Only where a text is taken in: what finding needs would weigh on every process at the desk.
    from releases.reading.find import find

    return find(document.blocks, language, document)
