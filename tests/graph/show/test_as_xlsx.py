"""The workbook as an Excel user expects it, and as a label cannot break it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from sample_reports import sample_report, sample_row, texts

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.excel.sheets import STATE_COLOURS, sheet_names
from beleidsspoor.graph.places import places
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.scope import STATE_WORDS
from beleidsspoor.graph.show.as_xlsx import to_xlsx
from beleidsspoor.graph.show.report import Report, overview_report
from beleidsspoor.graph.show.tables import Evidence
from beleidsspoor.graph.words import visible


def read(content: bytes) -> Workbook:
    """The workbook as a reader finds it."""
    return load_workbook(io.BytesIO(content))


@pytest.fixture
def overview(klein_register: Callable[..., Path]) -> Report:
    store = open_dataset(klein_register()).store
    return overview_report([ask(store, question) for question in shipped_questions().values()], Evidence(places(store)))


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_every_label_comes_back_as_text(rows: list[tuple[str, str]]) -> None:
    book = read(to_xlsx(sample_report(*(sample_row(naam=naam, werk=werk) for naam, werk in rows))))
    sheet = book.worksheets[1]
    for number, (naam, werk) in enumerate(rows, start=2):
        for column, text in ((2, naam), (5, werk)):
            cell = sheet.cell(number, column)
            assert cell.data_type in ("s", "n")
            assert (cell.value or "") == visible(text)
            assert cell.quotePrefix or not visible(text).startswith(tuple("=+-@\t＝＋－＠"))


def test_no_cell_of_the_file_is_a_formula() -> None:
    content = to_xlsx(sample_report(sample_row("=1+1", werk="@SUM(A1)")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_numbers_are_numbers_and_states_have_their_word_and_colour() -> None:
    rows = [sample_row(state=state, aantal=number) for number, state in enumerate(STATE_WORDS)]
    sheet = read(to_xlsx(sample_report(*rows))).worksheets[1]
    for number, (state, word) in enumerate(STATE_WORDS.items(), start=2):
        assert sheet.cell(number, 3).value == word
        assert sheet.cell(number, 3).fill.fgColor.rgb[-6:] == STATE_COLOURS[state][0]
        assert sheet.cell(number, 4).value == number - 2
        assert sheet.cell(number, 4).data_type == "n"


def test_a_label_that_reads_like_a_state_gets_no_colour() -> None:
    sheet = read(to_xlsx(sample_report(sample_row("gat")))).worksheets[1]
    assert sheet.cell(2, 2).fill.fill_type is None


def test_every_sheet_of_rows_can_be_filtered_keeps_its_heads_and_prints_on_one_page_wide(overview: Report) -> None:
    for sheet in read(to_xlsx(overview)).worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
            "landscape",
            1,
            0,
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert "abc" in sheet.oddFooter.left.text or "Register" in sheet.oddFooter.left.text
        assert all(8 < dimension.width < 60 for dimension in sheet.column_dimensions.values())
        assert sheet.cell(1, 1).alignment.wrap_text


def test_the_workbook_has_a_cover_the_overview_and_a_sheet_per_question(overview: Report) -> None:
    book = read(to_xlsx(overview))
    assert book.sheetnames[:3] == ["Uitleg en bronnen", "Overzicht", "Overzicht per thema"]
    assert len(book.sheetnames) == 3 + len(shipped_questions())
    assert book.sheetnames[3] == "Acties zonder doel"
    assert all(len(name) <= 31 for name in book.sheetnames)
    cover = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"alle gemeenten", "Agenda van Dorp 2025", "datum niet vermeld", *STATE_WORDS.values()} <= cover
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[3:]]


def test_the_overview_sheets_count_what_the_questions_hold(overview: Report) -> None:
    book = read(to_xlsx(overview))
    heads, *rows = book["Overzicht"].iter_rows(values_only=True)
    assert heads == ("Gemeente", "Vraag", "Gedekt", "Gat", "Bewust open", "Niet onderzocht", "Totaal")
    assert ("Dorp", "acties-zonder-doel", 1, 1, 0, 0, 2) in rows
    per_thema = list(book["Overzicht per thema"].iter_rows(min_row=2, values_only=True))
    assert sum(row[-1] for row in per_thema if row[1] == "acties-zonder-doel") == 2


def test_the_same_report_gives_the_same_bytes_on_another_day(overview: Report) -> None:
    content = to_xlsx(overview)
    assert content == to_xlsx(overview)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2000, 1, 1)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


@given(st.lists(texts, max_size=8))
def test_sheet_names_are_good_unique_and_short(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len(names) == len(wanted) == len({name.casefold() for name in names})
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)
    book = Workbook()
    for name in names:
        assert book.create_sheet(name).title == name
