"""The register as a workbook: what a person finds in it."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from small_register import Tables, small_tables
from werkboek_case import columns, make_workbook, row_of

from beleidsspoor.graph.register.reading import read_register
from beleidsspoor.graph.register.schema import Kind, load_schema
from beleidsspoor.graph.werkboek.explaining import how_to_fill
from beleidsspoor.graph.werkboek.writing import write_workbook


def workbook_of(root: Path, ruimte: str = "dorp") -> Workbook:
    register, faults = read_register(root)
    assert not faults
    return load_workbook(io.BytesIO(write_workbook(register, ruimte)))


@pytest.fixture
def tables() -> Tables:
    tables = small_tables()
    tables["dorp/documenten"][0] |= {"vastgesteld": "2025-03-01", "periode_van": "2025"}
    tables["dorp/metingen"][0]["waarde"] = "12.50"
    return tables


@pytest.fixture
def workbook(klein_register: Callable[..., Path], tables: Tables) -> Workbook:
    return workbook_of(klein_register(tables))


def cell(workbook: Workbook, sheet: str, name: str, heading: str) -> tuple[object, str]:
    found = workbook[sheet].cell(row_of(workbook[sheet], name), columns(workbook[sheet])[heading])
    return found.value, found.number_format


def test_every_table_has_a_sheet_and_those_without_rows_stand_behind(workbook: Workbook) -> None:
    visible = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "visible"]

    assert visible[:2] == ["Leeswijzer", "Kolommen"]
    assert len(visible) == 2 + len(load_schema().tables)
    assert visible.index("Verklaringen") < visible.index("Fasen")
    assert workbook["Fasen"].max_row == 1
    assert [str(head.value) for head in workbook["Fasen"][1]][:3] == ["Id", "Nummer", "Naam"]


def test_dates_years_and_numbers_are_what_excel_counts_with(workbook: Workbook) -> None:
    assert cell(workbook, "Documenten", "agenda-2025", "Vastgesteld") == (datetime.datetime(2025, 3, 1), "dd-mm-yyyy")
    assert cell(workbook, "Documenten", "agenda-2025", "Periode van") == (2025, "0")
    assert cell(workbook, "Metingen", "meting-2024", "Waarde") == (12.5, "0.00")
    assert cell(workbook, "Vindplaatsen", "v-titel", "Regel van") == (1, "0")
    assert cell(workbook, "Metingen", "meting-2024", "Ruw") == ("12", "@")


def test_references_stand_by_name(workbook: Workbook) -> None:
    assert cell(workbook, "Acties", "actie-1", "Trekker")[0] == "Dorp"
    assert cell(workbook, "Acties", "actie-1", "Betrokkenen")[0] == "Sportclub Noord;\nInwoners"
    assert cell(workbook, "Acties", "actie-1", "Vindplaatsen")[0] == "Agenda van Dorp 2025, regel 10"
    assert cell(workbook, "Verbanden", "verband-2", "Naar")[0] == "Bewegen"


def test_two_rows_of_one_name_are_told_apart(klein_register: Callable[..., Path], tables: Tables) -> None:
    tables["dorp/acties"][1]["naam"] = "Trainingen geven"
    tables["dorp/acties"][1]["nummer"] = "7"
    tables["dorp/subdoelen"][0]["naam"] = "gezond  leven"
    workbook = workbook_of(klein_register(tables))

    assert cell(workbook, "Verbanden", "verband-1", "Naar")[0] == "Trainingen geven (actie)"
    assert cell(workbook, "Verbanden", "verband-2", "Van")[0] == "Trainingen geven (actie 7)"
    assert cell(workbook, "Opgaven", "opgave-1", "Onderdeel van")[0] == "Gezond leven (thema 1)"
    assert cell(workbook, "Acties", "actie-1", "Onderdeel van")[0] == "gezond leven (subdoel)"


def test_a_name_in_a_list_has_no_semicolon(klein_register: Callable[..., Path], tables: Tables) -> None:
    tables["dorp/partners"][0]["naam"] = "Sport; spel, en meer"
    workbook = workbook_of(klein_register(tables))

    assert cell(workbook, "Acties", "actie-1", "Betrokkenen")[0] == "Sport, spel, en meer;\nInwoners"
    assert cell(workbook, "Partners", "sportclub-noord", "Naam")[0] == "Sport; spel, en meer"


def test_lists_and_references_have_a_drop_down(workbook: Workbook) -> None:
    sheet = workbook["Acties"]
    offered = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    trekker = chr(64 + columns(sheet)["Trekker"])
    listed = words(workbook, offered[f"{trekker}2:{trekker}503"].formula1)

    assert listed == ["Dorp", "Inwoners", "Sportclub Noord"]
    assert not offered[f"{trekker}2:{trekker}503"].showErrorMessage
    (kind,) = [each for each in workbook["Partners"].data_validations.dataValidation if each.showErrorMessage][:1]
    assert "organisatie" in words(workbook, kind.formula1)


def words(workbook: Workbook, place: str) -> list[str]:
    sheet, _, cells = place.partition("!")
    return [str(row[0].value) for row in workbook[sheet][cells.replace("$", "")]]


def test_rows_of_another_municipality_are_not_offered(klein_register: Callable[..., Path]) -> None:
    workbook = workbook_of(klein_register())
    listed = {str(each.value) for column in workbook["Keuzelijsten"].iter_cols() for each in column}

    assert "Inwoners" in listed
    assert "Iedereen telt mee" not in listed


def test_heads_stay_in_sight_explain_themselves_and_repeat_on_paper(workbook: Workbook) -> None:
    sheet = workbook["Acties"]
    note = sheet.cell(1, columns(sheet)["Trekker"]).comment

    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == (
        "$1:$1",
        "landscape",
        1,
    )
    assert note is not None
    assert "Wie de actie trekt" in note.text
    assert "zet ; tussen de namen" in note.text


def test_a_sheet_tells_what_every_column_means(workbook: Workbook) -> None:
    rows = list(workbook["Kolommen"].iter_rows(min_row=2, values_only=True))

    assert len(rows) == sum(len(table.columns) for table in load_schema().tables.values())
    soort = next(row for row in rows if row[:2] == ("Partners", "Soort"))
    assert soort[3:5] == ("ja", "nee")
    assert "organisatie, samenwerkingsverband" in str(soort[6])
    assert (
        next(row for row in rows if row[:2] == ("Acties", "Trekker"))[6] == "een rij van: Gemeenten, Partners, Groepen"
    )


def test_the_guide_counts_the_rows(workbook: Workbook) -> None:
    guide = {row[0]: row[2] for row in workbook["Leeswijzer"].iter_rows(values_only=True)}

    assert guide["Acties"] == "2"
    assert guide["Fasen"] == "nog leeg"


def test_the_same_register_gives_the_same_bytes(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    root = klein_register()

    assert (
        make_workbook(root, tmp_path / "een.xlsx").read_bytes() == make_workbook(root, tmp_path / "b.xlsx").read_bytes()
    )


def test_every_kind_of_column_says_how_to_fill_it_in() -> None:
    kinds = {column.kind: column for table in load_schema().tables.values() for column in table.columns}
    assert set(kinds) == set(Kind)
    assert all(how_to_fill(column) for column in kinds.values())
