"""Opening what somebody sends as an Excel workbook."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from beleidsspoor.graph.excel.opening import merged_cells, open_workbook
from beleidsspoor.graph.faults import InputFaults


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("oud.xls", b"\xd0\xcf\x11\xe0" + b"x" * 600, "het is een oud Excel-bestand"),
        ("leeg.xlsx", b"", "Dit bestand is leeg."),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(InputFaults, match=told), open_workbook(path):
        pass


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "register.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<office/>")

    with pytest.raises(InputFaults, match=r"Dit is geen Excel-bestand \(\.xlsx\)\. Bewaar het in Excel of LibreOffice"):
        merged_cells(path)


def test_merged_cells_are_found_by_sheet(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_sheet("Acties").merge_cells("B2:B4")
    workbook.save(tmp_path / "register.xlsx")

    assert merged_cells(tmp_path / "register.xlsx") == {"Acties": ["B2:B4"]}
