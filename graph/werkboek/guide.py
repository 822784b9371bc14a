"""The first two sheets of the workbook: how to work in it, and what each column means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from beleidsspoor.graph.excel.row_heights import fit_heights
from beleidsspoor.graph.excel.sheets import fill, for_paper, put, put_bold, put_heads, put_link, put_title
from beleidsspoor.graph.excel.table_sheets import column_letter, heading, sheet_name
from beleidsspoor.graph.register.schema import Schema, Table
from beleidsspoor.graph.werkboek.baseline import Baseline
from beleidsspoor.graph.werkboek.explaining import how_to_fill, what_may_stand
from beleidsspoor.graph.werkboek.form import COLUMNS
from beleidsspoor.graph.words import Cell, thousands

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (26, 90, 10)
_HOW = (
    "Elk blad is een tabel van het register, elke rij is één ding. Rust met de muis op een kop: dan leest u wat de "
    f"kolom betekent. Alles bij elkaar staat op het blad {COLUMNS}.",
    "Verander wat u wilt. Alleen wat u verandert, komt in het register. De rest blijft precies zoals het is.",
    "Een nieuwe rij: typ haar onder de laatste rij. Laat het id leeg, dan maakt het programma er een.",
    "Een rij weg: verwijder de hele rij. Bij het overnemen vraagt het programma of u dat echt wilt. Wijst een andere "
    "rij nog naar haar, dan zegt het programma welke.",
    "Een verwijzing kiest u bij naam. Zijn er twee met dezelfde naam, dan staat erachter wat ze uit elkaar houdt. "
    "Verwijst u naar een rij die u zelf net toevoegt, typ dan haar naam.",
    "Meer namen in een cel: zet er ; tussen, of zet elke naam op een nieuwe regel (Alt+Enter).",
    "U mag rijen sorteren en filteren, kolommen verplaatsen en eigen kolommen of bladen toevoegen. Die laatste komen "
    "niet in het register. Verander de koppen, de namen van de bladen en de id's niet, en voeg geen cellen samen.",
    "Zet de uitkomst in de cel en geen formule.",
    "Een nieuwe vindplaats: vul document, regel van en regel tot in, en laat vingerafdruk leeg. Andere rijen noemen "
    "haar zo: MAG 2025, regel 12-14. Geef bij het overnemen met --bronnen de map met de documenten.",
    "Werken er meer mensen in een eigen kopie? Dat kan. Veranderen twee mensen dezelfde cel, dan ziet de tweede bij "
    "het overnemen welke cel dat is. Er wordt niets overschreven.",
    "Klaar? Bewaar het bestand als .xlsx en geef de opdracht: beleidsspoor werkboek --neem-over BESTAND. Alles wordt "
    "eerst nagekeken. Maak daarna een nieuw werkboek om verder te werken.",
)


def write_guide(sheet: Worksheet, tables: Sequence[Table], baseline: Baseline, note: str) -> None:
    """Fill the first sheet; `tables` are in the order of their sheets."""
    from openpyxl.styles import Alignment

    title = f"Het register van {baseline.ruimte}"
    put_title(sheet, title)
    put(sheet, 2, 1, note)
    sheet["A2"].alignment = Alignment(wrap_text=False)
    put_bold(sheet, 4, 1, "Zo werkt u in dit werkboek")
    sheet["A4"].alignment = Alignment(wrap_text=False)
    for number, text in enumerate(_HOW, start=1):
        put(sheet, 4 + number, 1, f"{number}. {text}")
        sheet.merge_cells(start_row=4 + number, end_row=4 + number, start_column=1, end_column=len(_WIDTHS))
    start = 4 + len(_HOW) + 2
    put_heads(sheet, start, ("Blad", "Wat een rij is", "Rijen"))
    for number, table in enumerate(tables, start=start + 1):
        rows = len(baseline.rows[table.name])
        put_link(sheet, number, 1, sheet_name(table))
        put(sheet, number, 2, f"{table.title}. {table.meaning}")
        put(sheet, number, 3, thousands(rows) if rows else "nog leeg")
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[column_letter(column)].width = width
    fit_heights(sheet)
    for_paper(sheet, title, note)


def write_columns(sheet: Worksheet, tables: Sequence[Table], schema: Schema, note: str) -> None:
    """Fill the sheet with what each column means."""
    heads = ("Blad", "Kolom", "Uitleg", "Verplicht", "Meer mag", "Zo vult u het in", "Wat er mag staan")
    rows: list[list[Cell]] = [
        [
            sheet_name(table), heading(column), column.description, column.required, column.many,
            how_to_fill(column), what_may_stand(column, schema),
        ]
        for table in tables
        for column in table.columns
    ]  # fmt: skip
    fill(sheet, heads, rows, None, "Wat elke kolom betekent", note)
    sheet.freeze_panes = "C2"
    fit_heights(sheet)
