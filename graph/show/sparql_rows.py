"""The rows of a SPARQL question as a table for a terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from beleidsspoor.graph.show.grid import GridColumn, grid, pairs
from beleidsspoor.graph.sparql.querying import Selected
from beleidsspoor.graph.terms import PREFIXES, Term
from beleidsspoor.graph.words import thousands, visible

#: What may follow a prefix without escapes.
_LOCAL = re.compile(r"\w(?:[\w.-]*[\w-])?")
_NUMBERS = tuple(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float"))


def show_rows(selected: Selected, width: int) -> str:
    """The rows as text of at most `width` places, with how many there are. No line end at the end."""
    if not selected.rows:
        return "Geen rijen."
    number = len(selected.rows)
    count = f"{thousands(number)} rij{'en' if number != 1 else ''}."
    if not selected.variables:
        return count
    rows = [[_shown(term, selected.prefixes) for term in row] for row in selected.rows]
    columns = [
        GridColumn(variable, *_form([row[index] for row in selected.rows]))
        for index, variable in enumerate(selected.variables)
    ]
    heads = selected.variables
    table = grid(columns, rows, width) or "\n\n".join(pairs(heads, row, width) for row in rows)
    return f"{table}\n\n{count}"


def short_iri(iri: str, prefixes: Mapping[str, str]) -> str:
    """The IRI with a prefix, as it can be used in a next question; between < and > when no prefix fits.

    >>> short_iri("https://w3id.org/beleidsspoor/def#Actie", PREFIXES)
    'bs:Actie'
    """
    fitting = [(len(base), prefix) for prefix, base in prefixes.items() if base and iri.startswith(base)]
    for length, prefix in sorted(fitting, reverse=True):
        if _LOCAL.fullmatch(iri[length:]):
            return f"{prefix}:{iri[length:]}"
    return f"<{iri}>"


def _shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return visible(short_iri(term.value, prefixes))
    return visible(term.value if isinstance(term, ox.Literal) else str(term))


def _form(terms: Sequence[Term | None]) -> tuple[bool, bool]:
    """Whether a column holds numbers (aligned to the right), and whether it holds IRIs (kept whole, to be copied)."""
    present = [term for term in terms if term is not None]
    numbers = all(isinstance(term, ox.Literal) and term.datatype.value in _NUMBERS for term in present)
    return bool(present) and numbers, bool(present) and all(isinstance(term, ox.NamedNode) for term in present)
