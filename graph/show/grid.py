"""Aligned text tables: columns that share a width, with long cells wrapped. Knows widths, not what is in a cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = "  "
#: The cells of a row, or one text across all columns.
Row = Sequence[str] | str

#: A column of text is not made narrower than this, unless all its cells are.
_NARROWEST = 8
#: Up to these lengths a word stays in one piece, and a word of a column that keeps them whole, such as an id that one
#: wants to copy. Each pair is for when there is no room for the one before it; an id can be parted after a hyphen.
_LONGEST_WORDS = ((30, 30), (26, 26), (22, 26), (30, 18), (26, 18), (22, 18), (18, 18), (12, 18))
#: The shortest word that may be broken, unless the caller takes less.
_UNBROKEN = 12


@dataclass(frozen=True)
class GridColumn:
    """The head of a column, whether it is aligned to the right, and whether its words are kept whole."""

    head: str
    right: bool = False
    whole: bool = False


def display_width(text: str) -> int:
    """The number of places that a text takes on a terminal.

    >>> display_width("één"), display_width("日本")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_place(sign) for sign in text)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` places, broken between words where that is possible.

    Spaces before a paragraph stay, before each of its lines.

    >>> wrap("samen bouwen aan", 11)
    ['samen', 'bouwen aan']
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        indent = " " * min(len(paragraph) - len(paragraph.lstrip(" ")), width // 2)
        line = ""
        for word in paragraph.split():
            if line and display_width(line) + 1 + display_width(word) <= width:
                line = f"{line} {word}"
                continue
            if line:
                lines.append(line)
            *whole, line = (indent + piece for piece in _pieces(word, width - len(indent)))
            lines.extend(whole)
        lines.append(line)
    return lines


def grid(columns: Sequence[GridColumn], rows: Sequence[Row], width: int, *, unbroken: int = _UNBROKEN) -> str | None:
    """A table with a line under its heads; None when the columns do not fit in `width` side by side.

    A row that is one text goes across the whole table. Words of at most `unbroken` places are never broken.
    """
    heads = [column.head for column in columns]
    cells = [heads, *(row for row in rows if not isinstance(row, str))]
    shared = (_share(columns, cells, width, *longest) for longest in _LONGEST_WORDS if longest[0] >= unbroken)
    widths = next((found for found in shared if found is not None), None)
    if widths is None:
        return None
    right = [column.right for column in columns]
    lines = [*_lines(heads, widths, right), _GAP.join("-" * column for column in widths)]
    for row in rows:
        lines.extend(wrap(row, width) if isinstance(row, str) else _lines(row, widths, right))
    return "\n".join(lines)


def pairs(names: Sequence[str], texts: Sequence[str], width: int) -> str:
    """Names with a text each, one under the other, the texts aligned; a name without a text is left out."""
    margin = max((display_width(name) for name in names), default=0) + 2
    lines = []
    for name, text in zip(names, texts, strict=True):
        if text:
            first, *rest = wrap(text, max(width - margin, _NARROWEST))
            lines.append(_fill(name, margin) + first)
            lines.extend(" " * margin + line for line in rest)
    return "\n".join(lines)


def _place(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _pieces(word: str, width: int) -> list[str]:
    """A word in pieces that fit, parted after a hyphen where there is one; one piece when it fits as it is."""
    if display_width(word) <= width:
        return [word]
    pieces, piece = [], ""
    for sign in word:
        if piece and display_width(piece) + _place(sign) > width:
            start, hyphen, end = piece.rpartition("-")
            pieces.append(start + hyphen or end)
            piece = end if hyphen else ""
        piece += sign
    return [*pieces, piece]


def _share(
    columns: Sequence[GridColumn], rows: Sequence[Sequence[str]], width: int, longest: int, longest_whole: int
) -> list[int] | None:
    """The width of each column: what it needs at least, and then the room that is left, to the narrowest first."""
    wanted, found = [], []
    for index, column in enumerate(columns):
        cells = [row[index] for row in rows]
        natural = max(display_width(line) for cell in cells for line in cell.split("\n"))
        words = [display_width(word) for cell in cells for word in cell.split()]
        needed = min(max(words, default=0), longest_whole if column.whole else longest)
        wanted.append(natural)
        found.append(needed if column.right else min(natural, max(needed, _NARROWEST)))
    room = width - len(_GAP) * (len(columns) - 1) - sum(found)
    if room < 0:
        return None
    while room > 0 and any(least < natural for least, natural in zip(found, wanted, strict=True)):
        short = [index for index, natural in enumerate(wanted) if found[index] < natural]
        found[min(short, key=lambda index: found[index])] += 1
        room -= 1
    return found


def _lines(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max((len(lines) for lines in wrapped), default=0)
    found = []
    for number in range(height):
        pieces = []
        for lines, width, to_right in zip(wrapped, widths, right, strict=True):
            text = lines[number] if number < len(lines) else ""
            pieces.append(_fill(text, width, to_right))
        found.append(_GAP.join(pieces).rstrip())
    return found


def _fill(text: str, width: int, to_right: bool = False) -> str:
    spaces = " " * max(width - display_width(text), 0)
    return spaces + text if to_right else text + spaces
