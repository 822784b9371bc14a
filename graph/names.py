"""The names of a register in the graph: the IRI of each row, and of the named graph that it belongs in."""

from __future__ import annotations

from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.schema import Table
from beleidsspoor.graph.terms import ID_BASE, graph_iri, thing_iri


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


def _holds_document(table: Table) -> bool:
    column = table.column("document")
    return column is not None and column.path.endswith("#document")
