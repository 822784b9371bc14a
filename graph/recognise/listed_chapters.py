"""Main lines that a list names and a chapter each works out: '4. Zorg' in the list, 'Programma 4. Zorg' further on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import LIKELY
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import squeeze

#: A list has so many points, and so many of them come back as a chapter over goals or actions.
_POINTS, _CHAPTERS = 3, 3
_IN_BRACKETS = re.compile(r"\s*\([^)]{1,60}\)$")
_WORKED_OUT = ("kondigt", "aanloop")


def recognise_listed_chapters(context: Context) -> Iterator[Draft]:
    """A draft for every point of a list of which three or more are chapters over goals or actions."""
    headings: dict[str, list[Node]] = {}
    for node in context.nodes:
        if node.is_heading:
            headings.setdefault(squeeze(_IN_BRACKETS.sub("", node.text)), []).append(node)
    for points in _lists(context):
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


def _lists(context: Context) -> Iterator[list[Node]]:
    """The lists 1, 2, 3 … or without numbers that are not announced as something else."""
    row: list[Node] = []
    for node in [*context.nodes, None]:
        if node is not None and node.is_item and node.number in (str(len(row) + 1), None) and _beside(row, node):
            row.append(node)
            continue
        if len(row) >= _POINTS and not any(context.places[point.index].is_item for point in row):
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
