"""The filter of a question: which rows it shows, and the names it does not know."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import Answer, ask, shipped_questions
from beleidsspoor.graph.scope import UnknownName, make_scope
from beleidsspoor.graph.store import GraphStore

TODAY = datetime.date(2026, 1, 15)


def states(answer: Answer) -> dict[str, str | None]:
    return {row.element.id: row.toestand for row in answer.rows if row.element}


@pytest.fixture
def store(klein_register: Callable[..., Path]) -> GraphStore:
    return open_dataset(klein_register()).store


def test_filters_choose_rows_and_the_counts_keep_what_a_state_hides(store: GraphStore) -> None:
    question = shipped_questions()["acties-zonder-doel"]
    hidden = ask(store, question, make_scope(store, toestand="gat"), today=TODAY)
    assert list(states(hidden)) == ["actie-2"]
    assert hidden.tellingen is not None and sum(hidden.tellingen.values()) == 2
    themed = ask(store, question, make_scope(store, thema="gezond"), today=TODAY)
    assert list(states(themed)) == ["actie-1"]
    assert states(ask(store, question, make_scope(store, ["dorp"], document="agenda-2025"), today=TODAY))
    assert not states(ask(store, question, make_scope(store, ["stad"]), today=TODAY))


@pytest.mark.parametrize(
    "wrong", [{"gemeenten": ["drop"]}, {"thema": "zzz"}, {"document": "agneda"}, {"toestand": "kwijt"}]
)
def test_an_unknown_name_in_a_filter_is_told(store: GraphStore, wrong: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownName, match=r"register|bestaat niet"):
        make_scope(store, **wrong)  # type: ignore[arg-type]


def test_a_register_without_documents_knows_nothing_yet() -> None:
    with pytest.raises(UnknownName, match=r"staat niet in het register\. Er staat nog geen document in\."):
        make_scope(GraphStore(b""), ["Almelo"])
