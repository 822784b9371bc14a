"""The columns of the sheet of a table: what the judge needs stands first, the rest is tucked away behind a plus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.table_sheets import column_letter
from beleidsspoor.graph.proposal.form import BEFORE, BEHIND, EVIDENCE, FOLLOWING, NAMES, REASON, SEEN
from beleidsspoor.graph.proposal.model import ProposedRow
from beleidsspoor.graph.register.schema import Column, Kind, Table
from beleidsspoor.graph.terms import BS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Widths in signs, so that the whole fits on A4 and can be read; other columns are as wide as what is in them.
_WIDTHS = {
    "oordeel": 9, "stand": 10, "naam": 28, "titel": 40, "hangt onder": 26, "passage": 46, "blz": 6, "regels": 9,
    "zekerheid": 14, "let op": 26, "verschil": 26, "reden": 32,
}  # fmt: skip
_WIDEST = 18
#: A sheet that would be wider than this is printed too small to read; then these widths hold, and all are narrower.
_PAPER = 200
_NARROW = {**_WIDTHS, "naam": 24, "hangt onder": 16, "passage": 36, "let op": 20, "verschil": 20}
_NARROWEST = 16
#: Margins at the left and right of the paper, in inches: room for columns.
_MARGIN = 0.4
#: References that say where a row stands, or what the column 'hangt onder' tells by name.
_TOLD_OTHERWISE = frozenset((f"{BS}document", f"{BS}vindplaats", f"{BS}uitgewerktIn", f"{BS}onderdeelVan"))
_OF_THE_PROGRAM = frozenset(("id", "bestand", "sha256"))


@dataclass(frozen=True)
class Layout:
    """The headings of a sheet: those in sight and those tucked away. `heads` are all, as they stand in the sheet."""

    shown: tuple[str, ...]
    tucked: tuple[str, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """All headings in order; the last is of the column that is always hidden."""
        return (*self.shown, *self.tucked, SEEN)


def lay_out(table: Table, rows: Sequence[ProposedRow]) -> Layout:
    """Where each column of the sheet of a table goes, by what these rows hold.

    The judgement, the name and the evidence come first, then what the register asks and the rows tell. Ids, places
    and what is empty are tucked away.
    """
    own = [column.name for column in table.columns]
    filled = {name for row in rows for name in _filled(row)}
    wanted = [column.name for column in table.columns if column.name in filled or column.required]
    # What the judge must still fill in cannot be tucked away.
    to_fill = {column.name for column in table.columns if column.required and _is_open(column.name, rows)}
    hidden = {column.name for column in table.columns if _is_technical(column, table)} - to_fill
    name = [each for each in own if each in NAMES]
    content = [each for each in wanted if each not in (*name, *hidden)]
    told = [each for each in (*EVIDENCE, *BEHIND) if each in filled]
    shown = (
        *BEFORE, *name, *(each for each in EVIDENCE if each in told), *content,
        *(each for each in BEHIND if each in told),
    )  # fmt: skip
    everything = (*own, *EVIDENCE, *BEHIND, REASON)
    return Layout(shown, tuple(each for each in everything if each not in shown))


def set_columns(sheet: Worksheet, layout: Layout) -> None:
    """Give the columns their widths, tuck away those that the judge does not need, and hide the last."""
    from openpyxl.worksheet.properties import Outline

    dimensions = [sheet.column_dimensions[column_letter(at)] for at in range(1, len(layout.heads) + 1)]
    widths = {head: each.width for head, each in zip(layout.heads, dimensions, strict=True)}
    fitting = {head: _WIDTHS.get(head) or min(width, _WIDEST) for head, width in widths.items()}
    if sum(fitting[head] for head in layout.shown) > _PAPER:
        fitting = {head: _NARROW.get(head) or min(width, _NARROWEST) for head, width in widths.items()}
    for head, dimension in zip(layout.heads, dimensions, strict=True):
        dimension.width = fitting[head]
        if head in layout.tucked:
            dimension.outlineLevel, dimension.hidden = 1, True
    # The plus then stands above the last column in sight, and not above the one that stays hidden.
    sheet.sheet_properties.outlinePr = Outline(summaryRight=False)
    sheet.column_dimensions[column_letter(len(layout.shown))].collapsed = bool(layout.tucked)
    sheet.column_dimensions[column_letter(len(layout.heads))].hidden = True
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN


def _filled(row: ProposedRow) -> set[str]:
    told = {"hangt onder": row.above, "let op": row.remarks, "verschil": row.differences}
    filled = {*row.cells, *(head for head, value in told.items() if value)}
    if row.evidence is not None:
        filled |= {*EVIDENCE[1:], REASON} - ({"blz"} if row.evidence.page is None else set())
    return filled


def _is_open(name: str, rows: Sequence[ProposedRow]) -> bool:
    """Whether a row has nothing in a column."""
    return any(name not in row.cells for row in rows)


def _is_technical(column: Column, table: Table) -> bool:
    """Whether a column is for the program, or says by an id what another column says by name."""
    if column.name in _OF_THE_PROGRAM or column.name == FOLLOWING.get(table.name):
        return True
    return column.kind is Kind.REFERENCE and column.path in _TOLD_OTHERWISE
