"""Whether the answers are right: a fast wrong answer counts for nothing."""

from __future__ import annotations

from beleidsspoor.graph.questions import Answer, ask, shipped_questions
from beleidsspoor.graph.store import GraphStore
from benchmarks.national_register import NationalRegister


def wrong_answers(register: NationalRegister, store: GraphStore) -> list[str]:
    """The questions with another answer than the truth; empty when all are right.

    Raises KeyError when the truth knows a question that the tool does not.
    """
    questions = shipped_questions()
    return [name for name, truth in register.truth.items() if found(ask(store, questions[name])) != nonempty(truth)]


def found(answer: Answer) -> dict[str, set[str]]:
    """By ruimte the ids of the elements with a gat; of every element when the question is no dekking."""
    result: dict[str, set[str]] = {}
    for row in answer.all_rows:
        # A whole programme has a row only where it is named: the truth is about its elements.
        if row.element is None or row.toestand not in (None, "gat") or row.element.soort == "Programma":
            continue
        result.setdefault(row.gemeente or row.element.ruimte, set()).add(row.element.id)
    return result


def nonempty(truth: dict[str, set[str]]) -> dict[str, set[str]]:
    """The municipalities in which there is something to find."""
    return {ruimte: ids for ruimte, ids in truth.items() if ids}
