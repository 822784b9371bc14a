"""Rows as high as their text."""

from __future__ import annotations

from openpyxl import Workbook

from beleidsspoor.graph.excel.row_heights import fit_heights


def height(text: str, width: float, *, hidden: bool = False, merged: bool = False) -> float | None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = text
    for letter in "AB":
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["A"].hidden = hidden
    if merged:
        sheet.merge_cells("A1:B1")
    fit_heights(sheet)
    found: float | None = sheet.row_dimensions[1].height
    return found


def test_a_row_grows_with_its_text() -> None:
    words = "woord " * 20
    one, two, narrow = height("kort", 20), height(words, 60), height(words, 15)
    assert one is None
    assert two is not None and narrow is not None and 15 < two < narrow


def test_lines_and_merged_and_hidden_columns_count_as_they_are_seen() -> None:
    assert height("een\ntwee\ndrie", 20) == 45
    assert height("woord " * 20, 30, merged=True) == height("woord " * 20, 60)
    assert height("woord " * 20, 15, hidden=True) is None


def test_no_row_is_higher_than_excel_allows() -> None:
    assert height("woord " * 5000, 10) == 409
