"""Spelling as it was meant: words that a scan ran together, and letters that it lost their dots.

The text as read is never changed: this offers a second form, to compare and search with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from beleidsspoor.graph.documents.model import Document, Table

#: Words that a scan runs together with the next one. No prepositions: with those Dutch makes words ('ineen',
#: 'voorschool').
_BEFORE = frozenset(
    {"de", "het", "een", "en", "is", "van", "we", "wij", "dat", "die", "dit", "deze", "zij", "ze", "wordt", "worden"}
    | {"zijn", "kan", "kunnen", "wil", "er"}
)
#: Behind 'er' only these: 'erbij' and 'ernaar' are words.
_BEHIND_ER = frozenset({"is", "zijn", "wordt", "worden", "kan", "kunnen", "wil", "komt"})
_SMALL = _BEFORE | {"in", "op", "te", "om", "met", "aan", "bij", "voor", "naar"}
_TOKEN = re.compile(r"[^\W\d_]{3,60}")
_DOTS = {"a": "ä", "e": "ë", "i": "ï", "o": "ö", "u": "ü"}
_VOWELS = frozenset("aeiouéëïöü")
_MOST_PARTS = 3


class Mender:
    """Offers the mended form of texts of one document.

    >>> Mender(["Het voorliggend veld is er wordt in creëren"]).mend("Hetvoorliggend veld; Eris wat te creéren")
    'Het voorliggend veld; Er is wat te creëren'
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` is all text of the document: a word is only cut into words that stand in it on their own."""
        self.words = frozenset(word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower()))
        self._mended: dict[str, str] = {}

    def mend(self, text: str) -> str:
        """The text with every word mended that is no Dutch word as it stands, and is one after mending."""
        return _TOKEN.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        if word not in self._mended:
            self._mended[word] = self._find(word)
        return self._mended[word]

    def _find(self, word: str) -> str:
        if _is_word(word):
            return word
        dotted = self._with_dots(word)
        if dotted is not None:
            return dotted
        parts = self._parts(word, _MOST_PARTS)
        return " ".join(parts) if parts and len(parts) > 1 else word

    def _with_dots(self, word: str) -> str | None:
        """The word with a trema for an acute or bare vowel behind a vowel: 'creéren', 'geindiceerd'."""
        for index in range(1, len(word)):
            letter = "e" if word[index] == "é" else word[index]
            if letter in _DOTS and word[index - 1].lower() in _VOWELS:
                meant = word[:index] + _DOTS[letter] + word[index + 1 :]
                if _is_word(meant) or (word[index] == "é" and meant.lower() in self.words):
                    return meant
        return None

    def _parts(self, word: str, most: int) -> list[str] | None:
        """The words that were run together: small words, and behind them one that stands in the document on its own."""
        if most == 1 or len(word) < 2:
            return None
        for cut in range(len(word) - 1, 1, -1):
            head, tail = word[:cut], word[cut:]
            if head.lower() not in _BEFORE or len(tail) < 2:
                continue
            if tail in self.words and (tail in _SMALL or _is_plain(tail)):
                parts: list[str] | None = [head, tail]
            else:
                rest = self._parts(tail, most - 1)
                parts = [head, *rest] if rest else None
            if parts and (head.lower() != "er" or parts[1] in _BEHIND_ER):
                return parts
        return None


def _is_plain(word: str) -> bool:
    return len(word) >= 4 and word.islower()


@lru_cache(maxsize=100_000)
def _is_word(word: str) -> bool:
    """Whether this is a Dutch word, by the word list of simplemma."""
    import simplemma

    return simplemma.is_known(word, lang="nl") or simplemma.is_known(word.lower(), lang="nl")


def mender_for(document: Document) -> Mender:
    """A mender that knows the words of this document."""
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            texts.extend(cell for row in block.rows for cell in row.cells)
        else:
            texts.append(block.text)
    return Mender(texts)
