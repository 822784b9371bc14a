"""Names as ids."""

from __future__ import annotations

import re
import unicodedata

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
#: Letters that do not fall apart in a letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d"})


def slug(text: str) -> str:
    """A name as an id: small letters, digits and hyphens, without marks on letters.

    >>> slug("Súdwest-Fryslân"), slug("'s-Gravenhage")
    ('sudwest-fryslan', 's-gravenhage')
    """
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = _NOT_PLAIN.sub("-", "".join(sign for sign in letters if not unicodedata.combining(sign))).strip("-")
    if len(plain) <= _LONGEST:
        return plain
    whole = plain[: _LONGEST + 1].rpartition("-")[0]
    return (whole or plain[:_LONGEST]).strip("-")
