"""What the styles of Word say of a paragraph: which are headings, and how lists are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from beleidsspoor.graph.documents.counting import Counter, Level
from beleidsspoor.graph.documents.markup import attribute, child, children
from beleidsspoor.graph.documents.word_text import number_in, value_of

_HEADING_STYLE = re.compile(r"^(?:heading|kop|überschrift|titre)\s*([1-9])$", re.IGNORECASE)
_SHAPES = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}


@dataclass(frozen=True)
class Style:
    """What a paragraph style says: its name, the level of heading, and its list (number and level)."""

    name: str
    heading: int | None
    list_id: str | None
    list_level: int


def read_styles(source: Any) -> dict[str, Style]:
    """The paragraph styles by id, with what they take over from the style that they build on."""
    elements = {attribute(style, "styleId") or "": style for style in children(source.styles.element, "style")}
    return {style_id: _style_of(elements, style_id) for style_id in elements}


def _style_of(elements: dict[str, Any], style_id: str) -> Style:
    name, heading, list_id, list_level = "", None, None, 0
    seen: set[str] = set()
    while style_id in elements and style_id not in seen:
        seen.add(style_id)
        style = elements[style_id]
        own_name = value_of(child(style, "name")) or ""
        name = name or own_name
        match = _HEADING_STYLE.match(own_name)
        level = number_in(value_of(child(style, "pPr", "outlineLvl")))
        if heading is None:
            heading = int(match[1]) if match else level + 1 if level is not None and level < 9 else None
        numbering = child(style, "pPr", "numPr")
        if list_id is None and numbering is not None:
            list_id = value_of(child(numbering, "numId"))
            list_level = number_in(value_of(child(numbering, "ilvl"))) or 0
        style_id = value_of(child(style, "basedOn")) or ""
    return Style(name, heading, list_id, list_level)


def read_counters(source: Any) -> dict[str, Counter]:
    """A counter for every list; lists that share a definition count on together, as in Word."""
    try:
        numbering = source.part.numbering_part.element
    except (KeyError, NotImplementedError):
        # python-docx makes no part for a document without lists.
        return {}
    abstract = {attribute(element, "abstractNumId"): _levels(element) for element in children(numbering, "abstractNum")}
    shared: dict[str | None, Counter] = {}
    counters: dict[str, Counter] = {}
    for element in children(numbering, "num"):
        key = value_of(child(element, "abstractNumId"))
        levels = abstract.get(key, {})
        overrides = list(children(element, "lvlOverride"))
        counter = Counter(levels) if overrides else shared.setdefault(key, Counter(levels))
        counters[attribute(element, "numId") or ""] = counter
    return counters


def _levels(abstract: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in children(abstract, "lvl"):
        shape, index = child(element, "numFmt"), number_in(attribute(element, "ilvl"))
        format_name = value_of(shape) if shape is not None else "decimal"
        pattern, first = value_of(child(element, "lvlText")) or "", number_in(value_of(child(element, "start")))
        if index is not None:
            levels[index] = Level(_SHAPES.get(format_name or "", ""), pattern, first if first is not None else 1)
    return levels
