"""What the rows of one document are made with: the register, the ruimte, the document's id and its places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from beleidsspoor.graph.proposal.model import CHANGED, SAME, Cells, Evidence, ProposedRow, cells_of
from beleidsspoor.graph.proposal.names import Names
from beleidsspoor.graph.proposal.naming import Naming
from beleidsspoor.graph.proposal.place_book import PlaceBook
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.row_fingerprints import row_fingerprint
from beleidsspoor.graph.sources import tidy


@dataclass(frozen=True)
class Setting:
    """All that is needed to make rows of a document.

    `reference` is the id of the document, `prefix` begins the ids of its rows. `same_file` is True when the register
    was made of this very file: then what a person wrote in it stands. `municipality` is the id of the gemeente.
    `shared` has the new rows that all documents of a proposal share, by table and squeezed name.
    """

    register: Register
    ruimte: str
    lines: tuple[str, ...]
    reference: str
    prefix: str
    same_file: bool
    municipality: str | None
    naming: Naming
    places: PlaceBook
    actors: Names
    shared: dict[tuple[str, str], ProposedRow]

    def own_rows(self, table: str) -> list[Row]:
        """The rows of a table that the ruimte has."""
        return [row for row in self.register.rows_of(table) if row.ruimte == self.ruimte]

    def evidence(self, first: int, last: int, page: int | None, rule: str, certainty: str) -> Evidence:
        """The evidence for what stands from line `first` to line `last`, with a short quote."""
        return Evidence(tidy("\n".join(self.lines[first - 1 : last])), first, last, page, rule, certainty)

    def complete(self, table: str, cells: Mapping[str, str | tuple[str, ...]]) -> Cells:
        """The cells in the order of the table's columns; empty ones and columns that the table lacks are left out."""
        made: Cells = {}
        for column in self.register.schema.tables[table].columns:
            value = cells.get(column.name, ())
            values = tuple(part for part in ((value,) if isinstance(value, str) else value) if part)
            if values:
                made[column.name] = values
        return made


def held_against(
    row: Row, ruimte: str, read: Cells, evidence: Evidence | None, columns: tuple[str, ...], above: str = ""
) -> ProposedRow:
    """The row of the register as a proposal: with what the document says otherwise in these columns.

    A column that the document says nothing about keeps what the register has. A row of another ruimte is shown as it
    is.
    """
    cells = cells_of(row)
    seen = row_fingerprint(cells)
    if row.ruimte != ruimte:
        return ProposedRow(row.table.name, {**cells, "id": (row.reference,)}, SAME, seen, evidence, above=above)
    changes = {name: read[name] for name in columns if name in read and read[name] != cells.get(name)}
    told = tuple(f"{name}: {'; '.join(cells.get(name, ('leeg',)))} → {'; '.join(new)}" for name, new in changes.items())
    stand = CHANGED if changes else SAME
    return ProposedRow(row.table.name, {**cells, **changes}, stand, seen, evidence, told, above=above)
