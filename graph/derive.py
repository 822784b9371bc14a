"""What follows from the rows without judgement, and is written out so that a query need not walk for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from beleidsspoor.graph.terms import BS, PREFIXES, graph_iri, literal

if TYPE_CHECKING:
    from beleidsspoor.graph.build import Names
    from beleidsspoor.graph.register.reading import Register, Row

#: Subject IRI, predicate IRI, object as an N-Triples term, graph IRI.
Derived = tuple[str, str, str, str]

#: The tables whose rows stand at the top of a goal tree.
TOPS = ("themas", "doelenbomen")

_RDF_TYPE = PREFIXES["rdf"] + "type"
_OBSERVATIONS = ("metingen", "bedragen")


def derived_triples(register: Register, names: Names) -> Iterator[Derived]:
    """All derived triples of a register.

    For each element of a document its municipality (bs:gemeente) and top thema (bs:inThema); for each link the direct
    triple behind it; for each mention bs:noemt and the place of what is mentioned; for each place its Web Annotation
    selectors; for each figure its data set and year; for each document and ruimte its named graph (PROV).
    """
    for row in register.rows:
        graph = names.graph(row)
        yield from _context(row, register, names, graph)
        table = row.table.name
        if table == "verbanden":
            yield from _direct_link(row, names, graph)
        elif table == "vermeldingen":
            yield from _mention(row, names, graph)
        elif table == "vindplaatsen":
            yield from _selectors(row, names, graph)
        elif table == "documenten":
            thing = names.thing(row)
            yield graph, PREFIXES["prov"] + "wasDerivedFrom", f"<{thing}>", graph
            yield graph, _RDF_TYPE, f"<{PREFIXES['prov']}Entity>", graph
    for ruimte in register.ruimtes:
        graph = graph_iri(names.base + ruimte)
        yield graph, BS + "ruimte", literal(ruimte), graph
        yield graph, _RDF_TYPE, f"<{PREFIXES['prov']}Entity>", graph


def _context(row: Row, register: Register, names: Names, graph: str) -> Iterator[Derived]:
    """Municipality and top thema of an element of a document, and the data set and year of a figure."""
    reference = row.one("document")
    document = register.find(reference, row.ruimte) if reference else None
    if document is None or document.table.name != "documenten":
        return
    thing = names.thing(row)
    if row.table.name not in ("vindplaatsen", "programmas") and (gemeente := document.one("gemeente")):
        yield thing, BS + "gemeente", f"<{names.referred(gemeente, document)}>", graph
    top = _top(row, register)
    if top is not None and top is not row:
        yield thing, BS + "inThema", f"<{names.thing(top)}>", graph
    if row.table.name in _OBSERVATIONS:
        data_set = f"{names.thing(document)}/{row.table.name}"
        yield thing, PREFIXES["qb"] + "dataSet", f"<{data_set}>", graph
        yield data_set, _RDF_TYPE, f"<{PREFIXES['qb']}DataSet>", graph
        if period := row.one("periode"):
            yield thing, BS + "jaar", literal(period[-4:], f"^^<{PREFIXES['xsd']}gYear>"), graph


def _top(row: Row, register: Register) -> Row | None:
    """The thema or doelenboom at the top of the tree that `row` hangs in, or None. A ring has no top."""
    seen: set[str] = set()
    above: Row | None = row
    while above is not None and above.reference not in seen:
        if above.table.name in TOPS:
            return above
        seen.add(above.reference)
        parent = above.one("onderdeel_van")
        above = register.find(parent, above.ruimte) if parent else None
    return None


def _direct_link(row: Row, names: Names, graph: str) -> Iterator[Derived]:
    start, relation, end = row.one("van"), row.one("relatie"), row.one("naar")
    column = row.table.column("relatie")
    if start and relation and end and column:
        yield names.referred(start, row), column.choices[relation], f"<{names.referred(end, row)}>", graph


def _mention(row: Row, names: Names, graph: str) -> Iterator[Derived]:
    inside, what = row.one("in"), row.one("wat")
    if inside and what:
        thing = names.referred(what, row)
        yield names.referred(inside, row), BS + "noemt", f"<{thing}>", graph
        for place in row.cells.get("vindplaatsen", ()):
            yield thing, BS + "vindplaats", f"<{names.referred(place, row)}>", graph


def _selectors(row: Row, names: Names, graph: str) -> Iterator[Derived]:
    """The place in Web Annotation terms. RFC 5147 counts positions between lines from 0: lines a..b are line=a-1,b."""
    oa, document = PREFIXES["oa"], row.one("document")
    first, last, page = row.one("regel_van"), row.one("regel_tot"), row.one("pagina")
    place = names.thing(row)
    if document:
        yield place, oa + "hasSource", f"<{names.referred(document, row)}>", graph
    if first and last:
        lines = f"line={int(first) - 1},{last}"
        yield from _fragment(place, "regels", lines, "http://tools.ietf.org/rfc/rfc5147", graph)
    if page:
        yield from _fragment(place, "pagina", f"page={page}", "http://tools.ietf.org/rfc/rfc3778", graph)


def _fragment(place: str, name: str, value: str, standard: str, graph: str) -> Iterator[Derived]:
    oa, selector = PREFIXES["oa"], f"{place}/{name}"
    yield place, oa + "hasSelector", f"<{selector}>", graph
    yield selector, _RDF_TYPE, f"<{oa}FragmentSelector>", graph
    yield selector, PREFIXES["rdf"] + "value", literal(value), graph
    yield selector, PREFIXES["dct"] + "conformsTo", f"<{standard}>", graph
