"""Who is answerable for a programme: the names below 'Portefeuillehouder', which are no headings of the policy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.cues import Cue, CueTable
from beleidsspoor.graph.recognise.nodes import Node

_LABELLED = re.compile(r"^([^\W\d]{5,30}(?:\(s\))?)\s*:\s+\S")
#: 'Marleen van Oort', 'M. el Idrissi', 'J. Bakker-de Wit, wethouder'.
_NAME = (
    r"(?:(?:[A-ZÀ-Þ]\.\s?)+|[A-ZÀ-Þ][\w'’-]+\s+)"
    r"(?:(?:van|de|der|den|het|ten|ter|te|el|al|in|'t|ben)\s+){0,3}[A-ZÀ-Þ][\w'’-]+"
)
_NAMES = re.compile(
    rf"^(?:(?:wethouder|burgemeester|mevrouw|de heer|mw\.|dhr\.)\s+)?{_NAME}(?:\s*(?:,|/|en|\+)\s*{_NAME})*$"
)
#: A board has no more members than this.
_MEMBERS = 9


def find_persons(nodes: Sequence[Node], cues: CueTable) -> Iterator[tuple[int, Cue]]:
    """The nodes that name who holds the portfolio, with the cue of soort persoon that says so."""
    for node in nodes:
        if node.table is not None or not node.is_short:
            continue
        label = _LABELLED.match(node.text)
        cue = cues.heading(label[1] if label else node.text)
        if cue is None or cue.kind != "persoon":
            continue
        yield node.index, cue
        if label:
            continue
        for other in nodes[node.index + 1 : node.index + 1 + _MEMBERS]:
            if other.table is not None or not _NAMES.match(other.text):
                break
            yield other.index, cue
