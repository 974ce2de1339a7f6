"""Finds who is said to have spoken, by the attribution before, after, within or below words."""

from dataclasses import dataclass

from releases.reading.languages import words

from .leading import Leading
from .subjects import Subjects
from .tokens import NEAR, ends_sentence, past_brackets, text_at, token_at, tokens_of
from .trailing import Trailing
from .voices import Subject

# An attribution is sought so many words away from the marks.
_WINDOW = 60
_DASHES = ("–", "-", "—")


@dataclass
class Attribution:
    """An attribution: who said it, how sure that is, and up to which character it is told."""

    subject: Subject
    sure: float
    end: int
    is_clear: bool = True


class Speakers:
    """Reads the attributions of one document."""

    def __init__(self, cast):
        self.cast, self.facts = cast, cast.facts
        self.subjects = Subjects(cast)
        self.trailing, self.leading = Trailing(self.subjects), Leading(self.subjects)
        self.saying = words(self.facts.SAYING)

    def after(self, number, start, limit, is_whole):
        """
        The Attribution told right after a closing mark at character `start`, or None.

        The next quoted words begin at `limit`; `is_whole` if a sentence ended before the mark.
        """
        tokens = self._tokens(number)
        first = token_at(tokens, start)
        stop = self._sentence_end(tokens, first, limit)
        sign = text_at(tokens, first) if first < stop else ""
        if sign == "(":
            return self._bracketed(number, tokens, first, stop)
        first += sign in {",", *_DASHES}
        begins_anew = is_whole and first < stop and tokens[first].is_capital
        leads_on = stop < len(tokens) and tokens[stop].start >= limit
        if first >= stop or (begins_anew and (leads_on or text_at(tokens, stop) == ":")):
            return None
        subject = self.trailing.subject(number, tokens, first, stop, begins_anew)
        if sign in _DASHES and not subject:
            subject = self.subjects.within(number, first, min(first + NEAR, stop))
        return Attribution(subject, 0.95, tokens[stop - 1].end) if subject else None

    def inside(self, span):
        """
        The Attribution told between commas within somebody's words, or None.

        With it comes the token of the comma at which it begins.
        """
        tokens = self._tokens(span.block)
        first, stop = token_at(tokens, span.start), token_at(tokens, span.end)
        for comma in range(first + 1, stop):
            if tokens[comma].text != ",":
                continue
            end = min(stop, comma + _WINDOW)
            subject = self.trailing.verb_first(span.block, tokens, comma + 1, end, bodies=False)
            sign = self._clause_end(tokens, subject.end, end) if subject else None
            if sign is not None:
                self.cast.add_topic(subject.voices[0])
                return Attribution(subject, 0.9, tokens[sign].end), tokens[comma]
        return None, None

    def _clause_end(self, tokens, first, stop):
        """The comma or full stop a few words behind a subject, "dit-elle en riant,", or None."""
        near = range(first, min(first + NEAR, stop))
        sign = next((at for at in near if not tokens[at].text[0].isalnum()), None)
        return sign if sign is not None and tokens[sign].text in {",", "."} else None

    def before(self, number, end, begin=0):
        """
        The Attribution told in the sentence that leads to words at character `end`, or None.

        Earlier quoted words end at `begin`. It is clear if a colon or a verb of saying leads on
        to the words, and not if they are but a part of the sentence.
        """
        tokens = self._tokens(number)
        stop = first = token_at(tokens, end)
        while first > max(stop - _WINDOW, 0) and tokens[first - 1].start >= begin:
            if ends_sentence(tokens, first - 1):
                break
            first -= 1
        sign = text_at(tokens, stop - 1) if stop > first else ""
        stop -= sign in {":", ","}
        if first >= stop or self._is_term(tokens, first, stop):
            return None
        if sign == ":":
            subject, clear = self.leading.announced(number, tokens, first, stop)
            sure = 0.95 if clear else 0.7
        else:
            subject, sure = self.leading.led(number, tokens, first, stop)
            clear = tokens[stop - 1].low in self.saying
        return Attribution(subject, sure, tokens[stop - 1].end, clear) if subject and sure else None

    def _is_term(self, tokens, first, stop):
        """Tells whether a sentence up to `stop` leads to a title or the like: "the report"."""
        sign = text_at(tokens, stop)
        near = tokens[max(first, stop - (3 if sign == ":" else 1)) : stop]
        near = near[-1:] if "," in {token.text for token in near} else near
        terms = words(self.facts.TERMS) - self.saying | words(self.facts.NAMING)
        if not any(token.low in terms for token in near):
            return False
        before = text_at(tokens, stop - 2).lower(), text_at(tokens, stop - 3).lower()
        of_somebody = sign == "," and before[0] in words(self.facts.OF)
        # 'She said the report "tars us all"': no title begins with a small letter.
        tells = before[0] in words(self.facts.ARTICLES) and before[1] in self.saying
        return not of_somebody and not (tells and text_at(tokens, stop + 1)[:1].islower())

    def leads_on(self, number, statement):
        """
        Tells whether a Statement's attribution ends in one more verb: "said Jane Roe, adding:".
        """
        told, tokens = statement.attribution, self._tokens(number)
        stop = token_at(tokens, statement.end)
        near = {token.low for token in tokens[max(stop - 3, 0) : stop]}
        if not told or not near & self.saying:
            return False
        return not self.subjects.within(number, told.subject.end, stop)

    def above(self, number):
        """The Attribution in a block that does nothing but lead to somebody's words, or None."""
        tokens = self._tokens(number)
        told = self.before(number, len(self.cast.blocks[number].text))
        if not (told and told.is_clear and tokens[-1].text == ":"):
            return None
        if told.subject.voices[0].is_body:
            return None
        near = {token.low for token in tokens[-NEAR // 2 :]}
        telling = near & self.saying or words(self.facts.STATEMENTS) & {t.low for t in tokens}
        return told if telling or len(tokens) - told.subject.end <= 2 else None

    def below(self, number):
        """The Attribution that a whole short block is: a signature, or None."""
        tokens = self._tokens(number)
        if len(tokens) > NEAR * 3 or tokens[-1].text in {":", "?", "!"}:
            return None
        tells = any(token.low in self.saying for token in tokens)
        if tokens[0].text not in _DASHES and (tells or ends_sentence(tokens, len(tokens) - 1)):
            return None
        subject = self.subjects.within(number, 0, min(NEAR, len(tokens)))
        if not subject or subject.first > NEAR // 2:
            return None
        return Attribution(subject, 0.85, tokens[-1].end)

    def opening(self, number):
        """The Attribution that is but a name and a colon at the head of a block, or None."""
        head, colon, _ = self.cast.blocks[number].text.partition(": ")
        told = self.before(number, len(head) + 1) if colon else None
        if not told or not told.subject.voices[0].is_named or told.subject.first > NEAR // 2:
            return None
        return told if self._tokens(number)[told.subject.end - 1].end >= told.end else None

    def closing(self, number):
        """
        The Attribution at the end of a block that has no marks, and the token it begins at.

        Only a verb that stands before a name counts: "…, dit Jeanne Roe." Both None if not so.
        """
        tokens = self._tokens(number)
        for comma in range(len(tokens) - 2, max(len(tokens) - _WINDOW, 0), -1):
            if tokens[comma].text == "," and tokens[comma + 1].low in self.saying:
                end = len(tokens)
                subject = self.trailing.verb_first(number, tokens, comma + 1, end, bodies=False)
                if subject and subject.voices[0].is_named:
                    return Attribution(subject, 0.7, tokens[-1].end), tokens[comma]
        return None, None

    def tells(self, number, start):
        """Tells whether "he said" or "said he" follows a closing mark, whoever he may be."""
        tokens = self._tokens(number)
        first = token_at(tokens, start)
        first += text_at(tokens, first) == ","
        near = {token.low for token in tokens[first : first + 2]}
        pronouns = words(self.facts.HE, self.facts.SHE, self.facts.THEY)
        return bool(near & self.saying and near & pronouns)

    def topic(self, number, start):
        """The Attribution to the person whom the sentences before a place are about, or None."""
        subject = self.subjects.topic(number, start)
        return Attribution(subject, 0.65, start, is_clear=False) if subject else None

    def _tokens(self, number):
        return tokens_of(self.cast.blocks[number].text)

    def _sentence_end(self, tokens, first, limit):
        stop = first
        while stop < min(len(tokens), first + _WINDOW) and tokens[stop].start < limit:
            if ends_sentence(tokens, stop) or tokens[stop].text in {":", ";"}:
                break
            stop += 1
        return stop

    def _bracketed(self, number, tokens, first, stop):
        """The Attribution in brackets after somebody's words: "(Jane Roe, Minister of Trade)"."""
        end = past_brackets(tokens, first, stop)
        subject = self.subjects.within(number, first + 1, end)
        if not subject or subject.first > first + 2 or not subject.voices[0].is_named:
            return None
        return Attribution(subject, 0.9, tokens[end - 1].end)
