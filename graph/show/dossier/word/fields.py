"""Fields: page numbers, numbered captions, and a table of contents that is filled already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from beleidsspoor.graph.show.dossier.numbering import Heading, contents_of
from beleidsspoor.graph.show.dossier.word.xml import element, text_element, text_run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

#: Without page numbers: only Word can know them, and a wrong number is worse than none. So the list never has to be
#: renewed, and Word asks nothing when it opens the file.
_CONTENTS = 'TOC \\o "1-{}" \\n \\h \\z'


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field to a paragraph, with what it shows until Word works it out anew."""
    for run in (*_begin(instruction), text_run(shown), _mark("end")):
        paragraph._p.append(run)


def bookmark(paragraph: Paragraph, number: int) -> None:
    """Give a heading, with its text in it, the name by which the table of contents finds it."""
    first = paragraph.runs[0]._r
    first.addprevious(element("bookmarkStart", id=number, name=_name(number)))
    paragraph._p.append(element("bookmarkEnd", id=number))


def add_contents(document: Document, headings: Sequence[Heading], title: str) -> None:
    """Add the table of contents of these headings; the first has bookmark 1, the second 2, and so on."""
    contents = contents_of(headings)
    document.add_paragraph(title, style="TOC Heading").paragraph_format.page_break_before = contents.apart
    listed = [(number, heading) for number, heading in enumerate(headings, start=1) if heading.level <= contents.levels]
    for place, (number, heading) in enumerate(listed):
        paragraph = document.add_paragraph(style=f"TOC {heading.level}")
        if place == 0:
            for run in _begin(_CONTENTS.format(contents.levels)):
                paragraph._p.append(run)
        link = element("hyperlink", anchor=_name(number), history=1)
        link.extend([text_run(heading.number), element("r", element("tab")), text_run(heading.text)])
        paragraph._p.append(link)
        if place == len(listed) - 1:
            paragraph._p.append(_mark("end"))


def _begin(instruction: str) -> list[BaseOxmlElement]:
    return [_mark("begin"), element("r", text_element("instrText", f" {instruction} ")), _mark("separate")]


def _mark(kind: str) -> BaseOxmlElement:
    return element("r", element("fldChar", fldCharType=kind))


def _name(number: int) -> str:
    return f"_Toc{number:08d}"
