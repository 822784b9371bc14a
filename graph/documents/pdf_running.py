"""Running heads, running feet and page numbers: found because they come back, taken out of the text, and said.

The pages come by twice: first to see what comes back at all (`Edges`), then to look at that alone. So no more is kept
of a page than a mark for each line at its top and foot.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

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

#: What lines that come back have in common: head or foot, the words with a sign for each figure, how many figures.
Form = tuple[str, str, int]


@dataclass(slots=True)
class Edges:
    """What is seen while the pages come by for the first time: type sizes, and which lines at an edge come back."""

    _sizes: Counter[float] = field(default_factory=Counter)
    _once: set[int] = field(default_factory=set)
    _again: set[int] = field(default_factory=set)

    def add(self, lines: Sequence[PdfLine]) -> None:
        """Take in the lines of the next page."""
        for line in lines:
            self._sizes[round(line.size, 1)] += len(line.text)
        for kind, line in _edges(lines):
            # The hash, not the text: a line that never comes back is not kept.
            mark = hash(_form(kind, line))
            (self._again if mark in self._once else self._once).add(mark)

    @property
    def largest(self) -> float:
        """The largest type that a running line is set in."""
        return _LARGE * (self._sizes.most_common(1)[0][0] if self._sizes else 10.0)

    def comes_back(self, form: Form) -> bool:
        """Whether a line of this form was seen more than once."""
        return hash(form) in self._again


@dataclass(frozen=True, slots=True)
class Running:
    """The running lines of a document: their forms, the largest type they are set in, and what they say."""

    forms: frozenset[Form]
    largest: float
    left_out: tuple[LeftOut, ...]

    def without(self, lines: Sequence[PdfLine]) -> list[tuple[int, PdfLine]]:
        """The lines of a page that are no running ones, each with its index."""
        out = {id(line) for form, line in _candidates(lines, self.largest) if form in self.forms}
        return [(index, line) for index, line in enumerate(lines) if id(line) not in out]


@dataclass(slots=True)
class _Seen:
    """The lines of one form: on how many pages, how they read, and page and figures of each."""

    times: int = 0
    texts: Counter[str] = field(default_factory=Counter)
    pages: array[int] = field(default_factory=lambda: array("q"))
    figures: array[int] = field(default_factory=lambda: array("q"))

    def add(self, line: PdfLine, is_number: bool) -> None:
        if not self.pages or self.pages[-1] != line.page:
            self.times += 1
        self.pages.append(line.page)
        self.figures.extend(int(figure[:9]) for figure in _FIGURE.findall(line.text))
        if not is_number:
            self.texts[line.text] += 1


def find_running(pages: Iterable[Sequence[PdfLine]], edges: Edges) -> Running:
    """The running lines of these pages; `edges` has seen each of them.

    A line is a running one when the same words stand at the top or the foot of three pages or more (of two, for a page
    number), in type no larger than the text. A figure in it may differ if it counts with the pages.
    """
    seen: dict[Form, _Seen] = {}
    for lines in pages:
        for form, line in _candidates(lines, edges.largest):
            if edges.comes_back(form):
                seen.setdefault(form, _Seen()).add(line, _is_number(form))
    found: set[Form] = set()
    told: list[LeftOut] = []
    numbers = 0
    for form, here in seen.items():
        is_number = _is_number(form)
        if here.times < (2 if is_number else _PAGES) or not _counts_with_pages(here):
            continue
        found.add(form)
        if is_number:
            numbers += here.times
        else:
            told.append(LeftOut(form[0], here.texts.most_common(1)[0][0], here.times))
    if numbers:
        told.append(LeftOut("paginanummer", "", numbers))
    return Running(frozenset(found), edges.largest, tuple(told))


def _counts_with_pages(seen: _Seen) -> bool:
    """Whether the figures in these lines are the same everywhere, or one of them goes up with the page."""
    columns = len(seen.figures) // len(seen.pages)
    for begin in range(columns):
        column = seen.figures[begin::columns]
        if column.count(column[0]) == len(column):
            continue
        offsets = Counter(figure - page for figure, page in zip(column, seen.pages, strict=True))
        if offsets.most_common(1)[0][1] < 0.6 * len(column):
            return False
    return True


def _candidates(lines: Sequence[PdfLine], largest: float) -> list[tuple[Form, PdfLine]]:
    return [(_form(kind, line), line) for kind, line in _edges(lines) if line.size <= largest]


def _edges(lines: Sequence[PdfLine]) -> list[tuple[str, PdfLine]]:
    text = [line for line in lines if line.cells is None]
    if not text:
        return []
    by_height = sorted(text, key=lambda line: line.base)
    top = [("kopregel", line) for line in by_height[:_LINES] if line.base <= _PART * line.height]
    foot = [("voetregel", line) for line in by_height[-_LINES:] if line.base >= (1 - _PART) * line.height]
    return top + foot


def _form(kind: str, line: PdfLine) -> Form:
    key, figures = _FIGURE.subn("#", " ".join(line.text.split()))
    return kind, key, figures


def _is_number(form: Form) -> bool:
    return bool(_NUMBER.match(form[1]))
