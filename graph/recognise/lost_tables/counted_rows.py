"""Tables with counted rows of which every cell stands on a line of its own: 'Nr.', 'Inspanning', '1a', …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.documents.model import Row, Span, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.lost_tables.stacked import Cell, cells_of
from beleidsspoor.graph.recognise.model import RANKS

#: A heading is no longer than this, a cell than that; a table has no more columns.
_HEADING, _CELL, _COLUMNS = 50, 400, 8
#: What the first heading says of the figures below it.
_COUNTING = ("nummer", "taakveld")
_COUNTS = re.compile(r"(?:[A-Z]{1,2}[-. ]?)?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?\.?")


def find_counted(lines: Sequence[str], cues: CueTable) -> Iterator[Table]:
    """The tables in these lines (the first is line 0): headings of which one counts the rows ('Nr.', 'Taakveld') and
    one names goals, actions or indicators, and below them rows that each begin with a number.
    """
    cells = list(cells_of(lines))
    at = 0
    while at < len(cells):
        table = _counted(cells, at, cues) if _kind(cells[at], cues) in _COUNTING else None
        if table is None:
            at += 1
            continue
        yield table
        while at < len(cells) and cells[at].first <= table.span.last:
            at += 1


def _kind(cell: Cell, cues: CueTable) -> str | None:
    cue = cues.column(cell.text) if len(cell.text) <= _HEADING else None
    return cue.kind if cue is not None else None


def _counted(cells: Sequence[Cell], begin: int, cues: CueTable) -> Table | None:
    """The table whose first heading is this cell: it is as wide as there are headings before the first number."""
    ahead = range(begin + 1, min(begin + 1 + _COLUMNS, len(cells)))
    first = next((at for at in ahead if _COUNTS.fullmatch(cells[at].text)), None)
    heads = cells[begin:first] if first is not None else []
    if first is None or len(heads) < 2 or any(len(cell.text) > _HEADING for cell in heads):
        return None
    kinds = {_kind(cell, cues) for cell in heads}
    if not kinds & {*RANKS, "indicator"}:
        return None
    rows = list(_rows(cells, first, len(heads), figures="indicator" in kinds))
    head = Row(tuple(cell.text for cell in heads), Span(heads[0].first, heads[-1].last), header=True)
    return Table((head, *rows), Span(head.span.first, rows[-1].span.last)) if rows else None


def _rows(cells: Sequence[Cell], at: int, width: int, *, figures: bool) -> Iterator[Row]:
    """The rows from this cell on. Behind a row comes the number of the next; only figures may look like one inside."""
    while at + width <= len(cells) and _COUNTS.fullmatch(cells[at].text):
        row = cells[at : at + width]
        if any(len(cell.text) > _CELL or (not figures and _COUNTS.fullmatch(cell.text)) for cell in row[1:]):
            return
        yield Row(tuple(cell.text for cell in row), Span(row[0].first, row[-1].last))
        at += width
