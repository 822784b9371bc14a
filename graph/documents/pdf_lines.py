"""From words on a page of a PDF to lines in reading order: rows, columns of text, and tables without ruled lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from beleidsspoor.graph.documents.marks import is_lone_bullet
from beleidsspoor.graph.documents.pdf_page import Word

#: A gap wider than this many type sizes parts two cells or columns; wider than the widest space of a filled-out line.
_GAP = 1.0
#: Columns of running text: lines on both sides, characters in a line, columns in columns.
_COLUMN_LINES, _COLUMN_CHARACTERS, _DEEPEST = 5, 18, 3
_LEADING_MARK = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zA-Z][.)]|\([a-z0-9]\))$")


@dataclass(slots=True)
class Segment:
    """Words next to each other on one line, up to a wide gap."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if word.text[0].isalnum()) and any(word.bold for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Region:
    """Segments that are read from top to bottom: a column of text, or the page where it has no columns."""

    segments: list[Segment]
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = min((segment.x0 for segment in self.segments), default=0.0)
        self.right = max((segment.x1 for segment in self.segments), default=0.0)

    def rows(self) -> list[list[Segment]]:
        """The segments by line, from top to bottom, each from left to right."""
        rows: list[list[Segment]] = []
        for segment in sorted(self.segments, key=lambda segment: (segment.base, segment.x0)):
            if rows and abs(segment.base - rows[-1][0].base) <= 0.4 * max(segment.size, rows[-1][0].size):
                rows[-1].append(segment)
            else:
                rows.append([segment])
        return [sorted(row, key=lambda segment: segment.x0) for row in rows]


def make_segments(words: Sequence[Word]) -> list[Segment]:
    """The words as segments, by line and from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        if rows and word.base - rows[-1][0].base <= 0.45 * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    segments: list[Segment] = []
    for row in rows:
        row.sort(key=lambda word: word.x0)
        begin = len(segments)
        for word in row:
            last = segments[-1] if len(segments) > begin else None
            if last is not None and _belongs(last, word):
                last.words.append(word)
            else:
                segments.append(Segment([word]))
    return segments


def _belongs(segment: Segment, word: Word) -> bool:
    gap = word.x0 - segment.x1
    if gap <= _GAP * max(word.size, segment.words[-1].size):
        return True
    # A bullet or number stands off from its text.
    mark = segment.text
    return gap <= 5 * word.size and (is_lone_bullet(mark) or bool(_LEADING_MARK.match(mark) and word.text[0].isalpha()))


def reading_order(segments: Sequence[Segment], depth: int = 0) -> list[Region]:
    """The segments as regions in reading order; columns of running text are read one after the other."""
    if not segments:
        return []
    found = _gutter(segments) if depth < _DEEPEST else None
    if found is None:
        return [Region(list(segments))]
    above, left, right, below = found
    return [region for part in (above, left, right, below) for region in reading_order(part, depth + 1)]


def _gutter(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment], list[Segment], list[Segment]] | None:
    """The segments above two columns, in the left one, in the right one, and below; None when there are no columns."""
    starts = Counter(round(segment.x0 / 2) * 2 for segment in segments)
    low = min(segment.x0 for segment in segments)
    width = max(segment.x1 for segment in segments) - low
    candidates = [
        x for x, count in starts.most_common(8) if count >= _COLUMN_LINES and low + 0.2 * width < x < low + 0.85 * width
    ]
    ordered = sorted(segments, key=lambda segment: segment.base)
    best: tuple[int, int, int, float] | None = None
    for x in candidates:
        for begin, end in _runs(ordered, x - 3.0):
            if _is_prose(ordered[begin:end], x - 3.0) and (best is None or end - begin > best[1] - best[0]):
                best = (begin, end, end - begin, x - 3.0)
    if best is None:
        return None
    begin, end, _, gutter = best
    zone = ordered[begin:end]
    left = [segment for segment in zone if segment.x1 <= gutter + 1]
    right = [segment for segment in zone if segment.x1 > gutter + 1]
    # A title or the end of a paragraph above the columns is short, and so seems to stand in the left one.
    top = min(segment.base for segment in right)
    over = [segment for segment in left if segment.base < top - 0.6 * segment.size]
    left = [segment for segment in left if segment.base >= top - 0.6 * segment.size]
    cut = _foot(left, max(segment.base for segment in right))
    return [*ordered[:begin], *over], left[:cut], right, [*left[cut:], *ordered[end:]]


def _foot(left: Sequence[Segment], right_end: float) -> int:
    """Where in the left column a heading under both columns begins: larger type, white space above, nothing beside
    it.
    """
    for index in range(1, len(left)):
        segment, above = left[index], left[index - 1]
        if segment.base > right_end + 0.6 * segment.size and segment.size > 1.1 * above.size:
            return index
    return len(left)


def _runs(ordered: Sequence[Segment], gutter: float) -> list[tuple[int, int]]:
    """Stretches of segments, as (begin, end), of which none crosses the gutter."""
    runs, begin = [], 0
    for index, segment in enumerate(ordered):
        if segment.x0 < gutter - 1 and segment.x1 > gutter + 1:
            if index > begin:
                runs.append((begin, index))
            begin = index + 1
    if begin < len(ordered):
        runs.append((begin, len(ordered)))
    return runs


def _is_prose(segments: Sequence[Segment], gutter: float) -> bool:
    """Whether both sides of the gutter hold lines of running text, and not the cells of a table."""
    left = [segment for segment in segments if segment.x1 <= gutter + 1]
    right = [segment for segment in segments if segment.x1 > gutter + 1]
    if min(len(left), len(right)) < _COLUMN_LINES:
        return False
    return all(sum(len(segment.text) for segment in side) / len(side) >= _COLUMN_CHARACTERS for side in (left, right))


def aligned_table(rows: Sequence[Sequence[Segment]]) -> list[tuple[list[Segment], list[str]]] | None:
    """The rows (first segments, cells) of a table without ruled lines; None when these rows do not stand in columns.

    The columns are what is left when the widths of all segments are laid over each other. Figures or short cells stand
    in every column but the first.
    """
    spans = sorted((segment.x0, segment.x1) for row in rows for segment in row)
    columns: list[list[float]] = []
    for x0, x1 in spans:
        if columns and x0 <= columns[-1][1] + 3:
            columns[-1][1] = max(columns[-1][1], x1)
        else:
            columns.append([x0, x1])
    if len(columns) < 2:
        return None
    table: list[tuple[list[Segment], list[str]]] = []
    for row in rows:
        cells = [""] * len(columns)
        for segment in row:
            index = next(i for i, (x0, x1) in enumerate(columns) if x0 - 0.5 <= segment.x0 <= x1 + 0.5)
            cells[index] = f"{cells[index]} {segment.text}".strip()
        if table and _continues(table[-1][1], cells):
            table[-1][1][:] = [f"{above} {cell}".strip() for above, cell in zip(table[-1][1], cells, strict=True)]
        else:
            table.append((list(row), cells))
    behind = [cell for _, cells in table for cell in cells[1:] if cell]
    if len(table) < 2 or not behind or sum(len(cell) for cell in behind) / len(behind) > 30:
        return None
    return table


def _continues(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether these cells are the next line of the row above: a first cell that runs on, or words under words."""
    filled = [index for index, cell in enumerate(cells) if cell]
    if filled == [0]:
        return cells[0][0].islower()
    return (
        bool(filled)
        and 0 not in filled
        and not any(re.search(r"\d", cells[index]) for index in filled)
        and bool(above[0])
    )
