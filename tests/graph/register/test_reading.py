"""Reading a register: its files, columns, rows and version, and every fault on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_register import csv_text, small_tables

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.mappings import read_mappings
from beleidsspoor.graph.register.reading import Register, read_register, shipped_register

Write = Callable[..., Path]


def told(faults: list[Fault]) -> list[tuple[str, int | None, str | None]]:
    return [(fault.file, fault.line, fault.column) for fault in faults]


def test_rows_know_their_file_line_and_cells(klein_register: Write) -> None:
    register, faults = read_register(klein_register())

    assert faults == []
    row = register.by_reference["dorp:actie-1"]
    assert (row.file, row.line, row.ruimte, row.table.class_name) == ("dorp/acties.csv", 2, "dorp", "Actie")
    assert row.cells["betrokkenen"] == ("sportclub-noord", "landelijk:inwoners")
    assert row.one("uitvoerders") is None
    assert register.ruimtes == ("dorp", "landelijk", "stad")


def test_a_reference_means_the_row_in_its_own_ruimte(klein_register: Write) -> None:
    register, _ = read_register(klein_register())

    own, other = register.find("principe-1", "dorp"), register.find("stad:principe-1", "dorp")
    assert own is not None and own.ruimte == "dorp"
    assert other is not None and other.ruimte == "stad"
    assert register.find("principe-1", "landelijk") is None


def test_the_shipped_register_is_read_without_faults() -> None:
    register, faults = read_register(shipped_register())

    assert faults == []
    assert sum(1 for _ in register.rows_of("indicatoren")) == 96
    assert sum(1 for _ in register.rows_of("metingen")) == 361


def test_the_version_changes_with_a_file_and_only_then(klein_register: Write) -> None:
    root = klein_register()
    first = read_register(root)[0].version
    again = read_register(root)[0].version
    (root / "dorp/README.txt").write_text("Geen tabel.", encoding="utf-8")
    with_notes = read_register(root)[0].version
    path = root / "overeenkomsten/stad-dorp.sssom.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("0.9", "0.7"), encoding="utf-8")
    changed = read_register(root)[0].version

    assert first == again == with_notes != changed


@pytest.mark.parametrize(
    ("files", "file", "message"),
    [
        ({"dorp/akties.csv": "id\n"}, "dorp/akties.csv", "Bedoelt u acties.csv?"),
        ({"dorp/xyz.csv": "id\n"}, "dorp/xyz.csv", "Bekende tabellen: documenten,"),
        ({"dorp/acties.xlsx": b"PK"}, "dorp/acties.xlsx", "kent geen tabel"),
        ({"acties.csv": "id\n"}, "acties.csv", "Een tabel staat in de map van een ruimte."),
        ({"Dorp Noord/themas.csv": "id\n"}, "Dorp Noord", "geen goede naam voor een ruimte"),
        ({"dorp/oud/acties.csv": "id\n"}, "dorp/oud", "Een map in een ruimte wordt niet gelezen."),
    ],
)
def test_files_that_do_not_belong(
    files: dict[str, str | bytes], file: str, message: str, klein_register: Write
) -> None:
    _, (fault,) = read_register(klein_register(files=files))

    assert (fault.file, fault.line) == (file, None)
    assert message in str(fault)


def test_notes_and_hidden_files_are_passed_over(klein_register: Write) -> None:
    files = {"README.md": "", "dorp/.DS_Store": "", "dorp/~$acties.csv": "", "__pycache__/x.pyc": ""}

    assert read_register(klein_register(files=files))[1] == []


def test_a_table_that_cannot_be_opened_is_a_fault(klein_register: Write) -> None:
    root = klein_register()
    (root / "dorp/criteria.csv").symlink_to(root / "weg.csv")

    assert told(read_register(root)[1]) == [("dorp/criteria.csv", None, None)]


def test_no_folder_and_no_tables(tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "weg"):
        register, (fault,) = read_register(root)

        assert register.rows == ()
        assert fault.file == str(root)


def test_faults_of_the_heading(klein_register: Write) -> None:
    text = csv_text("kernen", small_tables()["dorp/kernen"]).replace("naam", "naamm", 1).replace("toelichting", "id")

    assert told(read_register(klein_register(files={"dorp/kernen.csv": text}))[1]) == [
        # Both `naam` and `toelichting` are not there.
        ("dorp/kernen.csv", 1, None),
        ("dorp/kernen.csv", 1, "id"),
        ("dorp/kernen.csv", 1, "naamm"),
        # The second column `id` is empty, and the last one counts.
    ]


def test_a_row_without_an_id(klein_register: Write) -> None:
    tables = small_tables()
    tables["dorp/budgetposten"].append({"naam": "Zonder id"})

    assert told(read_register(klein_register(tables))[1]) == [("dorp/budgetposten.csv", 3, "id")]


def test_a_double_id_is_told_at_the_second_row_also_in_another_table(klein_register: Write) -> None:
    tables = small_tables()
    tables["dorp/kernen"].append({"id": "lasten-2025", "naam": "Hoogkerk", "gemeente": "gemeente-dorp"})

    register, faults = read_register(klein_register(tables))

    assert told(faults) == [("dorp/kernen.csv", 3, "id")]
    assert "bestaat al in dorp/bedragen.csv, regel 2" in faults[0].message
    assert register.by_reference["dorp:lasten-2025"].table.name == "bedragen"


def test_one_bad_value_among_good_ones_leaves_the_good_ones(klein_register: Write) -> None:
    tables = small_tables()
    tables["dorp/acties"][0]["jaren"] = "2025;volgend jaar;2026"

    register, faults = read_register(klein_register(tables))

    assert told(faults) == [("dorp/acties.csv", 2, "jaren")]
    assert register.by_reference["dorp:actie-1"].cells["jaren"] == ("2025", "2026")


def test_rows_keep_the_order_of_the_files(klein_register: Write) -> None:
    def order(register: Register) -> list[tuple[str, int]]:
        return [(row.file, row.line) for row in register.rows]

    register, _ = read_register(klein_register())

    assert order(register) == sorted(order(register))


def test_files_of_the_system_and_of_office_programs_are_passed_over(klein_register: Write) -> None:
    files = dict.fromkeys(
        ("Thumbs.db", "dorp/desktop.ini", "dorp/Thumbs.db", "~$register.xlsx", "dorp/.~lock.acties.csv#", ".DS_Store",
         "dorp/~WRL0001.tmp", "overeenkomsten/Thumbs.db", "overeenkomsten/~$a.sssom.tsv"), "x",
    )  # fmt: skip
    root = klein_register(files=files)
    register, faults = read_register(root)
    assert faults == []
    assert read_mappings(register)[1] == []


def test_several_missing_columns_are_one_fault(klein_register: Write) -> None:
    root = klein_register(files={"dorp/kernen.csv": "id,naam\nkern-1,Laagkerk\n"})
    (fault,) = (fault for fault in read_register(root)[1] if fault.file == "dorp/kernen.csv")
    assert (fault.line, fault.column) == (1, None)
    assert fault.message.startswith("Er ontbreken ") and "gemeente" in fault.message and "naam" not in fault.message


def test_a_file_without_any_of_its_columns_is_one_fault_with_the_way_out(klein_register: Write) -> None:
    root = klein_register(files={"dorp/kernen.csv": "kern-1,Laagkerk\nkern-2,Hoogkerk\n"})
    fault = next(fault for fault in read_register(root)[1] if fault.file == "dorp/kernen.csv")
    assert "geen enkele kolom van kernen.csv" in fault.message
    assert "id,naam" in fault.advice and "beleidsspoor nieuw" in fault.advice


def test_no_row_can_have_the_name_of_its_graph(klein_register: Write) -> None:
    tables = small_tables()
    tables["dorp/budgetposten"].append({"id": "graaf", "naam": "Zonder naam", "document": "agenda"})
    fault = next(fault for fault in read_register(klein_register(tables))[1] if fault.column == "id")
    assert (fault.file, fault.line) == ("dorp/budgetposten.csv", 3)
    assert "'graaf' kan niet" in fault.message
