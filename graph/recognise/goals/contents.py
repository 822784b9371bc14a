"""The table of contents: what it lists are chapters, the headings that it leaves out lie a step lower."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.wording import overlap, squeeze, telling_words

_CONTENTS = frozenset(("inhoud", "inhoudsopgave"))
#: A line of a table of contents: a title and the number of a page behind dots or white space.
_ENTRY = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?P<title>[^\W\d].{2,100}?)"
    r"(?:[\s._…]{2,}|\s)(?:(?:pag|p|blz)\.?\s*)?\d{1,3}\s*$",
    re.IGNORECASE,
)
_HEADINGS = 3
#: A title and its heading share this part of their words when one of them was changed.
_ALIKE, _SHARED = 0.6, 2
_OTHER_LINES = 3


def headings_in_contents(context: Context) -> frozenset[int]:
    """The headings that the table of contents lists, as indices of nodes; none when fewer than three come back."""
    titles = list(_titles(context))
    found: set[int] = set()
    at = 0
    headings = [node for node in context.nodes if node.is_heading]
    for title in titles:
        same = (place for place in range(at, len(headings)) if squeeze(headings[place].text) == squeeze(title))
        # Else the first heading behind the one before that nearly says so.
        near = (place for place in range(at, len(headings)) if _nearly(headings[place].text, title))
        place = next(same, None)
        place = next(near, None) if place is None else place
        if place is not None:
            found.add(headings[place].index)
            at = place + 1
    return frozenset(found) if len(found) >= _HEADINGS else frozenset()


def _nearly(heading: str, title: str) -> bool:
    shared = telling_words(heading) & telling_words(title)
    return len(shared) >= _SHARED and overlap(heading, title) >= _ALIKE


def _titles(context: Context) -> Iterator[str]:
    """The titles below 'Inhoud', each with the number of a page behind it."""
    lines = context.document.lines
    begin = next((at for at, line in enumerate(lines) if squeeze(line) in _CONTENTS), None)
    other = 0
    for line in lines[begin + 1 :] if begin is not None else ():
        match = _ENTRY.match(line)
        if match is not None:
            yield match["title"].strip()
            other = 0
        elif line.strip():
            other += 1
        if other >= _OTHER_LINES:
            return
