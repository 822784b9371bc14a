"""Small facts about Dutch wording that several recognisers share: squeezing, likeness, numbers, sentences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Number words that announce a list: 'vier thema's', 'een drietal bijdragen'.
COUNTS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "drietal": 3, "viertal": 4, "vijftal": 5,
}  # fmt: skip
#: A name before a colon or a full stop has no more words than this; what follows it is its explanation.
NAME_WORDS = 8
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ‘'\"“(])")
#: An abbreviation before the full stop: no sentence ends there.
_ABBREVIATION = re.compile(
    r"(?:\b(?:o\.a|m\.n|bijv|bv|nr|art|ca|incl|excl|t\.b\.v|n\.a\.v|d\.w\.z|St|dhr|mw|evt|resp|min)|\b[A-Z])\.$"
)
#: The sense of a word does not hang on these small words.
_SMALL = frozenset(
    ("de", "het", "een", "en", "in", "van", "voor", "op", "te", "aan", "met", "bij", "naar", "om", "of", "onze", "ons")
)


@lru_cache(maxsize=16384)
def squeeze(text: str) -> str:
    """Letters and digits only, lower case, without accents: what survives words that were run together by OCR.

    >>> squeeze("Watgaan we daarvoor doen?")
    'watgaanwedaarvoordoen'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum() and sign.isascii())


@lru_cache(maxsize=16384)
def telling_words(text: str) -> frozenset[str]:
    """The words of a text that carry its sense, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset(word for word in re.findall(r"[a-z0-9]+", plain) if len(word) > 2 and word not in _SMALL)


def same_label(left: str, right: str) -> bool:
    """True when two labels differ only in case, accents, spaces and marks."""
    return squeeze(left) == squeeze(right)


def overlap(left: str, right: str) -> float:
    """The share of telling words that two texts have in common, between 0 and 1.

    >>> overlap("Het borgen van bestaanszekerheid.", "Borgen van bestaanszekerheid")
    1.0
    """
    one, other = telling_words(left), telling_words(right)
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def likeness(left: str, right: str) -> float:
    """As `overlap`, but measured on the longer of the two: 1 only when both say the same."""
    one, other = telling_words(left), telling_words(right)
    if not one or not other:
        return 0.0
    return len(one & other) / len(one | other)


def sentences(text: str) -> list[str]:
    """The sentences of a text. An abbreviation with a full stop does not end one."""
    found: list[str] = []
    for part in _SENTENCE_END.split(text):
        if found and _ABBREVIATION.search(found[-1][-12:]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return [part for part in found if part.strip()]


def is_named(text: str) -> bool:
    """True for a paragraph that begins with a name: 'Normaliseren. De geschiedenis laat zien dat …'."""
    parts = sentences(text[:600])
    return len(parts) > 1 and parts[0].endswith(".") and len(parts[0].split()) <= NAME_WORDS


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    parts = sentences(text)
    return parts[0] if parts else text.strip()
