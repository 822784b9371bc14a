"""Tables whose columns were lost: rows run together on one line, or every cell on a line of its own.

The words of the headings (ontology/signalen.csv) and the figures below them tell that there was a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beleidsspoor.graph.documents.joining import join_lines
from beleidsspoor.graph.documents.model import Block, Document, Paragraph, Span, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.lost_tables.broken_rows import find_broken_rows
from beleidsspoor.graph.recognise.lost_tables.counted_rows import find_counted
from beleidsspoor.graph.recognise.lost_tables.flattened import find_flattened
from beleidsspoor.graph.recognise.lost_tables.run_together import find_run_together
from beleidsspoor.graph.recognise.lost_tables.stacked import find_stacked


def blocks_with_tables(document: Document, cues: CueTable) -> list[Block]:
    """The blocks of a document, with such tables in place of the text that their lines were read as."""
    lines = ["", *document.lines]
    for block in document.blocks:
        if isinstance(block, Table):
            lines[block.span.first : block.span.last + 1] = [""] * (block.span.last - block.span.first + 1)
    tables = [*find_run_together(lines, cues), *find_flattened(lines, cues), *find_broken_rows(lines, cues)]
    for table in tables:
        lines[table.span.first : table.span.last + 1] = [""] * (table.span.last - table.span.first + 1)
    for find in (find_counted, find_stacked):
        for table in find(lines, cues):
            tables.append(table)
            lines[table.span.first : table.span.last + 1] = [""] * (table.span.last - table.span.first + 1)
    if not tables:
        return list(document.blocks)
    taken = {line for table in tables for line in range(table.span.first, table.span.last + 1)}
    kept = [part for block in document.blocks for part in _outside(block, taken, document.lines)]
    return sorted([*kept, *tables], key=lambda block: block.span.first)


def _outside(block: Block, taken: set[int], lines: Sequence[str]) -> Iterator[Block]:
    """What is left of a block outside these lines: the block, nothing, or its other lines as paragraphs."""
    span = block.span
    free = [line for line in range(span.first, span.last + 1) if line not in taken]
    if isinstance(block, Table) or len(free) == span.last - span.first + 1:
        yield block
        return
    while free:
        run = [free.pop(0)]
        while free and free[0] == run[-1] + 1:
            run.append(free.pop(0))
        text = join_lines([lines[line - 1] for line in run], frozenset())
        if text.strip():
            yield Paragraph(text, Span(run[0], run[-1], span.page))
