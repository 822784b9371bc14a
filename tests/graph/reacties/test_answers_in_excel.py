"""Answers in the answer sheet, as people leave them there."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from answer_case import answer, dossier, write_excel
from openpyxl.worksheet.worksheet import Worksheet

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.reacties.answer_form import HEADS
from beleidsspoor.graph.reacties.from_excel import read_excel_answers

_SHEET = "Uw reacties"


@pytest.fixture
def fill(klein_register: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """Writes a filled answer sheet."""
    root = klein_register()
    return lambda *answers, who="Piet": write_excel(tmp_path / "piet.xlsx", dossier(root), answers, who)


@pytest.fixture
def register_with_long_names(klein_register: Callable[..., Path]) -> Path:
    """A register in which everything has a name that no column can hold."""
    root = klein_register()
    for name in ("themas", "acties", "indicatoren"):
        path = root / "dorp" / f"{name}.csv"
        tables = {"themas": "Gezond leven", "acties": "Trainingen geven", "indicatoren": "Aantal trainingen"}
        path.write_text(
            path.read_text(encoding="utf-8").replace(tables[name], tables[name] + " voor iedereen" * 12),
            encoding="utf-8",
        )
    return root


def change(path: Path, edit: Callable[[Worksheet], None]) -> Path:
    workbook = openpyxl.load_workbook(path)
    edit(workbook[_SHEET])
    workbook.save(path)
    return path


def test_what_is_left_empty_is_no_answer(fill: Callable[..., Path]) -> None:
    assert read_excel_answers(fill()).filled == ()


def test_a_cell_of_an_answer_is_known_by_its_name(fill: Callable[..., Path]) -> None:
    form = read_excel_answers(fill(answer("dorp:actie-1", soort="zorg", tekst="Regel 1\nRegel 2")))

    [filled] = form.filled
    assert (form.who, filled.text("soort"), filled.text("tekst")) == ("Piet", "zorg", "Regel 1\nRegel 2")
    assert filled.places["tekst"] == "piet.xlsx, blad Uw reacties, cel E3"


def test_an_added_row_takes_the_version_of_its_element(fill: Callable[..., Path]) -> None:
    filled = read_excel_answers(fill(answer(tekst="Eerste"), answer(tekst="Tweede"))).filled

    assert [each.text("tekst") for each in filled] == ["Eerste", "Tweede"]
    assert filled[0].text("versie") == filled[1].text("versie") != ""


def test_rows_and_columns_may_be_moved(fill: Callable[..., Path]) -> None:
    def move(sheet: Worksheet) -> None:
        sheet.insert_rows(1, amount=3)
        sheet.insert_cols(1)
        sheet["A1"] = "Mijn aantekeningen"

    [filled] = read_excel_answers(change(fill(answer()), move)).filled

    assert (filled.text("element"), filled.text("tekst")) == ("dorp:actie-1", "Wie betaalt dit?")


@pytest.mark.parametrize(
    ("typed", "text"),
    [(2026, "2026"), (12.5, "12,5"), (True, "ja"), (datetime.date(2026, 3, 1), "01-03-2026"), ("=A1+1", "=A1+1")],
)
def test_what_excel_makes_of_a_text_is_read_as_text(fill: Callable[..., Path], typed: object, text: str) -> None:
    def type_it(sheet: Worksheet) -> None:
        sheet["E3"] = typed

    [filled] = read_excel_answers(change(fill(), type_it)).filled

    assert filled.text("tekst") == text


def test_text_beside_the_columns_is_told(fill: Callable[..., Path]) -> None:
    def beside(sheet: Worksheet) -> None:
        sheet["I3"] = "Nog iets"

    [notice] = read_excel_answers(change(fill(answer()), beside)).notices

    assert notice.startswith("piet.xlsx, blad Uw reacties, cel I3:")
    assert "'Nog iets'" in notice


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    openpyxl.Workbook().save(path)

    with pytest.raises(InputFaults, match="geen blad om te antwoorden"):
        read_excel_answers(path)


def test_the_sheet_has_a_row_for_each_place_and_a_list_of_kinds(fill: Callable[..., Path]) -> None:
    workbook = openpyxl.load_workbook(fill())
    sheet = workbook[_SHEET]

    assert [cell.value for cell in sheet["G"]] == [HEADS["element"], "dorp:thema-1", "dorp:actie-1", "dorp:indicator-1"]
    assert [cell.value for cell in sheet["A"][1:]] == ["Gezond leven"] * 3
    [offered] = sheet.data_validations.dataValidation
    assert "D4" in offered.sqref
    assert "hier ontbreekt iets" in [cell.value for row in workbook["Keuzelijsten"] for cell in row]


def test_the_sheet_is_the_same_every_time(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    made = dossier(klein_register())

    assert write_excel(tmp_path / "a.xlsx", made, []).exists()
    from beleidsspoor.graph.show.dossier.as_answer_sheet import to_workbook

    assert to_workbook(made) == to_workbook(made)


def test_the_cells_to_fill_are_in_sight_on_a_laptop(register_with_long_names: Path, tmp_path: Path) -> None:
    path = write_excel(tmp_path / "piet.xlsx", dossier(register_with_long_names), [])
    sheet = openpyxl.load_workbook(path)[_SHEET]

    before = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert sum(before) < 130
    assert all(cell.alignment.wrap_text for cell in sheet[2] if cell.value)
    # The name takes six lines, whatever the program makes of a row without a height.
    assert (sheet.row_dimensions[2].height or 0) >= 6 * 15
