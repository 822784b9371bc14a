"""Names for new rows: readable, the same on every run, and never one that is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beleidsspoor.graph.register.slugs import slug

_YEAR = re.compile(r"\b(?:19|20)(\d\d)\b")
#: Words that do not count in the initials of a title.
_SMALL = frozenset((
    "de", "het", "een", "en", "van", "der", "den", "voor", "in", "op", "te", "met", "bij", "aan", "naar", "over", "uit",
))  # fmt: skip


def initials(title: str) -> str:
    """The first letters of a title with its first year: the start of the ids of what a document sets out.

    >>> initials("Uitvoeringsprogramma Jeugd en Gezin 2025-2028"), initials("Begroting 2025")
    ('ujg25', 'beg25')
    """
    year = _YEAR.search(title)
    words = [word for word in slug(_YEAR.sub(" ", title)).split("-") if word and word not in _SMALL]
    letters = "".join(word[0] for word in words[:4]) if len(words) > 1 else "".join(words)[:3]
    return (letters or "doc") + (year.group(1) if year else "")


class Naming:
    """The ids of one ruimte: those that are taken, and the next that is free."""

    def __init__(self, taken: Iterable[str]) -> None:
        """`taken` are the ids that rows of the ruimte have."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def take(self, names: Iterable[str]) -> None:
        """Keep these ids from being given."""
        self._taken.update(names)

    def is_prefix(self, prefix: str) -> bool:
        """Whether an id begins with this prefix and a hyphen."""
        return any(name.startswith(f"{prefix}-") for name in self._taken)

    def number(self, start: str, width: int = 2) -> str:
        """The next free id that begins with `start` and ends with a number.

        >>> Naming(["mag25-actie-01", "mag25-actie-07"]).number("mag25-actie-")
        'mag25-actie-08'
        """
        if start not in self._last:
            numbered = (name.removeprefix(start) for name in self._taken if name.startswith(start))
            self._last[start] = max((int(end) for end in numbered if end.isdecimal() and len(end) < 9), default=0)
        while True:
            self._last[start] += 1
            name = f"{start}{self._last[start]:0{width}d}"
            if name not in self._taken:
                self._taken.add(name)
                return name

    def free(self, wanted: str) -> str:
        """This id when it is free, else with a number behind it."""
        name, number = wanted, 2
        while name in self._taken:
            name, number = f"{wanted}-{number}", number + 1
        self._taken.add(name)
        return name
