"""Running heads, running feet and page numbers: found because they come back, taken out of the text, and said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from beleidsspoor.graph.documents.model import LeftOut
from beleidsspoor.graph.documents.pdf_text import PdfLine

#: How many lines at the top and bottom of a page can be running ones, and in which part of its height.
_LINES, _PART = 3, 0.13
#: On fewer pages than this a line that comes back is text.
_PAGES = 3
#: Type this many times that of the text is a heading, wherever it stands.
_LARGE = 1.1
_FIGURE = re.compile(r"\d+")
_NUMBER = re.compile(r"^(?:(?:pagina|blz\.?|p\.|-)\s*)?#+(?:\s*(?:van|/|\||of|-)\s*#*)?$", re.IGNORECASE)


def find_running(pages: Sequence[Sequence[PdfLine]]) -> tuple[frozenset[int], tuple[LeftOut, ...]]:
    """The running lines of these pages, as the `id` of each, and what they say.

    A line is a running one when the same words stand at the top or the foot of three pages or more (of two, for a page
    number), in type no larger than the text. A figure in it may differ if it counts with the pages.
    """
    body = _body_size(pages)
    seen: dict[tuple[str, str], list[PdfLine]] = defaultdict(list)
    for lines in pages:
        for kind, line in _edges(lines):
            if line.size <= _LARGE * body:
                seen[kind, _key(line.text)].append(line)
    found: set[int] = set()
    told: list[LeftOut] = []
    numbers = 0
    for (kind, key), lines in seen.items():
        count = len({line.page for line in lines})
        is_number = bool(_NUMBER.match(key))
        if count < (2 if is_number else _PAGES) or not _counts_with_pages(lines):
            continue
        found.update(id(line) for line in lines)
        if is_number:
            numbers += count
        else:
            told.append(LeftOut(kind, _most_usual(lines), count))
    if numbers:
        told.append(LeftOut("paginanummer", "", numbers))
    return frozenset(found), tuple(told)


def _body_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    weights: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            weights[round(line.size, 1)] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def _counts_with_pages(lines: Sequence[PdfLine]) -> bool:
    """Whether the figures in these lines are the same everywhere, or one of them goes up with the page."""
    figures = [[int(figure[:9]) for figure in _FIGURE.findall(line.text)] for line in lines]
    for column in zip(*figures, strict=True):
        offsets = Counter(figure - line.page for figure, line in zip(column, lines, strict=True))
        if len(set(column)) > 1 and offsets.most_common(1)[0][1] < 0.6 * len(lines):
            return False
    return True


def _edges(lines: Sequence[PdfLine]) -> list[tuple[str, PdfLine]]:
    text = [line for line in lines if line.cells is None]
    if not text:
        return []
    by_height = sorted(text, key=lambda line: line.base)
    top = [("kopregel", line) for line in by_height[:_LINES] if line.base <= _PART * line.height]
    foot = [("voetregel", line) for line in by_height[-_LINES:] if line.base >= (1 - _PART) * line.height]
    return top + foot


def _key(text: str) -> str:
    return _FIGURE.sub("#", " ".join(text.split()))


def _most_usual(lines: Sequence[PdfLine]) -> str:
    return Counter(line.text for line in lines).most_common(1)[0][0]
