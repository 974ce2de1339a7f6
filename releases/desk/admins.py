"""Imports the admin classes of the desk, which register themselves by that."""

from . import (
    document_admin,
    edition_admin,
    embargo_access_admin,
    freeze_admin,
    identity_admin,
    intake_admin,
    log_admin,
    meeting_admin,
    person_admin,
    picture_admin,
    proposal_admin,
    recording_admin,
    records_admin,
    release_admin,
    reprint_admin,
    staff_admin,
)

__all__ = [
    "document_admin",
    "edition_admin",
    "embargo_access_admin",
    "freeze_admin",
    "identity_admin",
    "intake_admin",
    "log_admin",
    "meeting_admin",
    "person_admin",
    "picture_admin",
    "proposal_admin",
    "recording_admin",
    "records_admin",
    "release_admin",
    "reprint_admin",
    "staff_admin",
]
