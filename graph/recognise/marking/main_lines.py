"""Labels of a programme element ('Spoor 1: …') that are main lines of the policy: each over goals and actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from beleidsspoor.graph.recognise.cues import Cue, Labelled

_ELEMENT = "kernelement"
_OVER = frozenset(("doel", "actie"))
#: One element over goals may be told so by chance; two are a row.
_ROW = 2


def main_lines(
    labels: Sequence[tuple[int, Labelled]], announced: Sequence[Cue | None]
) -> Iterator[tuple[int, Labelled]]:
    """The labels of a programme element (by the index of their node) that are themas, with that kind.

    `announced` is the cue of every node that is a heading over a list, else None. A label is a main line when both
    goals and actions are announced between it and the next one; two or more are needed.
    """
    elements = [(index, item) for index, item in labels if item.cue.kind == _ELEMENT and item.number]
    ends = [*(index for index, _ in elements), len(announced)]
    found = [
        (index, replace(item, cue=replace(item.cue, kind="thema")))
        for (index, item), (begin, end) in zip(elements, pairwise(ends), strict=True)
        if {cue.kind for cue in announced[begin:end] if cue is not None} >= _OVER
    ]
    if len(found) >= _ROW:
        yield from found
