"""Strict reading of one CSV file (RFC 4180, UTF-8, comma), with the line of every record and every fault in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from beleidsspoor.graph.faults import Fault

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
    faults: list[Fault] = []
    text = _decode(path, name, faults)
    if text is None:
        return CsvTable((), ()), faults
    records = list(_records(text, name, faults))
    if not records:
        if not faults:
            faults.append(Fault(name, 1, None, "Het bestand is leeg.", "Zet de kolomkoppen op de eerste regel."))
        return CsvTable((), ()), faults
    header = tuple(cell.strip() for cell in records[0][1])
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        faults.append(
            Fault(name, 1, None, "De kolommen zijn niet met komma's gescheiden.", "Bewaar als 'CSV UTF-8 (komma's)'.")
        )
        return CsvTable((), ()), faults
    kept = []
    for line, cells in records[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            message = f"Deze regel heeft {len(cells)} cellen, de kop heeft er {len(header)}."
            faults.append(Fault(name, line, None, message, "Zet tekst met een komma erin tussen aanhalingstekens."))
            continue
        long = [heading for heading, cell in zip(header, cells, strict=True) if len(cell) > LONGEST_CELL]
        for heading in long:
            message = f"De cel heeft meer dan {LONGEST_CELL} tekens."
            advice = "Kort de tekst in, of zoek een vergeten aanhalingsteken."
            faults.append(Fault(name, line, heading, message, advice))
        if not long:
            kept.append((line, cells))
    return CsvTable(header, tuple(kept)), faults


def _decode(path: Path, name: str, faults: list[Fault]) -> str | None:
    """The text of the file (a byte order mark is allowed), or None with a fault."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "onbekende oorzaak"
        message = f"Het bestand kan niet worden gelezen ({reason})."
        faults.append(Fault(name, None, None, message, "Controleer de rechten."))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        faults.append(Fault(name, line, None, "De tekst is geen UTF-8.", "Bewaar het bestand als 'CSV UTF-8'."))
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        faults.append(Fault(name, line, None, "Er staat een NUL-teken in de tekst.", "Haal dat teken weg."))
        return None
    return text


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
