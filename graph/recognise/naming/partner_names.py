"""Bodies without a telling word, by what the text says of them: one works with them, something is done by them, a table
names them as the doer of an action.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import islice

from beleidsspoor.graph.recognise.naming.dutch_words import is_name
from beleidsspoor.graph.recognise.naming.name_forms import find_forms
from beleidsspoor.graph.recognise.naming.place_names import begins_as_place, looks_like_place
from beleidsspoor.graph.recognise.naming.register_names import KnownName, NameIndex
from beleidsspoor.graph.recognise.wording import squeeze

_CAPITAL = r"[A-ZÀ-Þ][\w'’&-]*[\w]"
_SMALL = r"(?:(?:van|voor|in|op)\s+)?(?:(?:de|der|den|het)\s+)?"
_NAME = re.compile(rf"(?:De\s+)?{_CAPITAL}(?:\s{_SMALL}{_CAPITAL}|\s\d\.\d\b){{0,4}}(?!\s\d)")
#: What bodies stand behind; the row goes on to the end of the sentence.
_TOGETHER = re.compile(
    r"\b(?:[Mm]et|[Dd]oor|[Ww]aaronder|[Ss]ubsidies? aan|(?:ondergebracht|belegd|ingekocht) bij)\s+(?=[A-ZÀ-Þa-z])"
    r"(?P<row>(?:[^.;:()|\n]|(?<=\d)\.(?=\d)){3,200})"
)
_PARTS = re.compile(r" ?[,;/|+] ?(?:en )?| (?:en|&) ")
_SPACE = re.compile(r"\s+")
_FIRST = re.compile(r"(?:de\s+|het\s+)(?=[A-Z]{2})")
_PERSON = re.compile(r"[A-ZÀ-Þ][\w.-]*\s+(?:(?:van|de|der|den|ten|ter|te|el)\s+){1,2}[A-ZÀ-Þ]\w+")
#: Who in a table is one or two letters is a person or a department: 'W1', 'BM'.
_SHORT = re.compile(r"[A-Z]{1,2}\d?")
#: Somebody, but no body with a name of its own.
_ROLES = frozenset(
    ("Gemeente", "Gemeenten", "College", "Raad", "Rijk", "Provincie", "Regio", "Team", "Afdeling", "Domein", "Thema",
     "Wethouder", "Burgemeester", "Inwoners", "Programma", "Project", "Europese")
)  # fmt: skip
#: No document has more names that may be one of a body.
_MOST = 5000
_TOGETHER_RULE = "De tekst zegt dat iemand dit hiermee of hierdoor doet."
_DOER_RULE = "Staat bij een actie als wie het doet."


def learn_partners(
    text: str, told: Iterable[str], municipalities: Set[str], common: Set[str], names: NameIndex
) -> None:
    """Teach the index the bodies of a text: names in a row behind 'samen met' or 'door', and those in `told`, the
    doers that tables name.

    A name of one word is no Dutch word (`common`: what the document writes in small letters), one of more words has two
    capitals. Places (`municipalities`, as `find_municipalities` gives them), laws, programmes and persons are no
    bodies.
    """
    parts = (part.strip() for words in dict.fromkeys(told) for part in _split(words))
    possible = [(name, _DOER_RULE) for name in parts if _NAME.fullmatch(name) and not _SHORT.fullmatch(name)]
    possible += [(name, _TOGETHER_RULE) for match in _TOGETHER.finditer(text) for name in _in_row(match["row"])]
    counts = Counter(_NAME.findall(text))
    for name, rule in islice(dict(reversed(possible)).items(), _MOST):
        is_new = squeeze(name) not in municipalities and names.exact(name) is None
        if is_new and _is_body(name, counts[name] > 1, common, names):
            names.add(KnownName("partner", name, name, "", rule, sure=False))


def _split(row: str) -> list[str]:
    return _PARTS.split(_SPACE.sub(" ", row))


def _in_row(row: str) -> Iterator[str]:
    """The names in 'verloskundigen, het CJV en Wonen Zuid een plan': up to the first with something behind it."""
    for part in _split(row):
        rest = _FIRST.sub("", part, count=1)
        match = _NAME.match(rest)
        if match:
            yield match.group()
        if match.end() < len(rest.rstrip()) if match else len(rest.split()) > 3:
            return


def _is_body(name: str, often: bool, common: Set[str], names: NameIndex) -> bool:
    words = name.split()
    if _is_known_otherwise(name, names) or words[0] in _ROLES or begins_as_place(name):
        return False
    if len(words) == 1:
        return is_name(name, common) and not looks_like_place(name)
    if words[0] == "De" and len(words) == 2:
        return True
    capitals = sum(1 for word in words if word[0].isupper() or word[0].isdigit())
    telling = not all(is_name(word) for word in words) or often
    return capitals > 1 and telling and _PERSON.fullmatch(name) is None


def _is_known_otherwise(name: str, names: NameIndex) -> bool:
    """True for what holds a law or a programme, and for what has the form of a body already."""
    inside = [*names.find(name), *find_forms(name)]
    return any(hit.kind in ("wet", "programma", "geen") or hit.begin == 0 for hit in inside)
