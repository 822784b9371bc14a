"""The text of a SPARQL query before the engine sees it: its words, its prefixes, and what it may not hold.

The engine follows SERVICE over HTTP when it is given the chance, so such a query must never reach it. The reading here
is stricter than the grammar: whatever the engine could take for the word SERVICE in any reading is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A longer text, or deeper nesting, is no query that a person wrote; the engine's parser runs out of stack on it.
LONGEST, DEEPEST = 100_000, 100

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri> <[^<>"{}|^`\x00-\x20]*> )
    | (?P<string> '''(?:'{0,2}(?:[^'\\]|\\.))*''' | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\"
        | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<variable> [?$]\w+ )
    | (?P<number> [0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)? )
    | (?P<name> (?P<prefix> [^\W\d_](?:[\w.-]{0,99}[\w-])? | _ )? :
        (?: [^\x00-\x2c./;-@\[-^`{-\x7f] | \.(?=[^\x00-\x2c/;-@\[\]^`{-\x7f]) | % | \\. )* )
    | (?P<word> [^\W\d]\w* )
    | (?P<open> [{(\[] )
    | (?P<close> [})\]] )
    | (?P<stray> \\ )
    | (?P<quote> ['"] )
    """,
    re.VERBOSE | re.DOTALL,
)
_SELECT_ALL = re.compile(r"select\s*(?:distinct\b|reduced\b)?\s*\*", re.IGNORECASE)
_NETWORK = "service"
_UPDATES = ("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with")

_NO_NETWORK = "SERVICE mag hier niet: dan gaat uw vraag over internet naar een ander. Vraag alleen aan dit register."
_NO_UPDATE = "Deze opdracht verandert gegevens. Hier kunt u alleen vragen, met SELECT, ASK, CONSTRUCT of DESCRIBE."
_TOO_LONG = f"De vraag is langer dan {LONGEST} tekens. Maak hem korter."
_TOO_DEEP = f"Er staan meer dan {DEEPEST} haakjes in elkaar. Maak de vraag eenvoudiger."
_NO_TEXT = "Dit teken is geen tekst. Typ de vraag opnieuw, of bewaar het bestand als UTF-8."


class Refused(ValueError):
    """A query that the engine may not see: the message is Dutch, `position` is where in the text it goes wrong."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True)
class Word:
    """A word of a query that is no name, variable or value, and where it starts."""

    text: str
    position: int

    def is_keyword(self, *keywords: str) -> bool:
        """Whether this is one of these keywords (in small letters), in capitals or not."""
        return self.text.casefold() in keywords


@dataclass(frozen=True)
class QueryText:
    """What was read from a query.

    `declared` are the prefixes that it declares itself, `used` all that it uses with the first place of each, `words`
    its keywords in order, `variables` its variables in order. `open_brackets` were not closed; `open_quote` is the
    place of a quotation mark that was not. `selects_all` says that it asks for every variable (SELECT *).
    """

    declared: dict[str, str]
    used: dict[str, int]
    words: tuple[Word, ...]
    variables: tuple[str, ...]
    open_brackets: int
    open_quote: int | None
    selects_all: bool

    @property
    def names_dataset(self) -> bool:
        """Whether the query says itself (FROM) which graphs it is about."""
        return any(word.is_keyword("from") for word in self.words)


def read_query(text: str) -> QueryText:
    """Read the text of a query. Raises Refused for SERVICE, for an update, and for what would exhaust the engine.

    >>> read_query("PREFIX ex: <http://e/> SELECT * { ex:a a bs:Actie }").used
    {'ex': 34, 'bs': 41}
    """
    _check_text(text)
    declared: dict[str, str] = {}
    used: dict[str, int] = {}
    words: list[Word] = []
    variables: dict[str, None] = {}
    pending: str | None = None
    open_quote: int | None = None
    depth = 0
    for token in _TOKEN.finditer(text):
        kind, position = token.lastgroup, token.start()
        if kind == "iri" and pending is not None:
            declared[pending] = token.group()[1:-1]
            pending = None
        elif kind == "word":
            words.append(_word(token.group(), position))
        elif kind == "variable":
            variables.setdefault(token.group()[1:])
        elif kind == "name":
            prefix = _prefix(token.group("prefix") or "", position)
            if words and words[-1].is_keyword("prefix") and prefix not in declared:
                pending = prefix
            elif prefix != "_":
                used.setdefault(prefix, position)
        elif kind in ("open", "close"):
            depth += 1 if kind == "open" else -1
            if depth > DEEPEST:
                raise Refused(_TOO_DEEP, position)
        elif kind == "stray" and _NETWORK in text[position:].casefold():
            raise Refused(_NO_NETWORK, position)
        elif kind == "quote" and open_quote is None:
            open_quote = position
    _refuse_update(words)
    all_of_them = _selects_all(text, words)
    return QueryText(declared, used, tuple(words), tuple(variables), max(depth, 0), open_quote, all_of_them)


def _selects_all(text: str, words: list[Word]) -> bool:
    select = next((word for word in words if not word.is_keyword("prefix", "base")), None)
    return select is not None and bool(_SELECT_ALL.match(text, select.position))


def _check_text(text: str) -> None:
    if len(text) > LONGEST:
        raise Refused(_TOO_LONG, LONGEST)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Refused(_NO_TEXT, error.start) from error


def _word(text: str, position: int) -> Word:
    # Also as a part: in 'trueSERVICE' the engine may read two words.
    if _NETWORK in text.casefold():
        raise Refused(_NO_NETWORK, position)
    return Word(text, position)


def _prefix(prefix: str, position: int) -> str:
    # In 'SERVICEex:a' the engine may read SERVICE and a name.
    if _NETWORK in prefix.casefold():
        raise Refused(_NO_NETWORK, position)
    return prefix


def _refuse_update(words: list[Word]) -> None:
    first = next((word for word in words if not word.is_keyword("prefix", "base")), None)
    if first is not None and first.is_keyword(*_UPDATES):
        raise Refused(_NO_UPDATE, first.position)


def place_of(text: str, position: int) -> tuple[int, int]:
    """The line and column of a position, both counted from 1.

    >>> place_of("ab\\ncd", 4)
    (2, 2)
    """
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1
