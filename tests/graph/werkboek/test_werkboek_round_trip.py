"""Register → workbook → register: nothing that nobody changed is written, whatever the register holds."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from small_register import csv_text, small_tables, write_register
from werkboek_case import columns, files_of, make_workbook, row_of

from beleidsspoor.graph.excel.cell_text import tidy
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.register.reading import read_register, shipped_register
from beleidsspoor.graph.register.schema import Column, Kind, Table, load_schema
from beleidsspoor.graph.werkboek.baseline import baseline_of
from beleidsspoor.graph.werkboek.plan import Plan
from beleidsspoor.graph.werkboek.showing import show, unescaped
from beleidsspoor.graph.werkboek.taking_over import plan_takeover

#: A register is large to make smaller: the first one that fails is shown as it is.
GENERATE = (Phase.explicit, Phase.generate)
TABLES = (
    "documenten",
    "vindplaatsen",
    "gemeenten",
    "partners",
    "themas",
    "acties",
    "indicatoren",
    "metingen",
    "verbanden",
)
NASTY = (
    "=1+1", "@SUM(A1)", "'abc", "_x0041_", "x005F_", "_x005F_x0041_", "a;b", "Thema’s, en “meer”", "12", "1.10", "WAAR",
    "#N/A", "1-2", "00123", "a\nb", "a\r\nb", "\u00a0a\u00a0b", "a\u0085b", "\u202eom", "😀", "e\u0301", "  ", "\ttab", "Jeugd",
    "jeugd ", "ja", "dorp:acties-0", "<b>&amp;",
)  # fmt: skip
TEXTS = st.sampled_from(NASTY) | st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\ufffe\uffff", min_codepoint=32), max_size=15
).filter(lambda text: "\x7f" not in text)


def text_of(column: Column, known: dict[str, list[str]], ruimte: str) -> st.SearchStrategy[str]:
    """A cell of this column that reading finds no fault in; a reference is to a row that came before."""
    one: st.SearchStrategy[str]
    match column.kind:
        case Kind.REFERENCE:
            schema = load_schema()
            fitting = [
                name.removeprefix(f"{ruimte}:")
                for table, names in known.items()
                if schema.is_a(schema.tables[table].class_iri, column.target or "")
                for name in names
            ]
            one = st.sampled_from(fitting) if fitting else st.just("")
        case Kind.CHOICE:
            one = st.sampled_from(list(column.choices))
        case Kind.INTEGER:
            one = st.integers(-(10**18) + 1, 10**18 - 1).map(str) | st.sampled_from(["007", "-0"])
        case Kind.DECIMAL:
            one = st.from_regex(r"\A-?[0-9]{1,18}(\.[0-9]{1,9})?\Z")
        case Kind.BOOLEAN:
            one = st.sampled_from(["ja", "nee"])
        case Kind.YEAR:
            one = st.integers(1000, 9999).map(str)
        case Kind.DATE:
            one = st.dates().map(str)
        case Kind.IRI:
            one = st.just("https://wetten.overheid.nl/BWBR0035362?a=1;b")
        case _:
            one = TEXTS
    cells = st.lists(one, max_size=4).map(";".join) if column.many else one
    return cells | st.just("") | cells.map(lambda cell: f" {cell} " if "\n" not in cell else cell)


@st.composite
def registers(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a register of two ruimtes that refer to each other, written in many ways."""
    known: dict[str, list[str]] = {}
    made: dict[str, bytes] = {}
    for ruimte in ("land", "dorp"):
        for name in TABLES:
            table = load_schema().tables[name]
            rows = [draw(row_of_table(table, known, ruimte, number)) for number in range(draw(st.integers(0, 2)))]
            end, quoting = (
                draw(st.sampled_from(["\n", "\r\n"])),
                draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
            )
            target = io.StringIO(newline="")
            writer = csv.writer(target, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
            writer.writerow([column.name for column in table.columns])
            writer.writerows(rows)
            made[f"{ruimte}/{name}.csv"] = target.getvalue().encode()
    return made


@st.composite
def row_of_table(draw: st.DrawFn, table: Table, known: dict[str, list[str]], ruimte: str, number: int) -> list[str]:
    name = f"{table.name}-{number}"
    cells = [name if column.name == "id" else draw(text_of(column, known, ruimte)) for column in table.columns]
    known.setdefault(table.name, []).append(f"{ruimte}:{name}")
    return cells


def back(path: Path, root: Path) -> tuple[Plan, dict[Path, bytes]]:
    try:
        return plan_takeover(path, root)
    except InputFaults as faults:
        raise AssertionError(str(faults)) from faults


@settings(max_examples=12, phases=GENERATE, suppress_health_check=list(HealthCheck))
@given(files=registers())
def test_nothing_changes_when_nobody_changed_anything(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_register(Path(folder) / "register", {"land/groepen": [{"id": "inwoners", "naam": "Jeugd"}]}, files)
        register, faults = read_register(root)
        assert not faults, faults
        path = make_workbook(root, Path(folder) / "register.xlsx")

        plan, written = back(path, root)
        assert (plan.is_empty, written) == (True, {})

        # As a program saves it that reads the whole workbook and writes it anew.
        load_workbook(path).save(path)
        plan, written = back(path, root)
        assert (plan.is_empty, written) == (True, {})

        names = baseline_of(register, "dorp").names
        assert len({name.casefold() for name in names.values()}) == len(names)
        assert not any(";" in name or "\n" in name for name in names.values())


@settings(max_examples=8, phases=GENERATE, suppress_health_check=list(HealthCheck))
@given(told=st.lists(TEXTS, min_size=2, max_size=2), typed=TEXTS)
def test_one_cell_that_changes_is_the_only_one(told: list[str], typed: str) -> None:
    """Every other row keeps its bytes, and every other cell of the row has the text it had, to the letter."""
    tables = small_tables()
    for row, text in zip(tables["dorp/acties"], told, strict=True):
        row["toelichting"] = text
    with tempfile.TemporaryDirectory() as folder:
        root = write_register(Path(folder) / "register", tables)
        path = make_workbook(root, Path(folder) / "register.xlsx")
        before = files_of(root)
        workbook = load_workbook(path)
        cell = workbook["Acties"].cell(
            row_of(workbook["Acties"], "actie-1"), columns(workbook["Acties"])["Toelichting"]
        )
        cell.value, cell.data_type = typed, "s"
        workbook.save(path)

        _, written = back(path, root)

        write_all_whole(written)
        after = files_of(root)
        assert {name for name in after if after[name] != before[name]} <= {"dorp/acties.csv"}
        old, new = (
            list(csv.reader(io.StringIO(each["dorp/acties.csv"].decode(), newline=""))) for each in (before, after)
        )
        at = old[0].index("toelichting")
        assert new[0] == old[0]
        assert new[2] == old[2]
        assert after["dorp/acties.csv"].endswith(
            csv_text("acties", [tables["dorp/acties"][1]]).partition("\n")[2].encode()
        )
        assert [cell for number, cell in enumerate(new[1]) if number != at] == [
            cell for number, cell in enumerate(old[1]) if number != at
        ]
        assert new[1][at] == old[1][at] or new[1][at].split() == unescaped(tidy(typed)).split()


def test_a_text_that_excel_cannot_hold_is_cut_there_and_kept_here(tmp_path: Path) -> None:
    long = ";".join(f"partner-{number:03d}" for number in range(400))
    partners = [{"id": f"partner-{number:03d}", "naam": "naam " * 20 + str(number)} for number in range(400)]
    partners[1]["toelichting"], partners[2]["toelichting"] = "😀" * 19_000, "=" + "x" * 19_000
    tables = {"dorp/partners": partners, "dorp/acties": [{"id": "actie-1", "naam": "Iets", "betrokkenen": long}]}
    root = write_register(tmp_path / "register", tables)
    path = make_workbook(root, tmp_path / "register.xlsx")

    assert back(path, root)[1] == {}

    workbook = load_workbook(path)
    workbook["Acties"].cell(2, columns(workbook["Acties"])["Betrokkenen"]).value = "partner-001"
    workbook.save(path)
    with pytest.raises(InputFaults, match="De tekst van deze cel paste niet in Excel"):
        plan_takeover(path, root)


def test_every_value_that_is_shown_is_read_as_itself() -> None:
    column = next(each for each in load_schema().tables["metingen"].columns if each.kind is Kind.DECIMAL)
    for text, value in (
        ("12.50", 12.5),
        ("-3", -3),
        ("0.000000001", 1e-9),
        ("123456789012345.678", "123456789012345.678"),
    ):
        shown = show(text, column, "dorp", {})
        assert shown is not None
        assert shown.value == value


@pytest.mark.parametrize("ruimte", ["twenterand", "landelijk"])
def test_the_shipped_register_comes_back_from_libreoffice(ruimte: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("OVERGESLAGEN: LibreOffice (soffice) is er niet")
    root = tmp_path / "register"
    shutil.copytree(shipped_register(), root, ignore=shutil.ignore_patterns("__*"))
    path = make_workbook(root, tmp_path / "register.xlsx", ruimte)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    arguments = [office, home, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "uit"), str(path)]
    subprocess.run(arguments, check=True, capture_output=True, timeout=240)
    before = files_of(root)

    plan, written = back(tmp_path / "uit" / "register.xlsx", root)

    assert (plan.is_empty, plan.notes, written) == (True, (), {})
    assert files_of(root) == before
