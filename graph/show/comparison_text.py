"""A comparison as text for a terminal: what every relation is about, and then a matrix with lettered columns."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby

from beleidsspoor.graph.comparison import NO_COUNTERPART, NOT_COMPARED, RELATION_MEANINGS, Comparison, Pair, matrix_of
from beleidsspoor.graph.show.comparison_tables import called, explanation_of, title_of
from beleidsspoor.graph.show.grid import GridColumn, grid, pairs, wrap
from beleidsspoor.graph.show.place_text import place_notes
from beleidsspoor.graph.show.report import Report
from beleidsspoor.graph.show.tables import Evidence
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.words import visible

#: The least width of a column of relations, and of the names before them.
_CELL, _NAME, _GAP = 8, 26, 2


def show_comparison(comparison: Comparison, report: Report, evidence: Evidence, width: int) -> str:
    """A comparison as text of at most `width` places. No line end at the end."""
    origin = report.origin
    parts = [
        title_of(comparison),
        pairs(
            ("Filter", "Register", "Bronnen"),
            [visible(text) for text in (origin.filter, f"versie {origin.register}", "; ".join(origin.sources))],
            width,
        ),
        "\n".join(wrap(explanation_of(comparison), width)),
    ]
    said = {pair.relatie for pair in comparison.pairs}
    words = [word for word in RELATION_MEANINGS if word in said or f"niet {word}" in said]
    if comparison.is_compared:
        parts.append(pairs(words, [RELATION_MEANINGS[word] for word in words], width))
    parts.extend(_Writer(comparison, evidence, width).blocks())
    parts.append(_matrix(comparison, width))
    return "\n\n".join(part for part in parts if part)


def _matrix(comparison: Comparison, width: int) -> str:
    """The matrix of what is related, with a legend, in as many pieces as the width asks for."""
    matrix = matrix_of(comparison, related=True)
    if not matrix.down:
        return ""
    letters = [_letter(place) for place in range(len(matrix.across))]
    legend = pairs(letters, [visible(called(comparison, one)) for one in matrix.across], width)
    sides = f"Rijen: {matrix.down_name}. Kolommen: {matrix.across_name}, met deze letters."
    parts = ["\n".join(["MATRIX", *wrap(f"{sides} {explanation_of(comparison)}", width), legend])]
    pieces = math.ceil(len(letters) * (_CELL + _GAP) / max(width - _NAME, _CELL + _GAP))
    size = math.ceil(len(letters) / pieces)
    for start in range(0, len(letters), size):
        some = matrix.across[start : start + size]
        heads = [matrix.down_name, *letters[start : start + size]]
        lines = [
            [visible(called(comparison, down)), *("\n".join(matrix.cell(down, across)) for across in some)]
            for down in matrix.down
        ]
        table = grid([GridColumn(head) for head in heads], lines, width)
        parts.append(table or "\n\n".join(pairs(heads, line, width) for line in lines))
    return "\n\n".join(parts)


def _letter(place: int) -> str:
    """The letter of a column, counted from 0, as a spreadsheet has them: many elements have a number of their own."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


class _Writer:
    """Writes the pairs: what is related, what has no counterpart, what nobody compared."""

    def __init__(self, comparison: Comparison, evidence: Evidence, width: int) -> None:
        self._comparison = comparison
        self._evidence = evidence
        self._width = width

    def blocks(self) -> Iterator[str]:
        first, second = self._comparison.first_name, self._comparison.second_name
        told = [pair for pair in self._comparison.pairs if pair.relatie != NOT_COMPARED]
        for element, group in groupby((pair for pair in told if pair.first is not None), key=lambda pair: pair.first):
            if element is not None:
                lines = [*self._head(element, first)]
                lines += [line for pair in group for line in self._pair(pair, second)]
                yield "\n".join(lines)
        if lonely := [pair for pair in told if pair.first is None]:
            lines = wrap(f"{second.upper()}: {NO_COUNTERPART} in {first}", self._width)
            lines += [line for pair in lonely for line in self._pair(pair, second)]
            yield "\n".join(lines)
        for name, other, elements in (
            (first, second, [pair.first for pair in self._comparison.pairs if pair.relatie == NOT_COMPARED]),
            (second, first, [pair.second for pair in self._comparison.pairs if pair.relatie == NOT_COMPARED]),
        ):
            listed = [element for element in elements if element is not None]
            if listed:
                lines = wrap(f"{name.upper()}: {NOT_COMPARED} met {other} ({len(listed)})", self._width)
                yield "\n".join([*lines, *(line for element in listed for line in self._bare(element))])

    def _head(self, element: Element, name: str) -> Iterator[str]:
        yield from wrap(visible(f"{name.upper()}: {called(self._comparison, element)} [{element.id}]"), self._width)
        yield from self._places(element)

    def _pair(self, pair: Pair, name: str) -> Iterator[str]:
        other = (
            f": {called(self._comparison, pair.second)} [{pair.second.id}]"
            if pair.second is not None
            else f" in {name}"
        )
        text = other.removeprefix(": ") if pair.first is None else pair.relatie + other
        yield from self._indented(text, "- ", "  ")
        if pair.reden:
            yield from self._indented(f"omdat: {pair.reden}", "    ", "    ")
        if pair.second is not None:
            yield from self._places(pair.second)

    def _bare(self, element: Element) -> Iterator[str]:
        yield from self._indented(f"{called(self._comparison, element)} [{element.id}]", "- ", "  ")
        yield from self._places(element)

    def _places(self, element: Element) -> Iterator[str]:
        """The places of an element, each with its words when the documents are at hand."""
        for note in place_notes(self._evidence.places.get(element.iri, ()), self._evidence.quote):
            yield from self._indented(note, "    ", "    ")

    def _indented(self, text: str, mark: str, margin: str) -> Iterator[str]:
        first, *rest = wrap(visible(text), max(self._width - len(margin), 20))
        yield mark + first
        yield from (margin + line for line in rest)
