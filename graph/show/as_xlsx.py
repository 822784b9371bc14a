"""Reports as an Excel workbook: first what it is about, then the overview, then a sheet per question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.sheets import (
    fill,
    for_paper,
    new_workbook,
    put,
    put_block,
    put_bold,
    put_link,
    put_state,
    put_title,
    save,
    sheet_names,
)
from beleidsspoor.graph.scope import STATE_WORDS, STATES
from beleidsspoor.graph.show.as_csv import overview_rows
from beleidsspoor.graph.show.report import STATE_MEANINGS, Report
from beleidsspoor.graph.show.tables import Kind, Table
from beleidsspoor.graph.words import Cell

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_COVER = "Uitleg en bronnen"
_OVERVIEW = "Overzicht"
_PER_THEMA = "Overzicht per thema"
_COVER_WIDTHS = (36, 70, 24, 14, 14, 16, 10)


def to_xlsx(report: Report) -> bytes:
    """The report as the bytes of an .xlsx file. The same report gives the same bytes."""
    workbook = new_workbook()
    cover = workbook.active
    assert cover is not None
    fixed = [_COVER] if report.overview is None else [_COVER, _OVERVIEW, _PER_THEMA]
    names = sheet_names([*fixed, *(table.name for table in report.tables)])
    cover.title = names[0]
    if report.overview is not None:
        _overview(workbook, report)
    questions = names[len(fixed) :]
    for name, table in zip(questions, report.tables, strict=True):
        _question(workbook.create_sheet(name), table, _note(report))
    _cover(cover, report, questions)
    return save(workbook)


def _overview(workbook: Workbook, report: Report) -> None:
    """Two sheets: the counts per municipality, and the same per thema, so that a filter never counts a row twice."""
    assert report.overview is not None
    heads, rows = overview_rows(report.overview, lambda document: document.date)
    titles = [STATE_WORDS.get(head, head).replace("_", " ").capitalize() for head in heads]
    whole = [[*row[:2], *row[5:]] for row in rows if row[2] is None]
    fill(workbook.create_sheet(_OVERVIEW), [*titles[:2], *titles[5:]], whole, None, report.title, _note(report))
    per_thema = [row for row in rows if row[2] is not None]
    fill(workbook.create_sheet(_PER_THEMA), titles, per_thema, None, f"{report.title} per thema", _note(report))


def _question(sheet: Worksheet, table: Table, note: str) -> None:
    """The rows of a question, without the columns for programs."""
    shown = [index for index, column in enumerate(table.columns) if column.kind is not Kind.MACHINE]
    kinds = [table.columns[index].kind for index in shown]
    state = kinds.index(Kind.STATE) if Kind.STATE in kinds else None
    rows = [[row[index] for index in shown] for row in table.rows]
    fill(sheet, [table.columns[index].title for index in shown], rows, state, table.title, note)


def _cover(sheet: Worksheet, report: Report, names: list[str]) -> None:
    """The first sheet: filter, version of the register, sources, states, and the questions with their counts."""
    from openpyxl.utils import get_column_letter

    put_title(sheet, report.title)
    put_bold(sheet, 3, 1, "Filter")
    put(sheet, 3, 2, report.origin.filter)
    put_bold(sheet, 4, 1, "Register")
    put(sheet, 4, 2, report.origin.register)
    documents = report.origin.documents
    sources: list[list[Cell]] = [[each.short_title, each.title, each.gemeente_name, each.date] for each in documents]
    row = put_block(sheet, 6, ["Bron", "Titel", "Gemeente", "Datum"], sources)
    # Remarks and sign-offs have states of their own, and no counts.
    counted = report.overview is not None or any(table.tellingen is not None for table in report.tables)
    if counted:
        states = row + 1
        meanings: list[list[Cell]] = [[None, meaning] for meaning in STATE_MEANINGS.values()]
        row = put_block(sheet, row, ["Toestand", "Wat het betekent"], meanings)
        for number, state in enumerate(STATE_MEANINGS, start=states):
            put_state(sheet, number, 1, state)
    start = row + 1
    heads = ["Blad", "Waar het over gaat", "Rijen"]
    if counted:
        heads = ["Vraag", "Wat de vraag betekent", *(word.capitalize() for word in STATE_WORDS.values()), "Rijen"]
    asked = zip(names, report.tables, strict=True)
    rows = [[name, f"{table.title}\n{table.uitleg}", *_counts(table, counted=counted)] for name, table in asked]
    put_block(sheet, row, heads, rows)
    for offset, name in enumerate(names):
        put_link(sheet, start + offset, 1, name)
    for column, width in enumerate(_COVER_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for_paper(sheet, report.title, _note(report))


def _counts(table: Table, *, counted: bool) -> list[Cell]:
    """The four counts, in a report that has them, and how many rows the sheet has."""
    if not counted:
        return [len(table.rows)]
    counts: list[Cell] = [None] * len(STATES) if table.tellingen is None else list(table.tellingen.values())
    return [*counts, len(table.rows)]


def _note(report: Report) -> str:
    return f"Register {report.origin.register}. Filter: {report.origin.filter}."
