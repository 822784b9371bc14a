"""How a value is written for a reader, and made harmless for the program that opens it."""

from __future__ import annotations

import re

from beleidsspoor.graph.scope import STATE_WORDS

#: What may stand in a cell: several texts (places, quotes) are a tuple.
Cell = str | int | float | bool | tuple[str, ...] | None

#: Control characters, lone surrogates and non-characters: no name needs them, and XML and terminals cannot hold them.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: Signs that turn the direction of the text around, by which one name can look like another.
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_NEW_LINES = re.compile(r"\r\n?|[\u2028\u2029]")

#: Where a spreadsheet starts to read a formula (OWASP, CSV Injection); a Dutch Excel parts cells at `;` as well.
_FORMULA = re.compile(r"(^|[;\t\r\n])(?=[=+\-@\t\r＝＋－＠])")

REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """The text with every illegal character replaced by `�`, so that a reader sees that something was left out.

    >>> visible("a\\x1b[31mb")
    'a�[31mb'
    """
    return _TURNING.sub(REPLACEMENT, _ILLEGAL.sub(REPLACEMENT, _NEW_LINES.sub("\n", text)))


def without_formula(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would take for a formula.

    >>> without_formula("=1+1"), without_formula("a;=1+1"), without_formula("a - b")
    ("'=1+1", "a;'=1+1", 'a - b')
    """
    return _FORMULA.sub(r"\1'", text)


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula.

    >>> starts_formula("@SUM(A1)"), starts_formula("D5")
    (True, False)
    """
    return bool(_FORMULA.match(text))


def in_words(cell: Cell, *, limit: int | None = None, between: str = "\n") -> str:
    """A cell as Dutch text: ja and nee, a decimal comma, nothing for None, and at most `limit` of several texts.

    >>> in_words(12.5), in_words(True), in_words(("a", "b", "c"), limit=2, between=" | ")
    ('12,5', 'ja', 'a | b | en nog 1')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, int | float):
        return str(cell).replace(".", ",")
    if isinstance(cell, tuple):
        shown = [visible(text) for text in cell[:limit]]
        if limit is not None and len(cell) > limit:
            shown.append(f"en nog {len(cell) - limit}")
        return between.join(shown)
    return visible(cell)


def state_in_words(state: Cell) -> str:
    """A state as a reader says it.

    >>> state_in_words("bewust_open")
    'bewust open'
    """
    return STATE_WORDS.get(str(state), "") if state is not None else ""


def thousands(number: int) -> str:
    """A whole number with a point between thousands.

    >>> thousands(12345)
    '12.345'
    """
    return f"{number:,}".replace(",", ".")
