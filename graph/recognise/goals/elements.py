"""Elements of a programme of others that stand in running text: '… basisfunctionaliteiten (D5) …'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import LIKELY

_CODE = re.compile(r"\b([a-z]{5,})\s+\(([A-Z]\d{1,2})\)")


def recognise_elements(context: Context, programme_of: Callable[[str], str | None]) -> Iterator[Draft]:
    """A draft for every word with the code of a chapter behind it, in a section about a programme."""
    for node, place in zip(context.nodes, context.places, strict=True):
        if node.kind != "alinea" or place.heading is None:
            continue
        found = list(_CODE.finditer(node.text))
        programme = programme_of(place.heading.text) if found else None
        if programme is None:
            continue
        for match in found:
            element = draft(
                "kernelement",
                node,
                "Woord met de code van een hoofdstuk.",
                label=match[1],
                number=match[2],
                certainty=LIKELY,
            )
            element.hint = programme
            yield element
