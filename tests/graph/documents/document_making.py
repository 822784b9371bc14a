"""Makes small documents in every form, for the tests: nothing real is in them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

SENTENCE = "Wij werken samen met inwoners aan een gezonde gemeente waar iedereen mee kan doen en zich thuis voelt."
STYLES = getSampleStyleSheet()
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]


def write(path: Path, content: str | bytes) -> Path:
    """Write text or bytes to `path`, and give the path back."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def pdf_of(path: Path, story: Sequence[Any], on_page: Callable[[canvas.Canvas, Any], None] | None = None) -> Path:
    """A PDF with these parts below each other; `on_page` draws the running head."""
    document = SimpleDocTemplate(str(path), pagesize=A4)
    draw = on_page or (lambda page, template: None)
    document.build(list(story), onFirstPage=draw, onLaterPages=draw)
    return path


def pdf_in_columns(path: Path, story: Sequence[Any]) -> Path:
    """A PDF with two columns of text on every page."""
    document = BaseDocTemplate(str(path), pagesize=A4)
    frames = [Frame(60, 60, 225, 700, id="links"), Frame(310, 60, 225, 700, id="rechts")]
    document.addPageTemplates([PageTemplate(id="kolommen", frames=frames)])
    document.build(list(story))
    return path


def pdf_lines(path: Path, pages: Sequence[Sequence[tuple[float, float, str]]], size: float = 11) -> Path:
    """A PDF with text at these places: (x, distance from the top, text), page by page."""
    sheet = canvas.Canvas(str(path), pagesize=A4)
    for page in pages:
        for x, top, text in page:
            sheet.setFont("Helvetica", size)
            sheet.drawString(x, A4[1] - top, text)
        sheet.showPage()
    sheet.save()
    return path


def pdf_scan(path: Path, pages_of_text: int = 1) -> Path:
    """A PDF of which the last page is a picture over the whole page, without text."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sheet = canvas.Canvas(str(path), pagesize=A4)
    for _ in range(pages_of_text):
        sheet.drawString(72, 700, SENTENCE)
        sheet.showPage()
    sheet.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)
    sheet.showPage()
    sheet.save()
    return path


def pdf_locked(path: Path) -> Path:
    """A PDF that opens with a password only."""
    sheet = canvas.Canvas(str(path), encrypt="geheim")
    sheet.drawString(72, 700, SENTENCE)
    sheet.save()
    return path


def pdf_bomb(path: Path, strokes: int) -> Path:
    """A small PDF whose one page unpacks to `strokes` pieces of text."""
    stream = zlib.compress(b"BT /F 12 Tf 72 700 Td\n" + b"(Tekst van de agenda) Tj 1 -1 Td\n" * strokes + b"ET")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return write(path, body + table + end)


def heading(text: str, level: int = 1) -> Paragraph:
    """A heading for a PDF."""
    return Paragraph(text, STYLES[f"Heading{level}"])


def body(text: str = SENTENCE) -> Paragraph:
    """Running text for a PDF."""
    return Paragraph(text, STYLES["BodyText"])


def item(text: str, level: int = 1, bullet: str = "•") -> Paragraph:
    """A list item for a PDF."""
    style = ParagraphStyle("punt", parent=STYLES["BodyText"], leftIndent=18 * level, bulletIndent=18 * level - 12)
    return Paragraph(text, style, bulletText=bullet)


def table(rows: Sequence[Sequence[str]], lines: bool = True, **options: Any) -> Table:
    """A table for a PDF, with or without ruled lines."""
    return Table([list(row) for row in rows], style=GRID if lines else None, **options)


def new_page() -> PageBreak:
    """The end of a page in a PDF."""
    return PageBreak()


_ODT_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


def odt_of(path: Path, text: str, styles: str = "") -> Path:
    """An OpenDocument text with this XML in its body, and these automatic styles."""
    fo = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODT_SPACES} {fo}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    return zip_of(path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def zip_of(path: Path, members: dict[str, str | bytes]) -> Path:
    """A ZIP archive with these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return write(path, buffer.getvalue())
