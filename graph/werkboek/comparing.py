"""Whether cells and rows are the same, or so alike that a person must say whether they are."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from beleidsspoor.graph.excel.cell_text import straight
from beleidsspoor.graph.register.cells import fault_of, values_of
from beleidsspoor.graph.register.raw_rows import RawRows
from beleidsspoor.graph.register.schema import Column, Kind, Table

_NUMBERS = (Kind.INTEGER, Kind.DECIMAL)
#: Who corrects a row that he added touches one or two cells: a figure stands there as number and as text.
_MOST_CORRECTED = 2
#: Names that share so much, of 100, may be one name and its correction; names of two actions share less.
_LIKE_NAMES = 60


def same(one: str, other: str, column: Column) -> bool:
    """Whether two texts of a column mean the same values."""
    return one == other or _meaning(one, column) == _meaning(other, column)


def find_same(texts: Mapping[str, str], rows: RawRows, table: Table) -> str:
    """The id of the row that has all these texts, its id aside; '' when there is none."""
    return next((name for name, raw in rows.items() if not _different(texts, raw, table)), "")


def find_alike(texts: Mapping[str, str], rows: RawRows, table: Table) -> str:
    """The id of a row that may be this one before or after a correction; '' when there is none.

    That is a row with the same name, or one that differs in hardly any cell.
    """
    return next((name for name, raw in rows.items() if _is_alike(texts, raw, table)), "")


def _is_alike(texts: Mapping[str, str], raw: Mapping[str, str], table: Table) -> bool:
    from rapidfuzz import fuzz

    name, other = (straight(each.get("naam") or each.get("titel") or "") for each in (texts, raw))
    if name and name == other:
        return True
    different = _different(texts, raw, table)
    filled = [column for column in _compared(table) if texts.get(column.name) or raw.get(column.name)]
    if len(different) > _MOST_CORRECTED or len(filled) <= 2 * len(different):
        return False
    return fuzz.ratio(name, other) >= _LIKE_NAMES


def _different(texts: Mapping[str, str], raw: Mapping[str, str], table: Table) -> list[Column]:
    return [
        column for column in _compared(table) if not same(texts.get(column.name, ""), raw.get(column.name, ""), column)
    ]


def _compared(table: Table) -> list[Column]:
    return [column for column in table.columns if column.name != "id"]


def _meaning(text: str, column: Column) -> tuple[object, ...]:
    values = values_of(text, column)
    if column.kind in _NUMBERS and all(fault_of(value, column) is None for value in values):
        return tuple(map(Decimal, values))
    return values
