"""What goes into the tables: the elements that a filter chooses, with what they are linked to, and the keys of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from beleidsspoor.graph.coverage import SHARED, municipality_names, municipality_of
from beleidsspoor.graph.export.network import Edge, edges
from beleidsspoor.graph.questions import Answer, AnswerRow
from beleidsspoor.graph.scope import Scope
from beleidsspoor.graph.store import NOT_NAMED, Element, GraphStore, StoredDocument, ruimte_of
from beleidsspoor.graph.terms import text_of

#: The keys of what is no municipality of its own.
_SHARED_KEY, _NOT_NAMED_KEY = "gedeeld", "niet-vermeld"


def key_of(iri: str) -> str:
    """The key of a thing: its ruimte and id, as in the register.

    >>> key_of("https://w3id.org/beleidsspoor/id/twenterand/mag25-actie-01")
    'twenterand:mag25-actie-01'
    """
    return f"{ruimte_of(iri)}:{iri.rpartition('/')[2]}"


@dataclass(frozen=True)
class Municipality:
    """A municipality that rows are about: key, name, and its IRI (None for 'gedeeld' and 'niet vermeld')."""

    key: str
    naam: str
    iri: str | None


@dataclass(frozen=True)
class Selection:
    """A store, a filter worked out against it, and the answers to the dekking-questions under that filter."""

    store: GraphStore
    scope: Scope
    answers: tuple[Answer, ...]

    @cached_property
    def chosen(self) -> dict[str, Element]:
        """The elements that the filter on municipality, thema and document chooses, by IRI, in reading order."""
        found = self.store.elements(self.scope.graphs).values()
        return {element.iri: element for element in found if self.scope.shows(element)}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The links of which at least one end is chosen, in a fixed order."""
        known = self.store.elements(self.scope.graphs)
        found = {
            edge
            for edge in edges(self.store, self.scope.graphs)
            if edge.start in known and edge.end in known and (edge.start in self.chosen or edge.end in self.chosen)
        }
        return tuple(sorted(found, key=lambda edge: (edge.start, edge.kind, edge.end, edge.sterkte, edge.reden)))

    @cached_property
    def elements(self) -> dict[str, Element]:
        """The chosen elements and what they are linked to or hang under, by IRI, in reading order."""
        linked = {end for edge in self.edges for end in (edge.start, edge.end)}
        linked |= {element.thema for element in self.chosen.values() if element.thema}
        known = self.store.elements(self.scope.graphs)
        return {iri: element for iri, element in known.items() if iri in self.chosen or iri in linked}

    @cached_property
    def documents(self) -> tuple[StoredDocument, ...]:
        """The documents that an element or figure can name."""
        wanted = self.scope.ruimten
        return tuple(one for one in self.store.documents if not wanted or one.ruimte in wanted)

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities of the documents by name, then the two keys for what has none."""
        named = {one.gemeente: one.gemeente_name for one in self.documents if one.gemeente is not None}
        found = [Municipality(key_of(iri), name, iri) for iri, name in named.items()]
        found.sort(key=lambda one: (one.naam, one.key))
        return (*found, Municipality(_NOT_NAMED_KEY, NOT_NAMED, None), Municipality(_SHARED_KEY, SHARED, None))

    def municipality_key(self, row: AnswerRow) -> str:
        """The key of the municipality that a row is about: the same that the overview counts it under."""
        name = municipality_of(row, self._names)
        if name is None:
            return _SHARED_KEY
        ruimte = row.gemeente or (row.element.ruimte if row.element else "")
        return self._keys.get((ruimte, name), self._keys.get(("", name), _NOT_NAMED_KEY))

    @cached_property
    def _names(self) -> dict[str, str]:
        return municipality_names(self.answers[0]) if self.answers else {}

    @cached_property
    def _keys(self) -> dict[tuple[str, str], str]:
        """The key of a municipality by ruimte and name; names alone need not be unique in the country."""
        keys = {("", one.naam): one.key for one in self.municipalities}
        own = {(one.ruimte, one.gemeente_name): key_of(one.gemeente) for one in self.documents if one.gemeente}
        return {**keys, **own}

    def texts(self, query: str) -> Iterator[tuple[str | None, ...]]:
        """The rows of a SELECT within the filter's municipalities, as texts; None for what is not bound."""
        result = self.store.query(query, self.scope.graphs)
        for row in result if isinstance(result, ox.QuerySolutions) else ():
            yield tuple(text_of(term) if term is not None else None for term in row)

    def properties(self, query: str) -> dict[str, dict[str, list[str]]]:
        """From rows of thing, property and value: the sorted values of each property by thing."""
        found: dict[str, dict[str, list[str]]] = {}
        for thing, wanted, value in self.texts(query):
            found.setdefault(thing or "", {}).setdefault(wanted or "", []).append(value or "")
        for properties in found.values():
            for values in properties.values():
                values.sort()
        return found
