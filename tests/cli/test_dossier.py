"""The command dossier: every form, wrong use with near names, whole or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from question_register import write_question_register

Run = Callable[..., tuple[int, str, str]]
_STARTS = {".docx": b"PK", ".html": b"<!doctype html>", ".pdf": b"%PDF", ".xlsx": b"PK"}


@pytest.mark.parametrize("suffix", list(_STARTS))
def test_it_writes_every_form_whole(run: Run, tmp_path: Path, suffix: str) -> None:
    data, target = write_question_register(tmp_path / "data"), tmp_path / "uit" / f"dossier{suffix}"
    target.parent.mkdir()
    code, out, err = run("dossier", "--data", data, "--gemeente", "dorp", "-o", target)
    assert (code, err) == (0, "")
    assert out == f"Geschreven: {target}\n"
    assert target.read_bytes().lower().startswith(_STARTS[suffix].lower())
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_one_thema(run: Run, tmp_path: Path) -> None:
    data, target = write_question_register(tmp_path / "data"), tmp_path / "dossier.html"
    assert run("dossier", "--data", data, "--gemeente", "dorp", "--thema", "gez", "-o", target)[0] == 0
    page = target.read_text(encoding="utf-8")
    assert "Bewegen voor iedereen" in page
    assert "Wonen" not in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Een dossier gaat over één gemeente. U noemt er geen."),
        (("--gemeente", "dorp", "--gemeente", "stad"), "Een dossier gaat over één gemeente. U noemt er meer."),
        (("--gemeente", "drop"), "De gemeente 'drop' staat niet in het register. Bedoelt u dorp?"),
        (
            ("--gemeente", "dorp", "--thema", "gezont"),
            "Het thema 'gezont' staat niet in het register. Bekend zijn: Gezond, Sport, Wonen.",
        ),
        (("--gemeente", "dorp", "--thema", " "), "Schrijf achter --thema de naam van een thema, of laat --thema weg."),
        (("--gemeente", "dorp", "-o", "dossier.odt"), "De naam 'dossier.odt' zegt niet welke vorm."),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    data = write_question_register(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    target = () if "-o" in arguments else ("-o", "dossier.docx")
    code, out, err = run("dossier", "--data", data, *arguments, *target)
    assert (code, out) == (2, "")
    assert told in err
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_without_a_file_it_says_what_is_missing(run: Run) -> None:
    code, _, err = run("dossier", "--gemeente", "twenterand")
    assert code == 2
    assert "er ontbreekt iets: '-o'" in err


def test_a_new_municipality_is_told_what_to_do_first(run: Run, tmp_path: Path) -> None:
    data = write_question_register(tmp_path / "data")
    code, _, _ = run("nieuw", "Almelo", "--data", data)
    assert code == 0
    code, out, err = run("dossier", "--data", data, "--gemeente", "almelo", "-o", tmp_path / "dossier.pdf")
    assert (code, out) == (1, "")
    assert "Van Almelo staat nog geen document in het register. Lees eerst een document in" in err
    assert not (tmp_path / "dossier.pdf").exists()


def test_a_register_with_faults_gives_no_dossier(run: Run, tmp_path: Path) -> None:
    data = write_question_register(tmp_path / "data")
    acties = data / "dorp" / "acties.csv"
    acties.write_text(acties.read_text(encoding="utf-8").replace("2026;2025", "26"), encoding="utf-8")
    code, _, err = run("dossier", "--data", data, "--gemeente", "dorp", "-o", tmp_path / "dossier.html")
    assert code == 1
    assert "dorp/acties.csv, regel 3, kolom jaren" in err
    assert not (tmp_path / "dossier.html").exists()
