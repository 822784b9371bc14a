"""Headings that come back in every part of a document: labels with a word that no table of cues knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.cues import Cue
from beleidsspoor.graph.recognise.goals.doers import is_worded_as_action, is_worded_as_goal
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import squeeze

#: A line is a label when it comes back at least this many times.
_TIMES = 3
_LABEL_LENGTH = 60
#: A kind is chosen when this share of what stands below the labels is worded so.
_SHARE = 0.6
#: So many nodes below a label are looked at.
_LOOK = 20


def find_repeated_labels(nodes: Sequence[Node], unmarked: Sequence[bool]) -> Iterator[tuple[int, Cue]]:
    """The nodes of every line that comes back, with what it announces by the wording of what stands below it.

    `unmarked` tells which nodes have no mark yet. Lists of actions announce acties, single sentences of what is wanted
    announce doelen; the others are labels over explanation (soort uitleg).
    """
    found: dict[str, list[Node]] = {}
    for node in nodes:
        if unmarked[node.index] and _may_be_label(node, nodes):
            found.setdefault(re.sub(r"\d", "", squeeze(node.text)), []).append(node)
    for labels in found.values():
        if len(labels) >= _TIMES:
            kind = _kind([below for label in labels for below in _below(label, nodes, unmarked)])
            for label in labels:
                yield label.index, Cue(kind, "kop", label.text.strip(" :?"))


def _may_be_label(node: Node, nodes: Sequence[Node]) -> bool:
    is_chapter = node.is_outline and "." not in (node.number or "")
    if node.table is not None or node.is_item or is_chapter or len(node.text) > _LABEL_LENGTH:
        return False
    has_follower = node.index + 1 < len(nodes) and not nodes[node.index + 1].is_heading
    return (
        has_follower and not node.text.rstrip().endswith((".", ",", ";")) and any(sign.isalpha() for sign in node.text)
    )


def _below(label: Node, nodes: Sequence[Node], unmarked: Sequence[bool]) -> Iterator[Node]:
    for node in nodes[label.index + 1 : label.index + 1 + _LOOK]:
        if node.is_heading or node.table is not None or not unmarked[node.index]:
            return
        yield node


def _kind(below: Sequence[Node]) -> str:
    points = [node for node in below if node.is_item]
    if points and sum(is_worded_as_action(node.text) for node in points) >= _SHARE * len(points):
        return "actie"
    texts = points or list(below)
    if texts and sum(is_worded_as_goal(node.text) for node in texts) >= _SHARE * len(texts):
        return "doel"
    return "uitleg"
