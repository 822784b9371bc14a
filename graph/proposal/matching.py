"""Which row of the register a finding is: by its name, its number and the passage that it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.proposal.wording import SHORT_LABELS
from beleidsspoor.graph.recognise.model import Finding
from beleidsspoor.graph.register.reading import Row

#: From here on two names are the same name, of 100: OCR slips and a changed word remain possible.
_SAME_NAME = 88
#: Two names that stand in one passage are the same thing from here on.
_SAME_PASSAGE = 45
_MARKS = re.compile(r"[\W_]+")

#: Where a place of the register stands now, as first and last line; None when its passage is gone.
Stands = Callable[[str], tuple[int, int] | None]


@dataclass(frozen=True)
class Match:
    """The row that a finding is, and whether another finding is that row with more reason."""

    row: Row
    again: bool


def match_rows(findings: Sequence[Finding], rows: Sequence[Row], stands: Stands) -> dict[int, Match]:
    """The row of each finding, by the position of the finding; both are of one table and one document.

    The best pairs come first and take their row. A finding that is left over and stands in the passage of a row, or has
    its name, tells that row again: a goal that is listed and then worked out.
    """
    scored = [
        (score, -position, -number)
        for position, finding in enumerate(findings)
        for number, row in enumerate(rows)
        if (score := _score(finding, row, stands)) > 0
    ]
    found: dict[int, Match] = {}
    taken: set[int] = set()
    best = sorted(scored, reverse=True)
    for _, position, number in best:
        if -position not in found and -number not in taken:
            found[-position] = Match(rows[-number], again=False)
            taken.add(-number)
    for _, position, number in best:
        found.setdefault(-position, Match(rows[-number], again=True))
    return found


def _score(finding: Finding, row: Row, stands: Stands) -> float:
    """How much speaks for the finding being this row; 0 when it is not."""
    from rapidfuzz import fuzz

    label = _plain(finding.label)
    names = [_plain(name) for name in (row.one("naam") or "", *row.cells.get("andere_namen", ()))]
    likeness = max((fuzz.ratio(label, name) for name in names), default=0.0)
    number = row.one("nummer")
    same_number = number is not None and number == finding.number
    here = _in_passage(finding, row, stands)
    if likeness >= _SAME_NAME:
        return likeness + 40 * here + 20 * same_number
    if not here:
        return 0
    common = max((fuzz.token_set_ratio(label, name) for name in names), default=0.0)
    # A short label in other words has little in common with its passage; the place must tell.
    needed = 0 if row.table.name in SHORT_LABELS or same_number else _SAME_PASSAGE
    return 1 + common / 2 + 20 * same_number if common >= needed else 0


def _in_passage(finding: Finding, row: Row, stands: Stands) -> bool:
    for place in (*row.cells.get("vindplaatsen", ()), *row.cells.get("uitgewerkt_in", ())):
        lines = stands(place)
        if lines is not None and lines[0] <= finding.last and finding.first <= lines[1]:
            return True
    return False


def _plain(text: str) -> str:
    return _MARKS.sub(" ", text.casefold()).strip()
