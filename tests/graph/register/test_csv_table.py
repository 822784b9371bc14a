"""Reading one CSV file: records with their lines, and a fault for everything that is no good CSV."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.csv_table import LONGEST_CELL, CsvTable, read_csv

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def read(content: str | bytes) -> tuple[CsvTable, list[Fault]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_csv(path, "tabel.csv")


def lines_of(faults: list[Fault]) -> list[tuple[int | None, str | None]]:
    return [(fault.line, fault.column) for fault in faults]


def test_records_know_the_line_they_start_on() -> None:
    table, faults = read('id,naam\na,"twee\nregels"\n\nb,"een ""citaat"""\n')

    assert faults == []
    assert table == CsvTable(("id", "naam"), ((2, ("a", "twee\nregels")), (5, ("b", 'een "citaat"'))))


@pytest.mark.parametrize(
    "text", ["id,naam\r\na,x\r\n", "\ufeffid,naam\na,x\n", "id,naam\na,x", " id , naam \na,x\n\n,\n"]
)
def test_windows_line_ends_a_byte_order_mark_and_empty_lines_are_no_faults(text: str) -> None:
    assert read(text) == (CsvTable(("id", "naam"), ((2, ("a", "x")),)), [])


def test_all_broken_lines_are_told_and_the_good_ones_read() -> None:
    table, faults = read('id,naam\na,"x"y\nb,goed\nc,te,veel\nd\ne,"open\nf,ook goed\n')

    assert lines_of(faults) == [(2, None), (6, None), (4, None), (5, None)]
    assert [line for line, _ in table.records] == [3, 7]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "Het bestand is leeg."),
        (b"\n\n", 1, "Het bestand is leeg."),
        (b"id;naam\na;b\n", 1, "niet met komma's gescheiden"),
        (b"id\tnaam\na\tb\n", 1, "niet met komma's gescheiden"),
        (b"id,naam\na,\0\n", 2, "NUL-teken"),
        ("id,naam\na,b\n".encode("utf-16"), 1, "geen UTF-8"),
    ],
)
def test_a_file_that_is_no_table(content: bytes, line: int, message: str) -> None:
    table, (fault,) = read(content)

    assert table == CsvTable((), ())
    assert fault.line == line
    assert message in fault.message


def test_a_wrong_byte_is_told_in_its_cell_and_the_rest_is_read() -> None:
    table, faults = read("id,naam,plaats\na,x,y\nb,goed,caf\xe9\nc,\xe9,\xe9\n".encode("latin-1"))

    assert lines_of(faults) == [(3, "plaats")]
    assert [cells[0] for _, cells in table.records] == ["a", "b", "c"]


def test_a_wrong_byte_in_the_heading_or_in_a_broken_line_has_no_column() -> None:
    assert (1, None) in lines_of(read(b"id,na\xe9m\na,b\n")[1])
    assert (2, None) in lines_of(read(b"id,naam\na,b,\xe9\n")[1])


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    table, (fault,) = read_csv(tmp_path / "weg.csv", "weg.csv")

    assert table == CsvTable((), ())
    assert "kan niet worden gelezen" in fault.message


@pytest.mark.parametrize("size", [LONGEST_CELL + 1, 200_000])
def test_a_huge_cell_is_a_fault_on_its_line(size: int) -> None:
    table, faults = read(f"id,naam\na,{'x' * size}\nb,goed\n")

    assert [fault.line for fault in faults] == [2]
    assert [line for line, _ in table.records] == [3]


@given(st.lists(st.tuples(cells, cells), max_size=6))
def test_what_a_csv_program_writes_is_read_back(rows: list[tuple[str, str]]) -> None:
    target = io.StringIO()
    csv.writer(target).writerows([("id", "naam"), *rows])

    table, faults = read(target.getvalue())

    assert faults == []
    assert [found for _, found in table.records] == [row for row in rows if any(cell.strip() for cell in row)]


@given(st.binary(max_size=200))
def test_any_bytes_give_faults_or_records_of_one_width(content: bytes) -> None:
    table, faults = read(content)

    assert faults or table.header
    assert all(len(found) == len(table.header) for _, found in table.records)
    assert all(fault.file == "tabel.csv" and fault.message.endswith(".") for fault in faults)


@given(st.text('abc",;\r\n\t ', max_size=80))
def test_signs_that_csv_gives_a_meaning_never_break_reading(text: str) -> None:
    table, faults = read("id,naam\n" + text)

    last = text.count("\n") + text.count("\r") + 2
    assert all(1 < (fault.line or 0) <= last for fault in faults)
    assert all(1 < line <= last for line, _ in table.records)
