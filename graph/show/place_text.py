"""Places and quotes in running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from beleidsspoor.graph.places import Place, Quote
from beleidsspoor.graph.show.tables import NOT_FOUND
from beleidsspoor.graph.words import visible


def by_section(places: Iterable[Place]) -> list[str]:
    """The places as a reader would say them, those in one section together: `MAG 2025, 4.2 Gezond, regels 3-4 en 9`."""
    grouped: dict[tuple[str, str | None, int | None], list[Place]] = {}
    for place in places:
        grouped.setdefault((place.document.iri, place.sectie, place.pagina), []).append(place)
    texts = []
    for first, *others in grouped.values():
        more = [f"{place.first}" if place.first == place.last else f"{place.first}-{place.last}" for place in others]
        texts.append(f"{first}{''.join(f' en {lines}' for lines in more)}")
    return texts


def place_notes(places: Sequence[Place], quote: Quote | None, limit: int | None = None) -> list[str]:
    """Where something stands, as lines: at most `limit` places, together, or with `quote` each with its words."""
    shown = places[:limit]
    if not shown:
        return []
    more = f"en nog {len(places) - len(shown)}" if len(places) > len(shown) else ""
    if quote is None:
        return [f"plaats: {'; '.join([*by_section(shown), *([more] if more else [])])}"]
    notes = []
    for place in shown:
        words = quote(place)
        notes += [f"plaats: {place}", f"  “{visible(words)}”" if words else f"  {NOT_FOUND}"]
    return [*notes, more] if more else notes
