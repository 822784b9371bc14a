"""Word (.docx), through python-docx: heading styles, counted lists, tables, notes and text boxes, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.archive import open_archive
from beleidsspoor.graph.documents.counting import Counter, Level
from beleidsspoor.graph.documents.drafting import Cell, Draft, squeeze
from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.documents.markup import attribute, check_depth, child, children, local_name
from beleidsspoor.graph.documents.model import Document, LeftOut

_HEADING_STYLE = re.compile(r"^(?:heading|kop|überschrift|titre)\s*([1-9])$", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"^(?:toc|inhopg)\s*\d$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"^(?:list bullet|list number|lijstopsom\w*|lijstnumm\w*)\.?\s*(\d)?$", re.IGNORECASE)
_SHAPES = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
#: Text that is taken away (deleted, moved), codes of fields, and the old twin of a drawing.
_NO_TEXT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "pPr", "rPr", "tblPr", "sdtPr"}
)
_MARKS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


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
        styles = _styles(source)
        counters = _counters(source)
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


@dataclass(frozen=True)
class _Style:
    """What a paragraph style says: its name, the level of heading, and its list (number and level)."""

    name: str
    heading: int | None
    list_id: str | None
    list_level: int


@dataclass
class _Reader:
    draft: Draft
    styles: dict[str, _Style]
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
        text = _text(element)
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

    def _typed(self, element: Any, style: _Style, text: str) -> None:
        bold = _is_bold(element)
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

    def _style(self, element: Any) -> _Style:
        mark = child(element, "pPr", "pStyle")
        name = attribute(mark, "val") if mark is not None else None
        style = self.styles.get(name or "", _Style("", None, None, 0))
        outline = child(element, "pPr", "outlineLvl")
        level = _int(attribute(outline, "val")) if outline is not None else None
        if style.heading is None and level is not None and level < 9:
            return _Style(style.name, level + 1, style.list_id, style.list_level)
        return style

    def _list(self, element: Any, style: _Style) -> tuple[str | None, int]:
        """The number of the list that this paragraph is in (None: no list), and its level from 0."""
        own = child(element, "pPr", "numPr")
        if own is None:
            return style.list_id, style.list_level
        list_id, level = child(own, "numId"), child(own, "ilvl")
        number = attribute(list_id, "val") if list_id is not None else style.list_id
        depth = _int(attribute(level, "val")) if level is not None else style.list_level
        return (None if number == "0" else number), min(depth or 0, 8)

    def _table(self, element: Any) -> None:
        rows: list[list[Cell]] = []
        heads = 0
        for row in _rows(element):
            cells = [_cell(cell) for cell in _cells(row)]
            if heads == len(rows) and child(row, "trPr", "tblHeader") is not None:
                heads += 1
            rows.append(cells)
        if all(len(cells) <= 1 for cells in rows):
            # A table of one column is a frame round a text.
            for row in _rows(element):
                for cell in _cells(row):
                    self.blocks(cell)
            return
        self.draft.table(_merge_down(rows), min(heads, len(rows) - 1))


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        name = local_name(element)
        if name == "tr":
            yield element
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        name = local_name(element)
        if name == "tc":
            yield element
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _cells(element)


def _cell(element: Any) -> Cell:
    """The cell; `rows` is 0 for one that goes on a merged cell above it."""
    span = child(element, "tcPr", "gridSpan")
    merge = child(element, "tcPr", "vMerge")
    texts = (squeeze(_text(paragraph)) for paragraph in element.iter("{*}p"))
    goes_on = merge is not None and attribute(merge, "val") != "restart"
    columns = _int(attribute(span, "val")) if span is not None else 1
    return Cell("\n".join(text for text in texts if text), max(1, columns or 1), 0 if goes_on else 1)


def _merge_down(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows, with cells that go on a cell above counted into that one, as in HTML."""
    above: dict[int, Cell] = {}
    merged: list[list[Cell]] = []
    for cells in rows:
        kept: list[Cell] = []
        column = 0
        for cell in cells:
            if cell.rows == 0 and column in above:
                above[column].rows += 1
            else:
                cell.rows = 1
                above[column] = cell
                kept.append(cell)
            column += cell.columns
        merged.append(kept)
    return merged


