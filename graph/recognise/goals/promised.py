"""Items that the text above promises by their number: 'We werken met vier uitgangspunten.' over four titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.goals.listed import name_of
from beleidsspoor.graph.recognise.marking.promises import find_promises
from beleidsspoor.graph.recognise.model import CONTAINERS, LIKELY
from beleidsspoor.graph.recognise.nodes import Node

_KINDS = ("thema", "opgave", "doel", "principe")
#: A title is no longer than this.
_TITLE = 90


def recognise_promised(context: Context) -> Iterator[Draft]:
    """A draft for every title or point below a paragraph that promises so many of them, not one more or less."""
    for node in context.nodes:
        if node.kind != "alinea" or context.marks[node.index] is not None:
            continue
        for count, cue in find_promises(node.text, context.cues):
            if cue.kind not in _KINDS:
                continue
            items = _points(context, node, count) or _titles(context, node, count)
            if not items or any(context.places[item.index].is_item for item in items):
                continue
            for item in items:
                rule = f"Eén van de {count} die de alinea erboven belooft (regel {node.first})."
                found = draft(
                    cue.kind, item, rule, label=name_of(item.text, cue.kind), number=item.number, certainty=LIKELY,
                    opens=cue.kind in CONTAINERS and not item.is_item,
                )  # fmt: skip
                found.free = cue.kind == "principe"
                found.announced = node.index
                yield found
            break


def _points(context: Context, node: Node, count: int) -> Sequence[Node]:
    """The points of the list below a paragraph, when there are so many; between them may stand what explains each."""
    points: list[Node] = []
    for other in context.nodes[node.index + 1 :]:
        if context.marks[other.index] is not None or other.is_heading or other.table is not None:
            break
        if other.is_item and other.level == 1:
            points.append(other)
        elif other.kind == "alinea" and (not points or len(points) == count or not points[0].number):
            break
    return points if len(points) == count else ()


def _titles(context: Context, node: Node, count: int) -> Sequence[Node]:
    """The titles below a paragraph that each stand straight over a text, when there are so many in this section."""
    end = node.index + 1
    while end < len(context.nodes) and context.marks[end] is None and not context.nodes[end].is_outline:
        end += 1
    below = context.nodes[node.index + 1 : end]
    titles = [
        title for title, text in pairwise(below) if _is_title(title) and text.kind == "alinea" and not _is_title(text)
    ]
    straight = bool(titles) and titles[0] is below[0]
    return titles if straight and len(titles) == count else ()


def _is_title(node: Node) -> bool:
    text = node.text.rstrip()
    return node.kind in ("kop", "alinea") and len(text) <= _TITLE and not text.endswith((".", ":", ";", ","))
