"""
The subjects of the newsroom.

What the public may see is defined once, in `EditionQuerySet.live()`; every
`public()` here is built on it.
"""

from .contact import PressContact
from .document import Document
from .edition import Edition
from .meeting import Meeting, Participation
from .organisation import Organisation
from .person import Appointment, Person
from .quote import Quote
from .release import PressRelease
from .topic import Topic

__all__ = [
    "Appointment",
    "Document",
    "Edition",
    "Meeting",
    "Organisation",
    "Participation",
    "Person",
    "PressContact",
    "PressRelease",
    "Quote",
    "Topic",
]
