"""Drop-downs of a workbook: their words stand on a hidden sheet, each list once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.sheets import put, put_head
from beleidsspoor.graph.excel.table_sheets import column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: The name of the hidden sheet.
LISTS = "Keuzelijsten"
_LONGEST_MESSAGE = 250


class ChoiceLists:
    """The hidden sheet with the words of every drop-down; a list is written once."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._ranges: dict[tuple[str, ...], str] = {}

    def offer(
        self, sheet: Worksheet, letter: str, last: int, name: str, words: Sequence[str], *, only: bool = True
    ) -> None:
        """Give the cells of a column, from the second row to the last, a drop-down. `name` heads the list.

        With `only` Excel refuses another word than these. A list without words is no drop-down.
        """
        from openpyxl.worksheet.datavalidation import DataValidation

        if not words:
            return
        offered = DataValidation(type="list", formula1=self._range(name, tuple(words)), allow_blank=True)
        offered.showErrorMessage = only
        if only:
            message = f"Kies uit: {', '.join(words)}."[:_LONGEST_MESSAGE]
            offered.errorTitle, offered.error = "Kies uit de lijst", message
        offered.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(offered)

    def _range(self, name: str, words: tuple[str, ...]) -> str:
        if words not in self._ranges:
            column = len(self._ranges) + 1
            put_head(self._sheet, 1, column, name)
            for row, word in enumerate(words, start=2):
                put(self._sheet, row, column, word)
            letter = column_letter(column)
            self._ranges[words] = f"{LISTS}!${letter}$2:${letter}${len(words) + 1}"
        return self._ranges[words]
