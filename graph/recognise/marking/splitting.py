"""Lines that were read as one paragraph but are more: a heading straight above its text, one coded item a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.documents.joining import join_lines
from beleidsspoor.graph.recognise.cues import CueTable

#: A line that may be a heading inside a paragraph is no longer than this.
_LENGTH = 90
#: The word before a colon that says who, when or for how much is no longer than this.
_NAME = 30


def split_lines(lines: Sequence[str], cues: CueTable) -> Iterator[tuple[str, int, int]]:
    """The parts of a paragraph: each text with its first and last line, counted from 0.

    A new part begins at a line that is a heading by its words ('Wat gaan we daarvoor doen?'), behind such a line, at a
    line that begins with a code or a numbered label ('I1.1.2 …', 'Actie 3: …') or says who or when ('Trekker: …'), and
    at every line when all of them end a sentence.
    """
    begin = 0
    own = len(lines) > 1 and all(line.rstrip().endswith((".", "!", "?")) for line in lines)
    for at in range(1, len(lines) + 1):
        if (
            at == len(lines)
            or own
            or _is_heading(lines[at], cues)
            or _is_heading(lines[at - 1], cues)
            or _is_coded(lines[at], cues)
            or _is_detail(lines[at], cues)
        ):
            yield _plain(lines[begin:at]), begin, at - 1
            begin = at


def _is_heading(line: str, cues: CueTable) -> bool:
    text = line.strip()
    return 0 < len(text) <= _LENGTH and (text[0].isupper() or text[0].isdigit()) and cues.heading(text) is not None


def _is_coded(line: str, cues: CueTable) -> bool:
    text = line.strip()
    if cues.coded(text) is not None:
        return True
    item = cues.labelled(text[:_LENGTH])
    return item is not None and item.number is not None and text[:1].isupper()


def _is_detail(line: str, cues: CueTable) -> bool:
    """True for a line that says who, when or for how much: 'Trekker: de bibliotheek'."""
    name, colon, _ = line.strip().partition(":")
    cue = cues.column(name) if colon and 0 < len(name) <= _NAME and name[0].isupper() else None
    return cue is not None and cue.kind in ("trekker", "planning", "bedrag")


def _plain(lines: Sequence[str]) -> str:
    return re.sub(r"\*\*|__", "", join_lines(lines, frozenset()))
