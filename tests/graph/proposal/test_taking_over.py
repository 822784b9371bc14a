"""Taking a judged workbook over into the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from proposal_case import (
    FINDINGS,
    TEXT,
    heads,
    judge,
    place_of,
    propose,
    read_case,
    setting,
    sheets_of,
    tables,
    write_proposal,
)

from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.proposal.plan import Plan
from beleidsspoor.graph.proposal.taking_over import plan_takeover
from beleidsspoor.graph.proposal.telling import tell_plan
from beleidsspoor.graph.recognise.model import Cell
from beleidsspoor.graph.register.schema import load_schema
from beleidsspoor.graph.sources import check_sources


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def voorstel(root: Path, tmp_path: Path) -> Path:
    return write_proposal(propose(root, read_case(tmp_path / "documenten")), tmp_path / "voorstel.xlsx")


def take_over(path: Path, root: Path) -> Plan:
    plan, files = plan_takeover(path, root)
    write_all_whole(files)
    return plan


def told(path: Path, root: Path) -> list[tuple[str, str | None, str, str]]:
    before = tables(root)
    with pytest.raises(InputFaults) as raised:
        plan_takeover(path, root)
    assert tables(root) == before
    return [
        (fault.file.removeprefix("voorstel.xlsx, "), fault.column, fault.message, fault.advice)
        for fault in raised.value.faults
    ]


def change_row(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))


def test_all_that_was_accepted_is_in_the_register_and_can_be_found(root: Path, voorstel: Path, tmp_path: Path) -> None:
    plan = take_over(judge(voorstel), root)

    assert not check_register(root)
    assert {change.row.table for change in plan.added} == {
        "documenten", "vindplaatsen", "partners", "themas", "opgaven", "acties", "indicatoren", "metingen",
        "budgetposten", "bedragen", "verbanden", "vermeldingen",
    }  # fmt: skip
    (report,) = [
        each
        for each in check_sources(open_dataset(root), tmp_path / "documenten").documents
        if each.source.row.id == "uitvoeringsprogramma-jeugd-2026"
    ]
    assert report.found == len(report.places) == 6
    assert not report.source.faults


def test_rows_that_were_there_keep_every_byte(root: Path, voorstel: Path) -> None:
    odd = root / "dorp" / "acties.csv"
    content = odd.read_bytes().replace(b"\n", b"\r\n").replace(b"Trainingen geven", b'"Trainingen geven"')
    odd.write_bytes(b"\xef\xbb\xbf" + content)
    before = tables(root)

    take_over(judge(voorstel), root)

    for name, old in before.items():
        assert tables(root)[name].startswith(old)
    assert tables(root)["dorp/acties.csv"].count(b"\r\n") == content.count(b"\r\n") + 2


def test_once_more_is_harmless(root: Path, voorstel: Path) -> None:
    take_over(judge(voorstel), root)
    before = tables(root)

    plan, files = plan_takeover(voorstel, root)

    assert plan.is_empty
    assert not files
    assert "Er verandert niets" in tell_plan(plan, load_schema())
    assert tables(root) == before


def test_only_rows_with_ja_are_taken(root: Path, voorstel: Path) -> None:
    judge(voorstel, "later")
    judge(voorstel, "nee", Documenten=setting(2, "oordeel", "ja"), Themas=setting(2, "oordeel", " JA "))

    plan = take_over(voorstel, root)

    assert {change.id for change in plan.added} == {
        "uitvoeringsprogramma-jeugd-2026", "uj26-thema-01", "uj26-v001",
    }  # fmt: skip
    assert (plan.refused, plan.waiting) == (13, 0)


def test_figures_without_a_judgement_follow_their_indicator(root: Path, voorstel: Path) -> None:
    workbook = load_workbook(voorstel)
    for sheet in sheets_of(workbook):
        if sheet.title not in ("Metingen", "Bedragen", "Budgetposten"):
            for row in range(2, sheet.max_row + 1):
                sheet.cell(row, heads(sheet)["oordeel"]).value = "ja"
    workbook["Metingen"].cell(3, heads(workbook["Metingen"])["oordeel"]).value = "nee"
    workbook.save(voorstel)

    plan = take_over(voorstel, root)

    added = [change.id for change in plan.added]
    assert "uj26-indicator-01-r2025" in added
    assert "uj26-indicator-01-b2026" not in added
    assert not [name for name in added if "budgetpost" in name]


def test_a_row_that_hangs_under_one_without_ja_is_told(root: Path, voorstel: Path) -> None:
    judge(voorstel, Opgaven=setting(2, "oordeel", "nee"))

    faults = told(voorstel, root)

    assert {fault[1] for fault in faults} == {"onderdeel_van", "naar"}
    place, _, message, advice = faults[0]
    assert place == place_of(voorstel, "Acties", 2, "onderdeel_van")
    assert message == "'uj26-opgave-01' bestaat niet."
    assert advice == "Die rij staat op blad Opgaven, rij 2, maar niet op ja. Zet haar op ja, of deze rij op nee."


def test_all_faults_are_told_at_once_each_in_its_cell(root: Path, voorstel: Path) -> None:
    judge(
        voorstel,
        Documenten=setting(2, "soort", "verhaal"),
        Acties=setting(3, "naam", "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien"),
        Indicatoren=setting(2, "vervallen", None),
        Metingen=setting(2, "waarde", "12 procent"),
        Bedragen=setting(3, "periode", "volgend jaar"),
    )

    faults = told(voorstel, root)

    assert [(place, column) for place, column, *_ in faults] == [
        (place_of(voorstel, sheet, row, column), column)
        for sheet, row, column in (
            ("Documenten", 2, "soort"), ("Acties", 3, "naam"), ("Indicatoren", 2, "vervallen"),
            ("Metingen", 2, "waarde"), ("Bedragen", 3, "periode"),
        )
    ]  # fmt: skip
    assert all(advice for *_, advice in faults)


def test_a_cell_is_told_once_and_hidden_places_are_not(root: Path, voorstel: Path) -> None:
    judge(voorstel, Acties=setting(2, "naam", "=1+1"), Documenten=setting(2, "oordeel", "nee"))

    faults = told(voorstel, root)

    assert [fault[2] for fault in faults if fault[1] == "naam"] == ["Hier staat een formule."]
    assert any(fault[1] == "document" for fault in faults)
    assert not [fault for fault in faults if "Vindplaatsen" in fault[0]]


def test_one_id_for_two_rows_is_told(root: Path, voorstel: Path) -> None:
    judge(voorstel, Acties=setting(3, "id", "uj26-actie-01"))

    (fault, *_) = told(voorstel, root)

    assert fault[2] == "Het id 'uj26-actie-01' staat ook op blad Acties, rij 2, met iets anders."


def test_a_row_that_a_judge_added_is_taken(root: Path, voorstel: Path) -> None:
    def add(sheet: Worksheet, columns: dict[str, int]) -> None:
        cells = {
            "oordeel": "ja", "id": "uj26-actie-99", "naam": "Iets doen", "document": "uitvoeringsprogramma-jeugd-2026",
            "vindplaatsen": "uj26-v008",
        }  # fmt: skip
        for name, value in cells.items():
            sheet.cell(9, columns[name]).value = value

    plan = take_over(judge(voorstel, Acties=add), root)

    assert {"uj26-actie-99", "uj26-v008"} <= {change.id for change in plan.added}
    assert not check_register(root)


def test_a_row_that_was_changed_in_the_register_is_left_and_told(root: Path, voorstel: Path) -> None:
    take_over(judge(voorstel), root)
    change_row(root, "dorp/acties.csv", "uj26-actie-02,,Sportclub Noord geeft 12 lessen", "uj26-actie-02,,Lessen geven")
    before = tables(root)

    plan, files = plan_takeover(voorstel, root)

    assert not files
    assert tables(root) == before
    assert [row.texts["id"] for row, _ in plan.skipped] == ["uj26-actie-02"]
    text = tell_plan(plan, load_schema())
    assert "Overgeslagen: uj26-actie-02 (blad Acties, rij 3). In het register staat zij nu anders:" in text


def test_what_the_judge_changes_after_taking_over_is_a_change(root: Path, voorstel: Path) -> None:
    # The judge words the action before the first time, as the guide asks, and fills in more after it.
    take_over(judge(voorstel, Acties=setting(3, "naam", "Twaalf lessen geven")), root)
    judge(voorstel, Acties=setting(3, "jaren", "2027"), Themas=setting(2, "naam", "Opgroeien in het dorp"))

    plan = take_over(voorstel, root)

    assert not plan.skipped
    assert {change.id: change.differences for change in plan.changed} == {
        "uj26-actie-02": [("jaren", "", "2027")],
        "uj26-thema-01": [("naam", "Opgroeien in Dorp", "Opgroeien in het dorp")],
    }
    assert "Twaalf lessen geven" in (root / "dorp" / "acties.csv").read_text(encoding="utf-8")
    assert take_over(voorstel, root).is_empty


def test_a_cell_that_was_changed_in_both_after_taking_over_is_told(root: Path, voorstel: Path) -> None:
    take_over(judge(voorstel), root)
    change_row(root, "dorp/themas.csv", "Opgroeien in Dorp", "Opgroeien in het dorp")
    change_row(root, "dorp/acties.csv", "uj26-actie-02,,Sportclub Noord geeft 12 lessen", "uj26-actie-02,,Lessen geven")
    judge(voorstel, Acties=setting(3, "jaren", "2027"), Themas=setting(2, "naam", "Jong zijn in Dorp"))
    before = tables(root)

    plan = take_over(voorstel, root)

    assert [row.texts["id"] for row, _ in plan.skipped] == ["uj26-thema-01", "uj26-actie-02"]
    assert tables(root) == before


def test_a_workbook_without_what_was_proposed_is_taken_over_as_before(root: Path, voorstel: Path) -> None:
    take_over(judge(voorstel, Themas=setting(1, "voorgesteld", None)), root)
    judge(voorstel, Themas=setting(2, "naam", "Opgroeien in het dorp"))

    assert [row.texts["id"] for row, _ in take_over(voorstel, root).skipped] == ["uj26-thema-01"]


def next_proposal(root: Path, tmp_path: Path) -> Path:
    """A proposal for a later version of the document, after the first was taken over."""
    take_over(judge(write_proposal(propose(root, read_case(tmp_path / "documenten")), tmp_path / "eerst.xlsx")), root)
    text = TEXT.replace("\t20\t35", "\t20\t40").replace("1.1 Kinderen", "1.2 Kinderen")
    findings = [replace(each, parent="1.2" if each.parent == "1.1" else each.parent) for each in FINDINGS]
    findings[1] = replace(findings[1], number="1.2")
    cells = (findings[4].cells[0], Cell("2026", "begroot", "40", 40.0))
    findings[4] = replace(findings[4], cells=cells)
    proposal = propose(root, read_case(tmp_path / "documenten", findings=findings, text=text))
    return write_proposal(proposal, tmp_path / "voorstel.xlsx")


def test_a_changed_document_changes_its_rows_in_their_place(root: Path, tmp_path: Path) -> None:
    path = judge(next_proposal(root, tmp_path))
    before = tables(root)["dorp/metingen.csv"].splitlines()

    plan = take_over(path, root)

    assert {change.id for change in plan.changed} == {
        "uitvoeringsprogramma-jeugd-2026", "uj26-opgave-01", "uj26-indicator-01", "uj26-indicator-01-b2026",
    }  # fmt: skip
    assert "  waarde: '35' → '40'" in tell_plan(plan, load_schema()).splitlines()
    after = tables(root)["dorp/metingen.csv"].splitlines()
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        b"uj26-indicator-01-b2026,uj26-indicator-01,uitvoeringsprogramma-jeugd-2026,2026,begroot,40,40,uj26-v005"
    ]
    assert not check_register(root)
    assert take_over(path, root).is_empty


def test_a_row_that_somebody_changed_meanwhile_is_not_overwritten(root: Path, tmp_path: Path) -> None:
    path = judge(next_proposal(root, tmp_path))
    change_row(root, "dorp/metingen.csv", "begroot,35,35,", "begroot,36,36,")

    plan = take_over(path, root)

    ((row, reason),) = plan.skipped
    assert row.texts["id"] == "uj26-indicator-01-b2026"
    assert reason.startswith("In het register staat zij nu anders: waarde is daar '36' en hier '40', ruw is daar '36'")
    assert b"begroot,36,36," in tables(root)["dorp/metingen.csv"]


def test_a_row_that_somebody_removed_meanwhile_does_not_come_back(root: Path, tmp_path: Path) -> None:
    path = judge(next_proposal(root, tmp_path))
    lines = (root / "dorp/metingen.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (root / "dorp/metingen.csv").write_text("".join(line for line in lines if "-b2026," not in line), encoding="utf-8")

    plan = take_over(path, root)

    assert [reason for _, reason in plan.skipped] == ["De rij is na het voorstel uit het register gehaald."]


def test_an_id_that_became_something_else_is_a_fault(root: Path, voorstel: Path) -> None:
    row = "uj26-thema-01,1,Heel iets anders,,agenda-2025,,v-wet\n"
    path = root / "dorp" / "themas.csv"
    path.write_bytes(path.read_bytes() + row.encode())

    (fault, *_) = told(judge(voorstel), root)

    assert fault[0] == place_of(voorstel, "Themas", 2, "id")
    assert fault[2] == "Het id 'uj26-thema-01' is in het register intussen van iets anders: Heel iets anders."
    assert "nieuw voorstel" in fault[3]


def test_a_register_with_faults_is_not_added_to(root: Path, voorstel: Path) -> None:
    change_row(root, "dorp/acties.csv", "2025;2026", "25")

    faults = told(judge(voorstel), root)

    assert faults[0][2] == "Het register heeft zelf al fouten."
    assert faults[1][0] == "dorp/acties.csv"


def test_another_ruimte_or_none_is_refused(root: Path, voorstel: Path, tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="gemaakt voor dorp, niet voor stad"):
        plan_takeover(voorstel, root, "stad")
    with pytest.raises(InputFaults, match="beleidsspoor nieuw dorp"):
        plan_takeover(voorstel, tmp_path / "leeg")


def test_when_one_file_cannot_be_written_none_is(root: Path, voorstel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, files = plan_takeover(judge(voorstel), root)
    before = tables(root)
    rename, renamed = Path.replace, []

    def fails_at_the_third(self: Path, target: Path) -> Path:
        renamed.append(target)
        if len(renamed) == 3:
            raise OSError("schijf vol")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", fails_at_the_third)
    with pytest.raises(OSError, match="schijf vol"):
        write_all_whole(files)

    assert tables(root) == before
    assert not [path for path in (root / "dorp").iterdir() if path.suffix != ".csv"]


#: What may be typed in a cell of a row that is accepted.
TYPED = st.one_of(
    st.none(), st.integers(0, 3000), st.sampled_from(["ja", "nee", "uj26-thema-01", "landelijk:inwoners", "a;b", ";", "1,5"]),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20),
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(edits=st.lists(st.tuples(st.integers(0, 10), st.integers(2, 4), st.integers(1, 24), TYPED), max_size=3))
def test_whatever_is_typed_the_register_has_no_faults_afterwards(
    root: Path, voorstel: Path, edits: list[tuple[int, int, int, object]]
) -> None:
    """An edit is either told and nothing is written, or taken over into a register that is still good."""
    before, path = tables(root), voorstel.with_name("bewerkt.xlsx")
    path.write_bytes(voorstel.read_bytes())
    judge(path)
    workbook = load_workbook(path)
    for sheet, row, at, value in edits:
        sheets_of(workbook)[sheet % len(sheets_of(workbook))].cell(row, at).value = value  # type: ignore[assignment]
    workbook.save(path)
    try:
        take_over(path, root)
    except InputFaults as faults:
        assert all(str(fault).startswith("bewerkt.xlsx, blad ") for fault in faults.faults), str(faults)
        assert tables(root) == before
        return

    assert not check_register(root)
    assert plan_takeover(path, root)[1] == {}
    for name in tables(root).keys() - before.keys():
        (root / name).unlink()
    for name, content in before.items():
        (root / name).write_bytes(content)
