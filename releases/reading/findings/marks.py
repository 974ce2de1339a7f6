"""The marks of quotation in one text: which open, which close, and which belong together."""

import re
from dataclasses import dataclass
from typing import NamedTuple

_SIGN = re.compile("''|(?<!`)``(?!`)|,,|<<|>>|[“”„‟\"«»‘’‚‛'‹›]")
_FAMILIES = {
    "double": ("“", "”", "„", "‟", '"', "''", "``", ",,"),
    "guillemets": ("«", "»", "<<", ">>"),
    "single": ("‘", "’", "‚", "‛", "'"),
    "single guillemets": ("‹", "›"),
}
_FAMILY = {sign: family for family, signs in _FAMILIES.items() for sign in signs}
_ONLY_OPEN = ("„", "‟", "‚", "‛", ",,", "``")
_POINT_LEFT = ("«", "‹", "<<")
_BEFORE_OPENING = "([{–—-/:,;=\t"
# 's-Gravenhage, 't Zand, '90s: what stands there for left-out letters opens nothing.
_ELISION = re.compile(r"['’](?:\d|\w(?!\w))|‘(?:\d\ds|[stn](?!\w))")
# So deep do marks stand within marks; deeper ones are mistakes.
_DEPTH = 6


class Sign(NamedTuple):
    """One mark of a text, and whether it may open or close what stands beside it."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool


@dataclass
class Matched:
    """The marks of a text: the pairs that stand in no other pair, and those without a partner."""

    pairs: list[tuple[Sign, Sign]]
    open: list[Sign]
    close: list[Sign]

    def first(self):
        """Returns the mark that opens the text at its start, and its closing one; or None."""
        for opening, closing in [*self.pairs[:1], *((sign, None) for sign in self.open[:1])]:
            if opening.start == 0:
                return opening, closing
        return None, None


def match(text, outward=True):
    """All marks of a text, Matched; `outward` if guillemets stand «so» and not »so«."""
    signs = [_sign(text, found, outward) for found in _SIGN.finditer(text)]
    stack: list[Sign] = []
    pairs: list[tuple[Sign, Sign]] = []
    close: list[Sign] = []
    for at, sign in enumerate(signs):
        partner = _partner(stack, sign)
        if sign.closes and partner is not None and not _is_plural(text, signs, at):
            pairs.append((stack[partner], sign))
            del stack[partner:]
        elif sign.opens:
            stack.append(sign)
        elif sign.closes and _ends_words(text, sign):
            close.append(sign)
    lonely = [sign for sign in stack if _opens_words(text, sign)]
    _match_mixed(lonely, pairs, close)
    return Matched(_outer(pairs), lonely, close)


def point_outward(texts):
    """Tells whether guillemets stand «so» in these texts; »so« they point to the words."""
    first = next((found for found in map(re.compile("[«»‹›]").search, texts) if found), None)
    return first is None or first[0] in _POINT_LEFT


def _sign(text, found, outward):
    before = text[found.start() - 1] if found.start() else " "
    after = text[found.end()] if found.end() < len(text) else " "
    opens, closes = _directions(found[0], before, after, outward)
    opens = opens and not _ELISION.match(text, found.start())
    return Sign(found.start(), found.end(), _FAMILY[found[0]], opens, closes)


def _directions(mark, before, after, outward):
    """Tells whether a mark may open and whether it may close, by its shape and its neighbours."""
    if "guillemets" in _FAMILY[mark]:
        opens = (mark in _POINT_LEFT) == outward
        return opens, not opens
    if mark in _ONLY_OPEN:
        return True, False
    if mark in "'’" and before.isalnum() and after.isalnum():
        return False, False
    free = before.isspace() or before in _BEFORE_OPENING or before in _FAMILY
    opens = free and not after.isspace() and (after.isalnum() or before.isspace())
    if mark in "”’":
        opens = opens and before.isspace() and after.isalnum()
        return opens, not opens
    closes = not opens and not before.isspace() and not after.isalnum()
    return opens or not closes, closes or (not opens and mark == '"')


def _partner(stack, sign):
    """The place in the stack of the mark that a closing one closes, or None."""
    for at in range(len(stack) - 1, max(len(stack) - _DEPTH, 0) - 1, -1):
        if stack[at].family == sign.family:
            return at
    return None


def _is_plural(text, signs, at):
    """Tells whether a sign after an s is but the apostrophe of "the ministers' meeting"."""
    sign = signs[at]
    if sign.family != "single" or text[sign.start - 1] not in "sxz":
        return False
    near = [s for s in signs[at + 1 : at + _DEPTH] if s.family == "single" and s.opens | s.closes]
    goes_on = text[sign.end : sign.end + 2].strip()[:1].isalpha()
    return bool(goes_on and near and near[0].closes and not near[0].opens)


def _opens_words(text, sign):
    """Tells whether an opening mark without a partner is one, and no apostrophe."""
    return sign.family != "single" or sign.start == 0 or text[sign.start] in "‘‚"


def _ends_words(text, sign):
    """Tells whether a closing mark without a partner is one: a single one may be an apostrophe."""
    before, after = text[sign.start - 1], text[sign.end : sign.end + 1]
    return sign.family != "single" or before in ".,!?…" or (after == "," and before not in "sxz")


def _match_mixed(lonely, pairs, close):
    """Where one kind of mark opens and another closes, what is left of both belongs together."""
    if lonely and close and lonely[0].start < close[-1].start:
        pairs.append((lonely.pop(0), close.pop()))
        lonely.clear()


def _outer(pairs):
    outer: list[tuple[Sign, Sign]] = []
    for pair in sorted(pairs):
        if not outer or pair[0].start > outer[-1][1].start:
            outer.append(pair)
    return outer
