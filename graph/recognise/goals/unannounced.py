"""Lists below a goal that nothing announces, of which the points say what we do: 'We bouwen 300 woningen'."""

from __future__ import annotations

from collections.abc import Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.goals.doers import begins_with_we
from beleidsspoor.graph.recognise.model import CONTAINERS, LIKELY
from beleidsspoor.graph.recognise.nodes import Node

#: So many points make a list; below the goals beside it one is enough.
_POINTS = 2


def recognise_unannounced(context: Context) -> Iterator[Draft]:
    """A draft for every point of a list below a goal when all of them begin with what we do."""
    lists = [(goal, row) for goal, row in _lists(context) if all(begins_with_we(point.text) for point in row)]
    if not any(len(row) >= _POINTS for _, row in lists):
        return
    for goal, row in lists:
        rule = f"Lijst onder ‘{goal.text}’ (regel {goal.first}) die zegt wat we doen."
        for point in row:
            found = draft("actie", point, rule, certainty=LIKELY)
            found.straight = True
            yield found


def _lists(context: Context) -> Iterator[tuple[Node, list[Node]]]:
    """The points below each goal that nothing announces."""
    goal: Node | None = None
    row: list[Node] = []
    for node in [*context.nodes, None]:
        if node is not None and _is_free_point(context, node):
            row.append(node)
            continue
        if goal is not None and row:
            yield goal, row
        row = []
        if node is not None and (node.is_heading or context.marks[node.index] is not None):
            goal = node if _is_goal(context, node) else None


def _is_free_point(context: Context, node: Node) -> bool:
    place = context.places[node.index]
    return node.is_item and node.level == 1 and not place.is_item and context.marks[node.index] is None


def _is_goal(context: Context, node: Node) -> bool:
    """True for a title that is a goal by its label, or by the announcement that it stands under."""
    mark, place = context.marks[node.index], context.places[node.index]
    if mark is not None:
        return mark.role == "label" and mark.cue.kind in CONTAINERS
    return place.is_item and place.scope is not None and place.scope.kind in CONTAINERS
