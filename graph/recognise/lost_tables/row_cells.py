"""Where the cells of a row begin, when all that is left of its columns are the ends of the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.documents.joining import join_lines

_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
#: How the cell begins that says when.
_WHEN = re.compile(
    rf"^(?:Q[1-4]\b|[1-4]e kwartaal|(?:eerste|tweede|derde|vierde) (?:kwartaal|helft)|kwartaal \d|{_MONTH}\b|"
    rf"\d{{1,2}} {_MONTH}|"
    r"(?:begin|eind|medio|voorjaar|najaar|zomer|winter|herfst|lente|start|vanaf|uiterlijk|voor|tot|hele|schooljaar)\s*"
    rf"(?:$|Q\d|\d|{_MONTH}|voorjaar|najaar|zomer|schooljaar|eind)|schooljaar\b|"
    r"20\d\d\b|doorlopend|jaarlijks|structureel|continu|permanent|gereed|maandelijks|wekelijks|"
    r"(?:\d+x|\w+ keer|elk|ieder|per) (?:per )?(?:jaar|kwartaal|maand)\b)",
    re.IGNORECASE,
)
#: What stands behind it in a column of money.
_MONEY = re.compile(
    r"\s+((?:€\s*)?[\d.]*\d(?:,-|,\d\d)?|p\.?m\.?|uren|n\.?v\.?t\.?|n\.?n?\.?t?\.?b\.?|-)$", re.IGNORECASE
)
#: A line that ends so goes on in the next.
_HANGS = re.compile(
    r"(?:[,(/&+-]|\([^)]*|\b(?:aan|als|bij|de|den|door|een|en|het|in|met|naar|of|om|op|over|per|te|ter|tot|uit|van|via|"
    r"voor))$",
    re.IGNORECASE,
)
#: A word would have fitted when it leaves so much of the widest line free: letters are not equally wide.
_SURELY = 0.9


@dataclass
class Piece:
    """The lines of one row without its number, and the first and last line that it stands on."""

    number: str
    lines: list[str]
    first: int
    last: int

    def length(self, at: int) -> int:
        """How long a line is as printed, with the number of the row before the first."""
        return len(self.lines[at]) + (len(self.number) + 1 if at == 0 else 0)


@dataclass(frozen=True)
class _Cut:
    """The lines at which the cell that says who may begin, and the line at which the one that says when begins."""

    starts: tuple[int, ...]
    when: int


def cut_tables(tables: Sequence[tuple[Sequence[Piece], Sequence[str]]]) -> list[list[tuple[str, ...]]]:
    """The cells of every row of these tables, in the order of the kinds of their columns.

    A line that would have fitted behind the one above it begins a new cell; who does it is the name that stands alone
    in other rows.
    """
    width = _width([piece for pieces, _ in tables for piece in pieces])
    cuts = [[_cut(piece, kinds, width) for piece in pieces] for pieces, kinds in tables]
    known = {
        _doer(piece.lines, cut)
        for (pieces, _), found in zip(tables, cuts, strict=True)
        for piece, cut in zip(pieces, found, strict=True)
        if len(cut.starts) == 1
    }
    return [
        [tuple(_cells(piece, cut, kinds, known)) for piece, cut in zip(pieces, found, strict=True)]
        for (pieces, kinds), found in zip(tables, cuts, strict=True)
    ]


def says_when(text: str) -> bool:
    """True for what stands in a column that says when: 'Q2 2025', 'doorlopend', '-'."""
    return not re.search(r"[^\W\d_]", text) or _WHEN.match(text) is not None or re.search(r"20\d\d", text) is not None


def _width(pieces: Sequence[Piece]) -> int:
    """The length of the longest line of an action that surely goes on: a small letter follows."""
    return max(
        (
            piece.length(0)
            for piece in pieces
            if len(piece.lines) > 1 and piece.lines[1][:1].islower() and not _WHEN.match(piece.lines[1])
        ),
        default=0,
    )


def _cut(piece: Piece, kinds: Sequence[str], width: int) -> _Cut:
    lines = piece.lines
    when = len(lines)
    if "planning" in kinds:
        told = [at for at in range(1, len(lines)) if _WHEN.match(lines[at])]
        when = told[-1] if told else len(lines)
        while when - 1 in told:
            when -= 1
    if "trekker" not in kinds:
        return _Cut((when,), when)
    starts: list[int] = []
    for at in range(1, when):
        above, line = lines[at - 1], lines[at]
        if not line[:1].islower() and not _HANGS.search(above):
            starts.append(at)
            if piece.length(at - 1) + 1 + len(line.split()[0]) <= _SURELY * width:
                break
    return _Cut(tuple(starts) or (when,), when)


def _doer(lines: Sequence[str], cut: _Cut) -> str:
    start = cut.starts[0]
    return join_lines(list(lines[start : cut.when]), frozenset()) if start < cut.when else ""


def _cells(piece: Piece, cut: _Cut, kinds: Sequence[str], known: set[str]) -> Iterator[str]:
    lines = piece.lines
    names = sorted((name for name in known if name), key=len, reverse=True)
    named = (at for at in cut.starts if any(lines[at].startswith(name) for name in names))
    start = next(named, cut.starts[0]) if len(cut.starts) > 1 else cut.starts[0]
    what, who = lines[:start], lines[start : cut.when]
    if "nummer" not in kinds and what:
        what = [f"{piece.number} {what[0]}", *what[1:]]
    when = " ".join(lines[cut.when :])
    money = _MONEY.search(f" {when}") if "bedrag" in kinds else None
    parts = {
        "nummer": piece.number,
        "trekker": join_lines(list(who), frozenset()) if who else "",
        "planning": f" {when}"[: money.start()].strip() if money else when,
        "bedrag": money[1] if money else "",
    }
    for kind in kinds:
        yield parts.pop(kind) if kind in parts else join_lines(list(what), frozenset()) if what else ""
        if kind not in ("nummer", "trekker", "planning", "bedrag"):
            what = []
