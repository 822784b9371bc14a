"""Making a workbook of a register, and editing it as a person does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.register.reading import read_register
from beleidsspoor.graph.werkboek.plan import Plan
from beleidsspoor.graph.werkboek.taking_over import plan_takeover
from beleidsspoor.graph.werkboek.writing import write_workbook

#: What a person does to a workbook.
Edit = Callable[[Workbook], None]


def make_workbook(root: Path, path: Path, ruimte: str = "dorp") -> Path:
    """The workbook of a ruimte, at `path`; the register must have no faults of reading."""
    register, faults = read_register(root)
    assert not faults, faults
    path.write_bytes(write_workbook(register, ruimte))
    return path


def edit(path: Path, *edits: Edit, to: str | None = None) -> Path:
    """Edit a workbook and save it, under another name when `to` is given."""
    workbook = load_workbook(path)
    for each in edits:
        each(workbook)
    target = path.with_name(to) if to else path
    workbook.save(target)
    return target


def setting(sheet: str, name: str, heading: str, value: object) -> Edit:
    """An edit of the cell in the row with this id."""

    def change(workbook: Workbook) -> None:
        page = workbook[sheet]
        page.cell(row_of(page, name), columns(page)[heading]).value = value  # type: ignore[assignment]

    return change


def adding(sheet: str, **cells: object) -> Edit:
    """An edit that adds a row below the last; a heading of two words is written with `_`."""

    def add(workbook: Workbook) -> None:
        page = workbook[sheet]
        row = 1 + max(cell.row for line in page.iter_rows() for cell in line if cell.value is not None)
        for heading, value in cells.items():
            page.cell(row, columns(page)[heading.replace("_", " ")]).value = value  # type: ignore[assignment]

    return add


def deleting(sheet: str, name: str) -> Edit:
    """An edit that removes the row with this id."""
    return lambda workbook: workbook[sheet].delete_rows(row_of(workbook[sheet], name))


def columns(sheet: Worksheet) -> dict[str, int]:
    """The headings of a sheet with their columns."""
    return {str(cell.value): cell.column for cell in sheet[1] if cell.value is not None}


def row_of(sheet: Worksheet, name: str) -> int:
    """The number of the row with this id."""
    at = columns(sheet)["Id"]
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == name)


def take_over(path: Path, root: Path) -> Plan:
    """Take a workbook over, and give what it changed."""
    plan, files = plan_takeover(path, root)
    write_all_whole(files)
    return plan


def faults_of(path: Path, root: Path) -> list[tuple[str, str | None, str, str]]:
    """What is wrong with a workbook: place in the workbook, column, message, advice. Nothing may be written."""
    before = files_of(root)
    try:
        plan_takeover(path, root)
    except InputFaults as raised:
        assert files_of(root) == before
        start = f"{path.name}, blad "
        return [(fault.file.removeprefix(start), fault.column, fault.message, fault.advice) for fault in raised.faults]
    raise AssertionError("nothing was wrong")


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of a register, by its path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.*sv"))}
