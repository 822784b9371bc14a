"""Tables of figures: every row of measurements, with its group, unit, source and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidsspoor.graph.documents.model import Table
from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import LIKELY, SURE, Cell
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.tables.action_tables import goal_columns
from beleidsspoor.graph.recognise.tables.money import is_money
from beleidsspoor.graph.recognise.tables.periods import (
    YEAR,
    Period,
    budget_year,
    find_periods,
    number_in,
    read_cells,
    with_kinds,
)
from beleidsspoor.graph.recognise.tables.row_goals import goal_cell, numbered_goal
from beleidsspoor.graph.recognise.tables.turned import turned_row

_DROPPED = re.compile(r"\bverval(?:t|len)\b", re.IGNORECASE)
_RENEWED = re.compile(r"vernieuwde|nieuwe indicator", re.IGNORECASE)
_UNKNOWN = re.compile(r"n\.?\s?n?\.?\s?(?:v\.?\s?t|b)\.?$", re.IGNORECASE)
_YES_NO = re.compile(r"(?:ja|nee|gereed)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((%|[a-z€][a-z€ ]{1,20})\)\s*\W*$")


def recognise_figures(context: Context) -> Iterator[Draft]:
    """A draft for every row of a table that has columns for periods and is not about money."""
    earlier: dict[int, tuple[str, ...]] = {}
    for node, place in zip(context.nodes, context.places, strict=True):
        if node.table is None:
            continue
        table = node.table
        top = top_heads(table, context.cues)
        if (turned := turned_row(context, node)) is not None:
            yield turned
        elif table.rows and not is_money(context, node, place) and not goal_columns(table, context.cues)[2]:
            yield from _rows(node, table, top, earlier.get(table.width, ()), context)
        all_heads = (table.heads(at) for at in range(len(table.rows)))
        first = next((heads for heads in all_heads if find_periods(heads, context.cues)), None)
        if first is not None:
            earlier[table.width] = first


def top_heads(table: Table, cues: CueTable) -> tuple[str, ...]:
    """The first row as headings when it holds periods and the reader did not take it for a header; else nothing."""
    first = table.rows[0]
    if first.header or len(find_periods(first.cells, cues)) < 1:
        return ()
    named = cues.column(first.cells[0]) is not None or not first.cells[0].strip()
    return first.cells if named else ()


def _rows(
    node: Node, table: Table, top: tuple[str, ...], earlier: tuple[str, ...], context: Context
) -> Iterator[Draft]:
    cues, budget = context.cues, budget_year(context.title)
    group: str | None = None
    for at, row in enumerate(table.rows):
        if row.header or (at == 0 and top):
            title = row.cells[0].strip()
            if at and title and not cues.column(title):
                group = title
            continue
        if row.is_group:
            group = row.cells[0].strip()
            continue
        heads = _filled(top or table.heads(at), earlier)
        column = next(
            (at for at, head in enumerate(heads) if (cue := cues.column(head)) and cue.kind == "indicator"), None
        )
        label = row.cells[column or 0].strip()
        periods = with_kinds(find_periods(heads, cues, column or 0), money=False, budget=budget) or _period_of_row(
            row.cells, heads, cues
        )
        cells = read_cells(row.cells, _dated(periods, _column(row.cells, heads, "planning", cues)))
        sure = column is not None
        if not periods or not label or not (cells or sure):
            continue
        line = replace(node, first=row.span.first, last=row.span.last, page=row.span.page, text=label)
        found = draft("indicator", line, "Rij van een tabel met jaren.", certainty=SURE if sure else LIKELY)
        found.change(
            group=group,
            cells=cells,
            unit=_unit(label, row.cells, heads, cells, cues),
            source=_column(row.cells, heads, "bron", cues),
            dropped=bool(cells) and bool(_DROPPED.search(_newest(cells).raw)),
            renewed=bool(heads and _RENEWED.search(heads[0])),
        )
        found.row = True
        found.hint = goal_cell(row.cells, heads, cues) or numbered_goal(group, cues)
        yield found


def _filled(heads: tuple[str, ...], earlier: tuple[str, ...]) -> tuple[str, ...]:
    """The headings, with the holes filled from the table before it that was as wide."""
    if len(earlier) != len(heads) or not any(heads):
        return heads
    if sum(1 for head in heads if head) >= 2 and heads[-1]:
        return heads
    return tuple(head or before for head, before in zip(heads, earlier, strict=True))


def _column(cells: tuple[str, ...], heads: tuple[str, ...], kind: str, cues: CueTable) -> str | None:
    for cell, head in zip(cells, heads, strict=True):
        cue = cues.column(head)
        if cue is not None and cue.kind == kind:
            return cell.strip() or None
    return None


def _period_of_row(cells: tuple[str, ...], heads: tuple[str, ...], cues: CueTable) -> list[Period]:
    """The one figure of a row that names its own period: 'Indicator | Eenheid | Periode | Zuidrijk | Nederland'."""
    year = _column(cells, heads, "planning", cues)
    if year is None or not YEAR.search(year):
        return []
    for column, head in enumerate(heads):
        if column and cues.column(head) is None and head.strip() and number_in(cells[column]) is not None:
            return [Period(column, year, "realisatie")]
    return []


def _dated(periods: list[Period], year: str | None) -> list[Period]:
    """The columns, with the period that the row itself tells for what was reached, when the heading tells none."""
    if year is None or not YEAR.search(year):
        return periods
    return [
        replace(period, period=year) if period.kind == "realisatie" and not YEAR.search(period.period) else period
        for period in periods
    ]


def _unit(
    label: str, cells: tuple[str, ...], heads: tuple[str, ...], found: tuple[Cell, ...], cues: CueTable
) -> str | None:
    if unit := _column(cells, heads, "eenheid", cues):
        return unit
    label = label.casefold()
    if match := _IN_BRACKETS.search(label):
        return match[1]
    if "percentage" in label or label.startswith("%") or any("%" in cell.raw for cell in found):
        return "%"
    if "aantal" in label:
        return "aantal"
    told = [cell for cell in found if not _UNKNOWN.match(cell.raw)]
    if told and all(_YES_NO.match(cell.raw) or _DROPPED.search(cell.raw) or cell.value is None for cell in told):
        return "ja/nee"
    return None


def _newest(cells: tuple[Cell, ...]) -> Cell:
    return max(cells, key=lambda cell: cell.period)
