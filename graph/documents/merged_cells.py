"""Rows that stand a column too far to the left: their first cell was merged with the one above, and was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FIGURE = re.compile(r"^[€<>≥≤±~=–-]*\s?\d")
#: Before the figures stand the cell that was merged and the name of the row.
_BEFORE = 2


def moved_left(rows: Sequence[Sequence[str]]) -> list[int]:
    """The indices of the rows (equally wide) that a merged first cell moved one column to the left.

    Such a row ends in an empty cell, and its figures stand a column left of those of the rows that are whole.
    """
    whole = [cells for cells in rows[1:] if cells[0].strip() and cells[-1].strip()]
    columns = [at for at in range(len(rows[0])) if whole and all(_FIGURE.match(cells[at]) for cells in whole)]
    if not columns or columns[0] < _BEFORE or not rows[0][-1].strip():
        return []
    return [at for at, cells in enumerate(rows) if at and _is_moved(cells, columns[0], columns[-1])]


def _is_moved(cells: Sequence[str], first: int, last: int) -> bool:
    if not cells[0].strip() or cells[-1].strip() or _FIGURE.match(cells[last]) or not _FIGURE.match(cells[last - 1]):
        return False
    # A figure may be missing at the end; then what stands before the figures is still a name.
    return bool(cells[last].strip() or _FIGURE.match(cells[first - 1]))
