"""The places of one document: those of the register, found back in the text as it is now, and new ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from beleidsspoor.graph.documents.model import Document, Heading
from beleidsspoor.graph.fingerprints import SearchText, fingerprint
from beleidsspoor.graph.proposal.model import NEW, Cells, ProposedRow
from beleidsspoor.graph.proposal.naming import Naming
from beleidsspoor.graph.proposal.wording import one_line
from beleidsspoor.graph.register.reading import Row


class PlaceBook:
    """Gives every passage the id of its place: the one that the register has, or a new one."""

    def __init__(self, document: Document, reference: str, known: Sequence[Row], start: str, naming: Naming) -> None:
        """`reference` is the id of the document, `known` its places in the register, `start` begins a new id."""
        self._document = document
        self._reference = reference
        self._start = start
        self._naming = naming
        self._now: dict[str, tuple[int, int]] = {}
        self._ids: dict[tuple[int, int], str] = {}
        self._new: list[ProposedRow] = []
        text = SearchText("\n".join(document.lines)) if known else None
        for row in known:
            first = int(row.one("regel_van") or 1)
            print_, last = row.one("vingerafdruk") or "", int(row.one("regel_tot") or first)
            found = text.find(print_, first, last) if text else None
            if found is not None:
                self._now[row.id] = found.first, found.last
                if fingerprint(self._text(found.first, found.last)) == print_:
                    self._ids.setdefault((found.first, found.last), row.id)

    @property
    def new_rows(self) -> list[ProposedRow]:
        """The places that the register does not have, in the order in which they were asked for."""
        return self._new

    def stands(self, place: str) -> tuple[int, int] | None:
        """The lines where a place of the register stands in the text as read; None when its passage is gone."""
        return self._now.get(place)

    def at(self, first: int, last: int) -> str:
        """The id of the place from line `first` to line `last`."""
        if (first, last) not in self._ids:
            place = self._naming.number(self._start, 3)
            self._ids[first, last] = place
            self._new.append(ProposedRow("vindplaatsen", self._cells(place, first, last), NEW))
        return self._ids[first, last]

    def section(self, line: int) -> str:
        """The heading above a line; empty before the first."""
        index = bisect_right(self._heading_lines, line) - 1
        return one_line(self._headings[index].printed) if index >= 0 else ""

    def _cells(self, place: str, first: int, last: int) -> Cells:
        page = self._document.page_of(first)
        cells = {
            "id": place, "document": self._reference, "sectie": self.section(first), "regel_van": str(first),
            "regel_tot": str(last), "pagina": "" if page is None else str(page),
            "vingerafdruk": fingerprint(self._text(first, last)),
        }  # fmt: skip
        return {column: (text,) for column, text in cells.items() if text}

    def _text(self, first: int, last: int) -> str:
        return "\n".join(self._document.lines[first - 1 : last])

    @cached_property
    def _headings(self) -> list[Heading]:
        return [block for block in self._document.blocks if isinstance(block, Heading) and block.sure]

    @cached_property
    def _heading_lines(self) -> list[int]:
        return [heading.span.first for heading in self._headings]
