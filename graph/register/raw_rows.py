"""The rows of a file of the register as the texts that stand in its cells, before anything is made of them."""

from __future__ import annotations

from pathlib import Path

from beleidsspoor.graph.register.csv_table import read_csv

#: The texts of the cells of each row by column, by the id of the row, in the order of the file.
RawRows = dict[str, dict[str, str]]


def read_raw_rows(path: Path) -> RawRows:
    """The rows of the file; none when there is no file. Rows that cannot be read, or have no id, are left out."""
    if not path.exists():
        return {}
    table, _ = read_csv(path, path.name)
    rows = (dict(zip(table.header, cells, strict=True)) for _, cells in table.records)
    return {name: row for row in rows if (name := row.get("id", "").strip())}
