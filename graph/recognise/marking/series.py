"""Titles that a document numbers with a word of its own: 'Leefgebied 1: …', 'Leefgebied 2: …', 'Koers 3. …'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from beleidsspoor.graph.recognise.cues import Cue, CueTable, Labelled
from beleidsspoor.graph.recognise.nodes import Node

_TITLE = re.compile(
    r"^(?P<word>[A-ZÀ-Þ][^\W\d_]{3,24})\s+(?P<number>\d{1,2}(?:\.\d{1,2}|[A-H])?|[A-H])(?:\s*[.:|–—-]+\s+(?=\S)|\s+(?=[A-ZÀ-Þ]))"
)


#: A series begins with 1, A, 2.1 or 3A.
_FIRST = re.compile(r"(?:\d{1,2}\.)?1|\d{0,2}A")
#: What stands one step below a kind of goal.
_STEP_DOWN = {"thema": "opgave", "opgave": "subdoel", "doel": "subdoel"}


def find_series(nodes: Sequence[Node], cues: CueTable) -> Iterator[tuple[int, Labelled]]:
    """The nodes of every series of two or more such titles, with word, number and text: main lines of the policy.

    Words that number something else (hoofdstuk, tabel, kwartaal) stand in the table of cues as soort geen.
    """
    found: dict[str, list[tuple[int, Labelled]]] = {}
    for node in nodes:
        # The chapters may be numbered as well: '7. Lijn 1 Preventie'.
        text = node.text if node.number and node.is_heading else node.printed
        match = _TITLE.match(text) if node.is_short and not node.is_item else None
        if match is None or cues.is_no_series(match["word"]) or cues.labelled(text) is not None:
            continue
        label = Labelled(Cue("thema", "label", match["word"].casefold()), match["number"], text[match.end() :])
        found.setdefault(match["word"].casefold(), []).append((node.index, label))
    labelled = [item for node in nodes if node.is_short and (item := cues.labelled(node.printed))]
    goals = {item.number: item.cue.kind for item in labelled}
    for items in found.values():
        numbers = [label.number for _, label in items]
        counts = len(items) >= 2 and _FIRST.fullmatch(numbers[0] or "") and len(set(numbers)) == len(numbers)
        if counts and _goes_on(numbers):
            yield from ((index, _below(label, goals)) for index, label in items)


def _goes_on(numbers: Sequence[str | None]) -> bool:
    """False for letters that skip one: 'Wethouder A. de Boer', 'Wethouder H. Smit' are persons."""
    letters = [number for number in numbers if number is not None and number.isalpha()]
    return letters == [chr(ord("A") + at) for at in range(len(letters))]


def _below(label: Labelled, goals: Mapping[str | None, str]) -> Labelled:
    """A title 1.2 below a goal 1 that has a label of its own is no main line, but the next step under that goal."""
    above = goals.get((label.number or "").rpartition(".")[0] or None)
    kind = _STEP_DOWN.get(above or "")
    return replace(label, cue=replace(label.cue, kind=kind)) if kind else label
