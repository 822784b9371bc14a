"""The text of a block as one line, with the line of the document that each place in it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.recognise.nodes import Node


@dataclass(frozen=True)
class Passage:
    """One block, or one row of a table. `starts` are the places in `text` where a line begins."""

    text: str
    node: int
    first: int
    starts: tuple[int, ...]

    def line_of(self, place: int) -> int:
        """The line of the document that a place in the text stands on."""
        return self.first + bisect_right(self.starts, place) - 1


def make_passages(document: Document, nodes: tuple[Node, ...]) -> Iterator[Passage]:
    """Every block as a passage, a table as one passage a row; its headings are left out."""
    for node in nodes:
        spans = (
            [(row.span.first, row.span.last) for row in node.table.rows if not row.header]
            if node.table
            else [(node.first, node.last)]
        )
        for first, last in spans:
            yield _passage(document.lines[first - 1 : last], node.index, first)


def _passage(lines: tuple[str, ...], node: int, first: int) -> Passage:
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for line in lines:
        starts.append(length)
        text = line.replace("*", " ").replace("\t", " | ").strip()
        hyphen = len(text) > 1 and text.endswith("-") and text[-2].isalpha()
        part = text[:-1] if hyphen else f"{text} "
        parts.append(part)
        length += len(part)
    return Passage("".join(parts), node, first, tuple(starts) or (0,))
