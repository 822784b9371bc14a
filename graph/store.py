"""The store: a dataset in the embedded engine, what documents it holds, and its elements by IRI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

import pyoxigraph as ox

from beleidsspoor.graph.terms import BS, LIJST, PREFIXES, Term, graph_iri, text_of

#: The classes whose members a question can be about.
ELEMENT_CLASSES = (
    "Thema", "Doelenboom", "Effect", "Opgave", "Doel", "Subdoel", "Actie", "Principe", "Criterium", "Rolverwachting",
    "Fase", "Indicator", "VerplichteIndicator", "Budgetpost", "Programma", "Kernelement", "Partner", "Gemeente",
    "Groep", "Wet", "Kern", "Regio", "Doelgroep", "Document",
)  # fmt: skip

#: How many choices of graphs are kept apart for the next question.
_PARTS = 8

#: How an answer calls the municipality of a document that names none.
NOT_NAMED = "niet vermeld"

_PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_DIGITS = re.compile(r"(\d+)")
_WORDS = re.compile(r"(?<=[a-z])([A-Z])")

_DOCUMENTS = """
SELECT ?document ?graaf ?id ?titel ?soort WHERE {
  ?document a bs:Document ; dct:identifier ?id ; dct:title ?titel ; bs:documentsoort ?soort .
  ?graaf prov:wasDerivedFrom ?document .
}"""

# What a document need not have. Apart from the rest: as OPTIONALs of one query it takes ten times as long.
_DOCUMENT_FACTS = """
SELECT ?document ?wat ?waarde WHERE {
  ?document a bs:Document ; ?wat ?waarde .
  FILTER(?wat IN (bs:gemeente, dct:issued, bs:periodeVan, bs:periodeTot, skos:altLabel))
}"""

_MUNICIPALITIES = """
SELECT ?gemeente ?naam ?id WHERE { ?gemeente a bs:Gemeente ; skos:prefLabel ?naam ; dct:identifier ?id }"""

_MATCHED = """
SELECT DISTINCT ?graaf ?ding WHERE { GRAPH ?graaf {
  { ?rij owl:annotatedSource ?ding } UNION { ?rij owl:annotatedTarget ?ding }
} }"""

_EXPLANATIONS = """
SELECT ?verklaring ?element ?vraag ?tot ?reden ?door WHERE {
  ?verklaring a bs:Verklaring ; bs:verklaart ?element ; bs:vraag ?vraag ; bs:geldigTot ?tot ; bs:reden ?reden ;
    bs:verklaardDoor ?door .
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
    """A document of the dataset: its IRI, named graph, id, Dutch title and municipality (IRI and name, if named).

    `short_title` is what a reader calls it; `date` is when it was adopted, else the years that it is about. `iso_date`
    is the same for programs (ISO 8601: a day, a year, or `2025/2028`), None when the document does not say.
    """

    iri: str
    graph: str
    id: str
    title: str
    kind: str
    ruimte: str
    gemeente: str | None
    gemeente_name: str
    gemeente_id: str | None
    short_title: str
    date: str
    iso_date: str | None = None


# A tuple, as an index of the whole country holds tens of thousands.
class Element(NamedTuple):
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

    @property
    def soort_naam(self) -> str:
        """The class as a reader says it: `Verplichte indicator` for VerplichteIndicator."""
        return _WORDS.sub(r" \1", self.soort).capitalize()


class Explanation(NamedTuple):
    """That an element is open on purpose for one question (its name): why, who says so, and until when (ISO date).

    `verklaring` is the IRI of the explanation itself; its ruimte is the register that says so.
    """

    verklaring: str
    element: str
    vraag: str
    tot: str
    reden: str
    door: str


@dataclass(frozen=True)
class View:
    """What every question needs to know of some graphs: their elements by IRI, for each ruimte the classes (soort) of
    which it has elements, and what is open on purpose."""

    elements: dict[str, Element]
    classes: dict[str, set[str]]
    explanations: tuple[Explanation, ...]


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
        self._views: dict[tuple[str, ...] | None, View] = {}
        self._part = lru_cache(maxsize=_PARTS)(partial(_part_of, self.engine))

    def query(
        self,
        sparql: str,
        graphs: Iterable[str] | None = None,
        substitutions: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
    ) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        """Run SPARQL 1.1 with the known prefixes over the union of `graphs` (None: of all graphs).

        With `graphs`, GRAPH sees these graphs only. `substitutions` gives projected variables a value. Raises
        SyntaxError for a query that is no SPARQL.
        """
        values: dict[ox.Variable, Term] = {ox.Variable(name): term for name, term in (substitutions or {}).items()}
        engine = self.engine if graphs is None else self._part(tuple(graphs))
        return engine.query(_PROLOGUE + sparql, use_default_graph_as_union=True, substitutions=values)

    @cached_property
    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents of the dataset, also those known without a text, sorted by municipality and id."""
        names = self._municipalities
        facts: dict[str, dict[str, list[str]]] = {}
        for row in _texts(self.query(_DOCUMENT_FACTS)):
            facts.setdefault(row[0], {}).setdefault(row[1], []).append(row[2])
        found = []
        for iri, graph, local, title, kind in _texts(self.query(_DOCUMENTS)):
            own = facts.get(iri, {})
            gemeente = next((iri for iri in own.get(BS + "gemeente", ()) if iri in names), None)
            name, gemeente_id = names[gemeente] if gemeente else (NOT_NAMED, None)
            keys = (PREFIXES["dct"] + "issued", BS + "periodeVan", BS + "periodeTot")
            issued, first, last = (next(iter(own.get(key, ())), None) for key in keys)
            found.append(
                StoredDocument(
                    iri=iri,
                    graph=graph,
                    id=local,
                    title=title,
                    kind=kind,
                    ruimte=ruimte_of(iri),
                    gemeente=gemeente,
                    gemeente_name=name,
                    gemeente_id=gemeente_id,
                    short_title=short_title(title, own.get(PREFIXES["skos"] + "altLabel", ())),
                    date=dutch_date(issued, first, last),
                    iso_date=issued or "/".join(_years(first, last)) or None,
                )
            )
        return tuple(sorted(found, key=lambda document: (document.gemeente_name, document.id)))

    @cached_property
    def _municipalities(self) -> dict[str, tuple[str, str]]:
        """Name and id of each municipality by IRI."""
        return {iri: (name, local) for iri, name, local in _texts(self.query(_MUNICIPALITIES))}

    @cached_property
    def _graphs_by_ruimte(self) -> dict[str, set[str]]:
        """For each ruimte with documents its own graphs, and the graphs with matches of its elements.

        A national framework counts for everybody, so it gives no ruimte graphs of its own.
        """
        found: dict[str, set[str]] = {}
        for document in self.documents:
            if document.kind == LIJST + "landelijk-kader":
                continue
            own = found.setdefault(document.ruimte, {graph_iri(document.iri.rpartition("/")[0])})
            own.add(document.graph)
        for graph, thing in _texts(self.query(_MATCHED)):
            if (ruimte := ruimte_of(thing)) in found:
                found[ruimte].add(graph)
        return found

    @cached_property
    def shared_graphs(self) -> tuple[str, ...]:
        """Graphs that belong to no municipality: the definitions, and the ruimtes without documents of their own."""
        own = {graph for graphs in self._graphs_by_ruimte.values() for graph in graphs}
        named = (graph.value for graph in self.engine.named_graphs())
        return tuple(sorted(graph for graph in named if graph not in own))

    def graphs_of(self, ruimten: Iterable[str]) -> tuple[str, ...]:
        """The graphs of the documents and registers of these ruimtes, their matches, and the shared graphs."""
        own = {graph for ruimte in ruimten for graph in self._graphs_by_ruimte.get(ruimte, ())}
        return tuple(sorted(own)) + self.shared_graphs

    def elements(self, graphs: tuple[str, ...] | None = None) -> dict[str, Element]:
        """The elements of these graphs (None: all) by IRI."""
        return self.view(graphs).elements

    def view(self, graphs: tuple[str, ...] | None = None) -> View:
        """What is known of these graphs (None: all). Kept for the next question over the same graphs."""
        if graphs not in self._views:
            elements = self._read_elements(graphs)
            classes: dict[str, set[str]] = {}
            for element in elements.values():
                classes.setdefault(element.ruimte, set()).add(element.soort)
            explanations = tuple(Explanation(*row) for row in _texts(self.query(_EXPLANATIONS, graphs)))
            self._views[graphs] = View(elements, classes, explanations)
        return self._views[graphs]

    def _read_elements(self, graphs: tuple[str, ...] | None) -> dict[str, Element]:
        found: dict[str, list[str | None]] = {}
        labelled = " ".join(f"bs:{name}" for name in ELEMENT_CLASSES if name != "Document")
        for classes, label in ((labelled, "skos:prefLabel"), ("bs:Document", "dct:title")):
            for row in _rows(self.query(_ELEMENTS % (classes, label), graphs)):
                values = [term.value if term is not None else None for term in row]
                found[values[0] or ""] = values
        names = {gemeente: name for gemeente, (name, _) in self._municipalities.items()}
        rank = {BS + name: position for position, name in enumerate(ELEMENT_CLASSES)}

        def place(values: list[str | None]) -> tuple[object, ...]:
            _, klasse, local, _, _, document, gemeente, _ = values
            name = names.get(gemeente or "", NOT_NAMED)
            return name == NOT_NAMED, name, document or "", rank[klasse or ""], natural(local or "")

        elements = {}
        for position, values in enumerate(sorted(found.values(), key=place)):
            iri, klasse, local, naam, nummer, document, gemeente, thema = values
            soort = (klasse or "").removeprefix(BS)
            is_top = soort in ("Thema", "Doelenboom")
            top = values if is_top else found.get(thema or "")
            elements[iri or ""] = Element(
                iri=iri or "",
                id=local or "",
                soort=soort,
                nummer=nummer,
                naam=naam or "",
                ruimte=ruimte_of(iri or ""),
                gemeente=names.get(gemeente or "", NOT_NAMED),
                document=document,
                thema=iri if is_top else thema,
                thema_naam=top[3] if top else None,
                order=(position,),
            )
        return elements


def _part_of(engine: ox.Store, graphs: tuple[str, ...]) -> ox.Store:
    """A store with these graphs alone.

    Given as the default graph of a query they would do as well, but the engine then looks in each of them for every
    step, along chains through the whole store: three times as slow in a small register, six times in a national one.
    """
    part = ox.Store()
    part.bulk_extend(
        quad for graph in graphs for quad in engine.quads_for_pattern(None, None, None, ox.NamedNode(graph))
    )
    return part


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
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in _DIGITS.split(text) if part)


def short_title(title: str, others: Iterable[str]) -> str:
    """The shortest name of a document that keeps every number in its title: the year tells it from the next edition.

    >>> short_title("Maatschappelijke Agenda 2025", ["MAG", "MAG 2025"])
    'MAG 2025'
    """
    numbers = set(re.findall(r"\d+", title))
    whole = (name for name in (title, *others) if numbers <= set(re.findall(r"\d+", name)))
    return min(whole, key=lambda name: (len(name), name))


def dutch_date(issued: str | None, first: str | None, last: str | None) -> str:
    """When a document was adopted (an ISO date), else the years it is about, else that it does not say.

    >>> dutch_date("2023-11-29", None, None), dutch_date(None, "2025", "2028")
    ('29-11-2023', '2025-2028')
    """
    if issued:
        return "-".join(reversed(issued.split("-")))
    return "-".join(_years(first, last)) or "datum niet vermeld"


def _years(first: str | None, last: str | None) -> list[str]:
    return list(dict.fromkeys(year for year in (first, last) if year))


def _rows(result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> ox.QuerySolutions:
    if not isinstance(result, ox.QuerySolutions):
        raise TypeError("a SELECT was expected")
    return result


def _texts(result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> Iterator[list[str]]:
    """The rows of a SELECT in which every variable is bound, as texts."""
    return ([text_of(term) for term in row] for row in _rows(result))
