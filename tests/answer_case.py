"""Dossiers with places to answer, filled in as people do: in Word, in Excel and in the page."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.table import Table

from beleidsspoor.graph.dossier.model import AnswerPlace, Dossier, Section
from beleidsspoor.graph.reacties.answer_form import HEADS, JSON_FORM, WHO
from beleidsspoor.graph.reacties.history import row_name
from beleidsspoor.graph.reacties.versions import version_of
from beleidsspoor.graph.register.reading import Register, read_register
from beleidsspoor.graph.register.remark_kinds import remark_kinds
from beleidsspoor.graph.show.dossier.as_answer_sheet import to_workbook
from beleidsspoor.graph.show.dossier.as_docx import to_docx

#: One answer: what is written in the places, by key of HEADS. A version that is not given is that of the dossier.
Answer = dict[str, str]

PLACES = ("dorp:thema-1", "dorp:actie-1", "dorp:indicator-1")


def opened(root: Path) -> Register:
    """The register under `root`, which has no faults of reading."""
    register, faults = read_register(root)
    assert not faults, faults
    return register


def dossier(root: Path, places: Sequence[str] = PLACES) -> Dossier:
    """A dossier of one chapter with these places to answer."""
    register = opened(root)
    answers = [
        AnswerPlace(place, row_name(register.by_reference[place]), version_of(register, place)) for place in places
    ]
    return Dossier("Dossier van Dorp", "Voor de Adviesraad", (), (Section(1, "Gezond leven", "gezond"), *answers))


def answer(element: str = "dorp:actie-1", **cells: str) -> Answer:
    """An answer on an element; a question, unless the cells say otherwise."""
    return {"element": element, "soort": "vraag", "tekst": "Wie betaalt dit?", **cells}


def write_page(path: Path, made: Dossier, answers: Sequence[Answer], who: str = "Kees") -> Path:
    """What the page saves when it is filled in."""
    versions = _versions(made)
    saved = [
        {"soort": "", "tekst": "", "wie": who, "versie": versions.get(each["element"], "0" * 16), **each}
        for each in answers
    ]
    about = {"titel": made.title, "ondertitel": made.subtitle, "gegevens": {}}
    path.write_text(json.dumps({"vorm": JSON_FORM, "dossier": about, "reacties": saved}), encoding="utf-8")
    return path


def write_word(path: Path, made: Dossier, answers: Sequence[Answer], who: str = "Kees") -> Path:
    """The Word file, filled in. A second answer on an element is a copy of its table, right below it."""
    path.write_bytes(to_docx(made, tuple(remark_kinds())))
    document = docx.Document(str(path))
    forms = {row_text(table, HEADS["element"]): table for table in document.tables}
    blank = {element: copy.deepcopy(table._tbl) for element, table in forms.items()}
    filled: set[str] = set()
    for table in document.tables:
        if table.rows[0].cells[0].text.strip() == WHO:
            table.rows[0].cells[1].text = who
    for each in reversed(answers):
        element = each["element"]
        form = forms[element] if element in forms else next(iter(forms.values()))
        if element in filled:
            added = copy.deepcopy(blank[element])
            form._tbl.addnext(added)
            form = Table(added, form._parent)
        filled.add(element)
        for key, text in each.items():
            write_cell(form, HEADS[key], text)
    document.save(str(path))
    return path


def row_text(table: Table, head: str) -> str:
    """The text behind a head in a table of a Word file; empty when it has no such head."""
    return next((row.cells[1].text.strip() for row in table.rows if row.cells[0].text.strip() == head), "")


def write_cell(table: Table, head: str, text: str) -> None:
    """Write behind a head in a table of a Word file, as somebody types or chooses it."""
    cell = next(row.cells[1] for row in table.rows if row.cells[0].text.strip() == head)
    control: Any = next(cell._tc.iter(qn("w:sdt")), None)
    if control is None:
        cell.text = text
        return
    properties = control.find(qn("w:sdtPr"))
    for placeholder in properties.findall(qn("w:showingPlcHdr")):
        properties.remove(placeholder)
    next(control.iter(qn("w:t"))).text = text


def write_excel(path: Path, made: Dossier, answers: Sequence[Answer], who: str = "Kees") -> Path:
    """The answer sheet, filled in. A second answer on an element is a row that is added at the end."""
    path.write_bytes(to_workbook(made))
    workbook = openpyxl.load_workbook(path)
    for row in workbook.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == WHO:
                workbook.worksheets[0].cell(cell.row, cell.column + 1, who)
    sheet = workbook["Uw reacties"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows: dict[str, list[int]] = {}
    for number in range(2, sheet.max_row + 1):
        rows.setdefault(str(sheet.cell(number, columns[HEADS["element"]]).value), []).append(number)
    for each in answers:
        free = rows.get(each["element"])
        number = free.pop() if free else sheet.max_row + 1
        for key, text in each.items():
            cell = sheet.cell(number, columns[HEADS[key]], text)
            cell.data_type = "s"
    workbook.save(path)
    return path


def _versions(made: Dossier) -> dict[str, str]:
    return {block.element: block.version for block in made.blocks if isinstance(block, AnswerPlace)}
