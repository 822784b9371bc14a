"""Comparing the principles or themas of two municipalities, from the rows of the match sets (SSSOM) in a dataset.

A relation in words says what the second is, seen from the first, as a SKOS match does: "A broadMatch B" says that B is
broader (https://www.w3.org/TR/skos-reference/#mapping), so from A to B it reads 'ruimer'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

import pyoxigraph as ox

from beleidsspoor.graph.facts import Facts, Match
from beleidsspoor.graph.scope import Scope, make_scope
from beleidsspoor.graph.store import Element, GraphStore, StoredDocument, ruimte_of
from beleidsspoor.graph.terms import BS, LIJST, PREFIXES

_SKOS = PREFIXES["skos"]

#: What can be compared: the class that is listed in full, and what else its sets of matches may hold.
SUBJECTS = {"principes": ("Principe", "Criterium"), "themas": ("Thema", "Doelenboom")}

#: Each relation in words, read from the subject of a row to its object, and the other way round.
_WORDS = {
    _SKOS + "exactMatch": ("zelfde", "zelfde"),
    _SKOS + "closeMatch": ("bijna zelfde", "bijna zelfde"),
    _SKOS + "broadMatch": ("ruimer", "nauwer"),
    _SKOS + "narrowMatch": ("nauwer", "ruimer"),
    _SKOS + "relatedMatch": ("verwant", "verwant"),
    BS + "spanningMet": ("spanning", "spanning"),
}
#: The same words in front of what something is compared with.
PHRASES = {
    "zelfde": "zelfde als",
    "bijna zelfde": "bijna zelfde als",
    "ruimer": "ruimer is",
    "nauwer": "nauwer is",
    "verwant": "verwant met",
    "spanning": "spanning met",
}
NO_COUNTERPART = "geen tegenhanger"
NOT_COMPARED = "niet vergeleken"

#: What each relation says of two principles or themas, from strong to weak.
RELATION_MEANINGS = {
    "zelfde": "het tweede zegt hetzelfde als het eerste",
    "bijna zelfde": "op kleine verschillen na hetzelfde",
    "ruimer": "het tweede gaat over meer dan het eerste",
    "nauwer": "het tweede gaat over een deel van het eerste",
    "verwant": "ze raken elkaar, maar zijn niet hetzelfde",
    "spanning": "ze kunnen elkaar in de weg zitten",
    NO_COUNTERPART: "de andere gemeente heeft niets wat erop lijkt",
    NOT_COMPARED: "niemand heeft dit nog met de andere gemeente vergeleken",
}

#: The kinds of principle that a matrix shows also when no row compares them.
_LEADING = (LIJST + "leidend-principe", LIJST + "uitgangspunt")

_ROWS = """
SELECT DISTINCT ?rij WHERE {
  { ?rij owl:annotatedSource ?element } UNION { ?rij owl:annotatedTarget ?element }
  ?element a ?klasse .
  VALUES ?klasse { %s }
}"""


class SameMunicipality(ValueError):
    """A municipality cannot be compared with itself; the text is Dutch and says what to do."""


@dataclass(frozen=True)
class Pair:
    """One line of a comparison: an element of the first and one of the second municipality, and how they relate.

    One of the two is None when there is no counterpart, or when nobody compared the other. `relatie` is a word of
    RELATION_MEANINGS, with 'niet ' before it when the row denies the relation.
    """

    first: Element | None
    second: Element | None
    relatie: str
    reden: str | None = None
    auteur: str | None = None


@dataclass(frozen=True)
class Comparison:
    """Two municipalities (their names) compared. `rows` and `columns` make the matrix, `pairs` are all lines in order.

    The matrix holds what at least one pair compares, every leading principle and starting point, and every thema.
    """

    wat: str
    scope: Scope
    first_name: str
    second_name: str
    documents: tuple[StoredDocument, ...]
    rows: tuple[Element, ...] = field(repr=False)
    columns: tuple[Element, ...] = field(repr=False)
    pairs: tuple[Pair, ...] = field(repr=False)

    @cached_property
    def is_compared(self) -> bool:
        """Whether anybody compared these two municipalities on this subject."""
        return any(pair.relatie != NOT_COMPARED for pair in self.pairs)

    def cell(self, row: Element | None, column: Element | None) -> tuple[str, ...]:
        """The relations between two elements, in words; between an element and None: that it has no counterpart."""
        return self._cells.get((row, column), ())

    def twins(self, element: Element) -> tuple[Element, ...]:
        """The other elements of the same municipality with the same kind, number and name, quotation marks aside."""
        return tuple(one for one in self._by_name[_name_key(element)] if one is not element)

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], list[Element]]:
        found: dict[tuple[str, ...], list[Element]] = {}
        listed = (element for pair in self.pairs for element in (pair.first, pair.second) if element is not None)
        for element in dict.fromkeys((*self.rows, *self.columns, *listed)):
            found.setdefault(_name_key(element), []).append(element)
        return found

    @cached_property
    def _cells(self) -> dict[tuple[Element | None, Element | None], tuple[str, ...]]:
        cells: dict[tuple[Element | None, Element | None], tuple[str, ...]] = {}
        for pair in self.pairs:
            place = (pair.first, pair.second)
            cells[place] = tuple(dict.fromkeys((*cells.get(place, ()), pair.relatie)))
        return cells


def _name_key(element: Element) -> tuple[str, ...]:
    words = " ".join(re.findall(r"\w+", element.naam.casefold()))
    return element.ruimte, element.soort, element.nummer or "", words or element.naam


@dataclass(frozen=True)
class Matrix:
    """A comparison as it is drawn: one municipality down, the other across; the longer list down, so that it fits."""

    comparison: Comparison
    down_name: str
    across_name: str
    down: tuple[Element, ...]
    across: tuple[Element, ...]
    turned: bool

    def cell(self, down: Element | None, across: Element | None) -> tuple[str, ...]:
        """The relations between two elements, read from the first municipality to the second as everywhere."""
        return self.comparison.cell(across, down) if self.turned else self.comparison.cell(down, across)


def matrix_of(comparison: Comparison, *, related: bool = False) -> Matrix:
    """The matrix of a comparison; with `related` only of what has a relation with something."""
    rows, columns = comparison.rows, comparison.columns
    if related:
        rows = tuple(row for row in rows if any(comparison.cell(row, column) for column in columns))
        columns = tuple(column for column in columns if any(comparison.cell(row, column) for row in rows))
    first, second = comparison.first_name, comparison.second_name
    if len(columns) > len(rows):
        return Matrix(comparison, second, first, columns, rows, turned=True)
    return Matrix(comparison, first, second, rows, columns, turned=False)


def compare(store: GraphStore, first: str, second: str, wat: str = "principes") -> Comparison:
    """Compare two municipalities (by name, ruimte or id) on a key of SUBJECTS.

    Works for any two: what no row of a match set compares is listed as 'niet vergeleken'. Raises UnknownName for an
    unknown municipality, SameMunicipality when both are the same.
    """
    scope = make_scope(store, [first, second])
    if len(scope.ruimten) < 2:
        others = sorted({document.ruimte for document in store.documents} - set(scope.ruimten))
        advice = f"Kies een andere erbij: {', '.join(others)}." if others else "Het register kent geen andere gemeente."
        raise SameMunicipality(f"'{first}' en '{second}' zijn dezelfde gemeente. {advice}")
    facts = Facts(store)
    elements = store.elements(scope.graphs)
    pairs = _compared(store, facts, elements, scope, wat)
    sides = [_side(facts, elements, ruimte, wat, pairs) for ruimte in scope.ruimten]
    left = [Pair(element, None, NOT_COMPARED) for element in sides[0].not_compared]
    right = [Pair(None, element, NOT_COMPARED) for element in sides[1].not_compared]
    return Comparison(
        wat=wat,
        scope=scope,
        first_name=short_name(scope.gemeenten[0]),
        second_name=short_name(scope.gemeenten[1]),
        documents=tuple(document for document in store.documents if document.ruimte in scope.ruimten),
        rows=sides[0].shown,
        columns=sides[1].shown,
        pairs=(*sorted(pairs, key=_order), *left, *right),
    )


def relation_word(match: Match, start: str) -> str:
    """The relation of a row in words, read from its end `start` (an IRI) to the other end."""
    if match.subject is None or match.object is None:
        return NO_COUNTERPART
    forward, backward = _WORDS.get(match.predicate, ("verwant", "verwant"))
    word = forward if match.subject == start else backward
    return f"niet {word}" if match.negated else word


def short_name(gemeente: str) -> str:
    """The name of a municipality as a reader says it.

    >>> short_name("Gemeente Twenterand")
    'Twenterand'
    """
    return gemeente.removeprefix("Gemeente ").removeprefix("gemeente ")


@dataclass(frozen=True)
class _Side:
    """One municipality: what the matrix shows of it, and what no row compares."""

    shown: tuple[Element, ...]
    not_compared: tuple[Element, ...]


def _compared(store: GraphStore, facts: Facts, elements: dict[str, Element], scope: Scope, wat: str) -> list[Pair]:
    """The rows between the two municipalities.

    A row without a counterpart names one municipality only; it counts when its set also holds the other one.
    """
    classes = " ".join(f"bs:{name}" for name in SUBJECTS[wat])
    result = store.query(_ROWS % classes, scope.graphs)
    matches = [facts.match(row["rij"].value) for row in result] if isinstance(result, ox.QuerySolutions) else []
    ruimten_of_set: dict[str, set[str]] = {}
    for match in matches:
        ruimten_of_set.setdefault(match.set_iri, set()).update(ruimte_of(end) for end in _ends(match))
    pairs = []
    for match in matches:
        by_ruimte = {ruimte_of(end): end for end in _ends(match)}
        known = ruimten_of_set[match.set_iri] if len(_ends(match)) == 1 else set(by_ruimte)
        if not set(by_ruimte) <= set(scope.ruimten) or not set(scope.ruimten) <= known:
            continue
        first, second = (elements.get(by_ruimte.get(ruimte, "")) for ruimte in scope.ruimten)
        start = first or second
        if start is not None:
            pairs.append(Pair(first, second, relation_word(match, start.iri), match.reden, match.auteur))
    return pairs


def _ends(match: Match) -> list[str]:
    return [end for end in (match.subject, match.object) if end is not None]


def _side(facts: Facts, elements: dict[str, Element], ruimte: str, wat: str, pairs: list[Pair]) -> _Side:
    compared = {element.iri for pair in pairs for element in (pair.first, pair.second) if element is not None}
    own = sorted((element for element in elements.values() if element.ruimte == ruimte), key=lambda one: one.order)
    listed = [element for element in own if element.soort == SUBJECTS[wat][0]]
    leading = {
        element.iri
        for element in listed
        if element.soort == "Thema" or facts.first(element.iri, BS + "principesoort") in _LEADING
    }
    return _Side(
        shown=tuple(element for element in own if element.iri in compared | leading),
        not_compared=tuple(element for element in listed if element.iri not in compared),
    )


def _order(pair: Pair) -> tuple[object, ...]:
    """By the first municipality's elements, then from strong to weak; what only the second has comes last."""
    words = list(RELATION_MEANINGS)
    strength = words.index(pair.relatie) if pair.relatie in words else len(words)
    first = pair.first.order if pair.first is not None else ()
    second = pair.second.order if pair.second is not None else ()
    return pair.first is None, first, strength, second, pair.reden or ""
