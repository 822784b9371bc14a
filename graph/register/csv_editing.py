"""Adding, changing and removing rows in a CSV file of the register, without touching a byte of the rows that stay."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence

from beleidsspoor.graph.register.schema import Table

_BOM = b"\xef\xbb\xbf"

#: The texts of the cells of a row, by column name.
Texts = Mapping[str, str]


def empty_table(table: Table) -> bytes:
    """The file of a table without rows: its headings."""
    return _line([column.name for column in table.columns], "\n").encode()


def edit_table(
    content: bytes, changed: Mapping[str, Texts], added: Sequence[Texts], removed: Collection[str] = ()
) -> bytes:
    """The file with the rows of these ids replaced in their place or taken out, and new rows at the end.

    `content` is a file that `read_csv` finds no fault in. Its order of columns, its line ends and its byte order mark
    stay, and so does every byte of every other row.

    >>> edit_table(b"id,naam\\r\\na,Een\\r\\nb,Twee\\r\\n", {"a": {"id": "a", "naam": "Eén"}}, [{"id": "c"}]).decode()
    'id,naam\\r\\na,Eén\\r\\nb,Twee\\r\\nc,\\r\\n'
    >>> edit_table(b"id,naam\\na,Een\\nb,Twee\\n", {}, [], {"a"}).decode()
    'id,naam\\nb,Twee\\n'
    """
    text = content.decode("utf-8-sig")
    records = list(_records(text))
    raw_header, header = records[0]
    columns = [cell.strip() for cell in header]
    identity = columns.index("id")
    end = "\r\n" if raw_header.endswith("\r\n") else "\n"
    parts = [raw_header]
    for raw, cells in records[1:]:
        name = cells[identity].strip() if len(cells) == len(columns) else ""
        if name and name in removed:
            continue
        replaced = changed.get(name)
        parts.append(raw if replaced is None else _line([replaced.get(column, "") for column in columns], end))
    if added and not parts[-1].endswith(("\n", "\r")):
        parts[-1] += end
    parts += [_line([row.get(column, "") for column in columns], end) for row in added]
    mark = _BOM if content.startswith(_BOM) else b""
    return mark + "".join(parts).encode()


def _records(text: str) -> Iterator[tuple[str, list[str]]]:
    """Every record as it stands in the file, with its cells."""
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, strict=True)
    start = 0
    for cells in reader:
        yield "".join(lines[start : reader.line_num]), cells
        start = reader.line_num


def _line(cells: Sequence[str], end: str) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator=end).writerow(cells)
    return target.getvalue()
