"""Goals of a coalition agreement: its headings are themes and tasks, and the points below them actions."""

from __future__ import annotations

from collections.abc import Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.goals.contents import headings_in_contents
from beleidsspoor.graph.recognise.model import LIKELY
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.scope import Scope

#: What is announced behind a list is looked for in this many nodes.
_LIST = 40
#: What a topic is below a theme or task that says itself what it is.
_STEP_DOWN = {"thema": "opgave", "opgave": "subdoel"}
_GOALS = ("opgave", "doel")


def recognise_agreement(context: Context) -> Iterator[Draft]:
    """The headings of a coalition agreement: topics are its themes, the headings below them its tasks."""
    if "thema" not in context.cues.kinds_of_document(context.title):
        return
    in_theme = False
    headings = [node for node in context.nodes if node.is_heading]
    depth = 0
    announced = own_list = False
    last_number: str | None = None
    labelled = ""
    in_contents = headings_in_contents(context)
    capitals = sum(node.text.isupper() for node in headings) > len(headings) / 2
    for node in context.nodes:
        mark = context.marks[node.index]
        if mark is not None and mark.role == "label" and mark.cue.kind in _STEP_DOWN:
            # Below 'Opgave 2: …' a topic is a part of that task, no theme.
            labelled = mark.cue.kind
        if (
            node.is_item
            and in_theme
            and _is_free(context.places[node.index].scope)
            and not context.places[node.index].is_item
        ):
            kind = "doel" if _before_actions(context, node) else "actie"
            yield draft(kind, node, "Punt onder een thema, in een akkoord.", certainty=LIKELY)
            continue
        if node.is_heading and node.printed.casefold().startswith("bijlage"):
            # What others brought in stands behind the agreement.
            return
        scope = context.places[node.index].scope
        told = scope is not None and scope.chapter and scope.kind in _GOALS and node.is_outline
        if not node.is_heading or context.marks[node.index] is not None or context.places[node.index].is_item or told:
            announced = announced or (in_theme and _announces(context, node.index))
            in_theme = (in_theme and not _ends(context, node)) or is_title(context, node)
            continue
        if node.is_outline and node.depth < depth:
            in_theme = False
        follower = context.nodes[node.index + 1] if node.index + 1 < len(context.nodes) else None
        over = follower is not None and (follower.kind == "alinea" or _over_points(context, node))
        over = over or _counts_goals(context, node)
        if follower is None or not (over or (node.index in in_contents and _holds_points(context, node, in_contents))):
            continue
        if node.text.isupper() and not capitals and not node.is_outline:
            in_theme = False
            continue
        last = context.nodes[context.section_end(node) - 1].last
        if cue := context.cues.shape(node.text):
            yield draft("principe", node, f"Heeft de vorm ‘{cue.shown}’.", last=last, certainty=LIKELY)
        elif node.index in in_contents and not _holds_points(context, node, in_contents):
            in_theme = False
        elif (
            _is_theme(context, node, in_contents, in_theme)
            or (own_list and _stands_over_list(context, node))
            or (in_theme and _counts_on(context, node, last_number))
        ) and not (in_theme and node.is_outline and node.depth > depth > 0):
            in_theme, depth = True, node.depth if node.is_outline else 0
            last_number = node.number
            # What a heading over lists of its own is followed by, over such lists, is no part of it.
            own_list = not in_contents and _stands_over_list(context, node)
            yield draft(
                _STEP_DOWN.get(labelled, "thema"),
                node,
                "Kop over een onderwerp, in een akkoord.",
                number=node.number,
                last=last,
                certainty=LIKELY,
                opens=True,
            )
        elif in_theme and (node.text.rstrip().endswith("?") or (announced and not _stands_over_list(context, node))):
            # A question is no name of a task ('Hoe werken we samen?'), nor is a title over mere text behind lists.
            in_theme = announced = False
        elif in_theme:
            yield draft(
                "opgave",
                node,
                "Kop onder een thema, in een akkoord.",
                number=node.number,
                last=last,
                certainty=LIKELY,
                opens=True,
            )


def _is_theme(context: Context, node: Node, in_contents: frozenset[int], in_theme: bool) -> bool:
    """True for a chapter of the table of contents; without one, or before the first theme, for a known topic, and for
    a heading over points that begins the row of themes or counts on in it.
    """
    if node.index in in_contents or _counts_goals(context, node):
        return True
    if context.cues.topic(node.text) is not None:
        return not (in_contents and in_theme)
    return _over_points(context, node) and (node.number is not None if in_theme else not in_contents)


def _counts_on(context: Context, node: Node, before: str | None) -> bool:
    """True for chapter 4 behind theme 3, when both stand over a table of actions: '4. Natuur' over action 4.1."""
    if not before or not before.isdigit() or node.number != str(int(before) + 1):
        return False
    rows = (row for other in context.below(node) if other.table is not None for row in other.table.rows)
    return any(cell.startswith(f"{node.number}.1") for row in rows for cell in row.cells[:1])


def _counts_goals(context: Context, node: Node) -> bool:
    """True for heading 1 over 'Doelstelling 1.1'."""
    if node.number is None:
        return False
    for at in range(node.index + 1, len(context.nodes)):
        mark = context.marks[at]
        if mark is not None and mark.labelled is not None:
            return mark.cue.kind in _GOALS and (mark.labelled.number or "").startswith(f"{node.number}.")
        if context.nodes[at].is_heading and mark is None:
            return False
    return False


def _over_points(context: Context, node: Node) -> bool:
    """True for a heading over points that nothing announces."""
    points = [other for other in context.below(node) if other.is_item and _is_free(context.places[other.index].scope)]
    return len(points) > 1 or any(point.number is None for point in points)


def _holds_points(context: Context, node: Node, in_contents: frozenset[int]) -> bool:
    """True when a list stands between this chapter and the next one of the table of contents."""
    end = min((other for other in in_contents if other > node.index), default=len(context.nodes))
    return any(other.is_item for other in context.nodes[node.index + 1 : end])


def is_title(context: Context, node: Node) -> bool:
    """True for a heading that is a theme by what announces it: 'Onze thema's' over a row of titles."""
    place = context.places[node.index]
    return node.is_heading and place.is_item and place.scope is not None and place.scope.kind == "thema"


def _announces(context: Context, at: int) -> bool:
    mark = context.marks[at] if at < len(context.marks) else None
    return mark is not None and mark.role in ("kondigt", "aanloop") and mark.cue.kind in ("doel", "actie")


def _stands_over_list(context: Context, node: Node) -> bool:
    """True for a heading over points, or over the announcement of goals or actions."""
    return any(other.is_item for other in context.below(node)) or _announces(context, context.section_end(node))


def _is_free(scope: Scope | None) -> bool:
    """True for a list that nothing announces, or that stands below a heading that is a theme itself."""
    return scope is None or (scope.by_headings and scope.kind == "thema")


def _before_actions(context: Context, node: Node) -> bool:
    """True for a point in front of 'Wat gaan we daarvoor doen?': it says what is wanted."""
    for at in range(node.index + 1, min(node.index + 1 + _LIST, len(context.nodes))):
        mark = context.marks[at]
        if mark is not None or context.nodes[at].is_heading:
            return mark is not None and mark.role in ("kondigt", "aanloop") and mark.cue.kind == "actie"
    return False


def _ends(context: Context, node: Node) -> bool:
    mark = context.marks[node.index]
    return mark is not None and (mark.role == "einde" or mark.cue.kind == "budget")
