"""What a file with answers holds, however it was made: the filled places, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.reacties.answer_form import CHOOSE, HEADS
from beleidsspoor.graph.register.cells import shorten

_NEW_LINES = re.compile("\r\n?|[\v\f\u2028\u2029]")
#: Signs that no screen shows and that no CSV, XML or RDF can hold.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Filled:
    """One place to answer in which something was written.

    `cells` are the texts by key of HEADS. `where` says where the place is, `places` where each cell is, by that key.
    """

    cells: Mapping[str, str]
    where: str
    places: Mapping[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The text of a cell; empty when there is none."""
        return self.cells.get(key, "")

    def fault(self, key: str, message: str, advice: str) -> Fault:
        """A fault in a cell of this place."""
        return Fault(self.places.get(key) or f"{self.where}, bij '{HEADS[key]}'", None, None, message, advice)


@dataclass(frozen=True)
class FilledForm:
    """One file with answers. `who` is the name at the start, for the places that have none; `file` its name.

    `notices` tell in Dutch what stands in the file and is no answer, such as comments in the margin.
    """

    file: str
    filled: tuple[Filled, ...]
    who: str
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()


def clean(text: str) -> str:
    """A text as the register can hold it: one kind of line end, no hidden signs, no space around it.

    >>> clean(" Waarom?\\r\\nEn wie?\\x00 ")
    'Waarom?\\nEn wie?'
    """
    return _SURROGATE.sub("\ufffd", _HIDDEN.sub("", _NEW_LINES.sub("\n", text))).strip()


def is_filled(cells: Mapping[str, str]) -> bool:
    """Whether somebody answered at a place with these texts: there is a text, or a kind was chosen."""
    return bool(cells.get("tekst") or chosen_kind(cells.get("soort", "")))


def chosen_kind(text: str) -> str:
    """The kind that was chosen, in small letters; empty when a place still asks to choose one.

    >>> chosen_kind("Kies een soort"), chosen_kind("Vraag ")
    ('', 'vraag')
    """
    return plain(plain(text).removeprefix(plain(CHOOSE)))


def plain(text: str) -> str:
    """A head, kind or word as it is compared: small letters, single spaces, no colon or full stop at the end.

    >>> plain(" Soort  reactie: ")
    'soort reactie'
    """
    return " ".join(clean(text).casefold().split()).rstrip(".:").rstrip()


def begin_of(text: str) -> str:
    """The begin of a text on one line, for use in a message."""
    return shorten(" ".join(text.split()))
