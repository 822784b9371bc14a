"""The register of one ruimte as an Excel workbook: a sheet for every table, ready to be worked in."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.choice_lists import LISTS, ChoiceLists
from beleidsspoor.graph.excel.row_heights import fit_heights
from beleidsspoor.graph.excel.sheets import make_up, new_workbook, put, put_date, put_heads, save
from beleidsspoor.graph.excel.table_sheets import column_letter, explain, heading, sheet_name
from beleidsspoor.graph.register.reading import Register
from beleidsspoor.graph.register.schema import Column, Kind, Table
from beleidsspoor.graph.store import natural
from beleidsspoor.graph.werkboek.baseline import Baseline, baseline_of, keep_baseline
from beleidsspoor.graph.werkboek.explaining import explanation
from beleidsspoor.graph.werkboek.form import COLUMNS, GUIDE, ROWS_TO_ADD
from beleidsspoor.graph.werkboek.guide import write_columns, write_guide
from beleidsspoor.graph.werkboek.showing import Shown, format_of, show

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Columns up to this one stay in sight, when they leave room for others.
_NAMES_A_ROW = ("naam", "titel")
_WIDEST_IN_SIGHT = 75
#: The tab of a sheet without rows.
_EMPTY_TAB = "BFC5CE"
#: The widest column of codes; the widest that prints well on A4, and the widest column of a sheet that does not.
_CODE_WIDTH, _ONE_PAGE, _WIDE_TABLE_WIDTH = 26, 180, 34
_A3 = 8


def write_workbook(register: Register, ruimte: str) -> bytes:
    """The tables of a ruimte as the bytes of an .xlsx file. The same register gives the same bytes.

    Every table has a sheet, also one that the ruimte does not have: then it has headings only, and stands behind the
    others. The register must have no faults of reading.
    """
    baseline = baseline_of(register, ruimte)
    workbook = new_workbook()
    guide = workbook.active
    assert guide is not None
    guide.title = GUIDE
    tables = sorted(register.schema.tables.values(), key=lambda table: not baseline.rows[table.name])
    note = f"Werkboek van {ruimte}, register {register.version}."
    lists = ChoiceLists(workbook.create_sheet(LISTS))
    offered = _Offered(register, baseline)
    for table in tables:
        _table_sheet(workbook.create_sheet(sheet_name(table)), table, baseline, lists, offered, note)
    write_guide(guide, tables, baseline, note)
    write_columns(workbook.create_sheet(COLUMNS, index=1), tables, register.schema, note)
    keep_baseline(workbook, baseline)
    workbook.move_sheet(LISTS, len(workbook.sheetnames))
    workbook[LISTS].sheet_state = "hidden"
    return save(workbook)


class _Offered:
    """The names that a column of references offers, by the class that it refers to."""

    def __init__(self, register: Register, baseline: Baseline) -> None:
        self._register, self._baseline = register, baseline
        self._names: dict[str, tuple[str, ...]] = {}

    def names(self, target: str) -> tuple[str, ...]:
        """The names of the rows of a class, as a person looks them up."""
        if target not in self._names:
            rows = self._register.by_reference
            schema = self._register.schema
            fitting = (
                name
                for reference, name in self._baseline.names.items()
                if schema.is_a(rows[reference].table.class_iri, target)
            )
            self._names[target] = tuple(sorted(fitting, key=lambda name: natural(name.casefold())))
        return self._names[target]


def _table_sheet(
    sheet: Worksheet, table: Table, baseline: Baseline, lists: ChoiceLists, offered: _Offered, note: str
) -> None:
    rows = list(baseline.rows[table.name].values())
    heads = [heading(column) for column in table.columns]
    put_heads(sheet, 1, heads)
    texts = []
    for number, column in enumerate(table.columns, start=1):
        shown = [show(row.get(column.name, ""), column, baseline.ruimte, baseline.names) for row in rows]
        for row_number, value in enumerate(shown, start=2):
            _put(sheet, row_number, number, value, format_of(column))
        texts.append([_seen(value) for value in shown])
        explain(sheet, number, explanation(column))
        sheet.column_dimensions[column_letter(number)].number_format = format_of(column)
        _offer(sheet, column_letter(number), len(rows) + 1 + ROWS_TO_ADD, table, column, lists, offered)
    make_up(sheet, heads, texts, table.title, note)
    _set_widths(sheet, table)
    sheet.freeze_panes = f"{column_letter(_in_sight(sheet, table) + 1)}2"
    fit_heights(sheet)
    # On paper nothing else shows where a cell ends.
    sheet.print_options.gridLines = True
    if not rows:
        sheet.sheet_properties.tabColor = _EMPTY_TAB


def _put(sheet: Worksheet, row: int, column: int, shown: Shown | None, empty_format: str) -> None:
    if shown is None:
        sheet.cell(row, column).number_format = empty_format
    elif isinstance(shown.value, datetime.date):
        put_date(sheet, row, column, shown.value)
    else:
        put(sheet, row, column, shown.value)
        sheet.cell(row, column).number_format = shown.format


def _seen(shown: Shown | None) -> str:
    return "" if shown is None else str(shown.value)


def _offer(
    sheet: Worksheet, letter: str, last: int, table: Table, column: Column, lists: ChoiceLists, offered: _Offered
) -> None:
    """A drop-down for lists and references. Only a list is closed: a reference may be to a row that is new."""
    if column.kind is Kind.BOOLEAN:
        lists.offer(sheet, letter, last, "ja of nee", ("ja", "nee"))
    elif column.kind is Kind.CHOICE:
        lists.offer(sheet, letter, last, f"{table.name} {column.name}", tuple(column.choices), only=not column.many)
    elif column.kind is Kind.REFERENCE and column.target:
        lists.offer(sheet, letter, last, column.target, offered.names(column.target), only=False)


def _set_widths(sheet: Worksheet, table: Table) -> None:
    """Keep ids and checksums narrow, and all columns of a sheet that would be too wide to print; that one is A3."""
    widths = [sheet.column_dimensions[column_letter(at)] for at in range(1, len(table.columns) + 1)]
    for column, dimension in zip(table.columns, widths, strict=True):
        if column.kind in (Kind.IRI, Kind.TEXT):
            dimension.width = min(dimension.width, _CODE_WIDTH)
    if sum(dimension.width for dimension in widths) > _ONE_PAGE:
        sheet.page_setup.paperSize = _A3
        for dimension in widths:
            dimension.width = min(dimension.width, _WIDE_TABLE_WIDTH)


def _in_sight(sheet: Worksheet, table: Table) -> int:
    """How many columns stay in sight: up to the name of the row, or the id alone."""
    names: Sequence[str] = [column.name for column in table.columns]
    until = next((names.index(name) + 1 for name in _NAMES_A_ROW if name in names), 1)
    width = sum(sheet.column_dimensions[column_letter(number)].width for number in range(1, until + 1))
    return until if width <= _WIDEST_IN_SIGHT else 1
