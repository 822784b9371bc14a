"""Worksheets as an Excel user expects them: how a sheet of rows looks, on screen and on paper, and how it is saved."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.scope import STATE_WORDS
from beleidsspoor.graph.words import Cell, in_words, starts_formula, visible

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

#: Background and text colour of each state; the text is at least 7 : 1 against its background.
STATE_COLOURS = {
    "gedekt": ("DDF1E4", "0F5132"),
    "gat": ("FBDADF", "7D0013"),
    "bewust_open": ("EBDDF5", "4A1670"),
    "niet_onderzocht": ("E6E9EE", "36404F"),
}

#: How a date is shown.
DAY_FIRST = "dd-mm-yyyy"
_HEAD_COLOURS = ("0B3D6B", "FFFFFF")
#: The names of the styles, as Excel shows them.
_CELL, _BOLD, _HEAD = "Beleidsspoor cel", "Beleidsspoor vet", "Beleidsspoor kop"
#: A style without a font is set in whatever a program likes.
_FONT: dict[str, Any] = {"name": "Calibri", "size": 11}
_NARROWEST, _WIDEST = 9, 56
#: Limits of Excel itself.
_LONGEST_NAME, _LONGEST_CELL, _LONGEST_HEADER = 31, 32767, 200
#: How many places of one element stand in a cell; Excel shows no more than some thirty lines.
_PLACES = 10
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
#: Every file gets this date, so that the same report gives the same bytes.
_DATE = datetime.datetime(2000, 1, 1)


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """A good and unique sheet name for each text, of at most 31 signs.

    >>> sheet_names(["acties-zonder-doel", "acties/zonder/doel"])
    ['Acties zonder doel', 'Acties zonder doel 2']
    """
    taken: set[str] = set()
    names = []
    for text in wanted:
        words = " ".join(_NOT_IN_NAME.sub(" ", visible(text).replace("-", " ")).split()) or "Blad"
        name = _cut(words[:1].upper() + words[1:], _LONGEST_NAME)
        number = 2
        while name.casefold() in taken:
            end = f" {number}"
            name = _cut(words[:1].upper() + words[1:], _LONGEST_NAME - len(end)) + end
            number += 1
        taken.add(name.casefold())
        names.append(name)
    return names


def new_workbook() -> Workbook:
    """An empty workbook with the styles of this module, by which a user can restyle all sheets at once."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill

    top, middle = Alignment(wrap_text=True, vertical="top"), Alignment(wrap_text=True, vertical="center")
    workbook = Workbook()
    workbook.add_named_style(NamedStyle(_CELL, font=Font(**_FONT), alignment=top))
    workbook.add_named_style(NamedStyle(_BOLD, font=Font(**_FONT, bold=True), alignment=top))
    coloured = [(_HEAD, middle, *_HEAD_COLOURS)]
    coloured += [(STATE_WORDS[state], top, *colours) for state, colours in STATE_COLOURS.items()]
    for name, alignment, back, front in coloured:
        background, font = PatternFill("solid", fgColor=back), Font(**_FONT, bold=True, color=front)
        workbook.add_named_style(NamedStyle(name, font=font, fill=background, alignment=alignment))
    return workbook


def put(sheet: Worksheet, row: int, column: int, value: Cell, style: str = _CELL) -> None:
    """Write one value: a number as a number, anything else as text that is never a formula. Skips what is empty."""
    if value in (None, "", ()):
        return
    cell = sheet.cell(row, column)
    cell.style = style
    if isinstance(value, int | float) and not isinstance(value, bool):
        cell.value = value
        return
    text = in_words(value, limit=_PLACES)
    cell.value = text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
    cell.data_type = "s"
    if starts_formula(text):
        cell.quotePrefix = True


def put_date(sheet: Worksheet, row: int, column: int, day: datetime.date) -> None:
    """Write a date that Excel can count with, shown with the day first."""
    cell = sheet.cell(row, column)
    cell.style = _CELL
    cell.value = day
    cell.number_format = DAY_FIRST


def put_link(sheet: Worksheet, row: int, column: int, name: str) -> None:
    """Write the name of a sheet as a link to that sheet."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    put(sheet, row, column, name)
    cell = sheet.cell(row, column)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!A1")
    cell.font = Font(**_FONT, color="0B5CAD", underline="single")


def put_bold(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text in bold."""
    put(sheet, row, column, text, _BOLD)


