"""A judged workbook is read back, whatever a person or a program did to it."""

from __future__ import annotations

import datetime
import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from proposal_case import heads, judge, propose, read_case, setting, sheets_of, write_proposal

from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.proposal.model import Proposal
from beleidsspoor.graph.proposal.reading_back import JudgedRow, JudgedWorkbook, read_workbook
from beleidsspoor.graph.register.schema import load_schema


@pytest.fixture
def proposal(klein_register: Callable[..., Path], tmp_path: Path) -> Proposal:
    return propose(klein_register(), read_case(tmp_path))


@pytest.fixture
def voorstel(proposal: Proposal, tmp_path: Path) -> Path:
    return write_proposal(proposal, tmp_path / "voorstel.xlsx")


def read(path: Path) -> tuple[JudgedWorkbook, list[Fault]]:
    return read_workbook(path, load_schema())


def one(workbook: JudgedWorkbook, name: str) -> JudgedRow:
    return next(row for row in workbook.rows if row.texts.get("id") == name)


def test_what_was_proposed_is_read_back_to_the_letter(proposal: Proposal, voorstel: Path) -> None:
    workbook, faults = read(voorstel)

    assert not faults
    assert workbook.ruimte == "dorp"
    written = {row.id: {name: ";".join(values) for name, values in row.cells.items()} for row in proposal.rows}
    assert {row.texts["id"]: row.texts for row in workbook.rows} == written


def test_columns_may_be_moved_and_rows_sorted_or_left_empty(proposal: Proposal, voorstel: Path) -> None:
    before, _ = read(judge(voorstel))
    workbook = load_workbook(voorstel)
    for sheet in sheets_of(workbook):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for number, row in enumerate([rows[0], [], *rows[:0:-1]], start=1):
            for at in range(1, sheet.max_column + 1):
                sheet.cell(number, at).value = row[-at] if row else None
    workbook.save(voorstel)

    after, faults = read(voorstel)

    assert not faults
    assert {row.texts["id"]: row.texts for row in after.rows} == {row.texts["id"]: row.texts for row in before.rows}
    assert {row.judgement for row in after.rows if row.table != "vindplaatsen"} == {"ja"}


def test_a_number_where_text_was_is_the_same_text(voorstel: Path) -> None:
    judge(
        voorstel,
        Acties=setting(2, "jaren", 2027),
        Themas=setting(2, "nummer", 1.0),
        Metingen=setting(2, "waarde", 20.5),
        Bedragen=setting(2, "waarde", "1200,25"),
        Indicatoren=setting(2, "vervallen", True),
    )

    workbook, faults = read(voorstel)

    assert not faults
    assert one(workbook, "uj26-actie-01").texts["jaren"] == "2027"
    assert one(workbook, "uj26-thema-01").texts["nummer"] == "1"
    assert one(workbook, "uj26-indicator-01-r2025").texts["waarde"] == "20.5"
    assert one(workbook, "uj26-budgetpost-01-r2025").texts["waarde"] == "1200.25"
    assert one(workbook, "uj26-indicator-01").texts["vervallen"] == "ja"


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("jaren", datetime.datetime(2026, 1, 1), "Excel maakte hier een datum van (2026-01-01)."),
        ("nummer", datetime.date(2026, 2, 1), "Excel maakte hier een datum van (2026-02-01)."),
        ("nummer", 1.1, "Excel maakte hier het getal 1,1 van, en dan valt een nul aan het eind weg."),
        ("nummer", datetime.time(1, 10), "Excel maakte hier een tijd van."),
        ("naam", "=1+1", "Hier staat een formule."),
        ("oordeel", "misschien", "'misschien' is geen oordeel."),
    ],
)
def test_what_cannot_be_read_is_told_with_sheet_and_cell(
    voorstel: Path, column: str, value: object, message: str
) -> None:
    judge(voorstel, Acties=setting(3, column, value))

    _, faults = read(voorstel)

    assert [fault.message for fault in faults] == [message]
    assert re.search(r"^voorstel\.xlsx, blad Acties, cel [A-Z]+3$", faults[0].file)
    assert faults[0].advice


def test_a_date_is_good_where_a_date_belongs(voorstel: Path) -> None:
    judge(voorstel, Documenten=setting(2, "vastgesteld", datetime.datetime(2026, 3, 1)))

    workbook, faults = read(voorstel)

    assert not faults
    assert one(workbook, "uitvoeringsprogramma-jeugd-2026").texts["vastgesteld"] == "2026-03-01"


def test_what_was_not_accepted_may_hold_anything(voorstel: Path) -> None:
    judge(voorstel, "nee", Acties=setting(3, "jaren", datetime.datetime(2026, 1, 1)))

    assert read(voorstel)[1] == []


