"""The places to answer of a dossier as an Excel workbook: a guide, and a sheet with a row for each."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from beleidsspoor.graph.dossier.model import AnswerPlace, Dossier, Section
from beleidsspoor.graph.excel.choice_lists import LISTS, ChoiceLists
from beleidsspoor.graph.excel.sheets import fill, for_paper, new_workbook, put, put_bold, put_heads, save
from beleidsspoor.graph.excel.table_sheets import TEXT, column_letter, explain
from beleidsspoor.graph.reacties.answer_form import HEADS, WHO
from beleidsspoor.graph.register.remark_kinds import remark_kinds
from beleidsspoor.graph.words import Cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_GUIDE, _ANSWERS = "Uitleg", "Uw reacties"
#: The columns in order, each with an explanation for who does not know what to do with it.
_COLUMNS = {
    "Hoofdstuk": "",
    "Onderdeel": "",
    HEADS["raadsvraag"]: "Hieraan zien wij welke vraag u beantwoordt. Laat dit staan.",
    HEADS["soort"]: "Kies uit de lijst. Weet u het niet, laat de cel dan leeg.",
    HEADS["tekst"]: "Schrijf hier wat u wilt zeggen of vragen.",
    HEADS["wie"]: "Alleen invullen als het een ander is dan op het blad Uitleg.",
    HEADS["element"]: "Hieraan zien wij over welk onderdeel het gaat. Laat dit staan.",
    HEADS["versie"]: "Hieraan zien wij welke tekst u voor u had. Laat dit staan.",
}
#: The width of the columns to fill, and the widest of the others: what is to be filled in must be in sight.
_WIDTHS = {HEADS["soort"]: 20, HEADS["tekst"]: 70, HEADS["wie"]: 24}
_WIDEST = 40
#: A row has room to write, and for the longest text beside it: not every program makes a row higher by itself.
_LINE_HEIGHT, _LINES = 15, 4
#: So much wider than the letters of Excel are those of the font that another program may take.
_WIDE_LETTERS = 1.25
#: The drop-down goes on below the last row, for rows that somebody adds.
_ROWS_TO_ADD = 200
_FILL_COLOUR = "FFF8E1"
_STEPS = (
    "Vul hieronder in wie u bent. Uw rol is genoeg, bijvoorbeeld: lid van de Adviesraad.",
    f"Ga naar het blad '{_ANSWERS}'. Elke rij is een onderdeel van het dossier.",
    "Kies een soort reactie en schrijf uw reactie in de gele cellen. Waar u niets over wilt zeggen, laat u ze leeg.",
    "Wilt u meer dan één ding zeggen over een onderdeel? Kopieer dan de hele rij en voeg die eronder in.",
    "Bewaar het bestand en stuur het terug.",
)


def to_workbook(dossier: Dossier) -> bytes:
    """The answer sheet of a dossier as the bytes of an .xlsx file. The same dossier gives the same bytes."""
    workbook = new_workbook()
    guide = workbook.active
    assert guide is not None
    guide.title = _GUIDE
    _write_guide(guide, dossier)
    answers = workbook.create_sheet(_ANSWERS)
    lists = ChoiceLists(workbook.create_sheet(LISTS))
    _write_answers(answers, dossier, lists)
    workbook[LISTS].sheet_state = "hidden"
    return save(workbook)


def _write_guide(sheet: Worksheet, dossier: Dossier) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    put_bold(sheet, 1, 1, f"Reageren op: {dossier.title}")
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment(wrap_text=False)
    put(sheet, 2, 1, dossier.subtitle)
    sheet["A2"].alignment = Alignment(wrap_text=False)
    for number, step in enumerate(_STEPS, start=1):
        put(sheet, 3 + number, 1, f"{number}.")
        put(sheet, 3 + number, 2, step)
    row = 3 + len(_STEPS) + 2
    put_bold(sheet, row, 1, WHO)
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=_FILL_COLOUR)
    sheet.cell(row, 2).number_format = TEXT
    row += 2
    put_heads(sheet, row, (HEADS["soort"], "Wanneer kiest u dit?"))
    for number, kind in enumerate(remark_kinds().values(), start=row + 1):
        put(sheet, number, 1, kind.word)
        put(sheet, number, 2, kind.meaning)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 110
    for_paper(sheet, dossier.title, dossier.subtitle)


def _write_answers(sheet: Worksheet, dossier: Dossier, lists: ChoiceLists) -> None:
    from openpyxl.styles import Alignment, PatternFill

    rows = list(_rows(dossier))
    fill(sheet, list(_COLUMNS), rows, None, dossier.title, dossier.subtitle)
    for number, (head, text) in enumerate(_COLUMNS.items(), start=1):
        longest = max((len(str(row[number - 1])) for row in rows if row[number - 1]), default=0)
        fitting = min(max(longest, len(head)) * _WIDE_LETTERS + 3, _WIDEST)
        sheet.column_dimensions[column_letter(number)].width = _WIDTHS.get(head, fitting)
        if text:
            explain(sheet, number, text)
        if head in _WIDTHS:
            # As text, so that Excel makes no number, date or formula of what somebody writes.
            sheet.column_dimensions[column_letter(number)].number_format = TEXT
            for below in range(2, len(rows) + 2):
                cell = sheet.cell(below, number)
                cell.number_format = TEXT
                cell.fill = PatternFill("solid", fgColor=_FILL_COLOUR)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, start=2):
        lines = max(ceil(len(str(value)) * _WIDE_LETTERS / _WIDEST) for value in row if value)
        sheet.row_dimensions[number].height = _LINE_HEIGHT * max(lines, _LINES)
    letter = column_letter(list(_COLUMNS).index(HEADS["soort"]) + 1)
    lists.offer(sheet, letter, len(rows) + 1 + _ROWS_TO_ADD, HEADS["soort"], tuple(remark_kinds()))
    sheet.freeze_panes = "C2"


def _rows(dossier: Dossier) -> Iterator[list[Cell]]:
    """A row for each place to answer, with the chapter that it stands in."""
    chapter = ""
    for block in (*dossier.blocks, *dossier.annex):
        if isinstance(block, Section) and block.level == 1:
            chapter = block.text
        elif isinstance(block, AnswerPlace):
            yield [chapter, block.name, block.question or None, None, None, None, block.element, block.version]
