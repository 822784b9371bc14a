"""Fingerprints of passages, and finding a passage back in a text whose lines have moved.

A fingerprint sees the words only: not the line breaks, the capitals or the punctuation. A text that is wrapped anew or
has lines put in keeps its fingerprints; a word that is changed breaks them (compare Doorstop's reviewed items).
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_FINGERPRINT = re.compile(r"^w(\d{1,9})-([0-9a-f]{16})$")


def fingerprint(text: str) -> str:
    """The fingerprint of a passage: how many words it has, and a hash of them.

    >>> fingerprint("Een  goede start,\\nvoor elk kind.") == fingerprint("een goede\\nstart voor elk kind")
    True
    >>> fingerprint("Een goede start")
    'w3-29594e3176d522ec'
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return f"w{len(words)}-{_digest(' '.join(words).encode()).hex()}"


@dataclass(frozen=True)
class Passage:
    """Where a passage stands: its first and last line, counted from 1, and its text from first to last word."""

    first: int
    last: int
    text: str


class SearchText:
    """A text in which passages are found by fingerprint.

    >>> text = SearchText("Inleiding\\n\\nEen goede start\\nvoor elk kind.")
    >>> text.find(fingerprint("een goede start voor elk kind"), 1, 2)
    Passage(first=3, last=4, text='Een goede start\\nvoor elk kind.')
    """

    def __init__(self, text: str) -> None:
        """Cut `text` into words. Lines end at a line feed."""
        self._text = unicodedata.normalize("NFC", text)
        folded = self._text.casefold()
        self._spans = [match.span() for match in _WORD.finditer(folded)]
        breaks = [match.start() for match in re.finditer("\n", folded)]
        self._line_count = len(breaks) + (not folded.endswith("\n"))
        self._lines = [bisect_right(breaks, start) + 1 for start, _ in self._spans]
        self._joined = " ".join(folded[start:end] for start, end in self._spans).encode()
        self._windows: dict[int, array[int]] = {}

    def find(self, wanted: str, first: int, last: int) -> Passage | None:
        """The passage with the fingerprint `wanted`; None when the text does not hold it.

        Looks at the lines `first` to `last` first, then in the whole text, whatever the line breaks are now. Of several
        hits the one nearest to line `first` counts. A fingerprint of no words is never found.
        """
        match = _FINGERPRINT.match(wanted)
        number = int(match[1]) if match else 0
        if match is None or not 0 < number <= len(self._spans):
            return None
        digest = int(match[2], 16)
        start = bisect_left(self._lines, first)
        if bisect_right(self._lines, last) - start == number and self._digest_of(start, number) == digest:
            return self._passage(start, number)
        windows = self._windows_of(number)
        if digest not in windows:
            return None
        hits = (start for start, window in enumerate(windows) if window == digest)
        return self._passage(min(hits, key=lambda hit: abs(self._lines[hit] - first)), number)

    @property
    def line_count(self) -> int:
        """How many lines the text has."""
        return self._line_count

    def lines(self, first: int, last: int) -> Passage | None:
        """The words of the lines `first` to `last`; None when there are none."""
        start = bisect_left(self._lines, first)
        number = bisect_right(self._lines, last) - start
        return self._passage(start, number) if number > 0 else None

    def _passage(self, start: int, number: int) -> Passage:
        end = start + number - 1
        begin, finish = self._origin[self._spans[start][0]], self._origin[self._spans[end][1] - 1] + 1
        # The marks that belong to the first and the last word are part of what a reader would quote.
        while begin and self._text[begin - 1] in "([\"'“‘„€":
            begin -= 1
        while finish < len(self._text) and self._text[finish] in ".!?)]\"'”’%":
            finish += 1
        return Passage(self._lines[start], self._lines[end], self._text[begin:finish])

    @cached_property
    def _origin(self) -> list[int]:
        """For each character of the folded text the place in the text that it comes from: ß folds to two letters."""
        return [index for index, character in enumerate(self._text) for _ in character.casefold()]

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each word starts in the joined words, in bytes; one more for the end."""
        spaces = [match.start() for match in re.finditer(b" ", self._joined)]
        return [0, *(space + 1 for space in spaces), len(self._joined) + 1]

    def _digest_of(self, start: int, number: int) -> int:
        words = self._joined[self._offsets[start] : self._offsets[start + number] - 1]
        return int.from_bytes(_digest(words), "big")

    def _windows_of(self, number: int) -> array[int]:
        """The digest of every run of `number` words, kept: a document has many places of the same length."""
        if number not in self._windows:
            starts = range(len(self._spans) - number + 1)
            self._windows[number] = array("Q", (self._digest_of(start, number) for start in starts))
        return self._windows[number]


def _digest(words: bytes) -> bytes:
    return blake2b(words, digest_size=8).digest()
