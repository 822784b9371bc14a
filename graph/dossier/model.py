"""What a dossier is made of: chapters of plain blocks, which every form (Word, HTML, PDF) writes in its own way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A numbered heading. `level` counts from 1 (a chapter); `anchor` is unique in the dossier; text is Dutch."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """Sentences of plain Dutch. `place` says where it was read, as a reader would say it."""

    text: str
    place: str | None = None


@dataclass(frozen=True)
class Bullets:
    """A list of short texts, each with where it was read."""

    items: tuple[Paragraph, ...]
    numbered: bool = False


@dataclass(frozen=True)
class DataTable:
    """A table with one row of heads. `caption` says what it shows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Point:
    """One figure of a chart: the year, the number, or the words that stand instead of a number."""

    year: int
    number: float | None
    words: str = ""


@dataclass(frozen=True)
class Chart:
    """The figures of one indicator. `reached` is what was measured, `wanted` the streefwaarde or what was budgeted.

    `alt` tells the same in one Dutch sentence or two, for who does not see the picture. `wanted_name` says what the
    wanted figures are.
    """

    title: str
    unit: str
    reached: tuple[Point, ...]
    wanted: tuple[Point, ...]
    alt: str
    anchor: str
    place: str | None = None
    wanted_name: str = "streefwaarde of begroot"


@dataclass(frozen=True)
class AnswerPlace:
    """A place to answer about one element.

    `element` is `ruimte:id`, `name` what a reader calls it, `version` its fingerprint when the dossier was made.
    `question` is the question to the council that is answered there; empty at the place of the element itself.
    """

    element: str
    name: str
    version: str
    question: str = ""


Block = Section | Paragraph | Bullets | DataTable | Chart | AnswerPlace


@dataclass(frozen=True)
class Dossier:
    """A whole dossier. `facts` are label and text: filter, register version, sources and their dates.

    `annex` is what the bounded main part left out, in the same blocks.
    """

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    annex: tuple[Block, ...] = ()
