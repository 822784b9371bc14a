"""Timing so that noise hits both sides alike, and the form in which every measurement reports."""

from __future__ import annotations

import gc
import os
import platform
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A number that must stay under its limit (or over it, with `at_least`)."""

    what: str
    measured: float
    limit: float
    unit: str = "×"
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    def cells(self) -> tuple[str, ...]:
        """The goal as a row: what, limit, measured, outcome."""
        sign = "≥" if self.at_least else "≤"
        outcome = "met" if self.met else "**MISSED**"
        return self.what, f"{sign} {self.limit:g} {self.unit}", f"{self.measured:.3g} {self.unit}", outcome


@dataclass(frozen=True)
class Section:
    """What one measurement reports: a table, and the goals that it was about."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    goals: tuple[Goal, ...] = ()

    def __str__(self) -> str:
        return f"### {self.title}\n\n{self.note}\n\n{table(self.heads, self.rows)}"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table, so that a run can be pasted into README.md."""
    lines = [tuple(heads), *(tuple(row) for row in rows)]
    lines.insert(1, tuple("---" for _ in lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def seconds(action: Callable[[], object]) -> float:
    """The CPU seconds of an action, once: on a quiet machine those of the clock, on a busy one still what it costs.

    What the action gives is kept until the time is taken, so freeing is not counted.
    """
    start = time.process_time()
    kept = action()
    taken = time.process_time() - start
    del kept
    return taken


def in_turns(one: Callable[[], object], other: Callable[[], object], least: int = 3, budget: float = 0.5) -> Turns:
    """Time two actions turn by turn, at least `least` times each and until `budget` seconds are used."""
    gc.collect()
    turns: list[tuple[float, float]] = []
    while len(turns) < least or (sum(map(sum, turns)) < budget and len(turns) < 50):
        turns.append((seconds(one), seconds(other)))
    return Turns(tuple(turns))


@dataclass(frozen=True)
class Turns:
    """The times of two actions that were measured in turns. Noise only adds, so the shortest time of each counts."""

    turns: tuple[tuple[float, float], ...]

    @property
    def one(self) -> float:
        """The time of the first action."""
        return min(turn[0] for turn in self.turns)

    @property
    def other(self) -> float:
        """The time of the second action."""
        return min(turn[1] for turn in self.turns)

    @property
    def ratio(self) -> float:
        """First / second."""
        return self.one / self.other


def ms(value: float) -> str:
    """Seconds as milliseconds."""
    return f"{value * 1000:,.1f}"


def machine() -> str:
    """The machine, without its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {system}, Python {platform.python_version()}"
