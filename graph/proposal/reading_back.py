"""Reading a judged workbook back: its rows with their judgement, and everything that cannot be read, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.excel.cell_text import text_of
from beleidsspoor.graph.excel.opening import open_workbook
from beleidsspoor.graph.excel.table_sheets import column_letter, sheet_name
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.proposal.form import (
    FACT_FORM,
    FACT_RUIMTE,
    FACTS,
    FORM,
    JUDGEMENT,
    JUDGEMENTS,
    PLACES,
    PROPOSED,
    SEEN,
)
from beleidsspoor.graph.register.cells import closest, shorten
from beleidsspoor.graph.register.schema import Schema, Table

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    AnyCell = Cell | MergedCell

#: How far down the headings may stand, for who puts a line above them.
_HEADS_WITHIN = 10
#: No sheet of a proposal has more rows than this; a program that fills empty rows does not keep us busy.
_MOST_ROWS = 100_000
_AGAIN = (
    "Maak met 'beleidsspoor lees' een nieuw voorstel. Is het een werkboek met het hele register, geef dan "
    "'beleidsspoor werkboek --neem-over'."
)


@dataclass(frozen=True)
class JudgedRow:
    """One row of a sheet. `judgement` is ja, nee, later or empty; `texts` are the cells of the register's columns.

    `seen` and `proposed` are what the proposal kept of the row: the fingerprint of the register's, and of each cell as
    it was proposed. `id_given` says that the judge left the id empty: see `added_rows`.
    """

    table: str
    number: int
    texts: dict[str, str]
    judgement: str
    seen: str
    letters: dict[str, str]
    proposed: str = ""
    id_given: bool = False

    def place(self, file: str, sheet: str, column: str | None) -> str:
        """Where a cell of this row stands, as a person finds it in the workbook."""
        letter = self.letters.get(column or "")
        return f"{file}, blad {sheet}, " + (f"cel {letter}{self.number}" if letter else f"rij {self.number}")


@dataclass(frozen=True)
class JudgedWorkbook:
    """A workbook that was read back."""

    file: str
    ruimte: str
    rows: tuple[JudgedRow, ...]


def read_workbook(path: Path, schema: Schema) -> tuple[JudgedWorkbook, list[Fault]]:
    """The rows of a judged workbook, and every fault of its cells.

    Raises InputFaults when the file is no proposal at all: another kind of file, broken, too big, another form.
    """
    with open_workbook(path) as workbook:
        reader = _Reader(path.name, schema)
        ruimte = reader.ruimte(path, workbook)
        rows = [row for sheet in workbook.worksheets for row in reader.sheet(sheet)]
    return JudgedWorkbook(path.name, ruimte, tuple(rows)), reader.faults


class _Reader:
    """Reads sheets, and collects what is wrong with their cells."""

    def __init__(self, file: str, schema: Schema) -> None:
        self.faults: list[Fault] = []
        self._file = file
        self._tables = {sheet_name(table).casefold(): table for table in schema.tables.values()}

    def ruimte(self, path: Path, workbook: Workbook) -> str:
        """The ruimte that the proposal was made for. Raises InputFaults when this is no proposal of ours."""
        facts: dict[str, str] = {}
        if FACTS in workbook.sheetnames:
            for row in workbook[FACTS].iter_rows(max_row=_HEADS_WITHIN, max_col=2):
                if len(row) == 2:
                    facts[str(row[0].value)] = str(row[1].value)
        if facts.get(FACT_FORM) != FORM or not facts.get(FACT_RUIMTE):
            refuse(path, "Dit is geen voorstel van deze versie van beleidsspoor.", _AGAIN)
        return facts[FACT_RUIMTE]

    def sheet(self, sheet: ReadOnlyWorksheet) -> Iterator[JudgedRow]:
        """The rows of one sheet that hold anything; none when it is no sheet of a table."""
        table = self._tables.get(sheet.title.casefold().strip())
        # Some programs write a wrong size of the sheet into the file.
        sheet.reset_dimensions()
        heads: dict[int, str] = {}
        for number, row in enumerate(sheet.rows, start=1):
            if number > _MOST_ROWS:
                self._tell(sheet.title, None, f"Dit blad heeft meer dan {_MOST_ROWS} rijen.", "Haal lege rijen weg.")
                return
            if heads and table is not None:
                yield from self._row(table, sheet.title, number, row, heads)
            elif number <= _HEADS_WITHIN:
                heads = self._heads(table, sheet.title, row)
                if heads and table is None:
                    self._unknown(sheet.title)
                    return
        if table is not None and not heads:
            message = "De koppen van dit blad zijn niet te vinden."
            self._tell(sheet.title, None, message, "Zet de regel met de koppen terug bovenaan.")

    def _heads(self, table: Table | None, sheet: str, row: tuple[AnyCell, ...]) -> dict[int, str]:
        """The headings by the position of their column; empty when this row has none."""
        texts = {at: str(cell.value).strip() for at, cell in enumerate(row) if cell.value is not None}
        found = set(texts.values())
        needed = {"id"} if table is not None and table.name == PLACES else {"id", JUDGEMENT}
        if not needed <= found:
            return {}
        if table is not None:
            known = [column.name for column in table.columns] + ([] if table.name == PLACES else [JUDGEMENT, SEEN])
            for name in known:
                if name not in found:
                    near = closest(name, found)
                    advice = f"Heet die kolom nu '{near}'? " if near and near not in known else ""
                    self._tell(sheet, None, f"De kolom '{name}' ontbreekt.", f"{advice}Zet de kolom terug.")
                elif list(texts.values()).count(name) > 1:
                    self._tell(sheet, None, f"De kolom '{name}' staat er meer dan één keer.", "Laat er één staan.")
        return texts

    def _row(
        self, table: Table, sheet: str, number: int, row: tuple[AnyCell, ...], heads: dict[int, str]
    ) -> Iterator[JudgedRow]:
        cells = {heads[at]: cell for at, cell in enumerate(row) if at in heads and cell.value is not None}
        letters = {head: column_letter(at + 1) for at, head in heads.items()}
        texts: dict[str, str] = {}
        wrong: list[tuple[str, str, str]] = []
        for name, cell in cells.items():
            column = table.column(name)
            if column is None:
                continue
            text, fault = text_of(cell.value, getattr(cell, "data_type", ""), column)
            if fault is not None:
                wrong.append((name, *fault))
            elif text:
                texts[name] = text
        judgement = str(cells[JUDGEMENT].value).strip().casefold() if JUDGEMENT in cells else ""
        seen, proposed = (str(cells[name].value).strip() if name in cells else "" for name in (SEEN, PROPOSED))
        if not texts and not wrong and not judgement:
            return
        judged = JudgedRow(table.name, number, texts, judgement, seen, letters, proposed)
        if judgement and judgement not in JUDGEMENTS:
            message = f"'{shorten(judgement)}' is geen oordeel."
            self._cell(judged, sheet, JUDGEMENT, message, f"Kies uit: {', '.join(JUDGEMENTS)}, of maak de cel leeg.")
        # What a judge did not accept may hold anything.
        if judgement == JUDGEMENTS[0] or table.name == PLACES:
            for fault_in in wrong:
                self._cell(judged, sheet, *fault_in)
        yield judged

    def _unknown(self, sheet: str) -> None:
        near = closest(sheet.casefold(), self._tables)
        advice = f"Noem het blad {near.capitalize()}." if near else "Geef het blad zijn oude naam terug."
        self._tell(sheet, None, "Dit blad heeft een oordeel, maar de naam van het blad is geen tabel.", advice)

    def _cell(self, row: JudgedRow, sheet: str, column: str, message: str, advice: str) -> None:
        self.faults.append(Fault(row.place(self._file, sheet, column), None, column, message, advice))

    def _tell(self, sheet: str, column: str | None, message: str, advice: str) -> None:
        self.faults.append(Fault(f"{self._file}, blad {sheet}", None, column, message, advice))
