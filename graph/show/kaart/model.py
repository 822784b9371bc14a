"""What the map shows: the elements of the chosen municipalities with their links, read from the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from beleidsspoor.graph.show.kaart.kinds import KINDS, MATCHES, RELATIONS, TOPS
from beleidsspoor.graph.store import Element, GraphStore
from beleidsspoor.graph.terms import BS, LIJST, PREFIXES, text_of

#: A match that its own author gives less than this is drawn as uncertain.
SURE_FROM = 0.7

_NAMESPACE_OF = {"replaces": PREFIXES["dct"]} | {match: PREFIXES["skos"] for match in MATCHES if match != "spanningMet"}

_LINKS = "SELECT ?van ?relatie ?naar WHERE { VALUES ?relatie { %s } ?van ?relatie ?naar }"

_REASONS = """
SELECT ?van ?relatie ?naar ?sterkte ?reden WHERE {
  ?verband a bs:Verband ; rdf:subject ?van ; rdf:predicate ?relatie ; rdf:object ?naar ; bs:sterkte ?sterkte ;
    bs:reden ?reden .
}"""

_MATCHES = """
SELECT ?van ?relatie ?naar ?reden ?zekerheid ?ontkend WHERE {
  ?regel a owl:Axiom ; owl:annotatedSource ?van ; owl:annotatedProperty ?relatie ; owl:annotatedTarget ?naar .
  OPTIONAL { ?regel bs:reden ?reden }
  OPTIONAL { ?regel sssom:confidence ?zekerheid }
  OPTIONAL { ?regel sssom:predicate_modifier ?ontkend }
}"""


@dataclass(frozen=True)
class Link:
    """A link between two elements (IRIs). `sure` is False when the register calls it plausible only."""

    source: str
    target: str
    relation: str
    sure: bool = True
    reason: str = ""


@dataclass(frozen=True)
class Space:
    """A municipality, or another ruimte with documents: its folder, its Dutch name, and whether it has an agenda."""

    id: str
    name: str
    has_agenda: bool


@dataclass(frozen=True)
class MapModel:
    """Elements in reading order, their links without doubles, and the municipalities, the one to start with first.

    `lonely` holds, per element, why a match file says that it has no counterpart.
    """

    elements: dict[str, Element]
    links: tuple[Link, ...]
    spaces: tuple[Space, ...]
    lonely: dict[str, str] = field(default_factory=dict)

    @cached_property
    def parent(self) -> dict[str, str]:
        """For each element the one that it hangs under: in the goal tree, or the programme of a kernelement."""
        found = {link.source: link.target for link in self.links if link.relation == "programma"}
        return found | {link.source: link.target for link in self.links if link.relation == "onderdeelVan"}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each element."""
        return {iri: element.soort for iri, element in self.elements.items()}

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """The elements directly below each element, in reading order."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri in self.elements:
            if iri in self.parent:
                found[self.parent[iri]].append(iri)
        return found

    @cached_property
    def outgoing(self) -> dict[tuple[str, str], list[str]]:
        """Targets by source and relation, in reading order."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for link in self.links:
            found[link.source, link.relation].append(link.target)
        return found

    @cached_property
    def incoming(self) -> dict[tuple[str, str], list[str]]:
        """Sources by target and relation, in reading order."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for link in self.links:
            found[link.target, link.relation].append(link.source)
        return found

    def below(self, iri: str, kinds: Iterable[str]) -> list[str]:
        """The children of these kinds."""
        wanted = set(kinds)
        return [child for child in self.children.get(iri, ()) if self.elements[child].soort in wanted]

    def of(self, space: Space, *kinds: str) -> list[str]:
        """The elements of a municipality that have one of these kinds, in reading order."""
        return [e.iri for e in self.elements.values() if e.ruimte == space.id and e.soort in kinds]

    def key(self, iri: str) -> str:
        """The name of an element in addresses and in the page: ruimte and id.

        The same as a reference in the register, so that an advisor who reads an address knows the row.
        """
        element = self.elements[iri]
        return f"{element.ruimte}:{element.id}"


def read_model(store: GraphStore, ruimten: tuple[str, ...] = ()) -> MapModel:
    """Read the map of these ruimtes (none: all that have documents), with everything that they are linked to.

    Of another municipality only what a match points to comes along.
    """
    spaces = _spaces(store, ruimten)
    elements = {iri: e for iri, e in store.elements().items() if e.soort in KINDS}
    links = _links(store, elements)
    kept = _kept(elements, links, {space.id for space in spaces}, {d.ruimte for d in store.documents})
    ordered = sorted(kept, key=lambda iri: (elements[iri].order, iri))
    place = {iri: index for index, iri in enumerate(ordered)}
    shown = [link for link in links if link.source in place and link.target in place]
    shown.sort(key=lambda link: (place[link.source], list(RELATIONS).index(link.relation), place[link.target]))
    lonely = {iri: why for iri, why in _lonely(store).items() if iri in place}
    return MapModel({iri: elements[iri] for iri in ordered}, tuple(shown), spaces, lonely)


def rows(store: GraphStore, sparql: str) -> list[list[str | None]]:
    """The rows of a SELECT over the whole dataset as texts; unbound is None."""
    result = store.query(sparql)
    return [[text_of(cell) if cell is not None else None for cell in row] for row in result]  # type: ignore[union-attr]


def local_name(iri: str) -> str:
    """What follows the last # or /."""
    return iri.rpartition("#")[2].rpartition("/")[2]


