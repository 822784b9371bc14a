"""Rows as high as the text in them: not every program works that out when it opens or prints a workbook."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.table_sheets import column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: The height of a line in points, what Excel allows a row, and how wide a column is that has no width of its own.
_LINE, _HIGHEST, _WIDTH = 15.0, 409.0, 13.0
#: Running text has more signs on a line than the width of a column says, which counts figures.
PER_WIDTH = 1.1


def fit_heights(sheet: Worksheet) -> None:
    """Make every row as high as its longest text needs at the width of its column.

    Hidden columns do not count, nor does a text that runs on along one line. A cell that is merged over columns has the
    width of all of them.
    """
    spans = {(area.min_row, area.min_col): area.max_col for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        lines = 1
        for cell in row:
            if not isinstance(cell.value, str) or cell.row is None or cell.column is None:
                continue
            if cell.alignment.wrap_text is False:
                continue
            if sheet.column_dimensions[column_letter(cell.column)].hidden:
                continue
            last = spans.get((cell.row, cell.column), cell.column)
            width = sum(_width(sheet, column) for column in range(cell.column, last + 1))
            lines = max(lines, _lines(cell.value, width))
        if lines > 1 and row[0].row is not None:
            sheet.row_dimensions[row[0].row].height = min(lines * _LINE, _HIGHEST)


def _width(sheet: Worksheet, column: int) -> float:
    letter = column_letter(column)
    return float(sheet.column_dimensions[letter].width) if letter in sheet.column_dimensions else _WIDTH


def _lines(text: str, width: float) -> int:
    room = max(int(width * PER_WIDTH), 1)
    return sum(len(textwrap.wrap(line, room)) or 1 for line in text.split("\n"))
