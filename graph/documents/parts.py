"""A document in parts: what a reader hands over as it goes, so that it never holds the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from beleidsspoor.graph.documents.model import Block, Document


@dataclass(frozen=True, slots=True)
class Part:
    """The next lines and blocks of a document."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]


def put_together(parts: Iterable[Part | Document]) -> Document:
    """The document in these parts. The last of them is the Document, still without lines and blocks."""
    lines: list[str] = []
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Document):
            return replace(part, lines=tuple(lines), blocks=tuple(blocks))
        lines.extend(part.lines)
        blocks.extend(part.blocks)
    raise ValueError("the parts of a document end with the Document")
