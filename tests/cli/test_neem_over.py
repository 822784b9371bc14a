"""beleidsspoor neem-over, as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run
from proposal_case import judge, place_of, propose, read_case, setting, tables, write_proposal


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def voorstel(root: Path, tmp_path: Path) -> Path:
    return write_proposal(propose(root, read_case(tmp_path)), tmp_path / "voorstel.xlsx")


def test_it_tells_what_changes_and_writes_it(run: Run, root: Path, voorstel: Path) -> None:
    code, shown, _ = run("neem-over", judge(voorstel), "--data", root)

    assert code == 0
    assert "Nieuw in acties: 2 (uj26-actie-01, uj26-actie-02)" in shown
    assert f"Geschreven: {root / 'dorp' / 'acties.csv'}" in shown
    assert run("controleer", "--data", root)[0] == 0


def test_again_is_harmless(run: Run, root: Path, voorstel: Path) -> None:
    run("neem-over", judge(voorstel), "--data", root)
    before = tables(root)

    code, shown, _ = run("neem-over", voorstel, "--data", root)

    assert code == 0
    assert "Er verandert niets" in shown
    assert "Geschreven" not in shown
    assert tables(root) == before


def test_a_trial_writes_nothing(run: Run, root: Path, voorstel: Path) -> None:
    before = tables(root)

    code, shown, _ = run("neem-over", judge(voorstel), "--data", root, "--proef")

    assert code == 0
    assert "Nieuw in acties: 2" in shown
    assert shown.endswith("Proef: er is niets geschreven.\n")
    assert tables(root) == before


def test_every_fault_is_told_with_sheet_and_cell_and_nothing_is_written(run: Run, root: Path, voorstel: Path) -> None:
    before = tables(root)
    judge(voorstel, Acties=setting(3, "jaren", "25"), Themas=setting(2, "naam", None))

    code, _, told = run("neem-over", voorstel, "--data", root)

    assert code == 1
    lines = told.splitlines()
    assert lines[0].startswith(
        f"voorstel.xlsx, {place_of(voorstel, 'Themas', 2, 'naam')}, kolom naam: Deze cel is leeg."
    )
    years = place_of(voorstel, "Acties", 3, "jaren")
    assert lines[1].startswith(f"voorstel.xlsx, {years}, kolom jaren: '25' is geen jaar.")
    assert lines[2] == "2 fouten gevonden. Er is niets geschreven."
    assert tables(root) == before


def test_a_proposal_for_another_municipality_is_refused(run: Run, root: Path, voorstel: Path) -> None:
    code, _, told = run("neem-over", voorstel, "--data", root, "--ruimte", "stad")

    assert code == 1
    assert "gemaakt voor dorp, niet voor stad" in told


def test_a_file_that_is_no_proposal_is_refused(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.xlsx").write_bytes(b"Geachte raad")

    code, _, told = run("neem-over", tmp_path / "brief.xlsx", "--data", root)

    assert code == 1
    assert "Traceback" not in told
