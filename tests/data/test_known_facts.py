"""Facts of the shipped register that a reader of the five documents can check by hand."""

from __future__ import annotations

import datetime

import pytest

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import Answer, ask, shipped_questions
from beleidsspoor.graph.scope import STATES, make_scope
from beleidsspoor.graph.store import GraphStore

TODAY = datetime.date(2026, 1, 15)


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


def answer_to(store: GraphStore, name: str, gemeente: str | None = None) -> Answer:
    scope = make_scope(store, [gemeente] if gemeente else [])
    return ask(store, shipped_questions()[name], scope, today=TODAY)


def test_every_question_answers(shipped: GraphStore) -> None:
    assert len(shipped_questions()) >= 19
    for name in shipped_questions():
        answer = answer_to(shipped, name)
        # The five documents hold no figure twice with different values.
        assert bool(answer.rows) is (name != "tegenspraak"), name
        if answer.tellingen is not None:
            assert list(answer.tellingen) == list(STATES)
            assert sum(answer.tellingen.values()) == len(answer.all_rows)


def test_five_listed_opgaven_have_no_section(shipped: GraphStore) -> None:
    rows = answer_to(shipped, "opgaven-niet-uitgewerkt").rows
    without = {row.element.naam for row in rows if row.element and row.toestand == "gat"}
    assert len(without) == 5
    assert "Gelijke kansen voor ieder kind" in without


def test_a_vision_has_no_themes_without_actions(shipped: GraphStore) -> None:
    answer = answer_to(shipped, "doelen-zonder-actie", "hellendoorn")
    assert answer.tellingen == {"gedekt": 0, "gat": 0, "bewust_open": 0, "niet_onderzocht": 4}


def test_dementia_training_is_promised_in_four_places(shipped: GraphStore) -> None:
    rows = answer_to(shipped, "dubbele-beloften").rows
    assert len({row.element.naam for row in rows if row.element and "ementie" in row.element.naam}) >= 4
