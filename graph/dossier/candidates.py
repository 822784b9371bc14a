"""A question that the council could be asked, and where such questions are looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.sentences import DOEL, NOUNS, Noun, counted, quoted
from beleidsspoor.graph.dossier.weights import score
from beleidsspoor.graph.store import Element


@dataclass(frozen=True)
class Candidate:
    """A question that could be asked: its kind in WEIGHTS, what it is about (never empty), and its words.

    `answered_at` is the element that an answer is tied to; `why` says what follows when it stays as it is.
    """

    kind: str
    about: tuple[Element, ...]
    answered_at: Element
    question: str
    why: str

    @property
    def score(self) -> int:
        """How much it matters."""
        return score(self.kind, len(self.about))


@dataclass(frozen=True)
class Ground:
    """Where questions are looked for: these themas, and what was not asked about before."""

    material: Material
    themas: tuple[Element, ...]
    whole: bool
    asked: frozenset[str]

    def in_themas(self, iris: Iterable[str], *kinds: str) -> Iterator[tuple[Element, tuple[Element, ...]]]:
        """The elements that hang in each chosen thema (never the thema itself), with that thema."""
        wanted = set(iris) - self.asked
        for thema in self.themas:
            mine = tuple(one for one in self.material.below(thema.iri, *kinds) if one.iri in wanted)
            if mine:
                yield thema, mine

    def per_top(self, iris: Iterable[str], *kinds: str) -> Iterator[tuple[Element, tuple[Element, ...]]]:
        """The same, in the whole dossier also per doelenboom that has no chapter."""
        tops = self.themas
        if self.whole:
            tops += tuple(one for one in self.material.own if one.soort == "Doelenboom" and one not in self.themas)
        yield from Ground(self.material, tops, self.whole, self.asked).in_themas(iris, *kinds)


def grouped(
    kind: str,
    groups: Iterable[tuple[Element, tuple[Element, ...]]],
    one: Callable[[Element], str],
    many: Callable[[str, str], str],
    why: Callable[[tuple[Element, ...]], str],
    noun: Noun | None = None,
) -> Iterator[Candidate]:
    """One question per group: about its only element by name, or about the number of them.

    `one` words the question about an element, `many` about a number of things ('drie acties') in a thema; `why` says
    what follows when it stays as it is. `noun` is what the things are called together (None: by their class).
    """
    for thema, elements in groups:
        alone = len(elements) == 1
        called = counted(len(elements), noun or _noun(elements))
        yield Candidate(
            kind,
            elements,
            elements[0] if alone else thema,
            one(elements[0]) if alone else many(called, f"bij {quoted(thema.naam)}"),
            why(elements),
        )


def _noun(elements: tuple[Element, ...]) -> Noun:
    """What a sentence calls these goals together."""
    kinds = {element.soort for element in elements}
    return NOUNS[kinds.pop()] if len(kinds) == 1 else DOEL
