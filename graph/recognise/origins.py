"""Of whom a document took its criteria over: the names in the passage that announces them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from beleidsspoor.graph.recognise.drafts import Draft
from beleidsspoor.graph.recognise.naming.name_forms import find_forms
from beleidsspoor.graph.recognise.naming.register_names import NameIndex
from beleidsspoor.graph.recognise.nodes import Node

#: The passage itself, and the one before it when that names nobody.
_PASSAGES = 2
_KINDS = ("partner", "programma")


def set_origins(drafts: Iterable[Draft], nodes: Sequence[Node], names: NameIndex) -> None:
    """Give every criterium the body and the programme that its announcement names first, as one text, in place."""
    for item in drafts:
        if item.kind != "criterium" or item.announced is None:
            continue
        for at in range(item.announced, max(item.announced - _PASSAGES, -1), -1):
            if found := _named(nodes[at].text, names):
                item.change(origin=", ".join(found))
                break


def _named(text: str, names: NameIndex) -> list[str]:
    hits = [hit for hit in names.find(text) if hit.kind in _KINDS]
    hits = hits or [hit for hit in find_forms(text) if hit.kind in _KINDS]
    first = (next((hit.name for hit in hits if hit.kind == kind), None) for kind in _KINDS)
    return [name for name in first if name is not None]
