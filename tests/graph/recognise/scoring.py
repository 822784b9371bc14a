"""How alike findings and a gold annotation are: the rules of the annotation guideline, for the tests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Item = Mapping[str, Any]


@dataclass
class Score:
    """How many there are in the gold and in the findings, how many agree, and of those how many have the right parent."""

    gold: int = 0
    found: int = 0
    right: int = 0
    parents: int = 0
    cells_gold: int = 0
    cells_right: int = 0

    @property
    def f1(self) -> float:
        """Between 0 and 1; 1 when there is nothing to find and nothing was found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


def plain(text: str | None) -> str:
    """Lower case, without marks, quotes and doubled spaces: what 'alike' is measured on."""
    text = re.sub(r"[*_`'‘’\"“”]", "", text or "").lower()
    return re.sub(r"\s+", " ", text).strip(" .:;")


def score_items(gold: Sequence[Item], found: Sequence[Item]) -> dict[str, Score]:
    """The score of every kind: a pair has overlapping lines (two of slack) and labels that are 0.9 alike."""
    scores: dict[str, Score] = defaultdict(Score)
    for kind in {item["type"] for item in gold} | {item["soort"] for item in found}:
        left = [item for item in gold if item["type"] == kind]
        right = [item for item in found if item["soort"] == kind]
        pairs = _pairs(left, right)
        extra = {other for one, other in pairs if left[one].get("optional")}
        score = scores[kind]
        score.gold = sum(1 for item in left if not item.get("optional"))
        score.found = len(right) - len(extra)
        for one, other in pairs:
            if other in extra:
                continue
            score.right += 1
            score.parents += plain(left[one].get("parent")) == plain(right[other].get("bovenliggend"))
        for one, other in pairs:
            gold_cells = _cells(left[one].get("values"), "period", "kind", "value", "raw")
            score.cells_gold += len(gold_cells)
            score.cells_right += len(
                gold_cells & _cells(right[other].get("waarden"), "periode", "soort", "waarde", "ruw")
            )
    return scores


def score_names(gold: Sequence[Item], found: Sequence[Item]) -> Score:
    """The score of the names of all kinds: kind and line agree, and one spelling holds the other."""
    score = Score()
    used: set[int] = set()
    for mention in gold:
        spellings = [plain(mention["surface"]), plain(mention["canonical"])]
        match = next(
            (
                at
                for at, name in enumerate(found)
                if at not in used
                and name["soort"] == mention["type"]
                and abs(name["regel"] - mention["line"]) <= 1
                and any(
                    one in other or other in one
                    for one in spellings
                    for other in (plain(name["vorm"]), plain(name["naam"]))
                )
            ),
            None,
        )
        if match is not None:
            used.add(match)
        if not mention.get("optional"):
            score.gold += 1
            score.right += match is not None
    optional = len(used) - score.right
    score.found = len(found) - optional
    return score


def _pairs(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[int, int]]:
    scored = []
    for one, item in enumerate(gold):
        for other, finding in enumerate(found):
            if finding["begin"] > item["end"] + 2 or finding["eind"] < item["start"] - 2:
                continue
            ratio = SequenceMatcher(None, plain(item["label"]), plain(finding["label"]), autojunk=False).ratio()
            if ratio >= 0.9:
                scored.append((ratio, one, other))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, one, other in sorted(scored, reverse=True):
        if one not in taken_gold and other not in taken_found:
            taken_gold.add(one)
            taken_found.add(other)
            pairs.append((one, other))
    return pairs


def _cells(values: Sequence[Item] | None, period: str, kind: str, value: str, raw: str) -> set[tuple[str, str, object]]:
    found: set[tuple[str, str, object]] = set()
    for cell in values or ():
        number = cell.get(value)
        found.add(
            (str(cell.get(period)), cell.get(kind, ""), plain(cell.get(raw)) if number is None else float(number))
        )
    return found
