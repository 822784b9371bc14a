"""What follows from the rows without judgement, and is written out so that a query need not walk for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from beleidsspoor.graph.annotation import annotation_of
from beleidsspoor.graph.terms import BS, PREFIXES, graph_iri, literal

if TYPE_CHECKING:
    from beleidsspoor.graph.names import Names
    from beleidsspoor.graph.register.reading import Register, Row

#: The tables whose rows stand at the top of a goal tree.
TOPS = ("themas", "doelenbomen")

_RDF_TYPE = f"<{PREFIXES['rdf']}type>"
_ENTITY = f"<{PREFIXES['prov']}Entity>"
_DEFINED_BY = f"<{PREFIXES['rdfs']}isDefinedBy>"
_OA = PREFIXES["oa"]
_OBSERVATIONS = ("metingen", "bedragen")
_WITHOUT_MUNICIPALITY = ("vindplaatsen", "programmas")


class Derivation:
    """Derives triples from the rows of one register. A triple is a tuple of N-Triples terms; its graph is the row's.

    For each element of a document its municipality (bs:gemeente) and top thema (bs:inThema); for each link the direct
    triple behind it; for each mention bs:noemt and the place of what is mentioned; for each place its Web Annotation
    selectors; for each remark its Web Annotation; for each figure its data set and year; for each thing of a ruimte
    without documents, which others share, where it is defined; for each document and ruimte its named graph (PROV).
    """

    def __init__(self, register: Register, names: Names) -> None:
        self.register = register
        self.names = names
        self._tops: dict[str, Row | None] = {}
        # Thousands of rows share a document.
        self._document_of = cache(self._read_document)
        self._with_documents = {row.ruimte for row in register.rows_of("documenten")}

    def of_row(self, row: Row, graph: str) -> Iterator[tuple[str, str, str]]:
        """The triples that follow from `row`, which stands in the named graph `graph` (an IRI)."""
        table = row.table.name
        if row.ruimte not in self._with_documents:
            yield self.names.thing(row), _DEFINED_BY, f"<{graph}>"
        yield from self._context(row, table)
        if table == "verbanden":
            yield from self._direct_link(row)
        elif table == "vermeldingen":
            yield from self._mention(row)
        elif table == "vindplaatsen":
            yield from self._selectors(row)
        elif table == "reacties":
            yield from annotation_of(row, self.names)
        elif table == "documenten":
            yield f"<{graph}>", f"<{PREFIXES['prov']}wasDerivedFrom>", self.names.thing(row)
            yield f"<{graph}>", _RDF_TYPE, _ENTITY

    def of_ruimte(self, ruimte: str) -> Iterator[tuple[str, str, str]]:
        """The triples about the named graph of a ruimte."""
        graph = f"<{graph_iri(self.names.base + ruimte)}>"
        yield graph, f"<{BS}ruimte>", literal(ruimte)
        yield graph, _RDF_TYPE, _ENTITY

    def _context(self, row: Row, table: str) -> Iterator[tuple[str, str, str]]:
        """Municipality and top thema of an element of a document, and the data set and year of a figure."""
        reference = row.one("document")
        document, gemeente = self._document_of(reference, row.ruimte) if reference else (None, None)
        if document is None:
            return
        thing = self.names.thing(row)
        if gemeente and table not in _WITHOUT_MUNICIPALITY:
            yield thing, f"<{BS}gemeente>", gemeente
        top = self._top(row)
        if top is not None and top is not row:
            yield thing, f"<{BS}inThema>", self.names.thing(top)
        if table in _OBSERVATIONS:
            data_set = f"{document[:-1]}/{table}>"
            yield thing, f"<{PREFIXES['qb']}dataSet>", data_set
            yield data_set, _RDF_TYPE, f"<{PREFIXES['qb']}DataSet>"
            if period := row.one("periode"):
                yield thing, f"<{BS}jaar>", literal(period[-4:], f"^^<{PREFIXES['xsd']}gYear>")

    def _read_document(self, reference: str, ruimte: str) -> tuple[str | None, str | None]:
        """The document that a cell names and its municipality; None for what is not there."""
        document = self.register.find(reference, ruimte)
        if document is None or document.table.name != "documenten":
            return None, None
        gemeente = document.one("gemeente")
        return self.names.thing(document), self.names.referred(gemeente, document.ruimte) if gemeente else None

    def _top(self, row: Row) -> Row | None:
        """The thema or doelenboom at the top of the tree that `row` hangs in, or None. A ring has no top."""
        path: list[str] = []
        above: Row | None = row
        while above is not None and above.table.name not in TOPS:
            reference = above.reference
            if reference in self._tops:
                above = self._tops[reference]
                break
            # Until the top is known a row counts as having none, which also ends a ring.
            self._tops[reference] = None
            path.append(reference)
            parent = above.one("onderdeel_van")
            above = self.register.find(parent, above.ruimte) if parent else None
        for reference in path:
            self._tops[reference] = above
        return above

    def _direct_link(self, row: Row) -> Iterator[tuple[str, str, str]]:
        start, relation, end = row.one("van"), row.one("relatie"), row.one("naar")
        column = row.table.column("relatie")
        if start and relation and end and column:
            yield (
                self.names.referred(start, row.ruimte),
                f"<{column.choices[relation]}>",
                self.names.referred(end, row.ruimte),
            )

    def _mention(self, row: Row) -> Iterator[tuple[str, str, str]]:
        inside, what = row.one("in"), row.one("wat")
        if inside and what:
            thing = self.names.referred(what, row.ruimte)
            yield self.names.referred(inside, row.ruimte), f"<{BS}noemt>", thing
            for place in row.cells.get("vindplaatsen", ()):
                yield thing, f"<{BS}vindplaats>", self.names.referred(place, row.ruimte)

    def _selectors(self, row: Row) -> Iterator[tuple[str, str, str]]:
        """The place in Web Annotation terms. RFC 5147 counts positions between lines: lines a..b are line=a-1,b."""
        document = row.one("document")
        first, last, page = row.one("regel_van"), row.one("regel_tot"), row.one("pagina")
        place = self.names.thing(row)
        if document:
            yield place, f"<{_OA}hasSource>", self.names.referred(document, row.ruimte)
        if first and last:
            lines = f"line={int(first) - 1},{last}"
            yield from _fragment(place, "regels", lines, "http://tools.ietf.org/rfc/rfc5147")
        if page:
            yield from _fragment(place, "pagina", f"page={page}", "http://tools.ietf.org/rfc/rfc3778")


def _fragment(place: str, name: str, value: str, standard: str) -> Iterator[tuple[str, str, str]]:
    selector = f"{place[:-1]}/{name}>"
    yield place, f"<{_OA}hasSelector>", selector
    yield selector, _RDF_TYPE, f"<{_OA}FragmentSelector>"
    yield selector, f"<{PREFIXES['rdf']}value>", literal(value)
    yield selector, f"<{PREFIXES['dct']}conformsTo>", f"<{standard}>"
