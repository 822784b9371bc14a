"""From the cells of an edited workbook to rows of the register: what a person left alone keeps the text it had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beleidsspoor.graph.excel.cell_text import Wrong, text_of
from beleidsspoor.graph.excel.table_sheets import heading
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.cells import fault_of, shorten, values_of
from beleidsspoor.graph.register.csv_table import LONGEST_CELL
from beleidsspoor.graph.register.raw_rows import RawRows
from beleidsspoor.graph.register.reading import Register
from beleidsspoor.graph.register.schema import Column, Kind, Table
from beleidsspoor.graph.werkboek.comparing import find_alike, find_same, same
from beleidsspoor.graph.werkboek.names import PLACES, names_of_place
from beleidsspoor.graph.werkboek.new_ids import NewIds
from beleidsspoor.graph.werkboek.reading import EditedWorkbook, SheetRow
from beleidsspoor.graph.werkboek.references import ReferenceFinder
from beleidsspoor.graph.werkboek.showing import show, unescaped
from beleidsspoor.graph.words import REPLACEMENT

Texts = dict[str, str]
_TWO_WAYS = re.compile(r"^-?[1-9][0-9]{0,2}\.[0-9]{3}$")


@dataclass(frozen=True)
class EditedRow:
    """A row as a person left it, in the notation of the register.

    `texts` has the columns that the sheet has, `changed` those that differ from what they were. `was` is the row as it
    was, None for a row that is new.
    """

    sheet: SheetRow
    id: str
    texts: Texts
    changed: frozenset[str]
    was: Texts | None

    @property
    def table(self) -> Table:
        """The table of the row."""
        return self.sheet.table


class Interpreter:
    """Reads the rows of a workbook; `faults` are those of its cells, with sheet and cell."""

    def __init__(self, edited: EditedWorkbook, register: Register, now: dict[str, RawRows]) -> None:
        """`now` are the tables of the ruimte as they are in the register today."""
        self.faults: list[Fault] = []
        self.references = ReferenceFinder(register, edited.baseline)
        self._edited, self._register, self._now = edited, register, now
        self._new_ids = NewIds(register, edited.baseline.ruimte)

    def rows(self) -> list[EditedRow]:
        """All rows, in the order of the tables and of their sheets."""
        given = {table: self._given(table) for table in self._register.schema.tables if table in self._edited.rows}
        self._new_ids.take(name for rows in given.values() for _, name in rows if name)
        # Every row has its id before the first reference is read.
        named = [pair for table, rows in given.items() for pair in self._named(table, rows)]
        return [self._interpret(row, name) for row, name in named]

    def _given(self, table: str) -> list[tuple[SheetRow, str]]:
        """Each row with the id that it has; a second row with the same id is told and left out."""
        first: dict[str, SheetRow] = {}
        given = []
        for row in self._edited.rows[table]:
            name = self._plain_text(row, "id")
            other = first.setdefault(name, row) if name else row
            if other is not row:
                advice = "Is dit een kopie voor een nieuwe rij? Maak dan dit id leeg."
                self._tell(row, "id", f"Het id '{shorten(name)}' staat ook in rij {other.number}.", advice)
            elif name or not self._is_wrong(row, "id"):
                given.append((row, name))
        return given

    def _named(self, table: str, rows: Iterable[tuple[SheetRow, str]]) -> Iterator[tuple[SheetRow, str]]:
        """Each row with its id; a row that has none gets one, and who is new can be referred to."""
        known = self._edited.baseline.rows.get(table, {})
        came = self._came_since(table)
        pairs = [(row, name or self._taken_over_before(row, came)) for row, name in rows]
        for row, name in pairs:
            if name not in known:
                name = name or self._new_id(row, came)
                self.references.add(row.table, name, self._names_of(row) or [name])
            yield row, name

    def _came_since(self, table: str) -> RawRows:
        """The rows that came into the register after the workbook was made: perhaps out of this very workbook."""
        known = self._edited.baseline.rows.get(table, {})
        return {name: row for name, row in self._now.get(table, {}).items() if name not in known}

    def _taken_over_before(self, row: SheetRow, came: RawRows) -> str:
        """The id of the row that was made of this one when the workbook was taken over before; else ''."""
        name = find_same(self._texts(row), came, row.table) if came else ""
        came.pop(name, None)
        return name

    def _new_id(self, row: SheetRow, came: RawRows) -> str:
        """An id for a row that has none; tells when the row may be one that is in the register already."""
        title = self._plain_text(row, "naam") or self._plain_text(row, "titel")
        kin = [each for column in row.table.references for each in self._reference(row, column)[0].split(";") if each]
        made = self._new_ids.make(row.table, title, self._document(row), kin)
        alike = find_alike(self._texts(row), came, row.table) if came else ""
        if alike:
            called = came[alike].get("naam") or came[alike].get("titel") or ""
            shown = f"'{shorten(alike)}' ({shorten(called)})" if called else f"'{shorten(alike)}'"
            message = f"Deze rij lijkt op {shown}, die in het register kwam nadat dit werkboek was gemaakt."
            advice = (
                "Is het dezelfde? Haal haar hier dan weg, en verander haar in een nieuw werkboek. "
                f"Is het een andere, typ dan zelf een id, zoals {made}."
            )
            self._tell(row, "id", message, advice)
        return made

    def _texts(self, row: SheetRow) -> Texts:
        """The row in the notation of the register; what cannot be read is left out, and told later."""
        return {
            column.name: self._reference(row, column)[0]
            if column.kind is Kind.REFERENCE
            else self._plain_text(row, column.name)
            for column in row.table.columns
        }

    def _names_of(self, row: SheetRow) -> list[str]:
        """What other rows may call a row that is new."""
        if row.table.name != PLACES:
            return [name for name in (self._plain_text(row, "naam"), self._plain_text(row, "titel")) if name][:1]
        document = self._register.find(self._document(row), self._edited.baseline.ruimte)
        return names_of_place(document, self._texts(row))

    def _document(self, row: SheetRow) -> str:
        column = row.table.column("document")
        return self._reference(row, column)[0] if column is not None and column.kind is Kind.REFERENCE else ""

    def _reference(self, row: SheetRow, column: Column) -> tuple[str, Wrong | None]:
        cell = row.cells.get(column.name)
        if cell is None:
            return "", None
        text, wrong = text_of(cell.value, cell.data_type, column)
        return ("", wrong) if wrong is not None else self.references.read(text, column)

    def _plain_text(self, row: SheetRow, name: str) -> str:
        """What stands in a cell as text, also when it cannot be read: then it is told later."""
        cell, column = row.cells.get(name), row.table.column(name)
        if cell is None or column is None:
            return ""
        return unescaped(text_of(cell.value, cell.data_type, column)[0])

    def _is_wrong(self, row: SheetRow, name: str) -> bool:
        """Whether a cell cannot be read as text, and tells so."""
        cell, column = row.cells.get(name), row.table.column(name)
        wrong = text_of(cell.value, cell.data_type, column)[1] if cell is not None and column is not None else None
        if wrong is not None:
            self._tell(row, name, *wrong)
        return wrong is not None

    def _interpret(self, row: SheetRow, name: str) -> EditedRow:
        was = self._edited.baseline.rows.get(row.table.name, {}).get(name)
        texts: Texts = {}
        changed = set()
        for column in row.table.columns:
            if column.name not in row.columns:
                continue
            old = "" if was is None else was.get(column.name, "")
            if column.name == "id":
                texts["id"] = old or name
                continue
            text, wrong = self._text(row, column, old)
            if wrong is not None:
                self._tell(row, column.name, *wrong)
                text = old
            texts[column.name] = text
            if text != old:
                changed.add(column.name)
        return EditedRow(row, name, texts, frozenset(changed), was)

    def _text(self, row: SheetRow, column: Column, old: str) -> tuple[str, Wrong | None]:
        """The text of a cell for the register: the old one to the letter when nobody changed it."""
        baseline, cell = self._edited.baseline, row.cells.get(column.name)
        shown = show(old, column, baseline.ruimte, baseline.names)
        if cell is None:
            return (old if shown is None else ""), None
        if shown is not None and shown.is_same(cell.value) and cell.data_type not in ("f", "e"):
            return old, None
        if shown is not None and not shown.whole:
            message = "De tekst van deze cel paste niet in Excel en is afgekort."
            return old, (message, "Verander deze cel in het CSV-bestand, en maak daarna een nieuw werkboek.")
        text, wrong = self._new_text(row, column)
        if wrong is None and REPLACEMENT in text and REPLACEMENT not in old:
            advice = "Typ op de plaats van � het goede teken."
            return old, ("Excel kan een teken in deze cel niet bewaren, en er stond er een.", advice)
        return (old if wrong is None and same(text, old, column) else text), wrong

    def _new_text(self, row: SheetRow, column: Column) -> tuple[str, Wrong | None]:
        if column.kind is Kind.REFERENCE:
            return self._reference(row, column)
        cell = row.cells[column.name]
        text, wrong = text_of(cell.value, cell.data_type, column)
        if wrong is not None:
            return "", wrong
        text = unescaped(text)
        if column.kind is Kind.DECIMAL and _TWO_WAYS.match(text) and isinstance(cell.value, str):
            plain, comma = text.replace(".", ""), text.replace(".", ",")
            return "", (f"'{text}' kan {plain} zijn of {comma}.", f"Schrijf {plain} of {comma}.")
        if len(text) > LONGEST_CELL:
            return "", (f"De cel heeft meer dan {LONGEST_CELL} tekens.", "Kort de tekst in.")
        values = values_of(text, column)
        fault = next((fault for value in values if (fault := fault_of(value, column)) is not None), None)
        if fault is not None and column.kind is Kind.DECIMAL:
            # A file has a point; in a Dutch Excel that would become a date.
            fault = fault[0], "Schrijf alleen een getal, zoals 1144 of 12,5."
        return ";".join(values), fault

    def _tell(self, row: SheetRow, name: str, message: str, advice: str) -> None:
        column = row.table.column(name)
        place = row.place(self._edited.file, name)
        self.faults.append(Fault(place, None, heading(column) if column else name, message, advice))
