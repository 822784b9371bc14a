"""Guesses for a cell that must hold a word of a list, from the words of a name: ontology/gissingen.csv, a row a word.

A guess is only ever a proposal: the judge is told that the cell was guessed. The first row whose word stands in the
text counts; after `^` it must begin a word (`^rijk` is in Rijksdienst, not in Zuidrijk), `*` is for any text.
"""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache

from beleidsspoor.graph.register.schema import ontology_text


def guess(table: str, column: str, text: str) -> str | None:
    """The most likely word for this column by the words of `text`; None when the table has no guess.

    >>> guess("partners", "soort", "Stichting Welzijn Zuidrijk"), guess("partners", "soort", "Rijksdienst")
    ('organisatie', 'overheid')
    >>> guess("budgetposten", "soort", "Jeugdhulp")
    """
    plain = text.casefold()
    return next((value for value, word in _words(table, column) if _stands_in(word, plain)), None)


def _stands_in(word: str, text: str) -> bool:
    if word.startswith("^"):
        return re.search(rf"\b{re.escape(word[1:])}", text) is not None
    return word == "*" or word in text


@lru_cache(maxsize=64)
def _words(table: str, column: str) -> tuple[tuple[str, str], ...]:
    return tuple((row["waarde"], row["woord"]) for row in _rows() if (row["tabel"], row["kolom"]) == (table, column))


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader(io.StringIO(ontology_text("gissingen.csv"))))