def _text(paragraph: Any) -> str:
    """The text of a paragraph as it is printed: insertions in, deletions, codes and text boxes out."""
    parts: list[str] = []
    for element in paragraph:
        name = local_name(element)
        if name == "t":
            parts.append(element.text or "")
        elif name in _MARKS:
            parts.append(_MARKS[name])
        elif name == "sym":
            parts.append("•")
        elif name not in _NO_TEXT and name != "tbl":
            parts.append(_text(element))
    return "".join(parts)


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter("{*}r") if _text(run).strip()]
    return bool(runs) and all(_on(child(run, "rPr", "b")) for run in runs)


def _on(switch: Any | None) -> bool:
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off")


def _printed(mark: str) -> str:
    """The bullet with a glyph of Symbol or Wingdings replaced by one that every font has."""
    return "•" if len(mark) == 1 and ("\ue000" <= mark <= "\uf8ff" or mark == "·") else mark


def _int(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else None


def _styles(source: Any) -> dict[str, _Style]:
    """The paragraph styles by id, with what they take over from the style that they build on."""
    elements = {attribute(style, "styleId") or "": style for style in children(source.styles.element, "style")}
    return {style_id: _style_of(elements, style_id) for style_id in elements}


def _style_of(elements: dict[str, Any], style_id: str) -> _Style:
    name, heading, list_id, list_level = "", None, None, 0
    seen: set[str] = set()
    while style_id in elements and style_id not in seen:
        seen.add(style_id)
        style = elements[style_id]
        title = child(style, "name")
        own_name = attribute(title, "val") or "" if title is not None else ""
        name = name or own_name
        match = _HEADING_STYLE.match(own_name)
        outline = child(style, "pPr", "outlineLvl")
        level = _int(attribute(outline, "val")) if outline is not None else None
        if heading is None:
            heading = int(match[1]) if match else level + 1 if level is not None and level < 9 else None
        numbering = child(style, "pPr", "numPr")
        if list_id is None and numbering is not None:
            number, depth = child(numbering, "numId"), child(numbering, "ilvl")
            list_id = attribute(number, "val") if number is not None else None
            list_level = (_int(attribute(depth, "val")) or 0) if depth is not None else 0
        based = child(style, "basedOn")
        style_id = attribute(based, "val") or "" if based is not None else ""
    return _Style(name, heading, list_id, list_level)


def _counters(source: Any) -> dict[str, Counter]:
    """A counter for every list; lists that share a definition count on together, as in Word."""
    try:
        numbering = source.part.numbering_part.element
    except (KeyError, NotImplementedError):
        # python-docx makes no part for a document without lists.
        return {}
    abstract = {attribute(element, "abstractNumId"): _levels(element) for element in children(numbering, "abstractNum")}
    shared: dict[str | None, Counter] = {}
    counters: dict[str, Counter] = {}
    for element in children(numbering, "num"):
        link = child(element, "abstractNumId")
        key = attribute(link, "val") if link is not None else None
        levels = abstract.get(key, {})
        overrides = list(children(element, "lvlOverride"))
        counter = Counter(levels) if overrides else shared.setdefault(key, Counter(levels))
        counters[attribute(element, "numId") or ""] = counter
    return counters


def _levels(abstract: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in children(abstract, "lvl"):
        shape, text, start = child(element, "numFmt"), child(element, "lvlText"), child(element, "start")
        format_name = attribute(shape, "val") if shape is not None else "decimal"
        pattern = attribute(text, "val") if text is not None else ""
        first = _int(attribute(start, "val")) if start is not None else 1
        index = _int(attribute(element, "ilvl"))
        if index is not None:
            levels[index] = Level(_SHAPES.get(format_name or "", ""), pattern or "", first if first is not None else 1)
    return levels


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
                text = " ".join(_text(paragraph) for paragraph in note.iter("{*}p"))
                reader.draft.paragraph(f"[noot {attribute(note, 'id')}] {text}" if squeeze(text) else "")


def _running(source: Any, draft: Draft) -> None:
    """Say which heads and feet the pages have; they are not in the text."""
    for relation in source.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/header", "/footer")):
            continue
        root = getattr(relation.target_part, "element", None)
        text = squeeze(" ".join(_text(paragraph) for paragraph in root.iter("{*}p"))) if root is not None else ""
        if text:
            kind = "kopregel" if relation.reltype.endswith("/header") else "voetregel"
            draft.left_out.append(LeftOut(kind, text[:200], 1))
