"""The words that tell what stands below or beside them. They are data: ontology/signalen.csv, one word a row.

A woord is matched without case, accents, spaces and punctuation, so that run-together words are found too.
`*` stands for any ending of the word (or, in front, any beginning), `[een|twee]` for words that may stand there, `…`
for anything, `#` for a year. A vraag is a word in a question that stands as a heading; what comes first in the table
goes first. A name form (vorm naam) has `@` for the name itself: one or more words with a capital; a citaat is the word
before a name between quotes, a plaatsdeel the beginning or end of a place name (soort kern) or what carries the name of
a municipality (soort gemeente), a waarde what is met in a column of units or sources.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import StringIO

from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.recognise.wording import COUNTS, squeeze

FILE = "signalen.csv"
COLUMNS = ("soort", "vorm", "woord", "voorbeeld")
#: What a row may be: where the word stands. Each has its own way of matching.
FORMS = (
    "label",
    "titel",
    "kop",
    "aanloop",
    "kolom",
    "rij",
    "actor",
    "vraag",
    "onderwerp",
    "bron",
    "naam",
    "woorddeel",
    "plaatsdeel",
    "vorm",
    "stuk",
    "code",
    "reeks",
    "waarde",
    "citaat",
)

_OPTIONAL = re.compile(r"\[[^\]]*\]|[*…#]")
_PART = re.compile(r"\[([^\]]*)\]|(\*)|(…)|(#)|([^\[\]*…#]+)")
_YEARS = r"(?:(?:in|voor)?20\d\d(?:20\d\d|\d\d)?)?"
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[IVX]{1,5}|[A-H]\d{0,2})"
_BARE = re.compile(rf"(?:(?:Bij|Voor|Ad)\s+)?(?P<word>[A-Za-z]+(?: [a-z]+)?)\s+(?P<number>{_NUMBER})\s*[.:]?$")
_CODED = re.compile(r"^(?P<letters>[A-Z]{1,2})\s?\.?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?\s+(?=[A-ZÀ-Þ‘'\"])")
_LAST_SENTENCE = re.compile(r"[.!?]\s+")
#: A lead-in is read over no more than this many signs before its colon.
_SENTENCE_LENGTH = 600
#: A heading may say how many there are: 'Onze vier opgaven'.
_COUNT_WORD = re.compile(
    r"\b(?:" + "|".join(word for word in COUNTS if word not in ("een", "één")) + r")\b", re.IGNORECASE
)
#: 'Wat willen we bereiken (doelstellingen)?', 'Wat zijn de doelen? (met activiteiten)'
_REMARK = re.compile(r"\s*\([^)]{1,40}\)\s*(?=\??\s*$)")
_QUESTION = re.compile(r"(?:en\s+)?(?:wat|hoe\w*|waar\w*|welke?|wie|wanneer)\s.{3,120}\?$", re.IGNORECASE)
_OF_GOAL = re.compile(r"(?<=\w)\s+(?:bij |van )?[A-Za-z]{4,20}\s\d{1,2}(?:\.\d{1,2})*$")
_FOR_YEARS = re.compile(
    r"\s+(?:voor|in) (?:de|het) komende? (?:\w+ )?(?:jaar|jaren|periode|bestuursperiode)$", re.IGNORECASE
)
#: 'Zij gelden voor alle thema's:' lists no themes.
_EACH_BEFORE = re.compile(r"\b(?:alle|elke?|iedere?|per)\s{1,4}$")
_COUNT_BEFORE = re.compile(
    r"(?:\b(?:volgende|onderstaande|aantal|\d{1,2}|" + "|".join(COUNTS) + r")\b)(?:\s+\S{1,40}){0,3}\s{1,4}$"
)


@dataclass(frozen=True)
class Cue:
    """One row of the table. `shown` is the word as a person writes it."""

    kind: str
    form: str
    word: str

    @property
    def shown(self) -> str:
        """The word without its signs, to quote in a reason."""
        return re.sub(r"\s+", " ", re.sub(r"\[[^\]]*\]|[*#@…]", " ", self.word)).strip() or self.word


@dataclass(frozen=True)
class Labelled:
    """A line that is an item by its first word: 'Subdoelstelling 4.3.1: Meer inwoners werken'."""

    cue: Cue
    number: str | None
    text: str


class CueTable:
    """The cues, compiled for each way of matching."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues = tuple(cues)
        self._headings = [(cue, re.compile(_squeezed(cue.word) + _YEARS)) for cue in self._of("kop", "actor")]
        self._questions = [(cue, re.compile(rf"\b{_spaced(cue.word)}(?!\w)")) for cue in self._of("vraag")]
        self._columns = [(cue, re.compile(_squeezed(cue.word))) for cue in self._of("kolom")]
        # Every row of a table asks for its headings again.
        self._known_columns: dict[str, Cue | None] = {}
        self._rows = [(cue, re.compile(_squeezed(cue.word))) for cue in self._of("rij")]
        labels = sorted(self._of("label"), key=lambda cue: -len(cue.word))
        self._labels = [(cue, _label_pattern(cue.word)) for cue in labels]
        self._titles = [
            (cue, re.compile(rf"{_spaced(cue.word)}\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)) for cue in self._of("titel")
        ]
        self._lead_ins = [
            (cue, re.compile(rf"(?<!\w)(?:[a-z]{{3,20}})?{_spaced(cue.word)}(?!\w)")) for cue in self._of("aanloop")
        ]
        self._shapes = [(cue, re.compile(_squeezed(cue.word))) for cue in self._of("vorm")]
        self._topics = {squeeze(cue.word): cue for cue in self._of("onderwerp")}
        self._titles_of_documents = [(cue, re.compile(rf"\b{_spaced(cue.word)}(?!\w)")) for cue in self._of("stuk")]
        self._codes = {cue.word: cue for cue in self._of("code")}
        self._values = [(cue, re.compile(_squeezed(_spelled_out(cue.word)))) for cue in self._of("waarde")]
        self._no_series = {squeeze(cue.word) for cue in self._of("reeks")}
        self._sources = [re.compile(rf"\b{_spaced(cue.word)}") for cue in self._of("bron")]

    def _of(self, *forms: str) -> list[Cue]:
        return [cue for cue in self.cues if cue.form in forms]

    def of_form(self, form: str) -> list[Cue]:
        """All cues of one form."""
        return self._of(form)

    def heading(self, text: str) -> Cue | None:
        """The cue for which this short line as a whole is the heading: 'Wat gaan we daarvoor doen in 2025?'. It may say
        of which goal: 'Indicatoren doelstelling 1.2'.
        """
        plain = _FOR_YEARS.sub("", _REMARK.sub("", text))
        of_goal = _OF_GOAL.search(plain)
        if of_goal and self.bare_label(of_goal[0].strip()) is not None:
            plain = plain[: of_goal.start()]
        for wording in dict.fromkeys((plain, _COUNT_WORD.sub(" ", plain))):
            squeezed = squeeze(wording)
            if found := next((cue for cue, pattern in self._headings if pattern.fullmatch(squeezed)), None):
                return found
        return self._question(text)

    def _question(self, text: str) -> Cue | None:
        """What a question asks for by its words, the first in the table: 'Wat deden we om die doelen te bereiken?'."""
        if not _QUESTION.match(text.strip()):
            return None
        plain = text.replace("’", "'").casefold()
        return next((cue for cue, pattern in self._questions if pattern.search(plain)), None)

    def labelled(self, text: str) -> Labelled | None:
        """The item that this line is by its first word, a number or a separator, and the rest."""
        for cue, pattern in self._labels:
            if (match := pattern.match(text)) and (rest := text[match.end() :].strip()):
                return Labelled(cue, match.group("number"), rest)
        return None

    def bare_label(self, text: str) -> Labelled | None:
        """A label with a number and no text: 'Bij doel 5.1'."""
        match = _BARE.match(text.strip())
        if match is None:
            return None
        word = squeeze(match["word"])
        cue = next((cue for cue, _ in self._labels if squeeze(cue.word) == word), None)
        return Labelled(cue, match["number"], "") if cue else None

    def title(self, text: str) -> Labelled | None:
        """The item that this heading is by its first word alone: 'Doelenboom Jeugd'."""
        for cue, pattern in self._titles:
            if match := pattern.match(text):
                return Labelled(cue, None, text[match.end() :].strip())
        return None

    def coded(self, text: str) -> Labelled | None:
        """The item that this line is by its code: 'I1.1.2 De gemeente start een campagne'."""
        match = _CODED.match(text)
        cue = self._codes.get(match["letters"]) if match else None
        return (
            Labelled(cue, f"{match['letters']}{match['number']}", text[match.end() :].strip())
            if match and cue
            else None
        )

    def is_value(self, kind: str, text: str) -> bool:
        """True for words that are met in a column of this kind: 'CBS' below Bron, 'per inwoner' below Eenheid."""
        squeezed = squeeze(_spelled_out(text))
        return any(cue.kind == kind and pattern.fullmatch(squeezed) for cue, pattern in self._values)

    def is_no_series(self, word: str) -> bool:
        """True for a word that numbers something else than goals: hoofdstuk, tabel."""
        return squeeze(word) in self._no_series

    def lead_in(self, text: str) -> Cue | None:
        """The cue in a sentence that ends in a colon.

        A word with a count before it goes first ('vier thema's'), then the word straight before the colon, then the
        first. Sentences further up only count with a count ('onderstaande vijf kernelementen. …:').
        """
        whole = text.rstrip()[-_SENTENCE_LENGTH:].replace("’", "'").replace("‘", "'").casefold()
        parts = _LAST_SENTENCE.split(whole)
        hits = self._hits(parts[-1])
        if counted := [hit for hit in hits if _COUNT_BEFORE.search(parts[-1][: hit[0]])]:
            return min(counted, key=lambda hit: hit[0])[2]
        if hits:
            last = max(hits, key=lambda hit: hit[1])
            closes = not parts[-1][last[1] :].strip(" :.…")
            return last[2] if closes else min(hits, key=lambda hit: hit[0])[2]
        for sentence in reversed(parts[:-1]):
            if counted := [hit for hit in self._hits(sentence) if _COUNT_BEFORE.search(sentence[: hit[0]])]:
                return counted[0][2]
        return None

    def _hits(self, sentence: str) -> list[tuple[int, int, Cue]]:
        found = ((pattern.search(sentence), cue) for cue, pattern in self._lead_ins)
        hits = [(match.start(), match.end(), cue) for match, cue in found if match]
        return [hit for hit in hits if not _EACH_BEFORE.search(sentence[: hit[0]])]

    def lead_ins(self, text: str) -> list[Cue]:
        """All cues of lead-in words in a text, in the order of the table."""
        plain = text.replace("’", "'").casefold()
        return [cue for cue, pattern in self._lead_ins if pattern.search(plain)]

    def column(self, text: str) -> Cue | None:
        """The cue that this column heading is, with or without years and remarks in brackets."""
        if text not in self._known_columns:
            self._known_columns[text] = self._find_column(text)
        return self._known_columns[text]

    def _find_column(self, text: str) -> Cue | None:
        squeezed = squeeze(re.sub(r"\([^)]{0,80}\)|\d", " ", text))
        return next((cue for cue, pattern in self._columns if pattern.fullmatch(squeezed)), None)

    def begins_column(self, text: str, kinds: frozenset[str]) -> Cue | None:
        """The cue of these kinds that a column heading begins with: 'Begroot na wijziging 2024'."""
        squeezed = squeeze(text)
        return next((cue for cue, pattern in self._columns if cue.kind in kinds and pattern.match(squeezed)), None)

    def row(self, text: str) -> Cue | None:
        """The longest cue that this row label begins with: 'Lasten per doelenboom'."""
        squeezed = squeeze(text)
        hits = [(match.end(), cue) for cue, pattern in self._rows if (match := pattern.match(squeezed))]
        return max(hits, key=lambda hit: hit[0])[1] if hits else None

    def shape(self, text: str) -> Cue | None:
        """The cue whose turn of phrase this heading has: '… waar kan, … waar nodig'."""
        squeezed = squeeze(text)
        return next((cue for cue, pattern in self._shapes if pattern.search(squeezed)), None)

    def topic(self, text: str) -> Cue | None:
        """The cue of the topic that a heading begins with: 'Zorg nabij'."""
        words = text.split()
        first = squeeze(words[0]) if words else ""
        return next(
            (cue for word, cue in self._topics.items() if first == word or (len(word) > 4 and first.startswith(word))),
            None,
        )

    def kinds_of_document(self, text: str) -> frozenset[str]:
        """What a kind of document holds by its name: the headings of a coalition agreement are its themes."""
        plain = text.casefold()
        return frozenset(cue.kind for cue, pattern in self._titles_of_documents if pattern.search(plain))

    def quotes_others(self, text: str) -> bool:
        """True when a text speaks of a framework that somebody else made."""
        plain = text.casefold()
        return any(pattern.search(plain) for pattern in self._sources)


def _spelled_out(text: str) -> str:
    return text.replace("%", "procent").replace("€", "euro")


def _squeezed(word: str) -> str:
    parts: list[str] = []
    for choice, ending, anything, year, literal in _PART.findall(word):
        if choice:
            parts.append("(?:" + "|".join(map(_option, choice.split("|"))) + ")?")
        elif ending:
            parts.append("[a-z]{0,5}" if parts else "[a-z]{0,15}")
        elif anything:
            parts.append(".{0,60}?")
        elif year:
            parts.append(r"(?:20\d\d)?")
        else:
            parts.append(re.escape(squeeze(literal)))
    return "".join(parts)


def _option(word: str) -> str:
    """One of the words between brackets, with any ending when a star stands behind it."""
    return re.escape(squeeze(word)) + ("[a-z]{0,5}" if word.endswith("*") else "")


def _spaced(word: str) -> str:
    return r"\s+".join(
        re.escape(part).replace(r"\*", r"\w{0,12}").replace(r"\#", r"20\d\d")
        for part in re.sub(r"\[[^\]]*\]", "", word).split()
    )


def _label_pattern(word: str) -> re.Pattern[str]:
    name = r"\s*".join(
        rf"(?:{'|'.join(map(re.escape, part.strip('[]').split('|')))})?" if part.startswith("[") else re.escape(part)
        for part in word.split()
    )
    number = rf"\s*(?P<number>{_NUMBER})\b(?!\.?\d)(?:\s*\([^)]{{1,30}}\))?(?:\s*[.:)|–—-]+\s*|\s+(?=[A-ZÀ-Þ]))"
    return re.compile(rf"\W{{0,3}}(?i:{name})(?:{number}|\s*[:|–—?]\s*|\s+-\s+)")


@lru_cache(maxsize=1)
def load_cues() -> CueTable:
    """The cues of ontology/signalen.csv. Raises InputFaults when that table has a fault."""
    return read_cues((files("beleidsspoor.ontology") / FILE).read_text(encoding="utf-8"))


def read_cues(text: str) -> CueTable:
    """The cues of a table as CSV, its first row the headings.

    Raises InputFaults when a row has another number of cells, an unknown vorm, an empty soort or woord, or a woord of
    which no part must be there.
    """
    cues: list[Cue] = []
    faults: list[Fault] = []
    for line, cells in enumerate(csv.reader(StringIO(text)), start=1):
        if line == 1 or not any(cells):
            continue
        if len(cells) != len(COLUMNS) or not cells[0] or not cells[2]:
            faults.append(Fault(FILE, line, None, "Deze rij is niet compleet.", f"Vul {', '.join(COLUMNS)} in."))
        elif cells[1] not in FORMS:
            faults.append(Fault(FILE, line, "vorm", f"'{cells[1]}' is geen vorm.", f"Kies uit: {', '.join(FORMS)}."))
        elif not _OPTIONAL.sub("", cells[2]).strip():
            what = f"'{cells[2]}' past ook op een lege regel."
            faults.append(Fault(FILE, line, "woord", what, "Geef elk woord tussen [ ] een eigen rij, zonder [ ]."))
        else:
            cues.append(Cue(cells[0], cells[1], cells[2]))
    if faults:
        raise InputFaults(faults)
    return CueTable(cues)
