"""Says who speaks in a sentence: one voice or several."""

from dataclasses import dataclass, field

from releases.reading.document import Span


@dataclass
class Voice:
    """A speaker: a name, or an office or body as written, and the office."""

    name: str
    role: str
    span: Span
    sure: float
    person: int | None = None

    @property
    def is_body(self):
        """Tells whether it is neither a person nor an office."""
        return self.person is None and not self.role

    @property
    def is_named(self):
        """Tells whether a person's name stands there, and no pronoun or office."""
        return self.person is not None and self.sure == 1


@dataclass
class Subject:
    """Those who speak, at tokens `first` to `end` of a block: several in a joint text."""

    voices: list[Voice]
    first: int
    end: int = field(default=0)
