"""Columns that white space makes: where a line is cut, and which cells stand below each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PIECE = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True)
class Cut:
    """A piece of a line, from `begin` up to `end`."""

    begin: int
    end: int
    text: str


def cut_at_gaps(line: str) -> list[Cut]:
    """The pieces of a line that have two spaces or more between them.

    >>> [cut.text for cut in cut_at_gaps("Lasten in euro    18.402   19.115")]
    ['Lasten in euro', '18.402', '19.115']
    """
    return [Cut(match.start(), match.end(), match.group()) for match in _PIECE.finditer(line)]


def spread_over_columns(lines: Sequence[Sequence[Cut]]) -> list[list[str]]:
    """The pieces of each line by column. The lines with most pieces tell where the columns are."""
    most = max(len(pieces) for pieces in lines)
    columns = _columns([pieces for pieces in lines if len(pieces) == most])
    spread: list[list[str]] = []
    for pieces in lines:
        cells = [""] * len(columns)
        for piece in pieces:
            at = max(range(len(columns)), key=lambda column: _nearness(piece, columns[column]))
            cells[at] = f"{cells[at]} {piece.text}".strip()
        spread.append(cells)
    return spread


def _columns(fullest: Sequence[Sequence[Cut]]) -> list[tuple[int, int]]:
    """From where to where each column reaches, over the lines that fill them all."""
    ways = zip(*fullest, strict=True)
    return [(min(piece.begin for piece in pieces), max(piece.end for piece in pieces)) for pieces in ways]


def _nearness(piece: Cut, column: tuple[int, int]) -> tuple[int, int]:
    """How much of a piece stands in a column; of columns that it does not touch, the nearest."""
    shared = min(piece.end, column[1]) - max(piece.begin, column[0])
    return (max(shared, 0), min(shared, 0))
