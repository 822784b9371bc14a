"""Lines that lead round a page instead of saying something: 'Terug naar navigatie', 'Naar boven'."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from beleidsspoor.graph.documents.model import Block, Document, LeftOut, Table

_PLACE = (
    r"(?:de |het )?(?:navigatie|menu|boven|begin|top|inhoud|inhoudsopgave|hoofdinhoud|overzicht|startpagina|homepage)"
)
_LINE = re.compile(
    rf"^(?:(?:ga |direct |spring )?(?:terug )?naar {_PLACE}|lees voor|deel deze pagina|print deze pagina)[.>»↑ ]*$",
    re.IGNORECASE,
)


def without_navigation(document: Document) -> Document:
    """The document with the lines that lead round the page taken out of the blocks, and told in `left_out`."""
    found: Counter[str] = Counter()
    kept: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Table) and _LINE.match(block.text):
            found[block.text] += 1
        else:
            kept.append(block)
    if not found:
        return document
    said = tuple(LeftOut("menu", text, times) for text, times in found.items())
    return replace(document, blocks=tuple(kept), left_out=(*document.left_out, *said))
