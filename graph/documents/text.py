"""Plain text: the text layer of a scan, an export, a copied page. The lines are those of the file."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from beleidsspoor.graph.documents.assembling import assemble, numbered_chapters
from beleidsspoor.graph.documents.contents_lines import find_contents
from beleidsspoor.graph.documents.joining import word_set
from beleidsspoor.graph.documents.limits import LIMITS, read_bounded, refuse
from beleidsspoor.graph.documents.marks import heading_mark, item_mark
from beleidsspoor.graph.documents.model import EMPTY, GOOD, Document, Page
from beleidsspoor.graph.documents.navigation import behind_link, told
from beleidsspoor.graph.documents.rows_by_form import is_group_of_tabs, rows_by_form, without_bar
from beleidsspoor.graph.documents.text_lines import Layout, TextLine
from beleidsspoor.graph.documents.text_running import find_running
from beleidsspoor.graph.documents.web_pages import find_page_edges
from beleidsspoor.graph.faults import Fault

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MARKUP = re.compile(r"</?(?:i|b|u|em|strong|sup|sub)>|(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ALL_BOLD = re.compile(r"^(?:\*\*|__|<(?:b|strong)>)[^*]+(?:\*\*|__|</(?:b|strong)>)$")
#: Dots between a title and its page number in a table of contents.
_LEADER = re.compile(r"\s*(?:\.{4,}|(?:\. ){4,}|…{2,}|_{5,})[. ]*\s*(?=[0-9ivx]{1,4}\s*$)")
#: A list that was copied as running text: '… als volgt. • We openen een loket. • We schrijven een plan.'
_INLINE = re.compile(r"\s+(?=[•▪◦]\s+\S)|(?<=[.!?])\s+(?=[A-Z]{2,}(?: [A-Z]{2,}){2,}\?)|(?<=[A-Z]{3}\?)\s+")
_INLINE_ITEMS = 2
_SPACES = re.compile(r" {2,}")
#: So many lines above a link its heading is looked for.
_HEADINGS = 4
#: Among hundred lines of wrapped text no more than these are longer than any line that was wrapped.
_LONG, _FEW = 180, 0.02
#: The mark of an item or heading is shorter than this.
_MARK = 6
_BLANK = re.compile(r"^ \S")
#: So often must a line without its bullet stand straight below another.
_ROWS = 3
#: A line of text has more spaces than this.
_WORDS = 3


def read_text(path: Path) -> Document:
    """The plain text at `path`. Raises InputFaults when it is no text, or larger or longer than LIMITS allow.

    A form feed ends a page. Text with markup of its own is freed of it: '**', '<i>'.
    """
    text, warnings = decode(path, read_bounded(path, LIMITS.text_file))
    lines, page_starts = split_lines(text)
    check_lines(path, lines)
    if len(page_starts) > LIMITS.pages:
        message = f"Dit bestand heeft meer dan {LIMITS.pages} bladzijden; dat wordt niet gelezen."
        refuse(path, message, "Splits het document.")
    lost = _lost_marks(lines)
    tops = frozenset() if lost else _page_tops(lines)
    links: Counter[str] = Counter()
    running, left_out = find_running(lines, page_starts)
    edges, passed = find_page_edges(lines)
    shown = [_shown(line, number, running | edges, lost) for number, line in enumerate(lines, start=1)]
    rows = list(_text_lines(shown, page_starts, tops, links))
    layout = Layout(_width([row.text for row in rows if row.cells is None]), word_set(lines))
    return Document(
        file=str(path),
        form=path.suffix.lower().lstrip("."),
        lines=lines,
        blocks=tuple(assemble(rows, layout, numbered_chapters(rows, layout))),
        pages=_pages(lines, page_starts, rows),
        paged=len(page_starts) > 1,
        left_out=(*left_out, *passed, *told(links)),
        warnings=warnings,
    )


def decode(path: Path, content: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text in these bytes, and a warning when its encoding had to be guessed. Raises InputFaults for what is no
    text.
    """
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        advice = "Kijk of letters als é en ë goed staan. Bewaar het anders opnieuw als UTF-8."
        warnings: tuple[Fault, ...] = (
            Fault(str(path), None, None, "Dit bestand is geen UTF-8; het is gelezen als Windows-tekst.", advice),
        )
    else:
        warnings = ()
    if "\x00" in text:
        refuse(path, "Dit bestand is geen tekst.", "Geef een document op als .pdf, .docx, .odt, .html, .md of .txt.")
    return text, warnings


