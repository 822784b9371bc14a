"""Finding an element by what a reader types: its id, its IRI, the printed number, or words from its names."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from beleidsspoor.graph.store import Element, GraphStore
from beleidsspoor.graph.thread.word_forms import base_form, parts

_OTHER_NAMES = "SELECT ?element ?naam WHERE { ?element skos:altLabel ?naam }"
#: A word; a printed number such as 1.2.4 is one word.
_WORD = re.compile(r"\w+(?:\.\w+)*")
#: A shorter word counts only as a whole: 'iza' is no part of 'organizatie'.
_SHORTEST_PART = 4
#: How much every word must look like a word of the name (0-100) to be a hit, and to be named as a suggestion.
_ALIKE, _NEAR = 80, 70
_SUGGESTIONS = 5


class How(enum.Enum):
    """By what an element was found, in Dutch."""

    IRI = "internetadres"
    ID = "id"
    NUMBER = "nummer"
    WORDS = "woorden in de naam"
    FORMS = "andere vormen of delen van woorden"
    ALIKE = "woorden die erop lijken"


@dataclass(frozen=True)
class Found:
    """What was found, best first, and by what. Without hits, `near` are elements whose names come near."""

    text: str
    how: How | None
    hits: tuple[Element, ...]
    near: tuple[Element, ...] = ()


def find(store: GraphStore, text: str) -> Found:
    """The elements that `text` means.

    Tried in turn, and the first that gives a hit counts: the full IRI, the id (`ruimte:id` or `id`), the printed
    number, all words in one name, other forms of the words, words that look like those in a name. A word also counts as
    the start or end of a longer one, as 'dementie' in 'dementietraining'; names that are just what was typed come
    first, then those with the whole words. Other forms are the singular or plural, any part of a longer word, and the
    two words of a compound: 'dementietrainingen' is in 'Training omgaan met dementie'.
    """
    elements = store.elements()
    wanted = " ".join(text.split()).casefold()
    if text.strip() in elements:
        return Found(text, How.IRI, (elements[text.strip()],))
    named = _Names(store, elements)
    attempts: tuple[tuple[How, Callable[[], Iterable[Element]]], ...] = (
        (How.ID, lambda: (one for one in elements.values() if wanted in (one.id, f"{one.ruimte}:{one.id}"))),
        (How.NUMBER, lambda: (one for one in elements.values() if _number(one.nummer) == _number(wanted))),
        (How.WORDS, lambda: named.with_words(wanted)),
        (How.FORMS, lambda: named.with_forms(wanted)),
        (How.ALIKE, lambda: named.alike(wanted, _ALIKE)),
    )
    for how, attempt in attempts if wanted else ():
        hits = list(attempt())
        if how in (How.ID, How.NUMBER):
            hits.sort(key=lambda one: one.order)
        if hits:
            return Found(text, how, tuple(hits))
    return Found(text, None, (), tuple(named.alike(wanted, _NEAR)[:_SUGGESTIONS]))


def _number(text: str | None) -> str | None:
    """A printed number without the point that some documents print after it."""
    return text.strip().rstrip(".").casefold() if text else None


class _Names:
    """All names of all elements, in words without capitals."""

    def __init__(self, store: GraphStore, elements: dict[str, Element]) -> None:
        self._elements = elements
        self._names: dict[str, set[str]] = {iri: {_plain(element.naam)} for iri, element in elements.items()}
        result = store.query(_OTHER_NAMES)
        for row in result if isinstance(result, ox.QuerySolutions) else ():
            if row["element"].value in self._names:
                self._names[row["element"].value].add(_plain(row["naam"].value))

    def with_words(self, wanted: str) -> list[Element]:
        """Elements of which the kind, number and one name hold all words that are wanted, the best first."""
        words = _WORD.findall(wanted)
        ranked: dict[str, int] = {}
        for iri, element in self._elements.items() if words else ():
            about = {element.soort.casefold(), _number(element.nummer) or ""}
            for name in self._names[iri]:
                present = about | set(_WORD.findall(name))
                if name == wanted:
                    rank = 0
                elif present.issuperset(words):
                    rank = 1
                elif all(word in present or _part_of_one(word, present) for word in words):
                    rank = 2
                else:
                    continue
                ranked[iri] = min(rank, ranked.get(iri, rank))
        return [self._elements[iri] for iri in sorted(ranked, key=lambda iri: (ranked[iri], self._elements[iri].order))]

    def with_forms(self, wanted: str) -> list[Element]:
        """Elements of which one name holds each word that is wanted in some form, the best first."""
        words = _WORD.findall(wanted)
        ranked: dict[str, int] = {}
        for iri, names in self._names.items() if words else ():
            for name in names:
                forms = {base_form(word) for word in _WORD.findall(name)}
                ranks = [_rank(word, forms) for word in words]
                if None not in ranks:
                    rank = max(rank for rank in ranks if rank is not None)
                    ranked[iri] = min(rank, ranked.get(iri, rank))
        return [self._elements[iri] for iri in sorted(ranked, key=lambda iri: (ranked[iri], self._elements[iri].order))]

    def alike(self, wanted: str, least: int) -> list[Element]:
        """Elements with a name in which every word that is wanted has one that looks like it, the best first."""
        # Only needed when nothing fits, so not paid for at every start.
        from rapidfuzz import fuzz, process

        in_names = {name: set(_WORD.findall(name)) for names in self._names.values() for name in names}
        known = sorted(set().union(*in_names.values()))
        words = _WORD.findall(wanted)
        found = [process.extract(one, known, scorer=fuzz.ratio, score_cutoff=least, limit=None) for one in words]
        likeness = [{word: score for word, score, _ in scored} for scored in found]
        best: dict[str, float] = {}
        for iri, names in self._names.items() if words else ():
            for name in names:
                scores = [max((like.get(word, 0.0) for word in in_names[name]), default=0.0) for like in likeness]
                if min(scores) >= least:
                    best[iri] = max(min(scores), best.get(iri, 0.0))
        return [self._elements[iri] for iri in sorted(best, key=lambda iri: (-best[iri], self._elements[iri].order))]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _rank(word: str, forms: set[str]) -> int | None:
    """How well a word fits among the base forms of a name: itself, as a part of one, as two of them, or not."""
    base = base_form(word)
    if base in forms:
        return 0
    if len(base) >= _SHORTEST_PART and any(base in form for form in forms):
        return 1
    return 2 if any(first in forms and last in forms for first, last in parts(word)) else None


def _part_of_one(word: str, present: Iterable[str]) -> bool:
    return len(word) >= _SHORTEST_PART and any(other.startswith(word) or other.endswith(word) for other in present)
