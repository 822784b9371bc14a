"""The thread of an element, or what was found, as JSON for scripts: the same keys in the same order every time."""

from __future__ import annotations

import json
from typing import Any

from beleidsspoor.graph.places import Place, Quote
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.thread.finding import Found
from beleidsspoor.graph.thread.following import Step, Thread


def thread_json(thread: Thread, register: str, quote: Quote | None = None) -> bytes:
    """A thread as UTF-8 JSON: `register`, `element`, `feiten`, `vindplaatsen`, `omhoog`, `omlaag`, `opzij`.

    Each step has `relatie`, `element` (null for a text alone), `tekst`, `reden`, `sterkte`, `details`, `vindplaatsen`
    and its own `stappen`. A place has a `citaat` when `quote` is given; null when the passage was not found.
    """
    return _bytes(
        {
            "register": register,
            "element": _element(thread.element),
            "feiten": dict(thread.facts),
            "vindplaatsen": _places(thread.places, quote),
            "omhoog": [_step(step, quote) for step in thread.up],
            "omlaag": [_step(step, quote) for step in thread.down],
            "opzij": [_step(step, quote) for step in thread.aside],
        }
    )


def found_json(found: Found, register: str) -> bytes:
    """Several hits as UTF-8 JSON: `register`, `gezocht`, `gevonden_op` and the elements in `treffers`, best first."""
    how = found.how.value if found.how is not None else None
    hits = [_element(element) for element in found.hits]
    return _bytes({"register": register, "gezocht": found.text, "gevonden_op": how, "treffers": hits})


def _step(step: Step, quote: Quote | None) -> dict[str, Any]:
    return {
        "relatie": step.relatie or None,
        "element": _element(step.element) if step.element is not None else None,
        "tekst": step.tekst or None,
        "reden": step.reden,
        "sterkte": step.sterkte,
        "details": [text for text in step.details if text],
        "vindplaatsen": _places(step.places, quote),
        "stappen": [_step(one, quote) for one in step.steps],
    }


def _element(element: Element) -> dict[str, str | None]:
    return {
        "element": element.iri,
        "id": element.id,
        "soort": element.soort,
        "nummer": element.nummer,
        "naam": element.naam,
        "gemeente": element.gemeente,
    }


def _places(places: tuple[Place, ...], quote: Quote | None) -> list[dict[str, Any]]:
    found = []
    for place in places:
        where: dict[str, Any] = {
            "document": place.document.id,
            "sectie": place.sectie,
            "regel_van": place.first,
            "regel_tot": place.last,
            "pagina": place.pagina,
        }
        if quote is not None:
            where["citaat"] = quote(place)
        found.append(where)
    return found


def _bytes(shown: dict[str, Any]) -> bytes:
    return (json.dumps(shown, ensure_ascii=False, indent=2) + "\n").encode()
