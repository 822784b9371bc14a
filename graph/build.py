"""The build: from the rows of a register to quads, one named graph per document, as sorted N-Quads."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox
from beleidsspoor.graph.derive import derived_triples
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
_BOOLEANS = {"ja": f'"true"^^<{_XSD}boolean>', "nee": f'"false"^^<{_XSD}boolean>'}


class Names:
    """The IRIs of the things and graphs of one register, under one base."""

    def __init__(self, register: Register, base: str = ID_BASE) -> None:
        self.register = register
        self.base = base if base.endswith(("/", "#")) else base + "/"
        self._things: dict[str, str] = {}

    def thing(self, row: Row) -> str:
        """The IRI of a row."""
        return self._of(row.reference)

    def referred(self, value: str, row: Row) -> str:
        """The IRI that a reference in a cell of `row` means, whether or not it exists."""
        return self._of(value if ":" in value else f"{row.ruimte}:{value}")

    def graph(self, row: Row) -> str:
        """The IRI of the named graph that `row` belongs in: that of its document, else that of its ruimte.

        A link, mention or other row without a document column belongs to the document of its first place.
        """
        if row.table.name == "documenten":
            return graph_iri(self.thing(row))
        document = row.one("document") if _holds_document(row.table) else None
        if document is None and row.table.name in ("verbanden", "vermeldingen"):
            first = row.one("vindplaatsen")
            place = self.register.find(first, row.ruimte) if first else None
            if place is not None and (named := place.one("document")):
                return graph_iri(self.referred(named, place))
        if document is None:
            return graph_iri(self.base + row.ruimte)
        return graph_iri(self.referred(document, row))

    def _of(self, reference: str) -> str:
        iri = self._things.get(reference)
        if iri is None:
            ruimte, _, local = reference.partition(":")
            iri = self._things[reference] = thing_iri(self.base, ruimte, local)
        return iri


def build_quads(register: Register, mappings: Iterable[MappingSet] = (), base: str = ID_BASE) -> bytes:
    """The whole dataset of a register as N-Quads: UTF-8, LF, sorted, every line once, no blank nodes.

    The same register gives the same bytes, on any machine and at any time.
    """
    names = Names(register, base)
    lines = set(_definition_lines())
    for row in register.rows:
        _row_lines(row, names, lines)
    for subject, predicate, value, graph in derived_triples(register, names):
        lines.add(f"<{subject}> <{predicate}> {value} <{graph}> .")
    for mapping_set in mappings:
        lines.update(mapping_quads(mapping_set))
    return "\n".join([*sorted(lines), ""]).encode()


def to_trig(nquads: bytes) -> bytes:
    """The dataset as TriG, for reading: graphs, subjects and predicates in order, known prefixes."""
    quads = list(ox.parse(nquads, ox.RdfFormat.N_QUADS))
    quads.sort(key=lambda quad: str(quad.graph_name))
    target = io.BytesIO()
    ox.serialize(quads, target, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
    return target.getvalue()


def _holds_document(table: Table) -> bool:
    column = table.column("document")
    return column is not None and column.path.endswith("#document")


def _row_lines(row: Row, names: Names, lines: set[str]) -> None:
    subject = f"<{names.thing(row)}>"
    end = f" <{names.graph(row)}> ."
    lines.add(f"{subject} {_RDF_TYPE} <{row.table.class_iri}>{end}")
    for column in row.table.columns:
        values = row.cells.get(column.name)
        if values is None:
            continue
        write = _writer(column, names, row)
        for value in values:
            lines.add(f"{subject} <{column.path}> {write(value)}{end}")


def _writer(column: Column, names: Names, row: Row) -> Callable[[str], str]:
    """How a value of this column becomes an N-Triples term."""
    if column.kind is Kind.REFERENCE:
        return lambda value: f"<{names.referred(value, row)}>"
    if column.kind is Kind.CHOICE:
        return lambda value: f"<{column.choices[value]}>"
    if column.kind is Kind.IRI:
        return lambda value: f"<{value}>"
    if column.kind is Kind.BOOLEAN:
        return _BOOLEANS.__getitem__
    if column.kind in (Kind.DECIMAL, Kind.INTEGER):
        return lambda value: literal(_canonical(value), _SUFFIX[column.kind])
    return lambda value: literal(value, _SUFFIX[column.kind])


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


def _definition_lines() -> Iterator[str]:
    """The ontology and the lists, in a graph of their own, so that labels can be asked and classes checked."""
    for name in ("beleid.ttl", "begrippen.ttl"):
        for quad in ox.parse(ontology_text(name).encode(), ox.RdfFormat.TURTLE):
            yield f"{quad.subject} {quad.predicate} {quad.object} <{DEF_GRAPH}> ."
