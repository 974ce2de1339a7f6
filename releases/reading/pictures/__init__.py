"""
A file that somebody hands in as a picture, and the files the public gets of it.

What opens pictures, `opening` and `renditions`, needs Pillow: it is imported where a picture is.
"""

from .credit_lines import Said, with_words
from .offered import FULL, TYPES, suffixes, widths

__all__ = ["FULL", "TYPES", "Said", "suffixes", "widths", "with_words"]
