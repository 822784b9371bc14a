"""Web pages (.html): the main content in reading order, without menus; what is left out is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.counting import shaped
from beleidsspoor.graph.documents.drafting import Cell, Draft, squeeze
from beleidsspoor.graph.documents.limits import LIMITS, read_bounded, refuse
from beleidsspoor.graph.documents.markup import check_depth, local_name
from beleidsspoor.graph.documents.model import Document, LeftOut
from beleidsspoor.graph.documents.web_parts import INLINE, NO_TEXT, is_menu, main_part
from beleidsspoor.graph.faults import Fault

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
#: A line that is one short link, and comes back this often, leads round the page ('Terug naar navigatie').
_TIMES, _LINK_LENGTH = 3, 60


def read_html(path: Path) -> Document:
    """The web page at `path`. Raises InputFaults when it is no HTML or larger than LIMITS allow.

    Only the main part is read (`main`, `role=main` or `article`; the whole when there is none). Menus, page heads and
    feet, and links that come back are left out, and told in `left_out`.
    """
    from lxml import etree, html

    content = read_bounded(path, LIMITS.markup_file)
    if b"\x00" in content[:1024] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        refuse(path, "Dit bestand is geen webpagina.", "Bewaar de pagina opnieuw vanuit de browser als .html.")
    text, warnings = _decode(path, content)
    # The file is bounded already; without `huge_tree` all that stands behind a large picture in the page would be lost.
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.LxmlError, ValueError, AssertionError):
        refuse(path, "Deze webpagina is leeg of is geen HTML.", "Bewaar de pagina opnieuw vanuit de browser als .html.")
    check_depth(path, root)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        message = "Deze webpagina heeft stukken die te lang zijn om te lezen."
        refuse(path, message, "Zet de tekst over in een Word-bestand, of splits de pagina.")
    draft = Draft(path, warnings=warnings)
    title = root.find(".//title")
    draft.title = squeeze(title.text_content()) or None if title is not None else None
    main, outside = main_part(root)
    draft.left_out.extend(outside)
    reader = _Reader(draft, _coming_back(main))
    reader.blocks(main)
    reader.flush()
    draft.left_out.extend(LeftOut("menu", said, times) for said, times in reader.skipped.items())
    return replace(draft.finish("html"), title=draft.title)


def _decode(path: Path, content: bytes) -> tuple[str, list[Fault]]:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _without_declaration(content.decode(name, "replace")), []
    try:
        return _without_declaration(content.decode("utf-8")), []
    except UnicodeDecodeError:
        match = _CHARSET.search(content[:4096])
        name = match[1].decode("ascii") if match else "cp1252"
        try:
            text = content.decode(name, "replace")
        except (LookupError, UnicodeError):
            text = content.decode("cp1252", "replace")
    if match:
        return _without_declaration(text), []
    advice = "Kijk of letters als é en ë goed staan. Bewaar de pagina anders opnieuw als UTF-8."
    return text, [
        Fault(
            str(path),
            None,
            None,
            "Deze pagina zegt niet in welke tekenset zij is; zij is gelezen als Windows-tekst.",
            advice,
        )
    ]


def _without_declaration(text: str) -> str:
    """The page without an XML declaration, which lxml takes no text with, and without characters that XML has not."""
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text)
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", " ", text)


def _coming_back(main: Any) -> frozenset[str]:
    """The texts of short links that come back: the way round the page.

    They go to a place on the page itself, or the block around them says nothing else.
    """
    around: dict[Any, str] = {}
    texts: Counter[str] = Counter()
    for link in main.iter("a"):
        text = squeeze(link.text_content())
        if not text or len(text) > _LINK_LENGTH:
            continue
        if (link.get("href") or "").startswith("#") or text == _text_around(link, around):
            texts[text] += 1
    return frozenset(text for text, times in texts.items() if times >= _TIMES)


def _text_around(link: Any, known: dict[Any, str]) -> str:
    """The text of the block around the link; `known` remembers it, as one block may hold many links."""
    block = link.getparent()
    while block is not None and local_name(block) in INLINE:
        block = block.getparent()
    if block is None:
        return ""
    if block not in known:
        known[block] = squeeze(block.text_content())
    return known[block]


@dataclass
class _Run:
    """Text that is being gathered for one block; `loose` when some of it is not bold."""

    parts: list[str] = field(default_factory=list)
    loose: bool = False

    def add(self, text: str | None, bold: bool) -> None:
        if text:
            self.parts.append(text)
            self.loose = self.loose or (not bold and bool(text.strip()))


class _Reader:
    def __init__(self, draft: Draft, round_trips: frozenset[str]) -> None:
        self.draft = draft
        self.round_trips = round_trips
        self.skipped: Counter[str] = Counter()
        self.run = _Run()
        self.items: list[tuple[str, int]] = []
        self.fresh: str | None = None

    def blocks(self, element: Any, bold: bool = False) -> None:
        """Add what stands under this element, block by block."""
        self.run.add(element.text, bold)
        for part in element:
            self._part(part, bold)
            self.run.add(part.tail, bold)

    def _part(self, part: Any, bold: bool) -> None:
        name = local_name(part)
        if not name or name in NO_TEXT:
            return
        if name == "br":
            following = part.getnext()
            if following is not None and local_name(following) == "br" and not (part.tail or "").strip():
                self.flush()
            self.run.add(" ", True)
        elif name in INLINE:
            self.blocks(part, bold or name in ("b", "strong"))
        elif is_menu(part):
            self.flush()
            self._skip(squeeze(part.text_content()))
        else:
            self.flush()
            self._block(part, name)
            self.flush()

    def _block(self, part: Any, name: str) -> None:
        if re.fullmatch(r"h[1-6]", name):
            self.draft.heading(part.text_content(), int(name[1]))
        elif name in ("ul", "ol", "menu"):
            start = part.get("start") or "1"
            self.items.append(
                (
                    part.get("type") or "1" if name == "ol" else "",
                    int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1,
                )
            )
            self.blocks(part)
            self.flush()
            self.items.pop()
            self.fresh = None
        elif name == "li" and self.items:
            shape, count = self.items[-1]
            self.fresh = f"{shaped(count, shape if shape in ('a', 'A', 'i', 'I') else '1')}." if shape else "•"
            self.items[-1] = shape, count + 1
            self.blocks(part)
        elif name == "table":
            self._table(part)
        elif name == "dt":
            self.blocks(part, True)
        else:
            self.blocks(part)

    def flush(self) -> None:
        """Write out the text that was gathered as a paragraph or list item."""
        run, self.run = self.run, _Run()
        text = squeeze("".join(run.parts))
        if not text:
            return
        if text in self.round_trips:
            self._skip(text)
        elif self.fresh is not None and self.items:
            self.draft.item(text, len(self.items), self.fresh, not run.loose)
            self.fresh = None
        else:
            self.draft.paragraph(text, not run.loose)

    def _skip(self, text: str) -> None:
        if text:
            self.skipped[text[:200]] += 1

    def _table(self, table: Any) -> None:
        if next(_own(table, "table"), None) is not None and next(_own(table, "th"), None) is None:
            # A table that holds tables, without a heading, lays out the page.
            self.blocks(table)
            return
        rows: list[list[Cell]] = []
        heads = 0
        for row in _own(table, "tr"):
            cells = [
                Cell(_cell_text(cell), _span(cell, "colspan"), _span(cell, "rowspan"), local_name(cell) == "th")
                for cell in row
                if local_name(cell) in ("td", "th")
            ]
            if heads == len(rows) and local_name(row.getparent()) == "thead":
                heads += 1
            rows.append(cells)
        if rows and all(len(cells) <= 1 for cells in rows):
            self.blocks(table)
            return
        caption = next(_own(table, "caption"), None)
        self.draft.table(
            rows, min(heads, max(len(rows) - 1, 0)), caption.text_content() if caption is not None else None
        )


def _own(table: Any, name: str) -> Iterator[Any]:
    """The elements of this name in the table, but not those of a table in it."""
    waiting = list(reversed(table))
    while waiting:
        element = waiting.pop()
        if local_name(element) == name:
            yield element
        elif local_name(element) != "table":
            waiting.extend(reversed(element))


def _cell_text(cell: Any) -> str:
    parts: list[str] = []
    for element in cell.iter():
        name = local_name(element)
        if name in NO_TEXT:
            continue
        if name not in INLINE and element is not cell:
            parts.append("\n")
        parts.append(element.text or "" if name not in NO_TEXT else "")
        if element is not cell:
            parts.append(element.tail or "")
    lines = (squeeze(line) for line in re.split(r"\n(?=\n)|(?<=\n)", "".join(parts).replace("\r", "")))
    return "\n".join(line for line in lines if line)


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 6 else 1
