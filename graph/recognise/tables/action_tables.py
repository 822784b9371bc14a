"""Tables of goals and actions: 'Nr | Inspanning | Trekker | Planning'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidsspoor.graph.documents.model import Table
from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import RANKS, SURE
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.tables.periods import find_periods, number_in
from beleidsspoor.graph.recognise.tables.row_goals import goal_cell
from beleidsspoor.graph.recognise.wording import same_label

_NUMBERED = re.compile(r"^((?:[A-Z]{1,2}\d?\s)?[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)[.)]?\s+[-–]?\s*(?=\S)")
#: The number of a goal, or a few: 'D1', '1.2', '1 en 3'.
_REFERENCE = re.compile(
    r"(?:[A-Z]{1,3}\s?)?\d{1,2}(?:\.\d{1,2}){0,3}(?:\s*(?:,|en|&|/)\s*(?:[A-Z]{1,3}\s?)?\d{1,2}(?:\.\d{1,2})*)*"
)
#: A table with so many columns for years is one of figures.
_PERIODS = 2
_YEARS = re.compile(r"\b20\d\d\b")


def recognise_action_tables(context: Context) -> Iterator[Draft]:
    """A draft for every goal and action in a table whose headings name them; what stands left holds what is right."""
    for node in context.nodes:
        if node.table is None:
            continue
        heads, begin, columns = goal_columns(node.table, context.cues)
        if columns:
            yield from _rows(node, node.table, heads, begin, columns, context.cues)


def goal_columns(table: Table, cues: CueTable) -> tuple[tuple[str, ...], int, list[tuple[int, str]]]:
    """The headings of a table of goals and actions, the index of its first row, and its columns with the kind of each.

    No columns when it is another table: one with indicators or years, or with figures where goals should stand.
    """
    heads, begin = _heads(table, cues)
    found = [(at, cue.kind) for at, head in enumerate(heads) if (cue := cues.column(head)) is not None]
    if any(kind == "indicator" for _, kind in found) or len(find_periods(heads, cues)) >= _PERIODS:
        return heads, begin, []
    columns = [(at, kind) for at, kind in found if kind in RANKS and not _refers(table, at, begin)]
    if not columns and {"trekker", "planning"} <= {kind for _, kind in found}:
        # Who and when: the first column that says something else is what they do.
        known = {at for at, _ in found}
        columns = [(at, "actie") for at in range(len(heads)) if at not in known][:1]
    figures = any(number_in(row.cells[at]) is not None for row in table.rows[begin : begin + 3] for at, _ in columns)
    return heads, begin, [] if figures else columns


def _refers(table: Table, column: int, begin: int) -> bool:
    """True for a column of goals that holds nothing but their numbers: 'D1', '1.2'."""
    cells = [row.cells[column].strip() for row in table.rows[begin:] if not row.is_group]
    told = [cell for cell in cells if cell]
    return bool(told) and all(_REFERENCE.fullmatch(cell) for cell in told)


def _heads(table: Table, cues: CueTable) -> tuple[tuple[str, ...], int]:
    """The last of the first two rows that holds headings, and the index of the row below it."""
    for at, row in reversed(list(enumerate(table.rows[:2]))):
        if sum(1 for cell in row.cells if cues.column(cell) is not None) >= 2:
            return row.cells, at + 1
    return (), 0


def _rows(
    node: Node, table: Table, heads: tuple[str, ...], begin: int, columns: list[tuple[int, str]], cues: CueTable
) -> Iterator[Draft]:
    latest: dict[int, Draft] = {}
    referring = tuple(at for at in range(len(heads)) if _refers(table, at, begin))
    for row in table.rows[begin:]:
        # A reader may take 'Training | Sportservice | najaar 2025' for a header that moved.
        if row.header and any(cues.column(cell) is not None for cell in row.cells):
            continue
        for at, kind in columns:
            text = row.cells[at].strip()
            if not text or (at in latest and same_label(latest[at].finding.label, _split(text)[1])):
                continue
            number, label = _split(text)
            at, kind = _column_of(number, at, columns, latest) or (at, kind)
            line = replace(node, first=row.span.first, last=row.span.last, page=row.span.page)
            found = draft(kind, line, f"Staat in de kolom ‘{heads[at]}’.", label=label, number=number, certainty=SURE)
            found.change(**_details(row.cells, heads, kind, cues))
            found.row = True
            found.hint = goal_cell(row.cells, heads, cues, referring) if kind == "actie" else None
            found.outer = next((latest[left] for left, _ in reversed(columns) if left < at and left in latest), None)
            latest = {left: item for left, item in latest.items() if left < at}
            latest[at] = found
            yield found


def _column_of(
    number: str | None, at: int, columns: list[tuple[int, str]], latest: dict[int, Draft]
) -> tuple[int, str] | None:
    """The column on the right, for '1.1.2' that slid under goal 1.1 because the cell before it was empty."""
    above = latest[at].finding.number if at in latest else None
    right = next((column for column in columns if column[0] > at), None)
    return right if above and number and number.startswith(f"{above}.") else None


def _split(text: str) -> tuple[str | None, str]:
    match = _NUMBERED.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)


def _details(cells: tuple[str, ...], heads: tuple[str, ...], kind: str, cues: CueTable) -> dict[str, object]:
    details: dict[str, object] = {}
    for cell, head in zip(cells, heads, strict=True):
        cue = cues.column(head)
        if cue is None or not cell.strip():
            continue
        if cue.kind == "nummer" and kind == "actie":
            details["number"] = cell.strip().rstrip(".")
        elif cue.kind == "trekker" and kind == "actie":
            details["doer"] = cell.strip()
        elif cue.kind == "planning" and kind == "actie":
            details["years"] = tuple(sorted({int(year) for year in _YEARS.findall(cell)}))
        elif cue.kind == "bedrag" and kind == "actie":
            details["amount"] = cell.strip()
    return details
