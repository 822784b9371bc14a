"""How many of what a sentence promises: 'We werken met vier uitgangspunten.'"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beleidsspoor.graph.recognise.cues import Cue, CueTable
from beleidsspoor.graph.recognise.wording import COUNTS, sentences

_PROMISE = re.compile(r"\b(\d{1,2}|" + "|".join(COUNTS) + r")\s+((?:[^\W\d]{1,30}\s+){0,2}[^\W\d]{4,30})")


def find_promises(text: str, cues: CueTable) -> Iterator[tuple[int, Cue]]:
    """The counts of two or more in the last and the first sentence of a text, each with the cue of what is counted."""
    parts = sentences(text.casefold())
    for part in dict.fromkeys((parts[-1], parts[0])) if parts else ():
        for match in _PROMISE.finditer(part):
            count = int(match[1]) if match[1].isdigit() else COUNTS[match[1]]
            if count > 1:
                yield from ((count, cue) for word in match[2].split() for cue in cues.lead_ins(word))
