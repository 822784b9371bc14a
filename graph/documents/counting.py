"""Numbers of list items and headings as a word processor counts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True)
class Level:
    """How one level of a list is marked: `shape` is '1', 'a', 'A', 'i', 'I', or '' for a bullet.

    `pattern` is the mark with '%1' for the count of the first level, '%2' for the second; for a bullet the bullet
    itself.
    """

    shape: str
    pattern: str
    start: int = 1


@dataclass
class Counter:
    """The counts of one list, by level from 0."""

    levels: Mapping[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """The mark of the next item on this level; deeper levels begin again.

        >>> counter = Counter({0: Level("1", "%1."), 1: Level("a", "%2)")})
        >>> [counter.next(0), counter.next(1), counter.next(1), counter.next(0), counter.next(1)]
        ['1.', 'a)', 'b)', '2.', 'a)']
        """
        rule = self.levels.get(level, Level("", "•"))
        if not rule.shape:
            return rule.pattern or "•"
        self.counts[level] = self.counts.get(level, rule.start - 1) + 1
        for deeper in [key for key in self.counts if key > level]:
            del self.counts[deeper]
        mark = rule.pattern
        for index in range(level, -1, -1):
            own = self.levels.get(index, Level("1", ""))
            mark = mark.replace(f"%{index + 1}", shaped(self.counts.get(index, own.start), own.shape or "1"))
        return mark


def shaped(count: int, shape: str) -> str:
    """The count in this shape.

    >>> [shaped(3, "1"), shaped(3, "a"), shaped(28, "A"), shaped(4, "i")]
    ['3', 'c', 'BB', 'iv']
    """
    if shape in ("a", "A") and 0 < count < 1_000:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if shape == "A" else letters
    if shape in ("i", "I") and 0 < count < 4_000:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (count // value)
            count %= value
        return roman.upper() if shape == "I" else roman
    return str(count)
