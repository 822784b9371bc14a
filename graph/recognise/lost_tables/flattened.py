"""Tables of goals that lost their columns: 'Kerndoel Operationeel doel Acties' over '1. … 1.1 … 1.1.1 …' in one run.

The numbers tell what each piece is: one part for the first column, two for the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.documents.model import Row, Span, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.model import RANKS

_LONGEST = 100
_HEADING_WORDS = 5
_YEARS = re.compile(r"\b20\d\d(?:\s*[-/]\s*(?:20)?\d\d)?\b")
_NUMBER = re.compile(
    r"(?<!\S)(?P<number>(?:[A-Z]{1,2}\d?\s)?\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?:[-–]\s+)?(?=[A-ZÀ-Þ‘'\"“(])"
)


@dataclass
class _Piece:
    """The text of one cell, without the number before it, and the lines it stands on."""

    number: str
    text: str
    first: int
    last: int

    @property
    def parts(self) -> int:
        """How many points the number has: '1' none, '1.1.2' two."""
        return self.number.count(".")


def find_flattened(lines: Sequence[str], cues: CueTable) -> Iterator[Table]:
    """The tables in these lines (the first is line 0): a line of nothing but two or more headings of goals, and below
    it text with an outline number for every cell. The header row holds the headings.
    """
    at = 0
    while at < len(lines):
        heads = _heads(lines[at], cues)
        pieces, end = _pieces(lines, at + 1) if heads else ([], at)
        parts = sorted({piece.parts for piece in pieces})
        if not heads or len(parts) < 2 or len(parts) > len(heads):
            at += 1
            continue
        rows = [_row(piece, parts, len(heads)) for piece in pieces]
        yield Table((Row(tuple(heads), Span(at, at), header=True), *rows), Span(at, rows[-1].span.last))
        at = end


def _heads(line: str, cues: CueTable) -> list[str]:
    """The headings of goals that the words of this line are, when they are that and nothing else."""
    if not 0 < len(line) <= _LONGEST:
        return []
    words = _YEARS.sub("", line).split()
    heads: list[str] = []
    ranks: list[int] = []
    while words:
        for width in range(min(_HEADING_WORDS, len(words)), 0, -1):
            cue = cues.column(" ".join(words[:width]))
            if cue is not None and cue.kind in RANKS:
                heads.append(" ".join(words[:width]))
                ranks.append(RANKS[cue.kind])
                words = words[width:]
                break
        else:
            return []
    return heads if len(heads) >= 2 and ranks == sorted(set(ranks)) else []


def _pieces(lines: Sequence[str], begin: int) -> tuple[list[_Piece], int]:
    """The numbered pieces of the text from a line on, and the line behind them."""
    found: list[_Piece] = []
    at, blanks = begin, 0
    while at < len(lines) and blanks < 2:
        line = lines[at].strip()
        blanks = 0 if line else blanks + 1
        numbers = list(_NUMBER.finditer(line))
        before = line[: numbers[0].start()].strip() if numbers else line
        if before and not found:
            return [], at
        if before and not numbers and (blanks or not _goes_on(found[-1], before)):
            break
        if before:
            found[-1].text, found[-1].last = f"{found[-1].text} {before}", at
        ends = [*(match.start() for match in numbers[1:]), len(line)]
        for match, end in zip(numbers, ends, strict=False):
            found.append(_Piece(match["number"], line[match.end() : end].strip(), at, at))
        at += 1
    return found, at


def _goes_on(piece: _Piece, line: str) -> bool:
    return line[0].islower() or piece.text.endswith(("-", ","))


def _row(piece: _Piece, parts: Sequence[int], width: int) -> Row:
    cells = [""] * width
    cells[parts.index(piece.parts)] = f"{piece.number} {piece.text}"
    return Row(tuple(cells), Span(piece.first, piece.last))
