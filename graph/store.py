"""The store: a dataset in the embedded engine, what documents it holds, and its elements by IRI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
from beleidsspoor.graph.terms import BS, PREFIXES, Term, graph_iri

#: The classes whose members a question can be about.
ELEMENT_CLASSES = (
    "Thema", "Doelenboom", "Effect", "Opgave", "Doel", "Subdoel", "Actie", "Principe", "Criterium", "Rolverwachting",
    "Fase", "Indicator", "Budgetpost", "Programma", "Kernelement", "Partner", "Gemeente", "Groep", "Wet", "Kern",
    "Regio", "Doelgroep", "Document",
)  # fmt: skip

#: How an answer calls the municipality of a document that names none.
NOT_NAMED = "niet vermeld"

_PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_DIGITS = re.compile(r"(\d+)")

_DOCUMENTS = """
SELECT ?document ?graaf ?id ?titel ?soort ?gemeente ?gemeentenaam ?gemeenteid WHERE {
  ?document a bs:Document ; dct:identifier ?id ; dct:title ?titel ; bs:documentsoort ?soort .
  ?graaf prov:wasDerivedFrom ?document .
  OPTIONAL { ?document bs:gemeente ?gemeente . ?gemeente skos:prefLabel ?gemeentenaam ; dct:identifier ?gemeenteid }
}"""

_ELEMENTS = """
SELECT ?element ?klasse ?id ?naam ?nummer ?document ?gemeente ?thema WHERE {
  VALUES ?klasse { %s }
  ?element a ?klasse ; dct:identifier ?id ; %s ?naam .
  OPTIONAL { ?element bs:nummer ?nummer }
  OPTIONAL { ?element bs:document ?document }
  OPTIONAL { ?element bs:gemeente ?gemeente }
  OPTIONAL { ?element bs:inThema ?thema }
}"""


@dataclass(frozen=True)
class StoredDocument:
    """A document of the dataset: its IRI, named graph, id, Dutch title and municipality (IRI and name, if named)."""

    iri: str
    graph: str
    id: str
    title: str
    kind: str
    ruimte: str
    gemeente: str | None
    gemeente_name: str
    gemeente_id: str | None


@dataclass(frozen=True)
class Element:
    """What an answer says of an element. `order` sorts elements as a reader expects; `gemeente` is a name."""

    iri: str
    id: str
    soort: str
    nummer: str | None
    naam: str
    ruimte: str
    gemeente: str
    document: str | None
    thema: str | None
    thema_naam: str | None
    order: tuple[object, ...]


class GraphStore:
    """A dataset in memory, ready for SPARQL.

    >>> store = GraphStore(b'<http://e/s> <http://e/p> "o" <http://e/g> .')
    >>> [row["o"].value for row in store.query("SELECT ?o WHERE { ?s ?p ?o }")]
    ['o']
    """

    def __init__(self, nquads: bytes) -> None:
        """Load N-Quads that the build made. Raises SyntaxError when they are no N-Quads."""
        self.engine = ox.Store()
        # The build writes valid terms only, so the second validation of every IRI is left out.
        self.engine.bulk_load(nquads, ox.RdfFormat.N_QUADS, lenient=True)
        self._elements: dict[tuple[str, ...] | None, dict[str, Element]] = {}

    def query(
        self,
        sparql: str,
        graphs: Iterable[str] | None = None,
        substitutions: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
    ) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        """Run SPARQL 1.1 with the known prefixes over the union of `graphs` (None: of all graphs).

        `substitutions` gives projected variables a value. Raises SyntaxError for a query that is no SPARQL.
        """
        values: dict[ox.Variable, Term] = {ox.Variable(name): term for name, term in (substitutions or {}).items()}
        default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None
        if graphs is not None:
            default = [ox.NamedNode(graph) for graph in graphs]
        return self.engine.query(
            _PROLOGUE + sparql,
            use_default_graph_as_union=default is None,
            default_graph=default,
            substitutions=values,
        )

    @cached_property
    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents of the dataset, also those known without a text, sorted by municipality and id."""
        found = []
        for row in _rows(self.query(_DOCUMENTS)):
            gemeente = row["gemeente"]
            found.append(
                StoredDocument(
                    iri=row["document"].value,
                    graph=row["graaf"].value,
                    id=row["id"].value,
                    title=row["titel"].value,
                    kind=row["soort"].value,
                    ruimte=ruimte_of(row["document"].value),
                    gemeente=gemeente.value if gemeente else None,
                    gemeente_name=row["gemeentenaam"].value if gemeente else NOT_NAMED,
                    gemeente_id=row["gemeenteid"].value if gemeente else None,
                )
            )
        return tuple(sorted(found, key=lambda document: (document.gemeente_name, document.id)))

    @cached_property
    def shared_graphs(self) -> tuple[str, ...]:
        """Graphs that belong to no municipality: the definitions, the matches, and the ruimtes without documents."""
        own = {document.graph for document in self.documents}
        own |= {graph_iri(document.iri.rpartition("/")[0]) for document in self.documents}
        named = (graph.value for graph in self.engine.named_graphs())
        return tuple(sorted(graph for graph in named if graph not in own))

    def graphs_of(self, ruimten: Iterable[str]) -> tuple[str, ...]:
        """The graphs of the documents and registers of these ruimtes, with the shared graphs."""
        wanted = set(ruimten)
        own = {document.graph for document in self.documents if document.ruimte in wanted}
        own |= {graph_iri(document.iri.rpartition("/")[0]) for document in self.documents if document.ruimte in wanted}
        return tuple(sorted(own)) + self.shared_graphs

    def elements(self, graphs: tuple[str, ...] | None = None) -> dict[str, Element]:
        """The elements of these graphs (None: all) by IRI. Kept for the next question over the same graphs."""
        if graphs not in self._elements:
            self._elements[graphs] = self._read_elements(graphs)
        return self._elements[graphs]

    def _read_elements(self, graphs: tuple[str, ...] | None) -> dict[str, Element]:
        names = {document.gemeente: document.gemeente_name for document in self.documents if document.gemeente}
        found: dict[str, list[str | None]] = {}
        labelled = " ".join(f"bs:{name}" for name in ELEMENT_CLASSES if name != "Document")
        for classes, label in ((labelled, "skos:prefLabel"), ("bs:Document", "dct:title")):
            for row in _rows(self.query(_ELEMENTS % (classes, label), graphs)):
                values = [term.value if term is not None else None for term in row]
                found[values[0] or ""] = values
        elements = {}
        for iri, (_, klasse, local, naam, nummer, document, gemeente, thema) in found.items():
            soort = (klasse or "").removeprefix(BS)
            gemeente_name = names.get(gemeente, NOT_NAMED) if gemeente else NOT_NAMED
            top = found.get(thema or "")
            rank = ELEMENT_CLASSES.index(soort)
            elements[iri] = Element(
                iri=iri,
                id=local or "",
                soort=soort,
                nummer=nummer,
                naam=naam or "",
                ruimte=ruimte_of(iri),
                gemeente=gemeente_name,
                document=document,
                thema=iri if soort in ("Thema", "Doelenboom") else thema,
                thema_naam=naam if soort in ("Thema", "Doelenboom") else (top[3] if top else None),
                order=(gemeente_name == NOT_NAMED, gemeente_name, document or "", rank, natural(local or "")),
            )
        return elements


def ruimte_of(iri: str) -> str:
    """The ruimte in the IRI of a thing.

    >>> ruimte_of("https://w3id.org/beleidsspoor/id/twenterand/mag-2025")
    'twenterand'
    """
    return iri.rpartition("/")[0].rpartition("/")[2]


def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """A sort key by which 'a2' comes before 'a10'.

    >>> sorted(["a10", "a2"], key=natural)
    ['a2', 'a10']
    """
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in _DIGITS.split(text) if part)




def _rows(result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> ox.QuerySolutions:
    if not isinstance(result, ox.QuerySolutions):
        raise TypeError("a SELECT was expected")
    return result
