"""How hard the sentences of the dossier are to read: the formula of Flesch for Dutch, as Douma fitted it in 1960.

    206.84 - 0.93 * (words per sentence) - 77 * (syllables per word)

W. H. Douma, De leesbaarheid van landbouwbladen (Wageningen 1960). From 60 on a text counts as plain, what is now called
B1; no formula tells whether a reader understands. Only sentences that the program makes count: what the register says
(names, reasons, explanations) is taken out first, as that is the language of the documents and of the advisors.

Run `python -m benchmarks.reading_level` for the dossiers of the shipped register.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.dossier.making import make_dossier
from beleidsspoor.graph.dossier.model import Bullets, Dossier, Paragraph
from beleidsspoor.graph.terms import BS, PREFIXES

#: The least that B1 asks.
B1 = 60.0

#: Dutch vowels that sound as one, the longest first; a vowel with a trema starts a syllable of its own.
_VOWELS = re.compile(r"[äëïöü]|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouy]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,/-]*")
_END = re.compile(r"(?<=[.!?])\s+")
_QUOTED = re.compile("“[^”]*”")
_NUMBERED = re.compile(r"\b\d+(?:\.\d+)+\s")
#: What stands for a name of the register; a sentence of the register falls away.
_STAND_IN = "dit"
_TREMAS = {"ä", "ë", "ï", "ö", "ü"}


@dataclass(frozen=True)
class Level:
    """What was measured of a text."""

    sentences: int
    words: int
    syllables: int

    @property
    def score(self) -> float:
        """Flesch-Douma: the higher, the easier."""
        return 206.84 - 0.93 * self.words / self.sentences - 77 * self.syllables / self.words


def syllables(word: str) -> int:
    """The syllables of a Dutch word, by its vowels; a number has one for each digit.

    >>> [syllables(word) for word in ("actie", "bijeenkomst", "financiën", "nieuw", "2025")]
    [2, 3, 4, 1, 4]
    """
    if word[:1].isdigit():
        return sum(sign.isdigit() for sign in word)
    plain = "".join(sign if sign in _TREMAS else unicodedata.normalize("NFD", sign)[0] for sign in word.casefold())
    return max(1, len(_VOWELS.findall(plain)))


def level(sentences: Iterable[str]) -> Level:
    """Measure sentences. Raises ValueError when there are none."""
    read = [words for text in sentences if (words := _WORD.findall(text))]
    if not read:
        raise ValueError("there is no sentence to measure")
    return Level(len(read), sum(map(len, read)), sum(syllables(word) for words in read for word in words))


def own_sentences(dossier: Dossier, dataset: Dataset) -> Iterator[str]:
    """The sentences of a dossier that the program made, what the register says taken out."""
    said, names = _of_register(dataset)
    for text in _texts(dossier):
        for sentence in said:
            text = text.replace(sentence, "")
        text = _NUMBERED.sub("", _QUOTED.sub(_STAND_IN, text))
        for name in names:
            text = text.replace(name, _STAND_IN)
        yield from _sentences(text)


def all_sentences(dossier: Dossier) -> Iterator[str]:
    """All sentences of a dossier as they are printed, with what the register says in them."""
    for text in _texts(dossier):
        yield from _sentences(text)


def _texts(dossier: Dossier) -> Iterator[str]:
    """The running text: paragraphs and lists, no headings or tables."""
    for block in (*dossier.blocks, *dossier.annex):
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from (item.text for item in block.items)


def _sentences(text: str) -> Iterator[str]:
    return (part for part in _END.split(text) if len(_WORD.findall(part)) > 1)


def _of_register(dataset: Dataset) -> tuple[list[str], list[str]]:
    """What the register says in sentences, and its names; the longest first, as one may hold another."""
    sentences, names = set(), set()
    told = (BS + "reden", PREFIXES["skos"] + "scopeNote")
    named = (PREFIXES["skos"] + "prefLabel", PREFIXES["skos"] + "altLabel", PREFIXES["dct"] + "title")
    for quad in dataset.store.engine:
        if quad.predicate.value in told:
            sentences.add(quad.object.value.strip().removesuffix("."))
        elif quad.predicate.value in named and quad.graph_name.value.startswith(dataset.base):
            names.add(quad.object.value)
    return _longest_first(sentences), _longest_first(names)


def _longest_first(texts: Iterable[str]) -> list[str]:
    return sorted((text for text in texts if len(text) > 3), key=lambda text: (-len(text), text))


def main() -> None:
    """Print the level of the dossier of every municipality in the shipped register."""
    dataset = open_dataset()
    for ruimte in sorted({document.ruimte for document in dataset.store.documents if document.gemeente}):
        dossier = make_dossier(dataset, ruimte, today=datetime.date.today())
        for whose, sentences in (("own", own_sentences(dossier, dataset)), ("all", all_sentences(dossier))):
            found = level(sentences)
            long, hard = found.words / found.sentences, found.syllables / found.words
            print(f"{ruimte:12} {whose} {found.score:5.1f}: {long:.1f} words a sentence, {hard:.2f} syllables a word")


if __name__ == "__main__":
    main()
