"""Lists above the actions that lead to them: 'Resultaten' of how things will be, over 'Inspanningen'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.cues import Cue
from beleidsspoor.graph.recognise.goals.doers import is_worded_as_action, is_worded_as_goal
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import squeeze

#: A list holds goals when this share of its points says how things should be.
_SHARE = 0.5
_DIGITS = re.compile(r"\d")


def find_results(nodes: Sequence[Node], announced: Sequence[Cue | None]) -> Iterator[tuple[int, Cue]]:
    """The headings over actions that announce goals instead: another heading over actions follows their list, and the
    points of that list say how things will be.

    `announced` is the cue of every node that is a heading over a list, else None. Headings with the same words are
    looked at as one.
    """
    found: dict[str, list[tuple[int, Sequence[Node]]]] = {}
    for index, cue in enumerate(announced):
        if cue is None or cue.kind != "actie":
            continue
        points = _points(nodes, index)
        behind = index + 1 + len(points)
        follower = announced[behind] if behind < len(nodes) else None
        if points and follower is not None and follower.kind == "actie" and follower != cue:
            found.setdefault(_name(nodes[index]), []).append((index, points))
    for lists in found.values():
        texts = [point.text for _, points in lists for point in points]
        goals = sum(is_worded_as_goal(text) for text in texts)
        actions = sum(is_worded_as_action(text) and not is_worded_as_goal(text) for text in texts)
        if goals >= _SHARE * len(texts) and goals > actions:
            for index, _ in lists:
                cue = announced[index]
                assert cue is not None
                yield index, Cue("doel", cue.form, cue.word)


def _name(node: Node) -> str:
    return _DIGITS.sub("", squeeze(node.text))


def _points(nodes: Sequence[Node], heading: int) -> Sequence[Node]:
    """The points of the list straight below a heading."""
    end = heading + 1
    while end < len(nodes) and nodes[end].is_item:
        end += 1
    return nodes[heading + 1 : end]
