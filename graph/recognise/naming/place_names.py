"""Villages: by what a Dutch place name looks like behind a word of place, by the row they stand in, and by their own
dorpsraad or dorpshuis.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from importlib.resources import files
from io import StringIO

from beleidsspoor.graph.recognise.cues import load_cues
from beleidsspoor.graph.recognise.naming.dutch_words import is_name
from beleidsspoor.graph.recognise.naming.register_names import KnownName, NameIndex
from beleidsspoor.graph.recognise.wording import squeeze

_MUNICIPALITIES = "gemeenten.csv"
_CAPITAL = r"[A-ZÀ-Þ][\w'’]{1,30}(?:-[A-ZÀ-Þ][\w'’]{1,30}){0,3}"
#: One word, with a word before it ('Den Bulk', 'Sint Maarten') or water behind it ('Capelle aan den IJssel').
_PLACE = (
    rf"(?:(?:De|Den|Het|Sint|Nieuwe?|Oude?|Groot|Grote|Kleine?|Hoge|Lage)\s+)?{_CAPITAL}"
    rf"(?:\s+aan\s+(?:de|den|het)\s+{_CAPITAL})?"
)
_ROW = rf"{_PLACE}(?:,\s+{_PLACE}){{0,20}}(?:,?\s+(?:en|of)\s+{_PLACE})?(?!\s[A-ZÀ-Þ]|[\w-])"
_BEHIND = re.compile(
    rf"\b(?:[Ii]n|[Tt]e|[Nn]aar|[Uu]it|[Rr]ond(?:om)?|[Bb]uiten|[Nn]abij|[Bb]ij|[Tt]ussen)\s+(?P<names>{_ROW})"
)
#: Behind 'van' stands a person as well: only behind a small word that is no title.
_AFTER_VAN = re.compile(
    rf"\b(?!wethouder|burgemeester|mevrouw|meneer|heer|familie|dokter|raadslid)[a-zà-ÿ]{{3,}}\s+van\s+"
    rf"({_CAPITAL})(?!\s[A-ZÀ-Þ]|[\w-])"
)
#: A row of three or more names, wherever it stands.
_ENUMERATED = re.compile(
    rf"(?<![\w-])(?P<names>{_PLACE}(?:,\s+{_PLACE}){{1,20}},?\s+(?:en|of)\s+{_PLACE})(?!\s[A-ZÀ-Þ]|[\w-])"
)
#: What has a row of villages behind it, whatever they are called.
_VILLAGES = r"(?:kernen|dorpen|dorpskernen|woonkernen|wijken)(?:\s+\w+){0,2}?\s*:?|dorpshui(?:s|zen)\s+(?:in|van)"
_LISTED = re.compile(
    rf"\b(?:{_VILLAGES})\s+(?P<names>{_PLACE}(?:,\s+{_PLACE}){{1,20}}(?:,?\s+en\s+{_PLACE})?|{_PLACE}\s+en\s+{_PLACE})"
)
_OF_A_VILLAGE = re.compile(
    rf"\b[Dd]orps(?:raad|belangen|belang|huis|vereniging|coöperatie|plan|visie)\s+(?P<name>{_CAPITAL})"
)
_INSIDE = re.compile(rf"\b[Ii]n ({_CAPITAL})(?!\s[A-ZÀ-Þ])")
_MUNICIPALITY = re.compile(rf"\b(?i:gemeenten?)\s+(?P<names>{_ROW})")
_BETWEEN = re.compile(r",\s+(?:en\s+|of\s+)?|\s+(?:en|of)\s+")
#: A name that does not look like a place is one when the text says this often that something happens in it.
_OFTEN = 3
#: One works with a body, or something is done by it; not with a place.
_WORKS = re.compile(rf"\b(?:[Mm]et|[Dd]oor)\s+({_CAPITAL})")
_COUNTRY = re.compile(r"(?:ië|land|ije|landen)$")


def learn_places(text: str, municipalities: Set[str], common: Set[str], names: NameIndex) -> None:
    """Teach the index the villages of a text: those it lists as kernen or dorpen, those that have a dorpsraad or
    dorpshuis and that something happens *in*, and what looks like a Dutch place behind a word of place.

    No village are `municipalities` (as `find_municipalities` gives them), the names that the index has, and Dutch words
    (`common`: what the document writes in small letters).
    """
    _learn((name for row in _rows(_LISTED, text) for name in row), names, "Staat in een rij kernen of dorpen.")
    inside = Counter(_INSIDE.findall(text))
    named = [match["name"] for match in _OF_A_VILLAGE.finditer(text)]
    _learn((name for name in named if inside[name]), names, "Heeft een dorpsraad, dorpshuis of iets dergelijks.")
    rows = [*_rows(_BEHIND, text), *([name] for name in _AFTER_VAN.findall(text))]
    behind = [_free(row, municipalities, names) for row in rows]
    places = {name for row in behind for name in row if looks_like_place(name) and _is_no_word(name, common)}
    _learn(places, names, "Ziet eruit als een plaatsnaam en staat achter ‘in’, ‘naar’ of iets dergelijks.")
    for row in (*behind, *(_free(row, municipalities, names) for row in _rows(_ENUMERATED, text))):
        # A row needs one place that is known, or three words that look like one.
        if len(row) > 1 and (places.intersection(row) or sum(map(looks_like_place, row)) > 2):
            alike = (name for name in row if " " in name or looks_like_place(name) or _is_no_word(name, common))
            _learn(alike, names, "Staat in een rij met een plaatsnaam.")
    bodies = set(_WORKS.findall(text))
    often = {name for name in inside if inside[name] >= _OFTEN and not _COUNTRY.search(name)} - bodies
    found = (name for row in behind for name in row if name in often and _is_no_word(name, common))
    _learn(found, names, "Hier gebeurt volgens de tekst vaak iets.")


def find_municipalities(text: str, head: str) -> Set[str]:
    """The names, squeezed, that are of a municipality or a region: those of ontology/gemeenten.csv and the table of
    signals, what stands behind 'gemeente' or has what only a municipality has, and the words of the `head` of a text.
    """
    called = [name for row in _rows(_MUNICIPALITY, text) for name in row]
    named = (*called, *_named_after().findall(text), *re.findall(r"[\w-]+", head))
    return _no_villages().union(map(squeeze, named))


def _rows(pattern: re.Pattern[str], text: str) -> Iterator[list[str]]:
    for match in pattern.finditer(text):
        yield _BETWEEN.split(match["names"])


def _free(row: Sequence[str], taken: Set[str], names: NameIndex) -> list[str]:
    return [name for name in row if squeeze(name) not in taken and names.exact(name) is None]


def _learn(places: Iterable[str], names: NameIndex, rule: str) -> None:
    for name in places:
        names.add(KnownName("kern", name, name, "", rule, sure=False))


def _is_no_word(name: str, common: Set[str]) -> bool:
    """True for a name that is not just a Dutch word with a capital: 'Hoge Heide' is a name, 'Heide' may be none."""
    word = name.partition(" aan ")[0].split()[-1]
    telling = word.rpartition("-")[2]
    return (telling != name and looks_like_place(name)) or is_name(telling, common)


def looks_like_place(name: str) -> bool:
    """True for a word with the beginning or the end of a Dutch place name: 'Oudeveen', 'Nieuw-Dorp'."""
    return _shape().fullmatch(name) is not None


def begins_as_place(name: str) -> bool:
    """True for more words of which the first is that of a place name: 'Nieuwe Meent'."""
    return any(name.startswith(begin) for begin in _parts()[0] if begin.endswith(" "))


@lru_cache(maxsize=1)
def _parts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the table that begin a place name, and those that end one."""
    words = [cue.word for cue in load_cues().of_form("plaatsdeel") if cue.kind == "kern"]
    begins = tuple(word[:-1] for word in words if word.endswith("*"))
    return begins, tuple(word[1:] for word in words if word.startswith("*"))


