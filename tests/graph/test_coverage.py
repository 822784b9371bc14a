"""The overview counts what the answers hold: nothing twice, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_reports import DOCUMENT

from beleidsspoor.graph.coverage import NO_THEMA, SHARED, make_overview
from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.questions import Answer, AnswerRow, Question, ask, parse_question, shipped_questions
from beleidsspoor.graph.scope import STATES, Scope, make_scope
from beleidsspoor.graph.store import NOT_NAMED, Element

HEADER = "#+ titel: Alles\n#+ uitleg: Alles.\n#+ soort: {}\n#+ rij: Actie\n"
COVERAGE = parse_question("alles", HEADER.format("dekking") + "SELECT ?element ?gedekt WHERE { }")
OVERVIEW = parse_question("lijst", HEADER.format("overzicht") + "SELECT ?element WHERE { }")


def element(number: int, gemeente: str, thema: str | None) -> Element:
    """An action of a municipality, in a thema or in none."""
    return Element(
        iri=f"https://example.org/dorp/a{number}", id=f"a{number}", soort="Actie", nummer=None, naam=f"Actie {number}",
        ruimte="dorp", gemeente=gemeente, document=DOCUMENT.iri,
        thema=f"https://example.org/dorp/{thema}" if thema else None, thema_naam=thema, order=(number,),
    )  # fmt: skip


def answer(rows: list[AnswerRow], question: Question = COVERAGE, toestand: str | None = None) -> Answer:
    """An answer with these rows."""
    return Answer(question, Scope(toestand=toestand), False, "abc", (DOCUMENT,), (), tuple(rows))


rows = st.lists(
    st.builds(
        lambda number, gemeente, thema, state: AnswerRow(element(number, gemeente, thema), None, state, ()),
        st.integers(0, 99),
        st.sampled_from(["Dorp", "Stad", NOT_NAMED]),
        st.sampled_from([None, "thema-1", "thema-2", "thema-10"]),
        st.sampled_from(STATES),
    ),
    max_size=30,
)


@given(rows)
def test_every_row_is_counted_once_per_municipality_and_once_per_thema(rows: list[AnswerRow]) -> None:
    given_answer = answer(rows)
    overview = make_overview([given_answer])
    counted = [asked for gemeente in overview.gemeenten for asked in gemeente.vragen]
    for state in STATES:
        assert sum(asked.tellingen[state] for asked in counted) == (given_answer.tellingen or {})[state]
        for asked in counted:
            assert sum(thema.tellingen[state] for thema in asked.themas) == asked.tellingen[state]
    assert [asked.tellingen for asked in overview.totalen] == ([given_answer.tellingen] if rows else [])


@given(rows, st.sampled_from(STATES))
def test_a_filter_on_state_leaves_the_lines_that_hold_it_with_all_their_counts(
    rows: list[AnswerRow], state: str
) -> None:
    whole, filtered = make_overview([answer(rows)]), make_overview([answer(rows, toestand=state)])
    kept = {(g.naam, a.question.name): a for g in filtered.gemeenten for a in g.vragen}
    for gemeente in whole.gemeenten:
        for asked in gemeente.vragen:
            found = kept.get((gemeente.naam, asked.question.name))
            if asked.tellingen[state]:
                assert found is not None
                assert found.tellingen == asked.tellingen
                assert found.themas == tuple(thema for thema in asked.themas if thema.tellingen[state])
            else:
                assert found is None


def test_themas_stand_in_natural_order_and_what_hangs_under_none_comes_last() -> None:
    named = ["thema-10", None, "thema-2"]
    found = make_overview([answer([AnswerRow(element(n, "Dorp", t), None, "gat", ()) for n, t in enumerate(named)])])
    assert [thema.naam for thema in found.gemeenten[0].vragen[0].themas] == ["thema-2", "thema-10", NO_THEMA]
    assert found.gemeenten[0].vragen[0].themas[0].document == DOCUMENT


def test_a_question_that_is_no_dekking_is_passed_over_and_one_without_rows_is_named() -> None:
    other = parse_question("leeg", HEADER.format("dekking") + "SELECT ?element ?gedekt WHERE { }")
    rows = [AnswerRow(element(1, "Dorp", None), None, "gat", ())]
    overview = make_overview([answer(rows), answer([], other), answer(rows, OVERVIEW)])
    (gemeente,) = overview.gemeenten
    assert [asked.question.name for asked in gemeente.vragen] == ["alles"]
    assert [question.name for question in gemeente.zonder_rijen] == ["leeg"]


def test_a_row_that_names_its_municipality_counts_there_and_a_shared_one_apart() -> None:
    shared = Element(
        "https://example.org/landelijk/p", "p", "Programma", None, "GALA", "landelijk", NOT_NAMED, None, None, None, ()
    )
    rows = [AnswerRow(shared, "dorp", "gat", ()), AnswerRow(shared, None, "gedekt", ())]
    overview = make_overview([answer(rows)])
    assert [gemeente.naam for gemeente in overview.gemeenten] == ["Dorp", SHARED]


def all_answers(dataset: Dataset, scope: Scope) -> list[Answer]:
    """The answers to all questions of this version."""
    return [ask(dataset.store, question, scope) for question in shipped_questions().values()]


@pytest.mark.parametrize("gemeenten", [(), ("dorp",), ("stad",), ("dorp", "stad")])
def test_the_overview_of_a_register_agrees_with_the_rows(
    klein_register: Callable[..., Path], gemeenten: tuple[str, ...]
) -> None:
    dataset = open_dataset(klein_register())
    answers = all_answers(dataset, make_scope(dataset.store, gemeenten))
    overview = make_overview(answers)
    totals = {asked.question.name: asked.tellingen for asked in overview.totalen}
    for given_answer in answers:
        if given_answer.question.is_coverage and given_answer.all_rows:
            assert totals[given_answer.question.name] == given_answer.tellingen
    assert totals


def test_the_shipped_register_has_an_overview_per_municipality_and_thema() -> None:
    dataset = open_dataset()
    overview = make_overview(all_answers(dataset, Scope()))
    found = {gemeente.naam: gemeente for gemeente in overview.gemeenten}
    twenterand = {asked.question.name: asked for asked in found["Gemeente Twenterand"].vragen}
    assert len(twenterand["acties-zonder-doel"].themas) >= 9
    assert {thema.document.id for thema in twenterand["acties-zonder-doel"].themas if thema.document} == {
        "mag-2025", "begroting-2025",
    }  # fmt: skip
    hellendoorn = {asked.question.name: asked for asked in found["Gemeente Hellendoorn"].vragen}
    assert hellendoorn["doelen-zonder-actie"].tellingen["gat"] == 0
    assert hellendoorn["doelen-zonder-actie"].tellingen["niet_onderzocht"] == 4
