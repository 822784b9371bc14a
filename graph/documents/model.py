"""What a document is once it has been read: lines, blocks in reading order, pages, and what could not be read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from beleidsspoor.graph.documents.table_heads import heads_above
from beleidsspoor.graph.faults import Fault

#: How well a page was read, best first. The words are shown to the user.
GRADES = ("goed", "matig", "leeg", "niet gelezen")
GOOD, FAIR, EMPTY, UNREAD = GRADES


@dataclass(frozen=True, slots=True)
class Span:
    """Where a block stands: first and last line of the text as read, counted from 1, and the page it begins on.

    `page` is None when the format has no pages (a web page, Markdown) or does not tell them (Word, text without form
    feeds).
    """

    first: int
    last: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` counts from 1; `number` is the number in it as printed ('1.2.4', '2', 'I'), else None.

    `text` is the heading without its number ('Inspanningen en acties'), `printed` the whole ('Hoofdstuk 4:
    Inspanningen en acties'). `sure` is True when the document marks it (a style, a tag, a `#`, an outline number),
    False when only its form says so: a short line on its own, which may also be a goal or a label.
    """

    text: str
    span: Span
    level: int
    printed: str
    number: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, its soft line breaks joined. `bold` is True when all of it is."""

    text: str
    span: Span
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list. `level` counts from 1 for the outer list.

    `marker` is the mark as printed ('-', '•', 'o', '3.', 'b)'); None when it was lost and only the form shows an item.
    `number` is the number or letter in the marker ('3', 'b'), else None. `text` is the item without its marker.
    """

    text: str
    span: Span
    level: int = 1
    marker: str | None = None
    number: str | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with a cell text for every column of the table ('' for an empty cell).

    A cell that is merged over columns keeps its text in the first; in a header row over all of them. A cell that is
    merged over rows is repeated in each. `repeated` names the columns (from 0) whose text was filled in that way.
    """

    cells: tuple[str, ...]
    span: Span
    header: bool = False
    repeated: tuple[int, ...] = ()

    @property
    def is_group(self) -> bool:
        """True for a row that only its first cell fills: a title over the rows below it."""
        return bool(self.cells) and bool(self.cells[0]) and not any(self.cells[1:])


@dataclass(frozen=True)
class Table:
    """A table. Header rows stand on top, and may come back in the middle when the header moves.

    All rows are equally wide. `caption` is the title that the format gives the table, else None.
    """

    rows: tuple[Row, ...]
    span: Span
    caption: str | None = None

    @property
    def width(self) -> int:
        """How many columns."""
        return len(self.rows[0].cells) if self.rows else 0

    def heads(self, index: int) -> tuple[str, ...]:
        """The column headings that hold for row `index`: of header rows on top of each other, and of a header that
        moved.
        """
        return self._heads[index]

    @cached_property
    def _heads(self) -> list[tuple[str, ...]]:
        return list(heads_above([(row.cells, row.header) for row in self.rows], self.width))


Block = Heading | Paragraph | ListItem | Table


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it went in. `first` and `last` are its lines; `last` is `first - 1` for a page without lines.

    `characters` counts what is not white space. `grade` is one of GRADES, `remark` says why in Dutch when it is not
    'goed'.
    """

    number: int
    first: int
    last: int
    characters: int
    tables: int
    grade: str = GOOD
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is in the file but not in the blocks: a running head, a page number, a menu.

    `kind` is Dutch ('kopregel', 'voetregel', 'paginanummer', 'menu'); `times` says on how many pages or places.
    """

    kind: str
    text: str
    times: int


@dataclass(frozen=True)
class Document:
    """A document that has been read.

    `file` is the path as the user gave it, `form` the extension without the dot. `lines` is the text as read: for .txt
    and .md the lines of the file itself, for the others what was drawn from the file; a Span counts in these lines.
    `blocks` stand in reading order. `paged` is True when `pages` are the pages of the document; without it `pages`
    holds one page for the whole. `warnings` say in Dutch what to look at and what to do; nothing is left out without a
    word: see also `left_out`.
    """

    file: str
    form: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    paged: bool = False
    title: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Fault, ...] = field(default=())

    @property
    def unread_pages(self) -> tuple[Page, ...]:
        """Pages that hold something that could not be read (a scan, a broken page): reason for exit code 1."""
        return tuple(page for page in self.pages if page.grade == UNREAD)

    def text(self, span: Span) -> str:
        """The lines of this place, as read, joined by line ends."""
        return "\n".join(self.lines[span.first - 1 : span.last])

    def page_of(self, line: int) -> int | None:
        """The number of the page that this line stands on; None when the document has no pages."""
        if not self.paged:
            return None
        index = bisect_right(self._page_starts, line) - 1
        return self.pages[max(index, 0)].number

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.first for page in self.pages]
