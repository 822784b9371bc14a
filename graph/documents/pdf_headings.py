"""Which lines of a PDF are headings, by their type, their place and the bookmarks; and the lines as TextLine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from beleidsspoor.graph.documents.marks import item_mark
from beleidsspoor.graph.documents.pdf_text import PdfLine
from beleidsspoor.graph.documents.text_lines import TextLine

#: No heading lies deeper than this.
LEVELS = 6
#: Type this many times the size of the running text is that of a heading.
_HEADING_SIZE = 1.12
_HEADING_LENGTH = 160

#: The levels of the headings that the bookmarks name, by page and letters of the text.
Bookmarks = Mapping[tuple[int, str], int]


def letters(text: str) -> str:
    """The letters and figures of a heading: what it has in common with its bookmark."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Scale:
    """Which type sizes are those of headings: the size of the running text, and from large to small those above it."""

    body: float
    sizes: tuple[float, ...]

    @classmethod
    def of(cls, lines: Iterable[PdfLine]) -> Scale:
        """The scale of these lines, which are gone through once."""
        weights: Counter[float] = Counter()
        largest: dict[float, float] = {}
        for line in lines:
            size = _rounded(line.size)
            weights[size] += len(line.text)
            if line.cells is None and len(line.text) <= _HEADING_LENGTH:
                largest[size] = max(line.size, largest.get(size, 0.0))
        if not weights:
            return cls(10.0, ())
        body = weights.most_common(1)[0][0]
        sizes = (size for size, exact in largest.items() if exact >= _HEADING_SIZE * body)
        return cls(body, tuple(sorted(sizes, reverse=True)))

    def level(self, line: PdfLine) -> int | None:
        """The level that the type size of this line tells, or None for running text."""
        size = _rounded(line.size)
        if (
            size not in self.sizes
            or len(line.text) > _HEADING_LENGTH
            or (item_mark(line.text) and line.text[0] in "-•")
        ):
            return None
        return min(self.sizes.index(size) + 1, LEVELS)


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def text_lines(kept: Sequence[tuple[int, PdfLine]], scale: Scale, bookmarks: Bookmarks) -> Iterator[TextLine]:
    """The lines of one page, each with its number in the document, on their way to blocks."""
    page = kept[0][1].page if kept else None
    for index, (number, line) in enumerate(kept):
        above = kept[index - 1][1] if index else None
        below = kept[index + 1][1] if index + 1 < len(kept) else None
        level = None
        if line.cells is None:
            level = bookmarks.get((line.page, letters(line.text))) or scale.level(line)
            if level is None and _is_bold_heading(line, above, below):
                level = min(len(scale.sizes) + 1, LEVELS)
        yield TextLine(
            text=line.text,
            number=number,
            indent=round(line.indent / 5),
            gap=line.gap,
            page=page,
            page_top=index == 0,
            bold=line.bold,
            level=level,
            cells=None if line.cells is None else tuple(map(_shared, line.cells)),
            header=line.header,
            repeated=line.repeated,
            short=line.short,
        )


@lru_cache(maxsize=128)
def _shared(cell: str) -> str:
    """The same text as one object: '-', 'CBS' and '1.200' stand in cell after cell of a table."""
    return cell


def _is_bold_heading(line: PdfLine, above: PdfLine | None, below: PdfLine | None) -> bool:
    """Whether a line in bold is a heading: no sentence, white space or a table above, other type below."""
    if not line.bold or below is None or len(line.text) > _HEADING_LENGTH or line.text.endswith((".", ",", ";", ":")):
        return False
    if item_mark(line.text) and not line.text[0].isdigit():
        return False
    free = (
        above is None
        or line.gap
        or above.cells is not None
        or above.page != line.page
        or above.bold
        or above.size > line.size
    )
    return free and (not below.bold or below.gap or below.cells is not None)
