"""Tables of money: every row of lasten, baten and saldo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidsspoor.graph.documents.model import Table
from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import LIKELY, SURE
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.scope import Place
from beleidsspoor.graph.recognise.tables.periods import find_periods, read_cells, with_kinds

_AMOUNTS = re.compile(r"bedragen|x\s*€|€\s*\d|\bin euro|1\.000", re.IGNORECASE)
#: What tells by itself, over a table, that all its figures are money.
_ALL_MONEY = re.compile(r"bedragen|[x*]\s*€|€\s*1\.000|[x*]\s*1\.000|\bin (?:duizenden )?euro", re.IGNORECASE)
_CAPTION = 160
_LETTERS = re.compile(r"[^\W\d_]{3}")
_IN_EUROS = re.compile(r"^€\s*[\d.]{3,}")
#: An amount that is still to come: pro memorie.
_LATER = re.compile(r"p\.?m\.?$", re.IGNORECASE)
#: The number of a taakveld, with a dash to its name: '7.2-Jeugdhulp'.
_DASHED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}[a-z]?)?)-(?=[A-ZÀ-Þ])")
_TOTAL = re.compile(r"^totaal\b|^totale\b", re.IGNORECASE)


def is_money(context: Context, node: Node, place: Place) -> bool:
    """True for a table with periods whose rows or heading speak of lasten, baten, saldo or bedragen."""
    table = node.table
    if table is None or not table.rows or not _has_periods(context, table):
        return False
    named = sum(1 for row in table.rows if context.cues.row(row.cells[0]) is not None)
    column = _name_column(context, table)
    totals = any(_TOTAL.match(row.cells[column]) for row in table.rows[1:])
    measured = any((cue := context.cues.column(cell)) and cue.kind == "indicator" for cell in table.rows[0].cells)
    costs = any((cue := context.cues.column(row.cells[0])) and cue.kind == "bedrag" for row in table.rows[:2])
    if named >= 2 or costs or (totals and not measured):
        return True
    over = " ".join(cell for row in table.rows[:3] if row.header for cell in row.cells) + " " + (table.caption or "")
    heads = " ".join(cell for row in table.rows[:3] for cell in row.cells) + " " + (table.caption or "")
    before = context.nodes[node.index - 1].text if node.index else ""
    if _ALL_MONEY.search(over) or (len(before) <= _CAPTION and _ALL_MONEY.search(before)):
        return True
    if len(before) <= _CAPTION and context.cues.row(before) is not None:
        return True
    announced = place.scope is not None and place.scope.kind == "budget"
    in_euros = bool(_AMOUNTS.search(heads) or _AMOUNTS.search(before))
    return announced or (named == 1 and in_euros) or _IN_EUROS.search(table.rows[-1].cells[-1]) is not None


def recognise_money(context: Context) -> Iterator[Draft]:
    """A draft for every row with figures of a table of money."""
    for node, place in zip(context.nodes, context.places, strict=True):
        if node.table is None or not is_money(context, node, place):
            continue
        column = _name_column(context, node.table)
        kind: str | None = None
        group: str | None = None
        for at, row in enumerate(node.table.rows):
            label = _DASHED.sub(r"\1 ", row.cells[column].strip() or row.cells[0].strip())
            own = context.cues.row(label)
            if row.is_group:
                group, kind = label, own.kind if own else None
                continue
            heads = node.table.heads(at) if any(node.table.heads(at)) else node.table.rows[0].cells
            cells = read_cells(row.cells, with_kinds(find_periods(heads, context.cues), money=True))
            if row.header or not label or not any(cell.value is not None or _LATER.match(cell.raw) for cell in cells):
                continue
            line = replace(node, first=row.span.first, last=row.span.last, page=row.span.page, text=label)
            found = draft(
                "budget",
                line,
                "Rij van een tabel met lasten, baten of saldo.",
                certainty=SURE if own or kind else LIKELY,
            )
            if own is not None and own.kind == "saldo":
                group = None
            found.change(cells=cells, group=group, money_kind=own.kind if own else kind)
            found.hint = None if own or _TOTAL.match(label) else label
            if own and (goal := context.cues.labelled(heads[0])) is not None and goal.number:
                # 'Doelstelling 2.1 Langer thuis' over the years: the rows are the money of that goal.
                found.hint, found.row = heads[0], True
            yield found
            if _TOTAL.match(label):
                group = None


def _name_column(context: Context, table: Table) -> int:
    """The column that says what a row is about: the first before the years whose cells are words."""
    heads = (table.heads(at) for at in range(len(table.rows)))
    periods = next((found for found in (find_periods(each, context.cues) for each in heads) if found), [])
    rows = [row for row in table.rows if not row.header and not row.is_group]
    for column in range(min((period.column for period in periods), default=1)):
        if sum(1 for row in rows if _LETTERS.search(row.cells[column])) * 2 >= len(rows):
            return column
    return 0


def _has_periods(context: Context, table: Table) -> bool:
    return any(find_periods(row.cells, context.cues) for row in table.rows[:3])
