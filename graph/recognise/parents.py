"""What hangs under what: by nesting, by number, by the words of the announcement, and by what is open at that place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.cues import Labelled
from beleidsspoor.graph.recognise.drafts import Draft
from beleidsspoor.graph.recognise.marking.marks import Mark
from beleidsspoor.graph.recognise.model import CONTAINERS, RANKS
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.table_parents import (
    Goals,
    Open,
    goal_of_heading,
    is_of_actions,
    is_prescribed,
    measures_each_action,
    told_in_a_row,
)
from beleidsspoor.graph.recognise.tables.row_goals import named_goal, numbered_goal
from beleidsspoor.graph.recognise.wording import likeness, overlap, squeeze, telling_words

_BRACKETS = re.compile(r"\([^)]{0,200}\)")
#: The number before the name of a row: '1 Gezond leven', '2. Meedoen'.
_COUNTED = re.compile(r"^\d{1,2}[.:)]?\s+(?=\D)")
#: The number before a title with more than one part: '2.2 Sociaal'.
_OUTLINE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?\s")
#: The letters of a code: 'SD1.1', 'P3 1.1'; those of 'A.1' count.
_CODE = re.compile(r"^(?:[A-Z]{1,4}\d?\s)?[A-Z]*(?=\d)")
#: Two wordings of one goal share this part of their words.
_ALIKE = 0.6
#: Words of a money row and of a goal tree are the same word when this many letters agree.
_STEM = 8
#: No more themes and tasks than this are looked for in the words of an announcement.
_NAMED = 200
_ANYWHERE = ("rol",)


def set_parents(context: Context, drafts: Sequence[Draft]) -> None:
    """Give every draft its parent, in place."""
    _by_place(context, drafts)
    _by_number(drafts)
    _by_listing(drafts)
    trees = [item for item in drafts if item.kind in ("doelenboom", "thema")]
    per_theme = len({id(item.parent) for item in drafts if item.kind == "budget" and item.parent is not None}) > 1
    for item in drafts:
        if item.kind == "budget":
            # One table of money behind the last theme is about all of them.
            goal = item.hint if item.row else numbered_goal(item.hint, context.cues)
            named = named_goal(goal, drafts, context.cues) if goal else None
            if named is None and not item.row:
                named = _named(item, trees)
            item.parent = named or (item.parent if per_theme else None)
        elif (
            item.kind in ("indicator", "actie")
            and item.hint
            and item.row
            and (told := named_goal(item.hint, drafts, context.cues))
        ):
            item.parent = told
        elif item.parent is not None and not (
            item.parent.opens or item.parent.kind in CONTAINERS or item.parent is item.outer
        ):
            item.parent = None
    for item in drafts:
        item.change(
            parent=item.parent.finding.name if item.parent else item.hint if item.kind == "kernelement" else None
        )


def _by_place(context: Context, drafts: Sequence[Draft]) -> None:
    begins: dict[int, list[Draft]] = {}
    openers: dict[int, list[Draft]] = {}
    for item in drafts:
        begins.setdefault(item.node, []).append(item)
        for place in item.openers:
            openers.setdefault(place, []).append(item)
    opened: list[Open] = []
    goals = Goals()
    by_action = measures_each_action(context, openers)
    named_by = [item for item in drafts if item.kind in CONTAINERS and item.rank <= RANKS["opgave"]][:_NAMED]
    depth = 0
    for node in context.nodes:
        if node.is_outline:
            opened = [entry for entry in opened if entry.depth < node.depth]
            depth = node.depth
        for item in sorted(begins.get(node.index, []), key=lambda draft: draft.rank):
            if item.kind == "budget":
                item.parent = _chapter(opened)
            elif item.kind == "indicator":
                scope = context.places[node.index].scope
                goal = goal_of_heading(context, scope, drafts)
                action = opened[-1].item if by_action and opened and opened[-1].item.kind == "actie" else None
                item.parent = goal or (
                    action
                    if action and is_of_actions(node)
                    else goals.of_table(node, scope, opened, prescribed=is_prescribed(context, node))
                )
            else:
                _place(item, opened, named_by)
        mark = context.marks[node.index]
        if _ends_action(node, mark) and node.index not in openers:
            opened = [entry for entry in opened if entry.item.kind != "actie"]
        if mark is not None and mark.role == "verwijst" and (told := _told(mark.labelled, node.index, drafts)):
            opened = [entry for entry in opened if entry.item.rank < told.rank]
            opened.append(Open(told, depth + 0.5))
            told.shared = False
            told.siblings = []
        for item in openers.get(node.index, []):
            # What was listed among others and has a place of its own here is told on its own.
            item.siblings = _before(item, opened) if node.index == item.node else []
            item.shared = item.shared and node.index == item.node
            # A goal lies as deep as the one before it, also when the actions of that one had numbered headings.
            beside = [entry.depth for entry in opened if entry.item.kind == item.kind != "thema"]
            level = beside[-1] if beside else depth + 0.5
            opened = [entry for entry in opened if entry.item.rank < item.rank]
            opened.append(Open(item, node.depth if node.is_outline else level))
            if item.kind != "actie":
                # A goal that was listed among others and is now worked out: what comes is about this one.
                goals.told = [item] if item in goals.told else [*goals.told, item]


def _chapter(opened: Sequence[Open]) -> Draft | None:
    """The theme in whose chapter a table stands, when headings with an outline tell where that chapter ends."""
    return next((entry.item for entry in opened if entry.item.kind == "thema" and entry.depth % 1 == 0), None)


def _told(reference: Labelled | None, node: int, drafts: Sequence[Draft]) -> Draft | None:
    """The goal with this number that was told before."""
    for item in drafts:
        if reference and item.kind in CONTAINERS and item.finding.number == reference.number and item.node < node:
            return item
    return None


def _ends_action(node: Node, mark: Mark | None) -> bool:
    """True for another heading or 'Activiteiten': below it nothing hangs under the last action. 'We gaan:' goes on."""
    if mark is None:
        return node.is_heading
    return mark.role == "kondigt" and not node.printed.rstrip().endswith(":")


def _before(item: Draft, opened: list[Open]) -> list[Draft]:
    """The findings of the same kind that were told straight before this one, without anything under them yet."""
    last = next((entry.item for entry in reversed(opened) if entry.item.kind == item.kind), None)
    if last is None or last is item or last.parent is not item.parent:
        return []
    return [*last.siblings, last]


def _place(item: Draft, opened: list[Open], named_by: Sequence[Draft]) -> None:
    if item.outer is not None:
        item.parent = item.outer
        return
    if item.free or (item.kind not in RANKS and item.kind not in _ANYWHERE) or item.kind in ("thema", "doelenboom"):
        return
    if item.hint and not item.row and (named := _in_words(item, named_by)):
        item.parent = named
        return
    if (
        item.kind == "doel"
        and opened
        and opened[-1].item.kind == "doel"
        and (not item.opens or (opened[-1].item.finding.number and not item.finding.number))
        and not opened[-1].item.shared
        and not _counts_beside(opened[-1].item, item)
    ):
        # 'Wat willen we bereiken?' below one goal: what it names lies a step lower.
        item.change(kind="subdoel")
    entry = _nearest(item, opened)
    if entry is not None:
        item.parent = entry
        entry.children += 1


def _counts_beside(told: Draft, item: Draft) -> bool:
    """True for goal 2 behind goal 1.2: its number says that it lies no step lower."""
    one, other = told.finding.number or "", item.finding.number or ""
    return "." in one and other.isdigit()


def _nearest(item: Draft, opened: list[Open]) -> Draft | None:
    """The nearest open finding that stands higher; of goals that were told in a row, what they share."""
    rank = item.rank
    for entry in reversed(opened):
        candidate = entry.item
        if candidate.kind == item.kind == "actie" and not item.opens:
            return candidate
        if candidate.rank >= rank or (item.kind == "effect" and candidate.rank > 10) or candidate.shared:
            continue
        if not item.straight and not candidate.children and told_in_a_row(candidate):
            candidate.shared = True
            continue
        return candidate
    return None


def _in_words(item: Draft, named_by: Sequence[Draft]) -> Draft | None:
    """The finding whose name stands in the announcement: 'De opgaven voor de gezonde inwoner:'."""
    assert item.hint is not None
    words = telling_words(item.hint)
    best: tuple[int, Draft] | None = None
    for other in named_by:
        if other.rank >= item.rank or other.finding.first > item.finding.first:
            continue
        name = telling_words(_BRACKETS.sub("", other.finding.label))
        if name and name <= words and (best is None or len(name) > best[0]):
            best = (len(name), other)
    return best[1] if best else None


def _by_number(drafts: Sequence[Draft]) -> None:
    """'1.1.2' hangs under '1.1', or else under '1'."""
    numbered: dict[str, list[Draft]] = {}
    for item in drafts:
        number = _CODE.sub("", item.finding.number or "").rstrip(".")
        if item.kind in RANKS and item.outer is None and "." in number:
            # '7.1.1a' is a part of 7.1.1.
            head = number[:-1] if number[-1].isalpha() and number[:-1] in numbered else number.rpartition(".")[0]
            while head:
                above = [other for other in numbered.get(head, []) if _is_above(other, item)]
                # Point 3 of a list says nothing of 3.1.1.
                if above and (head in (number[:-1], number.rpartition(".")[0]) or above[-1].openers):
                    item.parent = above[-1]
                    break
                head = head.rpartition(".")[0]
        if number and item.kind in CONTAINERS:
            numbered.setdefault(number, []).append(item)


def _is_above(other: Draft, item: Draft) -> bool:
    """True for a higher kind, and for goal 1 over goal 1.1: a main goal is a goal as well."""
    return other.rank < item.rank or (other.kind == item.kind == "doel" and other is not item)


def _by_listing(drafts: Sequence[Draft]) -> None:
    """Numbered sections hang under the theme of the listed goals that they work out; the first figure decides."""
    listed = [
        item
        for item in drafts
        if item.kind in ("opgave", "doel") and not item.finding.number and item.parent is not None
    ]
    votes: dict[str, Counter[int]] = {}
    orphans = [
        item for item in drafts if item.kind in ("opgave", "doel") and item.finding.number and item.parent is None
    ]
    for item in orphans:
        match = max(listed, key=lambda other: likeness(other.finding.label, item.finding.label), default=None)
        if match is not None and match.kind == item.kind and overlap(match.finding.label, item.finding.label) >= _ALIKE:
            votes.setdefault(_first(item), Counter())[id(match.parent)] += 1
    parents = {id(item.parent): item.parent for item in listed}
    for item in orphans:
        if counted := votes.get(_first(item)):
            item.parent = parents[counted.most_common(1)[0][0]]


def _first(item: Draft) -> str:
    return (item.finding.number or "").split(".")[0]


def _named(item: Draft, trees: Sequence[Draft]) -> Draft | None:
    """The goal tree or theme that a money row is named after, or else the title it stands under."""
    for name in (item.hint, item.finding.group) if item.hint else ():
        if name and (found := _of_that_name(name, trees)):
            return found
    return None


def _of_that_name(text: str, trees: Sequence[Draft]) -> Draft | None:
    number = _OUTLINE.match(text)
    for other in trees:
        if number and other.finding.number == number[0].rstrip(". "):
            return other
    name = squeeze(_COUNTED.sub("", text))
    for other in trees:
        if squeeze(other.finding.label).endswith(name):
            return other
    return next((other for other in trees if _stem(other.finding.label, name)), None)


def _stem(label: str, name: str) -> bool:
    return any(
        len(word) >= _STEM and name.startswith(word[:_STEM])
        for word in telling_words(label)
        if word[:_STEM] != "doelenbo"
    )
