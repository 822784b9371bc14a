"""Sheets of the tables of the register: their names, their cells and the explanation of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidsspoor.graph.register.schema import Column, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: How Excel calls a cell that keeps what is typed.
TEXT = "@"
#: So many signs fit on a line of a note, and so high is a line, in points.
_NOTE_LINE, _LINE_HEIGHT, _NOTE_WIDTH = 42, 18, 280


def sheet_name(table: Table) -> str:
    """The name of the sheet of a table.

    It is the name of the file in the register, so that a message about one helps to find the other.
    """
    return table.name.capitalize().replace("_", " ")


def heading(column: Column) -> str:
    """The heading of a column for a reader: `onderdeel_van` is 'Onderdeel van'."""
    words = column.name.replace("_", " ")
    return words[:1].upper() + words[1:]


def cell_name(row: int, column: int) -> str:
    """How Excel calls a cell; both count from 1.

    >>> cell_name(12, 28)
    'AB12'
    """
    return f"{column_letter(column)}{row}"


def column_letter(column: int) -> str:
    """How Excel calls a column; counts from 1.

    >>> column_letter(28)
    'AB'
    """
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def explain(sheet: Worksheet, column: int, text: str) -> None:
    """Give the head of a column a note, shown when the mouse rests on it."""
    from openpyxl.comments import Comment

    lines = sum(1 + len(line) // _NOTE_LINE for line in text.split("\n"))
    height = _LINE_HEIGHT * (lines + 1)
    sheet.cell(1, column).comment = Comment(text, "beleidsspoor", width=_NOTE_WIDTH, height=height)
