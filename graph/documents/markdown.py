"""Markdown, through markdown-it-py. The lines are those of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from beleidsspoor.graph.documents.drafting import Cell, Draft
from beleidsspoor.graph.documents.limits import LIMITS, read_bounded, refuse
from beleidsspoor.graph.documents.model import Document, Span
from beleidsspoor.graph.documents.text import check_lines, decode, split_lines

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]{0,2000}>", re.DOTALL)
_HAS_TEXT = re.compile(r"\w")
_LINK_TARGET = re.compile(r"^ {0,3}\[[^\]]+\]:")
_FRONT_MATTER = re.compile(r"\A---\n(?:[^\n]*\n){0,100}?---\n")


def read_markdown(path: Path) -> Document:
    """The Markdown file at `path` (CommonMark with tables). Raises InputFaults when it is no text or larger than
    LIMITS allow.
    """
    from markdown_it import MarkdownIt

    text, warnings = decode(path, read_bounded(path, LIMITS.markup_file))
    lines, _ = split_lines(text)
    check_lines(path, lines, LIMITS.markup_line)
    draft = Draft(path, list(lines), warnings=list(warnings))
    # The front matter of a site is data, not text; its lines stay, so that the lines below it keep their numbers.
    body = _FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), "\n".join(lines) + "\n")
    try:
        tokens = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(body)
    except RecursionError:
        refuse(path, "Dit bestand is te diep genest.", "Haal geneste lijsten of citaten weg.")
    _Walk(draft).blocks(tokens)
    _add_missed(draft, body.split("\n"))
    return draft.finish("md")


def _add_missed(draft: Draft, lines: Sequence[str]) -> None:
    """Add lines with text that are in no block, such as those of lists nested deeper than markdown-it follows."""
    covered = {line for block in draft.blocks for line in range(block.span.first, block.span.last + 1)}
    missed = [
        number
        for number, line in enumerate(lines, start=1)
        if number not in covered and _HAS_TEXT.search(_TAG.sub("", line)) and not _LINK_TARGET.match(line)
    ]
    for number in missed:
        draft.paragraph(_TAG.sub(" ", lines[number - 1]), at=Span(number, number))
    if missed:
        draft.blocks.sort(key=lambda block: block.span.first)
        message = f"{len(missed)} regels, de eerste is regel {missed[0]}, zijn als losse tekst gelezen."
        draft.warn(message, "Kijk of lijsten of citaten daar te diep genest zijn.")


class _Walk:
    """Goes through the tokens once, from top to bottom."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lists: list[tuple[bool, int]] = []
        self.fresh_item: str | None = None
        self.rows: list[list[Cell]] = []
        self.row_spans: list[Span] = []
        self.span = Span(1, 1)

    def blocks(self, tokens: Sequence[Token]) -> None:
        """Add the blocks that these tokens make to the draft."""
        for index, token in enumerate(tokens):
            if token.map:
                self.span = Span(token.map[0] + 1, max(token.map[1], token.map[0] + 1))
            if token.type in ("bullet_list_open", "ordered_list_open"):
                start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else 0
                self.lists.append((token.type == "ordered_list_open", start))
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
            elif token.type == "list_item_open":
                self._open_item(token)
            elif token.type == "inline":
                self._inline(tokens[index - 1], token)
            elif token.type in ("fence", "code_block", "html_block"):
                self._text(_TAG.sub(" ", token.content) if token.type == "html_block" else token.content, False)
            else:
                self._table(token)

    def _open_item(self, token: Token) -> None:
        ordered, count = self.lists[-1]
        self.fresh_item = f"{count}{token.markup}" if ordered else token.markup
        self.lists[-1] = (ordered, count + 1)

    def _inline(self, around: Token, token: Token) -> None:
        text, bold = _plain(token)
        if around.type == "heading_open":
            self.draft.heading(text, int(around.tag[1]), at=self.span)
        elif around.type in ("th_open", "td_open"):
            self.rows[-1].append(Cell(text, head=around.type == "th_open"))
        else:
            self._text(text, bold)

    def _text(self, text: str, bold: bool) -> None:
        if self.fresh_item is not None and self.lists:
            self.draft.item(text, len(self.lists), self.fresh_item, bold, at=self.span)
            self.fresh_item = None
        else:
            self.draft.paragraph(text, bold, at=self.span)

    def _table(self, token: Token) -> None:
        if token.type == "tr_open":
            self.rows.append([])
            self.row_spans.append(self.span)
        elif token.type == "table_close":
            self.draft.table(self.rows, at=self.row_spans)
            self.rows, self.row_spans = [], []


def _plain(token: Token) -> tuple[str, bool]:
    """The text without markup, and whether all of it is bold."""
    texts: list[str] = []
    strong, loose = 0, False
    for child in token.children or []:
        if child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
        elif child.type in ("softbreak", "hardbreak"):
            texts.append(" ")
        elif child.type in ("text", "code_inline", "image"):
            texts.append(child.content)
            loose = loose or (not strong and bool(child.content.strip()))
    text = "".join(texts)
    return text, bool(text.strip()) and not loose
