"""Lines of text on their way to blocks: what a plain text and the text layer of a PDF have in common."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line that holds text.

    `number` counts from 1 in the text as read. `indent` is how far it stands to the right: columns in a text file,
    tenths of the type size in a PDF. `gap` is True when white space stands above it, `page_top` when a page begins
    with it.
    `level` is the level of heading that the type tells (PDF), else None. `cells` are the cells of a row of a table,
    `header` and `repeated` are those of a Row; `until` is the last line of a row that is set over several. `short`
    (PDF) tells whether the next word would have fitted behind this line.
    """

    text: str
    number: int
    indent: int = 0
    gap: bool = False
    page: int | None = None
    page_top: bool = False
    bold: bool = False
    level: int | None = None
    cells: tuple[str, ...] | None = None
    header: bool = False
    repeated: tuple[int, ...] = ()
    until: int | None = None
    short: bool | None = None


@dataclass(frozen=True)
class Layout:
    """How the lines of a document run: `width` is the number of characters of a full line, None when lines are not
    wrapped.

    `words` holds every word of the document in lower case: a word cut in two at a line end is put together when the
    whole stands elsewhere in the document.
    """

    width: int | None
    words: Set[str] = field(default=frozenset())
