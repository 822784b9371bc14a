"""Ids for rows that a person added without one: after the pattern of the rows beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from beleidsspoor.graph.proposal.documents import find_prefix
from beleidsspoor.graph.proposal.naming import Naming
from beleidsspoor.graph.register.reading import Register
from beleidsspoor.graph.register.schema import Table
from beleidsspoor.graph.register.slugs import slug

_NUMBERED = re.compile(r"^(.*[^0-9])([0-9]{1,6})$")


class NewIds:
    """Makes the ids of one ruimte; no id is given twice."""

    def __init__(self, register: Register, ruimte: str) -> None:
        self._register, self._ruimte = register, ruimte
        self._naming = Naming(row.id for row in register.rows if row.ruimte == ruimte)

    def take(self, names: Iterable[str]) -> None:
        """Keep these ids from being given: a person typed them."""
        self._naming.take(names)

    def make(self, table: Table, name: str, document: str, kin: Iterable[str]) -> str:
        """The id of a new row: the next number when the rows beside it are numbered, else its name.

        The rows beside it are those of the table about the same document; `document` is its reference, '' for none.
        `kin` are the ids that the row refers to: of several ways to begin an id the one that they begin with is taken.
        """
        ids = [
            row.id
            for row in self._register.rows_of(table.name)
            if row.ruimte == self._ruimte and (not document or row.one("document") == document)
        ]
        numbered = [match for each in ids if (match := _NUMBERED.match(each))]
        starts = Counter(match[1] for match in numbered)
        begins = {_begin(each) for each in kin}
        related = Counter({start: times for start, times in starts.items() if _begin(start) in begins})
        start, times = (related or starts).most_common(1)[0] if starts else ("", 0)
        if times * 2 > len(ids) or (related and len(numbered) * 2 > len(ids)):
            return self._naming.number(start, max(len(match[2]) for match in numbered if match[1] == start))
        kind = slug(table.class_name)
        if document and not ids:
            return self._naming.number(f"{self._prefix(document)}-{kind}-")
        return self._naming.free(slug(name)) if slug(name) else self._naming.number(f"{kind}-")

    def _prefix(self, document: str) -> str:
        row = self._register.find(document, self._ruimte)
        title = (row.one("titel") if row is not None else None) or document
        return find_prefix(document, title, self._register, self._ruimte, self._naming)


def _begin(name: str) -> str:
    """What the ids of one document begin with: `mag25` of `mag25-actie-12`."""
    return name.partition("-")[0]
