"""Actions whose bullet was lost: paragraphs at the end of a section of actions that are worded as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.goals.doers import begins_with_doer
from beleidsspoor.graph.recognise.model import DOUBTFUL
from beleidsspoor.graph.recognise.nodes import Node

#: A lost bullet is no longer than this; longer paragraphs are running text.
_LENGTH = 420
_BEGIN = re.compile(
    r"^(?:(?:In|Per|Vanaf|Eind|Begin|Medio)\s+(?:\w+\s+)?20\d\d\b|Er\s+(?:wordt|worden|komt|komen)\b|We\s+gaan\b|Wij\s+gaan\b)"
)


def recognise_unmarked(context: Context) -> Iterator[Draft]:
    """A draft for every paragraph that closes a section under a main heading of actions and is worded as an action."""
    for node in context.nodes:
        if not node.is_outline:
            continue
        place = context.places[node.index]
        if place.scope is None or not place.scope.chapter or place.scope.kind != "actie":
            continue
        below = list(context.below(node))
        points = [at for at, other in enumerate(below) if other.is_item]
        # The first paragraph of a section introduces it.
        for other in below[max([0, *points]) + 1 :]:
            if other.kind == "alinea" and len(other.text) <= _LENGTH and _BEGIN.match(other.text):
                for part in _parts(context, other):
                    yield draft(
                        "actie", part, "Alinea zonder streepje, maar geschreven als een actie.", certainty=DOUBTFUL
                    )


def _parts(context: Context, node: Node) -> Iterator[Node]:
    """The paragraph, cut where a line begins a sentence with somebody who does something."""
    lines = context.document.lines[node.first - 1 : node.last]
    begin = 0
    for at in range(1, len(lines) + 1):
        ends = at == len(lines)
        if ends or (lines[at - 1].rstrip().endswith((".", "!")) and begins_with_doer(lines[at].strip())):
            text = " ".join(line.strip() for line in lines[begin:at])
            yield replace(node, text=text, first=node.first + begin, last=node.first + at - 1)
            begin = at
