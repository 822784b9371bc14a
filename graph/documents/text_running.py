"""Running heads and page numbers in a text: lines that come back on every page, with a figure that counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from beleidsspoor.graph.documents.model import LeftOut

_FIGURE = re.compile(r"\d+")
#: A line that counts pages: the number alone or by the word, or a title with the number far behind it or at a bar.
_COUNTS = re.compile(
    r"^(?:(?:pagina|blz\.?|p\.)\s*)?#(?:\s*(?:van|/)\s*#)?$|\S.*(?:\s{3,}|\s\|\s|\s-\s|\bpagina\s|\bblz\.?\s)#(?:\s*(?:van|/)\s*#)?$"
    r"|^#\s*(?:\||\s{3})\s*\S|^\(#\)$|^[-–]\s*#\s*[-–]$",
    re.IGNORECASE,
)
#: A title of some words and the number one blank behind it: 'Bestuursakkoord Zuid 2026-2030 14'.
_TITLED = re.compile(
    r"^[A-ZÀ-Þ](?!.*[.:;?!]\s)(?:\S+\s+){2,}(?:20\d\d|20\d\d\s?[-–/]\s?(?:20)?\d\d|\S*[^\W\d]{3,}\S*)\s#$"
)
#: A page has at least so many lines, and a line that comes back stands on so many pages.
_APART, _PAGES = 12, 3
#: The title stands among so many lines at the top, and has no fewer words than this.
_TOP, _TITLE_WORDS = 60, 3
#: The last of a row of lines may be missing or read wrongly: so many numbers may be skipped.
_SKIPPED = 4
#: With so many of the first ones a row is tried.
_BEGINS = 5


def find_running(lines: Sequence[str], page_starts: Sequence[int]) -> tuple[frozenset[int], tuple[LeftOut, ...]]:
    """The numbers (from 1) of the running lines, and what they say. `page_starts` are the lines after form feeds."""
    counted: dict[str, list[int]] = defaultdict(list)
    # The title of the document with a figure behind it: 'Sportnota Zuidrijk 2025-2028 7'.
    titles = {text for line in lines[:_TOP] if len((text := line.strip()).split()) >= _TITLE_WORDS}
    for number, line in enumerate(lines, start=1):
        key = _key(line)
        titled = _TITLED.match(key) or key.removesuffix(" #") in titles
        if key and "#" in key and (_COUNTS.match(key) or titled):
            counted[key].append(number)
    found: dict[int, str] = {}
    for key, numbers in counted.items():
        for number in _counting(lines, numbers):
            found[number] = "paginanummer" if not re.search(r"[^\W\d_]", key) else "kopregel"
    for number in _on_every_page(lines, page_starts):
        found.setdefault(number, "kopregel")
    told = Counter(
        (kind, "" if kind == "paginanummer" else _words(lines[number - 1])) for number, kind in found.items()
    )
    return frozenset(found), tuple(LeftOut(kind, text, times) for (kind, text), times in told.items())


def _key(line: str) -> str:
    """A line with only its last figure, or else its first, as a sign: the other figures are of the title."""
    text = line.strip()
    if not text or len(text) > 250:
        return ""
    figures = list(_FIGURE.finditer(text))
    if not figures:
        return ""
    at = figures[-1] if figures[-1].end() == len(text) else figures[0]
    return f"{text[: at.start()]}#{text[at.end() :]}"


def _figure(line: str) -> int:
    figures = list(_FIGURE.finditer(line.strip()))
    at = figures[-1] if figures[-1].end() == len(line.strip()) else figures[0]
    return int(at.group()[:6])


def _counting(lines: Sequence[str], numbers: Sequence[int]) -> list[int]:
    """The lines of these of which the figure goes up with the pages, when there are enough.

    The first ones may count something else ('46' visitors above the text): the longest row of all counts.
    """
    rows = (_row(lines, numbers[begin:]) for begin in range(min(len(numbers), _BEGINS)))
    run = max(rows, key=len, default=[])
    return run if len(run) >= _PAGES else []


def _row(lines: Sequence[str], numbers: Sequence[int]) -> list[int]:
    run: list[int] = []
    for number in numbers:
        step = _figure(lines[number - 1]) - _figure(lines[run[-1] - 1]) if run else 1
        if 1 <= step <= _SKIPPED and (not run or number - run[-1] >= _APART):
            run.append(number)
    return run


def _on_every_page(lines: Sequence[str], page_starts: Sequence[int]) -> list[int]:
    """The first and last lines of pages that say the same on three pages or more."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, first in enumerate(page_starts):
        last = page_starts[index + 1] - 1 if index + 1 < len(page_starts) else len(lines)
        filled = [number for number in range(first, last + 1) if lines[number - 1].strip()]
        for number in {*filled[:1], *filled[-1:]}:
            places[_words(lines[number - 1])].append(number)
    return [number for numbers in places.values() if len(numbers) >= _PAGES for number in numbers]


def _words(line: str) -> str:
    return " ".join(_FIGURE.sub("", line).split()) or "#"
