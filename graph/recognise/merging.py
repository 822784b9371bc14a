"""What a document says twice becomes one finding: a theme that is listed and then has a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft
from beleidsspoor.graph.recognise.model import CONTAINERS
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import likeness, overlap, same_label, squeeze

#: Kinds that stand once in a document, at their first listing.
_ONCE = ("thema", "principe", "criterium", "fase")
#: Kinds of which the passage that explains them is the place, not the list that names them.
_EXPLAINED = ("principe", "criterium", "fase")
#: Of these the same number with the same words is the same thing, told again where it is worked out.
_NUMBERED = ("opgave", "doel", "subdoel", "actie")
_ALIKE = 0.8
#: What is told again is looked for among this many findings back.
_REACH = 300
#: Of findings with the same words no more than this many are compared.
_TWINS = 20


def _told_before(item: Draft, by_name: dict[str, Draft]) -> Draft | None:
    """The goal that a heading repeats word for word: the heading is the place where that goal is worked out. A theme
    that comes back as a heading among the actions is no action.
    """
    heads = item.opens and (item.kind in CONTAINERS or item.kind == "actie")
    earlier = by_name.get(squeeze(item.finding.label)) if heads else None
    if earlier is None or earlier.kind == item.kind or earlier.node == item.node or not _same_number(earlier, item):
        return None
    return earlier


def merge(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in reading order, with what is said twice told once."""
    ordered = sorted(_one_goal_a_heading(drafts), key=lambda item: (item.finding.first, item.node, item.rank))
    kept: list[Draft] = []
    by_label: dict[tuple[str, str], list[Draft]] = {}
    by_name: dict[str, Draft] = {}
    for item in ordered:
        earlier = _earlier(item, by_label, kept) or _told_before(item, by_name)
        if earlier is None:
            kept.append(item)
            by_label.setdefault((item.kind, squeeze(item.finding.label)), []).append(item)
            if item.kind in CONTAINERS:
                by_name.setdefault(squeeze(item.finding.label), item)
            continue
        _take_over(earlier, item, context)
    headings = _headings(context.nodes)
    told = {item.node for item in kept}
    for item in kept:
        _find_section(item, headings, context)
        _find_place(item, headings, told)
    return kept


def _one_goal_a_heading(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, with of several goals in one heading the first: the recognisers that are surest come first."""
    told: set[int] = set()
    for item in drafts:
        if item.opens and item.kind in CONTAINERS:
            if item.node in told:
                continue
            told.add(item.node)
        yield item


def _earlier(item: Draft, by_label: dict[tuple[str, str], list[Draft]], kept: list[Draft]) -> Draft | None:
    same = by_label.get((item.kind, squeeze(item.finding.label)), [])
    if item.kind in _ONCE:
        if same:
            return same[-1] if item.kind == "thema" or _same_number(same[-1], item) else None
        if item.outer is None:
            near = kept[-_REACH:]
            return next((other for other in near if other.kind == item.kind and _tells_again(other, item)), None)
        return None
    for other in same[-_TWINS:]:
        if other.node == item.node and other.finding.first == item.finding.first:
            return other
        if item.kind not in _NUMBERED:
            continue
        if item.opens and not other.opens and _is_worked_out(other, item):
            return other
        if other.finding.number != item.finding.number:
            continue
        if item.finding.number or (item.opens and not other.opens):
            return other
    return None


def _is_worked_out(listed: Draft, section: Draft) -> bool:
    """True for section 3.2 about what was listed as the second in chapter 3."""
    one, other = listed.finding.number or "", section.finding.number or ""
    return one.isdigit() and other.rpartition(".")[2] == one


def _same_number(one: Draft, other: Draft) -> bool:
    return not one.finding.number or not other.finding.number or one.finding.number == other.finding.number


def _tells_again(earlier: Draft, item: Draft) -> bool:
    """True when a shorter wording with the same number comes back, or nearly the same words do."""
    if item.kind == "criterium" or not _same_number(earlier, item):
        return False
    one, other = earlier.finding.label, item.finding.label
    if earlier.finding.number and earlier.finding.number == item.finding.number and overlap(one, other) == 1.0:
        return True
    return item.kind != "fase" and likeness(one, other) >= _ALIKE


def _take_over(earlier: Draft, item: Draft, context: Context) -> None:
    if item.opens:
        earlier.openers.extend(place for place in item.openers if place not in earlier.openers)
    mark = context.marks[item.node]
    # 'Thema 2: …' says the number itself; a list may have begun anew with 1 at every point.
    told = item.kind == "thema" and mark is not None and mark.role == "label"
    number = item.finding.number
    if item.kind == earlier.kind and number and (not earlier.finding.number or "." in number or told):
        earlier.change(number=number)


def _headings(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in nodes:
        if node.is_heading:
            found.setdefault(squeeze(node.text), []).append(node)
    return found


def _find_place(item: Draft, headings: dict[str, list[Node]], told: set[int]) -> None:
    """A heading further on that says a listed goal again, and is nothing itself, is where that goal is worked out."""
    if item.kind not in ("opgave", "doel", "subdoel") or item.openers:
        return
    for node in headings.get(squeeze(item.finding.label), ()):
        if node.index > item.node and node.index not in told:
            item.openers.append(node.index)
            return


def _find_section(item: Draft, headings: dict[str, list[Node]], context: Context) -> None:
    """A heading with the same words further on is the section of a theme, and the place of a principle."""
    if item.kind not in _ONCE:
        return
    for node in headings.get(squeeze(item.finding.label), ()):
        if node.index <= item.node or not same_label(node.text, item.finding.label):
            continue
        if item.kind == "thema":
            if node.index not in item.openers:
                item.openers.append(node.index)
            if node.number and node.is_outline:
                item.change(number=node.number)
            return
        if item.kind in _EXPLAINED and any(other.kind == "alinea" for other in context.below(node)):
            item.node = node.index
            item.change(first=node.first, last=context.nodes[context.section_end(node) - 1].last, page=node.page)
            return
