"""The names and spellings of rows of the register, to find the row that a name means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beleidsspoor.graph.recognise.wording import squeeze
from beleidsspoor.graph.register.reading import Register, Row

#: How alike two names must be to warn the judge that they may be one, of 100.
_ALIKE = 85
_ARTICLE = re.compile(r"^(?:de|het|een|onze|alle)\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:,|/|;|\ben\b|&)\s*")
#: How a document calls the municipality that wrote it.
_OURSELVES = frozenset(("gemeente", "we", "wij", "college", "gemeenteraad", "collegevanburgemeesterenwethouders"))


class Names:
    """The rows of some tables by their names, as seen from one ruimte."""

    def __init__(self, register: Register, ruimte: str, tables: Iterable[str]) -> None:
        """Rows of the ruimte itself come first, so that its own spelling wins."""
        self._ruimte = ruimte
        self._rows: dict[str, Row] = {}
        rows = [row for table in tables for row in register.rows_of(table)]
        for row in sorted(rows, key=lambda row: row.ruimte != ruimte):
            for name in (row.one("naam") or "", *row.cells.get("andere_namen", ())):
                self._rows.setdefault(squeeze(_bare(name)), row)
        self._rows.pop("", None)

    def find(self, name: str) -> str | None:
        """The reference to the row with this name or spelling, or None.

        An article before the name does not count.
        """
        row = self._rows.get(squeeze(_bare(name)))
        return self.refer(row.reference) if row is not None else None

    def near(self, name: str) -> str | None:
        """The reference to a row whose name looks like this one, with that name, for the judge to look at."""
        from rapidfuzz import fuzz, process

        found = process.extractOne(squeeze(name), list(self._rows), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if found is None:
            return None
        row = self._rows[found[0]]
        return f"{self.refer(row.reference)} ({row.one('naam')})"

    def refer(self, reference: str) -> str:
        """A full reference as this ruimte writes it.

        A row of the ruimte itself is called by its id alone.
        """
        return reference.removeprefix(f"{self._ruimte}:")


def find_actors(text: str, names: Names, municipality: str | None) -> tuple[str, ...]:
    """The references to all that a text like 'Maatschappelijke organisaties en de gemeente' names and we know."""
    whole = _actor(text, names, municipality)
    if whole is not None:
        return (whole,)
    parts = (_actor(part, names, municipality) for part in _PARTS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part is not None))


def _actor(text: str, names: Names, municipality: str | None) -> str | None:
    if municipality is not None and squeeze(_bare(text)) in _OURSELVES:
        return municipality
    return names.find(text)


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name.strip())
