"""Numbering: chapters by their heading style, the annex with letters, and lists that each start at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidsspoor.graph.show.dossier.numbering import DEEPEST
from beleidsspoor.graph.show.dossier.word.xml import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

#: Room for the number of a heading, per level, in twentieths of a point.
_HEADING_INDENT = (567, 737, 907)
_LIST_INDENT, _HANGING = 397, 284


class Lists:
    """The numbering of one document. Making it ties the heading styles to their numbers."""

    def __init__(self, document: Document) -> None:
        self._part = document.part.numbering_part.element
        for child in list(self._part):
            self._part.remove(child)
        self._count = 0
        chapters = self._add(_headings(document, letters=False))
        annex = self._add(_headings(document, letters=True))
        bullets = self._add([_level(0, "bullet", "•", _LIST_INDENT, _HANGING)])
        self._numbers = self._add([_level(0, "decimal", "%1.", _LIST_INDENT, _HANGING)])
        headings = self._use(chapters)
        for level in range(DEEPEST):
            _tie(document, f"Heading {level + 1}", headings, level)
        _tie(document, "List Bullet", self._use(bullets), 0)
        self._annex_number = self._use(annex)

    def in_annex(self, paragraph: Paragraph, level: int) -> None:
        """Number a heading with letters."""
        _number(paragraph, self._annex_number, level - 1)

    def start_numbers(self) -> int:
        """A numbered list that starts at one; give the result to `in_list`."""
        return self._use(self._numbers, restart=True)

    def in_list(self, paragraph: Paragraph, number: int) -> None:
        """Make a paragraph an item of a numbered list."""
        _number(paragraph, number, 0)

    def _add(self, levels: list[BaseOxmlElement]) -> int:
        """Define a form of numbering; every definition stands before every use."""
        ident = len(self._part)
        self._part.append(
            element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=ident)
        )
        return ident

    def _use(self, definition: int, *, restart: bool = False) -> int:
        self._count += 1
        use = element("num", element("abstractNumId", val=definition), numId=self._count)
        if restart:
            use.append(element("lvlOverride", element("startOverride", val=1), ilvl=0))
        self._part.append(use)
        return self._count


def _headings(document: Document, *, letters: bool) -> list[BaseOxmlElement]:
    levels = []
    for level in range(DEEPEST):
        text = ".".join(f"%{place + 1}" for place in range(level + 1))
        form = "upperLetter" if letters and level == 0 else "decimal"
        indent = _HEADING_INDENT[level]
        # A level that is tied to a style makes every heading of that style take part; the annex is set by hand.
        style = None if letters else document.styles[f"Heading {level + 1}"].style_id
        levels.append(_level(level, form, text, indent, indent, style))
    return levels


def _level(level: int, form: str, text: str, left: int, hanging: int, style: str | None = None) -> BaseOxmlElement:
    made = element("lvl", element("start", val=1), element("numFmt", val=form), ilvl=level)
    if style is not None:
        made.append(element("pStyle", val=style))
    made.extend([element("lvlText", val=text), element("lvlJc", val="left")])
    made.append(element("pPr", element("ind", left=left, hanging=hanging)))
    return made


def _tie(document: Document, style: str, number: int, level: int) -> None:
    from docx.oxml.ns import qn

    properties = document.styles[style].element.get_or_add_pPr()
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    properties._insert_numPr(_numbering(number, level))


def _number(paragraph: Paragraph, number: int, level: int) -> None:
    paragraph._p.get_or_add_pPr()._insert_numPr(_numbering(number, level))


def _numbering(number: int, level: int) -> BaseOxmlElement:
    return element("numPr", element("ilvl", val=level), element("numId", val=number))
