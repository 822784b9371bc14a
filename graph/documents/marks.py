"""The marks that writers set in front of a line: bullets, numbers of items, numbers of headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Private-use glyphs are what Symbol and Wingdings bullets become in a PDF.
_GLYPH = "•◦▪▫●○■□◆◇►▶▸‣⁃∙·➢➤➔→✓✔❖»›§\uf000-\uf0ff\ufffd"
_BULLET = re.compile(rf"^(?P<mark>[{_GLYPH}*+–—-]|o(?=\s+\S))(?:\s+|(?<=[{_GLYPH}]))(?P<rest>\S.*)$")
#: A list within a list, or one that was copied from a web page, may leave two marks: '• 1.', '• -', '- •', '- 1.'.
_LONE_BULLET = re.compile(
    rf"^[{_GLYPH}–—-]$|^o$|^[{_GLYPH}]\s+[{_GLYPH}–—-]$|^[–—-]\s+[{_GLYPH}]$|"
    rf"^[{_GLYPH}–—-]\s+(?P<number>\d{{1,2}}|[a-z])[.)°]$"
)
_ITEM_NUMBER = re.compile(
    r"^(?P<mark>\(?(?P<number>\d{1,3}|\d{1,2}[a-z]|[a-zA-Z]|[ivx]{1,5})(?:[.)]|\s?-(?=\s)|°))\s+(?P<rest>\S.*)$"
)
_OUTLINE = re.compile(r"^(?P<number>(?:\d{1,2}|[A-Z])(?:\.\d{1,3}){1,5})\.?\s+(?P<rest>[^\W\d_].*|['‘\"“(].*)$")
#: Behind a bullet '1.1 Meer' is a number, '1.144 inwoners' or '7.30 Ontbijt' is not.
_SUB_NUMBER = re.compile(r"^(?P<number>[1-9]\d?(?:\.[1-9]\d?){1,3})\.?\s+(?P<rest>[A-ZÀ-Þ].*)$")
_CHAPTER_NUMBER = re.compile(r"^(?P<number>\d{1,2})\s+(?P<rest>[A-ZÀ-Þ].*)$")
_CHAPTER_WORD = re.compile(
    r"^(?P<word>hoofdstuk|paragraaf|bijlage|deel|programma)\s+(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\b"
    r"\s*[:.–-]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mark:
    """A mark in front of a text: the mark as printed, the number or letter in it, and the text behind it."""

    marker: str
    number: str | None
    rest: str


def item_mark(text: str) -> Mark | None:
    """The mark of a list item; a number behind a bullet ('- 3) kijken') is the number of the item.

    >>> item_mark("- 3) kijken met een brede blik")
    Mark(marker='- 3)', number='3', rest='kijken met een brede blik')
    """
    bullet = _BULLET.match(text)
    if bullet is None:
        return _numbered(text)
    inner = _numbered(bullet["rest"]) or _sub_number(bullet["rest"]) or _second_bullet(bullet["rest"])
    if inner is None:
        return Mark(bullet["mark"], None, bullet["rest"])
    return Mark(f"{bullet['mark']} {inner.marker}", inner.number, inner.rest)


def _numbered(text: str) -> Mark | None:
    match = _ITEM_NUMBER.match(text)
    return Mark(match["mark"], match["number"], match["rest"]) if match else None


def _sub_number(text: str) -> Mark | None:
    match = _SUB_NUMBER.match(text)
    return Mark(match["number"], match["number"], match["rest"]) if match else None


def _second_bullet(text: str) -> Mark | None:
    match = re.match(r"^(o|[•◦▪])\s+(\S.*)$", text)
    return Mark(match[1], None, match[2]) if match else None


def is_lone_bullet(text: str) -> bool:
    """True for a bullet alone on its line, with a number or not: the item stands on the next one."""
    return bool(_LONE_BULLET.match(text))


def lone_mark(text: str, rest: str) -> Mark:
    """The mark that stands alone on its line, over the text of its item."""
    match = _LONE_BULLET.match(text)
    return Mark(text, match["number"] if match else None, rest)


def heading_mark(text: str) -> tuple[Mark, int] | None:
    """The number of a heading and the level that follows from it; None when the text does not begin as a numbered
    heading.

    >>> heading_mark("1.2.4 Toegang van inwoners tot ondersteuning")
    (Mark(marker='1.2.4', number='1.2.4', rest='Toegang van inwoners tot ondersteuning'), 3)
    """
    outline = _OUTLINE.match(text)
    if outline:
        return Mark(outline["number"], outline["number"], outline["rest"]), outline["number"].count(".") + 1
    word = _CHAPTER_WORD.match(text)
    if word and (not word["rest"] or word["rest"][0].isupper() or word["rest"][0] in "'‘\"“("):
        marker = text[: word.end("number")]
        return Mark(marker, word["number"], word["rest"] or text), word["number"].count(".") + 1
    chapter = _CHAPTER_NUMBER.match(text)
    if chapter:
        return Mark(chapter["number"], chapter["number"], chapter["rest"]), 1
    return None
