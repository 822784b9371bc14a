"""The styles of the Word file: Word's own names, so that a municipality's house style takes them over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.show.dossier.word.xml import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

LANGUAGE = "nl-NL"
#: On white: 4.5:1 or more.
INK, SOFT, ACCENT, LINE, PALE = "1B2733", "4A5565", "0B3D6B", "68758A", "F2F5F8"
#: Word's own font, and the one that has the same widths where Word is not.
_LETTER = "Calibri"
#: Names of the styles that are not Word's own.
PLACE, SMALL, SUBTITLE, ANSWER_HEAD = "Vindplaats", "Kenmerk", "Subtitle", "Reactiekop"
CELL, CELL_HEAD = "Tabeltekst", "Tabelkop"
TABLE, ANSWER_TABLE = "Dossiertabel", "Reactietabel"


def set_styles(document: Document) -> None:
    """Give the document its type, colours and language, and add the styles that its template lacks."""
    _language(document)
    _paragraph(document, "Normal", 11, INK, after=7, line=1.12)
    _paragraph(document, "Title", 26, ACCENT, bold=True, after=4)
    _paragraph(document, SUBTITLE, 15, SOFT, after=14)
    chapter = _paragraph(document, "Heading 1", 18, ACCENT, bold=True, after=8)
    chapter.paragraph_format.page_break_before = True
    _paragraph(document, "Heading 2", 14, ACCENT, bold=True, before=16, after=5)
    _paragraph(document, "Heading 3", 12, ACCENT, bold=True, before=12, after=4)
    _paragraph(document, "Caption", 10, INK, bold=True, before=8, after=4).paragraph_format.keep_with_next = True
    _paragraph(document, "List Bullet", 11, INK, after=4)
    _paragraph(document, "List Number", 11, INK, after=4)
    _paragraph(document, "Footer", 9, SOFT)
    head = _added(document, "TOC Heading", "Normal")
    head.paragraph_format.keep_with_next = True
    _paragraph(document, "TOC Heading", 16, ACCENT, bold=True, before=16, after=6)
    for level, indent in ((1, 0), (2, 20)):
        _contents(document, f"TOC {level}", indent)
    answer = _added(document, ANSWER_HEAD, "Normal")
    answer.paragraph_format.keep_with_next = True
    _paragraph(document, ANSWER_HEAD, 11, ACCENT, bold=True, before=10, after=3)
    for name, bold in ((CELL, False), (CELL_HEAD, True)):
        _added(document, name, "Normal")
        _paragraph(document, name, 9.5, INK, bold=bold, line=1.0)
    _added(document, SMALL, CELL)
    _paragraph(document, SMALL, 8, SOFT)
    _place(document)
    for style in (_data_table(), _answer_table()):
        document.styles.element.append(style)


def _paragraph(
    document: Document, name: str, size: float, colour: str, *, bold: bool = False, before: int = 0, after: int = 0,
    line: float | None = None,
) -> Any:  # fmt: skip
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style = document.styles[name]
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")) + properties.findall(qn("w:spacing")):
        properties.remove(old)
    properties.insert(0, element("rFonts", ascii=_LETTER, hAnsi=_LETTER, cs=_LETTER, eastAsia=_LETTER))
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    for lined in style.element.iter(qn("w:pBdr"), qn("w:contextualSpacing")):
        lined.getparent().remove(lined)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    if line is not None:
        form.line_spacing = line
    return style


def _added(document: Document, name: str, base: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    known = name in [style.name for style in document.styles]
    style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    return style


def _contents(document: Document, name: str, indent: int) -> None:
    from docx.shared import Pt

    style = _added(document, name, "Normal")
    _paragraph(document, name, 11, INK, bold=indent == 0, before=3 if indent == 0 else 0, after=2)
    style.paragraph_format.left_indent = Pt(indent + 24)
    style.paragraph_format.first_line_indent = Pt(-24)
    style.paragraph_format.tab_stops.add_tab_stop(Pt(indent + 24))


def _place(document: Document) -> None:
    """The style of 'where it was read', behind a sentence."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    style = document.styles.add_style(PLACE, WD_STYLE_TYPE.CHARACTER)
    style.font.size, style.font.color.rgb = Pt(8.5), RGBColor.from_string(SOFT)


def _language(document: Document) -> None:
    from docx.oxml.ns import qn

    styles = document.styles.element
    for old in list(styles.iter(qn("w:lang"))):
        old.getparent().remove(old)
    defaults = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    defaults.append(element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))


def _data_table() -> BaseOxmlElement:
    """Lines between the rows, and a head that stands out."""
    borders = element(
        "tblBorders",
        element("top", val="single", sz=8, space=0, color=ACCENT),
        element("bottom", val="single", sz=4, space=0, color=LINE),
        element("insideH", val="single", sz=4, space=0, color="C9D1DA"),
    )
    style = _table_style(TABLE, borders)
    head = element("tcPr", element("shd", val="clear", color="auto", fill=PALE))
    style.append(element("tblStylePr", head, type="firstRow"))
    return style


def _answer_table() -> BaseOxmlElement:
    """A frame around, and lines between what is to be filled in."""
    sides = [element(side, val="single", sz=8, space=0, color=LINE) for side in ("top", "left", "bottom", "right")]
    inside = [element(side, val="single", sz=4, space=0, color="C9D1DA") for side in ("insideH", "insideV")]
    return _table_style(ANSWER_TABLE, element("tblBorders", *sides, *inside))


def _table_style(name: str, borders: BaseOxmlElement) -> BaseOxmlElement:
    margins = [
        element(side, w=width, type="dxa") for side, width in (("top", 40), ("left", 90), ("bottom", 40), ("right", 90))
    ]
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val="TableNormal"),
        element("uiPriority", val=99),
        element("tblPr", borders, element("tblCellMar", *margins)),
        type="table",
        customStyle=1,
        styleId=name,
    )
