"""What a document lists first and works out later: two findings that are one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from beleidsspoor.graph.recognise.model import Finding
from beleidsspoor.graph.recognise.wording import likeness, overlap

#: Kinds that are listed under a thema and come back with a section of their own.
_LISTED = ("opgave", "doel", "subdoel")
#: The shorter wording must say nothing of its own, and the longer not much more.
_WITHIN, _ALIKE = 1.0, 0.6


def find_worked_out(findings: Sequence[Finding], parents: Mapping[int, int]) -> dict[int, int]:
    """The position of each listed finding with that of the finding that works it out.

    They are one when both hang under the same parent, the first is an item without number and without anything below
    it, the second has a number and something below it, the one wording lies within the other, and neither has a second
    candidate. What is less certain stays two.
    """
    below = Counter(parents.values())
    listed = [at for at, each in enumerate(findings) if each.kind in _LISTED and not each.number and not below[at]]
    sections = [at for at, each in enumerate(findings) if each.kind in _LISTED and each.number and below[at]]
    pairs = [
        (early, late)
        for early in listed
        for late in sections
        if findings[early].last < findings[late].first
        and parents.get(early) == parents.get(late)
        and _same(findings[early], findings[late])
    ]
    firsts, seconds = Counter(early for early, _ in pairs), Counter(late for _, late in pairs)
    return {early: late for early, late in pairs if firsts[early] == seconds[late] == 1}


def _same(early: Finding, late: Finding) -> bool:
    if early.kind != late.kind or overlap(early.label, late.label) < _WITHIN:
        return False
    return likeness(early.label, late.label) >= _ALIKE
