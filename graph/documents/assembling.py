"""From lines to blocks: headings, paragraphs, list items and tables, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from beleidsspoor.graph.documents.joining import begins_new, ends_sentence, goes_on, join_lines, starts_anew
from beleidsspoor.graph.documents.lists import lists_without_marks, nest
from beleidsspoor.graph.documents.marks import Mark, heading_mark, is_lone_bullet, item_mark, lone_mark
from beleidsspoor.graph.documents.model import Block, Heading, ListItem, Paragraph, Span
from beleidsspoor.graph.documents.tables_in_text import make_tables
from beleidsspoor.graph.documents.text_lines import Layout, TextLine

#: A heading is no longer than this many characters, a heading with a number no longer than twice this.
_HEADING_LENGTH = 110
#: A line of wrapped text that is shorter than this part of a full line was ended on purpose.
_SHORT = 0.7
#: A question or a call as a heading is shorter; longer ones are sentences of the text.
_QUESTION_LENGTH = 70
#: A full stop also ends a sentence inside quotation marks.
_NO_HEADING_END = re.compile(r"(?<!\.)\.[”’\"']?$|[,;:\-–—]$")
_HEADING_START = re.compile(r"^[A-ZÀ-Þ0-9'‘\"“(%…]")
_NEW_SENTENCE = re.compile(r"[.!?] [A-ZÀ-Þ]")
#: A line behind a full stop that begins with a label: 'Dit merken inwoners ervan: …'.
_LABEL = re.compile(r"^[A-ZÀ-Þ][^.:;,?!]{2,40}:\s+\S")
#: One word and a colon tell more of what stands above: 'Planning: 2025'.
_DETAIL = re.compile(r"^[A-ZÀ-Þ][a-zà-ÿ]{4,24}:\s+\S.{0,80}$")
_WORD = re.compile(r"[^\W\d_]{3,}")
#: A list item whose number may also be the number of a heading: '2. Focus op preventie', '3- Samenwerking'.
_HEADING_NUMBER = re.compile(r"^\d{1,2}\s?[.-]$")


_CHAPTER_NUMBER = re.compile(r"^(?:\d|[A-Z])\s?[.-]$")
#: So many lines '1. …', '2. …' over text make them the chapters of a document.
_CHAPTERS = 3


@dataclass
class _Unit:
    """Lines that belong together: one block in the making. `prose` when more than one sentence stands in them."""

    lines: list[TextLine]
    mark: Mark | None = None
    outline: tuple[Mark, int] | None = None
    prose: bool = False

    def add(self, line: TextLine) -> None:
        self.lines.append(line)
        self.prose = self.prose or bool(_NEW_SENTENCE.search(line.text))

    @property
    def first(self) -> TextLine:
        return self.lines[0]


def assemble(lines: Iterable[TextLine], layout: Layout, chapters: Set[int]) -> Iterator[Block]:
    """The blocks that these lines make, in the order of the lines; `chapters` is what `numbered_chapters` found."""
    indents: dict[int, int] = {}
    blocks = _joined(_blocks(_units(_noting(lines, indents), layout), layout, chapters), layout)
    done = 0
    for block in nest(lists_without_marks(blocks), indents):
        yield block
        # Only the indents of lines that are still to come are kept.
        for number in range(done, block.span.first):
            indents.pop(number, None)
        done = block.span.first


def _noting(lines: Iterable[TextLine], indents: dict[int, int]) -> Iterator[TextLine]:
    for line in lines:
        indents[line.number] = line.indent
        yield line


def _blocks(units: Iterable[_Unit], layout: Layout, chapters: Set[int]) -> Iterator[Block]:
    level = 0
    for number, (near, index) in enumerate(_with_neighbours(units)):
        unit = near[index]
        if unit.first.cells is not None:
            yield from make_tables(unit.lines)
            continue
        block = _block(near, index, layout, level, number in chapters)
        if isinstance(block, Heading) and block.sure:
            level = block.level
        yield block


def _with_neighbours(units: Iterable[_Unit]) -> Iterator[tuple[Sequence[_Unit], int]]:
    """Each unit with the one above and below it, as a sequence and the index of the unit in it."""
    near: list[_Unit] = []
    for unit in units:
        near = [*near[-2:], unit]
        if len(near) > 1:
            yield near, len(near) - 2
    if near:
        near = near[-2:]
        yield near, len(near) - 1


def _units(lines: Iterable[TextLine], layout: Layout) -> Iterator[_Unit]:
    unit: _Unit | None = None
    after_colon = False
    for line, run in _with_run_sizes(lines):
        if unit is not None and not _breaks(unit, line, layout, after_colon, run):
            unit.add(line)
            continue
        if unit is not None:
            yield unit
            after_colon = _keeps_colon(unit, after_colon)
        unit = _begin(line)
        unit.prose = bool(_NEW_SENTENCE.search(line.text))
    if unit is not None:
        yield unit


def _with_run_sizes(lines: Iterable[TextLine]) -> Iterator[tuple[TextLine, int]]:
    """Every line, with how many lines stand together without white space between them."""
    run: list[TextLine] = []
    for line in lines:
        if run and (line.gap or line.page_top):
            yield from ((above, len(run)) for above in run)
            run = []
        run.append(line)
    yield from ((above, len(run)) for above in run)


def _begin(line: TextLine) -> _Unit:
    if line.cells is not None:
        return _Unit([line])
    if line.level is not None:
        return _Unit([line], outline=heading_mark(line.text))
    outline = heading_mark(line.text) if len(line.text) <= 2 * _HEADING_LENGTH else None
    return _Unit([line], mark=None if outline else item_mark(line.text), outline=outline)


def _keeps_colon(unit: _Unit, after_colon: bool) -> bool:
    """Whether what follows may be a list that lost its marks: a line that ends in a colon came before."""
    if unit.mark or unit.outline or unit.first.cells is not None:
        return False
    return after_colon or unit.lines[-1].text.endswith(":")


def _breaks(unit: _Unit, line: TextLine, layout: Layout, after_colon: bool, run: int) -> bool:
    """Whether `line` begins a new block under the lines of `unit`; `run` lines stand together with it."""
    last = unit.lines[-1]
    if (line.cells is None) != (last.cells is None):
        return True
    if line.cells is not None:
        return False
    if is_lone_bullet(last.text):
        return False
    if line.gap or line.page_top or line.level != last.level:
        return True
    if line.level is not None:
        return heading_mark(line.text) is not None
    if item_mark(line.text) or is_lone_bullet(line.text) or _is_numbered_heading(line):
        return True
    if line.bold != last.bold or (ends_sentence(last.text) and _LABEL.match(line.text)) or _DETAIL.match(line.text):
        return True
    if layout.width is None:
        return not goes_on(last.text, line.text)
    if unit.outline and not unit.mark:
        return not _heading_runs_on(unit, line, run)
    if last.short is not None:
        return last.short and begins_new(line.text) and (not unit.prose or ends_sentence(last.text))
    return starts_anew(last.text, line.text, layout.width, loose=after_colon and not unit.prose)


def _heading_runs_on(unit: _Unit, line: TextLine, run: int) -> bool:
    """Whether a numbered heading runs on: a small letter, or a short second line with nothing under it."""
    if len(unit.lines) > 2:
        return False
    return line.text[0].islower() or (
        run == 2 and len(line.text) <= _HEADING_LENGTH and not _NO_HEADING_END.search(line.text)
    )


def _is_numbered_heading(line: TextLine) -> bool:
    found = heading_mark(line.text)
    return found is not None and found[1] > 1 and len(line.text) <= _HEADING_LENGTH


def _block(units: Sequence[_Unit], index: int, layout: Layout, level: int, is_chapter: bool) -> Block:
    unit = units[index]
    texts = [line.text for line in unit.lines]
    if is_lone_bullet(texts[0]) and len(texts) > 1:
        unit.mark = lone_mark(texts[0], texts[1])
        texts = texts[1:]
    elif unit.mark:
        texts[0] = unit.mark.rest
    text = join_lines(texts, layout.words)
    span = Span(unit.first.number, unit.lines[-1].number, unit.first.page)
    bold = all(line.bold for line in unit.lines)
    if unit.first.level is not None:
        return _typed_heading(unit, text, span)
    if unit.outline and _stands_as_heading(units, index, text):
        mark, own_level = unit.outline
        return Heading(_behind(text, mark), span, own_level, text, mark.number)
    if _is_footnote(units, index):
        return Paragraph(f"* {text}", span, bold)
    if unit.mark and not (is_chapter or _numbers_a_heading(units, index, text)):
        return ListItem(text, span, 1, unit.mark.marker, unit.mark.number, bold)
    if unit.mark:
        printed = f"{unit.mark.marker} {text}"
        return Heading(text, span, level + 1, printed, unit.mark.number, sure=False)
    if _looks_like_heading(units, index, text, layout):
        return Heading(text, span, level + 1, text, None, sure=False)
    return Paragraph(text, span, bold)


def _typed_heading(unit: _Unit, text: str, span: Span) -> Heading:
    assert unit.first.level is not None
    if unit.outline is None:
        return Heading(text, span, unit.first.level, text)
    mark, own_level = unit.outline
    return Heading(_behind(text, mark), span, max(own_level, unit.first.level), text, mark.number)


def _behind(text: str, mark: Mark) -> str:
    """The heading without its number; the whole when nothing stands behind the number ('BIJLAGE II')."""
    rest = text[text.find(mark.marker) + len(mark.marker) :].lstrip(" .:–-\t")
    return rest or text


def _stands_as_heading(units: Sequence[_Unit], index: int, text: str) -> bool:
    """Whether a numbered line is a heading.

    A number of one part ('4 De visie') is one only on its own line. Behind an outline number a full stop may stand.
    """
    unit = units[index]
    assert unit.outline is not None
    if len(text) > 2 * _HEADING_LENGTH:
        return False
    if unit.outline[1] > 1:
        return not _NO_HEADING_END.search(text) or _alone(units, index)
    if not unit.outline[0].marker.isdigit():
        return not _NO_HEADING_END.search(text)
    return _alone(units, index) and _fits_heading(text, _HEADING_LENGTH)


def _alone(units: Sequence[_Unit], index: int) -> bool:
    unit = units[index]
    above = unit.first.gap or unit.first.page_top or index == 0
    below = index + 1 == len(units) or units[index + 1].first.gap or units[index + 1].first.page_top
    return above and below


def _numbers_a_heading(units: Sequence[_Unit], index: int, text: str) -> bool:
    """Whether '2. Focus op preventie' is a heading: alone on its line, text under it, no item of the same list above
    it.
    """
    unit = units[index]
    if unit.mark is None or not _HEADING_NUMBER.match(unit.mark.marker) or not _fits_heading(text, _HEADING_LENGTH):
        return False
    if index + 1 == len(units) or not (_alone(units, index) or _stands_over_text(units, index)):
        return False
    # Behind a list without white space in it a number that stands free counts chapters.
    free = _alone(units, index) and not units[index - 1].first.gap if index else False
    if index and _counts_on(units[index - 1].mark, unit.mark) and not free:
        return False
    below = units[index + 1]
    if below.first.cells is not None:
        return True
    return below.mark is None and bool(_HEADING_START.match(below.first.text))


def numbered_chapters(lines: Iterable[TextLine], layout: Layout) -> frozenset[int]:
    """The units '1. Inleiding', '2. Zorg' … or 'A. Zorg', 'B. Werk' … of a row of three or more that each stand free
    over unmarked text.
    """
    rows: dict[str, list[int]] = {"123456789": [], "ABCDEFGHI": []}
    for number, (near, index) in enumerate(_with_neighbours(_units(lines, layout))):
        mark = near[index].mark
        if mark is None:
            continue
        for numbers, row in rows.items():
            if len(row) < len(numbers) and mark.number == numbers[len(row)] and _may_be_chapter(near, index, mark):
                row.append(number)
    return frozenset(number for row in rows.values() if len(row) >= _CHAPTERS for number in row)


def _may_be_chapter(units: Sequence[_Unit], index: int, mark: Mark) -> bool:
    if index + 1 == len(units) or not _CHAPTER_NUMBER.match(mark.marker):
        return False
    unit, below = units[index], units[index + 1]
    free = (unit.first.gap or unit.first.page_top or not index) and len(unit.lines) == 1
    over_text = below.first.cells is not None or (below.mark is None and bool(_HEADING_START.match(below.first.text)))
    return free and over_text and _fits_heading(mark.rest, _HEADING_LENGTH)


def _stands_over_text(units: Sequence[_Unit], index: int) -> bool:
    """Whether a short numbered line stands straight over a paragraph of running text."""
    unit, below = units[index], units[index + 1]
    above = unit.first.gap or unit.first.page_top or index == 0
    return above and len(unit.lines) == 1 and below.prose and below.mark is None


def _counts_on(above: Mark | None, here: Mark) -> bool:
    """Whether `here` is the item after `above` in one numbered list."""
    if above is None or above.number is None or here.number is None:
        return False
    return above.number.isdigit() and here.number.isdigit() and int(above.number) + 1 == int(here.number)


def _is_footnote(units: Sequence[_Unit], index: int) -> bool:
    """Whether a star is the mark of a note under a table: a single one, right below it."""
    mark = units[index].mark
    if mark is None or mark.marker != "*" or not index or units[index - 1].first.cells is None:
        return False
    below = units[index + 1].mark if index + 1 < len(units) else None
    return below is None or below.marker != "*"


def _fits_heading(text: str, length: int) -> bool:
    if text.endswith(("!", "?")):
        length = min(length, _QUESTION_LENGTH)
    return len(text) <= length and not _NO_HEADING_END.search(text)


def _looks_like_heading(units: Sequence[_Unit], index: int, text: str, layout: Layout) -> bool:
    """Whether a text without number is a heading by its form: short, on its own, no full stop, and something below
    it.
    """
    unit = units[index]
    if not _fits_heading(text, _HEADING_LENGTH) or not _HEADING_START.match(text) or not _WORD.search(text):
        return False
    if index + 1 == len(units):
        return False
    if layout.width is None:
        return unit.first.gap or unit.first.page_top or index == 0
    if len(unit.lines) > 1 or not (unit.first.gap or unit.first.page_top or index == 0):
        return False
    below = units[index + 1]
    stands_over = below.mark is not None or below.first.cells is not None or len(text) <= _SHORT * layout.width
    return stands_over or _alone(units, index)


def _joined(blocks: Iterable[Block], layout: Layout) -> Iterator[Block]:
    """Blocks with a sentence that a page end or an empty line had cut in two put together again."""
    waiting: list[Block] = []
    for block in blocks:
        if waiting and not _runs_on(waiting[-1], block):
            yield _as_one(waiting, layout)
            waiting = []
        waiting.append(block)
    if waiting:
        yield _as_one(waiting, layout)


def _runs_on(above: Block, block: Block) -> bool:
    if not isinstance(above, Paragraph | ListItem) or not isinstance(block, Paragraph):
        return False
    return goes_on(above.text, block.text)


def _as_one(blocks: Sequence[Block], layout: Layout) -> Block:
    first = blocks[0]
    if len(blocks) == 1 or not isinstance(first, Paragraph | ListItem):
        return first
    text = join_lines([block.text for block in blocks if isinstance(block, Paragraph | ListItem)], layout.words)
    return replace(first, text=text, span=replace(first.span, last=blocks[-1].span.last))
