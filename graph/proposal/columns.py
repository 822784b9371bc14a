"""The columns of the sheet of a table: what the judge needs stands first, the rest is tucked away behind a plus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.table_sheets import column_letter
from beleidsspoor.graph.proposal.form import BEFORE, BEHIND, EVIDENCE, FOLLOWING, NAMES, PASSAGE, PROPOSED, REASON, SEEN
from beleidsspoor.graph.proposal.model import ProposedRow
from beleidsspoor.graph.proposal.paper import fit_on_paper
from beleidsspoor.graph.register.schema import Column, Kind, Table
from beleidsspoor.graph.terms import BS, PREFIXES

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: A tucked away column is no wider than this when it is opened.
_WIDEST_TUCKED = 18
#: References that say where a row stands, or what the column 'hangt onder' tells by name.
_TOLD_OTHERWISE = frozenset((
    f"{BS}document", f"{BS}vindplaats", f"{BS}uitgewerktIn", f"{BS}onderdeelVan", f"{BS}vermeldWat",
    f"{PREFIXES['rdf']}subject", f"{PREFIXES['rdf']}object",
))  # fmt: skip
ALWAYS_HIDDEN = (PROPOSED, SEEN)
_OF_THE_PROGRAM = frozenset(("id", "bestand", "sha256"))


@dataclass(frozen=True)
class Layout:
    """The headings of a sheet: those in sight and those tucked away. `heads` are all, as they stand in the sheet.

    `printed` says how many of those in sight go on paper, from the first.
    """

    shown: tuple[str, ...]
    tucked: tuple[str, ...]
    printed: int

    @property
    def heads(self) -> tuple[str, ...]:
        """All headings in order; those of the columns that are always hidden come last."""
        return (*self.shown, *self.tucked, *ALWAYS_HIDDEN)


def lay_out(table: Table, rows: Sequence[ProposedRow]) -> Layout:
    """Where each column of the sheet of a table goes, by what these rows hold.

    The judgement, the name and the evidence come first, then what the register asks and the rows tell. Ids, places
    and what is empty are tucked away. Of a figure the passage stands last and is not printed: it is that of the
    indicator or money row, which is judged first.
    """
    own = [column.name for column in table.columns]
    filled = {name for row in rows for name in _filled(row)}
    wanted = [column.name for column in table.columns if column.name in filled or column.required]
    # What the judge must still fill in cannot be tucked away.
    to_fill = {column.name for column in table.columns if column.required and _is_open(column.name, rows)}
    hidden = {column.name for column in table.columns if _is_technical(column, table)} - to_fill
    name = [each for each in own if each in NAMES]
    content = [each for each in wanted if each not in (*name, *hidden)]
    last = [PASSAGE] if table.name in FOLLOWING and PASSAGE in filled else []
    evidence = [each for each in EVIDENCE if each in filled and each not in last]
    shown = (*BEFORE, *name, *evidence, *content, *(each for each in BEHIND if each in filled), *last)
    everything = (*own, *EVIDENCE, *BEHIND, REASON)
    return Layout(shown, tuple(each for each in everything if each not in shown), len(shown) - len(last))


def set_columns(sheet: Worksheet, layout: Layout) -> None:
    """Give the columns their widths, tuck away those that the judge does not need, and hide those of the program."""
    from openpyxl.worksheet.properties import Outline

    for at, head in enumerate(layout.heads, start=1):
        dimension = sheet.column_dimensions[column_letter(at)]
        if head in layout.tucked:
            dimension.width = min(dimension.width, _WIDEST_TUCKED)
            dimension.outlineLevel, dimension.hidden = 1, True
        elif head in ALWAYS_HIDDEN:
            dimension.hidden = True
    # The plus then stands above the last column in sight, and not above one that stays hidden.
    sheet.sheet_properties.outlinePr = Outline(summaryRight=False)
    sheet.column_dimensions[column_letter(len(layout.shown))].collapsed = bool(layout.tucked)
    fit_on_paper(sheet, layout.printed if layout.printed < len(layout.shown) else None)


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
