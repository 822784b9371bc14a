"""A sheet of the proposal as a judge prints it: A4 across, as many rows on a page as can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.column_widths import fit_widths
from beleidsspoor.graph.excel.row_heights import fit_heights
from beleidsspoor.graph.excel.table_sheets import cell_name, column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: A sheet of so many signs wide is printed in letters of some 8 points; wider ones in smaller letters.
_WIDTH = 200
#: So wide is a column that is for the screen alone.
_UNPRINTED = 80
#: Margins in inches: at the sides, above and below, and from the edge to the head or foot of the page.
_SIDE, _END, _HEAD = 0.4, 0.6, 0.3


def fit_on_paper(sheet: Worksheet, printed: int | None = None) -> None:
    """Set the widths of the columns in sight, the heights of the rows and the margins of a sheet with heads.

    `printed` is the number of columns that go on paper, from the first; None prints them all. What is not printed runs
    on along one line, so that it makes no row higher.
    """
    fit_widths(sheet, _WIDTH, printed)
    if printed is not None:
        _leave_out(sheet, printed)
    fit_heights(sheet)
    set_margins(sheet)


def _leave_out(sheet: Worksheet, printed: int) -> None:
    from openpyxl.styles import Alignment

    along = Alignment(vertical="top", wrap_text=False)
    for column in range(printed + 1, sheet.max_column + 1):
        dimension = sheet.column_dimensions[column_letter(column)]
        if not dimension.hidden:
            dimension.width = _UNPRINTED
            for row in range(2, sheet.max_row + 1):
                sheet.cell(row, column).alignment = along
    sheet.print_area = f"A1:{cell_name(sheet.max_row, printed)}"


def set_margins(sheet: Worksheet) -> None:
    """Narrow margins, with room for the head and foot of the page."""
    margins = sheet.page_margins
    margins.left = margins.right = _SIDE
    margins.top = margins.bottom = _END
    margins.header = margins.footer = _HEAD
