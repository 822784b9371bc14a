"""Titles that a document numbers with a word of its own: 'Leefgebied 1: …', 'Leefgebied 2: …', 'Koers 3. …'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.cues import Cue, CueTable, Labelled
from beleidsspoor.graph.recognise.nodes import Node

_TITLE = re.compile(
    r"^(?P<word>[A-ZÀ-Þ][^\W\d_]{3,24})\s+(?P<number>\d{1,2}(?:\.\d{1,2})?|[A-H])(?:\s*[.:|–—-]+\s+(?=\S)|\s+(?=[A-ZÀ-Þ]))"
)


def find_series(nodes: Sequence[Node], cues: CueTable) -> Iterator[tuple[int, Labelled]]:
    """The nodes of every series of two or more such titles, with word, number and text: main lines of the policy.

    Words that number something else (hoofdstuk, tabel, kwartaal) stand in the table of cues as soort geen.
    """
    found: dict[str, list[tuple[int, Labelled]]] = {}
    for node in nodes:
        match = _TITLE.match(node.printed) if node.is_short and not node.is_item else None
        if match is None or cues.is_no_series(match["word"]) or cues.labelled(node.printed) is not None:
            continue
        label = Labelled(Cue("thema", "label", match["word"].casefold()), match["number"], node.printed[match.end() :])
        found.setdefault(match["word"].casefold(), []).append((node.index, label))
    for items in found.values():
        numbers = [label.number for _, label in items]
        if (
            len(items) >= 2
            and (numbers[0] or "").rpartition(".")[2] in ("1", "A")
            and len(set(numbers)) == len(numbers)
        ):
            yield from items
