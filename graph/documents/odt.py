"""OpenDocument text (.odt), read from its XML: odfpy has had no release since 2020, and the form is simple enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.archive import open_archive, read_member
from beleidsspoor.graph.documents.counting import Counter, Level
from beleidsspoor.graph.documents.drafting import Cell, Draft, squeeze
from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.documents.markup import attribute, check_depth, child, children, local_name, parse_xml
from beleidsspoor.graph.documents.model import Document, LeftOut

_SECTIONS = frozenset({"section", "text-box", "frame", "index-body", "list-header", "soft-page-break"})
_INDEXES = frozenset({"table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index"})
_NO_TEXT = frozenset({"note", "annotation", "tracked-changes", "frame", "custom-shape", "ruby-text"})
#: A row or cell may say how often it stands; a spreadsheet in a text says so a million times for white space.
_MOST_REPEATS = 200


def read_odt(path: Path) -> Document:
    """The OpenDocument text at `path`. Raises InputFaults when it is locked, broken or larger than LIMITS allow."""
    archive = open_archive(path)
    names = set(archive.namelist())
    if "content.xml" not in names:
        refuse(
            path,
            "Dit is geen ODT-bestand: er staat geen tekst in.",
            "Open het in LibreOffice en bewaar het opnieuw als .odt.",
        )
    if "META-INF/manifest.xml" in names and b"encryption-data" in read_member(path, archive, "META-INF/manifest.xml"):
        refuse(path, "Dit bestand is beveiligd met een wachtwoord.", "Haal het wachtwoord weg en bewaar het opnieuw.")
    root = parse_xml(path, read_member(path, archive, "content.xml"))
    check_depth(path, root)
    text = child(root, "body", "text")
    if text is None:
        refuse(
            path,
            "Dit ODT-bestand bevat geen lopende tekst.",
            "Geef een tekstdocument op, geen rekenblad of presentatie.",
        )
    draft = Draft(path)
    styles = _Styles()
    for name in ("styles.xml", "content.xml"):
        if name in names:
            styles.add(root if name == "content.xml" else parse_xml(path, read_member(path, archive, name)))
    _Reader(draft, styles).read(text)
    return draft.finish("odt")


@dataclass
class _Styles:
    """What the styles say that matters here: which are bold, on which they build, and how lists are marked."""

    bold: dict[str, bool] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)

    def add(self, root: Any) -> None:
        """Take in the styles of this file."""
        for group in children(root, "styles", "automatic-styles"):
            for style in group:
                name = attribute(style, "name") or ""
                if local_name(style) == "list-style":
                    self.lists[name] = _levels(style)
                elif local_name(style) == "style":
                    look = child(style, "text-properties")
                    weight = attribute(look, "font-weight") if look is not None else None
                    if weight is not None:
                        self.bold[name] = weight == "bold" or weight in ("600", "700", "800", "900")
                    self.parents[name] = attribute(style, "parent-style-name") or ""

    def is_bold(self, name: str | None) -> bool | None:
        """Whether text in this style is bold; None when neither it nor what it builds on says so."""
        seen: set[str] = set()
        while name and name not in seen:
            if name in self.bold:
                return self.bold[name]
            seen.add(name)
            name = self.parents.get(name)
        return None


def _levels(style: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        index = _count(attribute(element, "level"), 1) - 1
        if local_name(element) == "list-level-style-bullet":
            levels[index] = Level("", attribute(element, "bullet-char") or "•")
        elif local_name(element) == "list-level-style-number":
            shown = _count(attribute(element, "display-levels"), 1)
            counts = ".".join(f"%{number}" for number in range(max(1, index + 2 - shown), index + 2))
            pattern = f"{attribute(element, 'num-prefix') or ''}{counts}{attribute(element, 'num-suffix') or ''}"
            levels[index] = Level(
                attribute(element, "num-format") or "1", pattern, _count(attribute(element, "start-value"), 1)
            )
    return levels


def _count(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 7 else otherwise


class _Reader:
    def __init__(self, draft: Draft, styles: _Styles) -> None:
        self.draft = draft
        self.styles = styles
        self.counters: dict[str, Counter] = {}
        self.notes: list[tuple[str, str]] = []

    def read(self, body: Any) -> None:
        """Add all that stands in the body, and the notes at the end."""
        self.blocks(body)
        for mark, text in self.notes:
            self.draft.paragraph(f"[noot {mark}] {text}")

    def blocks(self, parent: Any) -> None:
        """Add the blocks under this element."""
        for element in parent:
            name = local_name(element)
            if name == "h":
                self.draft.heading(self._text(element), min(_count(attribute(element, "outline-level"), 1), 9))
                self._boxes(element)
            elif name == "p":
                self.draft.paragraph(self._text(element), self._is_bold(element))
                self._boxes(element)
            elif name == "list":
                self._list(element, 0, None, None)
            elif name == "table":
                self._table(element)
            elif name in _INDEXES:
                text = squeeze(" ".join(self._text(line) for line in element.iter("{*}p")))
                self.draft.left_out.append(LeftOut("inhoudsopgave", text[:200], 1))
            elif name in _SECTIONS:
                self.blocks(element)

    def _boxes(self, element: Any) -> None:
        for box in element.iter("{*}text-box"):
            if not any(local_name(above) == "text-box" for above in box.iterancestors()):
                self.blocks(box)

    def _list(self, element: Any, level: int, style: str | None, counter: Counter | None) -> None:
        style = attribute(element, "style-name") or style
        if counter is None or level == 0:
            levels = self.styles.lists.get(style or "", {})
            goes_on = attribute(element, "continue-numbering") == "true"
            known = self.counters.get(style or "") if goes_on else None
            counter = self.counters[style or ""] = known or Counter(levels)
        for item in children(element, "list-item", "list-header"):
            fresh = True
            for part in item:
                name = local_name(part)
                if name == "list":
                    self._list(part, level + 1, style, counter)
                elif name == "h":
                    self.draft.heading(self._text(part), min(_count(attribute(part, "outline-level"), 1), 9))
                elif name == "p" and fresh and local_name(item) == "list-item":
                    fresh = False
                    self.draft.item(self._text(part), level + 1, counter.next(level), self._is_bold(part))
                elif name == "p":
                    self.draft.paragraph(self._text(part), self._is_bold(part))
                elif name == "table":
                    self._table(part)

    def _table(self, element: Any) -> None:
        heads, rows = 0, []
        for row, header in _rows(element, False):
            cells = []
            for cell in children(row, "table-cell", "covered-table-cell"):
                if local_name(cell) == "covered-table-cell":
                    continue
                texts = (squeeze(self._text(line)) for line in cell.iter("{*}p", "{*}h"))
                made = Cell(
                    "\n".join(text for text in texts if text),
                    _count(attribute(cell, "number-columns-spanned"), 1),
                    _count(attribute(cell, "number-rows-spanned"), 1),
                )
                cells.extend([made] * min(_count(attribute(cell, "number-columns-repeated"), 1), _MOST_REPEATS))
            rows.append(cells)
            heads += header
        if rows and all(len(cells) <= 1 for cells in rows):
            # A table of one column is a frame round a text.
            for cell in element.iter("{*}table-cell"):
                self.blocks(cell)
            return
        self.draft.table(rows, min(heads, max(len(rows) - 1, 0)))

    def _text(self, element: Any) -> str:
        """The text of this paragraph; notes are kept for the end."""
        parts = [element.text or ""]
        for part in element:
            name = local_name(part)
            if name == "s":
                parts.append(" " * min(_count(attribute(part, "c"), 1), 100))
            elif name == "tab":
                parts.append("\t")
            elif name == "line-break":
                parts.append(" ")
            elif name == "note":
                self._note(part)
            elif name not in _NO_TEXT:
                parts.append(self._text(part))
            parts.append(part.tail or "")
        return "".join(parts)

    def _note(self, element: Any) -> None:
        mark, body = child(element, "note-citation"), child(element, "note-body")
        if body is not None:
            text = squeeze(" ".join(self._text(line) for line in body.iter("{*}p")))
            self.notes.append(((mark.text or "") if mark is not None else "", text))

    def _is_bold(self, paragraph: Any) -> bool:
        whole = bool(self.styles.is_bold(attribute(paragraph, "style-name")))
        spans = [(span, (span.text or "").strip()) for span in paragraph.iter("{*}span")]
        loose = [paragraph.text or "", *(part.tail or "" for part in paragraph)]
        if any(text.strip() for text in loose):
            return whole
        marks = [self.styles.is_bold(attribute(span, "style-name")) for span, text in spans if text]
        return bool(marks) and all(mark if mark is not None else whole for mark in marks)


def _rows(element: Any, header: bool) -> Iterator[tuple[Any, bool]]:
    for part in element:
        name = local_name(part)
        if name == "table-row":
            for _ in range(min(_count(attribute(part, "number-rows-repeated"), 1), _MOST_REPEATS)):
                yield part, header
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(part, header or name == "table-header-rows")