def put_title(sheet: Worksheet, text: str) -> None:
    """Write the title of a sheet, at its top."""
    from openpyxl.styles import Alignment, Font

    put(sheet, 1, 1, text)
    sheet["A1"].font, sheet["A1"].alignment = Font(**_FONT | {"size": 16}, bold=True), Alignment(wrap_text=False)


def put_state(sheet: Worksheet, row: int, column: int, state: str) -> None:
    """Write a state as its word, with its colour."""
    put(sheet, row, column, STATE_WORDS[state], STATE_WORDS[state])


def put_head(sheet: Worksheet, row: int, column: int, head: str) -> None:
    """Write one head."""
    put(sheet, row, column, head, _HEAD)


def put_heads(sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
    """Write a row of heads."""
    for column, head in enumerate(heads, start=1):
        put_head(sheet, row, column, head)


def put_block(sheet: Worksheet, row: int, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    """Write heads with rows under them; returns the row where the next block can start."""
    put_heads(sheet, row, heads)
    for number, cells in enumerate(rows, start=row + 1):
        for column, value in enumerate(cells, start=1):
            put(sheet, number, column, value)
    return row + len(rows) + 2


def fill(
    sheet: Worksheet, heads: Sequence[str], rows: Sequence[Sequence[Cell]], state: int | None, title: str, note: str
) -> None:
    """Make a sheet of rows: heads that stay in sight and can be filtered on, and columns as wide as what is in them.

    `state` is the position of the column that holds states. On paper `title` stands above every page and `note` below.
    """
    put_heads(sheet, 1, heads)
    for number, row in enumerate(rows, start=2):
        for position, value in enumerate(row):
            if position == state and value is not None:
                put_state(sheet, number, position + 1, str(value))
            else:
                put(sheet, number, position + 1, value)
    texts = [[in_words(row[position], limit=_PLACES) for row in rows] for position in range(len(heads))]
    make_up(sheet, heads, texts, title, note)


def make_up(sheet: Worksheet, heads: Sequence[str], texts: Sequence[Sequence[str]], title: str, note: str) -> None:
    """Give a sheet of rows its looks; `texts` are what is seen in each column, below its head."""
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{_letter(max(len(heads), 1))}{max(map(len, texts), default=0) + 1}"
    for column, (head, cells) in enumerate(zip(heads, texts, strict=True), start=1):
        set_width(sheet, column, [head, *cells])
    sheet.print_title_rows = "1:1"
    for_paper(sheet, title, note)


def set_width(sheet: Worksheet, column: int, texts: Iterable[str]) -> None:
    """Make a column as wide as the longest line in it, within limits."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    sheet.column_dimensions[_letter(column)].width = min(max(longest + 3, _NARROWEST), _WIDEST)


def for_paper(sheet: Worksheet, title: str, note: str) -> None:
    """Set a sheet to A4 landscape, one page wide, with a title, a note and page numbers."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(left=_HeaderFooterPart(_header(title)))
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(_header(note)), right=_HeaderFooterPart("Blad &P van &N")
    )


def save(workbook: Workbook) -> bytes:
    """The workbook as bytes that depend on its content alone: fixed dates, inside and in the archive."""
    from openpyxl.writer.excel import ExcelWriter

    workbook.properties.creator = "beleidsspoor"
    workbook.properties.created = workbook.properties.modified = _DATE
    written = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED)).save()
    result = io.BytesIO()
    with zipfile.ZipFile(written) as made, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _DATE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = made.read(name)
            if name.startswith("xl/worksheets/"):
                # A height that is not the user's own: a row grows when more is typed in it.
                content = content.replace(b' customHeight="1"', b"")
            archive.writestr(entry, content)
    return result.getvalue()


def _cut(text: str, length: int) -> str:
    """The text, cut between words when it is too long."""
    if len(text) <= length:
        return text
    start = text[: length - 1]
    whole = start.rpartition(" ")[0]
    return (whole if len(whole) > length // 2 else start).rstrip() + "…"


def _header(text: str) -> str:
    """A text for the head or foot of a page, where & starts a code."""
    shown = " ".join(visible(text).split())
    return (shown if len(shown) <= _LONGEST_HEADER else shown[: _LONGEST_HEADER - 1] + "…").replace("&", "&&")


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
