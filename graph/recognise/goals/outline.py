"""Goals that are headings: the numbered sections of a chapter 'Inspanningen en acties', the topics of a budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.goals.agreements import is_title, recognise_agreement
from beleidsspoor.graph.recognise.goals.listed_chapters import recognise_listed_chapters
from beleidsspoor.graph.recognise.marking.marks import Mark
from beleidsspoor.graph.recognise.model import CONTAINERS, LIKELY, RANKS, SURE
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import NAME_WORDS, same_label

_GOALS = ("opgave", "doel")
#: What is counted on behind these.
_STEP_DOWN = {"effect": "doel", "doel": "subdoel"}
#: Kinds whose items may be titles by their form alone.
_TITLED = ("principe", "thema", "opgave")


def recognise_outline(context: Context) -> Iterator[Draft]:
    """Drafts for headings that are goals by where they stand."""
    yield from _chapters(context)
    listed = list(recognise_listed_chapters(context))
    if listed:
        yield from listed
        return
    agreed = list(recognise_agreement(context))
    told = {item.node for item in agreed}
    yield from (topic for topic in _topics(context) if topic.node not in told)
    yield from agreed


def _chapters(context: Context) -> Iterator[Draft]:
    """The headings of a chapter that announces goals or actions."""
    for node, mark in zip(context.nodes, context.marks, strict=True):
        if (
            mark is None
            or mark.role != "kondigt"
            or not node.is_outline
            or mark.cue.kind not in (*_GOALS, "actie", "thema", "subdoel", "principe")
        ):
            continue
        end = context.chapter_end(node)
        inside = [
            other
            for other in context.nodes[node.index + 1 : end]
            if other.is_outline and context.marks[other.index] is None and not _is_action(context, other)
            if mark.cue.kind != "actie" or not _announces_more(context, other)
        ]
        labelled = any(
            other is not None
            and other.role == "label"
            and other.cue.kind in CONTAINERS
            and RANKS[other.cue.kind] <= RANKS.get(mark.cue.kind, 0)
            for other in context.marks[node.index + 1 : end]
        )
        if labelled:
            continue
        if not inside and mark.cue.kind in (*_TITLED, "actie"):
            yield from _titled(context, node, end, mark.cue.kind)
        if not inside or (mark.cue.kind == "principe" and not _are_names(context, inside, end)):
            continue
        rule = f"Kop in het hoofdstuk ‘{node.text}’ (regel {node.first})."
        kinds = _kinds(mark.cue.kind, inside, context, node)
        for heading in inside:
            if kind := kinds.get(heading.depth):
                certainty = SURE if heading.number else LIKELY
                yield draft(kind, heading, rule, number=heading.number, certainty=certainty, opens=kind in CONTAINERS)


def _are_names(context: Context, headings: Sequence[Node], end: int) -> bool:
    """True for numbered headings that are names over nothing but text: '2.1 Vertrouwen is de basis'."""
    inside = context.nodes[headings[0].index : end]
    short = all(heading.number and len(heading.text.split()) <= NAME_WORDS for heading in headings)
    over_text = all(node.kind == "alinea" or node in headings for node in inside)
    marked = any(context.marks[node.index] is not None for node in inside)
    return len(headings) > 1 and short and over_text and not marked


def _is_action(context: Context, heading: Node) -> bool:
    """True for a heading that is itself an item below 'Wat gaan we daarvoor doen?'."""
    place = context.places[heading.index]
    return place.is_item and place.scope is not None and place.scope.kind == "actie" and not place.scope.chapter


def _announces_more(context: Context, heading: Node) -> bool:
    """True for a heading with 'Wat gaan we doen?' in its section: no action itself, but what the actions are for."""
    inside = context.marks[heading.index + 1 : context.chapter_end(heading)]
    return any(mark is not None and mark.role == "kondigt" and mark.cue.kind in (*_GOALS, "actie") for mark in inside)


def _titled(context: Context, chapter: Node, end: int, kind: str) -> Iterator[Draft]:
    """The titles in a chapter without sections of its own, when each stands over text: 'Uitgaan van vertrouwen'."""
    inside = context.nodes[chapter.index + 1 : end]
    titles = [node for node in inside if node.is_heading and context.marks[node.index] is None]
    over_text = [node for node in titles if context.nodes[node.index + 1].kind == "alinea"]
    if len(titles) < 2 or len(over_text) < len(titles):
        return
    if kind == "actie" and not (all(title.number for title in titles) and _only_text(inside)):
        return
    rule = f"Titel in het hoofdstuk ‘{chapter.text}’ (regel {chapter.first})."
    for title in titles:
        yield draft(kind, title, rule, number=title.number, certainty=LIKELY, opens=kind in CONTAINERS)


def _only_text(nodes: Sequence[Node]) -> bool:
    return all(node.is_heading or node.kind == "alinea" for node in nodes)


def _kinds(kind: str, inside: Sequence[Node], context: Context, chapter: Node) -> dict[int, str]:
    """What the headings of each depth are. Two depths over bullets of actions are opgaven with subdoelen."""
    depths = sorted({heading.depth for heading in inside})
    if kind == "actie":
        with_bullets = [heading for heading in inside if any(node.is_item for node in context.below(heading))]
        if not with_bullets or _has_goal_above(context, chapter):
            return {depths[0]: "actie"}
        names = ("opgave", "subdoel") if len(depths) > 1 else ("opgave",)
    elif kind in _GOALS:
        names = (kind, "subdoel")
    else:
        names = (kind,)
    return dict(zip(depths, names, strict=False))


def _has_goal_above(context: Context, chapter: Node) -> bool:
    """True when the heading straight above is a goal: 'Doel 3.1 …' over 'Wat gaan we daarvoor doen?'."""
    for at in range(chapter.index - 1, -1, -1):
        node, mark = context.nodes[at], context.marks[at]
        if mark is not None and mark.role == "label" and mark.cue.kind in CONTAINERS:
            return node.depth < chapter.depth or not node.is_outline
        if node.is_outline and node.depth < chapter.depth:
            return False
    return False


def _topics(context: Context) -> Iterator[Draft]:
    """Headings that each stand over 'Wat willen we bereiken?': the topics of a budget programme."""
    found: dict[int, Node] = {}
    # The programmes of a budget are given; those of an agreement are its themes.
    agreed = "thema" in context.cues.kinds_of_document(context.title)
    labelled = -1
    told: list[Node] = []
    for node, mark in zip(context.nodes, context.marks, strict=True):
        explaining, told = told, _headings_that_explain(node, mark, told)
        before = labelled
        if mark is not None and mark.role in ("label", "verwijst") and mark.cue.kind in CONTAINERS:
            labelled = node.index
        if mark is None or not _says_what_is_aimed_at(context, node, mark):
            continue
        heading = context.places[node.index].heading
        if (
            heading is None
            or (node.is_outline and node.depth <= heading.depth)
            or heading.index in found
            or context.marks[heading.index] is not None
            or heading.index < before
            or any(is_title(context, other) for other in context.nodes[heading.index + 1 : node.index])
            or heading in explaining
            or _is_subtitle(context, heading)
            # A numbered question opens a chapter of its own: what stands above it belongs to the one before.
            or (node.is_heading and node.number is not None and heading.number is None)
            or (context.cues.is_no_series(heading.printed.split()[0]) and not agreed)
        ):
            continue
        scope = context.places[heading.index].scope
        in_chapter = scope is not None and scope.chapter and scope.kind in (*_GOALS, "thema")
        if not context.places[heading.index].is_item and not in_chapter:
            found[heading.index] = heading
    if len(found) >= 2:
        for heading in found.values():
            rule = "Kop boven ‘Wat willen we bereiken?’ of een kop die daarop lijkt."
            listed = _listed_before(context, heading)
            kind = _below_goal(context, heading) or "thema"
            topic = draft(kind, listed or heading, rule, number=heading.number, certainty=LIKELY, opens=True)
            topic.openers = [heading.index]
            yield topic


def _below_goal(context: Context, heading: Node) -> str | None:
    """The kind of a heading 3.1.1 behind an effect or goal 3.1 that is announced as such: one step below it."""
    head = (heading.number or "").rpartition(".")[0]
    for node in reversed(context.nodes[: heading.index] if head else ()):
        place = context.places[node.index]
        if node.number == head and not node.is_item:
            return _STEP_DOWN.get(place.scope.kind) if place.is_item and place.scope is not None else None
    return None


def _says_what_is_aimed_at(context: Context, node: Node, mark: Mark) -> bool:
    """True for 'Wat willen we bereiken?', and for a goal without a number straight below a numbered heading."""
    if mark.role == "kondigt":
        return mark.cue.kind in ("doel", "actie")
    first = bool(node.index) and context.nodes[node.index - 1].is_outline
    unnumbered = mark.labelled is not None and mark.labelled.number is None
    return first and unnumbered and mark.role == "label" and mark.cue.kind == "doel" and not node.is_heading


def _is_subtitle(context: Context, heading: Node) -> bool:
    """True for a heading straight below a goal that says itself what it is: it tells more about that goal."""
    above = context.marks[heading.index - 1] if heading.index and not heading.is_outline else None
    return above is not None and above.role == "label" and above.cue.kind in ("doel", "subdoel")


def _listed_before(context: Context, heading: Node) -> Node | None:
    """The point of a list further up that names this heading: that is where the topic is first told."""
    for node in context.nodes[: heading.index]:
        if node.is_item and not context.places[node.index].is_item and same_label(node.text, heading.text):
            return node
    return None


def _headings_that_explain(node: Node, mark: Mark | None, told: list[Node]) -> list[Node]:
    """The headings so far below one that only explains: what stands under 'Ontwikkelingen' is no topic."""
    if mark is not None and mark.role in ("uitleg", "toelichting"):
        return [node]
    if mark is not None or node.is_outline:
        return []
    return [*told, node] if told and node.is_heading else told
