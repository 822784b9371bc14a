"""Lines below an action that tell who does it, when, and for how much: 'Planning: 2023', 'Portefeuillehouder: F'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from beleidsspoor.graph.recognise.cues import Cue, CueTable
from beleidsspoor.graph.recognise.drafts import Draft
from beleidsspoor.graph.recognise.nodes import Node

_DETAIL = re.compile(r"^(?P<word>[A-ZÀ-Þ][^\W\d]{2,24}(?: [a-z]{2,15})?)\s?:\s+(?P<value>\S.*)$")
_LONGEST = 100
_KINDS = frozenset(("trekker", "planning", "bedrag"))
_YEARS = re.compile(r"\b20\d\d\b")


def find_details(nodes: Sequence[Node], cues: CueTable) -> Iterator[tuple[int, Cue]]:
    """The lines with the word of a column and a colon that stand straight below a point or a heading."""
    below = False
    for node in nodes:
        cue = _told(node, cues)[0] if below and node.kind in ("alinea", "kop") else None
        if cue is not None:
            yield node.index, cue
        below = node.is_item or node.is_heading or cue is not None


def set_details(nodes: Sequence[Node], details: Mapping[int, Cue], drafts: Iterable[Draft]) -> None:
    """Give every action, in place, what the lines below it tell."""
    for item in drafts:
        at = item.node + 1
        while item.kind == "actie" and (cue := details.get(at)) is not None:
            value = nodes[at].printed.partition(":")[2].strip()
            if cue.kind == "trekker":
                item.change(doer=value)
            elif cue.kind == "bedrag":
                item.change(amount=value)
            else:
                item.change(years=tuple(sorted({int(year) for year in _YEARS.findall(value)})))
            at += 1


def _told(node: Node, cues: CueTable) -> tuple[Cue | None, str]:
    match = _DETAIL.match(node.printed) if len(node.printed) <= _LONGEST else None
    cue = cues.column(match["word"]) if match else None
    return (cue, match["value"]) if match and cue is not None and cue.kind in _KINDS else (None, "")
