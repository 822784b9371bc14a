"""PDF: page by page through PDFium; headings by type size, bookmarks and numbers.

Some things can only be told when the whole document has come by: what the running heads are, which type is that of
headings, which halves of a cut word are words elsewhere. So the lines of each page wait on disk until then, and the
memory that reading takes does not grow with the pages.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.apart import read_apart
from beleidsspoor.graph.documents.assembling import assemble, numbered_chapters
from beleidsspoor.graph.documents.joining import word_set
from beleidsspoor.graph.documents.limits import LIMITS, check_file, refuse
from beleidsspoor.graph.documents.model import (
    EMPTY,
    FAIR,
    GOOD,
    UNREAD,
    Block,
    Document,
    Heading,
    LeftOut,
    Page,
    Table,
)
from beleidsspoor.graph.documents.parts import Part, put_together
from beleidsspoor.graph.documents.pdf_headings import LEVELS, Scale, letters, text_lines
from beleidsspoor.graph.documents.pdf_kept import KeptLines
from beleidsspoor.graph.documents.pdf_page import PageContent, read_page
from beleidsspoor.graph.documents.pdf_running import Edges, Running, find_running
from beleidsspoor.graph.documents.pdf_text import PdfLine, page_lines
from beleidsspoor.graph.documents.tables_in_text import join_over_pages
from beleidsspoor.graph.documents.text_lines import Layout, TextLine
from beleidsspoor.graph.faults import Fault

#: PDFium keeps something of every page it has read; opened anew after so many pages it lets go of that.
_PAGES_OPEN = 100
#: So many blocks are handed over at a time.
_BLOCKS = 100
#: A page with fewer characters than this beside a picture over most of it is a scan with a stamp or a page number.
_FEW_CHARACTERS = 40
_MOSTLY_PICTURE = 0.5
#: Shares of characters without a letter: above the first a page is doubtful, above the second it is not read.
_SOME_UNMAPPED, _MANY_UNMAPPED = 0.02, 0.3
_OCR_ADVICE = (
    "Maak er eerst doorzoekbare tekst van (OCR), bijvoorbeeld met OCRmyPDF of de scanner, en lees het document opnieuw."
)
_PASSWORD_ERROR = 4


@dataclass(slots=True)
class _Reading:
    """What is known of the document when all pages have come by, besides their lines."""

    bookmarks: dict[tuple[int, str], int]
    edges: Edges = field(default_factory=Edges)
    words: set[str] = field(default_factory=set)
    pages: list[Page] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def read_pdf(path: Path) -> Document:
    """The PDF at `path`, read in a process of its own. Raises InputFaults as `read_pdf_in_parts` does.

    A few kilobytes of PDF can ask for gigabytes and hours, and PDFium cannot be stopped halfway; a process can.
    """
    check_file(path, LIMITS.file)
    return read_apart(path, "pdf", "read_pdf_in_parts")


def read_pdf_here(path: Path) -> Document:
    """The PDF at `path`, read in this process. Raises InputFaults as `read_pdf_in_parts` does."""
    return put_together(read_pdf_in_parts(path))


def read_pdf_in_parts(path: Path) -> Iterator[Part | Document]:
    """The PDF at `path` in parts. Raises InputFaults when it is locked, broken, or larger than LIMITS allow.

    A page that holds only a picture, or that PDFium cannot read, is told in `warnings`; the rest is still read.
    """
    check_file(path, LIMITS.file)
    with KeptLines() as kept:
        reading = _read_pages(path, kept)
        yield from _in_parts(path, kept, reading)


def _open(path: Path) -> Any:
    import pypdfium2 as pdfium

    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        _refuse_pdf(path, getattr(error, "err_code", None))


def _refuse_pdf(path: Path, code: int | None) -> None:
    if code == _PASSWORD_ERROR:
        refuse(
            path,
            "Deze PDF is beveiligd met een wachtwoord.",
            "Open het bestand met het wachtwoord, druk het af naar een nieuwe PDF en lees die.",
        )
    refuse(path, "Deze PDF is beschadigd of is geen PDF.", "Open het bestand in een PDF-lezer en bewaar het opnieuw.")


def _read_pages(path: Path, kept: KeptLines) -> _Reading:
    """Go through the pages; their lines go to `kept`."""
    with closing(_open(path)) as source:
        count = len(source)
        if count > LIMITS.pages:
            refuse(
                path,
                f"Deze PDF heeft meer dan {LIMITS.pages} bladzijden; dat wordt niet gelezen.",
                "Splits het document.",
            )
        if not count:
            refuse(path, "Deze PDF heeft geen bladzijden.", "Open het bestand in een PDF-lezer en bewaar het opnieuw.")
        reading = _Reading(_bookmarks(source))
    begun = time.monotonic()
    last = 0
    for number, content in enumerate(_contents(path, count), start=1):
        lines = page_lines(content, number) if content is not None else []
        kept.add(lines)
        reading.edges.add(lines)
        reading.words |= word_set(line.text for line in lines)
        _add_page(path, reading, _graded(number, (last + 1, last + len(lines)), content, lines))
        last += len(lines)
        if number < count and time.monotonic() - begun > LIMITS.seconds:
            message = (
                f"Het lezen duurt langer dan {LIMITS.seconds:.0f} seconden, en is gestopt bij bladzijde {number + 1}."
            )
            refuse(path, message, "Splits het document.")
    return reading


def _contents(path: Path, count: int) -> Iterator[PageContent | None]:
    """What stands on each page; None for a page that PDFium cannot read."""
    for first in range(0, count, _PAGES_OPEN):
        with closing(_open(path)) as source:
            for index in range(first, min(first + _PAGES_OPEN, count)):
                yield _content(source, index)


def _content(source: Any, index: int) -> PageContent | None:
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    try:
        page = source[index]
    except pdfium.PdfiumError:
        return None
    with closing(page):
        return read_page(page, raw)


def _add_page(path: Path, reading: _Reading, page: Page) -> None:
    reading.pages.append(page)
    if page.grade in (FAIR, UNREAD):
        advice = _OCR_ADVICE if page.grade == UNREAD else "Vergelijk de bladzijde met het origineel."
        reading.warnings.append(Fault(str(path), None, None, f"Bladzijde {page.number}: {page.remark}", advice))


def _graded(number: int, span: tuple[int, int], content: PageContent | None, lines: Sequence[PdfLine]) -> Page:
    if content is None:
        return Page(number, *span, 0, 0, UNREAD, "Deze bladzijde is beschadigd.")
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
    return Page(number, *span, characters, tables, grade, remark)


def _bookmarks(source: Any) -> dict[tuple[int, str], int]:
    """The levels of the headings that the bookmarks of the PDF name, by page and text."""
    import pypdfium2 as pdfium

    levels: dict[tuple[int, str], int] = {}
    try:
        for bookmark in source.get_toc(max_depth=LEVELS):
            target = bookmark.get_dest()
            page = target.get_index() if target is not None else None
            if page is not None and len(levels) < LIMITS.pages:
                levels[page + 1, letters(bookmark.get_title())] = bookmark.level + 1
    except pdfium.PdfiumError:
        # Broken bookmarks are no loss of text: the type sizes still tell the headings.
        return levels
    return levels


def _in_parts(path: Path, kept: KeptLines, reading: _Reading) -> Iterator[Part | Document]:
    running = find_running(kept, reading.edges)
    scale = Scale.of(line for lines in kept for _, line in running.without(lines))
    layout = Layout(80, reading.words)
    chapters = numbered_chapters(_text_lines(kept, running, scale, reading), layout)
    lines: list[str] = []
    blocks: list[Block] = []
    title: str | None = None
    rows = _text_lines(_noting(kept, lines), running, scale, reading)
    for block in _joined_over_pages(assemble(rows, layout, chapters)):
        title = title or _title(block, reading.pages)
        blocks.append(block)
        if len(blocks) == _BLOCKS:
            yield Part(tuple(lines), tuple(blocks))
            lines.clear()
            blocks.clear()
    yield Part(tuple(lines), tuple(blocks))
    yield Document(
        file=str(path),
        form="pdf",
        lines=(),
        blocks=(),
        pages=tuple(reading.pages),
        paged=True,
        title=title,
        left_out=running.left_out,
        warnings=(*reading.warnings, *_told(path, running.left_out)),
    )


def _noting(pages: Iterable[Sequence[PdfLine]], texts: list[str]) -> Iterator[Sequence[PdfLine]]:
    for lines in pages:
        texts.extend(line.text for line in lines)
        yield lines


def _text_lines(
    pages: Iterable[Sequence[PdfLine]], running: Running, scale: Scale, reading: _Reading
) -> Iterator[TextLine]:
    """The lines that are no running ones, numbered in the text as read."""
    first = 1
    for lines in pages:
        kept = [(first + index, line) for index, line in running.without(lines)]
        yield from text_lines(kept, scale, reading.bookmarks)
        first += len(lines)


def _joined_over_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    for are_tables, run in groupby(blocks, key=lambda block: isinstance(block, Table)):
        yield from (join_over_pages if are_tables else iter)(run)


def _title(block: Block, pages: Sequence[Page]) -> str | None:
    """The heading, when it is one of the first level on the first page with text."""
    if not (isinstance(block, Heading) and block.sure and block.level == 1):
        return None
    first = next((page.number for page in pages if page.characters), None)
    return block.printed if block.span.page == first else None


def _told(path: Path, left_out: Sequence[LeftOut]) -> Iterator[Fault]:
    heads = [out for out in left_out if out.kind != "paginanummer"]
    if heads:
        said = "; ".join(f"'{out.text}' ({out.times} bladzijden)" for out in heads[:5])
        message = f"Kop- en voetregels die terugkomen zijn weggelaten: {said}."
        yield Fault(str(path), None, None, message, "Kijk of dit geen gewone tekst is.")
