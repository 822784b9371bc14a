"""The scores on the five real documents do not fall. The figures are those that were reached."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scoring import Score, score_items, score_names

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.recognise.as_json import as_object
from beleidsspoor.graph.recognise.recognising import recognise

pytestmark = pytest.mark.bronnen

DOCUMENTS = {
    "000": ("mag-2025", 0.97),
    "001": ("begroting-2025", 0.96),
    "002": ("kadernotitie-toegang", 0.85),
    "003": ("visie-hellendoorn", 0.91),
    "004": ("akkoord", 0.95),
}
KINDS = ("thema", "opgave", "effect", "doelenboom", "doel", "subdoel", "actie", "indicator", "budget", "principe",
         "criterium", "kernelement", "rol", "fase")  # fmt: skip


@pytest.fixture
def gold_folder(bronnen: Path) -> Path:
    folder = bronnen.parent / "gold"
    if not folder.is_dir():
        pytest.skip(f"OVERGESLAGEN: de annotaties staan niet in {folder}")
    return folder


@cache
def recognised(path: Path) -> dict[str, Any]:
    return as_object(path.name, recognise(read_document(path), open_dataset().register))


def read(bronnen: Path, gold_folder: Path, number: str) -> tuple[dict[str, Any], dict[str, Any]]:
    gold = json.loads((gold_folder / f"{DOCUMENTS[number][0]}.json").read_text(encoding="utf-8"))
    return recognised(next(bronnen.glob(f"{number}_*.txt"))), gold


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_found_with_its_parent_over_the_five(bronnen: Path, gold_folder: Path, kind: str) -> None:
    total = Score()
    for number in DOCUMENTS:
        found, gold = read(bronnen, gold_folder, number)
        score = score_items(gold["items"], found["bevindingen"])[kind]
        for name in vars(total):
            setattr(total, name, getattr(total, name) + getattr(score, name))
    assert total.f1 >= 0.99
    assert total.parents >= 0.99 * total.right
    assert total.cells_right >= 0.99 * total.cells_gold


@pytest.mark.parametrize("number", DOCUMENTS)
def test_names_are_found(bronnen: Path, gold_folder: Path, number: str) -> None:
    found, gold = read(bronnen, gold_folder, number)
    assert score_names(gold["mentions"], found["vermeldingen"]).f1 >= DOCUMENTS[number][1]


def test_the_gaps_in_the_numbering_of_the_agenda_are_told(bronnen: Path, gold_folder: Path) -> None:
    found, _ = read(bronnen, gold_folder, "000")
    told = " ".join(signal["tekst"] for signal in found["signalen"] if signal["soort"] == "nummering")
    for missing in ("1.2.3", "2.2", "3.4.2", "5."):
        assert missing in told


def test_goals_that_do_not_come_back_are_told(bronnen: Path, gold_folder: Path) -> None:
    found, _ = read(bronnen, gold_folder, "000")
    assert sum(signal["soort"] == "komt niet terug" for signal in found["signalen"]) >= 5