@lru_cache(maxsize=1)
def _shape() -> re.Pattern[str]:
    """What a place name looks like, as one pattern."""
    begins, ends = ("|".join(map(re.escape, part)) for part in _parts())
    return re.compile(rf"(?:\w+\s+)?[\w'’-]{{2,}}(?:{ends})(?:\s+aan\s+\w+\s+\w+)?|(?:{begins})[\w'’-]{{3,}}")


@lru_cache(maxsize=1)
def _named_after() -> re.Pattern[str]:
    """What carries the name of a municipality and not of a village: 'Voedselbank …', 'Iedereen in …'."""
    words = [cue.word for cue in load_cues().of_form("plaatsdeel") if cue.kind == "gemeente"]
    before = "|".join(r"\s+".join(map(re.escape, word.replace("@", "").split())) for word in words)
    return re.compile(rf"\b(?:{before})\s+({_CAPITAL})")


@lru_cache(maxsize=1)
def _no_villages() -> frozenset[str]:
    """The municipalities, and the names of the table of signals that are regions or no name at all."""
    text = (files("beleidsspoor.ontology") / _MUNICIPALITIES).read_text(encoding="utf-8")
    known = [name for row in csv.DictReader(StringIO(text)) for name in (row["naam"], *row["andere_namen"].split(";"))]
    known += [cue.word for cue in load_cues().of_form("naam") if cue.kind in ("regio", "geen")]
    return frozenset(_squeezed(known))


def _squeezed(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if squeezed := squeeze(word):
            yield squeezed
