"""The kinds of remarks, as the lists of the ontology give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from beleidsspoor.graph.register.schema import load_schema, ontology_text
from beleidsspoor.graph.terms import PREFIXES

_SKOS = PREFIXES["skos"]


@dataclass(frozen=True)
class RemarkKind:
    """A kind: the word in a cell, its IRI, what it means (Dutch), and the standard motivation above it (IRI)."""

    word: str
    iri: str
    meaning: str
    motivation: str


@cache
def remark_kinds() -> dict[str, RemarkKind]:
    """The kinds by their word, in the order of the schema.

    >>> remark_kinds()["vraag"].motivation
    'http://www.w3.org/ns/oa#questioning'
    """
    lists = ox.Store()
    lists.load(ontology_text("begrippen.ttl"), ox.RdfFormat.TURTLE)
    column = load_schema().tables["reacties"].column("soort")
    choices = column.choices if column else {}

    def value(iri: str, name: str) -> str:
        found = lists.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(_SKOS + name), None)
        return next((quad.object.value for quad in found if not isinstance(quad.object, ox.Triple)), "")

    return {
        word: RemarkKind(word, iri, value(iri, "definition"), value(iri, "broader")) for word, iri in choices.items()
    }
