"""How fast PDFs are read, and in how much memory: `python -m benchmarks.reading_documents [--libraries]`.

Makes born-digital PDFs of 50 and 500 pages with headings, running text, lists and a ruled table on every page, and
reads each in a process of its own. With `--libraries` also what pypdfium2, pypdf and pdfplumber need for the
bare text, and pdfplumber for words and tables: install the last two for that.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_SENTENCE = "Wij werken samen met inwoners aan een gezonde gemeente waar iedereen mee kan doen en zich thuis voelt. "
_PAGES = (50, 500)
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


def read_apart(path: Path) -> tuple[float, float, int]:
    """Seconds, peak memory in MB and number of tables of reading this PDF in a fresh process."""
    program = (
        "import resource, sys, time\n"
        "from pathlib import Path\n"
        "from beleidsspoor.graph.documents.pdf import read_pdf_here\n"
        "from beleidsspoor.graph.documents.model import Table\n"
        "begun = time.process_time()\n"
        "document = read_pdf_here(Path(sys.argv[1]))\n"
        "spent = time.process_time() - begun\n"
        "tables = sum(isinstance(block, Table) for block in document.blocks)\n"
        "print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, tables)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    seconds, memory, tables = done.stdout.split()
    return float(seconds), float(memory), int(tables)


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
    with tempfile.TemporaryDirectory() as folder:
        print("| what | pages | pages/s of one core | peak memory, MB | tables |\n|---|--:|--:|--:|--:|")
        for pages in _PAGES:
            path = make_pdf(Path(folder) / f"{pages}.pdf", pages)
            seconds, memory, tables = read_apart(path)
            print(f"| Beleidsspoor, blocks and tables | {pages} | {pages / seconds:.0f} | {memory:.0f} | {tables} |")
        for name, (module, reader) in _LIBRARIES.items() if wanted.libraries else ():
            if importlib.util.find_spec(module) is None:
                print(f"| {name} | | not installed | | |")
                continue
            begun = time.process_time()
            reader(Path(folder) / f"{_PAGES[0]}.pdf")
            print(f"| {name} | {_SAMPLE} | {_SAMPLE / (time.process_time() - begun):.0f} | | |")


if __name__ == "__main__":
    main()
