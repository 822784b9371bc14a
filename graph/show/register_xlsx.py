"""The register as an Excel workbook: a sheet per table, and one with the matches between municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.excel.sheets import fill, new_workbook, put, put_bold, save, sheet_names
from beleidsspoor.graph.excel.table_sheets import heading
from beleidsspoor.graph.names import Names
from beleidsspoor.graph.register.reading import Row
from beleidsspoor.graph.register.schema import Column, Kind, Table
from beleidsspoor.graph.words import Cell, thousands

_COVER, _MATCHES = "Uitleg", "Overeenkomsten"
#: The columns of a match that a reader wants, in order, with their heads.
_MATCH_HEADS = {
    "subject_id": "Van", "subject_label": "Naam van", "predicate_id": "Relatie", "object_id": "Naar",
    "object_label": "Naam naar", "comment": "Reden", "confidence": "Zekerheid", "author_label": "Wie dit vond",
}  # fmt: skip


def register_xlsx(dataset: Dataset, graphs: tuple[str, ...] | None = None) -> bytes:
    """The rows of a register whose named graph is in `graphs` (None: all) as the bytes of an .xlsx file.

    A table without rows has no sheet. The same register gives the same bytes.
    """
    register = dataset.register
    names = Names(register, dataset.base)
    tables: dict[str, list[Row]] = {}
    for row in register.rows:
        if graphs is None or names.graph(row) in graphs:
            tables.setdefault(row.table.name, []).append(row)
    shown = [table for table in register.schema.tables.values() if table.name in tables]
    matches = [one.cells for each in dataset.mappings if graphs is None or each.iri in graphs for one in each.mappings]
    titles = sheet_names([_COVER, *(table.title for table in shown), *([_MATCHES] if matches else [])])
    workbook = new_workbook()
    cover = workbook.active
    assert cover is not None
    cover.title = titles[0]
    note = f"Register {register.version}."
    for title, table in zip(titles[1:], shown, strict=False):
        heads, rows = _sheet(table, tables[table.name])
        fill(workbook.create_sheet(title), heads, rows, None, table.title, note)
    if matches:
        cells: list[list[Cell]] = [[match.get(key) for key in _MATCH_HEADS] for match in matches]
        fill(workbook.create_sheet(titles[-1]), list(_MATCH_HEADS.values()), cells, None, _MATCHES, note)
    put_bold(cover, 1, 1, "Het register van beleidsspoor")
    put(cover, 2, 1, f"Versie {register.version}")
    put(cover, 3, 1, "Een blad per tabel. Een verwijzing is het id van een rij op een ander blad.")
    counts = [(table.title, len(tables[table.name])) for table in shown]
    counts += [(_MATCHES, len(matches))] if matches else []
    for number, (title, count) in enumerate(counts, start=5):
        put(cover, number, 1, title)
        put(cover, number, 2, thousands(count))
    cover.column_dimensions["A"].width = 60
    return save(workbook)


def _sheet(table: Table, rows: Sequence[Row]) -> tuple[list[str], list[list[Cell]]]:
    """Heads and cells of one table; a column in which no row has anything is left out."""
    columns = [column for column in table.columns if any(column.name in row.cells for row in rows)]
    heads = ["Ruimte", *(heading(column) for column in columns)]
    return heads, [[row.ruimte, *_cells(row, columns)] for row in rows]


def _cells(row: Row, columns: Sequence[Column]) -> Iterator[Cell]:
    for column in columns:
        values = row.cells.get(column.name, ())
        if len(values) == 1 and column.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.YEAR):
            number = float(values[0])
            yield int(number) if number.is_integer() else number
        else:
            yield "; ".join(values) or None
