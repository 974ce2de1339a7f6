"""Texts nobody would write: the words of releases, in four languages, in random order."""

import json
from pathlib import Path

from releases.reading.document import Block, Mark
from releases.reading.languages import de, en, fr, names, nl
from releases.text.html import plain

SEED = Path(__file__).parents[2] / "fixtures" / "first_release.json"
LANGUAGES = {"en": en, "fr": fr, "nl": nl, "de": de}
TAGS = ["p", "p", "p", "p", "h", "ul", "ol", "blockquote", "tr"]
SIGNS = [
    *"“”„‟«»\"‘’‚‛‹›'.,;:!?…()[]–—-/|#*•&@%€§+=_<>~`\u00a0\u202f\t\n",
    *(
        "''",
        "``",
        ",,",
        "<<",
        ">>",
        "--",
        "...",
        " ",
        "\n",
        "’s",
        "'s",
        "’t",
        "d’",
        "l’",
        ".)",
        "),",
    ),
]
NUMERALS = """
I II III IV V VI VII VIII IX X XI XX XL MMXXVI Jr. Sr. Jr Sr 1 2 3e 4th 1st 12. 31. 32, 44 (44) 84
58. 2026 2027 1999 0 00:00 02:30 24:00 18h 18h00 6pm 6 a.m. 10.30 10u30 noon midi Mittag 3.5 1,000
10% €5 29/03/2026 31.02.2026 2026-03-29 2026-13-40 4.3.2026 30-02-2026 99/99/9999 4 March 4 mars
4 maart 4. März 31 April 30 février 29 Februar 12 May 2026 mardi dinsdag Dienstag Tuesday C(2026) 12
art. 5 +32 2 555 01 23 +1 (212) 555-0123 02/555.01.23 a@b.example a.quist@norvale.example
www.ports.example https://ports.example/a(b)?c=d#e http:// mailto: @norvale #ports
"""
INVENTED = """
Norvale Estmark Vantland Quist Lena Moor Ada Els D’hondt Jan van ’t Veer Seán Ó Néill el-Sayed
dell’Orto Op de Beeck S.A.M. Kaar J.-P. Maes-Van A. O’Hara ’s-Gravenhage annexes annexe bijlagen
chapitre Kapitel articles points phase title Rome Brussels Bruxelles Brüssel ENDS FIN EINDE ENDE
EMBARGO Embargo Sperrfrist PRESS RELEASE Communiqué Persbericht Pressemitteilung Notes to editors
ministers ministre ministres Ministerin Minister-President the said told «dit» zei sagte
"""


def _words():
    """The words of the newsroom's own lists, and of the first release."""
    found = set()
    for module in (*LANGUAGES.values(), names):
        for value in vars(module).values():
            found |= set(value.split()) if isinstance(value, str) else set()
    found |= {word.capitalize() for word in found} | {word.upper() for word in found}
    return sorted(found)


def _seed():
    records = json.loads(SEED.read_text())
    bodies = [record["fields"]["body"] for record in records if "body" in record["fields"]]
    return " ".join(map(plain, bodies)).split()


WORDS = _words()
PHRASES = sorted(
    phrase.strip()
    for module in LANGUAGES.values()
    for value in vars(module).values()
    if isinstance(value, str) and ";" in value
    for phrase in value.split(";")
    if phrase.strip()
)
KINDS = [WORDS, WORDS, PHRASES, SIGNS, SIGNS, _seed()]
KINDS += [NUMERALS.split(), INVENTED.split(), INVENTED.split()]


def text(chance):
    """A text of up to 80 words, by `chance`, a random.Random."""
    parts = []
    for _ in range(chance.randint(1, 80)):
        word = chance.choice(chance.choice(KINDS))
        parts.append(word if chance.random() < 0.9 else word.capitalize())
        parts.append(chance.choice([" ", " ", " ", " ", " ", " ", "", ", ", ". ", "\n"]))
    return "".join(parts)


def blocks(chance):
    """Up to 12 blocks as readers give them: none is empty, and a mark has words."""
    found = []
    for _ in range(chance.randint(1, 12)):
        if words := text(chance).strip():
            tag = chance.choice(TAGS)
            start = chance.randrange(len(words))
            mark = Mark(
                start, chance.randint(start + 1, len(words)), chance.choice(["strong", "a"])
            )
            level = chance.randint(1, 3) if tag in ("h", "ul", "ol") else 0
            found.append(Block(words, tag, level, [mark] * chance.randint(0, 1)))
    return found or [Block("II")]
