"""PDF: page by page through PDFium; headings by type size, bookmarks and numbers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.apart import read_apart
from beleidsspoor.graph.documents.assembling import assemble
from beleidsspoor.graph.documents.joining import word_set
from beleidsspoor.graph.documents.limits import LIMITS, check_file, refuse
from beleidsspoor.graph.documents.marks import item_mark
from beleidsspoor.graph.documents.model import EMPTY, FAIR, GOOD, UNREAD, Block, Document, Heading, LeftOut, Page
from beleidsspoor.graph.documents.pdf_page import PageContent, read_page
from beleidsspoor.graph.documents.pdf_running import find_running
from beleidsspoor.graph.documents.pdf_text import PdfLine, page_lines
from beleidsspoor.graph.documents.tables_in_text import join_over_pages
from beleidsspoor.graph.documents.text_lines import Layout, TextLine
from beleidsspoor.graph.faults import Fault

#: Type this many times the size of the running text is that of a heading.
_HEADING_SIZE = 1.12
_HEADING_LENGTH = 160
_LEVELS = 6
#: A page with fewer characters than this beside a picture over most of it is a scan with a stamp or a page number.
_FEW_CHARACTERS = 40
_MOSTLY_PICTURE = 0.5
#: Shares of characters without a letter: above the first a page is doubtful, above the second it is not read.
_SOME_UNMAPPED, _MANY_UNMAPPED = 0.02, 0.3
_OCR_ADVICE = (
    "Maak er eerst doorzoekbare tekst van (OCR), bijvoorbeeld met OCRmyPDF of de scanner, en lees het document opnieuw."
)
_PASSWORD_ERROR = 4


@dataclass
class _Reading:
    """What has been read so far: the lines of each page, and how each page was."""

    pages: list[list[PdfLine]] = field(default_factory=list)
    found: list[Page] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def read_pdf(path: Path) -> Document:
    """The PDF at `path`, read in a process of its own. Raises InputFaults as `read_pdf_here` does.

    A few kilobytes of PDF can ask for gigabytes and hours, and PDFium cannot be stopped halfway; a process can.
    """
    check_file(path, LIMITS.file)
    return read_apart(path, "pdf", "read_pdf_here")


def read_pdf_here(path: Path) -> Document:
    """The PDF at `path`. Raises InputFaults when it is locked, broken, or larger than LIMITS allow.

    A page that holds only a picture, or that PDFium cannot read, is told in `warnings`; the rest is still read.
    """
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    check_file(path, LIMITS.file)
    try:
        source = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        _refuse_pdf(path, getattr(error, "err_code", None))
    try:
        if len(source) > LIMITS.pages:
            refuse(
                path,
                f"Deze PDF heeft meer dan {LIMITS.pages} bladzijden; dat wordt niet gelezen.",
                "Splits het document.",
            )
        if len(source) == 0:
            refuse(path, "Deze PDF heeft geen bladzijden.", "Open het bestand in een PDF-lezer en bewaar het opnieuw.")
        reading = _read_pages(path, source, pdfium, raw)
        bookmarks = _bookmarks(source, pdfium)
    finally:
        source.close()
    return _document(path, reading, bookmarks)


def _refuse_pdf(path: Path, code: int | None) -> None:
    if code == _PASSWORD_ERROR:
        refuse(
            path,
            "Deze PDF is beveiligd met een wachtwoord.",
            "Open het bestand met het wachtwoord, druk het af naar een nieuwe PDF en lees die.",
        )
    refuse(path, "Deze PDF is beschadigd of is geen PDF.", "Open het bestand in een PDF-lezer en bewaar het opnieuw.")


def _read_pages(path: Path, source: Any, pdfium: Any, raw: Any) -> _Reading:
    reading = _Reading()
    begun = time.monotonic()
    for number in range(1, len(source) + 1):
        if time.monotonic() - begun > LIMITS.seconds:
            message = f"Het lezen duurt langer dan {LIMITS.seconds:.0f} seconden, en is gestopt bij bladzijde {number}."
            refuse(path, message, "Splits het document.")
        try:
            page = source[number - 1]
        except pdfium.PdfiumError:
            reading.pages.append([])
            _add_page(path, reading, Page(number, 0, 0, 0, 0, UNREAD, "Deze bladzijde is beschadigd."))
            continue
        try:
            content = read_page(page, raw)
        finally:
            page.close()
        lines = page_lines(content, number)
        reading.pages.append(lines)
        _add_page(path, reading, _graded(number, content, lines))
    return reading


def _add_page(path: Path, reading: _Reading, page: Page) -> None:
    reading.found.append(page)
    if page.grade in (FAIR, UNREAD):
        advice = _OCR_ADVICE if page.grade == UNREAD else "Vergelijk de bladzijde met het origineel."
        reading.warnings.append(Fault(str(path), None, None, f"Bladzijde {page.number}: {page.remark}", advice))


def _graded(number: int, content: PageContent, lines: Sequence[PdfLine]) -> Page:
    characters = content.characters
    tables = sum(1 for index, line in enumerate(lines) if line.cells and (index == 0 or lines[index - 1].cells is None))
    grade, remark = GOOD, ""
    if characters < _FEW_CHARACTERS and content.pictures >= _MOSTLY_PICTURE:
        grade, remark = UNREAD, "dit is een afbeelding (een scan) zonder tekst die te lezen is."
    elif not characters and content.pictures:
        grade, remark = UNREAD, "hier staat alleen een afbeelding; tekst daarin is niet te lezen."
    elif not characters:
        grade, remark = EMPTY, "Op deze bladzijde staat geen tekst."
    elif content.unmapped > _MANY_UNMAPPED * characters:
        grade, remark = UNREAD, "de letters zijn niet te lezen: het lettertype zegt niet welke letters het zijn."
    elif content.unmapped > _SOME_UNMAPPED * characters:
        grade, remark = FAIR, "een deel van de letters is niet te lezen."
    elif content.cut:
        grade, remark = FAIR, f"er staan meer dan {LIMITS.page_characters} tekens op; de rest is niet gelezen."
    return Page(number, 0, 0, characters, tables, grade, remark)


def _bookmarks(source: Any, pdfium: Any) -> dict[tuple[int, str], int]:
    """The levels of the headings that the bookmarks of the PDF name, by page and text."""
    levels: dict[tuple[int, str], int] = {}
    try:
        for bookmark in source.get_toc(max_depth=_LEVELS):
            target = bookmark.get_dest()
            page = target.get_index() if target is not None else None
            if page is not None and len(levels) < LIMITS.pages:
                levels[page + 1, _plain(bookmark.get_title())] = bookmark.level + 1
    except pdfium.PdfiumError:
        # Broken bookmarks are no loss of text: the type sizes still tell the headings.
        return levels
    return levels


def _plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _document(path: Path, reading: _Reading, bookmarks: Mapping[tuple[int, str], int]) -> Document:
    running, left_out = find_running(reading.pages)
    scale = _Scale.of([line for lines in reading.pages for line in lines if id(line) not in running])
    texts: list[str] = []
    rows: list[TextLine] = []
    pages: list[Page] = []
    for page, lines in zip(reading.found, reading.pages, strict=True):
        first = len(texts) + 1
        texts.extend(line.text for line in lines)
        kept = [(first + index, line) for index, line in enumerate(lines) if id(line) not in running]
        rows.extend(_text_lines(kept, scale, bookmarks))
        pages.append(Page(page.number, first, len(texts), page.characters, page.tables, page.grade, page.remark))
    layout = Layout(80, word_set(texts))
    blocks = join_over_pages(assemble(rows, layout))
    return Document(
        file=str(path),
        form="pdf",
        lines=tuple(texts),
        blocks=tuple(blocks),
        pages=tuple(pages),
        paged=True,
        title=_title(blocks, pages),
        left_out=left_out,
        warnings=(*reading.warnings, *_told(path, left_out)),
    )


def _told(path: Path, left_out: Sequence[LeftOut]) -> Iterator[Fault]:
    heads = [out for out in left_out if out.kind != "paginanummer"]
    if heads:
        said = "; ".join(f"'{out.text}' ({out.times} bladzijden)" for out in heads[:5])
        message = f"Kop- en voetregels die terugkomen zijn weggelaten: {said}."
        yield Fault(str(path), None, None, message, "Kijk of dit geen gewone tekst is.")


@dataclass(frozen=True)
class _Scale:
    """Which type sizes are those of headings: the size of the running text, and from large to small those above it."""

    body: float
    sizes: tuple[float, ...]

    @classmethod
    def of(cls, lines: Sequence[PdfLine]) -> _Scale:
        weights: Counter[float] = Counter()
        for line in lines:
            weights[_rounded(line.size)] += len(line.text)
        if not weights:
            return cls(10.0, ())
        body = weights.most_common(1)[0][0]
        larger = {
            _rounded(line.size)
            for line in lines
            if line.cells is None and len(line.text) <= _HEADING_LENGTH and line.size >= _HEADING_SIZE * body
        }
        return cls(body, tuple(sorted(larger, reverse=True)))

    def level(self, line: PdfLine) -> int | None:
        """The level that the type size of this line tells, or None for running text."""
        size = _rounded(line.size)
        if (
            size not in self.sizes
            or len(line.text) > _HEADING_LENGTH
            or (item_mark(line.text) and line.text[0] in "-•")
        ):
            return None
        return min(self.sizes.index(size) + 1, _LEVELS)


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _text_lines(
    kept: Sequence[tuple[int, PdfLine]], scale: _Scale, bookmarks: Mapping[tuple[int, str], int]
) -> Iterator[TextLine]:
    for index, (number, line) in enumerate(kept):
        above = kept[index - 1][1] if index else None
        below = kept[index + 1][1] if index + 1 < len(kept) else None
        level = None
        if line.cells is None:
            level = bookmarks.get((line.page, _plain(line.text))) or scale.level(line)
            if level is None and _is_bold_heading(line, above, below):
                level = min(len(scale.sizes) + 1, _LEVELS)
        yield TextLine(
            text=line.text,
            number=number,
            indent=round(line.indent / 5),
            gap=line.gap,
            page=line.page,
            page_top=index == 0,
            bold=line.bold,
            level=level,
            cells=line.cells,
            header=line.header,
            repeated=line.repeated,
            short=line.short,
        )


def _is_bold_heading(line: PdfLine, above: PdfLine | None, below: PdfLine | None) -> bool:
    """Whether a line in bold is a heading: no sentence, white space or a table above, other type below."""
    if not line.bold or below is None or len(line.text) > _HEADING_LENGTH or line.text.endswith((".", ",", ";", ":")):
        return False
    if item_mark(line.text) and not line.text[0].isdigit():
        return False
    free = (
        above is None
        or line.gap
        or above.cells is not None
        or above.page != line.page
        or above.bold
        or above.size > line.size
    )
    return free and (not below.bold or below.gap or below.cells is not None)


def _title(blocks: Sequence[Block], pages: Sequence[Page]) -> str | None:
    """The first heading of the first level on the first page with text."""
    first = next((page.number for page in pages if page.characters), None)
    for block in blocks:
        if isinstance(block, Heading) and block.sure and block.level == 1 and block.span.page == first:
            return block.printed
    return None
