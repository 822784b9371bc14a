"""The fingerprints of places that a person typed into the workbook: made from the words of their document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from beleidsspoor.graph.excel.cell_text import Wrong, text_of
from beleidsspoor.graph.excel.table_sheets import heading
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.fingerprints import fingerprint
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.reading import Register
from beleidsspoor.graph.sources import FileState, Source, Sources
from beleidsspoor.graph.werkboek.names import PLACES
from beleidsspoor.graph.werkboek.reading import EditedWorkbook, SheetCell, SheetRow
from beleidsspoor.graph.werkboek.references import ReferenceFinder
from beleidsspoor.graph.werkboek.showing import full_reference

#: What is told when the cells that say where the passage stands are empty or wrong; those are told by themselves.
_NOT_YET: Wrong = (
    "Deze vindplaats heeft nog geen vingerafdruk.",
    "Zet document, regel van en regel tot goed. Laat deze cel leeg: het programma vult hem in.",
)
_NEW_DOCUMENT = "Is het document nieuw, lees het dan met 'beleidsspoor lees'."
_FIRST, _LAST, _DOCUMENT, _FINGERPRINT = "regel_van", "regel_tot", "document", "vingerafdruk"


def fill_in_fingerprints(
    edited: EditedWorkbook, register: Register, finder: ReferenceFinder, folder: Path | None
) -> list[Fault]:
    """Give every place without a fingerprint the one of its lines, in the rows of `edited`; tell where that fails.

    `folder` holds the documents; None when they were not given. What was read is told in the notes of `edited`, for the
    person to see whether it is the passage that he meant. Raises InputFaults when there is no such folder.
    """
    rows = edited.rows.get(PLACES, [])
    was = edited.baseline.rows.get(PLACES, {})
    waiting = [at for at, row in enumerate(rows) if _is_waiting(row, was.get(row.id))]
    if not waiting:
        return []
    maker = _Maker(edited, register, finder, folder)
    for at in waiting:
        rows[at] = maker.filled_in(rows[at])
    return maker.faults


def _is_waiting(row: SheetRow, was: Mapping[str, str] | None) -> bool:
    """Whether the fingerprint is to be made: a person left it empty in a new row, or made it empty."""
    if _FINGERPRINT not in row.columns or _FINGERPRINT in row.cells:
        return False
    return was is None or bool(was.get(_FINGERPRINT, "").strip())


class _Maker:
    def __init__(
        self, edited: EditedWorkbook, register: Register, finder: ReferenceFinder, folder: Path | None
    ) -> None:
        self.faults: list[Fault] = []
        self._edited, self._finder, self._folder = edited, finder, folder
        sources = Sources.open(folder, register) if folder is not None else None
        self._sources = {each.row.reference: each for each in sources.documents.values()} if sources else {}
        self._titles = {row.reference: row.one("titel") or row.id for row in register.rows_of("documenten")}

    def filled_in(self, row: SheetRow) -> SheetRow:
        """The row with its fingerprint; as it was when that cannot be made, which is told."""
        made = self._make(row)
        if isinstance(made, str):
            return replace(row, cells={**row.cells, _FINGERPRINT: SheetCell(made, "s")})
        column = row.table.column(_FINGERPRINT)
        place = row.place(self._edited.file, _FINGERPRINT)
        self.faults.append(Fault(place, None, heading(column) if column else None, *made))
        return row

    def _make(self, row: SheetRow) -> str | Wrong:
        first, last = _number(row, _FIRST), _number(row, _LAST)
        reference = self._document(row)
        if not reference or first is None or last is None:
            return _NOT_YET
        title = shorten(self._titles.get(reference, ""))
        if not title:
            return "Dit is geen document van het register.", _NEW_DOCUMENT
        if self._folder is None:
            advice = f"Geef met --bronnen de map waar '{title}' in staat. Het programma vult hem dan in."
            return "Deze vindplaats heeft nog geen vingerafdruk.", advice
        source = self._sources[reference]
        if source.state is not FileState.SAME or source.text is None:
            return _why_not(source, title)
        count = source.text.line_count
        if last < first or last > count:
            told = f"Regel {first} tot en met {last} is er niet: {source.row.one('bestand')} heeft {count} regels."
            return told, "Zet de eerste en de laatste regel van de passage goed."
        passage = source.text.lines(first, last)
        if passage is None:
            told = f"{source.row.one('bestand')} heeft geen woorden op regel {first} tot en met {last}."
            return told, "Zoek op welke regels de passage staat."
        where = row.place(self._edited.file, _FINGERPRINT).partition(", ")[2]
        self._edited.notes.append(f"Vingerafdruk gemaakt ({where}) van: {shorten(' '.join(passage.text.split()))}")
        return fingerprint(passage.text)

    def _document(self, row: SheetRow) -> str:
        """The reference of the document of a place, with its ruimte; '' when the cell does not tell."""
        cell, column = row.cells.get(_DOCUMENT), row.table.column(_DOCUMENT)
        if cell is None or column is None:
            return ""
        text, wrong = text_of(cell.value, cell.data_type, column)
        if wrong is None:
            text, wrong = self._finder.read(text, column)
        return full_reference(text, self._edited.baseline.ruimte) if wrong is None else ""


def _number(row: SheetRow, name: str) -> int | None:
    cell, column = row.cells.get(name), row.table.column(name)
    if cell is None or column is None:
        return None
    text, wrong = text_of(cell.value, cell.data_type, column)
    return int(text) if wrong is None and text.isdecimal() and text.isascii() and 0 < len(text) < 10 else None


def _why_not(source: Source, title: str) -> Wrong:
    """Why no fingerprint can be made from the file of a document."""
    file = source.row.one("bestand") or ""
    if source.state is FileState.WITHOUT:
        return f"Van '{title}' heeft het register geen bestand.", "Lees het document met 'beleidsspoor lees'."
    if source.state is FileState.CHANGED:
        message = f"{file} is niet meer het bestand waar het register van is gemaakt."
        return message, "Zet dat bestand in de map, of lees het nieuwe met 'beleidsspoor lees'."
    fault = source.faults[0]
    return fault.message, fault.advice
