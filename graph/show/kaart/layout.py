"""Where cards stand: layered layouts in O(n), the same at each build, that do not shift when an action is added.

A goal gets a block of a fixed number of rows. Its actions fill that block column by column, outwards: a new action
takes the next free slot, and nothing else moves. So people find their place again next year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from beleidsspoor.graph.show.kaart.kinds import KINDS

#: Rows in the block of a goal.
BLOCK_ROWS = 2
ROW, GAP_X, GAP_Y = 46, 70, 12
#: Room between two blocks: as little as still shows them apart, so that a whole thema is read at full screen.
BLOCK_GAP = 5
HEADING_Y = -56
#: The size of a card in a slot: width, height and type.
SLOT = (KINDS["Actie"].width, KINDS["Actie"].height, KINDS["Actie"].font)


@dataclass(frozen=True)
class Card:
    """A card on a sheet: element, middle of the card, and its size; `font` in the same unit."""

    iri: str
    x: float
    y: float
    width: int
    height: int
    font: int


@dataclass
class Sheet:
    """One picture: cards, headings (x, y, text) and links that are drawn besides those of the graph (source, target).

    A block (owner, left, top, width, height) is a frame around cards, with one line from its owner to all of them.

    `title` and `sentence` say what it shows, `key` names it in the address.
    """

    key: str
    space: str
    title: str
    sentence: str
    cards: list[Card] = field(default_factory=list)
    headings: list[tuple[float, float, str]] = field(default_factory=list)
    extra: list[tuple[str, str]] = field(default_factory=list)
    blocks: list[tuple[str, int, int, int, int]] = field(default_factory=list)
    placed: set[str] = field(default_factory=set, repr=False)

    def put(self, iri: str, kind: str, x: float, y: float, size: tuple[int, int, int] | None = None) -> None:
        """Place an element once; a second time is passed over."""
        if iri not in self.placed:
            self.placed.add(iri)
            width, height, font = size or (KINDS[kind].width, KINDS[kind].height, KINDS[kind].font)
            self.cards.append(Card(iri, round(x), round(y), width, height, font))

    def head(self, x: float, text: str, y: float = HEADING_Y) -> None:
        """Write a heading above a column."""
        self.headings.append((round(x), round(y), text))


@dataclass(frozen=True)
class Block:
    """A goal in the second or third column and what stands in its slots."""

    first: str | None
    second: str | None
    slots: tuple[str, ...]


def place_blocks(
    sheet: Sheet, blocks: Sequence[Block], kind_of: dict[str, str], columns: tuple[float, float, float]
) -> float:
    """Place blocks below each other, from y = 0; returns the y below the last one.

    `columns` are the middles of the first goal column, of the second, and of the first column of slots.
    A goal in the first column stands in the middle of the blocks that it owns.
    """
    tall = BLOCK_ROWS * ROW + BLOCK_GAP
    spans: dict[str, list[float]] = {}
    for index, block in enumerate(blocks):
        y = index * tall
        middle = y + (BLOCK_ROWS - 1) * ROW / 2
        if block.first is not None:
            spans.setdefault(block.first, []).append(middle)
        if block.second is not None:
            sheet.put(block.second, kind_of[block.second], columns[1], middle)
        fill(sheet, block.slots, kind_of, columns[2], y, BLOCK_ROWS)
    for goal, middles in spans.items():
        sheet.put(goal, kind_of[goal], columns[0], (middles[0] + middles[-1]) / 2)
    return len(blocks) * tall


def fill(sheet: Sheet, items: Iterable[str], kind_of: dict[str, str], x: float, y: float, rows: int) -> None:
    """Fill slots in columns of `rows` from (x, y) downwards, then to the right. In a slot all kinds have one size."""
    for count, iri in enumerate(items):
        column, row = divmod(count, rows)
        sheet.put(iri, kind_of[iri], x + column * (SLOT[0] + 20), y + row * ROW, SLOT)


def stack(
    sheet: Sheet, items: Sequence[str], kind_of: dict[str, str], x: float, top: float = 0, most: int = 12
) -> float:
    """One list below each other, over as many columns as needed; returns the x of the next free column."""
    if not items:
        return x
    pitch = max(KINDS[kind_of[iri]].height for iri in items) + GAP_Y
    step = max(KINDS[kind_of[iri]].width for iri in items) + 20
    for count, iri in enumerate(items):
        column, row = divmod(count, most)
        sheet.put(iri, kind_of[iri], x + column * step, top + row * pitch)
    return x + -(-len(items) // most) * step
