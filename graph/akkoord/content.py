"""What a sign-off covers: a thema, all that hangs under it, how that is measured, and the links between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from beleidsspoor.graph.reacties.history import row_name
from beleidsspoor.graph.reacties.versions import row_version
from beleidsspoor.graph.register.reading import Register, Row

#: The figures of each class that has them: the table, and the column that names whose figure it is.
_FIGURES = (("metingen", "indicator"), ("bedragen", "budgetpost"))


@dataclass(frozen=True)
class Covered:
    """One row that a sign-off covers: its `ruimte:id`, what a reader calls it, and its version."""

    reference: str
    name: str
    version: str


def covered_by(register: Register, reference: str) -> tuple[Covered, ...]:
    """The thema `reference` (`ruimte:id`) and everything under it, in the order of the register.

    That is what hangs under it, the indicators that measure one of these with their figures, the amounts, and the links
    from or to one of these. Raises KeyError when there is no such row.
    """
    rows = {reference: register.by_reference[reference]}
    rows.update(_under(register, reference))
    links = [row for row in register.rows_of("verbanden") if _ends(row, register) & rows.keys()]
    for link in links:
        measuring = register.find(link.one("van") or "", link.ruimte)
        if link.one("relatie") == "meet" and measuring is not None:
            rows[measuring.reference] = measuring
    rows.update((link.reference, link) for link in links)
    for table, column in _FIGURES:
        figures = [row for row in register.rows_of(table) if _target(row, column, register) in rows]
        rows.update((figure.reference, figure) for figure in figures)
    chosen = (row for row in register.rows if row.reference in rows)
    return tuple(Covered(row.reference, _name(row, register), row_version(row)) for row in chosen)


def content_hash(covered: Iterable[Covered]) -> str:
    """One SHA-256 over what is covered: the same for the same rows with the same content, in any order."""
    lines = sorted(f"{each.reference}\t{each.version}\n" for each in covered)
    return sha256("".join(lines).encode()).hexdigest()


def _under(register: Register, top: str) -> Iterator[tuple[str, Row]]:
    """All rows that hang under a row, however deep."""
    children: dict[str, list[Row]] = {}
    for row in register.rows:
        if (above := _target(row, "onderdeel_van", register)) is not None:
            children.setdefault(above, []).append(row)
    # A register that is being mended may hold a ring.
    seen = {top}
    waiting = list(children.get(top, ()))
    while waiting:
        row = waiting.pop()
        if row.reference not in seen:
            seen.add(row.reference)
            yield row.reference, row
            waiting += children.get(row.reference, ())


def _target(row: Row, column: str, register: Register) -> str | None:
    """The `ruimte:id` that a cell means, or None."""
    value = row.one(column)
    found = register.find(value, row.ruimte) if value else None
    return found.reference if found else None


def _ends(link: Row, register: Register) -> set[str]:
    return {end for column in ("van", "naar") if (end := _target(link, column, register)) is not None}


def _name(row: Row, register: Register) -> str:
    """What a reader calls a row; a link or figure has no name of its own, so it is told by what it is about."""
    if row.table.name == "verbanden":
        start, end = (register.find(row.one(column) or "", row.ruimte) for column in ("van", "naar"))
        if start and end:
            return f"{row_name(start)} {row.one('relatie')} {row_name(end)}"
    for table, column in _FIGURES:
        if row.table.name == table and (owner := register.find(row.one(column) or "", row.ruimte)):
            return f"{row_name(owner)}, {row.one('soort')} {row.one('periode')}"
    return row_name(row)
