"""An announcement and the place of a node under it: the heading or sentence that says what the items below it are."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.recognise.cues import Cue
from beleidsspoor.graph.recognise.model import RANKS
from beleidsspoor.graph.recognise.nodes import Node


@dataclass
class Scope:
    """One announcement. `programme` is the programme whose elements are listed, `chapter` that it is a main heading."""

    cue: Cue
    node: Node
    role: str
    count: int | None = None
    programme: str | None = None
    chapter: bool = False
    items: int = 0
    by_headings: bool = False
    explaining: bool = False
    last_number: str | None = None
    by_labels: bool = False

    @property
    def kind(self) -> str:
        """The kind of what is listed."""
        return self.cue.kind

    @property
    def rank(self) -> int:
        """The rank of what is listed."""
        return RANKS.get(self.cue.kind, 60)


@dataclass(frozen=True)
class Place:
    """Where a node stands: its announcement, whether it is an item of it, and its nearest heading."""

    scope: Scope | None
    is_item: bool
    heading: Node | None
