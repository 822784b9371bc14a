"""Numbered sections that hold text and actions and say nothing of themselves: '2.2.1 Tekorten' over 'Voorstel: …'."""

from __future__ import annotations

from collections.abc import Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import CONTAINERS, LIKELY
from beleidsspoor.graph.recognise.nodes import Node

#: One section with actions may be chance; in a document that is built so there are more.
_SECTIONS = 2


def recognise_action_sections(context: Context) -> Iterator[Draft]:
    """A draft (opgave) for every numbered section whose actions are told by a label or a sentence over a list."""
    found = [node for node in context.nodes if _holds_actions(context, node)]
    if len(found) < _SECTIONS:
        return
    for node in found:
        rule = "Genummerde kop boven tekst met acties."
        yield draft("opgave", node, rule, number=node.number, certainty=LIKELY, opens=True)


def _holds_actions(context: Context, heading: Node) -> bool:
    """True for a numbered heading without a mark, over text and then actions, and over no goal."""
    place = context.places[heading.index]
    if not heading.is_outline or not heading.number or context.marks[heading.index] is not None or place.is_item:
        return False
    below = context.nodes[heading.index + 1 : heading.index + 2]
    if not below or below[0].kind != "alinea" or context.marks[below[0].index] is not None:
        return False
    actions = False
    for node in context.nodes[heading.index + 1 :]:
        mark = context.marks[node.index]
        if node.is_outline:
            break
        if mark is None or mark.role in ("verwijst", "persoon"):
            continue
        if mark.cue.kind in CONTAINERS or (mark.role == "kondigt" and mark.cue.kind != "indicator"):
            return False
        actions = actions or (mark.cue.kind == "actie" and mark.role in ("label", "aanloop"))
    return actions
