"""Tables of the Word file: with set widths, a name that is read aloud, and rows that are not torn over two pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.dossier.model import DataTable
from beleidsspoor.graph.show.dossier.columns import shares
from beleidsspoor.graph.show.dossier.word.styles import CELL, CELL_HEAD, TABLE
from beleidsspoor.graph.show.dossier.word.xml import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

#: Width of the text on the page, in twentieths of a point.
TEXT_WIDTH = 9184


def add_table(document: Document, style: str, described: str, widths: Sequence[int], rows: int) -> Table:
    """Add an empty table of this style (a name) and these column widths (twentieths of a point), and room behind it."""
    from docx.shared import Pt, Twips

    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.style = document.styles[style]
    table.autofit = False
    properties: Any = table._tbl.tblPr
    properties.append(element("tblCaption", val=described))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Twips(width)
            set_style(cell, CELL)
    # A thin line of room, without which Word takes two tables for one.
    form = document.add_paragraph().paragraph_format
    form.space_after, form.line_spacing = Pt(0), Pt(8)
    return table


def add_data_table(document: Document, block: DataTable) -> None:
    """Add a table with its head repeated on every page."""
    parts = shares(block)
    widths = [TEXT_WIDTH * part // sum(parts) for part in parts]
    table = add_table(document, TABLE, block.caption, widths, 1 + len(block.rows))
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
    for place, (cell, text) in enumerate(zip(table._cells, chain(block.heads, *block.rows), strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text)
        if place < len(block.heads):
            set_style(cell, CELL_HEAD)
            paragraph.paragraph_format.keep_with_next = True


def set_style(cell: _Cell, style: str) -> None:
    """Give the first paragraph of a cell one of our own styles, whose id is its name.

    python-docx looks through all styles for each paragraph, which took more than half of the time of writing.
    """
    cell.paragraphs[0]._p.style = style
