"""The desk: the stock admin, in the order in which a press officer works."""

from . import access, edition, freeze, intake, meeting, person, records, release, users

__all__ = [
    "access",
    "edition",
    "freeze",
    "intake",
    "meeting",
    "person",
    "records",
    "release",
    "users",
]
