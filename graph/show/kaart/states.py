"""What is open, and why: the states of elements, taken from the answers to the dekking-questions and nowhere else."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from beleidsspoor.graph.questions import Question, ask
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.show.kaart.model import Space
from beleidsspoor.graph.store import GraphStore

#: The sign on the card and the short word for a gap, by question. A question that is not here gets "!" and its title.
SIGNS: dict[str, tuple[str, str]] = {
    "acties-zonder-doel": ("!", "Hangt los"),
    "acties-zonder-trekker": ("!", "Geen trekker"),
    "acties-zonder-indicator": ("?", "Niet gemeten"),
    "doelen-zonder-actie": ("!", "Geen actie"),
    "doelen-zonder-indicator": ("?", "Niet gemeten"),
    "doelen-met-alleen-vervallen-indicatoren": ("?", "Meting vervalt"),
    "indicatoren-zonder-doel": ("!", "Hoort bij geen doel"),
    "indicatoren-vervallen": ("!", "Vervalt"),
    "opgaven-niet-uitgewerkt": ("!", "Niet uitgewerkt"),
    "opgaven-niet-in-begroting": ("!", "Niet in begroting"),
    "begroting-niet-in-agenda": ("!", "Niet in de agenda"),
    "programmadekking": ("!", "Doet niemand"),
    "indicatorkwaliteit": ("!", "Voldoet niet aan een norm"),
}
_OTHER_SIGN = "!"


@dataclass(frozen=True)
class State:
    """The state of one element in one question for one municipality. `reason` says why it is open on purpose."""

    question: str
    toestand: str
    space: str
    reason: str = ""


@dataclass(frozen=True)
class States:
    """All states by element IRI, and per municipality and question the four counts of the answer."""

    of: dict[str, tuple[State, ...]]
    counts: dict[tuple[str, str], dict[str, int]]
    questions: dict[str, Question]

    def gaps(self, question: str, space: str) -> set[str]:
        """The elements that are a gap in a question, for one municipality."""
        wanted = (question, "gat", space)
        return {
            iri for iri, states in self.of.items() if any((s.question, s.toestand, s.space) == wanted for s in states)
        }

    def rows(self, question: str, space: str) -> set[str]:
        """The elements that a question says something about, for one municipality."""
        return {
            iri for iri, states in self.of.items() if any((s.question, s.space) == (question, space) for s in states)
        }


def read_states(
    store: GraphStore, questions: dict[str, Question], spaces: Iterable[Space], today: datetime.date | None = None
) -> States:
    """Ask every dekking-question of each municipality on its own, so that only its own documents count as evidence."""
    found: dict[str, list[State]] = {}
    counts: dict[tuple[str, str], dict[str, int]] = {}
    covering = {name: question for name, question in questions.items() if question.is_coverage}
    for space in spaces:
        scope = make_scope(store, [space.id])
        for name, question in covering.items():
            answer = ask(store, question, scope, today=today)
            counts[space.id, name] = answer.tellingen or {}
            for row in answer.rows:
                if row.element is not None and row.toestand is not None:
                    state = State(name, row.toestand, space.id, row.reden or "")
                    found.setdefault(row.element.iri, []).append(state)
    return States({iri: tuple(dict.fromkeys(states)) for iri, states in found.items()}, counts, covering)


def sign(question: Question) -> tuple[str, str]:
    """The sign and the word for a gap in this question."""
    return SIGNS.get(question.name, (_OTHER_SIGN, question.titel))
