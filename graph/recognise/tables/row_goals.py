"""The goal that a row of figures names itself: in a column of its own, or in the title above the row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.drafts import Draft
from beleidsspoor.graph.recognise.model import CONTAINERS
from beleidsspoor.graph.recognise.tables.periods import YEAR
from beleidsspoor.graph.recognise.wording import squeeze

_NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?(?:\s+(?P<text>\S.*))?$")


def goal_cell(
    cells: Sequence[str], heads: Sequence[str], cues: CueTable, columns: Sequence[int] | None = None
) -> str | None:
    """What stands in the column of goals, with the heading of that column when it is only a number: 'Speerpunt 1'.

    Only in these columns when they are given.
    """
    for at, (cell, head) in enumerate(zip(cells, heads, strict=True)):
        cue = cues.column(head)
        if (columns is not None and at not in columns) or YEAR.search(head):
            # 'Ambitie 2029' stands over figures.
            continue
        if cue is not None and cue.kind in CONTAINERS and cell.strip():
            bare = _NUMBERED.match(cell.strip())
            return f"{head.strip()} {cell.strip()}" if bare and not bare["text"] else cell.strip()
    return None


def numbered_goal(title: str | None, cues: CueTable) -> str | None:
    """The title above rows when it is a kind of goal with a number: 'Opgave 1', 'Doel 2: Meer sport'."""
    item = (cues.bare_label(title) or cues.labelled(title)) if title else None
    return title if item is not None and item.number else None


def named_goal(name: str, drafts: Sequence[Draft], cues: CueTable) -> Draft | None:
    """The finding that these words name, by its kind and number ('Opgave 1') or by its words ('1 Gezond leven')."""
    goals = [item for item in drafts if item.kind in CONTAINERS]
    if coded := next((item for item in goals if item.finding.number and item.finding.number == name), None):
        return coded
    labelled = cues.bare_label(name) or cues.labelled(name)
    if labelled is not None and labelled.number:
        numbered = [item for item in goals if item.finding.number == labelled.number]
        return next((item for item in numbered if item.kind == labelled.cue.kind), None)
    match = _NUMBERED.match(name)
    words = squeeze(match["text"] if match and match["text"] else name)
    return next((item for item in goals if words and squeeze(item.finding.label) == words), None)
