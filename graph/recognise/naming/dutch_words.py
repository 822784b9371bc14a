"""Whether words are names or Dutch: the first word of a sentence has a capital as well."""

from __future__ import annotations

import re
from collections.abc import Set


def is_name(text: str, common: Set[str] = frozenset()) -> bool:
    """True for words of which none is a Dutch word, nor one that the document writes without a capital (`common`)."""
    import simplemma

    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return not any(word in common or simplemma.is_known(word, lang="nl") for word in words)
