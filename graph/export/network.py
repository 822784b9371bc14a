"""The elements and their plain links as a network (networkx), for programs that draw or measure graphs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from beleidsspoor.graph.comparison import relation_word
from beleidsspoor.graph.facts import Facts
from beleidsspoor.graph.register.schema import Kind, load_schema
from beleidsspoor.graph.store import ELEMENT_CLASSES, Element, GraphStore
from beleidsspoor.graph.terms import BS, PREFIXES

if TYPE_CHECKING:
    import networkx as nx

    Network = nx.MultiDiGraph[str]

#: References that are no link between elements, or that a node already says of itself.
_NO_LINK = (BS + "vindplaats", BS + "uitgewerktIn", BS + "document", BS + "gemeente")
_LABEL = PREFIXES["rdfs"] + "label"
_MATCHES = """
SELECT DISTINCT ?rij WHERE { ?rij a owl:Axiom ; owl:annotatedSource ?van ; owl:annotatedTarget ?naar }"""
#: networkx writes the day of today into GEXF; the same data must give the same bytes.
_GEXF_DATE = re.compile(rb' lastmodifieddate="[^"]*"')


@dataclass(frozen=True)
class Edge:
    """One link: from and to (IRIs), what kind in Dutch, and for a link that a reader could doubt how sure and why."""

    start: str
    end: str
    kind: str
    sterkte: str = ""
    reden: str = ""


def make_network(store: GraphStore, graphs: tuple[str, ...] | None = None) -> Network:
    """The elements in these graphs (None: all) as nodes, and the links between them as edges, in a fixed order.

    Nodes are IRIs with `label`, `soort`, `naam`, `nummer`, `gemeente`, `thema` and `document`; what an element does not
    have is left out. Edges have `kind`, `sterkte` and `reden`.
    """
    import networkx as nx

    elements = store.elements(graphs)
    titles = {document.iri: document.title for document in store.documents}
    network: Network = nx.MultiDiGraph(name="beleidsspoor")
    for element in sorted(elements.values(), key=lambda one: one.iri):
        network.add_node(element.iri, **_about(element, titles))
    joined = {edge for edge in edges(store, graphs) if edge.start in elements and edge.end in elements}
    for number, edge in enumerate(sorted(joined, key=_order), start=1):
        texts = {"sterkte": edge.sterkte, "reden": edge.reden}
        known = {key: text for key, text in texts.items() if text}
        network.add_edge(edge.start, edge.end, key=f"v{number}", kind=edge.kind, **known)
    return network


def to_graphml(network: Network) -> bytes:
    """The network as GraphML."""
    from networkx.readwrite.graphml import GraphMLWriter

    # Not write_graphml, which takes another writer, with other bytes, where lxml is installed.
    target = io.BytesIO()
    GraphMLWriter(graph=network, encoding="utf-8", prettyprint=True).dump(target)
    return target.getvalue()


def to_gexf(network: Network) -> bytes:
    """The network as GEXF 1.2, without the date that networkx puts in."""
    import networkx as nx

    target = io.BytesIO()
    nx.write_gexf(network, target, encoding="utf-8", prettyprint=True, version="1.2draft")
    return _GEXF_DATE.sub(b"", target.getvalue())


def _about(element: Element, titles: dict[str, str]) -> dict[str, str]:
    about = {
        "label": f"{element.nummer} {element.naam}" if element.nummer else element.naam,
        "soort": element.soort,
        "naam": element.naam,
        "nummer": element.nummer,
        "gemeente": element.gemeente,
        "thema": element.thema_naam,
        "document": titles.get(element.document or ""),
    }
    return {key: text for key, text in about.items() if text}


def edges(store: GraphStore, graphs: tuple[str, ...] | None) -> Iterator[Edge]:
    """The links in these graphs (None: all): with a reason, matches, references and mentions. One may come twice."""
    facts = Facts(store)
    joined: set[tuple[str, str, str]] = set()
    for link in _rows(store, "SELECT DISTINCT ?rij WHERE { ?rij a bs:Verband }", graphs):
        found = facts.link(link)
        joined.add((found.start, found.relation, found.end))
        kind = facts.dutch(found.relation, _LABEL) or found.relation
        yield Edge(found.start, found.end, kind, found.sterkte or "", found.reden or "")
    for row in _rows(store, _MATCHES, graphs):
        match = facts.match(row)
        if match.subject is not None and match.object is not None:
            yield Edge(match.subject, match.object, relation_word(match, match.subject), "", match.reden or "")
    for relation, name in _references().items():
        kind = facts.dutch(relation, _LABEL) or name
        query = f"SELECT DISTINCT ?van ?naar WHERE {{ ?van <{relation}> ?naar }}"
        result = store.query(query, graphs)
        for solution in result if isinstance(result, ox.QuerySolutions) else ():
            start, end = solution["van"].value, solution["naar"].value
            if (start, relation, end) not in joined:
                yield Edge(start, end, kind)


def _rows(store: GraphStore, query: str, graphs: tuple[str, ...] | None) -> Iterator[str]:
    result = store.query(query, graphs)
    return (solution["rij"].value for solution in result) if isinstance(result, ox.QuerySolutions) else iter(())


def _references() -> dict[str, str]:
    """The properties by which one element refers to another, by the columns of the schema, with a Dutch name each."""
    tables = [table for table in load_schema().tables.values() if table.class_name in ELEMENT_CLASSES]
    columns = [column for table in tables for column in table.columns if column.kind is Kind.REFERENCE]
    names = {column.path: column.name.replace("_", " ") for column in columns if column.path not in _NO_LINK}
    return {**names, BS + "noemt": "noemt"}


def _order(edge: Edge) -> tuple[str, str, str, str, str]:
    return edge.start, edge.kind, edge.end, edge.sterkte, edge.reden
