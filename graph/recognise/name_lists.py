"""Names by the company they keep: 'de kernen Oudeveer, Nieuwdorp en Bovenkerk', 'UWV en Avres'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from beleidsspoor.graph.recognise.register_names import Hit, KnownName, NameIndex

_CAPITAL = r"[A-ZÀ-Þ][\w'’-]{2,30}"
#: A village has one word, or more with a hyphen, or a small word in between: 'Nieuwe Pekela', 'Sint Jansklooster'.
_PLACE = rf"{_CAPITAL}(?:\s+(?:aan\s+(?:de|den)\s+)?{_CAPITAL})?"
_PLACES = re.compile(
    rf"\b(?:kernen|dorpen|dorpskernen|woonkernen)(?:\s+\w+){{0,2}}?\s*:?\s+(?P<names>{_PLACE}(?:,\s+{_PLACE})+(?:,?\s+en\s+{_PLACE})?"
    rf"|{_PLACE}\s+en\s+{_PLACE})"
)
_OF_A_VILLAGE = re.compile(
    rf"\b[Dd]orps(?:raad|belangen|belang|huis|vereniging|coöperatie|plan|visie)\s+(?P<name>{_CAPITAL})"
)
_INSIDE = re.compile(rf"\b[Ii]n ({_CAPITAL})")
_BETWEEN = re.compile(r",\s+(?:en\s+)?|\s+en\s+")
_JOINED = re.compile(rf"^(?:,\s+|\s+(?:en|&)\s+)(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})")
_JOINED_BEFORE = re.compile(rf"(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})\s+en\s+(?:de\s+|het\s+)?$")
_REACH = 100


def learn_places(text: str, names: NameIndex) -> None:
    """Teach the index the villages that a text lists, and those that have a dorpsraad or dorpshuis and that the text
    says something happens *in*.
    """
    for match in _PLACES.finditer(text):
        for name in _BETWEEN.split(match["names"]):
            names.add(KnownName("kern", name, name, "", "Staat in een rij kernen of dorpen."))
    inside = frozenset(_INSIDE.findall(text))
    for match in _OF_A_VILLAGE.finditer(text):
        name = match["name"]
        if name in inside:
            names.add(KnownName("kern", name, name, "", "Heeft een dorpsraad, dorpshuis of iets dergelijks."))


def up_to_next_name(hit: Hit) -> Hit:
    """A name by its form, without a second one behind 'en': 'GGD Zuid en Avres' are two, 'Stichting Zorg en Welzijn' is
    one.
    """
    first, between, second = hit.name.partition(" en ")
    # 'GGD Noord- en Oost-Gelderland' is one.
    if hit.kind != "partner" or not between or first.endswith("-") or not _is_name(second):
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
        if behind and _is_name(behind["name"], common):
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
        if before and _is_name(before["name"], common):
            start = begin + before.start("name")
            yield Hit(start, begin + before.end("name"), "partner", before["name"], None, rule, False)


def _is_name(text: str, common: Set[str] = frozenset()) -> bool:
    """True for words of which none is a Dutch word: the first word of a sentence has a capital as well."""
    import simplemma

    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return not any(word in common or simplemma.is_known(word, lang="nl") for word in words)
