"""Tables with ruled lines on a page of a PDF: the grid that the lines make, and the words in its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.documents.pdf_page import PageContent, Rule, Word

#: Lines closer than this (points) are one line; ends closer than _TOUCH meet.
_SAME, _TOUCH = 2.5, 4.0
#: More lines than this on one page make a drawing, not tables.
_MOST_LINES = 1_500
_MOST_CELLS = 10_000


@dataclass(slots=True)
class GridRow:
    """A row of a ruled table: the words of each cell, and the columns whose cell is the one to the left or above."""

    top: float
    cells: list[list[Word]]
    same_left: list[bool]
    same_above: list[bool]


@dataclass(slots=True)
class Grid:
    """A ruled table on the page."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: list[GridRow]


def take_grids(content: PageContent) -> list[Grid]:
    """The ruled tables of the page, from top to bottom. Their words are taken out of `content.words`."""
    horizontals, verticals = _merged(content.horizontals), _merged(content.verticals)
    if not horizontals or not verticals or len(horizontals) + len(verticals) > _MOST_LINES:
        return []
    grids = []
    for group_h, group_v in _groups(horizontals, verticals):
        xs, ys = _places(group_v), _places(group_h)
        # A single box is a frame round a text; a table has two rows and two columns.
        if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > _MOST_CELLS:
            continue
        grid = _fill(xs, ys, group_h, group_v, content)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.top)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """The lines, with those on top of each other and in each other's extension made one."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / _SAME), rule.low)):
        last = merged[-1] if merged else None
        if last is not None and abs(last.at - rule.at) <= _SAME and rule.low <= last.high + _TOUCH:
            last.high = max(last.high, rule.high)
        else:
            merged.append(Rule(rule.at, rule.low, rule.high))
    return merged


def _groups(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, in groups: one group is one table."""
    owner = list(range(len(horizontals) + len(verticals)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for v, upright in enumerate(verticals, start=len(horizontals)):
        for h, flat in enumerate(horizontals):
            crosses = flat.low - _TOUCH <= upright.at <= flat.high + _TOUCH
            if crosses and upright.low - _TOUCH <= flat.at <= upright.high + _TOUCH:
                owner[root(v)] = root(h)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(owner)):
        flat_lines, upright_lines = groups.setdefault(root(index), ([], []))
        if index < len(horizontals):
            flat_lines.append(horizontals[index])
        else:
            upright_lines.append(verticals[index - len(horizontals)])
    return list(groups.values())


def _places(rules: Iterable[Rule]) -> list[float]:
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > 2 * _SAME:
            places.append(at)
    return places


def _fill(
    xs: list[float], ys: list[float], flat: Sequence[Rule], upright: Sequence[Rule], content: PageContent
) -> Grid | None:
    columns, rows = len(xs) - 1, len(ys) - 1
    inside: list[Word] = []
    outside: list[Word] = []
    cells: list[list[list[Word]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    left_of = [[_open(upright, xs[c], (ys[r] + ys[r + 1]) / 2) for c in range(columns)] for r in range(rows)]
    above = [[_open(flat, ys[r], (xs[c] + xs[c + 1]) / 2) for c in range(columns)] for r in range(rows)]
    for word in content.words:
        x, y = (word.x0 + word.x1) / 2, word.base - 0.3 * word.size
        c, r = bisect_right(xs, x) - 1, bisect_right(ys, y) - 1
        if not (0 <= c < columns and 0 <= r < rows):
            outside.append(word)
            continue
        inside.append(word)
        while c and left_of[r][c]:
            c -= 1
        while r and above[r][c]:
            r -= 1
        cells[r][c].append(word)
    if not inside:
        return None
    content.words[:] = outside
    made = [
        GridRow(
            ys[r],
            cells[r],
            [bool(c) and left_of[r][c] for c in range(columns)],
            [bool(r) and flag for flag in above[r]],
        )
        for r in range(rows)
    ]
    return Grid(xs[0], ys[0], xs[-1], ys[-1], made)


def _open(rules: Sequence[Rule], at: float, across: float) -> bool:
    """True when no line at `at` stands in the way at `across`: the cells on both sides are one."""
    return not any(abs(rule.at - at) <= 2 * _SAME and rule.low - _SAME <= across <= rule.high + _SAME for rule in rules)
