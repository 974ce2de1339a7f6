"""The desk: the stock admin, in the order in which a press officer works."""

from . import edition, freeze, meeting, person, records, release, users

__all__ = ["edition", "freeze", "meeting", "person", "records", "release", "users"]
