"""Checks over rows: references that lead nowhere, references to the wrong class, and cycles in onderdeel_van."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.cells import closest, shorten

if TYPE_CHECKING:
    from beleidsspoor.graph.register.reading import Register, Row
    from beleidsspoor.graph.register.schema import Column


def reference_faults(register: Register) -> Iterator[Fault]:
    """Every reference in the register that cannot be followed, and every cycle in onderdeel_van.

    A reference that may lead into a file that could not be read is not judged: those are told once, at that file.
    """
    for row in register.rows:
        yield from _unknown(row, register)
    for file, number in Counter(unjudged_cells(register).values()).items():
        cells = "1 cel verwijst" if number == 1 else f"{number} cellen verwijzen"
        message = f"{cells} naar een id dat misschien in dit bestand staat. Dat is nu niet na te kijken."
        yield Fault(file, 1, None, message, "Maak eerst dit bestand in orde.")
    yield from _cycles(register)


def unjudged_cells(register: Register) -> dict[tuple[str, int, str], str]:
    """The cells (file, line, column) that may refer to a row in a file that could not be read, with that file."""
    if not register.unread:
        return {}
    return {
        (row.file, row.line, column.name): file
        for row in register.rows
        for column in row.table.references
        for value in row.cells.get(column.name, ())
        if register.find(value, row.ruimte) is None and (file := _unread_file(value, row, column, register))
    }


def _unknown(row: Row, register: Register) -> Iterator[Fault]:
    for column in row.table.references:
        for value in row.cells.get(column.name, ()):
            found = register.find(value, row.ruimte)
            if found is None and _unread_file(value, row, column, register):
                continue
            if found is None:
                message = f"'{shorten(value)}' bestaat niet."
                yield Fault(row.file, row.line, column.name, message, _advice(value, row, register))
            elif column.target and not register.schema.is_a(found.table.class_iri, column.target):
                message = f"'{shorten(value)}' staat in {found.table.name}.csv en past hier niet."
                yield Fault(row.file, row.line, column.name, message, column.message)


def _unread_file(value: str, row: Row, column: Column, register: Register) -> str | None:
    """The file that could not be read in which the row that `value` means may stand."""
    ruimte = value.partition(":")[0] if ":" in value else row.ruimte
    for file, (its_ruimte, table) in register.unread.items():
        if ruimte == its_ruimte and (not column.target or register.schema.is_a(table.class_iri, column.target)):
            return file
    return None


def _advice(value: str, row: Row, register: Register) -> str:
    """What the writer probably meant: the id in another ruimte, or a spelling that comes near."""
    local = value.rpartition(":")[2]
    elsewhere = [f"{ruimte}:{local}" for ruimte in register.ruimtes if f"{ruimte}:{local}" in register.by_reference]
    if elsewhere:
        near = elsewhere[0].removeprefix(f"{row.ruimte}:")
        return f"Bedoelt u {near}?"
    near_local = closest(local, (other.id for other in register.rows if other.ruimte == row.ruimte))
    return f"Bedoelt u {near_local}?" if near_local else "Gebruik een id uit het register."


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
