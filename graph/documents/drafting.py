"""Putting a Document together from parts that know what they are: headings, paragraphs, items and tables of a
marked-up file.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from beleidsspoor.graph.documents.limits import LIMITS, refuse
from beleidsspoor.graph.documents.marks import heading_mark, item_mark
from beleidsspoor.graph.documents.model import (
    EMPTY,
    GOOD,
    Block,
    Document,
    Heading,
    LeftOut,
    ListItem,
    Page,
    Paragraph,
    Row,
    Span,
    Table,
)
from beleidsspoor.graph.documents.table_heads import is_first_header, is_moved_header
from beleidsspoor.graph.faults import Fault

_SPACES = re.compile(r"\s+")
_BOLD_HEADING = 110


@dataclass
class Cell:
    """A cell of a table on its way in: its text, how many columns and rows it covers, whether it is marked as a
    heading.
    """

    text: str
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass
class Draft:
    """A document in the making. Every block gets a line of its own, every row of a table too.

    With `at` a block stands on lines that `lines` holds already: those of the file itself (Markdown).
    """

    path: Path
    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    title: str | None = None

    def heading(
        self, text: str, level: int, number: str | None = None, sure: bool = True, at: Span | None = None
    ) -> None:
        """Add a heading; a number in its text is taken out, unless `number` gives the one that the program counts."""
        text = squeeze(text)
        if not text:
            return
        printed = f"{number} {text}" if number else text
        span = at or self._line(printed)
        found = None if number else heading_mark(text)
        typed = None if number or found else item_mark(text)
        if found is None and typed is not None and typed.number is not None and typed.number.isdigit():
            # '2. Wonen' is no heading by its number alone, but here the file says that it is one.
            self.blocks.append(Heading(typed.rest, span, level, printed, typed.number, sure))
        elif found:
            mark = found[0]
            rest = text[text.find(mark.marker) + len(mark.marker) :].lstrip(" .:–-\t")
            self.blocks.append(Heading(rest or text, span, level, printed, mark.number, sure))
        else:
            self.blocks.append(Heading(text, span, level, printed, number.rstrip(".)") if number else None, sure))

    def paragraph(self, text: str, bold: bool = False, at: Span | None = None) -> None:
        """Add running text. A typed bullet makes it a list item, a short text in bold a heading that is not sure."""
        text = squeeze(text)
        if not text:
            return
        span = at or self._line(text)
        mark = item_mark(text)
        if mark and not mark.marker[0].isalpha():
            self.blocks.append(ListItem(mark.rest, span, 1, mark.marker, mark.number, bold))
        elif bold and len(text) <= _BOLD_HEADING and text[-1] not in ".,;:":
            self.blocks.append(Heading(text, span, self._level() + 1, text, None, sure=False))
        else:
            self.blocks.append(Paragraph(text, span, bold))

    def item(self, text: str, level: int, marker: str | None, bold: bool = False, at: Span | None = None) -> None:
        """Add a list item; `marker` is its bullet or number as it would be printed."""
        text = squeeze(text)
        if not text:
            return
        span = at or self._line(f"{'  ' * (level - 1)}{marker or '•'} {text}")
        number = (
            re.sub(r"[^\w.]", "", marker).strip(".") if marker and re.search(r"\w", marker) and marker != "o" else None
        )
        typed = item_mark(text) if number is None else None
        if typed and typed.number is not None:
            # '- 3) kijken': the writer typed the number behind the bullet of the program.
            self.blocks.append(ListItem(typed.rest, span, level, f"{marker or '•'} {typed.marker}", typed.number, bold))
        else:
            self.blocks.append(ListItem(text, span, level, marker, number, bold))

    def table(
        self, rows: Sequence[Sequence[Cell]], heads: int = 0, caption: str | None = None, at: Sequence[Span] = ()
    ) -> None:
        """Add a table of which the first `heads` rows are header rows (0: not told; then its form says).

        Raises InputFaults when merged cells make it larger than LIMITS allow.
        """
        grid = _spread(self.path, rows)
        if not grid or not any(any(cells) for cells, _, _ in grid):
            return
        marked = [
            bool(row) and all(cell.head or not cell.text for cell in row) and any(cell.text for cell in row)
            for row in rows
        ]
        made: list[Row] = []
        above_is_head = True
        for index, (cells, across, down) in enumerate(grid):
            top = index < heads or (marked[index] and above_is_head)
            header = (
                top or is_moved_header(cells) or (index == 0 and not heads and len(grid) > 1 and is_first_header(cells))
            )
            filled = {**down, **(across if header else {})}
            full = tuple(filled.get(column, cell) for column, cell in enumerate(cells))
            span = at[index] if index < len(at) else self._line("\t".join(squeeze(cell) for cell in full))
            made.append(Row(full, span, header, tuple(sorted(filled))))
            above_is_head = header
        span = Span(made[0].span.first, made[-1].span.last)
        self.blocks.append(Table(tuple(made), span, squeeze(caption) if caption else None))

    def warn(self, message: str, advice: str) -> None:
        """Add a warning about the document."""
        self.warnings.append(Fault(str(self.path), None, None, message, advice))

    def finish(self, form: str) -> Document:
        """The document. A file without any text gets a warning."""
        characters = sum(len("".join(line.split())) for line in self.lines)
        tables = sum(1 for block in self.blocks if isinstance(block, Table))
        if not characters:
            message = "In dit document staat geen tekst."
            self.warn(message, "Kijk of het document alleen uit afbeeldingen bestaat.")
        title = self.title or next(
            (b.printed for b in self.blocks if isinstance(b, Heading) and b.sure and b.level == 1), None
        )
        page = Page(
            1,
            1,
            len(self.lines),
            characters,
            tables,
            GOOD if characters else EMPTY,
            "" if characters else "Er staat geen tekst in.",
        )
        return Document(
            str(self.path), form, tuple(self.lines), tuple(self.blocks), (page,), False, title,
            tuple(self.left_out), tuple(self.warnings),
        )  # fmt: skip

    def _line(self, text: str) -> Span:
        if len(self.lines) >= LIMITS.lines:
            refuse(
                self.path,
                f"Dit document heeft meer dan {LIMITS.lines} alinea's; dat wordt niet gelezen.",
                "Splits het document.",
            )
        if len(text) > LIMITS.line:
            refuse(
                self.path,
                f"Een alinea heeft meer dan {LIMITS.line} tekens; dat is geen lopende tekst.",
                "Splits die alinea.",
            )
        self.lines.append(text)
        return Span(len(self.lines), len(self.lines))

    def _level(self) -> int:
        return next((block.level for block in reversed(self.blocks) if isinstance(block, Heading) and block.sure), 0)


def squeeze(text: str) -> str:
    """The text on one line, without doubled spaces and soft hyphens."""
    return _SPACES.sub(" ", text.replace("\u00ad", "").replace("\u200b", "")).strip()


_Spread = tuple[list[str], dict[int, str], dict[int, str]]


def _spread(path: Path, rows: Sequence[Sequence[Cell]]) -> list[_Spread]:
    """The rows as wide as the widest: the cells, and by column what a merge over columns and over rows would fill
    in.
    """
    hanging: dict[int, tuple[int, str]] = {}
    spread: list[_Spread] = []
    size = 0
    for row in rows:
        cells: list[str] = []
        across: dict[int, str] = {}
        down: dict[int, str] = {}
        waiting = deque(row)
        last = max(hanging, default=-1)
        while waiting or len(cells) <= last:
            column = len(cells)
            if column in hanging:
                left, text = hanging.pop(column)
                if left > 1:
                    hanging[column] = left - 1, text
                cells.append("")
                down[column] = text
            elif waiting:
                cell = waiting.popleft()
                for extra in range(max(1, min(cell.columns, 1_000))):
                    cells.append(cell.text if not extra else "")
                    if extra:
                        across[column + extra] = cell.text
                    if cell.rows > 1:
                        hanging[column + extra] = min(cell.rows, 10_000) - 1, cell.text if not extra else ""
            else:
                cells.append("")
            if len(cells) > 2_000:
                refuse(
                    path, "Een tabel heeft meer dan 2000 kolommen; dat wordt niet gelezen.", "Maak de tabel kleiner."
                )
        size += len(cells)
        if size > 2_000_000:
            refuse(path, "Een tabel heeft meer dan 2 miljoen cellen; dat wordt niet gelezen.", "Maak de tabel kleiner.")
        spread.append((cells, across, {column: text for column, text in down.items() if text}))
    width = max((len(cells) for cells, _, _ in spread), default=0)
    if width * len(spread) > 2_000_000:
        refuse(path, "Een tabel heeft meer dan 2 miljoen cellen; dat wordt niet gelezen.", "Maak de tabel kleiner.")
    for cells, _, _ in spread:
        cells.extend([""] * (width - len(cells)))
    return spread
