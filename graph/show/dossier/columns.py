"""How wide the columns of a table are: no word is broken where that can be helped, and long texts get the room."""

from __future__ import annotations

from beleidsspoor.graph.dossier.model import DataTable
from beleidsspoor.graph.show.kaart.lettering import width_of

#: Of a table over the whole page, in points: its width, its type, and what a column loses at its sides.
_WIDTH, _TYPE, _SIDES = 459, 9.5, 10
#: A word wider than this may be broken; a text longer than this wants no more room than others.
_WIDEST_WORD, _LONG_TEXT = 92, 450


def shares(table: DataTable) -> tuple[int, ...]:
    """The width of each column in points; only how they relate counts.

    Each column gets room for its widest word; further, a column is as much wider as its texts are longer.

    >>> shares(DataTable("", ("Jaar", "Wat"), (("2024", "Een lange zin over wat er in dat jaar gebeurde."),)))
    (73, 386)
    """
    columns = list(zip(table.heads, *table.rows, strict=True))
    least = [min(max(map(_widest_word, column)), _WIDEST_WORD) + _SIDES for column in columns]
    usual = [sum(min(width_of(text, _TYPE), _LONG_TEXT) for text in column) + 1 for column in columns]
    widths = dict.fromkeys(range(len(columns)), 0)
    free = set(widths)
    while free:
        texts = sum(usual[place] for place in free)
        room = _WIDTH - sum(widths[place] for place in widths if place not in free)
        for place in free:
            widths[place] = max(least[place], round(room * usual[place] / texts))
        # A column that needs more than its part takes that; the others share what is left.
        tight = {place for place in free if widths[place] == least[place]}
        free = free - tight if tight else set()
    return tuple(widths.values())


def _widest_word(text: str) -> int:
    # In bold, as the heads are.
    return max((round(width_of(word, _TYPE, bold=True)) for word in text.split()), default=0)
