"""Which rows of a table are headings, and which headings hold for the rows below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_YEAR = r"\(?(?:19|20)\d\d(?:\s*[/-]\s*(?:19|20)?\d\d)?\)?"
#: A bare year or range of years: '2025', '2022/2023'.
_BARE_YEAR = re.compile(rf"^{_YEAR}$")
#: At most three words with a year among them: 'Begroot 2025', 'Streefwaarde 2027 e.v.'.
_YEAR_WITH_WORDS = re.compile(rf"^(?:[^\W\d]+\.?\s+){{1,3}}{_YEAR}(?:\s*[^\W\d]{{1,12}}\.?)?$|^{_YEAR}\s+[^\W\d]+\.?$")
#: With one of these before the year a cell says when something is done: 'najaar 2025', 'eind 2026'.
_MOMENT = re.compile(
    r"^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|(?:jan|feb|mrt|apr|jun|jul|"
    r"aug|sept?|okt|nov|dec)\.?|voorjaar|najaar|lente|zomer|herfst|winter|begin|medio|eind|einde|vanaf|sinds|tot|uiterlijk|"
    r"start|gereed|in|schooljaar|(?:\w+\s+)?kwartaal)\s",
    re.IGNORECASE,
)
_HAS_DIGIT = re.compile(r"\d")
#: Over the names of a table of money may stand what its figures are in.
_IN_MONEY = re.compile(r"bedragen|€|euro|[x*]\s*1\.000", re.IGNORECASE)


def is_moved_header(cells: Sequence[str]) -> bool:
    """True for a row in the middle of a table whose cells name periods: the header comes back, with other periods.

    One bare year is not enough (it may be a count), unless another stands beside it.

    >>> is_moved_header(["Inwoners voelen zich gezonder", "Begroot 2028", "", "2022/2023"])
    True
    >>> is_moved_header(["Aantal bezoekers", "2012", "", "Bibliotheek"])
    False
    >>> is_moved_header(["Training", "Sportservice", "najaar 2025"])
    False
    """
    filled = [cell.strip() for cell in cells[1:] if cell.strip()]
    worded = sum(1 for cell in filled if _is_worded(cell))
    bare = sum(1 for cell in filled if _BARE_YEAR.match(cell))
    numbers = sum(1 for cell in filled if _HAS_DIGIT.search(cell))
    return numbers == worded + bare and (worded >= 1 or bare >= 2)


def is_first_header(cells: Sequence[str]) -> bool:
    """True for a first row that can be a header: no cell of it holds a figure that is not a year, and two are filled.

    >>> is_first_header(["Beleidsdoelen", "Begroot 2025", "2023", "Bron"])
    True
    >>> is_first_header(["Aantal trainingen", "18", "Alzheimer groep"])
    False
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2:
        return False
    if _IN_MONEY.search(cells[0]):
        filled = [cell.strip() for cell in cells[1:] if cell.strip()]
    return all(not _HAS_DIGIT.search(cell) or is_period(cell) for cell in filled)


def is_period(cell: str) -> bool:
    """True when the cell names a period: '2025', 'Begroot 2025', '2022/2023'; not for a moment: 'najaar 2025'."""
    return bool(_BARE_YEAR.match(cell.strip()) or _is_worded(cell.strip()))


def _is_worded(cell: str) -> bool:
    return bool(_YEAR_WITH_WORDS.match(cell)) and not _MOMENT.match(cell)


def heads_above(rows: Iterable[tuple[Sequence[str], bool]], width: int) -> Iterator[tuple[str, ...]]:
    """For every row (cells, is a header) of a table the column headings that hold for it, from the rows above it.

    Header rows on top of each other are joined per column; the first column keeps its first heading, as what stands
    under that is a group. A header row under other rows has moved: it takes the place of every period that stood in the
    heads before, and leaves heads that name no period ('Bron') standing.
    """
    heads = [""] * width
    under_header = True
    for cells, header in rows:
        yield tuple(heads)
        pairs = list(zip(heads, cells, strict=True))
        if header and under_header:
            heads = [_joined(head, cell, first=column == 0) for column, (head, cell) in enumerate(pairs)]
        elif header:
            heads = [heads[0], *(cell or ("" if is_period(head) else head) for head, cell in pairs[1:])]
        under_header = header


def _joined(head: str, cell: str, first: bool) -> str:
    if not head or not cell or cell == head:
        return head or cell
    return head if first else f"{head} {cell}"
