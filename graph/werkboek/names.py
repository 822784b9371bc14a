"""Names by which a person knows the rows that others refer to: each name is of one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from beleidsspoor.graph.excel.cell_text import straight
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.schema import Kind
from beleidsspoor.graph.show.words import visible
from beleidsspoor.graph.store import short_title
from beleidsspoor.graph.terms import BS, PREFIXES

#: The properties that name a row, best first.
_NAMING = (PREFIXES["skos"] + "prefLabel", PREFIXES["dct"] + "title")
_PLACE = BS + "Vindplaats"
_LONGEST, _LONGEST_PART = 120, 60


def name_rows(register: Register, rows: Iterable[Row]) -> dict[str, str]:
    """A name for each row, by its reference; two rows never have one that reads the same.

    The name of the row itself is enough when no other has it; else it is followed by what tells it apart: 'Gezond
    leven (thema 2, Agenda 2025)'. A name holds no `;` and stands on one line, as names stand in a cell with others.
    """
    names: dict[str, str] = {}
    waiting = list(rows)
    for tell in (_plain, _with_kind, _with_document, _with_id):
        told = {row.reference: tell(register, row) for row in waiting}
        taken = Counter(map(straight, [*names.values(), *told.values()]))
        names |= {reference: name for reference, name in told.items() if taken[straight(name)] == 1}
        waiting = [row for row in waiting if row.reference not in names]
    # Only a name that was made to look like another one is left by now.
    taken = Counter(map(straight, names.values()))
    for number, row in enumerate(waiting, start=1):
        name = f"{_one_line(row.reference, _LONGEST)} #{number}"
        while straight(name) in taken:
            name += "#"
        taken[straight(name)] += 1
        names[row.reference] = name
    return names


def called(register: Register, row: Row) -> set[str]:
    """What a row is called, whether or not another is called the same: its name and its other names."""
    return {name for name in (_plain(register, row), _own_name(row), *row.cells.get("andere_namen", ())) if name}


def _plain(register: Register, row: Row) -> str:
    if row.table.class_iri == _PLACE:
        return _place(register, row)
    return _one_line(_own_name(row), _LONGEST) or _one_line(row.id, _LONGEST)


def _with_kind(register: Register, row: Row) -> str:
    return f"{_plain(register, row)} ({_kind(row)})"


def _with_document(register: Register, row: Row) -> str:
    return f"{_plain(register, row)} ({_kind(row)}, {_document(register, row) or row.ruimte})"


def _with_id(register: Register, row: Row) -> str:
    return f"{_plain(register, row)} ({_kind(row)}, {_document(register, row) or row.ruimte}, {row.reference})"


def _kind(row: Row) -> str:
    number = _one_line(row.one("nummer") or "", _LONGEST_PART)
    return f"{row.table.noun} {number}".rstrip()


def _own_name(row: Row) -> str:
    """The name or title of a row; of a row that has neither its first text in Dutch."""
    columns = row.table.columns
    named = [column for path in _NAMING for column in columns if column.path == path]
    worded = [column for column in columns if column.kind is Kind.DUTCH]
    return next((value for column in (*named, *worded) if (value := row.one(column.name))), "")


def _document(register: Register, row: Row) -> str:
    reference = row.one("document") if row.table.column("document") else None
    document = register.find(reference, row.ruimte) if reference else None
    if document is None:
        return ""
    names = document.cells.get("andere_namen", ())
    return _one_line(short_title(_own_name(document) or document.id, names), _LONGEST_PART)


def _place(register: Register, row: Row) -> str:
    """Where a passage stands: 'MAG 2025, regel 12-14, 1.2 Gezond leven'."""
    first, last = row.one("regel_van") or "", row.one("regel_tot") or ""
    lines = first if last in ("", first) else f"{first}-{last}"
    page = row.one("pagina")
    parts: tuple[str, ...] = (
        _document(register, row), f"regel {lines}" if lines else "", f"blz {page}" if page else "",
        _one_line(row.one("sectie") or "", _LONGEST_PART),
    )  # fmt: skip
    return ", ".join(filter(None, parts)) or row.id


def _one_line(text: str, length: int) -> str:
    """A text that can stand in a cell with others."""
    return shorten(" ".join(visible(text).replace(";", ",").split()), length)


