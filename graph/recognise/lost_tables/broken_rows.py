"""Tables of actions that lost their columns: 'Nr. Actie Trekker Planning' over rows that are cut into lines.

Either a number begins every row, or every cell stands on a line of its own, its heading too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from beleidsspoor.graph.documents.joining import join_lines
from beleidsspoor.graph.documents.model import Row, Span, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.lost_tables.row_cells import Piece, cut_tables, says_when
from beleidsspoor.graph.recognise.model import RANKS

#: A line of headings or of a cell is no longer than this, one heading no longer than the second.
_LONGEST, _HEADING = 120, 40
_MOST_COLUMNS = 10
_HEADING_WORDS = 5
_FEWEST = 3
#: Rows of cells on lines of their own: without a column of dates a table has so many.
_ROWS = 2
#: Between two rows on two pages stand no more lines than this: a number and the title of the document.
_BETWEEN = 2
_PAGE_END = re.compile(r"\d\W?$")
_NUMBER = re.compile(r"^(?P<number>(?:[A-Z]{1,2}\s?)?\d{1,2}(?:\.\d{1,2}){0,3}(?:\.?[a-z])?)[.)]?(?=\s+\S|$)")
_SHAPE = re.compile(r"\d+|[a-z]")
_ABOUT = frozenset(("trekker", "planning"))


@dataclass(frozen=True)
class _Heads:
    """The headings, the kind of each, and whether they stand on one line (else each on its own)."""

    texts: tuple[str, ...]
    kinds: tuple[str, ...]
    on_one_line: bool
    first: int
    last: int


def find_broken_rows(lines: Sequence[str], cues: CueTable) -> Iterator[Table]:
    """The tables in these lines (the first is line 0): headings of which one is of goals or actions and one tells who
    or when, and the rows below them.
    """
    numbered: list[tuple[_Heads, list[Piece]]] = []
    at = 0
    while at < len(lines):
        heads = _heads_on_a_line(lines, at, cues) or _heads_below_each_other(lines, at, cues)
        if heads and heads.on_one_line and (pieces := _numbered(lines, heads, cues)):
            numbered.append((heads, pieces))
            at = pieces[-1].last + 1
        elif heads and not heads.on_one_line and (rows := _by_count(lines, heads, cues)):
            yield _table(heads, rows)
            at = rows[-1].span.last + 1
        else:
            at += 1
    cuts = cut_tables([(pieces, heads.kinds) for heads, pieces in numbered])
    for (heads, pieces), found in zip(numbered, cuts, strict=True):
        yield _table(
            heads, [Row(cells, Span(piece.first, piece.last)) for piece, cells in zip(pieces, found, strict=True)]
        )


def _table(heads: _Heads, rows: Sequence[Row]) -> Table:
    head = Row(heads.texts, Span(heads.first, heads.last), header=True)
    return Table((head, *rows), Span(heads.first, rows[-1].span.last))


def _heads_on_a_line(lines: Sequence[str], at: int, cues: CueTable) -> _Heads | None:
    line = lines[at].strip()
    may_be = len(line) <= _LONGEST and line[:1].isupper() and not line.endswith((".", ",", ";"))
    words = line.split() if may_be else []
    texts: list[str] = []
    kinds: list[str] = []
    while words:
        for width in range(min(_HEADING_WORDS, len(words)), 0, -1):
            if (cue := cues.column(" ".join(words[:width]))) is not None:
                texts.append(" ".join(words[:width]))
                kinds.append(cue.kind)
                words = words[width:]
                break
        else:
            return None
    return _Heads(tuple(texts), tuple(kinds), True, at, at) if _tell(kinds) else None


def _heads_below_each_other(lines: Sequence[str], at: int, cues: CueTable) -> _Heads | None:
    texts: list[str] = []
    kinds: list[str] = []
    last = at
    for line in range(at, min(at + 2 * _MOST_COLUMNS, len(lines))):
        text = lines[line].strip()
        if not text and texts:
            continue
        cue = cues.column(text) if 0 < len(text) <= _HEADING else None
        if cue is None or cue.kind in kinds:
            break
        texts.append(text)
        kinds.append(cue.kind)
        last = line
    return _Heads(tuple(texts), tuple(kinds), False, at, last) if _tell(kinds) else None


def _tell(kinds: Sequence[str]) -> bool:
    """True for headings of one column of goals or actions, first or behind a number, with who or when behind it."""
    plain = [kind for kind in kinds if kind != "nummer"]
    goals = [kind for kind in plain if kind in RANKS]
    return len(kinds) >= _FEWEST and len(goals) == 1 and plain[0] in RANKS and bool(_ABOUT & set(plain))


def _numbered(lines: Sequence[str], heads: _Heads, cues: CueTable) -> list[Piece]:
    """The rows that each begin with a number of the same form."""
    pieces: list[Piece] = []
    shape, blank, skipped = "", False, 0
    for at in range(heads.last + 1, len(lines)):
        text = lines[at].strip()
        match = _NUMBER.match(text)
        begins = match is not None and (not pieces or _form(match["number"]) == shape)
        if match is not None and begins:
            shape = _form(match["number"])
            rest = text[match.end() :].strip()
            pieces.append(Piece(match["number"], [rest] if rest else [], at, at))
            blank, skipped = False, 0
        elif not text:
            blank = True
        elif not pieces or len(text) > _LONGEST:
            break
        elif blank:
            # A page may end here, with a number or the headings again; the rows go on when the next one follows soon.
            skipped += 1
            again = text == lines[heads.first].strip()
            if skipped > _BETWEEN or not (again or _PAGE_END.search(text)) or cues.bare_label(text) is not None:
                break
        else:
            pieces[-1].lines.append(text)
            pieces[-1].last = at
    return pieces


def _form(number: str) -> str:
    """The form of a number: how many parts it has, and whether they are figures or letters."""
    return _SHAPE.sub(lambda match: "#" if match[0].isdigit() else "x", number)


def _by_count(lines: Sequence[str], heads: _Heads, cues: CueTable) -> list[Row]:
    """The rows of a table with a cell on every line: as many lines as there are headings make one.

    Cells with white space between may have more lines. No rows when the cells do not come out.
    """
    width = len(heads.texts)
    spaced = not lines[heads.last + 1].strip() if heads.last + 1 < len(lines) else False
    cells: list[tuple[str, int, int]] = []
    at = heads.last + 1
    while at < len(lines):
        if not lines[at].strip():
            if not spaced and cells:
                break
            at += 1
            continue
        end = at + 1
        while spaced and end < len(lines) and lines[end].strip():
            end += 1
        text = join_lines([line.strip() for line in lines[at:end]], frozenset())
        if len(text) > 2 * _LONGEST or (not len(cells) % width and not _may_begin(text, cues)):
            break
        cells.append((text, at, end - 1))
        at = end
    if spaced:
        cells = cells[: len(cells) - len(cells) % width]
    if not cells or len(cells) % width:
        return []
    rows = [cells[begin : begin + width] for begin in range(0, len(cells), width)]
    when = heads.kinds.index("planning") if "planning" in heads.kinds else None
    if when is not None:
        rows = list(takewhile(lambda row: says_when(row[when][0]), rows))
    elif len(rows) < _ROWS:
        return []
    return [Row(tuple(text for text, _, _ in row), Span(row[0][1], row[-1][2])) for row in rows]


def _may_begin(text: str, cues: CueTable) -> bool:
    """False for a line that cannot be the first cell of a row: a heading, or a goal with its label."""
    named = cues.heading(text) is not None or cues.labelled(text) is not None or cues.column(text) is not None
    return not named and not text.endswith((":", "?")) and (text[0].isalnum() or text[0] in "'‘\"“")
