"""beleidsspoor vergelijk, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def test_two_municipalities_are_compared_within_100_places(run: Run) -> None:
    code, out, err = run("vergelijk", "hellendoorn", "twenterand")
    assert (code, err) == (0, "")
    assert all(len(line) <= 100 for line in out.splitlines())
    assert out.startswith("Principes van Hellendoorn en Twenterand vergeleken\n")
    for text in ("spanning", "nauwer", "geen tegenhanger in Hellendoorn", "niet vergeleken met Twenterand", "omdat: "):
        assert text in out


def test_themas_are_chosen_with_wat(run: Run) -> None:
    code, out, _ = run("vergelijk", "Hellendoorn", "Gemeente Twenterand", "--wat", "themas")
    assert code == 0 and "4.2.3 Meedoen" in out and "Participerende Twenterander" in out


def test_every_form_can_be_asked(run: Run, data: Path, tmp_path: Path) -> None:
    _, out, _ = run("vergelijk", "stad", "dorp", "--vorm", "csv", "--data", data)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["naam"], row["relatie"], row["tegen_naam"]) for row in rows] == [
        ("Vertrouwen is de basis", "bijna zelfde", "Vertrouwen"),
        ("Iedereen telt mee", "geen tegenhanger", ""),
    ]
    _, out, _ = run("vergelijk", "stad", "dorp", "--vorm", "json", "--data", data)
    found = json.loads(out)
    assert (found["vraag"], found["matrix"]["cellen"]) == ("principevergelijking", [[["bijna zelfde"]], [[]]])
    _, out, _ = run("vergelijk", "stad", "dorp", "--vorm", "html", "--data", data)
    assert out.startswith("<!doctype html>") and "Vertrouwen is de basis" in out
    code, out, _ = run("vergelijk", "stad", "dorp", "-o", tmp_path / "v.xlsx", "--data", data)
    assert (code, out) == (0, f"Geschreven: {tmp_path / 'v.xlsx'}\n")
    assert load_workbook(tmp_path / "v.xlsx").sheetnames[1:] == ["Matrix principes", "Principevergelijking"]
    code, _, _ = run("vergelijk", "stad", "dorp", "-o", tmp_path / "v.txt", "--data", data)
    assert code == 0 and (tmp_path / "v.txt").read_text(encoding="utf-8").startswith("Principes van Stad en Dorp")


def test_with_the_documents_there_are_quotes(run: Run, data: Path, documenten: Callable[..., Path]) -> None:
    code, out, _ = run("vergelijk", "stad", "dorp", "--data", data, "--bronnen", documenten())
    assert code == 0
    assert "“Vertrouwen is onze basis" in out and "“Wij werken vanuit vertrouwen" in out


@pytest.mark.bronnen
def test_the_real_documents_give_a_quote_for_every_place(run: Run, bronnen: Path) -> None:
    code, out, _ = run("vergelijk", "hellendoorn", "twenterand", "--vorm", "json", "--bronnen", bronnen)
    rows = json.loads(out)["rijen"]
    quotes = [quote for row in rows for key in ("citaat", "tegen_citaat") for quote in row[key] or ()]
    assert code == 0 and len(quotes) > 100 and "(passage niet gevonden)" not in quotes


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("dorp", "dorp"), "zijn dezelfde gemeente. Kies een andere erbij: stad."),
        (("dorp", "stat"), "De gemeente 'stat' staat niet in het register. Bedoelt u stad?"),
        (("dorp", "atlantis"), "Bekend zijn: dorp, stad."),
        (("dorp",), "er ontbreekt iets: 'TWEEDE'. Bijvoorbeeld: beleidsspoor vergelijk hellendoorn twenterand"),
        (("dorp", "stad", "--wat", "doelen"), "Kies uit: principes, themas."),
        (("dorp", "stad", "-o", "v.doc"), "v.doc"),
    ],
)
def test_wrong_use_is_explained(run: Run, data: Path, arguments: tuple[str, ...], text: str) -> None:
    code, out, err = run("vergelijk", *arguments, "--data", data)
    assert (code, out) == (2, "") and text in err