def test_a_column_that_was_removed_or_renamed_is_told(voorstel: Path) -> None:
    judge(voorstel, Acties=setting(1, "jaren", "jaartallen"), Themas=setting(1, "gezien", None))

    _, faults = read(voorstel)

    assert [(fault.file, fault.message) for fault in faults] == [
        ("voorstel.xlsx, blad Themas", "De kolom 'gezien' ontbreekt."),
        ("voorstel.xlsx, blad Acties", "De kolom 'jaren' ontbreekt."),
    ]


def test_a_sheet_that_was_renamed_is_told_and_one_that_was_added_is_left(voorstel: Path) -> None:
    workbook = load_workbook(voorstel)
    workbook["Acties"].title = "Actie"
    workbook.create_sheet("Mijn notities")["A1"] = "Nog bespreken"
    workbook.save(voorstel)

    _, faults = read(voorstel)

    assert [fault.file for fault in faults] == ["voorstel.xlsx, blad Actie"]
    assert faults[0].advice == "Noem het blad Acties."


def test_a_line_above_the_headings_is_no_harm(voorstel: Path) -> None:
    workbook = load_workbook(voorstel)
    workbook["Acties"].insert_rows(1)
    workbook["Acties"]["A1"] = "Besproken op maandag"
    workbook.save(voorstel)

    read_again, faults = read(voorstel)

    assert not faults
    assert one(read_again, "uj26-actie-01").number == 3


def test_a_file_as_other_programs_save_it(voorstel: Path) -> None:
    """Excel and LibreOffice keep texts in a list of their own; some write a wrong size and many empty rows."""
    before, _ = read(judge(voorstel))
    strings: list[str] = []

    def shared(match: re.Match[str]) -> str:
        strings.append(match[3])
        return f'<c {match[1]}t="s"{match[2]}><v>{len(strings) - 1}</v></c>'

    contents: dict[str, str] = {}
    with zipfile.ZipFile(voorstel) as old:
        for name in old.namelist():
            text = old.read(name).decode()
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(r'<dimension ref="[^"]*" ?/>', '<dimension ref="A1"/>', text)
                cell = r'<c ([^>]*?)t="inlineStr"([^>]*)><is>(.*?)</is></c>'
                text = re.sub(cell, shared, text, flags=re.DOTALL)
                empty = "".join(f'<row r="{number}"><c r="A{number}"/></row>' for number in range(900, 1200))
                text = text.replace("</sheetData>", f"{empty}</sheetData>")
            contents[name] = text
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    told = "".join(f"<si>{text}</si>" for text in strings)
    contents["xl/sharedStrings.xml"] = f'<sst xmlns="{namespace}">{told}</sst>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    )
    with zipfile.ZipFile(voorstel, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in contents.items():
            new.writestr(name, text)

    after, faults = read(voorstel)

    assert not faults
    assert len(strings) > 100
    assert [(row.texts, row.judgement) for row in after.rows] == [(row.texts, row.judgement) for row in before.rows]


@pytest.mark.parametrize("content", [b"", b"geen werkblad", b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_another_kind_of_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "voorstel.xlsx"
    path.write_bytes(content)

    with pytest.raises(InputFaults) as told:
        read(path)

    assert len(told.value.faults) == 1
    assert told.value.faults[0].advice


def test_a_workbook_that_is_no_proposal_is_refused(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "rooster.xlsx")

    with pytest.raises(InputFaults, match="geen voorstel van deze versie"):
        read(tmp_path / "rooster.xlsx")


def test_a_bomb_is_refused(voorstel: Path) -> None:
    with zipfile.ZipFile(voorstel, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/leeg.bin", b"\0" * 250_000_000)

    with pytest.raises(InputFaults, match="dat kan een aanval zijn"):
        read(voorstel)


def test_a_broken_part_is_refused(voorstel: Path, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.xlsx"
    with zipfile.ZipFile(voorstel) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[: len(content) // 2] if name.endswith("sheet4.xml") else content)

    with pytest.raises(InputFaults, match="kan niet als Excel-bestand worden gelezen"):
        read(broken)


#: What a person, or a program, may leave in a cell.
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=False, allow_infinity=False),
    st.datetimes(datetime.datetime(1900, 3, 1), datetime.datetime(2100, 1, 1)), st.times(),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40), st.sampled_from(["=A1", "#REF!", "ja"]),
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(edits=st.lists(st.tuples(st.integers(0, 8), st.integers(1, 5), st.integers(1, 25), VALUES), max_size=12))
def test_whatever_is_typed_is_read_or_told(voorstel: Path, edits: list[tuple[int, int, int, object]]) -> None:
    workbook = load_workbook(voorstel)
    sheets = sheets_of(workbook)
    for sheet, row, at, value in edits:
        sheets[sheet % len(sheets)].cell(row, at).value = value  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "voorstel.xlsx"
        workbook.save(path)

        judged, faults = read(path)

    assert all(fault.message and fault.advice for fault in faults)
    assert all(isinstance(text, str) and text for row in judged.rows for text in row.texts.values())
    assert heads(sheets[0])
