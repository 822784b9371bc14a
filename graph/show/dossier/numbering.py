"""The numbers of headings: 1, 1.1, 1.1.1 in the main part, A, A.1 in the annex."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beleidsspoor.graph.dossier.model import AnswerPlace, Block, Bullets, Chart, DataTable, Paragraph, Section

#: Word and the table of contents know this many levels; what lies deeper is a heading of the last one.
DEEPEST = 3
#: The table of contents goes this deep, as long as it fits on a page; so many lines fit below the title.
_LISTED, _ON_A_PAGE, _ON_THE_FRONT = 2, 40, 16


@dataclass(frozen=True)
class Heading:
    """A heading with its number."""

    level: int
    number: str
    text: str
    anchor: str


#: The blocks that are written: those of the model, with headings that have their number.
Numbered = Heading | Paragraph | Bullets | DataTable | Chart | AnswerPlace


def with_numbers(blocks: Iterable[Block], *, letters: bool = False) -> list[Numbered]:
    """The blocks, with each Section as a numbered Heading. With `letters` the chapters are A, B, C.

    >>> [block.number for block in with_numbers([Section(1, "a", "a"), Section(2, "b", "b"), Section(1, "c", "c")])]
    ['1', '1.1', '2']
    """
    counts: list[int] = []
    found: list[Numbered] = []
    for block in blocks:
        if not isinstance(block, Section):
            found.append(block)
            continue
        # A screen reader loses its way when a level is left out.
        level = min(max(block.level, 1), DEEPEST, len(counts) + 1)
        counts = (counts + [0] * level)[:level]
        counts[-1] += 1
        first = _letter(counts[0]) if letters else str(counts[0])
        number = ".".join([first, *(str(count) for count in counts[1:])])
        found.append(Heading(level, number, block.text, "-".join(block.anchor.split())))
    return found


@dataclass(frozen=True)
class Contents:
    """The table of contents: its headings, how many levels it shows, and whether it needs a page of its own."""

    headings: tuple[Heading, ...]
    levels: int
    apart: bool


def contents_of(headings: Iterable[Heading]) -> Contents:
    """What stands in the table of contents: chapters and sections, or of very many the chapters alone."""
    every = tuple(headings)
    listed = tuple(heading for heading in every if heading.level <= _LISTED)
    if len(listed) <= _ON_A_PAGE:
        return Contents(listed, _LISTED, len(listed) > _ON_THE_FRONT)
    return Contents(tuple(heading for heading in every if heading.level == 1), 1, False)


def _letter(count: int) -> str:
    letters = ""
    while count > 0:
        count, place = divmod(count - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters or "0"
