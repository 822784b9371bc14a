"""Forms of Dutch words: the singular behind a plural, and the two words that a compound is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

#: What a compound is made of has at least this many letters.
_SHORTEST_PART = 4
#: What is longer is no word that somebody typed.
_LONGEST = 60
#: What can stand between the two words of a compound, as in 'gezinsbeleid'.
_BETWEEN = ("", "s", "e", "n", "en")


@cache
def base_form(word: str) -> str:
    """A word as a dictionary has it: the singular, the whole verb. Of a compound the last part is made so.

    >>> base_form("kinderen"), base_form("dementietrainingen")
    ('kind', 'dementietraining')
    """
    lemma, is_known = _dictionary()
    if len(word) <= _LONGEST and not is_known(word):
        for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if is_known(word[start:]):
                return word[:start] + lemma(word[start:])
    return lemma(word)


@cache
def parts(word: str) -> tuple[tuple[str, str], ...]:
    """Each way to read a word as a compound of two: both in their base form.

    >>> ("gezin", "beleid") in parts("gezinsbeleid")
    True
    """
    return tuple(dict.fromkeys(_parts(word))) if len(word) <= _LONGEST else ()


def _parts(word: str) -> Iterator[tuple[str, str]]:
    lemma, _ = _dictionary()
    for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        for between in _BETWEEN:
            first = word[:start].removesuffix(between)
            if word[:start].endswith(between) and len(first) >= _SHORTEST_PART:
                yield lemma(first), lemma(word[start:])


@cache
def _dictionary() -> tuple[Callable[[str], str], Callable[[str], bool]]:
    # The word list takes a quarter of a second, and only a search that finds nothing needs it.
    import simplemma

    return lambda word: simplemma.lemmatize(word, lang="nl"), lambda word: simplemma.is_known(word, lang="nl")
