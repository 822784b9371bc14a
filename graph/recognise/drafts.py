"""A finding in the making: it knows its node, whether others may hang under it, and what it hangs under by its form."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from beleidsspoor.graph.recognise.model import RANKS, SURE, Finding
from beleidsspoor.graph.recognise.nodes import Node


@dataclass
class Draft:
    """A finding with what is needed to find its parent and to leave out what is said twice.

    `opens`: what follows may hang under it (a heading or a labelled line, not an item of a list). `outer`: the item of
    the list that this one is nested in. `hint`: words that name its parent. `free`: True when it has no parent at all.
    `row`: a row of a table, whose hint names its goal. `announced`: the node that announces it.
    `straight`: True for a point below a goal that nothing announces: it is about that goal, not about the row of them.
    `openers`: the nodes below which others may hang under it. `shared`: what follows belongs to its whole row of
    siblings.
    """

    finding: Finding
    node: int
    opens: bool = False
    outer: Draft | None = None
    hint: str | None = None
    row: bool = False
    free: bool = False
    straight: bool = False
    openers: list[int] = field(default_factory=list)
    shared: bool = False
    announced: int | None = None
    children: int = 0
    siblings: list[Draft] = field(default_factory=list, repr=False)
    parent: Draft | None = field(default=None, repr=False)

    @property
    def kind(self) -> str:
        """The kind of the finding."""
        return self.finding.kind

    @property
    def rank(self) -> int:
        """How high the finding stands in the tree."""
        return RANKS.get(self.finding.kind, 99)

    def change(self, **values: object) -> None:
        """Give the finding other values."""
        self.finding = replace(self.finding, **values)  # type: ignore[arg-type]


def draft(
    kind: str,
    node: Node,
    rule: str,
    *,
    label: str | None = None,
    number: str | None = None,
    certainty: str = SURE,
    last: int | None = None,
    opens: bool = False,
) -> Draft:
    """A draft for what stands in a node; the label is the node's text unless another is given."""
    text = (label if label is not None else node.text).strip()
    finding = Finding(kind, text, node.first, last or node.last, rule, certainty, number, page=node.page)
    return Draft(finding, node.index, opens, openers=[node.index] if opens else [])
