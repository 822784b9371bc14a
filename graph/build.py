"""The build: from the rows of a register to quads, one named graph per document, as sorted N-Quads."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import attrgetter

import pyoxigraph as ox

from beleidsspoor.graph.derive import Derivation
from beleidsspoor.graph.mappings import MappingSet, mapping_quads
from beleidsspoor.graph.names import Names
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.schema import Column, Kind, ontology_text
from beleidsspoor.graph.terms import DEF_GRAPH, ID_BASE, PREFIXES, graph_iri, literal

_XSD = PREFIXES["xsd"]
_RDF_TYPE = f"<{PREFIXES['rdf']}type>"
_SUFFIX = {
    Kind.TEXT: "",
    Kind.DUTCH: "@nl",
    Kind.INTEGER: f"^^<{_XSD}integer>",
    Kind.DECIMAL: f"^^<{_XSD}decimal>",
    Kind.YEAR: f"^^<{_XSD}gYear>",
    Kind.DATE: f"^^<{_XSD}date>",
}
_PORTION = 10_000
_BOOLEANS = {"ja": f'"true"^^<{_XSD}boolean>', "nee": f'"false"^^<{_XSD}boolean>'}


def build_quads(register: Register, mappings: Iterable[MappingSet] = (), base: str = ID_BASE) -> bytes:
    """The whole dataset of a register as N-Quads: UTF-8, LF, sorted, every line once, no blank nodes.

    The same register gives the same bytes, on any machine and at any time.
    """
    names = Names(register, base)
    derivation = Derivation(register, names)
    lines = list(_definition_lines())
    for _, rows in groupby(register.rows, key=attrgetter("file")):
        lines.extend(_table_lines(rows, names, derivation))
    for ruimte in register.ruimtes:
        end = f" <{graph_iri(names.base + ruimte)}> ."
        lines.extend(f"{' '.join(triple)}{end}" for triple in derivation.of_ruimte(ruimte))
    for mapping_set in mappings:
        lines.extend(mapping_quads(mapping_set))
    return _sorted_bytes(lines)


def _sorted_bytes(lines: list[str]) -> bytes:
    """The lines in order, each once. Written in portions: one string of a whole country costs twice the memory."""
    lines.sort()
    unique = [line for line, _ in groupby(lines)]
    target = io.BytesIO()
    for start in range(0, len(unique), _PORTION):
        target.write("\n".join([*unique[start : start + _PORTION], ""]).encode())
    return target.getvalue()


def to_trig(nquads: bytes) -> bytes:
    """The dataset as TriG, for reading: graphs, subjects and predicates in order, known prefixes."""
    # As text, not as Python objects: the graph is what stands before the closing point, and holds no space.
    lines = sorted(nquads.splitlines(keepends=True), key=lambda line: line.rsplit(b" ", 2)[1])
    quads = ox.parse(b"".join(lines), ox.RdfFormat.N_QUADS)
    target = io.BytesIO()
    ox.serialize(quads, target, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
    return target.getvalue()


def _table_lines(rows: Iterable[Row], names: Names, derivation: Derivation) -> Iterator[str]:
    """The lines of the rows of one file, with what is derived from them."""
    writers: dict[str, tuple[str, Callable[[str], str]]] = {}
    for row in rows:
        if not writers:
            kind = f" {_RDF_TYPE} <{row.table.class_iri}>"
            writers = {column.name: _writer(column, row.ruimte, names) for column in row.table.columns}
        subject, graph = names.thing(row), names.graph(row)
        end = f" <{graph}> ."
        yield f"{subject}{kind}{end}"
        for name, values in row.cells.items():
            predicate, write = writers[name]
            for value in values:
                yield f"{subject}{predicate}{write(value)}{end}"
        for start, relation, value in derivation.of_row(row, graph):
            yield f"{start} {relation} {value}{end}"


def _writer(column: Column, ruimte: str, names: Names) -> tuple[str, Callable[[str], str]]:
    """The predicate between spaces, and how a value of this column becomes an N-Triples term. Values recur: kept."""
    return f" <{column.path}> ", cache(_term_maker(column, ruimte, names))


def _term_maker(column: Column, ruimte: str, names: Names) -> Callable[[str], str]:
    if column.kind is Kind.REFERENCE:
        return lambda value: names.referred(value, ruimte)
    if column.kind is Kind.CHOICE:
        return lambda value: f"<{column.choices[value]}>"
    if column.kind is Kind.IRI:
        return lambda value: f"<{value}>"
    if column.kind is Kind.BOOLEAN:
        return _BOOLEANS.__getitem__
    suffix = _SUFFIX[column.kind]
    if column.kind in (Kind.DECIMAL, Kind.INTEGER):
        return lambda value: literal(_canonical(value), suffix)
    return lambda value: literal(value, suffix)


def _canonical(number: str) -> str:
    """A number in the form that equal numbers share.

    >>> _canonical("007.50")
    '7.5'
    """
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    whole, _, fraction = digits.partition(".")
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    shown = f"{whole}.{fraction}" if fraction else whole
    return shown if shown == "0" else sign + shown


@cache
def _definition_lines() -> tuple[str, ...]:
    """The ontology and the lists, in a graph of their own, so that labels can be asked and classes checked."""
    return tuple(
        f"{quad.subject} {quad.predicate} {quad.object} <{DEF_GRAPH}> ."
        for name in ("beleid.ttl", "begrippen.ttl")
        for quad in ox.parse(ontology_text(name).encode(), ox.RdfFormat.TURTLE)
    )
