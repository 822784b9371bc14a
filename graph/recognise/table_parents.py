"""What the rows of a table of figures hang under: the goal before it, what several share, or the action it measures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft
from beleidsspoor.graph.recognise.model import CONTAINERS, RANKS
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.scope import Scope
from beleidsspoor.graph.recognise.tables.row_goals import named_goal
from beleidsspoor.graph.recognise.wording import squeeze

#: The law that prescribes indicators (Besluit begroting en verantwoording), looked for in so many nodes above a table.
_PRESCRIBED = re.compile(r"\bBBV\b|\bbesluit begroting\b|^(?:de\s)?verplichte\b|^beleidsindicatoren\b", re.IGNORECASE)
_ABOVE = 3


@dataclass
class Open:
    """A finding that others may hang under here, with the depth of the section that it was opened in."""

    item: Draft
    depth: float


@dataclass
class Goals:
    """The goals told since the last table of figures: a table belongs to the one, or to what several share."""

    told: list[Draft] = field(default_factory=list)
    table: int = -1
    parent: Draft | None = None
    #: How many tables so far came behind one goal, and behind several.
    single: int = 0
    several: int = 0

    def of_table(self, node: Node, scope: Scope | None, opened: list[Open], *, prescribed: bool) -> Draft | None:
        """What the rows of a table hang under. A table under a heading of its own is about all goals before it, but
        where every goal so far had a table of its own it is about the last one. Indicators that the law prescribes, in
        a table without a goal before it, are about none.
        """
        if node.index == self.table:
            return self.parent
        here = [entry.item for entry in opened if entry.item.kind != "actie"]
        if not self.told and prescribed:
            self.parent = None
        elif self.told:
            own_heading = scope is not None and scope.kind == "indicator"
            if not own_heading and here and here[0].rank == RANKS["thema"]:
                # Without a heading of its own it stands in the text of the theme that is open.
                self.told = [item for item in self.told if here[0] in _line_of(item)]
            top = min(item.rank for item in self.told)
            if top == 10:
                top = min((item.rank for item in self.told if item.rank > 10), default=10)
            row = [item for item in self.told if item.rank == top]
            each_its_own = self.single > 1 and not self.several and bool(row) and row[-1] in here
            self.single, self.several = self.single + (len(row) == 1), self.several + (len(row) > 1)
            if len(row) > 1 and each_its_own:
                self.parent = row[-1]
            elif len(row) > 1 and (own_heading or top <= here[-1].rank if here else True):
                shared = row[0].parent
                self.parent = shared if shared in here else None
            elif own_heading:
                self.parent = row[0] if row[0] in here else None
            else:
                in_a_row = bool(here) and not here[-1].children and told_in_a_row(here[-1])
                self.parent = here[-1].parent if in_a_row else here[-1] if here else None
        elif self.parent not in here:
            self.parent = here[-1] if here and here[-1].rank == 10 else None
        self.told, self.table = [], node.index
        return self.parent


def told_in_a_row(candidate: Draft) -> bool:
    if candidate.kind in ("thema", "doelenboom"):
        return False
    siblings = candidate.siblings
    return bool(siblings) and not any(other.children for other in siblings)


def goal_of_heading(context: Context, scope: Scope | None, drafts: Sequence[Draft]) -> Draft | None:
    """The goal that the heading over a table names by its number: 'Indicatoren doelstelling 1.2'."""
    name = " ".join(scope.node.text.split()[-2:]) if scope is not None and scope.kind == "indicator" else ""
    return named_goal(name, drafts, context.cues) if name and context.cues.bare_label(name) is not None else None


def _line_of(item: Draft) -> list[Draft]:
    """The finding, what it hangs under, and so on up."""
    line = [item]
    while line[-1].parent is not None and line[-1].parent not in line:
        line.append(line[-1].parent)
    return line


def measures_each_action(context: Context, openers: Mapping[int, Sequence[Draft]]) -> bool:
    """True when two actions that follow each other have a table of 'Prestatie-indicatoren' of their own."""
    before = now = False
    for node in context.nodes:
        if any(item.kind == "actie" for item in openers.get(node.index, ())):
            before, now = now, False
        elif any(item.kind in CONTAINERS for item in openers.get(node.index, ())):
            before = now = False
        now = now or is_of_actions(node)
        if before and now:
            return True
    return False


def is_of_actions(node: Node) -> bool:
    """True for a table of 'Prestatie-indicatoren': these measure what is done, not what is reached."""
    heads = node.table.heads(len(node.table.rows) - 1) if node.table is not None else ()
    return bool(heads) and squeeze(heads[0]).startswith("prestatieindicator")


def is_prescribed(context: Context, node: Node) -> bool:
    """True when the text straight above a table says that the law asks for these indicators."""
    above = context.nodes[max(node.index - _ABOVE, 0) : node.index]
    caption = node.table.caption if node.table is not None else None
    return any(_PRESCRIBED.search(text) for text in (*(other.text for other in above), caption or ""))
