"""Asks what the quotations beside one tell of its speaker."""

from itertools import pairwise


def settle(statements, blocks):
    """
    Give statements the speaker of those beside them, where their own is not or badly told.

    An office that nobody is named to hold is that of a person without one who speaks right
    after; a paragraph that is but a quotation belongs to the speaker of those around it.
    """
    for one, following in pairwise(statements):
        if one.spans[-1].block == following.spans[0].block:
            _share_office(_voice(one), _voice(following))
    for one, following in pairwise(statements):
        if _is_paragraph(one, blocks) and _is_next(one, following):
            if _is_paragraph(following, blocks) and _is_guess(following) and not _is_guess(one):
                following.attribution = one.attribution
            elif following.is_attributed_after and _is_far_guess(one):
                one.attribution = following.attribution


def _share_office(first, second):
    """Let an office that nobody is named to hold, and a name without office, be one person."""
    known = first and second and first.person is None and second.person is not None
    if known and first.role and not second.role:
        first.name, first.person, second.role = second.name, second.person, first.role


def _voice(statement):
    return statement.attribution.subject.voices[0] if statement.attribution else None


def _is_paragraph(statement, blocks):
    """Tells whether nothing but marks stands around the words in their blocks."""
    first, last = statement.spans[0], statement.spans[-1]
    return first.start <= 2 and len(blocks[last.block].text) - last.end <= 2


def _is_next(one, following):
    return following.spans[0].block == one.spans[-1].block + 1 and following.spans[0].start <= 2


def _is_guess(statement):
    return not (statement.attribution and statement.attribution.is_clear)


def _is_far_guess(statement):
    """Tells whether the speaker is not told, or only guessed from above the block before."""
    if not statement.attribution:
        return True
    above = statement.spans[0].block - 1
    return _is_guess(statement) and _voice(statement).span.block < above
