"""What is wrong with a SPARQL query, in Dutch, with the place in the text of the user."""

from __future__ import annotations

import re
from collections.abc import Mapping

from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.sparql.query_text import QueryText, Word, place_of

#: How much of a long line is shown around the place of an error.
_AROUND = 70
#: A longer query is not parsed a second time for a better place.
_LONGEST_SECOND = 5_000
_ERROR = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)

_BAD_IRI = "IRI parsing failed"
#: What the engine says of a query whose grammar is right, in Dutch.
_REASONS = {
    _BAD_IRI: "Dit is geen goed internetadres tussen < en >.",
    "language tag parsing failed": "Dit is geen goede taalcode.",
    "contains a variable that is unbound": "De SELECT noemt een variabele zonder waarde of buiten GROUP BY.",
    "expression with a variable that is unbound": "De SELECT rekent met een variabele die niet in GROUP BY staat.",
    "Duplicated variable name in SELECT": "De SELECT noemt een variabele twee keer.",
    "overrides an existing variable": "De SELECT geeft een variabele een tweede waarde. Kies een andere naam.",
    "BIND is overriding": "De BIND geeft een variabele een tweede waarde. Kies een andere naam.",
    "not authorized with GROUP BY": "SELECT * en GROUP BY kunnen niet samen. Noem de variabelen.",
    "Unexpected aggregate": "Tellen (zoals COUNT) kan hier niet, alleen in SELECT, HAVING en ORDER BY.",
    "VALUES clause rows": "Elke rij van VALUES moet evenveel waarden hebben als er variabelen zijn.",
    "Repeated variables are not allowed in VALUES": "VALUES noemt een variabele twee keer.",
    "Already used blank node id": "Deze naam met _: is al in een ander deel van de vraag gebruikt.",
}
_KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        """A ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE
        DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS
        IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH
        NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT
        SEPARATOR SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR
        SUM TIMEZONE TRUE TZ UCASE UNDEF UNION URI UUID VALUES WHERE YEAR""",
    )
)


def syntax_fault(text: str, query: QueryText, prefixes: Mapping[str, str], message: str) -> str:
    """What is wrong with a query that the engine refused with `message`, and where.

    Told from our own reading of the text when that says more, else from what the engine says. `prefixes` are those that
    need no declaration.
    """
    if not text.strip():
        return "De vraag is leeg."
    if query.open_quote is not None:
        return pointed(text, query.open_quote, "Dit aanhalingsteken wordt niet gesloten.")
    for prefix, position in query.used.items():
        if prefix not in prefixes and prefix not in query.declared:
            address = text[position - 1 : position] == "<"
            return pointed(text, position, _REASONS[_BAD_IRI] if address else _unknown_prefix(prefix, prefixes))
    found = _ERROR.search(message)
    if found is None:
        return f"Dit is geen goede SPARQL: {message}"
    position = _position(text, int(found[1]), int(found[2]))
    reason = next((dutch for english, dutch in _REASONS.items() if english in found[3]), None)
    if reason is not None:
        return pointed(text, position, reason)
    if (word := _strange_word(query, position)) is not None:
        near = closest(word.text.upper(), _KEYWORDS)
        advice = f" Bedoelt u {near}?" if near else ""
        return pointed(text, word.position, f"SPARQL kent het woord '{word.text}' niet.{advice}")
    if query.open_brackets and position >= len(text.rstrip()):
        return pointed(text, position, f"De vraag is hier nog niet af: {_open(query.open_brackets)}.")
    if (better := _second_opinion(text)) is not None:
        return pointed(text, better, "Vanaf hier klopt de SPARQL niet.")
    twice = "Krijgt een variabele misschien twee keer een waarde (BIND, AS)?"
    return pointed(text, position, f"Hier of eerder klopt de SPARQL niet. {twice}")


def runtime_fault(message: str) -> str:
    """What is wrong with a query that the engine could read and not answer."""
    if "custom function" in message and (found := re.search(r"<[^>]*>", message)):
        return f"De functie {found.group()} bestaat hier niet."
    return f"De vraag kan niet worden beantwoord: {message}"


def _unknown_prefix(prefix: str, prefixes: Mapping[str, str]) -> str:
    near = closest(prefix, prefixes) if prefix else None
    advice = f"Bedoelt u {near}:?" if near else f"Bekend zijn: {', '.join(sorted(prefixes))}."
    own = f"Een eigen voorvoegsel zet u bovenaan: PREFIX {prefix}: <…>"
    return f"Het voorvoegsel '{prefix}:' is niet bekend. {advice} {own}"


def _strange_word(query: QueryText, position: int) -> Word | None:
    """The last word before the place of an error, when it is no word of SPARQL."""
    before = [word for word in query.words if word.position < position]
    return before[-1] if before and before[-1].text.upper() not in _KEYWORDS else None


def _open(brackets: int) -> str:
    return "er staat nog een haakje open" if brackets == 1 else f"er staan nog {brackets} haakjes open"


def _second_opinion(text: str) -> int | None:
    """Where rdflib's parser stops: the start of the part that it cannot read, where the engine often names the end."""
    if len(text) > _LONGEST_SECOND:
        return None
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        # The parser widens tabs, and would count them so.
        parseQuery(text.replace("\t", " "))
    except ParseBaseException as error:
        return min(error.loc, len(text))
    except (RecursionError, ValueError, OverflowError):
        return None
    return None


def _position(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    return min(sum(len(one) + 1 for one in lines[: line - 1]) + column - 1, len(text))


def pointed(text: str, position: int, message: str) -> str:
    """The message, with the line and column of a place, and under it the line itself with a mark under the place."""
    line, column = place_of(text, position)
    shown = text.split("\n")[line - 1].replace("\t", " ").replace("\r", " ")
    start = max(column - 1 - _AROUND, 0)
    piece = shown[start : column - 1 + _AROUND]
    return f"Regel {line}, teken {column}: {message}\n  {piece}\n  {' ' * (column - 1 - start)}^"
