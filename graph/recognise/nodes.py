"""The blocks of a document as nodes: one shape for headings, paragraphs and list items, with how deep each lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.splitting import split_lines

#: A line that may be a label or a title is no longer than this.
SHORT = 140
#: Marks of lists that a reader may take for text.
_POINT = re.compile(r"^[»›►▪■◦‣→✓✔❖➢–]\s+(?=\S)")
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\S)")


@dataclass(frozen=True)
class Node:
    """One block. `number` is what is printed before the text; `depth` is that of the section the node lies in or opens.

    `kind` is kop, alinea, punt or tabel. `sure` tells that the document itself marks the heading. `level` is that of a
    list item (1 is the outer list), 0 for other nodes.
    """

    index: int
    kind: str
    text: str
    printed: str
    first: int
    last: int
    page: int | None = None
    number: str | None = None
    depth: int = 0
    level: int = 0
    sure: bool = False
    bold: bool = False
    table: Table | None = None

    @property
    def is_heading(self) -> bool:
        """True for a heading, sure or not."""
        return self.kind == "kop"

    @property
    def is_item(self) -> bool:
        """True for an item of a list."""
        return self.kind == "punt"

    @property
    def is_short(self) -> bool:
        """True for a line that may be a title or a label."""
        return self.table is None and len(self.printed) <= SHORT

    @property
    def is_outline(self) -> bool:
        """True for a heading that the document marks, by style or by an outline number."""
        return self.is_heading and self.sure


def make_nodes(document: Document, cues: CueTable) -> list[Node]:
    """All blocks of the document as nodes, in reading order."""
    nodes: list[Node] = []
    for block in document.blocks:
        index, span = len(nodes), block.span
        if not isinstance(block, Table) and cues.is_noise(block.text):
            continue
        if isinstance(block, Heading):
            place = (span.first, span.last, span.page)
            match = _NUMBERED.match(block.text) if block.number is None else None
            text, number = (block.text[match.end() :], match.group(1)) if match else (block.text, block.number)
            nodes.append(Node(index, "kop", text, block.printed, *place, number, block.level, sure=block.sure))
        elif isinstance(block, ListItem):
            place = (span.first, span.last, span.page)
            nodes.append(
                Node(index, "punt", block.text, block.text, *place, block.number, level=block.level, bold=block.bold)
            )
        elif isinstance(block, Table):
            nodes.append(Node(index, "tabel", "", "", span.first, span.last, span.page, table=block))
        else:
            nodes.extend(_paragraphs(document, block, index, cues))
    return list(_with_chapters(nodes))


def _with_chapters(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes, with a heading that goes on numbering the chapters made one: '5 Hoe verder?' behind chapter 4."""
    last = 0
    for node in nodes:
        is_number = node.is_heading and node.number is not None and node.number.isdigit()
        if is_number and (node.sure and node.depth == 1):
            last = int(node.number or 0)
        elif is_number and last and int(node.number or 0) == last + 1:
            last += 1
            node = replace(node, sure=True, depth=1)
        yield node


def _paragraphs(document: Document, block: Paragraph, index: int, cues: CueTable) -> Iterator[Node]:
    span = block.span
    parts = list(split_lines(document.lines[span.first - 1 : span.last], cues)) if span.last > span.first else []
    if len(parts) < 2:
        parts = [(block.text, 0, span.last - span.first)]
    for at, (printed, first, last) in enumerate(part for part in parts if part[0]):
        place = (span.first + first, span.first + last, span.page)
        if point := _POINT.match(printed):
            yield Node(
                index + at, "punt", printed[point.end() :], printed[point.end() :], *place, level=1, bold=block.bold
            )
            continue
        match = _NUMBERED.match(printed) if len(printed) <= SHORT else None
        text, number = (printed[match.end() :], match.group(1)) if match else (printed, None)
        yield Node(index + at, "alinea", text, printed, *place, number, bold=block.bold)
