"""The small documents in the forms that municipalities use: each finding of the gold is found, with its parent."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scoring import score_items, score_names

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.recognise.as_json import as_object
from beleidsspoor.graph.recognise.recognising import recognise
from beleidsspoor.graph.register.reading import Register

DOCUMENTS = Path(__file__).parents[2] / "documenten"
#: Cells of which the document itself does not tell what they are: a bare 2024 in the budget of 2025 may be either, and of
#: a row that lost an empty cell no column is sure.
NOT_TOLD = {"begroting-holterbroek.txt": 5, "begroting-eemsteden.txt": 4}
GOLD = sorted(DOCUMENTS.glob("*.gold.json"))


@cache
def register() -> Register:
    return open_dataset().register


def found_and_gold(gold_file: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    document = read_document(DOCUMENTS / gold["document"])
    return as_object(gold["document"], recognise(document, register())), gold


def test_there_are_documents_of_every_form() -> None:
    forms = {path.name.split("-")[0] for path in GOLD}
    assert {"begroting", "agenda", "uitvoeringsprogramma", "visie", "kadernota", "coalitieakkoord"} <= forms


@pytest.mark.parametrize("gold_file", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_findings_parents_and_cells_agree(gold_file: Path) -> None:
    found, gold = found_and_gold(gold_file)
    scores = score_items(gold["items"], found["bevindingen"])
    right = sum(score.right for score in scores.values())
    total = sum(score.gold + score.found for score in scores.values())
    assert 2 * right / total >= 0.95
    assert sum(score.parents for score in scores.values()) == right
    missed = sum(s.cells_gold - s.cells_right for s in scores.values())
    assert missed == NOT_TOLD.get(gold["document"], 0)


@pytest.mark.parametrize(("unseen", "least"), [(False, 0.9), (True, 0.65)])
def test_names_of_unknown_bodies_are_found_by_their_form(unseen: bool, least: float) -> None:
    """`names_unseen` in a gold: nobody looked at its names when the forms of names were written down."""
    gold_names = right = found_names = 0
    for gold_file in GOLD:
        found, gold = found_and_gold(gold_file)
        if gold.get("names_unseen", False) == unseen:
            score = score_names(gold["mentions"], found["vermeldingen"])
            gold_names, right, found_names = gold_names + score.gold, right + score.right, found_names + score.found
    assert 2 * right / (gold_names + found_names) >= least


def test_names_of_one_municipality_do_not_show_up_in_another() -> None:
    found, _ = found_and_gold(DOCUMENTS / "agenda-vaartdorp.gold.json")
    assert not [
        name for name in found["vermeldingen"] if (name["register"] or "").startswith(("twenterand:", "hellendoorn:"))
    ]
