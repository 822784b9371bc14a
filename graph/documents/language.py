"""Passages in another language than Dutch, told by the small words that every sentence needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidsspoor.graph.documents.model import Block, Document, ListItem, Paragraph
from beleidsspoor.graph.faults import Fault

_DUTCH = "Nederlands"
#: The most frequent small words of each language; a word that two of them share stands with both.
_SMALL_WORDS = f"""
{_DUTCH}: de het een van en zijn niet voor met aan ook dat die deze dit wij ze worden wordt bij naar
om op uit te er maar als of wat onze door heeft hebben kunnen moeten waar meer over in is we
Duits: der das und ist nicht mit auf für sich dem den des ein eine einen einer zu von wir ich sie
auch dass werden wird bei nach oder wie aus haben sind unsere durch können über zum zur im vom in
die
Engels: the and of to is that for with are this be was by from has have we our you they not will
which their it its or can as at in
Frans: le la les des et est une du dans pour que qui pas avec sur nous vous ce cette sont par aux
leur mais ou il elle être de en
"""
_WORD = re.compile(r"[^\W\d_]+")
#: A passage is judged from this many words; its language needs this many small words, and this share of all words.
_FEWEST, _SMALL, _SHARE = 12, 4, 0.15


def _by_language() -> dict[str, frozenset[str]]:
    parts = re.split(r"^(\w+):", _SMALL_WORDS, flags=re.MULTILINE)[1:]
    return {language: frozenset(words.split()) for language, words in zip(parts[::2], parts[1::2], strict=True)}


_SETS = _by_language()


def language_of(text: str) -> str | None:
    """The language of this passage, in Dutch; None when it is too short or not clear.

    >>> language_of("Wir haben mit den Menschen und der Gemeinde über das Ziel gesprochen, und das ist für alle gut.")
    'Duits'
    """
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST:
        return None
    counts = {language: sum(1 for word in words if word in small) for language, small in _SETS.items()}
    best, second = sorted(counts, key=lambda language: counts[language], reverse=True)[:2]
    if counts[best] < max(_SMALL, _SHARE * len(words)) or counts[best] < 1.5 * counts[second]:
        return None
    return best


def with_foreign_passages(document: Document) -> Document:
    """The document, with a warning for every paragraph or list item that is not in Dutch."""
    found = tuple(_warnings(document))
    return replace(document, warnings=(*document.warnings, *found)) if found else document


def _warnings(document: Document) -> Iterator[Fault]:
    for block in document.blocks:
        language = _foreign(block)
        if language is not None:
            page = f" (bladzijde {block.span.page})" if block.span.page is not None else ""
            message = f"Deze passage{page} lijkt {language}, niet {_DUTCH}."
            advice = "Kijk of de passage goed is overgenomen; wat er in staat wordt misschien niet herkend."
            yield Fault(document.file, block.span.first, None, message, advice)


def _foreign(block: Block) -> str | None:
    if not isinstance(block, Paragraph | ListItem):
        return None
    language = language_of(block.text)
    return language if language != _DUTCH else None
