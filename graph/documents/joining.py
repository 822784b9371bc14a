"""Where a sentence runs on over a line end, and where a writer began a new line on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

_SENTENCE_END = re.compile(r"[.!?:;…][\"'’”)\]]*$")
_CUT_WORD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"^([^\W\d_]+)")
#: No word is longer than this: what a search for the end of a word looks back over.
_REACH = 80
_LAST_WORD = re.compile(r"(?<![\w'’-])([^\W\d_]+)$")
#: Behind a hanging hyphen these go on with a second half: 'in- en uitstroom'.
_LINKING = frozenset({"en", "of", "tot", "als", "maar", "naar"})


def join_lines(texts: Iterable[str], words: Set[str]) -> str:
    """The texts as one, with one space between, and a word that was cut at a line end put together.

    A hyphen at a line end goes when the whole word, or no compound with that hyphen, stands elsewhere (`words`, lower
    case).

    >>> join_lines(["De kans op vroeg-", "signalering, in-", "en uitstroom"], frozenset())
    'De kans op vroegsignalering, in- en uitstroom'
    """
    # Each text is joined to the last piece only: with the whole, a paragraph of many lines would be copied as often.
    pieces: list[str] = []
    for text in texts:
        right = text.strip()
        if pieces:
            left, between = _seam(pieces[-1], right, words)
            pieces[-1] = left + between
        pieces.append(right)
    return "".join(pieces)


def _seam(left: str, right: str, words: Set[str]) -> tuple[str, str]:
    """How these two are joined: the left one, perhaps without its hyphen, and what comes between."""
    first = _FIRST_WORD.match(right)
    cut = _CUT_WORD.search(left[-_REACH:])
    if cut and first and first[1] not in _LINKING:
        keeps = first[1][0].isupper() or _with_hyphen(cut[1], first[1], words)
        return left[:-1], "-" if keeps else ""
    if first and first[1][0].islower():
        last = _LAST_WORD.search(left[-_REACH:])
        # A page end may swallow the hyphen: 'proble' / 'men'. Only if the whole is a word of this text, the half not.
        if last and (last[1] + first[1]).lower() in words and not _stands_alone(last[1], words):
            return left, ""
    return left, " " if left and right else ""


def _with_hyphen(left: str, right: str, words: Set[str]) -> bool:
    return f"{left}-{right}".lower() in words and (left + right).lower() not in words


def _stands_alone(left: str, words: Set[str]) -> bool:
    """Whether this is met elsewhere as a whole word, with the space that says so: see `word_set`."""
    return f"{left.lower()} " in words or len(left) < 3


def word_set(texts: Iterable[str]) -> frozenset[str]:
    """Every word of these lines in lower case; a word that stands before another on one line also with a space behind
    it.

    A word that only ever stands at a line end may be half a word, and is therefore not given with the space.
    """
    words: set[str] = set()
    for text in texts:
        found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())
        words.update(found)
        words.update(f"{word} " for word in found[:-1])
    return frozenset(words)


def goes_on(left: str, right: str) -> bool:
    """Whether a sentence that breaks off in `left` goes on in `right`: no end mark, then a small letter.

    A single word without a full stop is a scrap of a picture, not the end of a sentence.
    """
    if not right or (right.isalpha() and len(right.split()) == 1):
        return False
    return right[0].islower() and not ends_sentence(left)


def ends_sentence(text: str) -> bool:
    """Whether the text ends with the mark of a sentence, or of a part of a list."""
    return bool(_SENTENCE_END.search(text[-_REACH:]))


def begins_new(text: str) -> bool:
    """Whether a sentence or item can begin here: a capital, a figure or an opening quote."""
    return bool(text) and (text[0].isupper() or text[0].isdigit() or text[0] in "'‘\"“")


def starts_anew(left: str, right: str, width: int, *, loose: bool) -> bool:
    """Whether `right` was put on a new line on purpose: it begins with a capital, and would have fitted on the line
    above.

    `width` is the length of a full line. `loose` (under a line that ends in a colon, where items are expected): a
    capital under any line that is not full is enough.
    """
    if not left or not begins_new(right):
        return False
    first = right.split(maxsplit=1)[0]
    room = width * (0.97 if loose else 0.85)
    return len(left) + 1 + (0 if loose else len(first)) <= room
