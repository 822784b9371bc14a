"""A proposal as an Excel workbook that a person judges: a guide, a sheet for each class, and what was missed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.choice_lists import LISTS, ChoiceLists
from beleidsspoor.graph.excel.sheets import fill, new_workbook, put, save
from beleidsspoor.graph.excel.table_sheets import TEXT, column_letter, explain, sheet_name
from beleidsspoor.graph.proposal.as_proposed import keep
from beleidsspoor.graph.proposal.columns import lay_out, set_columns
from beleidsspoor.graph.proposal.form import (
    FACT_FORM,
    FACT_RUIMTE,
    FACT_VERSION,
    FACTS,
    FORM,
    GUIDE,
    JUDGEMENT,
    JUDGEMENTS,
    MISSED,
    PLACES,
    PROPOSED,
    SEEN,
)
from beleidsspoor.graph.proposal.guide import write_guide
from beleidsspoor.graph.proposal.model import Proposal, ProposedRow
from beleidsspoor.graph.proposal.paper import fit_on_paper
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.schema import Kind, Schema, Table
from beleidsspoor.graph.words import Cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MISSED_HEADS = ("document", "soort", "sectie", "blz", "regels", "passage", "namen", "vindplaats")
#: Drop-downs and text cells go on below the last row, for rows that the judge adds.
_ROWS_TO_ADD = 200
#: The columns that stay in sight: the judgement, how it stands, the name.
_IN_SIGHT = "D2"
#: What a row hangs under is told by the start of its name.
_LONGEST_ABOVE = 90


def to_workbook(proposal: Proposal, schema: Schema) -> bytes:
    """The proposal as the bytes of an .xlsx file. The same proposal gives the same bytes.

    A table without proposed rows has no sheet; that of the places is hidden. Every cell of the register's columns is
    text, so that Excel does not make a number of `1.10` or a date of `1-2`.
    """
    workbook = new_workbook()
    guide = workbook.active
    assert guide is not None
    guide.title = GUIDE
    tables = [table for table in schema.tables.values() if table.name == PLACES or proposal.rows_of(table.name)]
    # The places are for reference; what is judged comes first.
    tables.sort(key=lambda table: table.name == PLACES)
    lists = ChoiceLists(workbook.create_sheet(LISTS))
    note = f"Voorstel voor {proposal.ruimte}, register {proposal.version}."
    for table in tables:
        sheet = workbook.create_sheet(sheet_name(table))
        _table_sheet(sheet, table, proposal.rows_of(table.name), lists, note)
    _missed_sheet(workbook.create_sheet(MISSED, index=len(workbook.sheetnames) - 1), proposal, note)
    write_guide(guide, proposal, [table for table in tables if table.name != PLACES], note)
    _facts(workbook.create_sheet(FACTS), proposal)
    workbook.move_sheet(LISTS, len(workbook.sheetnames))
    # Places go along with the rows that point to them: nobody judges them.
    for name in (LISTS, FACTS, *(sheet_name(table) for table in tables if table.name == PLACES)):
        workbook[name].sheet_state = "hidden"
    return save(workbook)


def _table_sheet(sheet: Worksheet, table: Table, rows: Sequence[ProposedRow], lists: ChoiceLists, note: str) -> None:
    layout = lay_out(table, rows) if table.name != PLACES else None
    heads = layout.heads if layout is not None else tuple(column.name for column in table.columns)
    fill(sheet, heads, [_cells(row, heads) for row in rows], None, table.title, note)
    last = len(rows) + 1 + _ROWS_TO_ADD
    for number, head in enumerate(heads, start=1):
        column = table.column(head)
        letter = column_letter(number)
        if column is not None or head == JUDGEMENT:
            for row in range(2, len(rows) + 2):
                sheet.cell(row, number).number_format = TEXT
            sheet.column_dimensions[letter].number_format = TEXT
        if head == JUDGEMENT:
            lists.offer(sheet, letter, last, JUDGEMENT, JUDGEMENTS)
        elif column is not None and not column.many and column.kind in (Kind.CHOICE, Kind.BOOLEAN):
            words = ("ja", "nee") if column.kind is Kind.BOOLEAN else tuple(column.choices)
            lists.offer(sheet, letter, last, f"{table.name} {head}", words)
        if column is not None:
            explain(sheet, number, column.description)
    if layout is not None:
        set_columns(sheet, layout)
    sheet.freeze_panes = "B2" if table.name == PLACES else _IN_SIGHT


def _cells(row: ProposedRow, heads: Sequence[str]) -> list[Cell]:
    told: dict[str, Cell] = {name: ";".join(values) for name, values in row.cells.items()}
    evidence = row.evidence
    if evidence is not None:
        told |= {
            "passage": evidence.passage, "blz": evidence.page, "regels": in_lines(evidence.first, evidence.last),
            "waarom": evidence.rule, "zekerheid": evidence.certainty,
        }  # fmt: skip
    told |= {
        "stand": row.stand, "hangt onder": shorten(row.above, _LONGEST_ABOVE), "let op": row.remarks,
        "verschil": row.differences, PROPOSED: keep(row.cells), SEEN: row.seen,
    }  # fmt: skip
    return [told.get(head) for head in heads]


def in_lines(first: int, last: int) -> str:
    """Lines as a reader says them.

    >>> in_lines(12, 12), in_lines(12, 14)
    ('12', '12 t/m 14')
    """
    return str(first) if first == last else f"{first} t/m {last}"


def _missed_sheet(sheet: Worksheet, proposal: Proposal, note: str) -> None:
    rows: list[list[Cell]] = [
        [
            each.document, each.kind, each.section, each.page, in_lines(each.first, each.last), each.passage,
            ", ".join(each.names), each.place,
        ]
        for each in proposal.missed
    ]  # fmt: skip
    fill(sheet, _MISSED_HEADS, rows, None, "Passages waarin niets is herkend", note)
    # Of one document every passage is of that one.
    sheet.column_dimensions["A"].hidden = len(proposal.documents) == 1
    fit_on_paper(sheet)


def _facts(sheet: Worksheet, proposal: Proposal) -> None:
    facts = {FACT_FORM: FORM, FACT_RUIMTE: proposal.ruimte, FACT_VERSION: proposal.version}
    for number, (name, value) in enumerate(facts.items(), start=1):
        put(sheet, number, 1, name)
        put(sheet, number, 2, value)
