"""What the register was when a workbook was made: kept in the workbook, so that only what a person changed is taken."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.sheets import put
from beleidsspoor.graph.register.raw_rows import RawRows, read_raw_rows
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.werkboek.form import (
    FACT_FORM,
    FACT_RUIMTE,
    FACT_VERSION,
    FACTS,
    FORM,
    NAMES,
    ROWS,
)
from beleidsspoor.graph.werkboek.names import name_rows

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

#: A row is written in pieces that fit in a cell.
_PIECE = 30_000


@dataclass(frozen=True)
class Baseline:
    """The tables of one ruimte as they were.

    `columns` are the columns of each table, `rows` the texts of its cells; `names` has the names by which rows are
    shown, by their reference.
    """

    ruimte: str
    version: str
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, RawRows] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def baseline_of(register: Register, ruimte: str) -> Baseline:
    """The ruimte as it is now. The register must have no faults of reading."""
    tables = register.schema.tables
    rows = {name: read_raw_rows(table_path(register.root, ruimte, name)) for name in tables}
    columns = {name: tuple(column.name for column in table.columns) for name, table in tables.items()}
    return Baseline(ruimte, register.version, columns, rows, name_rows(register, _nameable(register, ruimte)))


def table_path(root: Path, ruimte: str, table: str) -> Path:
    """The file of a table."""
    return root / ruimte / f"{table}.csv"


def _nameable(register: Register, ruimte: str) -> Iterator[Row]:
    """The rows that a cell of this ruimte may refer to: its own, and those of every ruimte that another refers to.

    So the national and regional rows are there, and those of another municipality are not.
    """
    targets = {column.target for table in register.schema.tables.values() for column in table.references}
    shared = {
        found.ruimte
        for row in register.rows
        for column in row.table.references
        for value in row.cells.get(column.name, ())
        if (found := register.find(value, row.ruimte)) is not None and found.ruimte != row.ruimte
    }
    for row in register.rows:
        fits = any(target and register.schema.is_a(row.table.class_iri, target) for target in targets)
        if fits and (row.ruimte == ruimte or row.ruimte in shared):
            yield row


def keep_baseline(workbook: Workbook, baseline: Baseline) -> None:
    """Write the baseline on hidden sheets of the workbook."""
    facts = {FACT_FORM: FORM, FACT_RUIMTE: baseline.ruimte, FACT_VERSION: baseline.version}
    _write(workbook, FACTS, ([name, value] for name, value in facts.items()))
    _write(workbook, NAMES, (_pieces(named) for named in baseline.names.items()))
    _write(workbook, ROWS, _lines(baseline))


def read_baseline(workbook: Workbook) -> Baseline | None:
    """The baseline that a workbook keeps; None when it is no workbook of this form.

    Raises ValueError, KeyError or TypeError when somebody changed the hidden sheets.
    """
    if not {FACTS, NAMES, ROWS} <= set(workbook.sheetnames):
        return None
    facts = {cells[0]: cells[1] for cells in _read(workbook[FACTS]) if len(cells) > 1}
    if facts.get(FACT_FORM) != FORM or not facts.get(FACT_RUIMTE):
        return None
    baseline = Baseline(facts[FACT_RUIMTE], facts.get(FACT_VERSION, ""))
    baseline.names.update(json.loads("".join(pieces)) for pieces in _read(workbook[NAMES]))
    for table, *pieces in _read(workbook[ROWS]):
        content = json.loads("".join(pieces))
        if table not in baseline.columns:
            baseline.columns[table] = tuple(content)
            baseline.rows[table] = {}
        else:
            row = dict(zip(baseline.columns[table], content, strict=True))
            baseline.rows[table][row["id"].strip()] = row
    return baseline


def _lines(baseline: Baseline) -> Iterator[list[str]]:
    """The columns of each table, followed by its rows: each the name of the table and a list, in pieces."""
    for table, columns in baseline.columns.items():
        yield [table, *_pieces(columns)]
        for row in baseline.rows.get(table, {}).values():
            yield [table, *_pieces([row.get(column, "") for column in columns])]


def _pieces(texts: Iterable[str]) -> list[str]:
    # Plain signs only, and no `_`: Excel takes `_x0041_` for a letter.
    written = json.dumps(list(texts)).replace("_", "\\u005f")
    return [written[start : start + _PIECE] for start in range(0, len(written), _PIECE)]


def _write(workbook: Workbook, name: str, rows: Iterable[list[str]]) -> None:
    sheet = workbook.create_sheet(name)
    for number, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            put(sheet, number, column, text)
    sheet.sheet_state = "hidden"


def _read(sheet: ReadOnlyWorksheet) -> Iterator[list[str]]:
    # Some programs write a wrong size of the sheet into the file.
    sheet.reset_dimensions()
    for row in sheet.rows:
        texts = [str(cell.value) for cell in row if cell.value is not None]
        if texts:
            yield texts
