"""Where things stand: the places (Vindplaatsen) of every element, from one query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyoxigraph as ox

from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.store import GraphStore, StoredDocument

_PLACES = """
SELECT ?element ?document ?sectie ?van ?tot ?pagina ?bewoording ?vingerafdruk WHERE {
  ?element bs:vindplaats ?plaats .
  ?plaats bs:document ?document ; bs:regelVan ?van ; bs:regelTot ?tot ; bs:vingerafdruk ?vingerafdruk .
  OPTIONAL { ?plaats bs:sectie ?sectie }
  OPTIONAL { ?plaats bs:pagina ?pagina }
  OPTIONAL { ?plaats bs:bewoording ?bewoording }
}"""

_SECTION_LENGTH = 48


@dataclass(frozen=True)
class Place:
    """One place. `sectie` is the heading as printed, lines count from 1, `bewoording` is the name used there, if any.

    `fingerprint` finds the passage back in the document.
    """

    document: StoredDocument
    sectie: str | None
    first: int
    last: int
    pagina: int | None
    bewoording: str | None
    fingerprint: str

    def __str__(self) -> str:
        """The place as a reader would say it: `MAG 2025, 1.2.4 Toegang, regel 315`."""
        lines = f"regel {self.first}" if self.first == self.last else f"regels {self.first}-{self.last}"
        page = f"blz. {self.pagina}" if self.pagina is not None else ""
        section = shorten(self.sectie, _SECTION_LENGTH) if self.sectie else ""
        return ", ".join(part for part in (self.document.short_title, section, page, lines) if part)


#: Gives the words of a place, or None when the passage is not found.
Quote = Callable[[Place], str | None]


def places(store: GraphStore, graphs: tuple[str, ...] | None = None) -> dict[str, tuple[Place, ...]]:
    """The places of every element and link in these graphs (None: all) by IRI, each in reading order."""
    documents = {document.iri: document for document in store.documents}
    found: dict[str, set[Place]] = {}
    result = store.query(_PLACES, graphs)
    for row in result if isinstance(result, ox.QuerySolutions) else ():
        document = documents.get(row["document"].value)
        if document is None:
            continue
        optional = (row["sectie"], row["pagina"], row["bewoording"])
        sectie, pagina, bewoording = (term.value if term else None for term in optional)
        place = Place(
            document=document,
            sectie=sectie,
            first=int(row["van"].value),
            last=int(row["tot"].value),
            pagina=int(pagina) if pagina else None,
            bewoording=bewoording,
            fingerprint=row["vingerafdruk"].value,
        )
        found.setdefault(row["element"].value, set()).add(place)
    return {iri: tuple(sorted(them, key=_reading_order)) for iri, them in found.items()}


def _reading_order(place: Place) -> tuple[str, str, int, int, str]:
    return place.document.ruimte, place.document.id, place.first, place.last, place.bewoording or ""
