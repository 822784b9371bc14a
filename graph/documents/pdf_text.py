"""The lines of one page of a PDF, in reading order, with what is needed to make blocks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from beleidsspoor.graph.documents.joining import join_lines
from beleidsspoor.graph.documents.pdf_grid import Grid, GridRow, take_grids
from beleidsspoor.graph.documents.pdf_lines import Region, Segment, aligned_table, make_segments, reading_order
from beleidsspoor.graph.documents.pdf_page import PageContent, Word
from beleidsspoor.graph.documents.table_heads import is_first_header, is_moved_header

#: White space this many times the usual distance between lines parts two blocks.
_BLOCK_GAP = 1.3
#: Dots or line between a title and its page in a table of contents.
_LEADER = re.compile(r"\s*(?:\.{4,}|(?:\. ){4,}|…{2,}|_{5,})[. ]*\s*(?=[0-9ivx]{1,4}\s*$)")


class PdfLine(NamedTuple):
    """A line of text or a row of a table, as it stands on the page. Lengths are in points.

    `short` is True when the first word of the next line would have fitted behind this one.
    """

    text: str
    page: int
    height: float
    base: float
    indent: float
    size: float
    bold: bool
    gap: bool
    short: bool = False
    cells: tuple[str, ...] | None = None
    header: bool = False
    repeated: tuple[int, ...] = ()


def page_lines(content: PageContent, page: int) -> list[PdfLine]:
    """The lines of the page in reading order; tables stand where they stand on the page. `content` is used up."""
    grids = take_grids(content)
    segments = make_segments(content.words)
    lines: list[PdfLine] = []
    for grid in grids:
        above = [segment for segment in segments if segment.base <= grid.top + 2]
        lines.extend(_text(above, content, page))
        segments = [segment for segment in segments if segment.base > grid.top + 2]
        lines.extend(_grid_rows(grid, content, page))
    lines.extend(_text(segments, content, page))
    if content.turned:
        turned = " ".join(word.text for word in content.turned)
        lines.append(PdfLine(turned, page, content.height, content.height / 2, 0, content.turned[0].size, False, True))
    return lines


def _text(segments: Sequence[Segment], content: PageContent, page: int) -> Iterator[PdfLine]:
    left = min((segment.x0 for segment in segments), default=0.0)
    for region in reading_order(segments):
        yield from _region_lines(region, region.left - left if region.left - left > 100 else 0.0, content, page)


def _region_lines(region: Region, shift: float, content: PageContent, page: int) -> Iterator[PdfLine]:
    rows = region.rows()
    pitch = _pitch(rows)
    index = 0
    last_base: float | None = None
    while index < len(rows):
        end = _table_end(rows, index, pitch)
        table = aligned_table(rows[index:end]) if end - index >= 2 else None
        if table is not None:
            yield from _aligned_rows(table, content, page)
            index, last_base = end, None
            continue
        row = rows[index]
        below = rows[index + 1] if index + 1 < len(rows) else None
        gap = last_base is None or row[0].base - last_base > max(_BLOCK_GAP * pitch, 1.05 * row[0].size)
        yield _line(row, below, region, shift, gap and index > 0, content, page)
        last_base = row[0].base
        index += 1


def _line(
    row: Sequence[Segment],
    below: Sequence[Segment] | None,
    region: Region,
    shift: float,
    gap: bool,
    content: PageContent,
    page: int,
) -> PdfLine:
    text = " ".join(segment.text for segment in row)
    size = max(row, key=lambda segment: len(segment.text)).size
    first = below[0].words[0] if below else None
    room = region.right - row[-1].x1
    short = first is None or room > (first.x1 - first.x0) + 0.6 * size + 0.03 * (region.right - region.left)
    bold = all(segment.bold for segment in row)
    cells = tuple(part.strip() for part in _LEADER.split(text, maxsplit=1)) if _LEADER.search(text) else None
    return PdfLine(text, page, content.height, row[0].base, row[0].x0 - shift, size, bold, gap, short, cells)


def _pitch(rows: Sequence[Sequence[Segment]]) -> float:
    """The usual distance between two lines: the middle one of the distances that can be of lines in one block."""
    steps = sorted(
        below[0].base - row[0].base
        for row, below in pairwise(rows)
        if below[0].base - row[0].base < 2.2 * max(row[0].size, below[0].size)
    )
    # The lower quarter: on a page full of headings most distances are those between blocks.
    return steps[len(steps) // 4] if steps else 1.2 * (rows[0][0].size if rows else 10.0)


def _table_end(rows: Sequence[Sequence[Segment]], begin: int, pitch: float) -> int:
    """Where a stretch of rows of more than one segment ends; a single segment between two such rows is part of it."""
    end = begin
    index = begin
    while index < len(rows):
        if index > begin and rows[index][0].base - rows[index - 1][0].base > 3 * pitch:
            break
        if len(rows[index]) >= 2:
            end = index + 1
        elif index == begin or index - end >= 2:
            break
        index += 1
    return end


def _aligned_rows(
    table: Sequence[tuple[list[Segment], list[str]]], content: PageContent, page: int
) -> Iterator[PdfLine]:
    for number, (row, cells) in enumerate(table):
        bold = all(segment.bold for segment in row)
        header = number == 0 and (is_first_header(cells) and (bold or len(table) > 2))
        first = row[0]
        yield PdfLine(
            "\t".join(cells), page, content.height, first.base, first.x0, first.size, bold, number == 0, False,
            tuple(cells), header,
        )  # fmt: skip


def _grid_rows(grid: Grid, content: PageContent, page: int) -> Iterator[PdfLine]:
    texts = [[_cell_text(cell) for cell in row.cells] for row in grid.rows]
    bolds = [all(word.bold for cell in row.cells for word in cell) for row in grid.rows]
    top = True
    above: list[str] = []
    for number, row in enumerate(grid.rows):
        size = next((word.size for cell in row.cells for word in cell), 10.0)
        cells = texts[number]
        top = top and _is_header(grid.rows, texts, bolds, number)
        header = top or is_moved_header(cells)
        repeated = []
        for column in range(len(cells)):
            source = cells[column - 1] if column and row.same_left[column] else ""
            if not header or not source:
                source = above[column] if above and row.same_above[column] else ""
            if source and not cells[column]:
                cells[column] = source
                repeated.append(column)
        above = cells
        if any(cells):
            yield PdfLine(
                "\t".join(cells), page, content.height, row.top, grid.x0, size, bolds[number], number == 0, False,
                tuple(cells), header, tuple(repeated),
            )  # fmt: skip


def _is_header(rows: Sequence[GridRow], texts: Sequence[Sequence[str]], bolds: Sequence[bool], number: int) -> bool:
    """Whether this row is one of the header rows on top: in bold when the rest is not, or without figures.

    A second one only under a cell that is merged over columns.
    """
    if number + 1 == len(rows) or not any(texts[number]):
        return False
    is_head = (bolds[number] and not all(bolds)) or is_first_header(texts[number])
    if number == 0:
        return is_head
    return any(rows[number - 1].same_left) and is_head


def _cell_text(words: Sequence[Word]) -> str:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        if lines and word.base - lines[-1][0].base <= 0.45 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    texts = (" ".join(word.text for word in sorted(line, key=lambda word: word.x0)) for line in lines)
    return join_lines(texts, frozenset())
