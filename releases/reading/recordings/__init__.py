"""A file that somebody hands in as a video or a sound recording, to be played by browsers."""

from .opening import Facts, examine

__all__ = ["Facts", "examine"]
