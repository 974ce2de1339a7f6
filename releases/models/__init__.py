"""
The subjects of the newsroom.

What the public may see is written by the act that decides it, and asked in one way: see
`showing`, and `moment` for the instant it is asked at.
"""

from .address import Address
from .contact import PressContact
from .document import Document
from .edition import Edition
from .embargo_access import EmbargoAccess, Opening
from .enclosure import Enclosure
from .freeze import Freeze
from .identity import Identity
from .illustration import Illustration, Sight
from .intake import Intake
from .mail import Mail
from .meeting import Meeting, Participation
from .moment import Moment
from .optimistic_lock import OptimisticLock, StaleError
from .organisation import Organisation
from .outcome import Outcome
from .part import Part
from .person import Appointment, Person
from .picture import Picture
from .playback import Playback
from .presence import Presence
from .profile import Profile, languages_of, may_write
from .proposal import Proposal
from .quote import Quote
from .recording import Recording
from .release import PressRelease
from .reprint import Reprint
from .showing import Mention, PublicState, Showing
from .step import Step
from .subject import Subject
from .topic import Topic

__all__ = [
    "Address",
    "Appointment",
    "Document",
    "Edition",
    "EmbargoAccess",
    "Enclosure",
    "Freeze",
    "Identity",
    "Illustration",
    "Intake",
    "Mail",
    "Meeting",
    "Mention",
    "Moment",
    "Opening",
    "OptimisticLock",
    "Organisation",
    "Outcome",
    "Part",
    "Participation",
    "Person",
    "Picture",
    "Playback",
    "Presence",
    "PressContact",
    "PressRelease",
    "Profile",
    "Proposal",
    "PublicState",
    "Quote",
    "Recording",
    "Reprint",
    "Showing",
    "Sight",
    "StaleError",
    "Step",
    "Subject",
    "Topic",
    "languages_of",
    "may_write",
]
