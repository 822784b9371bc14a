"""How fast PDFs are read, and in how much memory: `python -m benchmarks.reading_documents [--libraries]`.

Makes born-digital PDFs of 50 to 3000 pages with headings, running text, lists and a ruled table on every page, and
reads each in two processes of its own: one that lets go of every part of the document at once (working memory), and one
that keeps the whole Document. With `--libraries` also what pypdfium2, pypdf and pdfplumber need for the
bare text, and pdfplumber for words and tables: install the last two for that.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

_SENTENCE = "Wij werken samen met inwoners aan een gezonde gemeente waar iedereen mee kan doen en zich thuis voelt. "
_PAGES = (50, 500, 1500, 3000)
#: Read first in every process, so that the libraries and their caches are there.
_WARM_UP = 20
#: The slow libraries are measured on so many pages.
_SAMPLE = 40


def make_pdf(path: Path, pages: int) -> Path:
    """A PDF of this many pages, each with a running head, headings, text, a list and a table of 13 rows."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    heads = ["Indicator", "Begroot 2025", "Begroot 2024", "2023", "2022", "Bron"]
    story: list[Flowable] = []
    for page in range(1, pages + 1):
        story.append(Paragraph(f"{page}.1 Doel van deze bladzijde", styles["Heading2"]))
        story.extend(Paragraph(f"{_SENTENCE * 4} Alinea {page}.", styles["BodyText"]) for _ in range(4))
        story.extend(Paragraph(f"Actie {number} van {page}", styles["BodyText"], bulletText="•") for number in range(5))
        rows = [[f"Aantal dingen {page}.{row}", str(row), "1.200", "9,5%", "-", "CBS"] for row in range(12)]
        story.extend((Table([heads, *rows], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]), PageBreak()))

    def head(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.drawString(72, 810, "Programmabegroting 2025")
        canvas.drawRightString(520, 30, f"Pagina {template.page}")

    SimpleDocTemplate(str(path)).build(story, onFirstPage=head, onLaterPages=head)
    return path


#: `before` is with everything imported and one page read, so that what is left is what reading these pages takes.
_PROGRAM = """
import resource, sys, time
from pathlib import Path
from beleidsspoor.graph.documents.model import Table
from beleidsspoor.graph.documents.pdf import read_pdf_here, read_pdf_in_parts

def highest():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000

warm_up, path, keep = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "keep"
read_pdf_here(warm_up)
before, begun = highest(), time.process_time()
if keep:
    document = read_pdf_here(path)
    blocks, text = document.blocks, sum(len(line.encode()) + 1 for line in document.lines) / 1e6
    tables = sum(isinstance(block, Table) for block in blocks)
else:
    text, tables = 0.0, 0
    for part in read_pdf_in_parts(path):
        text += sum(len(line.encode()) + 1 for line in part.lines) / 1e6
        tables += sum(isinstance(block, Table) for block in part.blocks)
print(time.process_time() - begun, before, highest(), text, tables)
"""


@dataclass(frozen=True)
class Measured:
    """One reading: CPU seconds, memory before and at its highest in MB, text in MB, number of tables."""

    seconds: float
    before: float
    highest: float
    text: float
    tables: int

    @property
    def taken(self) -> float:
        """MB that reading took."""
        return self.highest - self.before


def measure(warm_up: Path, path: Path, keep: bool) -> Measured:
    """Read the PDF at `path` in a fresh process, in which `warm_up` is read first.

    With `keep` the Document is made, else every part is let go of as soon as it is handed over, as the process that
    reads a PDF does: then what is taken is working memory alone.
    """
    command = [sys.executable, "-c", _PROGRAM, str(warm_up), str(path), "keep" if keep else "let go"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, before, highest, text, tables = done.stdout.split()
    return Measured(float(seconds), float(before), float(highest), float(text), int(tables))


def _pdfium(path: Path) -> None:
    import pypdfium2

    for page in list(pypdfium2.PdfDocument(path))[:_SAMPLE]:
        page.get_textpage().get_text_range()


def _pypdf(path: Path) -> None:
    import pypdf

    for page in pypdf.PdfReader(path).pages[:_SAMPLE]:
        page.extract_text()


def _plumber_text(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages[:_SAMPLE]:
            page.extract_text()
            page.close()


def _plumber_all(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages[:_SAMPLE]:
            page.extract_words(extra_attrs=["size", "fontname"])
            page.extract_tables()
            page.close()


_LIBRARIES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "pypdfium2, bare text": ("pypdfium2", _pdfium),
    "pypdf, bare text": ("pypdf", _pypdf),
    "pdfplumber, bare text": ("pdfplumber", _plumber_text),
    "pdfplumber, words and tables": ("pdfplumber", _plumber_all),
}


def main() -> None:
    """Print the measurements as a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libraries", action="store_true", help="also measure other libraries")
    wanted = parser.parse_args()
    # PDFs are made in a process of their own: what this one has held would count as the highest of those it starts.
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(1, mp_context=spawn) as maker:
        warm_up = maker.submit(make_pdf, Path(folder) / "warm.pdf", _WARM_UP).result()
        print(
            "| pages | pages/s of one core | before, MB | highest, MB | working memory, MB | the Document, MB"
            " | its text, MB | tables |\n|--:|--:|--:|--:|--:|--:|--:|--:|"
        )
        for pages in _PAGES:
            path = maker.submit(make_pdf, Path(folder) / f"{pages}.pdf", pages).result()
            let_go, kept = measure(warm_up, path, keep=False), measure(warm_up, path, keep=True)
            print(
                f"| {pages} | {pages / kept.seconds:.0f} | {let_go.before:.0f} | {let_go.highest:.1f}"
                f" | {let_go.taken:.1f} | {kept.taken - let_go.taken:.1f} | {kept.text:.1f} | {kept.tables} |"
            )
        if wanted.libraries:
            print("\n| what | pages | pages/s of one core |\n|---|--:|--:|")
        for name, (module, reader) in _LIBRARIES.items() if wanted.libraries else ():
            if importlib.util.find_spec(module) is None:
                print(f"| {name} | | not installed |")
                continue
            begun = time.process_time()
            reader(Path(folder) / f"{_PAGES[0]}.pdf")
            print(f"| {name} | {_SAMPLE} | {_SAMPLE / (time.process_time() - begun):.0f} |")


if __name__ == "__main__":
    main()
