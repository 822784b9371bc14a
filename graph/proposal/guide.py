"""The first sheet of a proposal: what it is, how to judge it, what was read and how well, and what stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from beleidsspoor.graph.documents.model import GOOD, GRADES
from beleidsspoor.graph.excel.row_heights import fit_heights
from beleidsspoor.graph.excel.sheets import for_paper, put, put_bold, put_heads, put_title
from beleidsspoor.graph.excel.table_sheets import sheet_name
from beleidsspoor.graph.proposal.form import MISSED
from beleidsspoor.graph.proposal.missed import share_told
from beleidsspoor.graph.proposal.model import STANDS, Proposal
from beleidsspoor.graph.proposal.paper import set_margins
from beleidsspoor.graph.recognise.model import CERTAINTIES
from beleidsspoor.graph.register.schema import Table
from beleidsspoor.graph.words import Cell, thousands

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (26, 78, 18, 17, 13, 11, 15, 11)
_HOW = (
    "Elk blad is een tabel van het register. Elke rij is een voorstel, met de passage waar het uit komt.",
    "Lees de passage. Klopt de rij, kies dan bij oordeel: ja. Klopt zij niet: nee. Weet u het nog niet: later.",
    "U mag cellen verbeteren voordat u ja kiest. De naam van een actie of rol is kort: hoogstens twaalf eigen woorden.",
    "Stand: nieuw = staat nog niet in het register. Hetzelfde = staat er al; u hoeft niets te doen. Veranderd = het "
    "document zegt nu iets anders; de kolom verschil zegt wat.",
    "Let op: hier staat wat het programma gokte, inkortte of niet kon vinden. Kijk dat na voordat u ja kiest.",
    "U ziet alleen de kolommen die u nodig hebt om te oordelen. De andere, zoals id en vindplaatsen, staan achter het "
    "plusje boven de laatste kolom.",
    "Op de bladen Metingen en Bedragen mag het oordeel leeg blijven: het cijfer volgt de indicator of budgetpost.",
    "Hangt een rij onder een andere nieuwe rij (onderdeel_van), dan moet ook die op ja staan. Dat geldt ook voor het "
    "document zelf, op het blad Documenten. De vindplaatsen gaan vanzelf mee.",
    "Op het blad Verbanden staat wat een indicator meet en aan welk programma een doel of actie bijdraagt, als het "
    "document dat zelf zegt. Kies alleen ja als u het ermee eens bent.",
    f"Het blad '{MISSED}' heeft de passages waarin niets is herkend. Hoort daar iets bij, voeg dan zelf een rij toe "
    "op het goede blad. Vul de naam in, zet de vindplaats van de passage in de kolom vindplaatsen en kies bij oordeel: "
    "ja. Het id mag leeg blijven: dat maakt neem-over van de naam.",
    "U mag rijen sorteren en kolommen verplaatsen. Verander de koppen en de namen van de bladen niet.",
    "Drukt u een blad af, haal dan eerst bij stand met het filter weg wat hetzelfde is. Bij een cijfer komt de passage "
    "niet op papier: die staat bij de indicator of budgetpost.",
    "Klaar? Bewaar het bestand en geef de opdracht: beleidsspoor neem-over BESTAND. U ziet eerst alle fouten.",
)


def write_guide(sheet: Worksheet, proposal: Proposal, tables: Sequence[Table], note: str) -> None:
    """Fill the sheet. `tables` are the tables that have a sheet to judge."""
    from openpyxl.utils import get_column_letter

    title = f"Voorstel voor het register van {proposal.ruimte}"
    put_title(sheet, title)
    row = 3
    for doubt in proposal.doubts:
        put_bold(sheet, row, 1, f"Let op. {doubt}")
        row = _below(sheet, row)
    row += bool(proposal.doubts)
    put_bold(sheet, row, 1, "Zo beoordeelt u het voorstel")
    row += 1
    for number, text in enumerate(_HOW, start=1):
        put(sheet, row, 1, f"{number}. {text}")
        row = _below(sheet, row)
    row += 1
    for heads, rows in (
        (("Document", "Titel", "Id", "Blz gelezen", "Tekens", "Tabellen", "Passages", "Herkend"), _documents(proposal)),
        (("Blad", "Inhoud", *(stand.capitalize() for stand in STANDS), *CERTAINTIES), _counts(proposal, tables)),
        (("Gelezen bladzijden", "Wat er geteld is", *(grade.capitalize() for grade in GRADES)), _grades(proposal)),
        (("Bladzijde om na te kijken", "Waarom", "Cijfer", "Tekens"), _pages(proposal)),
        (("Waarschuwing", "Wat er is en wat u kunt doen", "Regel"), _warnings(proposal)),
        (("Signaal", "Wat opvalt in het document", "Regel", "Soort"), _signals(proposal)),
        (("Weggelaten", "Tekst", "Hoe vaak", "Soort"), _left_out(proposal)),
    ):
        if rows:
            row = _block(sheet, row, heads, rows)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    fit_heights(sheet)
    for_paper(sheet, title, note)
    set_margins(sheet)


def _below(sheet: Worksheet, row: int) -> int:
    """Let a text run on over the whole width; returns the row below it."""
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
    return row + 1


def _block(sheet: Worksheet, row: int, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    """Heads with rows under them; returns the row where the next block can start."""
    put_heads(sheet, row, heads)
    for number, cells in enumerate(rows, start=row + 1):
        for column, value in enumerate(cells, start=1):
            put(sheet, number, column, value)
    return row + len(rows) + 2


def _documents(proposal: Proposal) -> list[list[Cell]]:
    titles = {row.id: row.cells["titel"][0] for row in proposal.rows_of("documenten")}
    rows: list[list[Cell]] = []
    for reference, read in proposal.documents.items():
        document, pages = read.document, read.document.pages
        missed = [each for each in proposal.missed if each.document == reference]
        total, told = share_told(document, missed)
        good = len(pages) - len(document.unread_pages)
        read_pages = f"{good} van {len(pages)}" if document.paged else "geen bladzijden"
        characters, tables = sum(page.characters for page in pages), sum(page.tables for page in pages)
        rows.append([read.name, titles[reference], reference, read_pages, thousands(characters), tables, total, told])
    return rows


def _counts(proposal: Proposal, tables: Sequence[Table]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for table in tables:
        own = proposal.rows_of(table.name)
        stands = Counter(row.stand for row in own)
        sure = Counter(row.evidence.certainty for row in own if row.evidence is not None)
        counts: list[Cell] = [*(stands[stand] for stand in STANDS), *(sure[certainty] for certainty in CERTAINTIES)]
        rows.append([sheet_name(table), table.title, *counts])
    rows.append([MISSED, "Passages waarin niets is herkend", len(proposal.missed)])
    return rows


def _grades(proposal: Proposal) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for read in proposal.documents.values():
        counted = Counter(page.grade for page in read.document.pages)
        rows.append([read.name, "hoeveel bladzijden hoe goed gelezen zijn", *(counted[grade] for grade in GRADES)])
    return rows


def _pages(proposal: Proposal) -> list[list[Cell]]:
    return [
        [f"{read.name}, blz {page.number}", page.remark, page.grade, page.characters]
        for read in proposal.documents.values()
        for page in read.document.pages
        if page.grade != GOOD
    ]


def _warnings(proposal: Proposal) -> list[list[Cell]]:
    return [
        [read.name, f"{fault.message} {fault.advice}".rstrip(), fault.line]
        for read in proposal.documents.values()
        for fault in read.document.warnings
    ]


def _signals(proposal: Proposal) -> list[list[Cell]]:
    return [
        [read.name, signal.text, signal.line, signal.kind]
        for read in proposal.documents.values()
        for signal in read.recognition.signals
    ]


def _left_out(proposal: Proposal) -> list[list[Cell]]:
    return [
        [read.name, left.text, left.times, left.kind]
        for read in proposal.documents.values()
        for left in read.document.left_out
    ]
