"""Tells whether marked words are more than a term, by themselves and by what leads to them."""

from releases.reading.languages import words

# So many quoted words in the middle of a sentence are a clause of somebody's; fewer are a term.
_CLAUSE = 5
# So many words that nobody is said to have spoken are a statement of whom the text is about.
STATEMENT = 5
ENDS = (".", "!", "?", "…")


class Clauses:
    """Weighs the marked words of a document; a `lead` is the words before in their sentence."""

    def __init__(self, blocks, facts):
        self.blocks, self.facts = blocks, facts

    def words_of(self, one):
        """All words of what is marked."""
        return [
            word
            for span in one.spans
            for word in self.blocks[span.block].text[span.start : span.end].split()
        ]

    def is_whole(self, one):
        """Tells whether a sentence ends with the words."""
        last = one.spans[-1]
        return self.blocks[last.block].text[last.start : last.end].endswith(ENDS)

    def is_announced(self, one):
        """Tells whether words are a whole sentence after a colon."""
        before = self.blocks[one.spans[0].block].text[max(one.start - 3, 0) : one.start]
        after = self.blocks[one.spans[-1].block].text[one.end : one.end + 1]
        return before.rstrip().endswith(":") and (self.is_whole(one) or after in ENDS)

    def _is_own(self, said):
        """Tells whether somebody tells of themselves: "I", "we"."""
        mine = words(self.facts.FIRST_PERSON)
        heads = [word.lower().strip(",.!?“‘").replace("'", "’").partition("’")[0] for word in said]
        return any(head in mine or head + "’" in mine for head in heads)

    def is_statement(self, one):
        """Tells whether words that nobody is said to have spoken are more than a term."""
        said = self.words_of(one)
        own = self.is_whole(one) and len(said) > 2 and self._is_own(said)
        return len(said) >= STATEMENT or own or self.is_announced(one)

    def is_clause(self, one, lead):
        """Tells whether words in the middle of a sentence are more than a term or a name."""
        said = self.words_of(one)
        if lead and self._belongs_to_sentence(lead, said[0].lower()):
            return False
        return len(said) >= _CLAUSE or (len(said) > _CLAUSE // 2 and self._is_own(said))

    def is_told_of(self, one, lead):
        """Tells whether words in the middle of a sentence may be those of whom its end tells."""
        near = {word.lower().strip(",") for word in lead[-3:]}
        return self.is_clause(one, lead) and near.isdisjoint(words(self.facts.TERMS))

    def _belongs_to_sentence(self, lead, word):
        """Tells whether the last word before the marks is an article or "of" of what they hold."""
        *_, before, last = ["", *(word.lower() for word in lead)]
        articles = words(self.facts.ARTICLES)
        spoken_of = before in words(self.facts.SAYING)
        of = last in words(self.facts.OF) and not spoken_of
        return of or (last in articles and word not in articles)

    def leads_further(self, one, lead):
        """
        Tells whether a colon leads on from what was said: "And further:".

        More words than a few do so only to words in the first person.
        """
        terms = words(self.facts.TERMS)
        told = [word.lower().strip(":") for word in lead if word != ":"]
        own = len(told) <= 3 or self._is_own(self.words_of(one))
        return own and terms.isdisjoint(told) and self.is_announced(one)

    def tells_of_topic(self, lead):
        """
        Tells whether a sentence may still tell of the person before: a short one, or with a "her".
        """
        facts = self.facts
        pronouns = words(facts.HE, facts.SHE, facts.THEY, facts.HIM, facts.HER)
        return len(lead) <= 3 or any(word.lower() in pronouns for word in lead)
