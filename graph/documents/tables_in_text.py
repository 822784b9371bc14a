"""Tables out of lines whose cells are known: which rows are headers, and where a table goes on after a page end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from beleidsspoor.graph.documents.merged_cells import moved_left
from beleidsspoor.graph.documents.model import Block, Row, Span, Table
from beleidsspoor.graph.documents.table_heads import is_first_header, is_moved_header
from beleidsspoor.graph.documents.text_lines import TextLine


def make_tables(lines: Sequence[TextLine]) -> list[Table]:
    """The tables in these lines of cells. White space with a header row or another width under it begins a new
    table.
    """
    tables: list[list[TextLine]] = []
    for line in lines:
        if tables and not _begins_table(tables[-1], line):
            tables[-1].append(line)
        else:
            tables.append([line])
    return [_table(rows) for rows in tables]


def _begins_table(above: Sequence[TextLine], line: TextLine) -> bool:
    assert line.cells is not None and above[-1].cells is not None
    if not (line.gap or line.page_top):
        return False
    return line.header or _is_header(line.cells) or len(line.cells) != len(above[-1].cells)


def _is_header(cells: Sequence[str]) -> bool:
    return is_moved_header(cells)


def _table(lines: Sequence[TextLine]) -> Table:
    width = max(len(line.cells or ()) for line in lines)
    rows: list[Row] = []
    texts = [
        tuple(cell.strip() for cell in line.cells or ()) + ("",) * (width - len(line.cells or ())) for line in lines
    ]
    moved = moved_left(texts)
    for at, (line, cells) in enumerate(zip(lines, texts, strict=True)):
        if at in moved:
            above = rows[-1].cells[0]
            rows.append(Row((above, *cells[:-1]), Span(line.number, line.until or line.number, line.page), False, (0,)))
            continue
        is_first = not rows and len(lines) > 1 and is_first_header(cells)
        header = line.header or is_first or is_moved_header(cells)
        rows.append(Row(cells, Span(line.number, line.until or line.number, line.page), header, line.repeated))
    return Table(tuple(rows), Span(lines[0].number, rows[-1].span.last, lines[0].page))


def join_over_pages(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with a table that goes on at the top of the next page joined to its first part.

    A header row that is printed again on the new page is kept once.
    """
    result: list[Block] = []
    parts: list[Table] = []
    for block in blocks:
        if parts and not (isinstance(block, Table) and _goes_on(parts[0], parts[-1], block)):
            result.append(_whole(parts))
            parts = []
        if isinstance(block, Table):
            parts.append(block)
        else:
            result.append(block)
    if parts:
        result.append(_whole(parts))
    return result


def _whole(parts: Sequence[Table]) -> Table:
    if len(parts) == 1:
        return parts[0]
    rows = list(parts[0].rows)
    heads = _heads(parts[0])
    for part in parts[1:]:
        begin = 0
        while begin < len(part.rows) and part.rows[begin].header and part.rows[begin].cells in heads:
            begin += 1
        rows.extend(part.rows[begin:])
    return replace(parts[0], rows=tuple(rows), span=replace(parts[0].span, last=parts[-1].span.last))


def _heads(table: Table) -> set[tuple[str, ...]]:
    return {row.cells for row in table.rows if row.header}


def _goes_on(first: Table, above: Table, below: Table) -> bool:
    if above.width != below.width or above.rows[-1].span.page == below.span.page:
        return False
    return not below.rows[0].header or below.rows[0].cells in _heads(first)
