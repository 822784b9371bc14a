"""Goals and actions by a code that no table of cues knows: 'CSD 7.1.1 …' over 'CSD 7.1.1a …' and 'CSD 7.1.1b …'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.cues import Cue, CueTable, Labelled
from beleidsspoor.graph.recognise.nodes import Node

_CODED = re.compile(
    r"^(?P<letters>[A-Z]{2,4})\s(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?P<part>[a-z]?)\.?\s+(?=[A-ZÀ-Þ‘'\"])"
)
#: A goal or action is no longer than this.
_LENGTH = 320
#: So many actions have the number of a goal, each with a letter behind it.
_PARTS = 3


def find_coded(nodes: Sequence[Node], cues: CueTable) -> Iterator[tuple[int, Labelled]]:
    """The nodes with such a code, when three or more actions count on with letters in the goals that stand above them.

    What has a number alone is a doel, what has a letter behind that number an actie.
    """
    found: dict[str, list[tuple[Node, re.Match[str]]]] = {}
    for node in nodes:
        text = node.printed
        if node.table is None and len(text) <= _LENGTH and (match := _CODED.match(text)) and cues.coded(text) is None:
            found.setdefault(match["letters"], []).append((node, match))
    for letters, lines in found.items():
        goals = {match["number"] for _, match in lines if not match["part"]}
        parts = [match for _, match in lines if match["part"]]
        if len(parts) < _PARTS or not all(match["number"] in goals for match in parts):
            continue
        for node, match in lines:
            cue = Cue("actie" if match["part"] else "doel", "label", letters)
            number = f"{letters} {match['number']}{match['part']}"
            yield node.index, Labelled(cue, number, node.printed[match.end() :])
