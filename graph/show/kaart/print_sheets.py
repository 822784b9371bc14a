"""The sheets of the printed doelenboom: cards as high as their whole label, and all actions in one column."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.show.kaart.kinds import ACTORS, KINDS, TOPS
from beleidsspoor.graph.show.kaart.layout import Card, Sheet
from beleidsspoor.graph.show.kaart.lettering import wrap
from beleidsspoor.graph.show.kaart.marks import label_of
from beleidsspoor.graph.show.kaart.model import MapModel

#: Room left of and beside the text in a card, above and below it, and the height of a line as a part of the type size.
PAD_X, PAD_Y, LINE = 12, 3, 1.2
_GOALS = ("Effect", "Opgave", "Doel", "Subdoel")
_LAST = ("Actie", "Rolverwachting")
#: Width and type of the columns: the top, the goals (shared by as many columns as there are), and the last one.
_TOP_WIDTH, _GOALS_WIDTH, _LAST_WIDTH, _GAP = 270, 860, 860, 64
_TOP_FONT, _GOAL_FONT, _LAST_FONT = 25, 20, 18
_INDENT, _BETWEEN, _BETWEEN_GOALS = 34, 5, 8


@dataclass(frozen=True)
class _Column:
    x: float
    width: int
    font: int


def print_sheet(model: MapModel, space: str, top: str) -> Sheet:
    """The tree below one thema or doelenboom, from left to right, every card under the one before it in its column."""
    element = model.elements[top]
    sheet = Sheet(model.key(top), space, element.naam, f"Wat hangt er onder {element.naam}?")
    _Tree(model, sheet, top).place(top, 0, 0.0, 0)
    _name_columns(sheet, model.kinds)
    return sheet


class _Tree:
    """Places cards depth first, so that every card stands beside the first of what hangs below it."""

    def __init__(self, model: MapModel, sheet: Sheet, top: str) -> None:
        self.model, self.sheet = model, sheet
        self.roles = self._roles(top)
        self.columns = self._columns(max(1, self._depth(top)))

    def place(self, iri: str, depth: int, y: float, indent: int) -> float:
        """Place an element with its top at y, and all that hangs below it; returns the y where it all ends."""
        leaf = self.model.kinds[iri] in _LAST
        column = self.columns[-1 if leaf else depth]
        card = self._card(iri, column, indent * _INDENT, y)
        self.sheet.placed.add(iri)
        self.sheet.cards.append(card)
        bottom = y + card.height + _BETWEEN
        below = y if not leaf else bottom
        for child in self._below(iri):
            if child not in self.sheet.placed:
                self.sheet.extra.append((iri, child))
                below = self.place(child, depth + 1, below, indent + 1 if leaf else 0)
        return max(bottom, below) + (0 if leaf else _BETWEEN_GOALS)

    def _card(self, iri: str, column: _Column, indent: int, y: float) -> Card:
        width, solid = column.width - indent, self.model.kinds[iri] in (*TOPS, "Opgave")
        lines = wrap(label_of(self.model, iri), width - 2 * PAD_X, column.font, solid)
        height = round(len(lines) * column.font * LINE + 2 * PAD_Y)
        return Card(iri, column.x + indent + width / 2, y + height / 2, width, height, column.font)

    def _columns(self, goals: int) -> list[_Column]:
        width = (_GOALS_WIDTH + _GAP - goals * _GAP) // goals
        starts = [_TOP_WIDTH + _GAP + n * (width + _GAP) for n in range(goals)]
        middle = [_Column(x, width, _GOAL_FONT) for x in starts]
        last = _Column(starts[-1] + width + _GAP, _LAST_WIDTH, _LAST_FONT)
        return [_Column(0, _TOP_WIDTH, _TOP_FONT), *middle, last]

    def _depth(self, iri: str) -> int:
        return max(
            (1 + self._depth(child) for child in self._below(iri) if self.model.kinds[child] not in _LAST), default=0
        )

    def _below(self, iri: str) -> list[str]:
        if iri in self.roles:
            return self.roles[iri]
        return self.model.below(iri, (*_GOALS, "Actie"))

    def _roles(self, top: str) -> dict[str, list[str]]:
        """Where a thema has roles: under the thema who is asked, and under those what is asked."""
        found: dict[str, list[str]] = {}
        for role in self.model.below(top, ("Rolverwachting",)):
            for actor in self.model.outgoing[role, "actor"][:1]:
                found.setdefault(actor, []).append(role)
        return {top: [*self.model.below(top, _GOALS), *found], **found} if found else {}


def _name_columns(sheet: Sheet, kind_of: dict[str, str]) -> None:
    """Write the kinds of a column above it. Indented cards belong to the column of their right side."""
    named: dict[float, dict[str, None]] = {}
    left: dict[float, float] = {}
    for card in sheet.cards:
        kind, right = kind_of[card.iri], card.x + card.width / 2
        left[right] = min(left.get(right, card.x), card.x - card.width / 2)
        if kind not in TOPS:
            named.setdefault(right, {})["Wie" if kind in ACTORS else KINDS[kind].many] = None
    for right, names in named.items():
        first, *others = names
        *middle, last = [first, *(name.lower() for name in others)]
        sheet.head(left[right], f"{', '.join(middle)} en {last}" if middle else last, -16)
