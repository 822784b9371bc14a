"""Villages that a document never calls so: things happen *in* them, more than once, and no Dutch word is written so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set

from beleidsspoor.graph.recognise.register_names import KnownName, NameIndex

_CAPITAL = r"[A-ZÀ-Þ][a-zà-ÿ]{2,30}(?:-[A-ZÀ-Þ][a-zà-ÿ]{2,30})?"
_PLACE = rf"{_CAPITAL}(?:\s+aan\s+(?:de|den|het)\s+{_CAPITAL})?"
#: 'in Oudeveer', 'in Oudeveer, Nieuwdorp of Bovenkerk', 'tussen Oudeveer en Nieuwdorp'.
_INSIDE = re.compile(
    rf"\b(?:[Ii]n|te|naar|[Tt]ussen)\s+(?P<names>{_PLACE}(?:,\s+{_PLACE})*(?:,?\s+(?:en|of)\s+{_PLACE})?)(?![\w'’-]|\s+[A-ZÀ-Þ])"
)
#: What the text calls a municipality, or whose council it speaks of, is no village.
_MUNICIPALITY = re.compile(
    rf"\b(?:[Gg]emeente(?:n|raad|bestuur)?|[Rr]aad|[Cc]ollege|[Pp]rovincie|[Rr]egio)\s+(?:van\s+)?({_PLACE})"
)
_BETWEEN = re.compile(r",\s+(?:en\s+|of\s+)?|\s+(?:en|of)\s+")
#: So often a name must come back to be told from a slip.
_TIMES = 2


def learn_villages(text: str, title: str, names: NameIndex, common: Set[str]) -> None:
    """Teach the index the villages of a text; `common` are the words that it writes without a capital. The place in
    the title is the municipality.
    """
    import simplemma

    municipalities = frozenset(_MUNICIPALITY.findall(text))
    rows: Counter[str] = Counter()
    for match in _INSIDE.finditer(text):
        rows.update(dict.fromkeys(_BETWEEN.split(match["names"]), 1))
    times = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in rows}
    if not any(name in municipalities or name in title for name in rows):
        # Nothing tells which municipality this is about: the place that is named most.
        municipalities |= {max(times, key=lambda name: times[name], default="")}
    for name in rows:
        parts = [part.casefold() for part in re.findall(r"[^\W\d_]+", name)]
        is_word = any(part in common or simplemma.is_known(part, lang="nl") for part in parts if part not in _SMALL)
        if name in municipalities or name in title or is_word or names.exact(name) is not None:
            continue
        if times[name] >= _TIMES:
            names.add(KnownName("kern", name, name, "", "De tekst zegt meer dan eens dat er iets in gebeurt."))


_SMALL = frozenset(("aan", "de", "den", "het"))
