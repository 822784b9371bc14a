"""Whatever is thrown at the check and the build: a clear fault, never an exception, never a half-written file."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from small_register import Tables, csv_text, small_tables, write_register

from beleidsspoor.cli.main import group
from beleidsspoor.graph.check import inspect_register
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.schema import load_schema

#: Signs that CSV, RDF, SPARQL, a terminal or a file name give a meaning, and letters that fold or compose.
NASTY = "\",;:\\'<>|{}^`%#?/.-_=+@\t\n\r\x0b\x1b\x7f\x85\u00a0\u200b\u202e\u2028\ufeff\ufffe\U0001f600éßİe\u0301aB0 "

words = st.sampled_from(["x" * 25_000, "9" * 400, "dorp:thema-1", "graaf", "2025", "ja"])
texts = st.text(NASTY, max_size=12) | st.text(max_size=8) | words
cells = st.dictionaries(st.integers(0, 16), texts, max_size=5)
table_names = st.sampled_from(sorted(load_schema().tables))
places = st.sampled_from(sorted(small_tables()))


def check(root: Path) -> list[Fault]:
    """The faults of a register, after making sure that they are good ones and that the build holds."""
    dataset, faults = inspect_register(root)
    for fault in faults:
        assert fault.message.endswith("."), fault
        assert fault.line is None or fault.line > 0
    quads = list(ox.parse(dataset.nquads, ox.RdfFormat.N_QUADS))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert dataset.trig
    return faults


def in_folder(tables: Tables | None = None, files: dict[str, str | bytes] | None = None) -> list[Fault]:
    with tempfile.TemporaryDirectory() as folder:
        return check(write_register(Path(folder), tables, files))


@settings(max_examples=60)
@given(places, st.binary(max_size=300))
def test_any_bytes_for_a_table(table: str, content: bytes) -> None:
    assert in_folder(files={f"{table}.csv": content})


@settings(max_examples=60)
@given(places, st.data())
def test_a_table_that_is_cut_and_pasted_in(table: str, data: st.DataObject) -> None:
    raw = csv_text(table.partition("/")[2], small_tables()[table]).encode()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 30)))
    filler = data.draw(st.binary(max_size=10) | texts.map(lambda text: text.encode()))

    in_folder(files={f"{table}.csv": raw[:start] + filler + raw[end:]})


@settings(max_examples=60)
@given(st.lists(st.tuples(table_names, cells), max_size=4))
def test_any_text_in_any_cell(rows: list[tuple[str, dict[int, str]]]) -> None:
    tables = small_tables()
    for number, (table, values) in enumerate(rows):
        names = [column.name for column in load_schema().tables[table].columns]
        row = {"id": f"rij-{number}"} | {names[index]: text for index, text in values.items() if index < len(names)}
        tables.setdefault(f"dorp/{table}", []).append(row)

    in_folder(tables)


@settings(max_examples=40)
@given(places, st.data())
def test_any_text_in_a_cell_of_a_good_row(table: str, data: st.DataObject) -> None:
    tables = small_tables()
    column = data.draw(st.sampled_from(sorted(tables[table][0])))
    tables[table][0][column] = data.draw(texts)

    in_folder(tables)


@settings(max_examples=40)
@given(st.lists(st.text(NASTY.replace("/", "").replace("\n", ""), min_size=1, max_size=8), min_size=1, max_size=3))
def test_any_names_of_folders_and_files(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_register(Path(folder))
        for name in names:
            if name.strip(".") and not (root / name).exists():
                (root / name).mkdir()
                (root / name / "acties.csv").write_text("id\n", encoding="utf-8")
            if name.strip("."):
                (root / "dorp" / name).write_text("id\n", encoding="utf-8")
        faults = check(root)

    seen = {name for name in names if not name.startswith((".", "__", "~$", "README")) and name.strip(".")}
    assert len(faults) >= len(seen)


def test_a_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    root = write_register(tmp_path)
    for folder in (root, root / "dorp", root / "overeenkomsten"):
        (folder / "caf\udce9.tsv").write_bytes(b"x")

    assert len(check(root)) == 3


def test_a_huge_cell_in_every_column(tmp_path: Path) -> None:
    tables = small_tables()
    columns = [column.name for column in load_schema().tables["acties"].columns]
    tables["dorp/acties"].append(dict.fromkeys(columns, "x" * 150_000))

    faults = check(write_register(tmp_path, tables))

    assert {(fault.file, fault.line) for fault in faults} >= {("dorp/acties.csv", 4)}
    assert all(len(str(fault)) < 1000 for fault in faults)


def test_many_faults_are_told_in_reasonable_time(tmp_path: Path) -> None:
    tables = small_tables()
    tables["dorp/acties"] += [{"id": f"a{number}", "trekker": f"weg-{number}"} for number in range(1000)]

    faults = check(write_register(tmp_path, tables))

    # The leader, the name, the document and the places of each.
    assert len(faults) == 4000


@pytest.mark.parametrize("content", ['id,naam\na,"open\n' * 3000, '"' * 50_001, "a\n" * 20_000, '"\n' * 20_001])
def test_a_table_that_is_broken_all_over(content: str, tmp_path: Path) -> None:
    assert check(write_register(tmp_path, files={"dorp/acties.csv": content}))


@settings(max_examples=20)
@given(places, st.binary(min_size=1, max_size=60))
def test_the_build_writes_all_or_nothing(table: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_register(Path(folder) / "register", files={f"{table}.csv": content})
        target = Path(folder) / "uit"

        result = CliRunner().invoke(group, ["bouw", "--data", str(root), "-o", str(target)])

        assert result.exit_code == 1
        assert not target.exists()


@settings(max_examples=40)
@given(st.lists(st.lists(texts, min_size=2, max_size=4), max_size=5))
def test_a_table_of_any_cells_under_the_right_heading(rows: list[list[str]]) -> None:
    target = io.StringIO()
    csv.writer(target).writerows([["id", "naam", "andere_namen", "toelichting", "vindplaatsen"], *rows])

    in_folder(files={"landelijk/groepen.csv": target.getvalue().encode()})
