"""Which questions to the council matter most: one table, by what happens when nobody asks.

A question's score is the weight of its kind, plus one for each further thing it is about, at most nine. Weights step by
ten, so that many small things never go before a heavier one. Each further question of a kind that was asked already
counts forty less, and there are never more than three: a council that reads the same question ten times reads none.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The most questions in a dossier, how much less each further one of the same kind counts, and the most of one kind.
QUESTIONS = 10
SAME_KIND = 40
MOST_OF_KIND = 3
#: The most that the number of things can add to a score.
_MOST_FOR_NUMBER = 9


@dataclass(frozen=True)
class Weight:
    """The weight of one kind of question, and why it weighs so much."""

    weight: int
    because: str


WEIGHTS = {
    "contradiction": Weight(160, "every decision that rests on a figure of which there are two is unsure"),
    "wish": Weight(150, "a goal that nobody acts on and nobody measures stays a wish, and nobody will notice"),
    "promise": Weight(140, "a promise with a year or a number but no leader is broken by nobody in particular"),
    "mandatory": Weight(130, "the law asks for this figure, and without it municipalities cannot be compared"),
    "not worked out": Weight(120, "an opgave that only stands in a list cannot be carried out or checked"),
    "no document": Weight(110, "as long as there is no plan with actions, every other question has no answer"),
    "measured no more": Weight(100, "when all its indicators are dropped, progress that could be seen is seen no more"),
    "asked": Weight(90, "who does not know that something is asked of him will not do it"),
    "no money": Weight(80, "what does not stand in the budget has no money of its own and no yearly account"),
    "programme": Weight(70, "the municipality takes part in a programme, and its partners count on this part as well"),
    "double": Weight(60, "when two places promise the same under other leaders, each can wait for the other"),
    "no action": Weight(50, "it is measured, so somebody will see that nothing was done, but only afterwards"),
    "not in agenda": Weight(40, "money goes to it, but partners who only read the agenda do not know"),
    "no measure": Weight(30, "something is done, but nobody can say whether it helped"),
    "no leader": Weight(20, "an action without a promise can wait, but somebody must start it"),
    "no successor": Weight(10, "one figure less; the goal still has others"),
}  # fmt: skip


def score(kind: str, number: int) -> int:
    """The score of a question of this kind about so many things.

    >>> score("promise", 1), score("promise", 4), score("wish", 1)
    (140, 143, 150)
    """
    return WEIGHTS[kind].weight + min(number - 1, _MOST_FOR_NUMBER)
