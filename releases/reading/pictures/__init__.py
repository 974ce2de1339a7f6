"""A file that somebody hands in as a picture, and the files the public gets of it."""

from .credit_lines import Said, with_words
from .opening import ACCEPTED, Facts, examine, pixels
from .renditions import FULL, TYPES, full_size, make, suffixes, widths

__all__ = [
    "ACCEPTED",
    "FULL",
    "TYPES",
    "Facts",
    "Said",
    "examine",
    "full_size",
    "make",
    "pixels",
    "suffixes",
    "widths",
    "with_words",
]
