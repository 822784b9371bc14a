"""What the panel tells of an element: facts, figures, and where it stands, with the quote if the source is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from beleidsspoor.graph.show.kaart.model import local_name, rows
from beleidsspoor.graph.store import GraphStore, ruimte_of
from beleidsspoor.graph.terms import BS

#: Facts that are told with a heading, in this order: property and heading.
FACTS = (
    ("bs:jaar", "Wanneer"),
    ("bs:toegezegd", "Wat is beloofd"),
    ("bs:genoemdeTrekker", "Trekker in de woorden van het document"),
    ("bs:principesoort", "Soort"),
    ("bs:partnersoort", "Soort"),
    ("bs:programmasoort", "Soort"),
    ("bs:geldsoort", "Soort"),
    ("bs:documentsoort", "Soort"),
    ("bs:niveau", "Niveau"),
    ("bs:herkomst", "Overgenomen van"),
    ("bs:rubriek", "Rubriek"),
    ("bs:tabelgroep", "Kop in de tabel"),
    ("sdmx-att:unitMeasure", "Eenheid"),
    ("bs:bron", "Bron van het cijfer"),
    ("dct:publisher", "Uitgever"),
    ("dct:issued", "Vastgesteld"),
    ("bs:periodeVan", "Vanaf"),
    ("bs:periodeTot", "Tot en met"),
)
_FLAGS = (("bs:vervallen", "Deze indicator vervalt."), ("bs:vernieuwd", "Deze indicator is vernieuwd."))

_FACTS = "SELECT ?s ?p ?o ?woord WHERE { VALUES ?p { %s } ?s ?p ?o . OPTIONAL { ?o skos:prefLabel ?woord } }"
_FLAGGED = "SELECT ?s WHERE { ?s %s true }"
_TEXTS = "SELECT ?s ?t WHERE { ?s %s ?t }"
_PLACES = """
SELECT ?ding ?plek ?document ?titel ?bestand ?sectie ?van ?tot ?pagina ?bewoording ?vingerafdruk WHERE {
  ?ding bs:vindplaats ?plek . ?plek bs:document ?document ; bs:regelVan ?van ; bs:regelTot ?tot .
  ?document dct:title ?titel .
  OPTIONAL { ?document bs:bestand ?bestand } OPTIONAL { ?plek bs:sectie ?sectie } OPTIONAL { ?plek bs:pagina ?pagina }
  OPTIONAL { ?plek bs:bewoording ?bewoording } OPTIONAL { ?plek bs:vingerafdruk ?vingerafdruk }
}"""
_FIGURES = """
SELECT ?ding ?periode ?soort ?waarde ?ruw WHERE {
  ?cijfer %s ?ding ; sdmx-dim:refPeriod ?periode ; bs:waardesoort/skos:prefLabel ?soort ; bs:ruweWaarde ?ruw .
  OPTIONAL { ?cijfer sdmx-mea:obsValue ?waarde }
}"""

#: Gives the text of a passage: document IRI, first and last line, fingerprint. None when it cannot be found.
Quoter = Callable[[str, int, int, str], str | None]


@dataclass(frozen=True)
class Place:
    """Where something stands: title of the document, section, lines, page, and the words there if they are known."""

    document: str
    section: str
    first: int
    last: int
    page: int | None
    wording: str
    quote: str


@dataclass(frozen=True)
class Figure:
    """One figure: period, kind in words, value (None when it is no number) and the text of the cell."""

    period: str
    kind: str
    value: float | None
    raw: str


@dataclass
class Facts:
    """Everything that the panel tells of one element, apart from its links."""

    note: str = ""
    other_names: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def places_in(self, title: str) -> list[Place]:
        """The places, those in the document with this title first."""
        return sorted(self.places, key=lambda place: place.document != title)


def read_facts(store: GraphStore, quote: Quoter | None = None) -> dict[str, Facts]:
    """The facts of every element by IRI. With `quote` each place gets the text that stands there."""
    found: dict[str, Facts] = defaultdict(Facts)
    for subject, text in _pairs(store, "skos:scopeNote"):
        found[subject].note = text
    for subject, text in sorted(_pairs(store, "skos:altLabel")):
        found[subject].other_names.append(text)
    _read_told(store, found)
    for prop in ("bs:indicator", "bs:budgetpost"):
        for thing, period, kind, value, raw in rows(store, _FIGURES % prop):
            figure = Figure(period or "", kind or "", float(value) if value else None, raw or "")
            found[thing or ""].figures.append(figure)
    for facts in found.values():
        facts.figures.sort(key=lambda figure: (figure.period, figure.kind, figure.raw))
    _read_places(store, found, quote)
    return found


def class_texts(store: GraphStore) -> dict[str, str]:
    """What each class is, in one plain Dutch sentence from the ontology, by its local name."""
    query = "SELECT ?k ?t WHERE { ?k a owl:Class ; skos:definition ?t FILTER(lang(?t) = 'nl') }"
    return {local_name(kind or ""): text or "" for kind, text in rows(store, query) if (kind or "").startswith(BS)}


def _pairs(store: GraphStore, prop: str) -> list[tuple[str, str]]:
    return [(subject or "", text or "") for subject, text in rows(store, _TEXTS % prop)]


def _read_told(store: GraphStore, found: dict[str, Facts]) -> None:
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for heading in dict.fromkeys(heading for _, heading in FACTS):
        properties = " ".join(prop for prop, title in FACTS if title == heading)
        for subject, _, value, word in rows(store, _FACTS % properties):
            values[subject or "", heading].add(word or value or "")
    for (subject, heading), words in values.items():
        found[subject].told.append((heading, ", ".join(sorted(words))))
    for prop, sentence in _FLAGS:
        for (subject,) in rows(store, _FLAGGED % prop):
            found[subject or ""].told.append(("Let op", sentence))


def _read_places(store: GraphStore, found: dict[str, Facts], quote: Quoter | None) -> None:
    placed = []
    for thing, place, document, title, _, section, first, last, page, wording, mark in rows(store, _PLACES):
        start, end = int(first or 0), int(last or 0)
        text = quote(document or "", start, end, mark or "") if quote is not None else None
        shown = Place(title or "", section or "", start, end, int(page) if page else None, wording or "", text or "")
        placed.append((thing or "", ruimte_of(document or ""), title or "", start, place or "", shown))
    for thing, *_, shown in sorted(placed, key=lambda entry: entry[:5]):
        found[thing].places.append(shown)
