"""beleidsspoor bouw, as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run


@pytest.fixture
def data(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def test_the_build_tells_what_it_counted_and_wrote(run: Run, data: Path, tmp_path: Path) -> None:
    code, out, _ = run("bouw", "--data", data, "-o", tmp_path)
    quads = (tmp_path / "graaf.nq").read_bytes().count(b"\n")
    assert code == 0
    assert "Acties" in out and f"{quads:,}".replace(",", ".") + " feiten" in out
    assert f"Geschreven: {tmp_path / 'graaf.trig'}" in out.replace("\n", " ")


def test_the_build_makes_its_own_folder_but_not_the_one_above(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("bouw", "--data", data, "-o", tmp_path / "uit")[0] == 0
    assert (tmp_path / "uit" / "graaf.nq").is_file()
    assert run("bouw", "--data", data, "-o", tmp_path / "typo" / "uit")[0] == 2
    assert not (tmp_path / "typo").exists()


def test_with_a_fault_nothing_is_written(run: Run, klein_register: Callable[..., Path], tmp_path: Path) -> None:
    root = klein_register()
    table = next(root.rglob("acties.csv"))
    table.write_text(table.read_text(encoding="utf-8").replace("id,", "ids,", 1), encoding="utf-8")
    code, _, err = run("bouw", "--data", root, "-o", tmp_path / "uit")
    assert code == 1 and "acties.csv" in err
    assert not (tmp_path / "uit").exists()
