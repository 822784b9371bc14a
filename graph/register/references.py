"""Checks over rows: references that lead nowhere, references to the wrong class, and cycles in onderdeel_van."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.cells import closest, shorten

if TYPE_CHECKING:
    from beleidsspoor.graph.register.reading import Register, Row
    from beleidsspoor.graph.register.schema import Column, Table


def reference_faults(register: Register) -> Iterator[Fault]:
    """Every reference in the register that cannot be followed, and every cycle in onderdeel_van.

    A reference that may lead into a file that could not be read, or into one with a heading alone, is not judged: those
    are told once, at that file.
    """
    yield from _unfollowed(register)
    by_file: dict[str, list[tuple[str, int, str]]] = {}
    for cell, file in unjudged_cells(register).items():
        by_file.setdefault(file, []).append(cell)
    for file, cells in by_file.items():
        many = "1 cel verwijst" if len(cells) == 1 else f"{len(cells)} cellen verwijzen"
        first, line, column = cells[0]
        if file in register.unread:
            message = f"{many} naar een id dat misschien in dit bestand staat. Dat is nu niet na te kijken."
            yield Fault(file, 1, None, message, "Maak eerst dit bestand in orde.")
        else:
            where = f"{'zoals ' if len(cells) > 1 else ''}{first}, regel {line}, kolom {column}"
            message = f"Hier staan geen regels, alleen de kop. {many} naar een id dat hier hoort ({where})."
            yield Fault(file, 1, None, message, "Vul de tabel, of haal die verwijzingen weg.")
    yield from _cycles(register)


def unjudged_cells(register: Register) -> dict[tuple[str, int, str], str]:
    """The cells (file, line, column) that may refer to a row in a file without readable rows, with that file."""
    return {
        (row.file, row.line, column.name): file
        for row, column, value, meant in register.bad_references
        if meant is None and (file := _file_without_rows(value, row, column, register))
    }


def _unfollowed(register: Register) -> Iterator[Fault]:
    for row, column, value, meant in register.bad_references:
        if meant is not None:
            message = f"'{shorten(value)}' staat in {meant.table.name}.csv en past hier niet."
            yield Fault(row.file, row.line, column.name, message, column.message)
        elif not _file_without_rows(value, row, column, register):
            message = f"'{shorten(value)}' bestaat niet."
            yield Fault(row.file, row.line, column.name, message, _advice(value, row, column, register))


def table_without_rows(local: str, ruimte: str, register: Register) -> str | None:
    """The file of a ruimte that has no readable rows and that this id names, as `mag-actie-03` names acties.csv."""
    words = set(re.split(r"[-_.\d]+", local.casefold()))
    for file, (its_ruimte, table) in (register.unread | register.empty).items():
        if ruimte == its_ruimte and table.class_name.casefold() in words:
            return file
    return None


def _file_without_rows(value: str, row: Row, column: Column, register: Register) -> str | None:
    """The file in which the row that `value` means may stand: one that could not be read, or one with a heading alone.

    Many tables of a new municipality are empty, so of those only the one that the id names is meant.
    """
    ruimte, _, local = value.rpartition(":")
    for file, (its_ruimte, table) in register.unread.items():
        if (ruimte or row.ruimte) == its_ruimte and _may_hold(table, column, register):
            return file
    named = table_without_rows(local, ruimte or row.ruimte, register)
    if named is None or _elsewhere(local, register):
        return None
    _, table = (register.unread | register.empty)[named]
    return named if _may_hold(table, column, register) else None


def _may_hold(table: Table, column: Column, register: Register) -> bool:
    return not column.target or register.schema.is_a(table.class_iri, column.target)


def _elsewhere(local: str, register: Register) -> str | None:
    """The reference with this id in any ruimte."""
    known = (f"{ruimte}:{local}" for ruimte in register.ruimtes)
    return next((reference for reference in known if reference in register.by_reference), None)


def _advice(value: str, row: Row, column: Column, register: Register) -> str:
    """What the writer probably meant: the id in another ruimte, or a spelling that comes near and that fits here."""
    local = value.rpartition(":")[2]
    if (elsewhere := _elsewhere(local, register)) is not None:
        return f"Bedoelt u {elsewhere.removeprefix(f'{row.ruimte}:')}?"
    fitting = (one.id for one in register.rows if one.ruimte == row.ruimte and _may_hold(one.table, column, register))
    near = closest(local, fitting)
    return f"Bedoelt u {near}?" if near else "Gebruik een id uit het register."


def _cycles(register: Register) -> Iterator[Fault]:
    """One fault for each ring of rows that hang under each other."""
    done: set[str] = set()
    for start in register.rows:
        if "onderdeel_van" not in start.cells:
            continue
        path: dict[str, Row] = {}
        row: Row | None = start
        while row is not None and row.reference not in done and row.reference not in path:
            path[row.reference] = row
            parent = row.one("onderdeel_van")
            row = register.find(parent, row.ruimte) if parent else None
        if row is not None and row.reference in path:
            ring = list(path)[list(path).index(row.reference) :]
            names = " → ".join(register.by_reference[reference].id for reference in [*ring, ring[0]])
            message = f"Deze elementen hangen in een kring onder elkaar: {shorten(names, 200)}."
            advice = "Maak een van deze cellen leeg of kies een ander element."
            yield Fault(row.file, row.line, "onderdeel_van", message, advice)
        done.update(path)
