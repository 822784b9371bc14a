"""Columns share the width of the paper by what is in them."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from beleidsspoor.graph.excel.column_widths import fit_widths
from beleidsspoor.graph.excel.row_heights import fit_heights
from beleidsspoor.graph.excel.table_sheets import column_letter

PASSAGE = "Wij openen samen met de inwoners een huis van de wijk, en daar kan iedereen terecht met een vraag. " * 3


def sheet_of(*rows: tuple[str, ...]) -> Worksheet:
    sheet = Workbook().active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return sheet


def widths(sheet: Worksheet) -> list[float]:
    return [sheet.column_dimensions[column_letter(at)].width for at in range(1, sheet.max_column + 1)]


def test_the_longest_texts_get_what_is_left() -> None:
    sheet = sheet_of(("oordeel", "naam", "passage"), ("", "Huis van de wijk openen", PASSAGE))

    fit_widths(sheet, 120)

    judgement, name, passage = widths(sheet)
    assert judgement == len("oordeel") + 2
    assert judgement < name < passage
    assert 119 <= judgement + name + passage <= 120


def test_rows_are_lower_than_with_columns_of_one_width() -> None:
    rows = [
        ("oordeel", "naam", "passage"),
        *(("ja", "Huis van de wijk openen", PASSAGE[:length]) for length in (60, 290)),
    ]
    heights = []
    for fitted in (True, False):
        sheet = sheet_of(*rows)
        for letter in "ABC":
            sheet.column_dimensions[letter].width = 40
        if fitted:
            fit_widths(sheet, 120)
        fit_heights(sheet)
        heights.append(sum(sheet.row_dimensions[row].height or 15 for row in (2, 3)))

    assert heights[0] < heights[1]


def test_columns_whose_texts_fit_take_no_more() -> None:
    sheet = sheet_of(("periode", "waarde"), ("2025", "1200"))

    fit_widths(sheet, 200)

    assert widths(sheet) == [9, 8]


def test_hidden_columns_and_those_behind_the_last_do_not_count() -> None:
    sheet = sheet_of(("naam", "id", "reden", "passage"), (PASSAGE, PASSAGE, PASSAGE, PASSAGE))
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["B"].width = sheet.column_dimensions["D"].width = 33

    fit_widths(sheet, 100, last=3)

    name, hidden, reason, behind = widths(sheet)
    assert name + reason == 100
    assert (hidden, behind) == (33, 33)


def test_many_columns_keep_their_heads_and_some_room() -> None:
    heads = tuple(f"kolom_{number:02d}" for number in range(30))
    sheet = sheet_of(heads, (PASSAGE, *heads[1:]))

    fit_widths(sheet, 100)

    assert all(width >= len(heads[0]) + 2 for width in widths(sheet))
    assert widths(sheet)[0] > 3 * widths(sheet)[1]


def test_a_sheet_without_rows_keeps_room_for_its_heads() -> None:
    sheet = sheet_of(("oordeel", "naam"))

    fit_widths(sheet, 100)

    assert widths(sheet) == [9, 6]
