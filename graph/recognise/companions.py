"""Bodies whose name has no telling word: the text does something *with* them, or gives their article a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from importlib.resources import files

from beleidsspoor.graph.recognise.name_forms import find_forms
from beleidsspoor.graph.recognise.register_names import KnownName, NameIndex

_CAPITAL = r"[A-ZÀ-Þ][\w’'&]{2,30}(?:-[A-ZÀ-Þ]\w{2,30})?"
_NAME = rf"(?:(?:De|Het)\s+)?{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}}"
_ROW = rf"(?P<names>{_NAME}(?:,\s+{_NAME})*(?:,?\s+en\s+{_NAME})?)(?![\w’'-])"
#: 'met Radehof', 'door Vitens en Enexis'.
_WITH = re.compile(rf"(?:^|[\s(])(?:[Mm]et|[Dd]oor|[Bb]ij|[Aa]an|[Tt]ussen|[Ww]aaronder)\s+{_ROW}")
#: 'van De Schakelaar': inside a sentence only the article of a name has a capital.
_ARTICLE = re.compile(rf"(?<=[a-zà-ÿ,]\s)(?P<names>(?:De|Het)\s+{_CAPITAL})(?![\w’'-])")
#: Behind another word it is what that word says: 'dorpshuis De Spil', 'in De Linten'.
_BY_ITSELF = r"(?:\b(?:van|met|door|bij|aan|en|of|voor)\s|[.!?:;,•-]\s+|^)"
_BETWEEN = re.compile(r",\s+|\s+en\s+")
#: A hyphen between two capitals makes a name of Dutch words: 'Midden-Rade'.
_JOINED = re.compile(r"[a-zà-ÿ]-[A-ZÀ-Þ]")
#: So often a name must come back to be told from a slip.
_TIMES = 2


def learn_companions(text: str, names: NameIndex, common: Set[str]) -> None:
    """Teach the index the bodies of a text; `common` are the words that it writes without a capital."""
    for name in dict.fromkeys(_candidates(text)):
        known = names.exact(name) is not None or name in _municipalities()
        if known or not _is_strange(name, common) or any(hit.name == name for hit in find_forms(name)):
            continue
        times = len(re.findall(rf"\b{re.escape(name)}\b", text))
        by_itself = len(re.findall(rf"{_BY_ITSELF}{re.escape(name)}\b", text, re.MULTILINE))
        if times >= _TIMES and (times == by_itself or not name.startswith(("De ", "Het "))):
            names.add(KnownName("partner", name, name, "", "De tekst noemt deze naam meer dan eens als iemand."))


def _candidates(text: str) -> Iterator[str]:
    for pattern in (_WITH, _ARTICLE):
        for match in pattern.finditer(text):
            for name in _BETWEEN.split(match["names"]):
                yield re.sub(r"\s+", " ", name)


def _is_strange(name: str, common: Set[str]) -> bool:
    """True for a name with a word that is not Dutch, a hyphen between capitals, or an article of its own."""
    import simplemma

    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", name)]
    if words[0] in ("de", "het") or _JOINED.search(name):
        return True
    return any(word not in common and not simplemma.is_known(word, lang="nl") for word in words)


@lru_cache(maxsize=1)
def _municipalities() -> frozenset[str]:
    rows = (files("beleidsspoor.ontology") / "gemeenten.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(row.split(",")[1] for row in rows if row.count(",") > 1)
