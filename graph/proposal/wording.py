"""How a text of a document becomes a cell: one line, without what a cell cannot hold, no longer than it may be."""

from __future__ import annotations

import re

from beleidsspoor.graph.words import visible

#: What vormen.ttl allows: a name has 300 signs, a short label twelve words and 120 signs.
LONGEST_NAME = 300
_LABEL_WORDS, _LABEL_SIGNS = 12, 120
#: The tables whose name is a short label in our own words (vorm:korteNaam).
SHORT_LABELS = frozenset(("acties", "rolverwachtingen", "kernelementen"))
_ROOM_FOR_DOTS = 1
_FIRST_SENTENCE = re.compile(r"^(.{15,}?[.!?])\s+(?=[A-ZÀ-Þ])")


def one_line(text: str) -> str:
    """The text on one line; a sign that no cell can hold becomes `�`."""
    return " ".join(visible(text).split())


def name_for(table: str, text: str) -> tuple[str, bool]:
    """The name of a row by the text of the document, and whether it was cut: then it ends in `…`.

    >>> name_for("themas", "Gezond leven.")
    ('Gezond leven', False)
    >>> name_for("acties", "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien")
    ('een twee drie vier vijf zes zeven acht negen tien elf twaalf…', True)
    """
    whole = one_line(text)
    if table not in SHORT_LABELS:
        kept = whole.rstrip(" .;:") or whole
        return (kept, False) if len(kept) <= LONGEST_NAME else (_cut(kept, LONGEST_NAME), True)
    first = _FIRST_SENTENCE.match(whole)
    kept = (first[1] if first else whole).rstrip(" .;:") or whole
    words = kept.split()
    if len(words) <= _LABEL_WORDS and len(kept) <= _LABEL_SIGNS:
        return kept, first is not None
    return _cut(" ".join(words[:_LABEL_WORDS]), _LABEL_SIGNS, always=True), True


def spelling(text: str) -> str:
    """A name as it may stand among others in one cell, where `;` parts them."""
    return one_line(text).replace(";", ",")


def _cut(text: str, length: int, *, always: bool = False) -> str:
    if len(text) < length and always:
        return text.rstrip(" .,;:") + "…"
    start = text[: length - _ROOM_FOR_DOTS]
    whole = start.rpartition(" ")[0]
    return (whole or start).rstrip(" .,;:") + "…"
