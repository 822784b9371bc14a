"""From the text in a cell to values, and what is wrong with it when it is no value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable

from beleidsspoor.graph.register.schema import Column, Kind
from beleidsspoor.graph.terms import is_iri

_INTEGER = re.compile(r"^-?[0-9]{1,18}$")
_DECIMAL = re.compile(r"^-?[0-9]{1,18}(\.[0-9]{1,9})?$")
_YEAR = re.compile(r"^[1-9][0-9]{3}$")
_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
#: Characters that no name in a register needs and that break RDF or a screen: control characters and lone surrogates.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def values_of(cell: str, column: Column) -> tuple[str, ...]:
    """The values in a cell: parted by `;` where the column may hold several, without spaces around them.

    An empty cell has no values. A value that stands twice in one cell counts once.
    """
    if not column.many or ";" not in cell:
        value = cell.strip()
        return (value,) if value else ()
    return tuple(dict.fromkeys(value for part in cell.split(";") if (value := part.strip())))


def can_be_wrong(column: Column, printable: bool) -> bool:
    """Whether a value of this column needs a look: text of which every sign can be printed never does.

    Most cells are so, and a whole line can be judged at once.
    """
    return not printable or column.kind not in _ANY_TEXT


def fault_of(value: str, column: Column) -> tuple[str, str] | None:
    """What is wrong with a single value of this column, as (message, advice) in Dutch; None when it is good.

    Whether a reference exists is not judged here.
    """
    if (wrong := hidden_sign(value)) is not None:
        return wrong
    if column.kind in _ANY_TEXT:
        return None
    if column.kind is Kind.CHOICE:
        return None if value in column.choices else _not_in_list(value, column.choices)
    if _CHECKS[column.kind](value):
        return None
    return f"'{shorten(value)}' is geen {column.kind.value}.", column.message


def hidden_sign(value: str) -> tuple[str, str] | None:
    """What is wrong with a text that holds a control character or another sign that no screen shows."""
    # Nearly all text is printable, and seeing so is much faster than searching.
    if not value.isprintable() and _FORBIDDEN.search(value):
        return "Er staat een onzichtbaar stuurteken in de cel.", "Typ de tekst opnieuw."
    return None


def closest(value: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `value`, or None when none comes near."""
    # Only needed when something is wrong, so not paid for at every start.
    from rapidfuzz import fuzz, process

    found = process.extractOne(value, list(known), scorer=fuzz.ratio, score_cutoff=75)
    return found[0] if found else None


def shorten(value: str, length: int = 60) -> str:
    """The start of a long value, for use in a message.

    >>> shorten("abcdefgh", 5)
    'abcd…'
    """
    return value if len(value) <= length else value[: length - 1] + "…"


def _not_in_list(value: str, choices: Iterable[str]) -> tuple[str, str]:
    return f"'{shorten(value)}' staat niet in de lijst.", f"Kies uit: {', '.join(choices)}."


def _is_date(value: str) -> bool:
    if not _DATE.match(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


#: Any text is good here; most cells are of these kinds, so they are judged first.
_ANY_TEXT = (Kind.REFERENCE, Kind.DUTCH, Kind.TEXT)
_CHECKS: dict[Kind, Callable[[str], bool]] = {
    Kind.INTEGER: lambda value: bool(_INTEGER.match(value)),
    Kind.DECIMAL: lambda value: bool(_DECIMAL.match(value)),
    Kind.BOOLEAN: lambda value: value in ("ja", "nee"),
    Kind.YEAR: lambda value: bool(_YEAR.match(value)),
    Kind.DATE: _is_date,
    Kind.IRI: is_iri,
}
