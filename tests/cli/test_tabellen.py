"""beleidsspoor tabellen, as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def test_the_folder_is_written_and_told_row_by_row(run: Run, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dashboard"
    code, out, err = run("tabellen", "-o", folder, "--data", data)
    assert (code, err) == (0, "")
    assert "  metingen.csv  2 rijen\n" in out and f"Geschreven: {folder}" in out
    names = {path.name for path in folder.iterdir()}
    assert {"dekking.csv", "links.csv", "woordenboek.csv", "csv-metadata.json", "power-query.txt"} <= names
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    run("tabellen", "-o", folder, "--data", data)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_filter_is_said_in_the_tables(run: Run, data: Path, tmp_path: Path) -> None:
    code, _, _ = run("tabellen", "-o", tmp_path / "t", "--gemeente", "stad", "--toestand", "gat", "--data", data)
    assert code == 0
    assert "Stad, toestand gat" in (tmp_path / "t" / "herkomst.csv").read_text(encoding="utf-8-sig")
    assert "dorp" not in (tmp_path / "t" / "dekking.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((), "er ontbreekt iets"),
        (("-o", "t", "--gemeente", "stat"), "Bedoelt u stad?"),
        (("-o", "t", "--toestand", "gaten"), "bestaat niet. Kies uit: gedekt, gat"),
    ],
)
def test_wrong_use_writes_nothing(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("tabellen", *arguments, "--data", data)
    assert code == 2 and out == "" and text in err.replace("\n", " ")
    assert not (tmp_path / "t").exists()


def test_a_file_where_the_folder_should_be_is_told(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "t").write_text("iets")
    code, _, err = run("tabellen", "-o", tmp_path / "t", "--data", data)
    assert code == 2 and "t" in err and "Traceback" not in err
    assert (tmp_path / "t").read_text() == "iets"
