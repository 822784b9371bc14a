"""Names by the company they keep: 'UWV en Avres'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from beleidsspoor.graph.recognise.naming.dutch_words import is_name
from beleidsspoor.graph.recognise.naming.register_names import Hit

_CAPITAL = r"[A-ZÀ-Þ][\w'’-]{2,30}"
_JOINED = re.compile(rf"^(?:,\s+|\s+(?:en|&)\s+)(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})")
_JOINED_BEFORE = re.compile(rf"(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})\s+en\s+(?:de\s+|het\s+)?$")
_REACH = 100


def up_to_next_name(hit: Hit) -> Hit:
    """A name by its form, without a second one behind 'en': 'GGD Zuid en Avres' are two, 'Stichting Zorg en Welzijn' is
    one.
    """
    first, between, second = hit.name.partition(" en ")
    if hit.kind != "partner" or not between or first.endswith("-") or not is_name(second):
        return hit
    return replace(hit, name=first, end=hit.begin + len(first))


def find_joined(text: str, hits: Sequence[Hit], common: Set[str]) -> Iterator[Hit]:
    """Unknown names that a text puts in one row with a known body: 'UWV en Avres'.

    Dutch words are no names, nor are those that the document writes without a capital as well (`common`).
    """
    for hit in hits:
        if hit.kind != "partner":
            continue
        rule = f"Staat in een rij met ‘{hit.name}’."
        behind = _JOINED.match(text[hit.end : hit.end + _REACH])
        if behind and is_name(behind["name"], common):
            yield Hit(
                hit.end + behind.start("name"),
                hit.end + behind.end("name"),
                "partner",
                behind["name"],
                None,
                rule,
                False,
            )
        begin = max(hit.begin - _REACH, 0)
        before = _JOINED_BEFORE.search(text[begin : hit.begin])
        if before and is_name(before["name"], common):
            start = begin + before.start("name")
            yield Hit(start, begin + before.end("name"), "partner", before["name"], None, rule, False)
