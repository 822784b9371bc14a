"""Names by their form, for bodies that no register knows ('Stichting …', 'Wet …'), and what the text abbreviates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from beleidsspoor.graph.recognise.cues import Cue, CueTable, load_cues
from beleidsspoor.graph.recognise.naming.dutch_words import is_name
from beleidsspoor.graph.recognise.naming.register_names import Hit, KnownName, NameIndex

#: The kind of what looks like a name and is none: 'gemeenteraad Zuid'.
_NO_NAME = "geen"
#: Kinds whose first word may have a capital or not: 'Voedselbank', 'voedselbank'.
_ANY_CASE = ("partner", "regio", "kern", _NO_NAME)
#: Two words in one, each with its capital: 'ZorgSaam', 'SchuldHulpMaatje'.
_CAMEL = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:[A-ZÀ-Þ][a-zà-ÿ]{2,})+\b(?!\.\w)")
_QUOTE = r"['‘“\"](?P<quoted>[^'‘’“”\"]{3,60})['’”\"]"
#: Words that begin a line of a form behind a name: 'zorgkantoor' / 'Wanneer: …'.
_NO_WORD = (
    r"(?:Wie|Wat|Waar|Wanneer|Hoe|Kosten|Planning|Trekker|Budget|Doel|Actie|Resultaat|"
    r"Lasten|Baten|Saldo|Begroting|Rekening|Realisatie)\b"
)
#: A name may begin as "'t Helm" or "'s-Graveland".
_WORD = rf"(?!{_NO_WORD})(?:['’]t\s|['’]s-)?[A-ZÀ-Þ][\w&'’.-]{{1,40}}(?<![.'’])"
#: Behind 'en' these begin a name of their own.
_BEGINS = (
    r"(?:Stichting|Vereniging|GGD|GGZ|MEE|UWV|ROC|VNG|Bibliotheek|Welzijn|Humanitas|Veilig\s+Thuis"
    r"|(?:Zorg|Jeugd|Pleeg|Buurt|Wijk|Werk|Sport)\w+|\w+bank)\b"
)
_LINK = rf"(?:(?:en|&)\s+(?!{_BEGINS})|(?:(?:van|voor|in|op|tegen)\s+)?(?:(?:de|der|den|het)\s+)?)"
#: Between two words of a name: a wider gap is that between two columns.
_GAP = r"(?:\s|\s?\n\s*)"
#: One or more words with a capital, small words in between.
_NAME = rf"{_WORD}(?:{_GAP}{_LINK}{_WORD}|{_GAP}20\d\d(?:-20\d\d)?){{0,5}}"
#: A programme may have a name as a sentence: 'Gezond aan de Waal'.
_TITLE = rf"{_NAME}(?:\s+aan\s+den?\s+{_NAME})?"
#: What a document is about may be in small letters when years follow: 'Nota jeugd 2019-2023'.
_YEARS = r"(?:[a-z][a-z-]{1,30}\s+){1,4}20\d\d(?:-20\d\d)?"
#: A law may go on in small letters: 'Wet sociale werkvoorziening'.
_LAW = (
    r"[a-z][a-z-]{3,40}(?:\s+(?!(?:is|en|om|wordt|zijn|kan|moet|voor|waarin|waarmee|"
    r"[a-z]{1,12}(?:kt|lt|dt|eft|pt|ngt|jft|opt|edt))\b)[a-z-]{4,40}){0,3}"
)
_SMALL_WORD = frozenset(["de", "het", "een", "en", "van", "der", "den", "voor", "in", "op", "te", "met", "bij", "aan"])
_INTRODUCED = re.compile(r"\((?:hierna\s*(?:te noemen)?\s*[:,]?\s*)?['‘“\"]?([A-Z][A-Za-z&]{1,11})['’”\"]?\)")
_ONE_BEFORE = re.compile(r"[\w&'’/-]{1,40}")
_SHORTENED = "Kort voor de enige volle naam in de tekst."
_EXPLAINED = "Afkorting die de tekst zelf uitlegt."
#: 'een woonvisie', 'geen nieuw akkoord': one of many, not the one that has the name; 'deze visie' is the text itself.
_INDEFINITE = re.compile(r"\b(?:een|geen|elke?|iedere?|per|dit|deze)\s+(?:[a-zà-ÿ-]+\s+){0,2}$", re.IGNORECASE)
_ARTICLE = r"(?:De|Het|Een|Ons|Onze|Dit|Deze|Dat|Die|Elk|Ieder|In|Op|Bij|Met|Voor|Aan|Vanuit|Door|Van)\b"
_REACH = 60
_WORDS_BEFORE = 12
_WHOLE_WORD = 9


@dataclass(frozen=True)
class _Form:
    """A way to write a name. `key` stands in every text that has one: looking for that first is quick."""

    kind: str
    shown: str
    key: str
    pattern: re.Pattern[str]
    is_part: bool = False
    is_compound: bool = False


def find_forms(text: str) -> Iterator[Hit]:
    """All names in a text that have the form of a name: 'Stichting Welzijn Zuidrijk', 'Participatiewet'."""
    hits: list[Hit] = []
    folded = text.casefold()
    for form in _forms():
        if form.key not in folded:
            continue
        for match in form.pattern.finditer(text):
            begin = match.start("name") if form.kind == "kern" else match.start()
            if (form.is_part and _is_common(text, match)) or (form.is_compound and not is_name(match.group())):
                continue
            name = re.sub(r"\s+", " ", text[begin : match.end()].strip())
            hits.append(Hit(begin, match.end(), form.kind, name, None, f"Heeft de vorm ‘{form.shown}’.", sure=False))
    for match in _CAMEL.finditer(text):
        rule = "Twee woorden aaneen, elk met een hoofdletter."
        hits.append(Hit(match.start(), match.end(), "partner", match.group(), None, rule, sure=False))
    no_names = {hit.begin for hit in hits if hit.kind == _NO_NAME}
    yield from (hit for hit in hits if hit.begin not in no_names)
    for shown, pattern in _quoted():
        for match in pattern.finditer(text):
            rule = f"Staat tussen aanhalingstekens na ‘{shown}’."
            # What is a name by itself has its title as part of it: a coalitieakkoord 'Samen Verder'.
            begin = match.start() if any(shown.endswith(part) for part in _parts()) else match.start("quoted")
            yield Hit(begin, match.end("quoted"), "programma", match["quoted"], None, rule, sure=False)


def _is_common(text: str, match: re.Match[str]) -> bool:
    """True for a word that tells what a thing is and does not name one: 'COALITIEAKKOORD' over a document, 'een
    woonvisie'.
    """
    if match.group().isupper():
        return True
    before = text[max(match.start() - _REACH, 0) : match.start()]
    return match.group()[:1].islower() and _INDEFINITE.search(before) is not None


@lru_cache(maxsize=1)
def _quoted() -> list[tuple[str, re.Pattern[str]]]:
    words = [cue.word for cue in load_cues().of_form("citaat")]
    return [(word, re.compile(rf"\b{re.escape(word)}\s+{_QUOTE}", re.IGNORECASE)) for word in words]


@lru_cache(maxsize=1)
def _parts() -> tuple[str, ...]:
    return tuple(cue.word for cue in load_cues().of_form("woorddeel") if cue.kind == "programma")


@lru_cache(maxsize=1)
def _forms() -> list[_Form]:
    cues: CueTable = load_cues()
    found: list[_Form] = []
    for cue in cues.of_form("naam"):
        shown = cue.word.replace("@", "…")
        # 'woonvisie' alone is a name as 'preventieakkoord' is.
        is_part = cue.kind == "programma" and cue.word.isalpha() and cue.word.islower()
        found.append(_Form(cue.kind, shown, _key(cue.word), re.compile(_name_pattern(cue)), is_part, _is_compound(cue)))
    for cue in cues.of_form("woorddeel"):
        # A short word is only a name as the end of another: 'preventieakkoord', not 'akkoord'.
        before = "[A-Za-zÀ-ÿ]{0,30}" if len(cue.word) > _WHOLE_WORD else "[A-Za-zÀ-ÿ]{4,30}"
        pattern = re.compile(rf"\b{before}{re.escape(cue.word)}\b", re.IGNORECASE)
        found.append(_Form(cue.kind, f"…{cue.word}", _key(cue.word), pattern, is_part=True))
    return found


def _is_compound(cue: Cue) -> bool:
    """True for the end of a name of one word: 'Kernenfonds'. 'Kompas' is a Dutch word, and no pas."""
    return cue.word.startswith("*") and "@" not in cue.word


def _key(word: str) -> str:
    """The longest part of a cue that stands in the text as it is."""
    return max(re.split(r"[@*\s]", word), key=len).casefold()


def _name_pattern(cue: Cue) -> str:
    before, place, after = cue.word.partition("@")
    if _is_compound(cue):
        # A name of one word, in the middle of a sentence: 'het Kernenfonds'.
        return rf"(?<=[a-z,] )[A-ZÀ-Þ][a-zà-ÿ-]{{2,30}}{re.escape(before[1:])}(?![\w-])"
    if not place:
        return rf"(?<![\w-]){re.escape(before)}(?![\w-]|['’]\w)"
    if not before:
        return rf"\b(?!{_ARTICLE})(?P<name>{_NAME}){_GAP}{re.escape(after.strip())}(?![\w-])"
    name = _NAME
    if cue.kind == "programma":
        name = rf"(?:{_TITLE}|{_YEARS})" if before[0].isupper() else _TITLE
    if cue.kind == "wet" and before.startswith("Wet "):
        name = rf"(?:{_NAME}|{_LAW})"
    return rf"\b{_first_words(before.strip(), cue.kind)}{_GAP}(?P<name>{name}){re.escape(after)}"


def _first_words(before: str, kind: str) -> str:
    """The words before a name as a pattern; a star stands for the beginning of a word: '*vereniging'."""
    if before.startswith("*"):
        return rf"(?:[A-Za-zÀ-ÿ-]{{1,30}}{before[1]}|[{before[1].upper()}{before[1]}]){re.escape(before[2:])}"
    if kind in _ANY_CASE:
        return f"[{before[0].upper()}{before[0].lower()}]{re.escape(before[1:])}"
    return re.escape(before)


def learn_abbreviations(text: str, names: NameIndex) -> None:
    """Teach the index the abbreviations that a text introduces: '… Sociaal Domein (hierna: IBN)'.

    The abbreviation stands for the known name straight before it, or else for the words before it whose first letters
    it is made of.
    """
    for match in _INTRODUCED.finditer(text):
        short = match.group(1)
        before = text[max(match.start() - 160, 0) : match.start()].rstrip()
        forms = [hit for hit in find_forms(before) if hit.end == len(before)]
        is_law = any(hit.kind == "wet" for hit in forms)
        if names.exact(short) is not None or (sum(1 for sign in short if sign.isupper()) < 2 and not is_law):
            continue
        known = next((hit for hit in names.find(before) if hit.end == len(before)), None)
        if known is not None:
            names.add(KnownName(known.kind, known.name, short, known.reference or "", _EXPLAINED))
        elif forms:
            longest = min(forms, key=lambda hit: hit.begin)
            names.add(KnownName(longest.kind, longest.name, short, "", _EXPLAINED))
            names.add(KnownName(longest.kind, longest.name, longest.name, "", _EXPLAINED))
        elif (long_form := _spelled_out(before, short)) is not None:
            kind = _kind_of(f"{_word_before(before, long_form)} {long_form}")
            names.add(KnownName(kind, f"{long_form} ({short})", short, "", _EXPLAINED))
            names.add(KnownName(kind, f"{long_form} ({short})", long_form, "", _EXPLAINED))


def learn_short_names(text: str, names: NameIndex) -> None:
    """Teach the index that a body goes by its first word, when a text has but one: 'GGD Noordkust', then 'de GGD'."""
    whole = {cue.word for cue in load_cues().of_form("naam") if cue.kind == "partner"}
    words = [word.removesuffix(" @") for word in whole if word.endswith(" @") and word.removesuffix(" @") in whole]
    words += [cue.word for cue in load_cues().of_form("woorddeel") if f"{cue.word.capitalize()} @" in whole]
    for word in words:
        either = f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}"
        lines = text.replace("\n", " | ")
        longer = {re.sub(r"\s+", " ", found) for found in re.findall(rf"\b{either} {_NAME}", lines)}
        if len({name.casefold() for name in longer}) == 1:
            name = longer.pop()
            for short in dict.fromkeys((word, word[0].upper() + word[1:])):
                names.add(KnownName("partner", name, short, "", _SHORTENED, sure=False))


def _spelled_out(before: str, short: str) -> str | None:
    """The words before an abbreviation whose first letters it is made of."""
    words = list(_ONE_BEFORE.finditer(before))[-_WORDS_BEFORE:]
    letters = [sign.casefold() for sign in short if sign.isalpha()]
    for begin in range(len(words) - 1, -1, -1):
        chosen = [match.group() for match in words[begin:]]
        telling = [word for word in chosen if word.casefold() not in _SMALL_WORD]
        if chosen[0].casefold() in _SMALL_WORD:
            continue
        if [word[0].casefold() for word in telling] == letters or [word[0].casefold() for word in chosen] == letters:
            return before[words[begin].start() :]
    return None


def _word_before(text: str, name: str) -> str:
    """The word that tells what a name is the name of: 'het programma Wonen en Zorg'."""
    return next(iter(text.removesuffix(name).split()[-1:]), "")


def _kind_of(name: str) -> str:
    programme = re.search(
        r"akkoord|agenda|programma|plan\b|visie|nota|scenario|regeling|toezicht|verkenning|netwerk", name.casefold()
    )
    if re.search(r"\b(?:wet|besluit)\b", name.casefold()):
        return "wet"
    return "programma" if programme else "partner"
