"""How much of a thema stands in the main part: so much as fits on six pages, the rest goes to the annex.

The steps are tried from wide to narrow, and the first that fits is taken. What fits is estimated from the length of the
texts, on the side of too long; a test holds the estimate against real pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

from beleidsspoor.graph.dossier.model import (
    AnswerPlace,
    Block,
    Bullets,
    Chart,
    DataTable,
    Paragraph,
    Section,
)

#: A thema fits on so many pages of A4.
PAGES = 6

#: Measured on the Word document and the PDF (A4, 11 points): lines on a page, characters on a line, and what each thing
#: takes. A page holds some fifty lines; the rest is for what may not be broken over two pages.
_PAGE_LINES = 46
_LINE_LENGTH = 92
_HEADING_LINES = {1: 3.5, 2: 2.7}
_OTHER_HEADING = 2.2
#: Two charts stand side by side.
_CHART_ROW_LINES = 11.0
_ANSWER_LINES = 13.0
#: A row of a table is in small type, but its columns never divide the width quite as the text would.
_TABLE_LINE = 0.85
_TABLE_SLACK = 1.35


@dataclass(frozen=True)
class Limits:
    """The most of each thing that stands in the main part of one thema."""

    goals: int
    actions: int
    subgoals: int
    charts: int
    programmes: int
    matches: int
    reactions: int


#: From wide to narrow. With one thing less the dossier says less, so charts and actions go before goals.
STEPS = (
    Limits(goals=8, actions=30, subgoals=8, charts=4, programmes=6, matches=4, reactions=8),
    Limits(goals=8, actions=24, subgoals=8, charts=4, programmes=5, matches=3, reactions=6),
    Limits(goals=8, actions=18, subgoals=6, charts=4, programmes=4, matches=3, reactions=6),
    Limits(goals=7, actions=14, subgoals=4, charts=3, programmes=4, matches=3, reactions=5),
    Limits(goals=6, actions=10, subgoals=3, charts=2, programmes=3, matches=2, reactions=4),
    Limits(goals=4, actions=6, subgoals=2, charts=2, programmes=2, matches=2, reactions=3),
    Limits(goals=3, actions=3, subgoals=1, charts=1, programmes=2, matches=1, reactions=2),
)

Chapter = tuple[list[Block], list[Block]]


def bounded(make: Callable[[Limits], Chapter]) -> Chapter:
    """The widest chapter (main part and annex) of which the main part fits on the pages that a thema may have."""
    made = make(STEPS[0])
    for limits in STEPS[1:]:
        if lines_of(made[0]) <= PAGES * _PAGE_LINES:
            break
        made = make(limits)
    return made


def lines_of(blocks: Iterable[Block]) -> float:
    """How many lines the blocks take on paper, estimated."""
    lines, charts = 0.0, 0
    for block in blocks:
        if isinstance(block, Chart):
            charts += 1
        else:
            lines += _lines(block)
    return lines + ceil(charts / 2) * _CHART_ROW_LINES


def _lines(block: Section | Paragraph | Bullets | DataTable | AnswerPlace) -> float:
    if isinstance(block, Section):
        return _HEADING_LINES.get(block.level, _OTHER_HEADING) + _wrapped(block.text, _LINE_LENGTH * 0.7) - 1
    if isinstance(block, Paragraph):
        return _told(block) + 0.7
    if isinstance(block, Bullets):
        return sum(_told(item) + 0.3 for item in block.items) + 0.5
    if isinstance(block, AnswerPlace):
        return _ANSWER_LINES
    return 1.5 + sum(_row_lines(row) for row in (block.heads, *block.rows))


def _row_lines(row: tuple[str, ...]) -> float:
    return _wrapped(" ".join(row), _LINE_LENGTH / _TABLE_SLACK) * _TABLE_LINE + 0.6


def _told(block: Paragraph) -> int:
    return _wrapped(f"{block.text} {block.place or ''}", _LINE_LENGTH)


def _wrapped(text: str, width: float) -> int:
    return max(1, ceil(len(text) / width))
