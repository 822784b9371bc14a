"""What a proposal is: rows for the register with the passage behind each, and the passages that gave no row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.recognise.model import Recognition
from beleidsspoor.graph.register.cells import values_of
from beleidsspoor.graph.register.reading import Row
from beleidsspoor.graph.register.schema import Table

#: How a row compares with the register. The words are shown to the user.
STANDS = ("nieuw", "veranderd", "hetzelfde")
NEW, CHANGED, SAME = STANDS

#: The values of a row by column name, as `Row.cells` has them; a column without a value is absent.
Cells = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class ReadDocument:
    """A document that was read and recognised; `sha256` is that of its file."""

    document: Document
    recognition: Recognition
    name: str
    sha256: str


@dataclass(frozen=True)
class Evidence:
    """Why a row is proposed: a short quote, where it stands, the rule that found it and how sure that is."""

    passage: str
    first: int
    last: int
    page: int | None
    rule: str
    certainty: str


@dataclass(frozen=True)
class ProposedRow:
    """One row for the register.

    `stand` is one of STANDS. `seen` is the fingerprint of the register's row as the proposal saw it, '' when there is
    none. `differences` tell in Dutch what the document says otherwise, `remarks` what the judge must look at. `above`
    is the name of what the row hangs under.
    """

    table: str
    cells: Cells
    stand: str = NEW
    seen: str = ""
    evidence: Evidence | None = None
    differences: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    above: str = ""

    @property
    def id(self) -> str:
        """The id of the row; `ruimte:id` for a row of another ruimte."""
        return self.cells["id"][0]


@dataclass(frozen=True)
class Missed:
    """A passage in which nothing was recognised. `place` is the id of its vindplaats, ready for use in a row."""

    document: str
    kind: str
    section: str
    page: int | None
    first: int
    last: int
    passage: str
    names: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class Proposal:
    """All that was proposed for one ruimte, from one or more documents.

    `documents` has these by their id. `doubts` tell of documents that seem to be of another municipality.
    """

    ruimte: str
    version: str
    documents: dict[str, ReadDocument]
    rows: tuple[ProposedRow, ...]
    missed: tuple[Missed, ...] = field(default=())
    doubts: tuple[Fault, ...] = field(default=())

    def rows_of(self, table: str) -> Sequence[ProposedRow]:
        """The rows of one table, in reading order."""
        return [row for row in self.rows if row.table == table]


def cells_of(row: Row) -> Cells:
    """The cells of a row of the register, as a proposal has them."""
    return {column: values for column, values in row.cells.items() if values}


def plain(cells: Cells) -> Cells:
    """The cells as they come out of a workbook: Excel has one way to end a line, and one kind of space."""
    return {
        name: tuple(" ".join(text.replace("\xa0", " ").split()) for text in values) for name, values in cells.items()
    }


def cells_from(texts: dict[str, str], table: Table) -> Cells:
    """Cells from texts as they stand in a file or workbook; empty texts and unknown columns are left out."""
    cells: Cells = {}
    for column in table.columns:
        values = values_of(texts.get(column.name, ""), column)
        if values:
            cells[column.name] = values
    return cells
