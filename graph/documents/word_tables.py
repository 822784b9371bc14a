"""The tables of Word: their rows and cells, also within what wraps them, and merged cells as HTML counts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from beleidsspoor.graph.documents.drafting import Cell, squeeze
from beleidsspoor.graph.documents.markup import child, local_name
from beleidsspoor.graph.documents.word_text import number_in, text_of, value_of

#: What may stand round the rows of a table, or round the cells of a row.
_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins")


def cells_of_frame(table: Any) -> list[Any] | None:
    """The cells of a table of one column, which is a frame round a text; None for any other table."""
    rows = [list(_inside(row, "tc")) for row in _inside(table, "tr")]
    return [cell for cells in rows for cell in cells] if all(len(cells) <= 1 for cells in rows) else None


def rows_of(table: Any) -> tuple[list[list[Cell]], int]:
    """The rows of a table with their cells, and how many of them, on top, are heads."""
    rows: list[list[Cell]] = []
    heads = 0
    for row in _inside(table, "tr"):
        if heads == len(rows) and child(row, "trPr", "tblHeader") is not None:
            heads += 1
        rows.append([_cell(cell) for cell in _inside(row, "tc")])
    return _merge_down(rows), min(heads, len(rows) - 1)


def _inside(parent: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, in their order."""
    for element in parent:
        name = local_name(element)
        if name == wanted:
            yield element
        elif name in _WRAPPERS:
            yield from _inside(element, wanted)


def _cell(element: Any) -> Cell:
    """The cell; `rows` is 0 for one that goes on a merged cell above it."""
    span = child(element, "tcPr", "gridSpan")
    merge = child(element, "tcPr", "vMerge")
    texts = (squeeze(text_of(paragraph)) for paragraph in element.iter("{*}p"))
    goes_on = merge is not None and value_of(merge) != "restart"
    columns = number_in(value_of(span))
    return Cell("\n".join(text for text in texts if text), max(1, columns or 1), 0 if goes_on else 1)


def _merge_down(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows, with cells that go on a cell above counted into that one, as in HTML."""
    above: dict[int, Cell] = {}
    merged: list[list[Cell]] = []
    for cells in rows:
        kept: list[Cell] = []
        column = 0
        for cell in cells:
            if cell.rows == 0 and column in above:
                above[column].rows += 1
            else:
                cell.rows = 1
                above[column] = cell
                kept.append(cell)
            column += cell.columns
        merged.append(kept)
    return merged
