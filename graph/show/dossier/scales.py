"""Where the figures of a chart come to stand: years from left to right, numbers from low to high."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from beleidsspoor.graph.words import thousands

#: A range that starts this high may leave out the zero: else every line would be flat.
_FAR_FROM_ZERO = 0.9
_ROUND = (1, 2, 2.5, 5, 10)
_LINES = 3
_LARGE = ((1e12, "bln"), (1e9, "mld"), (1e6, "mln"))


@dataclass(frozen=True)
class Scale:
    """A straight line from numbers to places; `ticks` are the round numbers to write beside it."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...] = ()

    def at(self, number: float) -> float:
        """The place of a number.

        >>> Scale(0, 10, 100, 0).at(5)
        50.0
        """
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)


def number_scale(numbers: Sequence[float], start: float, end: float, *, percent: bool = False) -> Scale:
    """A scale that holds all numbers between round ones, with zero in it unless all are far from it.

    With `percent` it never goes past a hundred when no number does.
    """
    low, high = min(numbers), max(numbers)
    if 0 < low < high * _FAR_FROM_ZERO or low == high > 0:
        low = 0.0
    elif low * _FAR_FROM_ZERO < high < 0 or low == high < 0:
        high = 0.0
    elif low == high:
        low, high = 0.0, 1.0
    step = _round_step((high - low) / _LINES)
    first, last = math.floor(low / step), math.ceil(high / step)
    top = last * step
    if percent and max(numbers) <= 100 < top:
        top = 100.0
    ticks = [round(tick * step, 10) for tick in range(first, last + 1) if tick * step <= top]
    return Scale(first * step, top, start, end, tuple(ticks))


def year_scale(years: Sequence[int], start: float, end: float) -> Scale:
    """A scale for years, oldest first; a single year stands in the middle."""
    return Scale(min(years), max(years), start, end, tuple(sorted(set(years))))


def dutch(number: float) -> str:
    """A number as a Dutch reader writes it: a comma, at most two decimals, points between thousands, a real minus.

    >>> dutch(-1234.5), dutch(7.0), dutch(0.126)
    ('−1.234,5', '7', '0,13')
    """
    whole, _, decimals = f"{abs(number):.2f}".partition(".")
    decimals = decimals.rstrip("0")
    sign = "−" if number < 0 and (int(whole) or decimals) else ""
    return f"{sign}{thousands(int(whole))}{',' + decimals if decimals else ''}"


def short(number: float) -> str:
    """A round number with few digits, for beside an axis.

    >>> short(2500000), short(4000)
    ('2,5 mln', '4.000')
    """
    for size, word in _LARGE:
        if abs(number) >= size:
            return f"{dutch(number / size)} {word}"
    return dutch(number)


def _round_step(about: float) -> float:
    size = 10.0 ** math.floor(math.log10(about))
    return next(size * step for step in _ROUND if size * step >= about * 0.999)
