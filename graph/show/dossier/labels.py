"""Where the numbers of a chart are written: beside their mark, and never over another mark or number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.show.kaart.lettering import width_of

TYPE = 12
_HALF_MARK = 7.0
_AWAY = 10.0
_STEPS = 40
#: From one place in the drawing to another.
Line = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Box:
    """A part of a drawing, by its corners; y grows downward."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def crosses(self, line: Line) -> bool:
        """Whether a line runs through the box, seen at steps along it."""
        (x1, y1), (x2, y2) = line
        places = ((x1 + (x2 - x1) * step / _STEPS, y1 + (y2 - y1) * step / _STEPS) for step in range(_STEPS + 1))
        return any(self.left < x < self.right and self.top < y < self.bottom for x, y in places)

    def holds(self, other: Box) -> bool:
        """Whether the other box lies wholly in this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True)
class Mark:
    """A figure in a drawing: the middle of its mark, its number as text, and the series it belongs to."""

    x: float
    y: float
    text: str
    series: str

    @property
    def box(self) -> Box:
        """The room of the mark itself."""
        return Box(self.x - _HALF_MARK, self.y - _HALF_MARK, self.x + _HALF_MARK, self.y + _HALF_MARK)


@dataclass(frozen=True)
class Label:
    """A number as it is written: the middle of its foot."""

    x: float
    y: float
    text: str
    series: str

    @property
    def box(self) -> Box:
        """The room of the number."""
        half = width_of(self.text, TYPE) / 2
        return Box(self.x - half, self.y - TYPE * 0.8, self.x + half, self.y + 1)


def place_labels(marks: Sequence[Mark], lines: Sequence[Line], area: Box) -> list[Label]:
    """A label for each mark that has room for one within the area; the first marks choose first.

    A number goes above its mark, else below, right or left of it; where no line of `lines` runs, if there is such a
    side. Of marks on the same spot only the first is labelled.
    """
    kept: list[Label] = []
    seen: list[Mark] = []
    for mark in marks:
        if any(_same_spot(mark, other) for other in seen):
            continue
        seen.append(mark)
        taken = [other.box for other in marks if not _same_spot(mark, other)] + [label.box for label in kept]
        free = [
            label for label in _sides(mark) if area.holds(label.box) and not any(label.box.meets(box) for box in taken)
        ]
        # Sorting keeps the order of the sides among those that are as clear.
        kept.extend(sorted(free, key=lambda label: any(label.box.crosses(line) for line in lines))[:1])
    return kept


def _same_spot(one: Mark, other: Mark) -> bool:
    return abs(one.x - other.x) < 1 and abs(one.y - other.y) < 1


def _sides(mark: Mark) -> Iterator[Label]:
    half = width_of(mark.text, TYPE) / 2
    for x, y in (
        (mark.x, mark.y - _AWAY),
        (mark.x, mark.y + _AWAY + TYPE * 0.7),
        (mark.x + _AWAY + half, mark.y + 4),
        (mark.x - _AWAY - half, mark.y + 4),
    ):
        yield Label(x, y, mark.text, mark.series)
