"""What a document lists first and works out later: two findings that are one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.recognise.model import Finding
from beleidsspoor.graph.recognise.wording import likeness, overlap

#: Kinds that are listed under a thema and come back with a section of their own.
_LISTED = ("opgave", "doel", "subdoel")
#: The shorter wording must say nothing of its own, and the longer not much more.
_WITHIN, _ALIKE = 1.0, 0.6
#: So many in a list must be known by their words before the place in the list tells the last one.
_ENOUGH = 2


@dataclass(frozen=True)
class WorkedOut:
    """The position of the finding that works a listed one out, and whether only its place in the list tells so."""

    section: int
    by_place: bool = False


def find_worked_out(findings: Sequence[Finding], parents: Mapping[int, int]) -> dict[int, WorkedOut]:
    """The position of each listed finding with the finding that works it out.

    They are one when both hang under the same parent, the first is an item without number and without anything below
    it, the second has a number and something below it, the one wording lies within the other, and neither has a second
    candidate. A pair without a common wording is one as well when it is the only one left of a list that is worked out
    whole and in its order. What is less certain stays two.
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
    found = {early: late for early, late in pairs if firsts[early] == seconds[late] == 1}
    left = _left_over(findings, parents, listed, sections, found)
    by_place = {early: WorkedOut(late, by_place=True) for early, late in left}
    return {early: WorkedOut(late) for early, late in found.items()} | by_place


def _left_over(
    findings: Sequence[Finding],
    parents: Mapping[int, int],
    listed: Sequence[int],
    sections: Sequence[int],
    found: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """The one pair that is left of each list of which all others were found, each at its own place."""
    for parent, kind in dict.fromkeys((parents.get(at), findings[at].kind) for at in listed):
        early = [at for at in listed if (parents.get(at), findings[at].kind) == (parent, kind)]
        late = [at for at in sections if (parents.get(at), findings[at].kind) == (parent, kind)]
        if len(early) != len(late) or early[-1] > late[0]:
            continue
        left = [pair for pair in zip(early, late, strict=True) if found.get(pair[0]) != pair[1]]
        if len(left) == 1 and len(early) > _ENOUGH and left[0][0] not in found and left[0][1] not in found.values():
            yield left[0]


def _same(early: Finding, late: Finding) -> bool:
    if early.kind != late.kind or overlap(early.label, late.label) < _WITHIN:
        return False
    return likeness(early.label, late.label) >= _ALIKE
