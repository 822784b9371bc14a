"""Strict reading of one CSV file (RFC 4180, UTF-8, comma), with the line of every record and every fault in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.text_file import REPLACEMENT, read_text

#: A cell longer than this is a mistake (an unclosed quote, a pasted document), never a name.
LONGEST_CELL = 20_000


@dataclass(frozen=True)
class CsvTable:
    """The readable part of one file: the headings, and for each record the line it starts on and its cells."""

    header: tuple[str, ...]
    records: tuple[tuple[int, tuple[str, ...]], ...]


def read_csv(path: Path, name: str) -> tuple[CsvTable, list[Fault]]:
    """Read the CSV file at `path`; `name` is what faults call it.

    Returns the records that could be read and every fault: wrong encoding, no heading, a broken line, a line with too
    many or too few cells. An empty CsvTable comes back when nothing could be read. Never raises for bad content.
    """
    text, wrong = read_text(path, name)
    if wrong is not None and not text:
        return CsvTable((), ()), [wrong]
    faults: list[Fault] = []
    table = _table(text, name, faults)
    if wrong is not None:
        faults.insert(0, _in_column(wrong, table))
    return table, faults


def _table(text: str, name: str, faults: list[Fault]) -> CsvTable:
    records = list(_records(text, name, faults))
    if not records:
        if not faults:
            faults.append(Fault(name, 1, None, "Het bestand is leeg.", "Zet de kolomkoppen op de eerste regel."))
        return CsvTable((), ())
    header = tuple(cell.strip() for cell in records[0][1])
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        message = "De kolommen zijn niet met komma's gescheiden."
        faults.append(Fault(name, 1, None, message, "Bewaar als 'CSV UTF-8 (komma's)'."))
        return CsvTable((), ())
    kept = []
    for line, cells in records[1:]:
        whole = "".join(cells)
        if not whole.strip():
            continue
        if len(cells) != len(header):
            message = f"Deze regel heeft {len(cells)} cellen, de kop heeft er {len(header)}."
            faults.append(Fault(name, line, None, message, "Zet tekst met een komma erin tussen aanhalingstekens."))
            continue
        if len(whole) <= LONGEST_CELL or max(map(len, cells)) <= LONGEST_CELL:
            kept.append((line, cells))
            continue
        for heading in (heading for heading, cell in zip(header, cells, strict=True) if len(cell) > LONGEST_CELL):
            message = f"De cel heeft meer dan {LONGEST_CELL} tekens."
            advice = "Kort de tekst in, of zoek een vergeten aanhalingsteken."
            faults.append(Fault(name, line, heading, message, advice))
    return CsvTable(header, tuple(kept))


def _in_column(fault: Fault, table: CsvTable) -> Fault:
    """The fault of a wrong byte, with the column of the first cell that holds one."""
    for line, cells in reversed(table.records):
        if fault.line is not None and line <= fault.line:
            hits = (heading for heading, cell in zip(table.header, cells, strict=True) if REPLACEMENT in cell)
            return replace(fault, column=next(hits, None))
    return fault


def _records(text: str, name: str, faults: list[Fault]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Records with their first line. After a broken record reading goes on at the next line, so all faults show."""
    lines = io.StringIO(text, newline="").readlines()
    start = 0
    while start < len(lines):
        reader = csv.reader(lines[start:], strict=True)
        line = start + 1
        try:
            for cells in reader:
                if cells:
                    yield line, tuple(cells)
                line = start + reader.line_num + 1
            return
        except csv.Error:
            message = "De regel is geen goede CSV: een aanhalingsteken klopt niet, of de cel is te groot."
            advice = "Zet de hele cel tussen aanhalingstekens en schrijf een aanhalingsteken in de tekst dubbel."
            faults.append(Fault(name, line, None, message, advice))
            start = line
