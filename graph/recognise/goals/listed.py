"""Items under an announcement: bullets below 'Activiteiten', numbered lines below 'Resultaten'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.goals.doers import begins_with_we, is_worded_as_action, is_worded_as_goal
from beleidsspoor.graph.recognise.marking.promises import find_promises
from beleidsspoor.graph.recognise.model import CONTAINERS, LIKELY, RANKS, SURE
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.scope import Scope
from beleidsspoor.graph.recognise.wording import NAME_WORDS, first_sentence, is_named, sentences, squeeze

#: An explanation behind a name has at least this many words.
_EXPLANATION_WORDS = 5
#: An action on a line of its own is no longer, and has no more sentences.
_LINE, _LINE_SENTENCES = 320, 2
#: Kinds that are named in the first sentence below their heading when there is no list.
_GOAL = frozenset(("doel", "doelstelling", "onsdoel", "onzedoelstelling", "hetdoel", "dedoelstelling"))
_SENTENCE_KINDS = ("effect", "doel", "subdoel")
#: Of a longer list no more than these points to either side are compared.
_ROW = 20
_NAMED_KINDS = ("thema", "principe", "fase")
_SPLIT = re.compile(r"(?<=\.)\s+(?=[A-Z][a-z]+en\b)")
_VERB = re.compile(
    r"^(?!Een\b|Wanneer\b|Tegen|Binnen\b|Samen\b|Tussen\b|Mensen\b|Kinderen\b|Jongeren\b|Ouderen\b|Alleen\b)[A-Z][a-z]+en\b"
)


def recognise_listed(context: Context) -> Iterator[Draft]:
    """A draft for every item of a list or row of headings under an announcement; without a list, for one sentence."""
    outer: dict[int, Draft] = {}
    for node, mark, place in zip(context.nodes, context.marks, context.places, strict=True):
        if not node.is_item:
            outer.clear()
        if mark is not None and mark.role == "kondigt" and mark.cue.kind == "actie":
            yield from _action_lines(context, node)
        if mark is not None and mark.role == "kondigt" and mark.cue.kind in _SENTENCE_KINDS:
            yield from _sentence(context, node, mark.cue.shown, mark.cue.kind)
        if not place.is_item or mark is not None or place.scope is None or place.scope.kind == "rol":
            continue
        for found in _drafts(node, place.scope, named=not _alone_named(context, node)):
            if node.is_item and found.kind == "doel" and _stands_over_actions(context, node):
                found.opens, found.openers = True, [node.index]
            if node.is_item and found.kind == "opgave" and _are_done(context, node):
                found.change(kind="actie")
            if node.is_item:
                found.outer = next((outer[level] for level in range(node.level - 1, 0, -1) if level in outer), None)
                outer = {level: item for level, item in outer.items() if level < node.level}
                outer[node.level] = found
            yield found


def _stands_over_actions(context: Context, node: Node) -> bool:
    """True for a lettered goal with no other beside it, before the actions for it are announced."""
    if not node.number or node.number.isdigit() or context.nodes[node.index - 1].is_item:
        return False
    for at in range(node.index + 1, len(context.nodes)):
        mark = context.marks[at]
        if mark is not None:
            return mark.role == "kondigt" and mark.cue.kind == "actie"
        if context.nodes[at].kind != "alinea":
            return False
    return False


def _alone_named(context: Context, node: Node) -> bool:
    """True when of three points or more beside each other only this one begins with a short sentence: no name."""
    row = _row(context, node) if is_named(node.text) else []
    return len(row) > 2 and sum(is_named(other.text) for other in row) == 1


def _row(context: Context, node: Node) -> list[Node]:
    """The points of the list that a point stands in; what is told of one of them may stand between."""
    row = [node]
    for step in (-1, 1):
        at = node.index + step
        while (
            0 <= at < len(context.nodes)
            and abs(at - node.index) <= _ROW
            and (context.places[at].is_item or _is_detail(context, at))
        ):
            if not context.nodes[at].is_item and not _is_detail(context, at):
                break
            row += [context.nodes[at]] if context.nodes[at].is_item else []
            at += step
    return row


def _is_detail(context: Context, at: int) -> bool:
    mark = context.marks[at]
    return mark is not None and mark.role == "bijzonderheid"


def _are_done(context: Context, node: Node) -> bool:
    """True for a list of speerpunten that all say what we do: 'We maken met elke kern een dorpsplan'."""
    row = _row(context, node)
    return node.level == 1 and all(begins_with_we(other.text) for other in row)


def _drafts(node: Node, scope: Scope, *, named: bool) -> Iterator[Draft]:
    rule = f"Staat onder ‘{scope.cue.shown}’ (regel {scope.node.first})."
    sure = scope.role == "kondigt" or scope.count is not None or scope.kind not in CONTAINERS
    found = draft(
        scope.kind, node, rule, label=name_of(node.text, scope.kind, named=named), number=node.number,
        certainty=SURE if sure and node.is_item else LIKELY,
        opens=node.is_heading and (scope.kind in CONTAINERS or scope.kind == "actie"),
    )  # fmt: skip
    found.announced = scope.node.index
    if scope.kind in ("principe", "criterium", "fase"):
        found.free = True
    if scope.kind == "kernelement":
        found.hint = scope.programme
    elif scope.role == "aanloop":
        found.hint = scope.node.text
    yield found


def name_of(text: str, kind: str, *, named: bool = True) -> str:
    """The name of an item; of a theme or principle without the explanation behind it."""
    if kind not in _NAMED_KINDS:
        return text
    for sign in (":", " – ", " - "):
        name, found, rest = text.partition(sign)
        if found and len(name.split()) <= NAME_WORDS and len(rest.split()) >= _EXPLANATION_WORDS:
            return name.strip()
    return first_sentence(text).rstrip(".") if named and is_named(text) else text


def _action_lines(context: Context, node: Node) -> Iterator[Draft]:
    """Actions that each stand on a line of their own below 'Wat gaan we doen?', without a mark."""
    below = list(takewhile(lambda other: other.kind == "alinea", context.below(node)))
    worded = [other for other in below if is_worded_as_action(other.text)]
    if len(worded) < 2 or len(worded) != len(below):
        worded = _lines_in_a_row(node, below)
    for other in worded:
        rule = f"Regel onder ‘{node.text}’ (regel {node.first}), geschreven als een actie."
        yield draft("actie", other, rule, certainty=LIKELY)


def _lines_in_a_row(heading: Node, below: Sequence[Node]) -> list[Node]:
    """The lines straight below a heading, without white space between them: one sentence or two each, no prose."""
    row: list[Node] = []
    line = heading.last
    for other in below:
        if other.first != line + 1 or other.last != other.first:
            break
        row.append(other)
        line = other.last
    short = all(len(other.text) <= _LINE and len(sentences(other.text)) <= _LINE_SENTENCES for other in row)
    return row if len(row) > 1 and short else []


def _sentence(context: Context, node: Node, word: str, kind: str) -> Iterator[Draft]:
    """The first sentence below a heading that announces one thing, when no list or titles follow."""
    below = list(context.below(node))
    if any(other.is_item for other in below) or (below and below[0].table is not None):
        return
    end = context.section_end(node)
    follower = context.marks[end] if end < len(context.nodes) else None
    if (
        kind != "effect"
        and node.text.rstrip().endswith("?")
        and follower is not None
        and follower.role == "label"
        and RANKS.get(follower.cue.kind, 0) >= RANKS[kind]
    ):
        return
    announced = follower is not None and follower.role in ("kondigt", "aanloop") and follower.cue.kind == kind
    if announced and node.text.rstrip().endswith("?"):
        # 'Wat willen we bereiken?' over a general wish, with the goals in a list of their own behind it.
        return
    if len(below) > 1 and below[0].printed.rstrip().endswith(":"):
        # 'Het hoofddoel van dit programma is:' leads in the sentence that stands below it.
        below = below[1:]
    rule = f"Eerste zin onder ‘{word}’ (regel {node.first})."
    if kind != "effect" and _are_wishes(below):
        yield from (draft(kind, text, f"Zin onder ‘{word}’ (regel {node.first}).", certainty=LIKELY) for text in below)
        return
    if below and any(cue.kind == kind for _, cue in find_promises(below[0].text, context.cues)):
        # 'We hebben drie doelen geformuleerd.' is none itself.
        return
    if below:
        text = below[0]
        if kind != "effect" and end < len(context.nodes) and context.places[end].is_item and follower is None:
            return
        yield draft(
            kind, text, rule, label=first_sentence(text.text), certainty=SURE if kind == "effect" else LIKELY,
            opens=_is_the_goal(context, node),
        )  # fmt: skip


def _is_the_goal(context: Context, node: Node) -> bool:
    """True for 'Doelstelling' below the title of a theme: what follows is about the one goal that it names. Below
    'Opgave A' it only tells what that task is for.
    """
    if squeeze(node.text) not in _GOAL:
        return False
    for at in range(node.index - 1, -1, -1):
        mark = context.marks[at]
        if mark is not None and mark.role == "uitleg":
            continue
        if mark is not None:
            return mark.role == "label" and mark.cue.kind == "thema"
        if context.nodes[at].is_heading:
            return True
    return False


def _are_wishes(below: Sequence[Node]) -> bool:
    """True for two sentences or more, each on its own, of which most say how things should be."""
    single = all(other.kind == "alinea" and len(sentences(other.text)) == 1 and other.is_short for other in below)
    return len(below) > 1 and single and 2 * sum(is_worded_as_goal(other.text) for other in below) >= len(below)


def split_duties(text: str) -> list[str]:
    """The duties in one bullet of a role: two when the second sentence begins with a verb as the first does.

    >>> split_duties("Bieden van activiteiten. Bijdragen aan een gezonde leefstijl.")
    ['Bieden van activiteiten.', 'Bijdragen aan een gezonde leefstijl.']
    """
    if not _VERB.match(text):
        return [text]
    parts: list[str] = []
    for part in _SPLIT.split(text):
        if parts and not _VERB.match(part):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts
