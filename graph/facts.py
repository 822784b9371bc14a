"""Single facts of a store, read straight from its index: what a walk through the graph needs at every step."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from beleidsspoor.graph.store import GraphStore
from beleidsspoor.graph.terms import BS, PREFIXES, text_of

_RDF, _SKOS, _OWL, _SSSOM = PREFIXES["rdf"], PREFIXES["skos"], PREFIXES["owl"], PREFIXES["sssom"]


@dataclass(frozen=True)
class Link:
    """One link that a reader could doubt (a Verband): what it joins by which property, how sure, and why (Dutch)."""

    iri: str
    start: str
    relation: str
    end: str
    sterkte: str | None
    reden: str | None


@dataclass(frozen=True)
class Match:
    """One row of a set of matches: what it compares, how they relate (IRI), whether it denies that, and why.

    An end is None when the row says that there is no counterpart.
    """

    iri: str
    set_iri: str
    subject: str | None
    predicate: str
    object: str | None
    negated: bool
    reden: str | None
    auteur: str | None


class Facts:
    """Reads facts over all graphs of a store; what stands in several graphs counts once.

    >>> store = GraphStore(b'<http://e/s> <http://e/p> "a" <http://e/g> .')
    >>> Facts(store).objects("http://e/s", "http://e/p")
    ['a']
    """

    def __init__(self, store: GraphStore) -> None:
        self._engine = store.engine

    def objects(self, subject: str, predicate: str) -> list[str]:
        """The values of a property of `subject`, as text, sorted."""
        found = self._engine.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
        return sorted({text_of(quad.object) for quad in found})

    def subjects(self, predicate: str, value: str) -> list[str]:
        """The things that have the IRI `value` in a property, sorted."""
        found = self._engine.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(value))
        return sorted({text_of(quad.subject) for quad in found})

    def first(self, subject: str, predicate: str) -> str | None:
        """The first value of a property, or None."""
        return next(iter(self.objects(subject, predicate)), None)

    def label(self, iri: str) -> str:
        """The Dutch name of a thing or of a word in a list; the IRI itself when it has none."""
        return self.first(iri, _SKOS + "prefLabel") or iri

    def dutch(self, subject: str, predicate: str) -> str | None:
        """The value of a property in Dutch, or None."""
        found = self._engine.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
        values = (quad.object for quad in found)
        return min(
            (text.value for text in values if isinstance(text, ox.Literal) and text.language == "nl"), default=None
        )

    def links_from(self, iri: str) -> list[Link]:
        """The links that start at this element."""
        return [self.link(link) for link in self.subjects(_RDF + "subject", iri)]

    def links_to(self, iri: str) -> list[Link]:
        """The links that end at this element."""
        return [self.link(link) for link in self.subjects(_RDF + "object", iri)]

    def matches_of(self, iri: str) -> list[Match]:
        """The rows of all sets of matches in which this element is compared."""
        rows = [*self.subjects(_OWL + "annotatedSource", iri), *self.subjects(_OWL + "annotatedTarget", iri)]
        return [self.match(row) for row in dict.fromkeys(rows)]

    def match(self, iri: str) -> Match:
        """The row of a set of matches with this IRI."""
        subject, target = (self.first(iri, _OWL + name) for name in ("annotatedSource", "annotatedTarget"))
        return Match(
            iri=iri,
            set_iri=next(iter(self.subjects(_SSSOM + "mappings", iri)), ""),
            subject=None if subject == _SSSOM + "NoTermFound" else subject,
            predicate=self.first(iri, _OWL + "annotatedProperty") or "",
            object=None if target == _SSSOM + "NoTermFound" else target,
            negated=self.first(iri, _SSSOM + "predicate_modifier") is not None,
            reden=self.first(iri, BS + "reden"),
            auteur=self.first(iri, _SSSOM + "author_label"),
        )

    def link(self, iri: str) -> Link:
        """The link with this IRI."""
        strength = self.first(iri, BS + "sterkte")
        return Link(
            iri=iri,
            start=self.first(iri, _RDF + "subject") or "",
            relation=self.first(iri, _RDF + "predicate") or "",
            end=self.first(iri, _RDF + "object") or "",
            sterkte=self.label(strength) if strength else None,
            reden=self.first(iri, BS + "reden"),
        )
