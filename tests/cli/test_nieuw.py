"""beleidsspoor nieuw, as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run


def test_a_new_municipality_is_ready_to_use(run: Run, tmp_path: Path) -> None:
    code, shown, _ = run("nieuw", "Súdwest-Fryslân", "--data", tmp_path / "data")

    assert code == 0
    assert "GM1900, https://identifier.overheid.nl/tooi/id/gemeente/gm1900" in shown
    assert "--ruimte sudwest-fryslan" in shown
    assert "landelijk" in shown
    assert run("controleer", "--data", tmp_path / "data")[0] == 0
    assert (
        "Jeugdwet"
        in run("vraag", "SELECT ?wet WHERE { ?w a bs:Wet ; skos:prefLabel ?wet }", "--data", tmp_path / "data")[1]
    )


def test_the_shared_tables_of_a_register_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "landelijk").mkdir()

    _, shown, _ = run("nieuw", "Almelo", "--data", tmp_path)

    assert "landelijk" not in shown
    assert not list((tmp_path / "landelijk").iterdir())


def test_a_second_time_is_refused_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("nieuw", "Almelo", "--data", tmp_path)
    path = tmp_path / "almelo" / "gemeenten.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    before = path.read_bytes()

    code, _, told = run("nieuw", "almelo", "--data", tmp_path)

    assert code == 1
    assert "Deze map is er al." in told
    assert path.read_bytes() == before


def test_an_unknown_name_is_told_with_what_to_do(run: Run, tmp_path: Path) -> None:
    code, _, told = run("nieuw", "Almeloo", "--data", tmp_path)

    assert code == 1
    assert "Bedoelt u Almelo?" in told
    assert "--cbs-code" in told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["nieuw", "neem-over"])
def test_an_installed_program_asks_for_the_register(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    installed = tmp_path / "site" / "data"
    installed.mkdir(parents=True)
    monkeypatch.setattr("beleidsspoor.graph.register.reading.shipped_register", lambda: installed)
    (tmp_path / "Almelo").write_bytes(b"")
    monkeypatch.chdir(tmp_path)

    code, _, told = run(command, "Almelo")

    assert code == 2
    assert "Geef met --data de map van uw register" in told
    assert not list(installed.iterdir())
