"""Word (.docx), through python-docx: heading styles, counted lists, tables, notes and text boxes, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.archive import open_archive
from beleidsspoor.graph.documents.counting import Counter
from beleidsspoor.graph.documents.drafting import Cell, Draft, squeeze
from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.documents.markup import attribute, check_depth, child, children, local_name
from beleidsspoor.graph.documents.model import Document, LeftOut
from beleidsspoor.graph.documents.word_styles import Style, read_counters, read_styles
from beleidsspoor.graph.documents.word_tables import cells_of_frame, rows_of
from beleidsspoor.graph.documents.word_text import is_bold, number_in, text_of, value_of

_TITLE_STYLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"^(?:toc|inhopg)\s*\d$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"^(?:list bullet|list number|lijstopsom\w*|lijstnumm\w*)\.?\s*(\d)?$", re.IGNORECASE)


def read_word(path: Path) -> Document:
    """The Word file at `path`. Raises InputFaults when it is locked, broken or larger than LIMITS allow."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml import etree

    archive = open_archive(path)
    try:
        source = docx.Document(archive.fp)
        body = source.element.body
        check_depth(path, source.element)
        styles = read_styles(source)
        counters = read_counters(source)
    except (
        PackageNotFoundError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        NotImplementedError,
        etree.LxmlError,
    ) as error:
        refuse(
            path,
            f"Dit is geen Word-bestand dat te lezen is ({type(error).__name__}).",
            "Open het in Word of LibreOffice en bewaar het opnieuw als .docx.",
        )
    draft = Draft(path)
    reader = _Reader(draft, styles, counters)
    reader.blocks(body)
    reader.finish_contents()
    _notes(source, reader)
    _running(source, draft)
    return draft.finish("docx")


@dataclass
class _Reader:
    draft: Draft
    styles: dict[str, Style]
    counters: dict[str, Counter]
    contents: list[list[Cell]] = field(default_factory=list)

    def blocks(self, parent: Any) -> None:
        """Add the paragraphs and tables under this element, also those in content controls."""
        for element in parent:
            name = local_name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self.finish_contents()
                self._table(element)
            elif name in ("sdt", "sdtContent", "customXml", "ins", "smartTag", "moveTo", "AlternateContent", "Choice"):
                self.blocks(element)

    def finish_contents(self) -> None:
        """Write out the table of contents that was being gathered."""
        if self.contents:
            rows, self.contents = self.contents, []
            self.draft.table(rows)

    def _paragraph(self, element: Any) -> None:
        style = self._style(element)
        text = text_of(element)
        if _CONTENTS_STYLE.match(style.name):
            self.contents.append(
                [Cell(squeeze(part)) for part in text.rpartition("\t")[::2]]
                if "\t" in text
                else [Cell(squeeze(text)), Cell("")]
            )
        else:
            self.finish_contents()
            self._typed(element, style, text)
        for box in element.iter("{*}txbxContent"):
            if not any(local_name(above) == "Fallback" for above in box.iterancestors()):
                self.blocks(box)

    def _typed(self, element: Any, style: Style, text: str) -> None:
        bold = is_bold(element)
        list_id, level = self._list(element, style)
        counter = self.counters.get(list_id) if list_id else None
        if not squeeze(text):
            return
        if _TITLE_STYLE.match(style.name):
            self.draft.title = self.draft.title or squeeze(text)
            self.draft.heading(text, 1)
        elif style.heading is not None:
            mark = counter.next(level) if counter else None
            self.draft.heading(text, style.heading, mark if mark and any(letter.isalnum() for letter in mark) else None)
        elif counter is not None:
            named = _LIST_STYLE.match(style.name)
            self.draft.item(
                text, max(level + 1, int(named[1] or 1) if named else 1), _printed(counter.next(level)), bold
            )
        elif named := _LIST_STYLE.match(style.name):
            self.draft.item(text, int(named[1] or 1), "•", bold)
        else:
            self.draft.paragraph(text, bold)

    def _style(self, element: Any) -> Style:
        name = value_of(child(element, "pPr", "pStyle"))
        style = self.styles.get(name or "", Style("", None, None, 0))
        level = number_in(value_of(child(element, "pPr", "outlineLvl")))
        if style.heading is None and level is not None and level < 9:
            return Style(style.name, level + 1, style.list_id, style.list_level)
        return style

    def _list(self, element: Any, style: Style) -> tuple[str | None, int]:
        """The number of the list that this paragraph is in (None: no list), and its level from 0."""
        own = child(element, "pPr", "numPr")
        if own is None:
            return style.list_id, style.list_level
        list_id, level = child(own, "numId"), child(own, "ilvl")
        number = value_of(list_id) if list_id is not None else style.list_id
        depth = number_in(value_of(level)) if level is not None else style.list_level
        return (None if number == "0" else number), min(depth or 0, 8)

    def _table(self, element: Any) -> None:
        framed = cells_of_frame(element)
        if framed is None:
            self.draft.table(*rows_of(element))
            return
        for cell in framed:
            self.blocks(cell)


def _printed(mark: str) -> str:
    """The bullet with a glyph of Symbol or Wingdings replaced by one that every font has."""
    return "•" if len(mark) == 1 and ("\ue000" <= mark <= "\uf8ff" or mark == "·") else mark


def _notes(source: Any, reader: _Reader) -> None:
    """Add the footnotes and endnotes at the end: they are text, and are not in the body."""
    from lxml import etree

    for relation in source.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        try:
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            reader.draft.warn(
                "De voetnoten van dit document zijn beschadigd en niet gelezen.",
                "Open het in Word en bewaar het opnieuw.",
            )
            continue
        for note in children(root, "footnote", "endnote"):
            if attribute(note, "type") is None:
                text = " ".join(text_of(paragraph) for paragraph in note.iter("{*}p"))
                reader.draft.paragraph(f"[noot {attribute(note, 'id')}] {text}" if squeeze(text) else "")


def _running(source: Any, draft: Draft) -> None:
    """Say which heads and feet the pages have; they are not in the text."""
    for relation in source.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/header", "/footer")):
            continue
        root = getattr(relation.target_part, "element", None)
        text = squeeze(" ".join(text_of(paragraph) for paragraph in root.iter("{*}p"))) if root is not None else ""
        if text:
            kind = "kopregel" if relation.reltype.endswith("/header") else "voetregel"
            draft.left_out.append(LeftOut(kind, text[:200], 1))
