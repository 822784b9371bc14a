"""The names and spellings of the register, ready to be found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beleidsspoor.graph.recognise.wording import squeeze
from beleidsspoor.graph.register.reading import Register

#: The tables whose names are looked for, with the kind of mention.
TABLES = {"partners": "partner", "programmas": "programma", "wetten": "wet", "kernen": "kern", "regios": "regio"}
#: The ruimte whose names count everywhere, and the tables that name the place of another.
NATIONAL = "landelijk"
_PLACES = ("gemeenten", "regios")
#: A name of one word that is no longer than this is only found with the same capitals.
_SHORT = 5
#: No document has more bodies and villages of its own; every name makes looking for names slower.
_MOST_LEARNED = 2000
TOKEN = re.compile(r"[^\W_]+")
_LONGER = re.compile(r"[-‐][^\W\d_]|['’](?:er|ers|en)\b")
_BRACKETED = re.compile(r"\s*\(([^)]{2,40})\)")
#: The last part of a word that tells by itself what it is, also without a capital.
_TELLING_END = re.compile(
    r"(?:wet|akkoord|agenda|punt|centrum|visie|nota|programma|plan|raad|regeling|verordening|scenario|"
    r"platform|netwerk|team|teams|uitkering|methodiek|quotum|week)$"
)


@dataclass(frozen=True)
class KnownName:
    """One spelling of one row of the register, or of a name that the text itself tells.

    One that is not `sure` was learned by its company, and only counts as it was written there.
    """

    kind: str
    name: str
    spelling: str
    reference: str
    rule: str = "Naam uit het register."
    sure: bool = True


@dataclass(frozen=True)
class Hit:
    """A name in a text, from `begin` up to `end`."""

    begin: int
    end: int
    kind: str
    name: str
    reference: str | None
    rule: str
    sure: bool = True


class NameIndex:
    """The spellings by their first word, the longest first."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], KnownName]]] = {}
        self._exact: dict[str, KnownName] = {}
        self._learned = 0
        for known in names:
            words = tuple(_fold(word) for word in TOKEN.findall(known.spelling))
            if words:
                self._by_word.setdefault(words[0], []).append((words, known))
                self._exact.setdefault(squeeze(known.spelling), known)
        for entries in self._by_word.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def add(self, known: KnownName) -> None:
        """Add a spelling, for instance an abbreviation that the text itself introduces.

        Of the names that are not sure no more than a document may hold are kept.
        """
        if not known.sure and self._learned >= _MOST_LEARNED:
            return
        self._learned += not known.sure
        words = tuple(_fold(word) for word in TOKEN.findall(known.spelling))
        if words and squeeze(known.spelling) not in self._exact:
            entries = self._by_word.setdefault(words[0], [])
            entries.append((words, known))
            entries.sort(key=lambda entry: -len(entry[0]))
            self._exact[squeeze(known.spelling)] = known

    def exact(self, text: str) -> KnownName | None:
        """The row that has just this name or spelling."""
        return self._exact.get(squeeze(text))

    def find(self, text: str) -> Iterator[Hit]:
        """All names in a text, from left to right, the longest at each place."""
        tokens = [(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text)]
        folded = [_fold(token) for _, _, token in tokens]
        at = 0
        while at < len(tokens):
            hit = self._at(text, tokens, folded, at)
            if hit is None:
                at += 1
                continue
            found, width = hit
            yield found
            at += width

    def _at(self, text: str, tokens: list[tuple[int, int, str]], folded: list[str], at: int) -> tuple[Hit, int] | None:
        for words, known in self._by_word.get(folded[at], ()):
            end = at + len(words)
            if tuple(folded[at:end]) != words:
                continue
            begin, stop = tokens[at][0], tokens[end - 1][1]
            if "(" in text[begin:stop] and text[stop : stop + 1] == ")":
                stop += 1
            written = text[begin:stop]
            fits = _may_be(known.spelling, written, len(words)) if known.sure else written == known.spelling
            if fits and _is_whole(text, begin, stop):
                reference = known.reference or None
                return Hit(begin, stop, known.kind, known.name, reference, known.rule, known.sure), len(words)
        return None


def index_of(register: Register | None, text: str) -> NameIndex:
    """The index of a register for a document with this text; of None an empty one.

    What one municipality or region calls 'Maatschappelijke Agenda' or 'de bibliotheek' is another thing elsewhere: the
    names of a ruimte only count in a document that names the ruimte, its municipality or its region.
    """
    if register is None:
        return NameIndex(())
    places = [(row.ruimte, row.one("naam") or "") for table in _PLACES for row in register.rows_of(table)]
    places += [(ruimte, ruimte.capitalize()) for ruimte in register.ruimtes]
    # 'Twents' and 'Twentse' name the region as well.
    named = {ruimte for ruimte, name in places if name and name.removeprefix("Gemeente ").removesuffix("e") in text}
    return NameIndex(_known(register, {*named, NATIONAL}))


def programmes_of(register: Register | None) -> list[str]:
    """The names of programmes that are not one municipality's own."""
    if register is None:
        return []
    rows = register.rows_of("programmas")
    return [row.one("naam") or "" for row in rows if row.one("niveau") in ("landelijk", "regionaal")]


def _known(register: Register, named: set[str]) -> Iterator[KnownName]:
    for table, kind in TABLES.items():
        for row in register.rows_of(table):
            name = row.one("naam")
            if name is None or row.ruimte not in named:
                continue
            for spelling in dict.fromkeys((name, *_without_brackets(name), *row.cells.get("andere_namen", ()))):
                yield KnownName(kind, name, spelling, row.reference)


def _without_brackets(name: str) -> tuple[str, ...]:
    short = _BRACKETED.findall(name)
    return (_BRACKETED.sub("", name).strip(), *short) if short else ()


def _fold(word: str) -> str:
    return squeeze(word) or word.casefold()


def _may_be(spelling: str, text: str, words: int) -> bool:
    """Whether the capitals allow it: 'BOR' is not 'bor', a name of one word has its capital."""
    if words > 1:
        capitals = any(sign.isupper() for sign in text) or not any(sign.isupper() for sign in spelling)
        return capitals or any(_TELLING_END.search(word) for word in text.split())
    if len(spelling) <= _SHORT or spelling.isupper():
        return text == spelling or (text.upper() == spelling.upper() and text[:1].isupper() and not spelling.islower())
    if spelling[:1].isupper() and not _TELLING_END.search(spelling.casefold()):
        return text[:1].isupper()
    return True


def _is_whole(text: str, begin: int, end: int) -> bool:
    """True when the hit is no part of a longer word: 'Wmo' in 'Wmo-raad', 'GGD' in "wijk-GGD'er"."""
    before = text[max(begin - 2, 0) : begin]
    return _LONGER.match(text, end) is None and not (before[1:] == "-" and before[0].isalpha())
