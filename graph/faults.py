"""Faults: what is wrong with the input, where it stands, and what to do, in Dutch for the person who can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One fault in the input.

    `file` is a path as the user knows it, `line` counts from 1 (None: the file as a whole), `column` is the heading of
    the cell (None: the whole line). `message` says what is wrong, `advice` what to do; both Dutch, full sentences.
    """

    file: str
    line: int | None
    column: str | None
    message: str
    advice: str = ""

    def __str__(self) -> str:
        """The fault as one Dutch line.

        >>> str(Fault("twenterand/acties.csv", 3, "jaren", "'25' is geen jaar.", "Schrijf 2025."))
        "twenterand/acties.csv, regel 3, kolom jaren: '25' is geen jaar. Schrijf 2025."
        """
        place = self.file
        if self.line is not None:
            place += f", regel {self.line}"
        if self.column is not None:
            place += f", kolom {self.column}"
        return f"{place}: {self.message} {self.advice}".rstrip()


class InputFaults(Exception):
    """The input cannot be used. Holds every fault that was found, in reading order, never an empty list."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[InputFaults], tuple[tuple[Fault, ...]]]:
        """Pickled by its faults, so that it comes whole out of another process."""
        return type(self), (self.faults,)


def in_reading_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults sorted by file, line and column, with one fault per cell: the first that was found."""
    first: dict[tuple[str, int, str], Fault] = {}
    whole: dict[Fault, None] = {}
    for fault in faults:
        if fault.line is None or fault.column is None:
            whole.setdefault(fault)
        else:
            first.setdefault((fault.file, fault.line, fault.column), fault)
    return sorted([*whole, *first.values()], key=lambda fault: (fault.file, fault.line or 0, fault.column or ""))
