"""
Finds what mail programs put around the words of a mail: signatures, answered mails, disclaimers.

They are known by their form, which is the same in all languages; of the words in them, only
those of disclaimers are looked at.
"""

import re
from itertools import takewhile

from django.utils.translation import gettext as _

from releases.reading.mend import cut

TIMES = 5  # that a mail was passed on, at most
SHORT = 300  # characters: who writes less above another mail passes it on

_quoted = re.compile(r"^>+ ?", re.MULTILINE)
_label = re.compile(r"\W{0,2}\w[\w .()-]{1,20}\s?:\*?\s+\S")
_moment = re.compile(r"(?=.*\b(?:19|20)\d\d\b).*\b\d{1,2}[:.h]\d\d\b")
_introduction = re.compile(r"(?=.*\b\d{1,2}[:.h]\d\d\b).*:\Z", re.DOTALL)
_secret = re.compile(r"confiden|vertrouwelijk|vertraulich|privileged", re.IGNORECASE)
_of_mail = re.compile(r"mail|message|courriel|bericht|nachricht", re.IGNORECASE)


def own_words(source):
    """A plain text without the lines of answered mails (>), and those lines."""
    lines = source.split("\n")
    own = "\n".join(line for line in lines if not line.startswith(">"))
    if len(own.strip()) < SHORT:
        return _quoted.sub("", source), ""
    quoted = "\n".join(line for line in lines if line.startswith(">"))
    return own, _quoted.sub("", quoted).strip()


def leave_out(document):
    """Move what mail programs added from the blocks of a document to `left_out`."""
    for _mail in range(TIMES):
        found = _answered(document.blocks)
        if not found:
            break
        before, header, after = found
        if _length(before) >= SHORT or not after:
            document.blocks = before
            _list(document, header + after)
            break
        document.blocks = after
        _list(document, before + header)
        note = _("The mail passes on another, which was read.")
        document.notes += [] if note in document.notes else [note]
    _leave_out_end(document, _signature(document.blocks))
    _leave_out_end(document, _disclaimer(document.blocks))


def _list(document, blocks):
    words = "\n".join(block.text for block in blocks)
    document.left_out += [words] if words else []


def _leave_out_end(document, start):
    number, offset = start
    if number < len(document.blocks):
        block = document.blocks[number]
        kept, rest = cut(block, 0, offset), cut(block, offset, len(block.text))
        _list(document, [rest, *document.blocks[number + 1 :]])
        document.blocks[number:] = [kept] if kept.text else []


def _length(blocks):
    return sum(len(block.text) for block in blocks)


def _answered(blocks):
    """The blocks before the head of an answered mail, those of the head, and those after it."""
    for number, block in enumerate(blocks):
        after = blocks[number + 1 : number + 2]
        if _introduces(block.text, quoted="blockquote" in {below.tag for below in after}):
            return blocks[:number], [block], blocks[number + 1 :]
        head = list(takewhile(_is_labelled, blocks[number : number + 8]))
        lines = [line for part in head for line in part.text.split("\n")]
        if len(lines) > 2 and any(map(_moment.match, lines)) and "@" in "".join(lines):
            return blocks[:number], head, blocks[number + len(head) :]
    return None


def _introduces(line, quoted):
    """Tells whether a line is such as "On 3 May 2022 at 10:00, Anna <anna@example.org> wrote:"."""
    return len(line) < SHORT and (quoted or "@" in line) and bool(_introduction.match(line))


def _is_labelled(block):
    """Tells whether all lines of a block are such as "Sent: Tuesday 3 May 2022 10:00"."""
    lines = block.text.split("\n")
    return len(lines) < 10 and all(len(line) < 1000 and _label.match(line) for line in lines)


def _signature(blocks):
    """Where the line "-- " begins, which sets the signature off: number of the block, offset."""
    for number, block in enumerate(blocks):
        sign = re.search(r"^--\s*$", block.text, re.MULTILINE)
        if sign and number + sign.start():
            return number, sign.start()
    return len(blocks), 0


def _disclaimer(blocks):
    """Where the blocks on confidentiality at the end of a mail begin."""
    start = len(blocks)
    while start > 1 and _is_disclaimer(blocks[start - 1].text):
        start -= 1
    return start, 0


def _is_disclaimer(words):
    return len(words) > 80 and bool(_secret.search(words) and _of_mail.search(words))
