"""Tables of figures of which every cell stands on a line of its own, as copied from a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from beleidsspoor.graph.documents.joining import join_lines
from beleidsspoor.graph.documents.model import Row, Span, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.tables.periods import COMPARED, FIGURE_KINDS, VALUE, YEAR, without_side

_VALUE = re.compile(VALUE)
#: A column of money may say which side it holds: '2026 lasten'.
_OF_MONEY = re.compile(rf"{YEAR.pattern}\s(?:lasten|baten|saldo)", re.IGNORECASE)
#: A source on a line of its own below its row.
_SOURCE, _SOURCE_HEAD = re.compile(r"Bron(?:nen)?\s*:\s*", re.IGNORECASE), "Bron"
#: A column of one municipality: its name and a year.
_OWN = re.compile(rf"[A-ZÀ-Þ][^\d:.]{{2,30}}\s{YEAR.pattern}")
#: A cell is no longer than this, a heading over figures shorter, a heading over names in between.
_CELL, _PERIOD, _HEADING = 200, 40, 70
#: So many lines without white space between them are still one cell.
_LINES = 3
_MOST_COLUMNS = 16
#: Of rows that are counted so many may be missing.
_GAP = 5


@dataclass(frozen=True)
class Cell:
    """What may be a cell: a line, or a few lines with white space around them."""

    text: str
    first: int
    last: int

    @property
    def is_value(self) -> bool:
        """True for a figure, or a sign in place of one."""
        return _VALUE.fullmatch(self.text) is not None


def find_stacked(lines: Sequence[str], cues: CueTable) -> Iterator[Table]:
    """The tables in these lines (the first is line 0): two headings with a period or more, and rows of a name and as
    many figures below them.
    """
    cells = _with_whole_heads(_with_sides(cells_of(lines)), cues)
    at = 0
    while at < len(cells):
        end = at
        while end < len(cells) and end - at < _MOST_COLUMNS and _is_period(cells, end, cues):
            end += 1
        table = _table(cells, at, end, cues) if end - at >= 2 else None
        if table is None:
            at = max(end, at + 1)
            continue
        yield table
        while at < len(cells) and cells[at].first <= table.span.last:
            at += 1


def cells_of(lines: Sequence[str]) -> Iterator[Cell]:
    """What may be cells in these lines: a line, or a few that stand together with white space around them."""
    begin = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].strip():
            continue
        group = [line for line in range(begin, at) if lines[line].strip()]
        if 0 < len(group) <= _LINES and not all(_VALUE.fullmatch(lines[line].strip()) for line in group):
            yield Cell(join_lines([lines[line] for line in group], frozenset()), group[0], group[-1])
        else:
            yield from (Cell(lines[line].strip(), line, line) for line in group)
        begin = at + 1


def _with_sides(cells: Iterable[Cell]) -> list[Cell]:
    """The cells, with the letter for a setback or windfall put behind the figure above it."""
    found: list[Cell] = []
    for cell in cells:
        if found and cell.text in ("N", "V") and found[-1].is_value:
            found[-1] = Cell(found[-1].text, found[-1].first, cell.last)
        else:
            found.append(cell)
    return found


def _with_whole_heads(cells: Sequence[Cell], cues: CueTable) -> list[Cell]:
    """The cells, with a heading that was cut put together: 'Realisatie', '2023', 'Begroting', '2024', or first all
    kinds and then all years.
    """
    found: list[Cell] = []
    at = 0
    while at < len(cells):
        kinds = 0
        while at + kinds < len(cells) and kinds < _MOST_COLUMNS and _is_bare_kind(cells[at + kinds], cues):
            kinds += 1
        pairs = 0
        while _is_pair(cells, at + 2 * pairs, cues) and pairs < _MOST_COLUMNS:
            pairs += 1
        # Between the kinds and the years may stand what the figures are in: '(x € 1.000)'.
        behind = at + kinds + (1 if kinds > 1 and at + kinds < len(cells) and not _is_year(cells[at + kinds]) else 0)
        if pairs > 1:
            found.extend(_one(cells[at + 2 * pair], cells[at + 2 * pair + 1]) for pair in range(pairs))
            at += 2 * pairs
        elif kinds > 1 and len(cells) >= behind + kinds and all(map(_is_year, cells[behind : behind + kinds])):
            found.extend(cells[at + kinds : behind])
            found.extend(_one(cells[at + column], cells[behind + column]) for column in range(kinds))
            at = behind + kinds
        elif kinds > 1 and (sides := _sides(cells, at + kinds)) > kinds:
            # 'Rekening', 'Begroting' over '2024 saldo', '2025 saldo', '2026 lasten': the last kind holds for the rest.
            found.extend(
                _one(cells[at + min(column, kinds - 1)], cells[at + kinds + column]) for column in range(sides)
            )
            at += kinds + sides
        else:
            found.append(cells[at])
            at += 1
    return found


def _sides(cells: Sequence[Cell], begin: int) -> int:
    """How many headings with a year and a side of the money stand from this cell on."""
    at = begin
    while at < len(cells) and at - begin < _MOST_COLUMNS and _OF_MONEY.fullmatch(cells[at].text):
        at += 1
    return at - begin


def _one(kind: Cell, year: Cell) -> Cell:
    return Cell(f"{kind.text} {year.text}", kind.first, year.last)


def _is_pair(cells: Sequence[Cell], at: int, cues: CueTable) -> bool:
    return at + 1 < len(cells) and _is_bare_kind(cells[at], cues) and _is_year(cells[at + 1])


def _is_year(cell: Cell) -> bool:
    return YEAR.fullmatch(cell.text.strip("()* ")) is not None


def _is_bare_kind(cell: Cell, cues: CueTable) -> bool:
    if len(cell.text) > _PERIOD or YEAR.search(cell.text):
        return False
    cue = cues.column(cell.text)
    return cue is not None and cue.kind in FIGURE_KINDS


def _is_period(cells: Sequence[Cell], at: int, cues: CueTable) -> bool:
    text = cells[at].text
    if len(text) > _PERIOD:
        return False
    if YEAR.fullmatch(text.strip("()* ")) or _OF_MONEY.fullmatch(text):
        return True
    if cues.begins_column(text, FIGURE_KINDS | COMPARED) is not None:
        # 'Doel 1 Meer inwoners sporten' is the name of a row, 'Doel 2028' the heading over what is aimed at.
        return not text.endswith((".", ":")) and cues.labelled(text) is None
    # 'Zuidrijk 2024' beside 'Nederland 2024' holds the figures of the municipality itself.
    beside = [cells[side].text for side in (at - 1, at + 1) if 0 <= side < len(cells)]
    compared = any(len(other) <= _PERIOD and cues.begins_column(other, COMPARED) is not None for other in beside)
    return compared and _OWN.fullmatch(text) is not None


def _table(cells: Sequence[Cell], begin: int, end: int, cues: CueTable) -> Table | None:
    """The table whose headings over figures are these cells; None when no rows follow."""
    if not any(YEAR.search(cell.text) for cell in cells[begin:end]):
        return None
    leads = _leads(cells, begin, cues)
    tails = 0
    while end + tails < len(cells) and _is_known(cells[end + tails], cues):
        tails += 1
    rows = list(_rows(cells, end + tails, max(len(leads), 1), end - begin, tails))
    known = bool(leads) and any(_kind(cell, cues) == "indicator" for cell in leads)
    known = known or any(cues.row(row.cells[0]) is not None for row in rows)
    if sum(1 for row in rows if not row.is_group) < (1 if known else 2):
        return None
    heads = [cell.text for cell in leads] or [""]
    heads += [*(cell.text for cell in cells[begin : end + tails]), _SOURCE_HEAD]
    first = leads[0].first if leads else cells[begin].first
    head = Row(tuple(heads), Span(first, cells[end + tails - 1].last), header=True)
    return Table((head, *rows), Span(first, rows[-1].span.last))


def _kind(cell: Cell, cues: CueTable) -> str | None:
    cue = cues.column(cell.text) if len(cell.text) <= _HEADING else None
    return cue.kind if cue is not None else None


def _is_known(cell: Cell, cues: CueTable) -> bool:
    # 'Opgave 1' behind the headings is a title over the first rows.
    return _kind(cell, cues) not in (None, *FIGURE_KINDS) and cues.bare_label(cell.text) is None


def _leads(cells: Sequence[Cell], begin: int, cues: CueTable) -> list[Cell]:
    """The headings over the names: those that are known, else one short line that is no sentence."""
    at = begin
    kinds: set[str | None] = set()
    while at > 0 and _is_known(cells[at - 1], cues) and _kind(cells[at - 1], cues) not in kinds:
        at -= 1
        kinds.add(_kind(cells[at], cues))
    if at == begin and at > 0 and len(cells[at - 1].text) <= _HEADING and cells[at - 1].text[-1] not in ".:?!":
        at -= 1
    return list(cells[at:begin])


def _rows(cells: Sequence[Cell], at: int, leads: int, figures: int, tails: int) -> Iterator[Row]:
    """The rows from this cell on; the last cell of each is the source that stands below it ('Bron: CBS'), or nothing.

    Of a row with fewer figures than headings the figures are left out (a dash stands for each): which column each
    belongs to cannot be known.
    """
    width = leads + figures + tails + 1
    counted = 0
    titles: list[Row] = []
    while at + leads < len(cells):
        begin = at
        # The rows may be counted, in a column without a heading.
        if cells[at].text.rstrip(".").isdigit() and counted < int(cells[at].text.rstrip(".")[:4]) <= counted + _GAP:
            counted = int(cells[at].text.rstrip("."))
            at += 1
        names = cells[at : at + leads]
        if len(names) < leads or any(len(cell.text) > _CELL for cell in names) or names[-1].is_value:
            return
        stop = at + leads
        while stop < len(cells) and stop - at - leads < figures and cells[stop].is_value:
            stop += 1
        if counted and stop == at + leads + figures and cells[stop - 1].text == str(counted + 1):
            # The number of the next row, when that does not come behind the figures: the last of these is empty.
            stop -= not any(cell.text.rstrip(".") == str(counted + 1) for cell in cells[stop : stop + tails + 2])
        if stop < at + leads + figures and _is_whole(cells, at + leads, figures, leads, tails):
            stop = at + leads + figures
        if _are_periods(cells[at + leads : stop]):
            return
        values = [without_side(cell.text) for cell in cells[at + leads : stop]]
        if not values:
            title, behind_names = cells[at], at + 1 + leads
            in_names = any(cell.is_value for cell in cells[at:behind_names])
            if behind_names >= len(cells) or in_names or not cells[behind_names].is_value:
                return
            titles.append(Row((title.text, *[""] * (width - 1)), Span(title.first, title.last)))
            at += 1
            continue
        behind = _behind(cells, stop, leads, tails)
        if len(values) < figures:
            values = _with_holes(cells[at + leads - 1 : stop], values, figures)
        stop += len(behind)
        source = _SOURCE.match(cells[stop].text) if stop < len(cells) else None
        texts = [*(cell.text for cell in names), *values, *(cell.text for cell in behind)]
        texts += [""] * (width - 1 - len(texts)) + [cells[stop].text[source.end() :] if source else ""]
        stop += 1 if source else 0
        yield from titles
        yield Row(tuple(texts), Span(cells[begin].first, cells[stop - 1].last))
        titles, at = [], stop


def _are_periods(cells: Sequence[Cell]) -> bool:
    """True for years that follow each other: the headings of the next table, no figures."""
    years = [int(cell.text) for cell in cells if YEAR.fullmatch(cell.text) and cell.text.isdigit()]
    return len(cells) > 1 and len(years) == len(cells) and all(after - year == 1 for year, after in pairwise(years))


def _is_whole(cells: Sequence[Cell], at: int, figures: int, leads: int, tails: int) -> bool:
    """True when words stand in place of a figure ('nog niet bekend', '<= 16%'): with them the row is as wide as the
    headings, and behind it comes a row with a name and a figure, or no figure at all.
    """
    row = cells[at : at + figures]
    words = [cell for cell in row if not cell.is_value]
    if len(row) < figures or len(words) in (0, figures) or any(len(cell.text) > _PERIOD for cell in words):
        return False
    if any(_SOURCE.match(cell.text) or cell.text[-1] in ".:?!" for cell in words):
        return False
    stop = at + figures + tails
    if any(cell.is_value for cell in cells[at + figures : stop]):
        return False
    sourced = stop < len(cells) and _SOURCE.match(cells[stop].text) is not None
    stop += 1 if sourced else 0
    names, behind = cells[stop : stop + leads], cells[stop + leads : stop + leads + figures]
    if any(cell.is_value for cell in (*names, *behind)):
        return not any(cell.is_value for cell in names)
    return row[-1].is_value or sourced


def _with_holes(cells: Sequence[Cell], values: Sequence[str], figures: int) -> list[str]:
    """The figures of a row with fewer of them than headings: where more lines are left free than between the others
    the cells are empty. With no or more such places it cannot be known which column each belongs to.
    """
    steps = [below.first - above.last for above, below in pairwise(cells)]
    wide = [at for at, step in enumerate(steps) if step > min(steps)]
    if len(wide) != 1 or len(steps) < 2:
        return ["-"] * figures
    missing = ["-"] * (figures - len(values))
    return [*values[: wide[0]], *missing, *values[wide[0] :]]


def _behind(cells: Sequence[Cell], at: int, leads: int, tails: int) -> Sequence[Cell]:
    """The cells behind the figures; none when the next row begins here already."""
    if not tails or (at + leads < len(cells) and cells[at + leads].is_value):
        return ()
    return [cell for cell in cells[at : at + tails] if len(cell.text) <= _HEADING]
