"""How an element is marked on the map: the letter and colour of its thema, and its label."""

from __future__ import annotations

from beleidsspoor.graph.show.kaart.kinds import TOPS
from beleidsspoor.graph.show.kaart.model import MapModel
from beleidsspoor.graph.words import visible

#: The number of colours that the page has for themas; a ninth thema gets the first colour again.
COLOURS = 8


def theme_marks(model: MapModel) -> dict[str, tuple[str, int]]:
    """For each thema and doelenboom its letter and colour: A, B … per document, in reading order."""
    marks: dict[str, tuple[str, int]] = {}
    used: dict[str, int] = {}
    for iri, element in model.elements.items():
        if element.soort in TOPS:
            place = used.get(element.document or "", 0)
            used[element.document or ""] = place + 1
            marks[iri] = (_letter(place), place % COLOURS)
    return marks


def label_of(model: MapModel, iri: str) -> str:
    """The number (of a thema the letter) and the name of an element."""
    element = model.elements[iri]
    code = theme_marks(model)[iri][0] if element.soort in TOPS else element.nummer or ""
    return visible(f"{code} {element.naam}".strip())


def _letter(place: int) -> str:
    """A, B … Z, A2, B2 …"""
    round_, letter = divmod(place, 26)
    return chr(65 + letter) + (str(round_ + 1) if round_ else "")
