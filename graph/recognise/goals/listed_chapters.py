"""Main lines that a list names and a chapter each works out: '4. Zorg' in the list, 'Programma 4. Zorg' further on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import LIKELY
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import overlap, same_label, squeeze, telling_words

#: A list has so many points, and so many of them come back as a chapter over goals or actions.
_POINTS, _CHAPTERS = 3, 3
#: A heading in nearly the same words shares this part of them, and no fewer than so many.
_ALIKE, _SHARED = 0.6, 2
#: Of headings that are numbered on, so many of the list need to be told in nearly the same words.
_MOST = 0.6
#: What works out a list is looked for in so many headings behind it.
_REACH = 300
_IN_BRACKETS = re.compile(r"\s*\([^)]{1,60}\)$")
_WORKED_OUT = ("kondigt", "aanloop")


def recognise_listed_chapters(context: Context) -> Iterator[Draft]:
    """A draft for every point of a list of which three or more are chapters over goals or actions."""
    headings: dict[str, list[Node]] = {}
    for node in context.nodes:
        if node.is_heading:
            headings.setdefault(squeeze(_IN_BRACKETS.sub("", node.text)), []).append(node)
    free = [node for node in context.nodes if node.is_heading and context.marks[node.index] is None]
    for points in _lists(context):
        if any(context.places[point.index].is_item for point in points):
            yield from _announced(context, points, free)
            continue
        chapters = [_further_on(point, headings) for point in points]
        begins = sorted(node.index for chapter in chapters for node in chapter)
        worked_out = [chapter for chapter in chapters if any(_over_goals(context, node, begins) for node in chapter)]
        if len(worked_out) < _CHAPTERS:
            continue
        for point, chapter in zip(points, chapters, strict=True):
            rule = f"Punt van een lijst (regel {points[0].first}) waarvan de punten verderop een hoofdstuk zijn."
            found = draft("thema", point, rule, label=point.text.rstrip(";,."), number=point.number, certainty=LIKELY)
            found.openers = [node.index for node in chapter]
            yield found


def _announced(context: Context, points: Sequence[Node], headings: Sequence[Node]) -> Iterator[Draft]:
    """A draft for every goal of a list that is announced as such, when all come back in that order as
    headings over goals or actions, each in nearly the same words.
    """
    scopes = [context.places[point.index].scope for point in points]
    kind = scopes[0].kind if scopes[0] is not None else ""
    if kind not in ("thema", "opgave", "doel") or any(scope is not scopes[0] for scope in scopes):
        return
    begin = bisect_right(headings, points[-1].index, key=lambda heading: heading.index)
    found = _in_order(points, headings[begin : begin + _REACH])
    begins = [node.index for node in found]
    if not found or not all(_over_goals(context, node, begins) for node in found):
        return
    for point, node in zip(points, found, strict=True):
        rule = f"Punt van een lijst met doelen of opgaven (regel {points[0].first}) dat een kop verderop uitwerkt."
        number = node.number if node.number and "." in node.number else point.number
        goal = draft(kind, point, rule, number=number, certainty=LIKELY, opens=True)
        goal.openers = [node.index]
        yield goal


def _in_order(points: Sequence[Node], headings: Sequence[Node]) -> list[Node]:
    """The headings that say these points again, in their order: each of them, or most of a row that is numbered on."""
    found: list[Node] = []
    for node in headings:
        if len(found) < len(points) and _says_again(node, points[len(found)]):
            found.append(node)
    if len(found) == len(points):
        return found
    if not found:
        return []
    head = (found[0].number or "").rpartition(".")[0]
    row = [node for node in headings if head and (node.number or "").rpartition(".")[0] == head]
    alike = sum(_says_again(node, point) for node, point in zip(row, points, strict=False))
    return row if len(row) == len(points) and alike >= _MOST * len(points) else []


def _says_again(heading: Node, point: Node) -> bool:
    shared = telling_words(heading.text) & telling_words(point.text)
    return same_label(heading.text, point.text) or (
        len(shared) >= _SHARED and overlap(heading.text, point.text) >= _ALIKE
    )


def _lists(context: Context) -> Iterator[list[Node]]:
    """The lists 1, 2, 3 … or without numbers."""
    row: list[Node] = []
    for node in [*context.nodes, None]:
        if node is not None and node.is_item and node.number in (str(len(row) + 1), None) and _beside(row, node):
            row.append(node)
            continue
        if len(row) >= _POINTS:
            yield row
        row = [node] if node is not None and node.is_item and node.number in ("1", None) else []


def _beside(row: Sequence[Node], node: Node) -> bool:
    """True when all points of a row have a number, or none has."""
    return all((other.number is None) == (node.number is None) for other in row)


def _further_on(point: Node, headings: dict[str, list[Node]]) -> list[Node]:
    name = squeeze(point.text)
    return [node for node in headings.get(name, ()) if node.index > point.index and node.number in (None, point.number)]


def _over_goals(context: Context, chapter: Node, begins: Sequence[int]) -> bool:
    """True when goals or actions are announced between a chapter and the next one of the list."""
    end = next((begin for begin in begins if begin > chapter.index), len(context.nodes))
    return any(
        mark is not None and mark.role in _WORKED_OUT and mark.cue.kind in ("doel", "actie")
        for mark in context.marks[chapter.index + 1 : end]
    )
