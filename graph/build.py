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
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.schema import Column, Kind, Table, ontology_text
from beleidsspoor.graph.terms import DEF_GRAPH, ID_BASE, PREFIXES, graph_iri, literal, thing_iri

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


class Names:
    """The IRIs of the things and graphs of one register, under one base."""

    def __init__(self, register: Register, base: str = ID_BASE) -> None:
        self.register = register
        self.base = base if base.endswith(("/", "#")) else base + "/"
        self._things: dict[str, str] = {}
        self._of_a_document = {name for name, table in register.schema.tables.items() if _holds_document(table)}

    def thing(self, row: Row) -> str:
        """The IRI of a row, as an N-Triples term."""
        return self._of(row.reference)

    def referred(self, value: str, ruimte: str) -> str:
        """The IRI that a reference in a cell of this ruimte means, whether or not it exists, as an N-Triples term."""
        return self._of(value if ":" in value else f"{ruimte}:{value}")

    def graph(self, row: Row) -> str:
        """The IRI of the named graph that `row` belongs in: that of its document, else that of its ruimte.

        A link, mention or other row without a document column belongs to the document of its first place.
        """
        if row.table.name == "documenten":
            return graph_iri(self.thing(row)[1:-1])
        document = row.one("document") if row.table.name in self._of_a_document else None
        if document is None and row.table.name in ("verbanden", "vermeldingen"):
            first = row.one("vindplaatsen")
            place = self.register.find(first, row.ruimte) if first else None
            if place is not None and (named := place.one("document")):
                return graph_iri(self.referred(named, place.ruimte)[1:-1])
        if document is None:
            return graph_iri(self.base + row.ruimte)
        return graph_iri(self.referred(document, row.ruimte)[1:-1])

    def _of(self, reference: str) -> str:
        term = self._things.get(reference)
        if term is None:
            ruimte, _, local = reference.partition(":")
            term = self._things[reference] = f"<{thing_iri(self.base, ruimte, local)}>"
        return term


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


def _holds_document(table: Table) -> bool:
    column = table.column("document")
    return column is not None and column.path.endswith("#document")


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
