"""Writing the dataset in another format: RDF for other stores, networks for drawing programs, Excel for people."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import pyoxigraph as ox

from beleidsspoor.graph.build import to_trig
from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.scope import Scope
from beleidsspoor.graph.sparql.querying import known_prefixes
from beleidsspoor.graph.terms import graph_iri


@dataclass(frozen=True)
class Exported:
    """What was made: the bytes, and in Dutch how much is in it and what it leaves out (nothing when it holds all)."""

    content: bytes
    inside: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Selection:
    """The part of a dataset that is exported: its N-Quads, and its named graphs (None: all)."""

    dataset: Dataset
    nquads: bytes
    graphs: tuple[str, ...] | None

    def quads(self) -> list[ox.Quad]:
        """The quads, in the order of the N-Quads."""
        return list(ox.parse(self.nquads, ox.RdfFormat.N_QUADS))


#: What a writer gives: the bytes, and how much is in them.
_Written = tuple[bytes, str]


@dataclass(frozen=True)
class _Format:
    name: str
    write: Callable[[_Selection], _Written]
    lacks: str = ""


_RDF_END = b"\n</rdf:RDF>"
_ONE_GRAPH = "Dit formaat kent geen aparte graaf per document. Alle feiten staan bij elkaar."
_NETWORK = (
    "Hierin staan alleen de elementen en hun verbanden. Vindplaatsen, cijfers, bedragen en begrippen staan er niet in."
)
_WORKBOOK = "Hierin staan de tabellen van het register. Begrippen en afgeleide feiten staan er niet in."
_SCOPED = "Door het filter kan er een verwijzing in staan naar iets dat er zelf niet in staat."


def formats() -> dict[str, str]:
    """The ends of a file name that can be exported to, each with the name of the format."""
    return {suffix: found.name for suffix, found in _FORMATS.items()}


def export(dataset: Dataset, suffix: str, scope: Scope | None = None) -> Exported:
    """The dataset, or what a filter on municipality or document leaves of it, in the format that goes with `suffix`.

    The same register gives the same bytes. Raises KeyError for a suffix that is not in `formats()`.
    """
    wanted = _FORMATS[suffix]
    graphs = _graphs(dataset, scope or Scope())
    content, inside = wanted.write(_Selection(dataset, _lines_in(dataset.nquads, graphs), graphs))
    left_out = (wanted.lacks, _SCOPED if graphs is not None else "")
    return Exported(content, inside, tuple(text for text in left_out if text))


def _graphs(dataset: Dataset, scope: Scope) -> tuple[str, ...] | None:
    """The named graphs of a filter; of a document its own, that of its ruimte, and the shared ones."""
    if scope.document is None:
        return scope.graphs
    own = {scope.document.graph, graph_iri(scope.document.iri.rpartition("/")[0])}
    return tuple(sorted(own)) + dataset.store.shared_graphs


def _lines_in(nquads: bytes, graphs: tuple[str, ...] | None) -> bytes:
    """The lines of these graphs. The graph is what stands before the closing point, and holds no space."""
    if graphs is None:
        return nquads
    wanted = {f"<{graph}>".encode() for graph in graphs}
    return b"".join(line for line in nquads.splitlines(keepends=True) if line.rsplit(b" ", 2)[1] in wanted)


def _nquads(selection: _Selection) -> _Written:
    return selection.nquads, _counted(selection.nquads.count(b"\n"), "feiten")


def _trig(selection: _Selection) -> _Written:
    return to_trig(selection.nquads), _counted(selection.nquads.count(b"\n"), "feiten")


def _jsonld(selection: _Selection) -> _Written:
    from beleidsspoor.graph.export.jsonld import to_jsonld

    quads = selection.quads()
    return to_jsonld(quads, known_prefixes(selection.dataset.store)), _counted(len(quads), "feiten")


def _turtle(selection: _Selection) -> _Written:
    """Every triple once, in the order of the N-Quads, so that those of one subject stand together."""
    # As text, not as Python objects: the graph is what stands between the object and the closing point.
    lines = selection.nquads.splitlines()
    triples = dict.fromkeys(line.rsplit(b" ", 2)[0] + b" .\n" for line in lines)
    target = io.BytesIO()
    ox.serialize(
        ox.parse(b"".join(triples), ox.RdfFormat.N_TRIPLES), target, format=ox.RdfFormat.TURTLE,
        prefixes=known_prefixes(selection.dataset.store),
    )  # fmt: skip
    return target.getvalue(), _counted(len(triples), "feiten")


def _rdf_xml(selection: _Selection) -> _Written:
    """The graphs one after the other, as the engine writes each: three times as fast as by way of Python objects."""
    engine, prefixes = selection.dataset.store.engine, known_prefixes(selection.dataset.store)
    graphs = selection.graphs or tuple(graph.value for graph in engine.named_graphs())
    start = b""
    bodies: list[memoryview] = []
    for graph in sorted(graphs):
        written = engine.dump(format=ox.RdfFormat.RDF_XML, from_graph=ox.NamedNode(graph), prefixes=prefixes) or b""
        # Around the triples of each graph stand the same head, up to the end of the tag rdf:RDF, and closing tag.
        length = written.index(b">", written.index(b"<rdf:RDF")) + 1
        start = written[:length]
        bodies.append(memoryview(written)[length : len(written) - len(_RDF_END)])
    return b"".join((start, *bodies, _RDF_END)), _counted(selection.nquads.count(b"\n"), "feiten")


def _network(suffix: str) -> Callable[[_Selection], _Written]:
    """A writer of the elements and their links."""

    def write(selection: _Selection) -> _Written:
        from beleidsspoor.graph.export.network import make_network, to_gexf, to_graphml

        network = make_network(selection.dataset.store, selection.graphs)
        content = to_gexf(network) if suffix == ".gexf" else to_graphml(network)
        nodes, edges = network.number_of_nodes(), network.number_of_edges()
        return content, f"{_counted(nodes, 'elementen')} en {_counted(edges, 'verbanden')}"

    return write


def _workbook(selection: _Selection) -> _Written:
    from beleidsspoor.graph.show.register_xlsx import register_xlsx

    return register_xlsx(selection.dataset, selection.graphs), "een blad per tabel"


def _counted(number: int, what: str) -> str:
    from beleidsspoor.graph.words import thousands

    return f"{thousands(number)} {what}"


_FORMATS = {
    ".nq": _Format("N-Quads", _nquads),
    ".trig": _Format("TriG", _trig),
    ".jsonld": _Format("JSON-LD", _jsonld),
    ".ttl": _Format("Turtle", _turtle, _ONE_GRAPH),
    ".rdf": _Format("RDF/XML", _rdf_xml, _ONE_GRAPH),
    ".graphml": _Format("GraphML", _network(".graphml"), _NETWORK),
    ".gexf": _Format("GEXF", _network(".gexf"), _NETWORK),
    ".xlsx": _Format("Excel", _workbook, _WORKBOOK),
}
