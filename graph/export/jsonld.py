"""The dataset as compact JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), with its context inside.

Written directly: the dataset has no blank nodes, lists or containers, so that compacting is a lookup per term. On the
shipped register that takes 0.2 s, and 5 s by way of rdflib; rdflib reads the result back as the same quads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyoxigraph as ox

from beleidsspoor.graph.terms import PREFIXES, Term

_RDF_TYPE = PREFIXES["rdf"] + "type"
_STRING = PREFIXES["xsd"] + "string"
#: What the context can say of the values of a property: that all are IRIs, or all text in this language.
_IRI, _DUTCH = {"@type": "@id"}, {"@language": "nl"}


def to_jsonld(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> bytes:
    """The quads as JSON-LD: an object per named graph, in it an object per subject. Same quads, same bytes.

    The context holds the prefixes, and says of which properties all values are IRIs or Dutch text: those values are
    plain strings. Raises TypeError for a blank node or a quad outside a named graph, which the build never writes.
    """
    ordered = sorted(quads, key=_order)
    writer = _Writer(prefixes, ordered)
    graphs: dict[str, dict[str, dict[str, list[Any]]]] = {}
    for quad in ordered:
        subjects = graphs.setdefault(writer.iri(quad.graph_name), {})
        about = subjects.setdefault(writer.iri(quad.subject), {})
        about.setdefault(writer.key(quad.predicate.value), []).append(writer.value(quad.predicate.value, quad.object))
    # A line per subject: files that differ a little can be compared, and the fast encoder of json does the work.
    blocks = []
    for graph, subjects in graphs.items():
        lines = (_line({"@id": subject, **_unpacked(about)}) for subject, about in subjects.items())
        blocks.append(f'{{"@id": {_line(graph)}, "@graph": [\n' + ",\n".join(lines) + "\n]}")
    context = json.dumps(writer.context, ensure_ascii=False, indent=1)
    return f'{{"@context": {context},\n"@graph": [\n{",".join(blocks)}\n]}}\n'.encode()


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    """By graph, subject and property, the class of a thing before its other properties."""
    predicate = quad.predicate.value
    return str(quad.graph_name), str(quad.subject), predicate != _RDF_TYPE, predicate, str(quad.object)


def _unpacked(about: dict[str, list[Any]]) -> dict[str, Any]:
    """A property with one value has it bare, as compact JSON-LD does."""
    return {key: values[0] if len(values) == 1 else values for key, values in about.items()}


class _Writer:
    """Writes terms in compact form under one context."""

    def __init__(self, prefixes: Mapping[str, str], quads: Sequence[ox.Quad]) -> None:
        # The longest namespace that fits comes first.
        self._namespaces = sorted(((base, prefix) for prefix, base in prefixes.items()), key=lambda pair: -len(pair[0]))
        self._compacted: dict[str, str] = {}
        self._kinds = _kinds(quads)
        self.context: dict[str, Any] = dict(sorted(prefixes.items()))
        for predicate, kind in sorted(self._kinds.items()):
            if predicate != _RDF_TYPE:
                self.context[self._compact(predicate)] = {"@id": predicate, **kind}

    def iri(self, term: Term | ox.DefaultGraph) -> str:
        """An IRI in compact form. Raises TypeError for anything else."""
        if not isinstance(term, ox.NamedNode):
            raise TypeError(f"{term} is no IRI")
        return self._compact(term.value)

    def key(self, predicate: str) -> str:
        """A property as a key."""
        return "@type" if predicate == _RDF_TYPE else self._compact(predicate)

    def value(self, predicate: str, term: Term) -> Any:
        """A value of a property: a plain string where the context says what it is, else an object."""
        kind = self._kinds.get(predicate)
        if not isinstance(term, ox.Literal):
            return self.iri(term) if kind is _IRI else {"@id": self.iri(term)}
        if kind is _DUTCH:
            return term.value
        if term.language is not None:
            return {"@language": term.language, "@value": term.value}
        if term.datatype.value != _STRING:
            return {"@type": self._compact(term.datatype.value), "@value": term.value}
        return term.value

    def _compact(self, iri: str) -> str:
        found = self._compacted.get(iri)
        if found is None:
            fitting = (
                f"{prefix}:{iri[len(base) :]}"
                for base, prefix in self._namespaces
                if iri.startswith(base) and not iri.startswith("//", len(base))
            )
            found = self._compacted[iri] = next(fitting, iri)
        return found


def _kinds(quads: Iterable[ox.Quad]) -> dict[str, dict[str, str]]:
    """The properties of which all values are IRIs, or all are Dutch text."""
    kinds: dict[str, dict[str, str] | None] = {}
    for quad in quads:
        value = quad.object
        kind = None
        if isinstance(value, ox.NamedNode):
            kind = _IRI
        elif isinstance(value, ox.Literal) and value.language == "nl":
            kind = _DUTCH
        if kinds.setdefault(quad.predicate.value, kind) is not kind:
            kinds[quad.predicate.value] = None
    return {predicate: kind for predicate, kind in kinds.items() if kind is not None}
