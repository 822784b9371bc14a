"""How a cell of the register stands in the workbook: numbers, dates and years as such, references by name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from beleidsspoor.graph.excel.cell_text import tidy
from beleidsspoor.graph.excel.sheets import DAY_FIRST
from beleidsspoor.graph.excel.table_sheets import TEXT
from beleidsspoor.graph.register.cells import values_of
from beleidsspoor.graph.register.schema import Column, Kind
from beleidsspoor.graph.werkboek.form import BETWEEN_NAMES, BETWEEN_WORDS
from beleidsspoor.graph.words import visible

#: The value of a cell, as openpyxl writes and reads it.
Value = str | int | float | datetime.date

_GENERAL, _WHOLE = "General", "0"
#: Excel counts in so many figures; a longer number would come back as another one.
_FIGURES = 15
#: Before this day Excel counts otherwise than the calendar.
_FIRST_DAY = datetime.date(1900, 3, 1)
#: The longest text of a cell, in the units that Excel counts (UTF-16).
_LONGEST = 32_767
_CUT = "…"
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Shown:
    """A value with the number format of its cell. `whole` is False when the cell cannot hold all of it."""

    value: Value
    format: str = TEXT
    whole: bool = True

    def is_same(self, value: object) -> bool:
        """Whether a cell that was read back holds what was written."""
        if isinstance(self.value, str):
            return isinstance(value, str) and tidy(unescaped(self.value)) == tidy(unescaped(value))
        if isinstance(self.value, datetime.date):
            day = value.date() if isinstance(value, datetime.datetime) else value
            return day == self.value
        return not isinstance(value, bool) and value == self.value


def show(text: str, column: Column, ruimte: str, names: Mapping[str, str]) -> Shown | None:
    """The text of a cell of the register as it stands in the workbook; None for an empty one.

    `names` are the names of rows by their reference; a reference of a row without a name is shown as it is.
    """
    values = values_of(text, column)
    if not values:
        return None
    if column.kind is Kind.REFERENCE:
        return _text(BETWEEN_NAMES.join(names.get(full_reference(value, ruimte), value) for value in values))
    if len(values) == 1 and not column.many:
        special = _as_such(values[0], column.kind)
        if special is not None:
            return special
    return _text(BETWEEN_WORDS.join(values))


def full_reference(value: str, ruimte: str) -> str:
    """A reference with its ruimte.

    >>> full_reference("actie-1", "dorp"), full_reference("landelijk:gala", "dorp")
    ('dorp:actie-1', 'landelijk:gala')
    """
    return value if ":" in value else f"{ruimte}:{value}"


def unescaped(text: str) -> str:
    """A text as it was before Excel's own signs were kept out of it; openpyxl undoes that itself in some files."""
    return text.replace("x005F_", "")


def format_of(column: Column) -> str:
    """The number format of the cells of a column that are still empty."""
    if column.many:
        return TEXT
    formats = {Kind.DATE: DAY_FIRST, Kind.YEAR: _WHOLE, Kind.INTEGER: _WHOLE, Kind.DECIMAL: _GENERAL}
    return formats.get(column.kind, TEXT)


def _as_such(value: str, kind: Kind) -> Shown | None:
    """A number, year or date as Excel counts with it; None when it would not come back the same."""
    if kind in (Kind.INTEGER, Kind.YEAR):
        return Shown(int(value), _WHOLE) if _counts(value) and str(int(value)) == value else None
    if kind is Kind.DECIMAL and _counts(value):
        decimals = len(value.partition(".")[2])
        number = float(value) if decimals else int(value)
        return Shown(number, f"0.{'0' * decimals}" if decimals else _WHOLE)
    if kind is Kind.DATE:
        day = datetime.date.fromisoformat(value)
        return Shown(day, DAY_FIRST) if day >= _FIRST_DAY else None
    return None


def _counts(value: str) -> bool:
    return len(value.lstrip("-").replace(".", "").lstrip("0")) <= _FIGURES


def _text(text: str) -> Shown:
    shown = _written(visible(text))
    units = len(shown.encode("utf-16-le")) // 2
    if units <= _LONGEST:
        return Shown(shown)
    cut = shown.encode("utf-16-le")[: (_LONGEST - len(_CUT)) * 2].decode("utf-16-le", errors="ignore")
    return Shown(cut + _CUT, whole=False)


def _written(text: str) -> str:
    """A text in which Excel does not take `_x0041_` for a letter (ECMA-376, 22.9.2.19, ST_Xstring)."""
    return _ESCAPED.sub("_x005F_", text)
