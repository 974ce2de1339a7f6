"""The desk: the stock admin, in the order in which a press officer works."""

from . import edition, meeting, person, records, release

__all__ = ["edition", "meeting", "person", "records", "release"]
