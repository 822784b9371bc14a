"""Throws mutated files at one reader, guided by coverage: `python -m benchmarks.fuzz_documents FORM [options]`.

FORM is txt, md, html, odt, docx, pdf, or voorstel (the judged workbook that `neem-over` reads). The options are those
of libFuzzer: a folder with example files to start from, `-max_total_time=600`. Without a folder it starts from a small
document of its own. Of an archive (odt, docx, voorstel) both the bytes are mutated and the XML inside: an input that
begins with `<` is packed into a good archive. Stops at the first exception that is not InputFaults.

Needs `pip install atheris` (Linux).
"""

from __future__ import annotations

import importlib
import io
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from beleidsspoor.graph.faults import InputFaults

_TEXT = (
    "# Sociale agenda 2026\n\n## 1.1 Meedoen\n\n- Wij openen een buurthuis.\n\nAantal\t2025\t2026\nBezoeken\t12\t18\n"
)
_HTML = (
    "<html><head><title>Agenda</title></head><body><nav><a href='#'>Menu</a></nav><main><h1>Agenda</h1><ul><li>Een "
    "<b>buurthuis</b></li></ul><table><tr><th>Aantal</th><th colspan='2'>2026</th></tr><tr><td>1</td></tr></table>"
)
_ODT_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)
_ODT = (
    f"<office:document-content {_ODT_NAMES}><office:body><office:text><text:h text:outline-level='1'>Agenda</text:h>"
    "<text:list><text:list-item><text:p>Een buurthuis<text:s text:c='3'/></text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell table:number-columns-repeated='3'><text:p>12</text:p>"
    "</table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"
)
#: Where the XML stands that is mutated inside an archive.
_INSIDE = {"odt": "content.xml", "docx": "word/document.xml", "voorstel": "xl/worksheets/sheet2.xml"}


def readers(atheris: Any) -> dict[str, Callable[[Path], object]]:
    """The readers by form, loaded with their branches watched."""
    with atheris.instrument_imports(include=["beleidsspoor.graph.documents", "beleidsspoor.graph.proposal"]):
        from beleidsspoor.graph.documents.markdown import read_markdown
        from beleidsspoor.graph.documents.odt import read_odt
        from beleidsspoor.graph.documents.pdf import read_pdf_here
        from beleidsspoor.graph.documents.text import read_text
        from beleidsspoor.graph.documents.web import read_html
        from beleidsspoor.graph.documents.word import read_word
        from beleidsspoor.graph.proposal.reading_back import read_workbook
        from beleidsspoor.graph.register.schema import load_schema
    return {
        "txt": read_text, "md": read_markdown, "html": read_html, "odt": read_odt, "docx": read_word,
        "pdf": read_pdf_here, "voorstel": lambda path: read_workbook(path, load_schema()),
    }  # fmt: skip


def example(form: str) -> bytes:
    """A small good document of this form."""
    if form in ("txt", "md"):
        return _TEXT.encode()
    if form == "html":
        return _HTML.encode()
    if form == "odt":
        return _archive({"mimetype": b"application/vnd.oasis.opendocument.text", _INSIDE["odt"]: _ODT.encode()})
    target = io.BytesIO()
    if form == "docx":
        from docx import Document

        word = Document()
        word.add_heading("Sociale agenda 2026", 1)
        word.add_paragraph("Wij openen een buurthuis.", style="List Bullet")
        word.add_table(2, 2).cell(0, 0).text = "Aantal"
        word.save(target)
    elif form == "pdf":
        from reportlab.pdfgen.canvas import Canvas

        sheet = Canvas(target, pageCompression=0)
        sheet.drawString(72, 700, "1.1 Meedoen")
        sheet.rect(72, 500, 200, 100)
        sheet.save()
    else:
        from openpyxl import Workbook

        workbook = Workbook()
        facts, acties = workbook.active, workbook.create_sheet("Acties")
        assert facts is not None
        facts.title = "Techniek"
        for row in (("vorm", "beleidsspoor-voorstel-1"), ("ruimte", "dorp"), ("register", "x")):
            facts.append(row)
        acties.append(["oordeel", "id", "naam", "jaren", "gezien"])
        acties.append(["ja", "a-1", "Een buurthuis openen", 2026, ""])
        workbook.save(target)
    return target.getvalue()


def _archive(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def _members(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def main() -> None:
    """Fuzz the reader that the first argument names."""
    if len(sys.argv) < 2 or sys.argv[1] not in ("txt", "md", "html", "odt", "docx", "pdf", "voorstel"):
        sys.exit(__doc__)
    try:
        atheris: Any = importlib.import_module("atheris")
    except ImportError:
        sys.exit("Fuzzing needs atheris, which works on Linux: pip install atheris")
    form = sys.argv.pop(1)
    reader, good = readers(atheris)[form], example(form)
    folder = Path(tempfile.mkdtemp())
    members = _members(good) if form in _INSIDE else {}
    if all(argument.startswith("-") for argument in sys.argv[1:]):
        corpus = folder / "corpus"
        corpus.mkdir()
        (corpus / "heel").write_bytes(good)
        if members:
            (corpus / "inhoud").write_bytes(members[_INSIDE[form]].lstrip(b"\xef\xbb\xbf"))
        sys.argv.append(str(corpus))
    path = folder / "stuk"

    def one(content: bytes) -> None:
        if members and content.startswith(b"<"):
            content = _archive({**members, _INSIDE[form]: content})
        path.write_bytes(content)
        try:
            reader(path)
        except InputFaults:
            return

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