def split_lines(text: str) -> tuple[tuple[str, ...], list[int]]:
    """The lines of the file, and the line (from 1) that each page begins on. A form feed begins a page, and is not
    kept.
    """
    lines: list[str] = []
    starts = [1]
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    # Not str.splitlines: that also cuts at characters that `cat -n` and an editor leave within a line.
    for number, line in enumerate(text.split("\n"), start=1):
        before, *behind = line.split("\f")
        # Behind text on the same line a form feed begins the page with the next line.
        starts.extend([number + 1 if before.strip() else number] * len(behind))
        lines.append(before + "".join(behind))
    # Many programs end every page with a form feed, so also the last: no page begins there.
    if len(starts) > 1 and not "".join(lines[starts[-1] - 1 :]).strip():
        starts.pop()
    return tuple(lines), starts


def check_lines(path: Path, lines: Sequence[str], longest: int = LIMITS.line) -> None:
    """Raise InputFaults when there are more lines than LIMITS allow, or one of more than `longest` characters."""
    if len(lines) > LIMITS.lines:
        refuse(
            path, f"Dit bestand heeft meer dan {LIMITS.lines} regels; dat wordt niet gelezen.", "Splits het document."
        )
    for number, line in enumerate(lines, start=1):
        if len(line) > longest:
            message = f"Deze regel heeft meer dan {longest} tekens; dat is geen lopende tekst."
            refuse(path, message, "Bewaar het document opnieuw, met een nieuwe regel na elke alinea.", number)


def _page_tops(lines: Sequence[str]) -> frozenset[int]:
    """Lines (from 1) that a page begins with by a blank in front: what is left of a form feed in many a text layer.

    Only when more lines with one blank in front are no list items than are: else the blank is the indent of a nested
    list.
    """
    single = [number for number, line in enumerate(lines, start=1) if re.match(r"^ \S", line)]
    items = sum(1 for number in single if item_mark(lines[number - 1].strip()))
    return frozenset(single) if len(single) > 2 * items else frozenset()


