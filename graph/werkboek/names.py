"""Names by which a person knows the rows that others refer to: each name is of one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from beleidsspoor.graph.excel.cell_text import straight
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.schema import Kind
from beleidsspoor.graph.store import short_title
from beleidsspoor.graph.terms import BS, PREFIXES
from beleidsspoor.graph.words import visible

#: The properties that name a row, best first.
_NAMING = (PREFIXES["skos"] + "prefLabel", PREFIXES["dct"] + "title")
#: The table of the places.
PLACES = "vindplaatsen"
_PLACE = BS + "Vindplaats"
_PARTS_OF_PLACE = ("regel_van", "regel_tot", "pagina", "sectie")
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
    names = [_plain(register, row), _own_name(row), *row.cells.get("andere_namen", ())]
    if row.table.class_iri == _PLACE:
        document = register.find(row.one("document") or "", row.ruimte)
        names += names_of_place(document, {column: row.one(column) or "" for column in _PARTS_OF_PLACE})
    return {name for name in names if name}


def names_of_place(document: Row | None, texts: Mapping[str, str]) -> list[str]:
    """What a place may be called, by any name of its document: 'MAG 2025, regel 12-14', and with page and section."""
    if document is None:
        return []
    other = document.cells.get("andere_namen", ())
    titles = dict.fromkeys((_short_title(document), *map(_part, (_own_name(document), *other))))
    parts = _parts_of_place(texts)
    return [", ".join((title, *some)) for title in titles for some in (parts[:1], parts)]


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
    return _short_title(document)


def _short_title(document: Row) -> str:
    names = document.cells.get("andere_namen", ())
    return _part(short_title(_own_name(document) or document.id, names))


def _place(register: Register, row: Row) -> str:
    """Where a passage stands: 'MAG 2025, regel 12-14, 1.2 Gezond leven'."""
    texts = {column: row.one(column) or "" for column in _PARTS_OF_PLACE}
    return ", ".join(filter(None, (_document(register, row), *_parts_of_place(texts)))) or row.id


def _parts_of_place(texts: Mapping[str, str]) -> list[str]:
    first, last, page, section = (texts.get(column, "") for column in _PARTS_OF_PLACE)
    lines = first if last in ("", first) else f"{first}-{last}"
    parts = (f"regel {lines}" if lines else "", f"blz {page}" if page else "", _part(section))
    return [part for part in parts if part]


def _part(text: str) -> str:
    return _one_line(text, _LONGEST_PART)


def _one_line(text: str, length: int) -> str:
    """A text that can stand in a cell with others."""
    return shorten(" ".join(visible(text).replace(";", ",").split()), length)
