"""Reading an edited workbook back: the rows of its sheets as they stand there, and what cannot be placed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.excel.cell_text import straight
from beleidsspoor.graph.excel.choice_lists import LISTS
from beleidsspoor.graph.excel.opening import merged_cells, open_workbook
from beleidsspoor.graph.excel.table_sheets import cell_name, heading, sheet_name
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.register.schema import Schema, Table
from beleidsspoor.graph.werkboek.baseline import Baseline, read_baseline
from beleidsspoor.graph.werkboek.form import COLUMNS, FACTS, GUIDE, NAMES, ROWS

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

#: How far down the headings may stand, for who puts a line above them.
_HEADS_WITHIN = 10
#: A program that fills empty rows does not keep us busy.
_MOST_ROWS = 200_000
_OWN_SHEETS = frozenset((GUIDE, COLUMNS, FACTS, NAMES, ROWS, LISTS))
_OTHER = (
    "Is het een voorstel van 'beleidsspoor lees'? Neem het dan over met 'beleidsspoor neem-over'. Maak anders met "
    "'beleidsspoor werkboek' een nieuw werkboek."
)


@dataclass(frozen=True)
class SheetCell:
    """A cell that holds something, as openpyxl gives it."""

    value: object
    data_type: str


@dataclass(frozen=True)
class SheetRow:
    """A row of the sheet of a table. `columns` are the positions (from 1) of the columns that the sheet has."""

    table: Table
    number: int
    cells: dict[str, SheetCell]
    columns: dict[str, int]

    @property
    def id(self) -> str:
        """What stands in the cell of the id; empty when nothing does."""
        cell = self.cells.get("id")
        return str(cell.value).strip() if cell is not None else ""

    def place(self, file: str, column: str | None = None) -> str:
        """Where a cell of this row stands, or the row, as a person finds it in the workbook."""
        where = f"rij {self.number}"
        if column in self.columns:
            where = f"cel {cell_name(self.number, self.columns[column])}"
        return f"{file}, blad {sheet_name(self.table)}, {where}"


@dataclass(frozen=True)
class EditedWorkbook:
    """A workbook that was read back.

    `rows` has every table whose sheet could be read; `notes` tell in Dutch what was left.
    """

    file: str
    baseline: Baseline
    rows: dict[str, list[SheetRow]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_workbook(path: Path, schema: Schema) -> tuple[EditedWorkbook, list[Fault]]:
    """The rows of an edited workbook, and what is wrong with its sheets; its cells are not judged yet.

    Raises InputFaults when the file is no workbook of ours at all, or broken.
    """
    merged = merged_cells(path)
    with open_workbook(path) as workbook:
        baseline = read_baseline(workbook)
        if baseline is None:
            refuse(path, "Dit is geen werkboek van deze versie van beleidsspoor.", _OTHER)
        reader = _Reader(EditedWorkbook(path.name, baseline), schema, merged)
        for sheet in workbook.worksheets:
            reader.sheet(sheet)
    reader.missing_sheets()
    return reader.read, reader.faults


class _Reader:
    def __init__(self, read: EditedWorkbook, schema: Schema, merged: dict[str, list[str]]) -> None:
        self.read = read
        self.faults: list[Fault] = []
        self._schema, self._merged = schema, merged
        self._tables = {sheet_name(table).casefold(): table for table in schema.tables.values()}
        self._strange: list[str] = []
        self._headless: set[str] = set()

    def sheet(self, sheet: ReadOnlyWorksheet) -> None:
        """Read the rows of one sheet; a sheet of no table is noted."""
        title = sheet.title.strip()
        table = self._tables.get(title.casefold())
        if table is None:
            if title not in _OWN_SHEETS:
                self._strange.append(title)
                note = f"Het blad '{title}' is geen tabel van het register en is niet overgenomen."
                self.read.notes.append(note)
            return
        rows: list[SheetRow] = []
        # Some programs write a wrong size of the sheet into the file.
        sheet.reset_dimensions()
        columns: dict[str, int] = {}
        top = 0
        for number, row in enumerate(sheet.rows, start=1):
            if number > _MOST_ROWS:
                self._tell(table, f"Dit blad heeft meer dan {_MOST_ROWS} rijen.", "Haal lege rijen weg.")
                break
            if columns:
                rows.extend(_row(table, number, row, columns))
            elif number <= _HEADS_WITHIN:
                columns, top = self._heads(table, row), number
        if columns:
            self.read.rows[table.name] = rows
            self._check_merged(table, sheet.title, columns, top)
        else:
            self._headless.add(table.name)
            self._tell(table, "De koppen van dit blad zijn niet te vinden.", "Zet de regel met de koppen terug.")

    def missing_sheets(self) -> None:
        """Tell of every table that had rows and has no sheet now."""
        for name, rows in self.read.baseline.rows.items():
            table = self._schema.tables.get(name)
            if table is None or not rows or name in self.read.rows or name in self._headless:
                continue
            near = next((title for title in self._strange if _plain(sheet_name(table)) in _plain(title)), None)
            near = near or closest(sheet_name(table), self._strange)
            advice = f"Heet het nu '{near}'? Geef het zijn naam terug." if near else "Zet het blad terug."
            advice += " Wilt u de rijen weghalen, haal dan de rijen weg en niet het blad."
            self._tell(table, "Dit blad ontbreekt.", advice)

    def _heads(self, table: Table, row: tuple[object, ...]) -> dict[str, int]:
        """The columns of the table by their position; empty when this row has no headings."""
        texts = {at: text for at, cell in enumerate(row, start=1) if (text := _text(cell))}
        wanted = {_plain(heading(column)): column.name for column in table.columns}
        found: dict[str, int] = {}
        strange: list[str] = []
        twice: list[str] = []
        for at, text in texts.items():
            name = wanted.get(_plain(text))
            if name is None:
                strange.append(text)
            elif name in found:
                twice.append(text)
            else:
                found[name] = at
        if "id" not in found or (len(found) < 2 and len(wanted) > 1):
            return {}
        for text in twice:
            self._tell(table, f"De kolom '{text}' staat er meer dan één keer.", "Laat er één staan.")
        for name in self.read.baseline.columns.get(table.name, ()):
            column = table.column(name)
            if column is not None and name not in found:
                near = closest(heading(column), strange)
                advice = f"Heet die kolom nu '{near}'? " if near else ""
                self._tell(table, f"De kolom '{heading(column)}' ontbreekt.", f"{advice}Zet de kolom terug.")
        if strange:
            names = ", ".join(f"'{text}'" for text in strange)
            told = f"wat in {names} staat, hoort niet bij het register en is niet overgenomen."
            self.read.notes.append(f"Blad {sheet_name(table)}: {told}")
        return found

    def _check_merged(self, table: Table, title: str, columns: dict[str, int], top: int) -> None:
        from openpyxl.worksheet.cell_range import CellRange

        for each in self._merged.get(title, ()):
            area = CellRange(each)
            if area.max_row > top and any(area.min_col <= at <= area.max_col for at in columns.values()):
                message = f"De cellen {each} zijn samengevoegd: wat in elke cel hoort, is niet te zien."
                advice = "Hef de samenvoeging op en vul elke cel in."
                where = f"{self.read.file}, blad {sheet_name(table)}, cel {cell_name(area.min_row, area.min_col)}"
                self.faults.append(Fault(where, None, None, message, advice))

    def _tell(self, table: Table, message: str, advice: str) -> None:
        self.faults.append(Fault(f"{self.read.file}, blad {sheet_name(table)}", None, None, message, advice))


def _row(table: Table, number: int, row: tuple[object, ...], columns: dict[str, int]) -> Iterator[SheetRow]:
    """The row, unless its cells hold nothing."""
    cells = {}
    for name, at in columns.items():
        cell = row[at - 1] if at <= len(row) else None
        value = getattr(cell, "value", None)
        if value is not None and not (isinstance(value, str) and not value.strip()):
            cells[name] = SheetCell(value, getattr(cell, "data_type", ""))
    if cells:
        yield SheetRow(table, number, cells, columns)


def _text(cell: object) -> str:
    value = getattr(cell, "value", None)
    return "" if value is None else str(value).strip()


def _plain(text: str) -> str:
    """A heading as it is looked up: also by the name of the column in the file."""
    return straight(text.replace("_", " "))
