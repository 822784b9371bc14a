"""The commands kaart and boom: files whole or not at all, in any locale, faults in Dutch."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Maker = Callable[..., Path]
_RUN = "import sys; from beleidsspoor.cli.main import main; main()"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    words = [sys.executable, "-c", _RUN, *map(str, arguments)]
    return subprocess.run(
        words,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env={**os.environ, **environment},
    )


def test_kaart_writes_one_file(klein_register: Maker, tmp_path: Path) -> None:
    target = tmp_path / "uit" / "kaart.html"
    target.parent.mkdir()
    done = run("kaart", "--data", klein_register(), "-o", target)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Geschreven: {target}" in done.stdout
    assert target.read_bytes().startswith(b"<!doctype html>")
    assert [path.name for path in target.parent.iterdir()] == ["kaart.html"]


@pytest.mark.parametrize(
    "locale", [{"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_kaart_writes_under_any_locale(klein_register: Maker, tmp_path: Path, locale: dict[str, str]) -> None:
    target = tmp_path / "kaart.html"
    done = run("kaart", "--data", klein_register(), "-o", target, **locale)
    assert done.returncode == 0, done.stderr
    assert "Thema’s" in target.read_text(encoding="utf-8")


def test_kaart_with_sources_holds_quotes(klein_register: Maker, documenten: Maker, tmp_path: Path) -> None:
    target = tmp_path / "kaart.html"
    done = run("kaart", "--data", klein_register(), "--bronnen", documenten(), "-o", target)
    assert done.returncode == 0, done.stderr
    assert "Wij geven 18 trainingen met Sportclub Noord." in target.read_text(encoding="utf-8")


def test_kaart_of_an_unknown_municipality_writes_nothing(klein_register: Maker, tmp_path: Path) -> None:
    target = tmp_path / "kaart.html"
    done = run("kaart", "--data", klein_register(), "--gemeente", "Drop", "-o", target)
    assert done.returncode == 2
    assert "Bedoelt u" in done.stderr
    assert not target.exists()


def test_a_wrong_story_writes_nothing(klein_register: Maker, tmp_path: Path) -> None:
    target, story = tmp_path / "kaart.html", tmp_path / "verhaal.yml"
    story.write_text("- weergave: bestaat-niet\n", encoding="utf-8")
    done = run("kaart", "--data", klein_register(), "--verhaal", story, "-o", target)
    assert done.returncode == 1
    assert "staat niet op de kaart" in done.stderr
    assert "Traceback" not in done.stderr
    assert not target.exists()


def test_kaart_for_one_organisation(klein_register: Maker, tmp_path: Path) -> None:
    target = tmp_path / "blad.html"
    assert run("kaart", "--data", klein_register(), "--voor", "Sportclub", "-o", target).returncode == 0
    assert "Wat staat er voor Sportclub Noord in het beleid?" in target.read_text(encoding="utf-8")
    assert run("kaart", "--data", klein_register(), "--voor", "Bestaat Niet", "-o", target).returncode == 2


@pytest.mark.parametrize("name", ["boom.svg", "boom.html"])
def test_boom_writes_the_form_of_its_name(klein_register: Maker, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    done = run("boom", "--data", klein_register(), "-o", target)
    assert done.returncode == 0, done.stderr
    assert "Gezond leven" in target.read_text(encoding="utf-8")


def test_boom_refuses_another_form(klein_register: Maker, tmp_path: Path) -> None:
    done = run("boom", "--data", klein_register(), "-o", tmp_path / "boom.pdf")
    assert done.returncode == 2
    assert ".html of .svg" in done.stderr