def _lost_marks(lines: Sequence[str]) -> frozenset[int]:
    """Lines (from 1) of which the bullet was lost and one blank is left: each stands free, and some stand in a row.

    A blank that is left of a page end stands alone, far from the next.
    """
    free = ["", *lines, ""]
    single = [
        number
        for number in range(1, len(lines) + 1)
        if _BLANK.match(free[number]) and not free[number - 1].strip() and not free[number + 1].strip()
        if item_mark(free[number].strip()) is None
    ]
    in_row = sum(1 for one, other in pairwise(single) if not any(line.strip() for line in free[one + 1 : other]))
    return frozenset(single if in_row >= _ROWS and 2 * in_row >= len(single) // 2 else ())


def _shown(line: str, number: int, running: frozenset[int], lost: frozenset[int]) -> str:
    if number in running:
        return ""
    return f"• {line.strip()}" if number in lost else line


def _text_lines(
    lines: Sequence[str], page_starts: Sequence[int], tops: frozenset[int], links: Counter[str]
) -> Iterator[TextLine]:
    """The lines that hold text. Links that lead round a page are left out and counted in `links`."""
    page, gap, top, done = 1, False, True, 0
    paged = len(page_starts) > 1
    starts = {start: index for index, start in enumerate(page_starts, start=1)}
    formed = rows_by_form(lines)
    contents = find_contents(lines)
    above: deque[str] = deque(maxlen=_HEADINGS)
    for number, line in enumerate(lines, start=1):
        if number in starts:
            page, top = starts[number], True
        text = without_bar(line.strip())
        if not text:
            gap = True
            # A line with one blank and nothing else is what is left of a page end.
            top = top or line == " "
            continue
        if number <= done:
            continue
        top = top or number in tops
        indent = 0 if number in tops else len(line) - len(line.lstrip())
        plain, bold = _plain(_SPACES.sub(" ", text))
        if (rest := behind_link(plain, above)) is not None:
            links[plain.removesuffix(rest).strip()] += 1
            gap = True
            if not rest:
                continue
            plain = rest
        above.append(plain)
        row = formed.get(number)
        if row is None and len(parts := _INLINE.split(plain)) > _INLINE_ITEMS:
            for part in parts:
                yield TextLine(part.strip(), number, indent, True, page if paged else None, top, bold)
                top = False
            gap = True
            continue
        cells = tuple(_freed(cell) for cell in row.cells) if row else _cells(contents.get(number, line.strip(" \r")))
        if cells is None and is_group_of_tabs(lines, number):
            cells = (plain, "")
        done = row.last if row else number
        yield TextLine(plain, number, indent, gap, page if paged else None, top, bold, None, cells, until=done)
        gap = top = False


def _plain(text: str) -> tuple[str, bool]:
    """The text without inline markup, and whether all of it was bold."""
    mark = item_mark(text)
    bold = bool(_ALL_BOLD.match(mark.rest if mark else text))
    plain = _freed(text)
    # What is left of a pair of which the other half was lost.
    plain = plain.removesuffix("**").strip() if plain.count("**") == 1 else plain.strip()
    return plain or text, bold


def _freed(text: str) -> str:
    """The text without inline markup that is whole. In a cell two stars behind a figure point to a note: they stay."""
    return _MARKUP.sub(lambda match: match[2] or "", text) if "<" in text or "**" in text or "__" in text else text


def _cells(line: str) -> tuple[str, ...] | None:
    """The cells of a tab-separated line, or of a line of a table of contents with dots; None for running text."""
    if "\t" not in line:
        line = _LEADER.sub("\t", line) if "..." in line or "…" in line or ". . ." in line or "_____" in line else line
    if "\t" not in line.strip("\t"):
        return None if line.count("\t") < 2 else tuple(_freed(cell.strip()) for cell in line.split("\t"))
    cells = tuple(_freed(cell.strip()) for cell in line.split("\t"))
    # A tab behind a bullet or number is part of the mark.
    is_mark = item_mark(f"{cells[0]} x") is not None or heading_mark(f"{cells[0]} X") is not None
    if len(cells) == 2 and is_mark and len(cells[0]) < _MARK and cells[1][:1].isalpha():
        return None
    return cells


def _width(texts: Sequence[str]) -> int | None:
    """The length of a full line when the text is wrapped by line ends, else None: then every line is a paragraph."""
    # The cells of a table that stand below each other say nothing about how wide the text is.
    lengths = sorted(len(text) for text in texts if text.count(" ") >= _WORDS) or sorted(map(len, texts))
    if not lengths or sum(1 for length in lengths if length > _LONG) > _FEW * len(lengths):
        return None
    full = lengths[int(0.95 * (len(lengths) - 1))]
    return full if full >= 40 else None


def _pages(lines: Sequence[str], starts: Sequence[int], rows: Sequence[TextLine]) -> tuple[Page, ...]:
    tables: Counter[int] = Counter()
    for index, row in enumerate(rows):
        if row.cells is not None and (index == 0 or rows[index - 1].cells is None):
            tables[row.page or 1] += 1
    pages = []
    for number, first in enumerate(starts, start=1):
        last = starts[number] - 1 if number < len(starts) else len(lines)
        characters = sum(len("".join(line.split())) for line in lines[first - 1 : last])
        remark = "" if characters else "Op deze bladzijde staat geen tekst."
        pages.append(Page(number, first, last, characters, tables[number], GOOD if characters else EMPTY, remark))
    return tuple(pages)
