"""Reading the answers in an answer sheet that was filled in with Excel or LibreOffice."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.excel.opening import open_workbook
from beleidsspoor.graph.excel.table_sheets import cell_name
from beleidsspoor.graph.reacties.answer_form import HEADS, WHO
from beleidsspoor.graph.reacties.filled_form import Filled, FilledForm, begin_of, clean, is_filled, plain
from beleidsspoor.graph.words import in_words

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_KEYS = {plain(head): key for key, head in HEADS.items()}
#: How far down the heads may stand, for who puts lines above them.
_HEADS_WITHIN = 20
#: A sheet with answers has no more rows than this; a program that fills empty rows does not keep us busy.
_MOST_ROWS = 20_000


def read_excel_answers(path: Path) -> FilledForm:
    """The filled rows of the sheets with answers. Raises InputFaults when it is no readable workbook, or has none."""
    reader = _Reader(path.name)
    with open_workbook(path) as workbook:
        for sheet in workbook.worksheets:
            reader.add(sheet)
    if not reader.sheets:
        refuse(path, "In dit bestand staat geen blad om te antwoorden.", "Geef het ingevulde antwoordblad, als .xlsx.")
    return FilledForm(path.name, tuple(reader.filled), reader.who, (), tuple(reader.notices))


class _Reader:
    """Gathers the filled rows of sheets."""

    def __init__(self, file: str) -> None:
        self.filled: list[Filled] = []
        self.notices: list[str] = []
        self.who = ""
        self.sheets = 0
        self._file = file
        self._versions: dict[str, str] = {}

    def add(self, sheet: ReadOnlyWorksheet) -> None:
        """Add the rows of one sheet; nothing when it has no heads of answers."""
        keys: dict[int, str] = {}
        # Some programs write a wrong size of the sheet into the file.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.rows, start=1):
            texts = [_text(cell.value) for cell in row]
            if keys:
                self._row(sheet.title, number, texts, keys)
                if number >= _MOST_ROWS:
                    self.notices.append(f"{self._file}, blad {sheet.title}: na rij {_MOST_ROWS} is niet gelezen.")
                    return
            elif number > _HEADS_WITHIN:
                return
            else:
                keys = _keys(texts)
                self.sheets += bool(keys)
                self.who = self.who or _who(texts)

    def _row(self, sheet: str, number: int, texts: list[str], keys: dict[int, str]) -> None:
        where = f"{self._file}, blad {sheet}"
        cells = {key: texts[at] for at, key in keys.items() if at < len(texts) and texts[at]}
        for at, text in enumerate(texts):
            if text and at > max(keys):
                said = f"deze tekst staat naast de kolommen en is niet gelezen: '{begin_of(text)}'."
                self.notices.append(f"{where}, cel {cell_name(number, at + 1)}: {said}")
        if "versie" in cells:
            self._versions.setdefault(cells.get("element", ""), cells["versie"])
        elif (known := self._versions.get(cells.get("element", ""))) is not None:
            # A row that somebody added below that of the element.
            cells["versie"] = known
        if is_filled(cells):
            places = {key: f"{where}, cel {cell_name(number, at + 1)}" for at, key in keys.items()}
            self.filled.append(Filled(cells, f"{where}, rij {number}", places))


def _keys(texts: Iterable[str]) -> dict[int, str]:
    """The keys of HEADS by the position of their column; empty when this row has no heads of answers."""
    found = {at: key for at, text in enumerate(texts) if (key := _KEYS.get(plain(text))) is not None}
    return found if {"element", "tekst"} <= set(found.values()) else {}


def _who(texts: list[str]) -> str:
    """The name behind the question who this is, on this row."""
    asked = next((at for at, text in enumerate(texts) if plain(text) == plain(WHO)), None)
    after: Iterator[str] = iter(()) if asked is None else (text for text in texts[asked + 1 :] if text)
    return next(after, "")


def _text(value: object) -> str:
    """What somebody typed in a cell, as text; a formula is the text that was typed."""
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, bool | int | float):
        return in_words(value)
    # Excel writes half a line end as a code.
    return clean(str(value).replace("_x000D_", "")) if value is not None else ""
