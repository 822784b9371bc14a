"""Reading a PDF takes no more memory for many pages than for few; what grows is the Document alone."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from document_making import SENTENCE, body, heading, item, new_page, pdf_of, table

from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.documents.pdf import read_pdf_here, read_pdf_in_parts

FEW, MANY = 20, 200
#: What the working memory may grow by, in bytes a page; a page holds some 1500 bytes of text, and its lines with their
#: places and type take ten times that. Python's own lists of freed tuples and the record of each page take some 1200.
GROWTH = 2_200
#: What a Document may take, in times its text.
TIMES_TEXT = 7


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("bladzijden")
    return {pages: _pdf(folder / f"{pages}.pdf", pages) for pages in (FEW, MANY)}


def _pdf(path: Path, pages: int) -> Path:
    story = []
    for page in range(pages):
        rows = [
            ["Indicator", "Begroot 2025", "Bron"],
            *([f"Aantal {page}.{row}", f"{row}00", "CBS"] for row in range(8)),
        ]
        story += [heading(f"{page + 1} Wonen", 2), *(body(f"{SENTENCE * 4} {page}") for _ in range(3)), item("Punt")]
        story += [table(rows), new_page()]
    return pdf_of(path, story, lambda sheet, template: sheet.drawString(72, 815, f"Begroting, deel {template.page}"))


def _let_go(path: Path) -> None:
    """Read the PDF as the process that reads it does: each part is let go of when it has been handed over."""
    for _ in read_pdf_in_parts(path):
        pass


def _peak(read: Callable[[Path], object], path: Path) -> tuple[int, int, object]:
    """The most memory that was held while reading, and what is still held for the result, in bytes; the result."""
    gc.collect()
    tracemalloc.start()
    try:
        result = read(path)
        gc.collect()
        return tracemalloc.get_traced_memory()[1], tracemalloc.get_traced_memory()[0], result
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("read", [_let_go, read_pdf_here])
def test_working_memory_does_not_grow_with_the_pages(sizes: dict[int, Path], read: Callable[[Path], object]) -> None:
    read(sizes[MANY])  # what is kept for good, such as compiled patterns, is there before the measuring
    working = {}
    for pages, path in sizes.items():
        highest, held, _ = _peak(read, path)
        working[pages] = highest - held
    assert working[MANY] - working[FEW] < GROWTH * (MANY - FEW), working


def test_a_document_is_not_many_times_its_text(sizes: dict[int, Path]) -> None:
    read_pdf_here(sizes[FEW])
    _, held, document = _peak(read_pdf_here, sizes[MANY])
    assert isinstance(document, Document)
    text = sum(len(line.encode()) + 1 for line in document.lines)
    assert held < TIMES_TEXT * text, held / text
