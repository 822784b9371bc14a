"""The dossier as a Word file: real styles, numbered headings, a table of contents, and tables to answer in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.dossier.model import AnswerPlace, Bullets, Chart, DataTable, Dossier, Paragraph
from beleidsspoor.graph.show.dossier.charts import draw, titled
from beleidsspoor.graph.show.dossier.numbering import Heading, Numbered, with_numbers
from beleidsspoor.graph.show.dossier.typesetting import pictures
from beleidsspoor.graph.show.dossier.word.answers import add_answer, add_who
from beleidsspoor.graph.show.dossier.word.fields import add_contents, add_field, bookmark
from beleidsspoor.graph.show.dossier.word.lists import Lists
from beleidsspoor.graph.show.dossier.word.package import describe, saved
from beleidsspoor.graph.show.dossier.word.styles import PLACE, SUBTITLE, set_styles
from beleidsspoor.graph.show.dossier.word.tables import TEXT_WIDTH, add_data_table

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.text.paragraph import Paragraph as WordParagraph

#: Of the two columns in which charts stand: the width of one, and of the gap between them, in centimetres.
_COLUMN, _GAP = 7.7, 0.8
_A4 = (21.0, 29.7)


def to_docx(dossier: Dossier, kinds: tuple[str, ...]) -> bytes:
    """The dossier as the bytes of a Word file; the same dossier gives the same bytes. `kinds`: those of a reaction."""
    from docx import Document

    main, annex = with_numbers(dossier.blocks), with_numbers(dossier.annex, letters=True)
    document = Document()
    set_styles(document)
    describe(document, dossier.title, dossier.subtitle)
    _page(document, dossier.title)
    _front(document, dossier)
    if any(isinstance(block, AnswerPlace) for block in (*main, *annex)):
        add_who(document)
    if headings := [block for block in (*main, *annex) if isinstance(block, Heading)]:
        add_contents(document, headings, "Inhoud")
    charts = [block for block in (*main, *annex) if isinstance(block, Chart)]
    writer = _Writer(document, kinds, pictures([draw(chart) for chart in charts]) if charts else [])
    writer.write(main, annex=False)
    writer.write(annex, annex=True)
    return saved(document)


class _Writer:
    """Writes blocks one after the other, and counts headings, tables, drawings and places to answer."""

    def __init__(self, document: WordFile, kinds: tuple[str, ...], drawn: list[bytes]) -> None:
        self._document, self._kinds, self._drawn = document, kinds, drawn
        self._lists = Lists(document)
        self._headings = self._tables = self._charts = self._answers = 0

    def write(self, blocks: Sequence[Numbered], *, annex: bool) -> None:
        for is_chart, group in groupby(blocks, key=lambda block: isinstance(block, Chart)):
            together = list(group)
            if is_chart and len(together) > 1:
                _end_section(self._document, columns=1)
            for block in together:
                self._write_one(block, annex)
            if is_chart and len(together) > 1:
                _end_section(self._document, columns=2)

    def _write_one(self, block: Numbered, annex: bool) -> None:
        match block:
            case Heading():
                self._heading(block, annex)
            case Paragraph():
                _say(self._document.add_paragraph(), block)
            case Bullets():
                _keep_with_next(self._document)
                self._bullets(block)
            case DataTable():
                self._table(block)
            case Chart():
                self._chart(block)
            case AnswerPlace():
                self._answers += 1
                _keep_with_next(self._document)
                add_answer(self._document, block, self._kinds, self._answers)

    def _heading(self, heading: Heading, annex: bool) -> None:
        paragraph = self._document.add_paragraph(heading.text, style=f"Heading {heading.level}")
        if annex:
            self._lists.in_annex(paragraph, heading.level)
        self._headings += 1
        bookmark(paragraph, self._headings)

    def _bullets(self, bullets: Bullets) -> None:
        number = self._lists.start_numbers() if bullets.numbered else 0
        for item in bullets.items:
            paragraph = self._document.add_paragraph(style="List Number" if bullets.numbered else "List Bullet")
            if bullets.numbered:
                self._lists.in_list(paragraph, number)
            _say(paragraph, item)

    def _table(self, block: DataTable) -> None:
        self._tables += 1
        self._caption("Tabel", self._tables, block.caption)
        add_data_table(self._document, block)

    def _chart(self, chart: Chart) -> None:
        from docx.shared import Cm

        self._charts += 1
        self._caption("Grafiek", self._charts, titled(chart))
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_together = True
        picture = paragraph.add_run().add_picture(io.BytesIO(self._drawn[self._charts - 1]), width=Cm(_COLUMN))
        described = picture._inline.docPr
        described.set("name", f"Grafiek {self._charts}")
        described.set("descr", chart.alt)
        if chart.place is not None:
            # In one paragraph with the picture, which no column or page parts from it.
            paragraph.add_run().add_break()
            paragraph.add_run(chart.place, style=PLACE)

    def _caption(self, word: str, number: int, text: str) -> None:
        paragraph = self._document.add_paragraph(f"{word} ", style="Caption")
        add_field(paragraph, f"SEQ {word} \\* ARABIC", str(number))
        paragraph.add_run(f". {text}")


def _keep_with_next(document: WordFile) -> None:
    """What leads up to a list or a place to answer stays on its page."""
    from docx.oxml.ns import qn

    last: Any = document.element.body[-2]
    if last.tag == qn("w:p"):
        last.get_or_add_pPr().keepNext_val = True


def _say(paragraph: WordParagraph, block: Paragraph) -> None:
    paragraph.add_run(block.text)
    if block.place is not None:
        paragraph.add_run(f" ({block.place})", style=PLACE)


def _front(document: WordFile, dossier: Dossier) -> None:
    document.add_paragraph(dossier.title, style="Title")
    if dossier.subtitle:
        document.add_paragraph(dossier.subtitle, style=SUBTITLE)
    for label, text in dossier.facts:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text)


def _page(document: WordFile, title: str) -> None:
    """A4 with a foot that tells the title and the page."""
    from docx.enum.section import WD_SECTION
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, Twips

    section = document.sections[0]
    # Sections only part one column from two; each goes on where the last one ended.
    section.start_type = WD_SECTION.CONTINUOUS
    section.page_width, section.page_height = Cm(_A4[0]), Cm(_A4[1])
    section.left_margin = section.right_margin = Cm((_A4[0] - Twips(TEXT_WIDTH).cm) / 2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    foot = section.footer.paragraphs[0]
    tabs = foot.paragraph_format.tab_stops
    # The style brings tab stops for another width.
    for old in list(document.styles["Footer"].paragraph_format.tab_stops):
        tabs.add_tab_stop(old.position, WD_TAB_ALIGNMENT.CLEAR)
    tabs.add_tab_stop(Twips(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{title[:80]}\tPagina ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" van ")
    add_field(foot, "NUMPAGES", "1")


def _end_section(document: WordFile, columns: int) -> None:
    """What stands above, since the last such end, is set in this many columns; what follows goes on the same page."""
    from docx.oxml.ns import qn
    from docx.shared import Cm

    body: Any = document.element.body
    last = body[-2]
    if last.tag != qn("w:p") or last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        last = document.add_paragraph()._p
    ended = deepcopy(body.sectPr)
    set_columns = ended.find(qn("w:cols"))
    set_columns.set(qn("w:num"), str(columns))
    set_columns.set(qn("w:space"), str(round(Cm(_GAP).twips)))
    last.get_or_add_pPr().append(ended)
