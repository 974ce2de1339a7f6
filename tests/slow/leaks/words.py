"""Made-up words, each in one text only: found in an answer, it says whose it is."""

import re

LETTERS = "bcdfghjklmnpqrstvwxz"
WORD = re.compile(rf"zq[{LETTERS}]{{5}}|32990\d{{6}}")

# Texts no page of the public ever shows: whoever adds one says here for whom it is.
NEVER = {
    "User.username": "names of staff",
    "Freeze.internal_reason": "for the press office alone",
    "Edition.source_body": "what a translation was compared with, for the desk",
    "Step.reason": "said by one member of staff to another",
    "Document.why": "for the press office alone",
    "Picture.name": "for the press office alone",
    "Picture.file": "the name of the original, and what is written into it",
    "Recording.file": "the name it came with: the public gets it under another",
    "PressRelease.held_reason": "for the press office alone",
    "EmbargoAccess.name": "who reads ahead",
    "EmbargoAccess.outlet": "who reads ahead",
    "EmbargoAccess.email": "who reads ahead",
    "EmbargoAccess.token": "opens the text to one person",
}

# Texts that are no words: each is given, chosen or worked out.
NO_WORDS = {
    "Document.sha256",
    "Picture.sha256",
    "Recording.media_type",
    "Recording.sha256",
    "EmbargoAccess.digest",
    "EmbargoAccess.next_digest",
    "Edition.lead",
    "Meeting.moved_from_zone",
    "Meeting.time_zone",
    "PressRelease.held_reason",
    "PressRelease.moved_to_url",
    "PressRelease.reference",
    "PressRelease.removal_note",
}

# Besides, no page shows an address a record had before: it leads to the one it has.
FORMER = "former address"


def said_in(text):
    """The made-up words in a text."""
    return set(WORD.findall(text.lower()))
