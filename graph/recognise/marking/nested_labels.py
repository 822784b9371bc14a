"""Labels of one kind whose numbers nest: 'Ambitie 1.1' over 'Doel 1.1.1', 'Hoofddoel 2' over 'Doel 2.1'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from beleidsspoor.graph.recognise.cues import Labelled

_GOAL = "doel"


def part_kinds(labels: Sequence[tuple[int, Labelled]]) -> Iterator[tuple[int, Labelled]]:
    """The labels (by the index of their node) that must be of another kind, with that kind.

    Of two words for a goal of which one counts on inside the other, the one that says 'doel' is the goal: what stands
    over it is a thema. When both say so, the inner one is a subdoel.
    """
    goals = [(index, item) for index, item in labels if item.cue.kind == _GOAL and item.number]
    numbers = {(item.cue.word, item.number) for _, item in goals}
    for index, item in goals:
        inner = {word for word, number in numbers if number and number.startswith(f"{item.number}.")} - {item.cue.word}
        outer = {word for word, number in numbers if number and (item.number or "").startswith(f"{number}.")}
        if _GOAL not in item.cue.word and any(_GOAL in word for word in inner):
            yield index, replace(item, cue=replace(item.cue, kind="thema"))
        elif _GOAL in item.cue.word and any(_GOAL in word for word in outer - {item.cue.word}):
            yield index, replace(item, cue=replace(item.cue, kind="subdoel"))