def _spaces(store: GraphStore, ruimten: tuple[str, ...]) -> tuple[Space, ...]:
    agenda = LIJST + "maatschappelijke-agenda"
    found: dict[str, Space] = {}
    for document in store.documents:
        if ruimten and document.ruimte not in ruimten:
            continue
        named = document.gemeente is not None
        name = document.gemeente_name if named else f"{document.ruimte.capitalize()} (gemeente niet vermeld)"
        known = found.get(document.ruimte)
        has_agenda = document.kind == agenda or bool(known and known.has_agenda)
        found[document.ruimte] = Space(document.ruimte, known.name if known else name, has_agenda)
    chosen = {ruimte: place for place, ruimte in enumerate(ruimten)}
    return tuple(sorted(found.values(), key=lambda s: (chosen.get(s.id, 0), not s.has_agenda, "(" in s.name, s.name)))


def _links(store: GraphStore, elements: dict[str, Element]) -> list[Link]:
    """Every link of the known relations once, with strength and reason; a mention only where nothing else links."""
    wanted = " ".join(f"<{_NAMESPACE_OF.get(name, BS)}{name}>" for name in RELATIONS if name not in MATCHES)
    found = {
        (van, local_name(relatie), naar): Link(van, naar, local_name(relatie))
        for van, relatie, naar in _bound(rows(store, _LINKS % wanted))
    }
    for van, relatie, naar, sterkte, reden in _bound(rows(store, _REASONS)):
        name = local_name(relatie)
        found[van, name, naar] = Link(van, naar, name, sterkte != LIJST + "aannemelijk", reden)
    for source, predicate, target, reason, certainty, denied in rows(store, _MATCHES):
        if source and predicate and target and denied is None:
            name = local_name(predicate)
            found[source, name, target] = Link(source, target, name, float(certainty or 1) >= SURE_FROM, reason or "")
    tied = {frozenset((link.source, link.target)) for link in found.values() if link.relation != "noemt"}
    return [
        link
        for link in found.values()
        if link.source in elements
        and link.target in elements
        and link.source != link.target
        and link.relation in RELATIONS
        and not (link.relation == "noemt" and frozenset((link.source, link.target)) in tied)
    ]


def _lonely(store: GraphStore) -> dict[str, str]:
    none = PREFIXES["sssom"] + "NoTermFound"
    found = {}
    for van, _, naar, reden, *_ in rows(store, _MATCHES):
        if none in (van, naar):
            found[(naar if van == none else van) or ""] = reden or ""
    return found


def _kept(elements: dict[str, Element], links: list[Link], own: set[str], with_documents: set[str]) -> set[str]:
    kept = {iri for iri, element in elements.items() if element.ruimte in own}
    shared = {iri for iri, element in elements.items() if element.ruimte not in with_documents}
    for link in links:
        pair = {link.source, link.target}
        if pair & kept and link.relation in MATCHES:
            kept |= pair
    grown = True
    while grown:
        new: set[str] = set()
        for link in links:
            if link.target in kept and link.source in shared and link.relation in ("programma", "onderdeelVan"):
                new.add(link.source)
            if link.source in kept and link.target in shared:
                new.add(link.target)
        grown = not new <= kept
        kept |= new
    tops = {elements[iri].thema for iri in kept if elements[iri].soort not in TOPS}
    return kept | {top for top in tops if top in elements}


def _bound(found: list[list[str | None]]) -> list[list[str]]:
    return [[cell or "" for cell in row] for row in found]
