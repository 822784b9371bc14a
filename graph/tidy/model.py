"""What a tidy table is: rows under columns, each of which says what it means, what it holds and where it refers to."""

from __future__ import annotations

from dataclasses import dataclass, field

from beleidsspoor.graph.register.schema import Kind, load_schema

#: What a cell may hold; None is an empty cell. A decimal is a text, so that no digit of it changes.
Cell = str | int | bool | None

#: The datatype (CSVW, XSD) of each kind of column in the register.
_DATATYPES = {
    Kind.INTEGER: "integer",
    Kind.DECIMAL: "decimal",
    Kind.BOOLEAN: "boolean",
    Kind.YEAR: "integer",
    Kind.DATE: "date",
    Kind.IRI: "anyURI",
}


@dataclass(frozen=True)
class TidyColumn:
    """One column: its heading, what it means (Dutch), its CSVW datatype, whether it is never empty, and the table that
    it refers to by key, if any."""

    name: str
    meaning: str
    datatype: str = "string"
    required: bool = False
    refers: str | None = None


@dataclass(frozen=True)
class TidyTable:
    """One table: file name without extension, what a row is (Dutch), its columns and rows, and the columns that make a
    row unique (none when nothing does)."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[TidyColumn, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)


def column_of(table: str, name: str, *, required: bool = False) -> TidyColumn:
    """A column that a table of the register has as well: its meaning and datatype come from the schema.

    Raises LookupError when the schema knows no such column.

    >>> column_of("metingen", "waarde").datatype
    'decimal'
    """
    found = load_schema().tables[table].column(name)
    if found is None:
        raise LookupError(f"{table} has no column {name}")
    return TidyColumn(name, found.description, _DATATYPES.get(found.kind, "string"), required)
