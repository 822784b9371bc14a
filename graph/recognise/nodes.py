"""The blocks of a document as nodes: one shape for headings, paragraphs and list items, with how deep each lies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.lost_tables.blocks import blocks_with_tables
from beleidsspoor.graph.recognise.marking.splitting import split_lines

#: A line that may be a label or a title is no longer than this.
SHORT = 140
#: 'P2.1 Sociale basis', when so many headings have such a code with the same letters.
_HEADING_CODE = re.compile(r"(?P<code>(?P<letters>[A-Z]{1,2})\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=[A-ZÀ-Þ])")
_CODED = 3
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3}[a-d]?)[.)]?\s+(?=\S)")


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
    for block in blocks_with_tables(document, cues):
        index, span = len(nodes), block.span
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
    return list(_with_chapters(_with_counted_points(_with_codes(_with_bare_numbers(_with_numbers_above(nodes)), cues))))


def _with_codes(nodes: Sequence[Node], cues: CueTable) -> list[Node]:
    """The nodes, with a code before a heading taken as its number, when several begin so: 'P2.1 Sociale basis'."""
    codes = {node.index: match for node in nodes if node.is_heading and (match := _HEADING_CODE.match(node.text))}
    letters = Counter(match["letters"] for match in codes.values())
    return [
        replace(
            node, text=node.text[match.end() :], number=match["code"], sure=True, depth=1 + match["code"].count(".")
        )
        if (match := codes.get(node.index)) and letters[match["letters"]] >= _CODED and cues.coded(node.printed) is None
        else node
        for node in nodes
    ]


def _with_counted_points(nodes: Sequence[Node]) -> list[Node]:
    """The nodes, with a point that has sections of its own made the heading it is: '4. Wie doet wat?' over '4.1 …'."""
    found = list(nodes)
    points: dict[str, int] = {}
    for at, node in enumerate(nodes):
        if node.is_item and node.level == 1 and (node.number or "").isdigit() and _may_be_title(node):
            points[node.number or ""] = at
        if not node.is_outline or node.number is None:
            continue
        chapter, _, section = node.number.rpartition(".")
        point = points.get(chapter)
        if point is not None and section == "1" and not _counts_on(nodes[point - 1], nodes[point]):
            title = nodes[point]
            printed = f"{title.number}. {title.text}"
            found[point] = replace(title, kind="kop", printed=printed, depth=1, level=0, sure=True)
        points = {}
    return found


def _may_be_title(node: Node) -> bool:
    return node.is_short and node.text[:1].isupper() and node.text[-1] not in ".,;:"


def _counts_on(above: Node, node: Node) -> bool:
    """True for a point behind another one of the same list."""
    return above.is_item and (above.number or "").isdigit() and int(above.number or 0) + 1 == int(node.number or 0)


def _with_bare_numbers(nodes: Sequence[Node]) -> list[Node]:
    """The nodes, with the numbers of a list that were set without a sign taken as such: '1 Dichtbij', '2 Samen'."""
    found = list(nodes)
    row: list[int] = []
    for at in range(len(found) + 1):
        if at < len(found) and found[at].is_item and _begins_with(found[at], len(row) + 1):
            row.append(at)
            continue
        for place in row if len(row) > 1 else ():
            number, _, text = found[place].text.partition(" ")
            found[place] = replace(found[place], text=text.strip(), number=number)
        row = [at] if at < len(found) and found[at].is_item and _begins_with(found[at], 1) else []
    return found


def _begins_with(node: Node, number: int) -> bool:
    first, _, rest = node.text.partition(" ")
    return node.number is None and first == str(number) and rest[:1].isupper()


def _with_numbers_above(nodes: Sequence[Node]) -> list[Node]:
    """The nodes, with a number that stands alone over a line put before that line, when 1, 2 … are set so."""
    over = [at for at, node in enumerate(nodes[:-1]) if _stands_over(node, nodes[at + 1])]
    numbers = [nodes[at].text for at in over]
    if numbers[:2] != ["1", "2"]:
        return list(nodes)
    found: list[Node] = []
    for at, node in enumerate(nodes):
        if at in over:
            continue
        if at - 1 in over:
            node = replace(node, number=nodes[at - 1].text, first=nodes[at - 1].first)
        found.append(replace(node, index=len(found)))
    return found


def _stands_over(node: Node, below: Node) -> bool:
    text = node.text
    return text.isdigit() and len(text) < 3 and below.kind in ("kop", "alinea") and below.first == node.last + 1


def _with_chapters(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes, with a heading that goes on numbering the chapters made one: '5 Hoe verder?' behind chapter 4."""
    last = depth = 0
    parted = _with_sections(nodes)
    for node in nodes:
        is_number = node.is_heading and node.number is not None and node.number.isdigit()
        if is_number and (node.sure and node.depth == 1):
            last = int(node.number or 0)
        elif is_number and (node.index in parted or ((last or parted) and int(node.number or 0) == last + 1)):
            last = int(node.number or 0)
            node = replace(node, sure=True, depth=1)
        if node.is_outline and node.number is not None and node.number[0].isalpha() and "." in node.number:
            # 'A.1' lies below the section that it is counted in.
            node = replace(node, depth=depth + node.number.count("."))
        elif node.is_outline:
            depth = node.depth
        yield node


def _with_sections(nodes: Sequence[Node]) -> frozenset[int]:
    """The headings with one number that stand over sections of their own: '2. Zorg' over '2.1 Ouderen'."""
    found: set[int] = set()
    above: Node | None = None
    for node in nodes:
        if not node.is_heading or node.number is None:
            continue
        if node.number.isdigit():
            above = node
        elif above is not None and node.is_outline and node.number == f"{above.number}.1":
            found.add(above.index)
    return frozenset(found)


def _paragraphs(document: Document, block: Paragraph, index: int, cues: CueTable) -> Iterator[Node]:
    span = block.span
    parts = list(split_lines(document.lines[span.first - 1 : span.last], cues)) if span.last > span.first else []
    if len(parts) < 2:
        parts = [(block.text, 0, span.last - span.first)]
    for at, (printed, first, last) in enumerate(part for part in parts if part[0]):
        place = (span.first + first, span.first + last, span.page)
        match = _NUMBERED.match(printed) if len(printed) <= SHORT else None
        text, number = (printed[match.end() :], match.group(1)) if match else (printed, None)
        yield Node(index + at, "alinea", text, printed, *place, number, bold=block.bold)
