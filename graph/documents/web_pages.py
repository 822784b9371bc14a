"""Pages of a website copied one behind the other: what ends each page, and the path that the next begins with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from beleidsspoor.graph.documents.model import LeftOut

#: The foot of a page says when it was made: 'Deze pagina is gebouwd op 10/09/2025 08:02:17 met de export van …'.
_FOOT = re.compile(
    r"^(?:deze pagina is (?:gebouwd|gemaakt|bijgewerkt|gewijzigd)|publicatiedatum|gepubliceerd|"
    r"laatst (?:bijgewerkt|gewijzigd))\b\D{0,30}\d{1,4}[-/ ].{0,90}$",
    re.IGNORECASE,
)
#: A step of the path is short, and so many of them stand above the title.
_STEP, _STEPS = 60, 5


def find_page_edges(lines: Sequence[str]) -> tuple[frozenset[int], tuple[LeftOut, ...]]:
    """The numbers (from 1) of the lines that end a page of a website and of the steps of the path above the next one,
    and what they say. A step is told by coming back above several pages; the first time it stays.
    """
    feet = [number for number, line in enumerate(lines, start=1) if _FOOT.match(line.strip())]
    tops = [_top(lines, begin) for begin in (0, *feet)] if feet else []
    often = Counter(text for top in tops for text in dict.fromkeys(top.values()))
    steps: list[int] = []
    for top in tops[1:]:
        for number, text in top.items():
            if often[text] < 2:
                break
            steps.append(number)
    found = {*feet, *steps}
    told = Counter(
        _words(lines[number - 1]) if number in feet else lines[number - 1].strip() for number in sorted(found)
    )
    return frozenset(found), tuple(LeftOut("menu", text, times) for text, times in told.items())


def _top(lines: Sequence[str], begin: int) -> dict[int, str]:
    """The first short lines behind a line (the numbers count from 1)."""
    found: dict[int, str] = {}
    for number, line in enumerate(lines[begin:], start=begin + 1):
        text = line.strip()
        if not text:
            continue
        if len(text) > _STEP or len(found) == _STEPS:
            break
        found[number] = text
    return found


def _words(line: str) -> str:
    """What a line says without the date behind it."""
    return re.split(r"[\d:]", line.strip(), maxsplit=1)[0].strip() or line.strip()
