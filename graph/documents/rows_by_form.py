"""Rows of tables that a text shows by its form alone: cells between upright bars, or in columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.documents.columns import Cut, cut_at_gaps, spread_over_columns
from beleidsspoor.graph.documents.marks import item_mark

_RULE = re.compile(r"^[\s|:+=_-]*$")
_HAS_FIGURE = re.compile(r"\d")
#: A row has at least this many cells; two columns are as often a list of terms, or text set in two columns.
_CELLS = 3
#: So many rows make a table; of one with a single bar a line there must be more.
_ROWS, _NARROW_ROWS = 2, 3
#: A name over some rows of a table has no more words than this.
_GROUP_WORDS = 4
_BAR = re.compile(r"(?:^|\s)\|(?:\s|$)|\|.*\|")


#: A cell that ends so goes on in the line below, also with a capital: 'Lage Dam en' / 'Hoge Dam'.
_HANGS = re.compile(r"(?:,|&|\b(?:aan|bij|de|door|een|en|het|in|met|naar|of|op|te|tot|van|voor))$")


@dataclass
class FormedRow:
    """One row: its cells, and the first and last line (from 1) that it is set over."""

    cells: list[str]
    first: int
    last: int


def rows_by_form(lines: Sequence[str]) -> dict[int, FormedRow]:
    """The rows of all tables in these lines, by their first line. Lines with a tab are left alone: they have cells."""
    found = {row.first: row for row in _barred(lines)}
    for row in _aligned(lines):
        found.setdefault(row.first, row)
    return found


def is_group_of_tabs(lines: Sequence[str], number: int) -> bool:
    """True when line `number` (from 1) is one or two words straight between rows with as many tabs: 'Lasten'."""
    if not 1 < number < len(lines) or "\t" in lines[number - 1]:
        return False
    above, below = (lines[at].rstrip("\r\n").count("\t") for at in (number - 2, number))
    return above == below >= _CELLS - 1 and 0 < len(lines[number - 1].split()) <= _GROUP_WORDS


def without_bar(text: str) -> str:
    """A line without the bar that is left of a table of one column; '' for a rule."""
    if text.count("|") != 1 or not text.endswith("|"):
        return text
    return "" if _RULE.match(text) else text[:-1].strip()


def _barred(lines: Sequence[str]) -> Iterator[FormedRow]:
    """Lines of cells between bars: '1 | Buurtteams | S | 250'. Rules of dashes are no rows."""
    run: list[FormedRow] = []
    for number, line in enumerate([*lines, ""], start=1):
        if _BAR.search(line) and "\t" not in line:
            if not _RULE.match(line):
                run.append(FormedRow([cell.strip() for cell in line.split("|")], number, number))
            elif run:
                run[-1].last = number
            continue
        if run and number < len(lines) and _is_group(line, run[-1], lines[number]):
            run.append(FormedRow([line.strip()], number, number))
            continue
        wide = sum(1 for row in run if len(row.cells) >= _CELLS)
        if wide >= _ROWS or len(run) >= _NARROW_ROWS:
            yield from _evened(run)
        run = []


def _is_group(line: str, above: FormedRow, below: str) -> bool:
    """True for one or two words without a bar between two rows that are equally wide: 'Lasten'."""
    words = line.split()
    return (
        0 < len(words) <= _GROUP_WORDS and below.count("|") + 1 >= _CELLS and len(above.cells) == below.count("|") + 1
    )


def _evened(run: Sequence[FormedRow]) -> Iterator[FormedRow]:
    """The rows equally wide, without columns that are empty in all of them at either end."""
    if all(not row.cells[0] for row in run if len(row.cells) > 1):
        for row in (row for row in run if len(row.cells) > 1):
            del row.cells[0]
    width = max(index + 1 for row in run for index, cell in enumerate(row.cells) if cell or not index)
    if width < 2:
        return
    for row in run:
        row.cells = (row.cells + [""] * width)[:width]
        if any(row.cells):
            yield row


def _aligned(lines: Sequence[str]) -> Iterator[FormedRow]:
    """Lines whose cells stand in columns with two spaces or more between them."""
    region: list[tuple[int, list[Cut]]] = []
    strong, blanks = 0, 0
    for number, line in enumerate([*lines, "", ""], start=1):
        if not line.strip():
            blanks += 1
            if blanks > 1 or not region:
                yield from _table(region, strong)
                region, strong = [], 0
            continue
        cells = _cells(line)
        if len(cells) < _CELLS and blanks:
            yield from _table(region, strong)
            region, strong = [], 0
        blanks = 0
        strong += len(cells) >= _CELLS
        region.append((number, cells))


def _cells(line: str) -> list[Cut]:
    """The pieces of a line with white space between; a mark belongs to what stands behind it, unless in a table."""
    if "\t" in line or "|" in line:
        return [Cut(0, len(line), line.strip())]
    cut = cut_at_gaps(line)
    mark = item_mark(f"{cut[0].text} x") if len(cut) > 1 else None
    if mark is not None and mark.rest == "x" and (mark.number is None or len(cut) <= _CELLS):
        cut[:2] = [Cut(cut[0].begin, cut[1].end, f"{cut[0].text} {cut[1].text}")]
    return cut


def _table(region: Sequence[tuple[int, list[Cut]]], strong: int) -> Iterator[FormedRow]:
    """The rows of the table in a run of lines, from the first to the last line with enough cells."""
    if strong < _ROWS:
        return
    at = [index for index, (_, cells) in enumerate(region) if len(cells) >= _CELLS]
    inside = list(region[at[0] : at[-1] + 1])
    # The last row may run on: 'bijstands-' / 'uitkering'.
    if len(region) > at[-1] + 1 and _runs_on(region[at[-1] + 1][1], region[at[-1]][1]):
        inside.append(region[at[-1] + 1])
    above, first = region[at[0] - 1] if at[0] else None, region[at[0]][1]
    if above is not None and (_heads_over(above[1], first) or _label_first(above, region[at[0]])):
        inside.insert(0, above)
    spread = spread_over_columns([cells for _, cells in inside])
    rows = [FormedRow(cells, number, number) for (number, _), cells in zip(inside, spread, strict=True)]
    yield from _joined(rows)


def _runs_on(below: Sequence[Cut], above: Sequence[Cut]) -> bool:
    return len(below) < _CELLS and all(
        cell.text[0].islower() and any(other.begin <= cell.begin < other.end + 2 for other in above) for cell in below
    )


def _heads_over(above: Sequence[Cut], row: Sequence[Cut]) -> bool:
    """True for two words or more that each stand over a cell: 'Realisatie   Begroting' over '2023   2024'."""
    if len(above) < 2 or above[0].begin < row[0].end:
        return False
    return all(any(cut.begin < cell.end and cell.begin < cut.end for cell in row) for cut in above)


def _label_first(line: tuple[int, list[Cut]], below: tuple[int, list[Cut]]) -> bool:
    (number, above), (_, row) = line, below
    return (
        number + 1 == below[0]
        and len(above) == 1
        and row[0].text[0].islower()
        and abs(above[0].begin - row[0].begin) < 2
    )


def _joined(rows: Sequence[FormedRow]) -> Iterator[FormedRow]:
    """The rows, with a row that was set over two or three lines put together."""
    waiting: FormedRow | None = None
    for row in rows:
        if waiting is not None and (_goes_on(waiting, row) or _begins(waiting, row)):
            waiting.cells = [_seamed(one, other) for one, other in zip(waiting.cells, row.cells, strict=True)]
            waiting.last = row.last
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting


def _goes_on(above: FormedRow, row: FormedRow) -> bool:
    """True for a rest of the row above: words in small letters below words, and no figures."""
    filled = [(cell, over) for cell, over in zip(row.cells, above.cells, strict=True) if cell]
    if row.cells[0][:1].islower() and len(filled) == 1 and above.cells[0]:
        return True
    return len(filled) < _CELLS and all(
        over and (cell[0].islower() or over.endswith("-") or _HANGS.search(over)) and not _HAS_FIGURE.search(cell)
        for cell, over in filled
    )


def _begins(above: FormedRow, row: FormedRow) -> bool:
    """True for a row whose name began on the line above: nothing but words there, the figures here."""
    if not above.cells[0] or any(above.cells[1:]) or not any(row.cells[1:]):
        return False
    return not row.cells[0] or row.cells[0][0].islower()


def _seamed(left: str, right: str) -> str:
    if left.endswith("-") and right[:1].islower():
        return left[:-1] + right
    return f"{left} {right}".strip()
