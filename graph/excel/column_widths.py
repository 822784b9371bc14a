"""Columns that share the width of a sheet of paper, so that the rows of a table take as few lines as can be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.row_heights import PER_WIDTH
from beleidsspoor.graph.excel.table_sheets import column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: What a column needs beside its head for the button of the filter, and how long a word may be that is kept whole.
_BUTTON, _LONGEST_WORD = 2, 12
#: Where many columns leave hardly any room, this part is added: smaller letters, but no column of half words.
_SPARE = 0.25
_STEP = 1.0
#: A row is as high as its longest cell: a cell of six lines counts for more than two cells of three.
_POWER = 3


def fit_widths(sheet: Worksheet, total: float, last: int | None = None) -> None:
    """Share `total` signs out over the columns in sight, up to the column `last`; heads stand in the first row.

    A column gets room for its head and its longest word. What is left goes, bit by bit, to the column in which it saves
    the most lines. Columns whose texts fit stay narrow, so a sheet may be narrower than `total`; one of very many
    columns is wider.
    """
    lengths: dict[str, Counter[int]] = {}
    widths: dict[str, float] = {}
    for cells in sheet.iter_cols(max_col=last):
        head, *texts = ("" if cell.value is None else str(cell.value) for cell in cells)
        letter = column_letter(cells[0].column or 1)
        if sheet.column_dimensions[letter].hidden:
            continue
        lengths[letter] = Counter(len(line) for text in texts for line in text.split("\n"))
        word = max((len(word) for text in texts for word in text.split()), default=0)
        widths[letter] = float(max(len(head) + _BUTTON, min(word, _LONGEST_WORD) + 1))
    gains = {letter: _gain(lengths[letter], widths[letter]) for letter in widths}
    total = max(total, (1 + _SPARE) * sum(widths.values()))
    while sum(widths.values()) + _STEP <= total:
        best = max(gains, key=lambda letter: gains[letter], default=None)
        if best is None or gains[best] <= 0:
            break
        widths[best] += _STEP
        gains[best] = _gain(lengths[best], widths[best])
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width


def _gain(lengths: Counter[int], width: float) -> float:
    """How much is saved when a column of this width, with texts of these lengths, gets a step wider."""
    return _cost(lengths, width) - _cost(lengths, width + _STEP)


def _cost(lengths: Counter[int], width: float) -> float:
    room = width * PER_WIDTH
    return sum(times * max(length / room, 1.0) ** _POWER for length, times in lengths.items())
