"""All that the recognisers read: the document, its nodes, what each is by its words, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.marking.marks import Mark
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.scope import Place


@dataclass(frozen=True)
class Context:
    """What is known of the document before anything is recognised in it."""

    document: Document
    cues: CueTable
    nodes: tuple[Node, ...]
    marks: tuple[Mark | None, ...]
    places: tuple[Place, ...]

    @property
    def title(self) -> str:
        """The title of the document, or else its first lines."""
        return " ".join([self.document.title or "", *(node.printed[:200] for node in self.nodes[:3])])

    def section_end(self, node: Node) -> int:
        """The index of the first node after the text that stands under a heading or line."""
        for at in range(node.index + 1, len(self.nodes)):
            if self.nodes[at].is_heading or self.marks[at] is not None:
                return at
        return len(self.nodes)

    def chapter_end(self, node: Node) -> int:
        """The index of the first node after the chapter that an outline heading opens."""
        for at in range(node.index + 1, len(self.nodes)):
            if self.nodes[at].is_outline and self.nodes[at].depth <= node.depth:
                return at
        return len(self.nodes)

    def below(self, node: Node) -> Iterator[Node]:
        """The nodes straight below a heading, up to the next heading or mark."""
        yield from self.nodes[node.index + 1 : self.section_end(node)]
