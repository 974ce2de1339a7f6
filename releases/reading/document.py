"""Plain values, without a database: a file as the readers make it, and the findings in it."""

from dataclasses import asdict, dataclass, field
from datetime import date


class UnreadableError(ValueError):
    """A file that cannot be read; its message is a translated sentence for who chose it."""


@dataclass(frozen=True)
class Mark:
    """
    An inline tag of a block: characters `start` to `end` are strong, em, sub, sup, a link, or a
    span in another language, `lang`, than the text.
    """

    start: int
    end: int
    tag: str
    href: str = ""
    lang: str = ""


@dataclass
class Block:
    """
    A paragraph (p), heading (h), item of a list (ul, ol), quotation set apart (blockquote) or
    row of a table (tr; cells are separated by a tab).

    `text` is plain, mended, and has no white space at its ends, but for the tab of an empty cell;
    a newline in it is a soft line break. `level` is that of a heading or the depth of an item, from
    1; of a row, 1 if the file has its cells as heads, 2 if it has the first one so.
    """

    text: str
    tag: str = "p"
    level: int = 0
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail, or the file itself."""

    name: str
    data: bytes


@dataclass
class Document:
    """
    A file as it was read. `left_out` lists texts that are no part of a release (menus, footers,
    signatures); `notes` are translated sentences on what was mended or decided while reading.

    `title`, `address` and `language` are what the file says of itself (a mail's subject, a
    page's canonical link and `lang`), for when its text does not.
    """

    blocks: list[Block]
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    title: str = ""
    address: str = ""
    language: str = ""
    attachments: list[Attachment] = field(default_factory=list)

    def as_json(self):
        """Returns values for a JSON field: attachments by name alone, as the file is kept."""
        values = asdict(self)
        values["attachments"] = [attachment.name for attachment in self.attachments]
        return values

    @classmethod
    def from_json(cls, values):
        """The document again, with nothing in its attachments."""
        blocks = [
            Block(**block | {"marks": [Mark(**mark) for mark in block["marks"]]})
            for block in values["blocks"]
        ]
        attachments = [Attachment(name, b"") for name in values["attachments"]]
        return cls(**values | {"blocks": blocks, "attachments": attachments})


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` of the block number `block`, from 0."""

    block: int
    start: int
    end: int


@dataclass
class Found:
    """A value, how sure it is (0 to 1), and the words it was taken from."""

    value: object
    sure: float
    spans: list[Span] = field(default_factory=list)


@dataclass
class FoundQuote:
    """
    Somebody's words: one span, or several where an attribution or a paragraph breaks them.

    The outer marks are outside. `speaker` and `role` hold texts (`speaker.value` is the fullest
    name the document gives, or the role or body as written), or are None if nobody is named.
    """

    spans: list[Span]
    sure: float
    speaker: Found | None = None
    role: Found | None = None


@dataclass
class FoundPerson:
    """
    Somebody named: `name` is the fullest form without honorifics, `role` as written.

    `roles`, if not empty, has the office told beside each of the spans, "" where none is.
    """

    name: str
    role: str = ""
    spans: list[Span] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


@dataclass
class FoundMeeting:
    """A meeting reported on: `day` is its first day; `virtual` if held online in part."""

    name: str
    sure: float
    spans: list[Span] = field(default_factory=list)
    day: date | None = None
    place: str = ""
    virtual: bool = False
    restricted: bool = False
    chairs: list[FoundPerson] = field(default_factory=list)
    participants: list[FoundPerson] = field(default_factory=list)


@dataclass
class FoundContact:
    """Somebody whom the press can ask, from one contact block."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    spans: list[Span] = field(default_factory=list)


# Where a block belongs. Each has one place, so that no word of a document is lost.
LABEL = "label"  # such as "Press release", "Embargoed until …", "ENDS": furniture around the text
TITLE = "title"
DATELINE = "dateline"  # a line with nothing but the place and the day
SUMMARY = "summary"  # a lead set apart from the text
BODY = "body"
NOTES = "notes"  # notes to editors
CONTACT = "contact"


@dataclass
class Findings:
    """
    All that was found in a document's blocks. `places[n]` says where block n belongs.

    `day` holds a date; `place` the town of the dateline. `embargo` holds an aware datetime, a
    date without its hour, or None where a line says so and its end is not understood. `missed`
    names what could not be looked for, by a fault of ours, `cut` of what there was more than is
    kept here.
    """

    language: Found
    places: list[str]
    title: Found | None = None
    summary: Found | None = None
    day: Found | None = None
    place: Found | None = None
    embargo: Found | None = None
    quotes: list[FoundQuote] = field(default_factory=list)
    people: list[FoundPerson] = field(default_factory=list)
    meeting: FoundMeeting | None = None
    links: list[Found] = field(default_factory=list)
    contacts: list[FoundContact] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


def text_at(blocks, spans):
    """The words at spans of blocks, parts separated by an empty line."""
    return "\n\n".join(blocks[s.block].text[s.start : s.end] for s in spans)
