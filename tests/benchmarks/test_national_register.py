"""The register that everything is measured on: the same every time, without faults, and with answers that are known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from beleidsspoor.graph.check import check_dataset
from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.scope import make_scope
from benchmarks.answers import found, nonempty, wrong_answers
from benchmarks.national_register import NationalRegister, write_national_register


@pytest.fixture(scope="module")
def national(tmp_path_factory: pytest.TempPathFactory) -> NationalRegister:
    # Of the seventh municipality no action was read.
    return write_national_register(tmp_path_factory.mktemp("land"), 8)


@pytest.fixture(scope="module")
def dataset(national: NationalRegister) -> Dataset:
    return open_dataset(national.folder)


def test_it_has_no_faults(dataset: Dataset) -> None:
    assert check_dataset(dataset) == []


def test_the_same_seed_gives_the_same_files_and_another_seed_others(tmp_path: Path) -> None:
    folders = [
        write_national_register(tmp_path / name, 2, seed).folder for name, seed in (("a", 1), ("b", 1), ("c", 2))
    ]
    first, same, other = ({p.relative_to(f): p.read_bytes() for p in f.rglob("*.csv")} for f in folders)
    assert first == same
    assert first != other


def test_a_municipality_is_the_same_in_a_register_of_any_size(national: NationalRegister, tmp_path: Path) -> None:
    small = write_national_register(tmp_path, 2).folder / "voorbeeld-002"
    large = national.folder / "voorbeeld-002"
    assert {p.name: p.read_bytes() for p in small.iterdir()} == {p.name: p.read_bytes() for p in large.iterdir()}


def test_every_municipality_has_four_documents(national: NationalRegister, dataset: Dataset) -> None:
    per_ruimte = Counter(document.ruimte for document in dataset.store.documents)
    assert per_ruimte == {"landelijk": 1} | {f"voorbeeld-{n:03}": 4 for n in range(1, national.municipalities + 1)}


def test_what_is_national_counts_for_one_municipality_too(dataset: Dataset) -> None:
    scope = make_scope(dataset.store, ["Gemeente Voorbeeld 003"])
    there = {element.ruimte for element in dataset.store.elements(scope.graphs).values()}
    assert there == {"landelijk", "voorbeeld-003"}


def test_every_question_finds_exactly_what_was_planted(national: NationalRegister, dataset: Dataset) -> None:
    assert wrong_answers(national, dataset.store) == []


def test_there_is_something_to_find_for_every_question_with_a_known_answer(national: NationalRegister) -> None:
    assert [name for name, truth in national.truth.items() if not nonempty(truth)] == []


def test_a_municipality_without_actions_is_not_examined_and_has_no_gap(dataset: Dataset) -> None:
    answer = ask(dataset.store, shipped_questions()["doelen-zonder-actie"])
    there = {row.toestand for row in answer.all_rows if row.element and row.element.ruimte == "voorbeeld-007"}
    assert there == {"niet_onderzocht"}
    assert "voorbeeld-007" not in found(answer)


def test_an_explanation_holds_until_its_date(dataset: Dataset) -> None:
    answer = ask(dataset.store, shipped_questions()["acties-zonder-trekker"])
    assert answer.tellingen is not None
    assert answer.tellingen["bewust_open"] == 7
