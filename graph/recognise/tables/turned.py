"""Tables of one indicator, named by the heading above: the rows are 'Realisatie' and 'Begroting', the columns years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beleidsspoor.graph.documents.model import Table
from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import LIKELY, Cell
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.tables.periods import FIGURE_KINDS, Period, find_periods, read_cells

#: Between the name and its table stand no more blocks than these: a source, a unit, what is meant by it.
_BETWEEN = 4
#: What a row is called is no longer: 'Begroting PB 2026'.
_CALLED = 30
_SOURCE = re.compile(r"Bron(?:nen)?\s*:\s*", re.IGNORECASE)


def turned_row(context: Context, node: Node) -> Draft | None:
    """The indicator of such a table, with the figures of all its rows; None for another table."""
    table = node.table
    if table is None or not (rows := _kinds(table, context.cues)):
        return None
    above = context.nodes[max(node.index - _BETWEEN, 0) : node.index]
    name = _name(context, above)
    if name is None:
        return None
    cells: list[Cell] = []
    for at, kind in rows:
        periods = [Period(each.column, each.period, kind) for each in find_periods(table.heads(at), context.cues)]
        cells.extend(read_cells(table.rows[at].cells, periods))
    found = draft("indicator", name, "Naam boven een tabel met realisatie en begroting.", certainty=LIKELY)
    source = next((_SOURCE.sub("", other.text) for other in above if _SOURCE.match(other.text)), None)
    unit = "%" if cells and all("%" in cell.raw for cell in cells) else None
    found.change(cells=tuple(cells), source=source, unit=unit)
    found.node = node.index
    return found


def _name(context: Context, above: Sequence[Node]) -> Node | None:
    """The nearest heading above, or a short line that is no sentence. A source or 'Omschrijving' may stand between."""
    for other in reversed(above):
        mark = context.marks[other.index]
        if other.table is not None or (mark is not None and mark.role != "toelichting"):
            return None
        titled = other.is_heading or (other.is_short and not other.text.endswith("."))
        if mark is None and titled and not _SOURCE.match(other.text):
            return other
    return None


def _kinds(table: Table, cues: CueTable) -> list[tuple[int, str]]:
    """The rows of figures with the kind that each is called, when all of them are called so; else nothing."""
    found: list[tuple[int, str]] = []
    for at, row in enumerate(table.rows):
        if row.header or not row.cells[0].strip():
            continue
        called = row.cells[0].strip()
        cue = cues.begins_column(called, FIGURE_KINDS) if len(called) <= _CALLED else None
        if cue is None or not any(table.heads(at)):
            return []
        found.append((at, cue.kind))
    return found
