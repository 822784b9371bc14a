"""Reading a register: the CSV tables of every ruimte, as rows that know their file and line."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from beleidsspoor.graph.faults import Fault, in_reading_order
from beleidsspoor.graph.register.cells import can_be_wrong, closest, fault_of, values_of
from beleidsspoor.graph.register.csv_table import read_csv
from beleidsspoor.graph.register.references import reference_faults
from beleidsspoor.graph.register.schema import Column, Schema, Table, load_schema
from beleidsspoor.graph.terms import graph_iri

#: The folder with the SSSOM files; it holds no tables.
MAPPINGS_FOLDER = "overeenkomsten"

_RUIMTE = re.compile(r"^[a-z0-9][a-z0-9-]*$")
#: What Python, an editor, an office program or the system puts beside the tables, and notes for people.
_NOT_OURS = ("__", ".", "~", "README")
_OF_THE_SYSTEM = ("thumbs.db", "ehthumbs.db", "desktop.ini")
#: The graph of a ruimte itself has this name, so no row can.
_TAKEN_ID = graph_iri("").strip("/")


@dataclass(frozen=True)
class Row:
    """One row of a table. `cells` holds the good values by column name; a column without a good value is absent."""

    table: Table
    ruimte: str
    file: str
    line: int
    cells: dict[str, tuple[str, ...]]

    @property
    def id(self) -> str:
        """The id within the ruimte; empty when the cell is."""
        return self.cells.get("id", ("",))[0]

    @property
    def reference(self) -> str:
        """The id with its ruimte, as other ruimtes write it: `twenterand:mag25-actie-01`."""
        return f"{self.ruimte}:{self.id}"

    def one(self, column: str) -> str | None:
        """The first value of a column, or None."""
        values = self.cells.get(column)
        return values[0] if values else None


@dataclass(frozen=True)
class Register:
    """A register that was read: its folder, the rows in reading order, and the files it was made of.

    `version` changes when any file does, and only then.
    """

    root: Path
    schema: Schema
    rows: tuple[Row, ...]
    version: str
    by_reference: dict[str, Row] = field(repr=False, default_factory=dict)
    #: The files of which no row could be read, and those with a heading alone: their ruimte and table.
    unread: dict[str, tuple[str, Table]] = field(repr=False, default_factory=dict)
    empty: dict[str, tuple[str, Table]] = field(repr=False, default_factory=dict)

    def rows_of(self, table: str) -> Iterator[Row]:
        """The rows of one table, over all ruimtes."""
        return (row for row in self.rows if row.table.name == table)

    def find(self, reference: str, ruimte: str) -> Row | None:
        """The row that `reference` means when it is written in `ruimte`, or None."""
        return self.by_reference.get(reference if ":" in reference else f"{ruimte}:{reference}")

    @cached_property
    def bad_references(self) -> tuple[tuple[Row, Column, str, Row | None], ...]:
        """Each reference that cannot stand: its row, column and text, and the row it means (None: there is none)."""
        is_a, found = self.schema.is_a, self.by_reference
        return tuple(
            (row, column, value, meant)
            for row in self.rows
            for column in row.table.references
            for value in row.cells.get(column.name, ())
            if (meant := found.get(value if ":" in value else f"{row.ruimte}:{value}")) is None
            or (column.target and not is_a(meant.table.class_iri, column.target))
        )

    @cached_property
    def ruimtes(self) -> tuple[str, ...]:
        """The names of the ruimtes that have rows, sorted."""
        return tuple(sorted({row.ruimte for row in self.rows}))


def shipped_register() -> Path:
    """The folder of the register that comes with the package."""
    return Path(str(files("beleidsspoor.data")))


def is_ruimte(name: str) -> bool:
    """Whether a folder of this name in the register holds the tables of a ruimte.

    >>> is_ruimte("twenterand"), is_ruimte("overeenkomsten"), is_ruimte("__pycache__")
    (True, False, False)
    """
    return bool(_RUIMTE.match(name)) and name != MAPPINGS_FOLDER


def is_left_alone(name: str) -> bool:
    """Whether a file or folder of this name is none of the register's, though it may stand in it.

    >>> is_left_alone("Thumbs.db"), is_left_alone("~$acties.xlsx"), is_left_alone("acties.csv")
    (True, True, False)
    """
    return name.startswith(_NOT_OURS) or name.casefold() in _OF_THE_SYSTEM


def read_register(root: Path) -> tuple[Register, list[Fault]]:
    """Read all tables under `root` (one folder a ruimte, one CSV file a table).

    Returns the register with every row that could be read, and all faults of reading: files, columns, cells, double
    ids, unknown references, cycles. What the shapes say about the graph is checked in `graph.check`. Never raises for
    bad content; a folder that does not exist is a fault.
    """
    schema = load_schema()
    faults: list[Fault] = []
    rows: list[Row] = []
    unread: dict[str, tuple[str, Table]] = {}
    empty: dict[str, tuple[str, Table]] = {}
    digest = hashlib.sha256()
    if not root.is_dir():
        faults.append(Fault(str(root), None, None, "Deze map is er niet.", "Geef met --data de map van het register."))
    for path in _table_files(root, faults):
        name = path.relative_to(root).as_posix()
        table = schema.tables.get(path.stem) if path.suffix == ".csv" else None
        if table is None:
            faults.append(_unknown_file(name, path.stem, schema))
            continue
        _add(digest, path, name)
        before = len(faults)
        found = list(_read_table(path, name, table, faults))
        if not found:
            (unread if len(faults) > before else empty)[name] = (path.parent.name, table)
        rows.extend(found)
    for path in sorted((root / MAPPINGS_FOLDER).glob("*.tsv")):
        if is_left_alone(path.name):
            continue
        _add(digest, path, path.name)
    if not rows and not faults:
        faults.append(Fault(str(root), None, None, "In deze map staat geen register.", "Geef met --data de goede map."))
    by_reference = _index(rows, faults)
    register = Register(root, schema, tuple(rows), digest.hexdigest()[:12], by_reference, unread, empty)
    faults.extend(reference_faults(register))
    return register, in_reading_order(faults)


def _add(digest: hashlib._Hash, path: Path, name: str) -> None:
    # A file that cannot be read is told where its content is read.
    with suppress(OSError):
        digest.update(os.fsencode(name) + b"\0" + path.read_bytes() + b"\0")


def _table_files(root: Path, faults: list[Fault]) -> Iterator[Path]:
    for folder in sorted(root.iterdir() if root.is_dir() else ()):
        if is_left_alone(folder.name) or folder.name == MAPPINGS_FOLDER:
            continue
        if not folder.is_dir():
            message = "Een tabel staat in de map van een ruimte."
            faults.append(Fault(folder.name, None, None, message, "Verplaats het bestand."))
        elif not _RUIMTE.match(folder.name):
            advice = "Gebruik alleen kleine letters, cijfers en streepjes."
            faults.append(Fault(folder.name, None, None, "Dit is geen goede naam voor een ruimte.", advice))
        else:
            for path in sorted(folder.iterdir()):
                if is_left_alone(path.name):
                    continue
                if path.is_dir():
                    name = path.relative_to(root).as_posix()
                    message = "Een map in een ruimte wordt niet gelezen."
                    faults.append(Fault(name, None, None, message, "Haal de map weg."))
                else:
                    yield path


def _unknown_file(name: str, stem: str, schema: Schema) -> Fault:
    near = closest(stem, schema.tables)
    advice = f"Bedoelt u {near}.csv?" if near else f"Bekende tabellen: {', '.join(schema.tables)}."
    return Fault(name, None, None, "Het register kent geen tabel met deze naam.", advice)


def _read_table(path: Path, name: str, table: Table, faults: list[Fault]) -> Iterator[Row]:
    content, found = read_csv(path, name)
    faults.extend(found)
    if not content.header:
        return
    faults.extend(_header_faults(content.header, table, name))
    columns = [table.column(heading) for heading in content.header]
    ruimte = path.parent.name
    for line, cells in content.records:
        good: dict[str, tuple[str, ...]] = {}
        printable = "".join(cells).isprintable()
        for column, cell in zip(columns, cells, strict=True):
            if column is None or not cell:
                continue
            values = good_values = values_of(cell, column)
            for value in values if can_be_wrong(column, printable) else ():
                if (wrong := fault_of(value, column)) is not None:
                    faults.append(Fault(name, line, column.name, *wrong))
                    good_values = tuple(other for other in good_values if other != value)
            if good_values:
                good[column.name] = good_values
        if "id" not in good:
            # A column that is not there is told once, at the heading.
            if "id" in content.header:
                message = "Deze regel heeft geen id."
                faults.append(Fault(name, line, "id", message, "Geef de regel een eigen, vaste naam."))
            continue
        row = Row(table, ruimte, name, line, good)
        if row.id == _TAKEN_ID:
            message = f"Het id '{_TAKEN_ID}' kan niet: zo heet het hele deel van de graaf dat bij {ruimte} hoort."
            faults.append(Fault(name, line, "id", message, "Kies een ander id."))
        yield row


def _header_faults(header: tuple[str, ...], table: Table, name: str) -> Iterator[Fault]:
    known = [column.name for column in table.columns]
    if not set(known) & set(header):
        advice = f"Zet er deze kolommen: {','.join(known)}. Of maak lege tabellen met 'beleidsspoor nieuw'."
        yield Fault(name, 1, None, f"Op de eerste regel staat geen enkele kolom van {table.name}.csv.", advice)
        return
    for heading in dict.fromkeys(header):
        if header.count(heading) > 1:
            yield Fault(name, 1, heading, "Deze kolom staat er meer dan één keer.", "Laat er één staan.")
        elif heading not in known:
            near = closest(heading, known)
            advice = f"Bedoelt u {near}?" if near else f"Bekende kolommen: {', '.join(known)}."
            yield Fault(name, 1, heading or "(leeg)", "Het register kent deze kolom niet.", advice)
    missing = [column for column in known if column not in header]
    if len(missing) == 1:
        advice = "Voeg de kolom toe; de cellen mogen leeg zijn als er niets is."
        yield Fault(name, 1, missing[0], "Deze kolom ontbreekt.", advice)
    elif missing:
        advice = "Voeg ze toe; de cellen mogen leeg zijn als er niets is."
        yield Fault(name, 1, None, f"Er ontbreken {len(missing)} kolommen: {', '.join(missing)}.", advice)


def _index(rows: list[Row], faults: list[Fault]) -> dict[str, Row]:
    index: dict[str, Row] = {}
    for row in rows:
        first = index.setdefault(row.reference, row)
        if first is not row:
            message = f"Het id '{row.id}' bestaat al in {first.file}, regel {first.line}."
            faults.append(Fault(row.file, row.line, "id", message, "Geef een van de twee een ander id."))
    return index
