"""What a document asks of somebody: the bullets below 'Inwoners', 'Partners', 'Gemeente', 'Het Rijk'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.goals.listed import split_duties
from beleidsspoor.graph.recognise.model import SURE

#: The actor by the word that a heading holds, in the order of looking.
_ACTORS = {
    "inwoner": "inwoners",
    "partner": "partners",
    "organisatie": "partners",
    "rijk": "Rijk",
    "gemeente": "gemeente",
}


def recognise_roles(context: Context) -> Iterator[Draft]:
    """A draft for every duty in the bullets below the name of an actor."""
    for node, place in zip(context.nodes, context.places, strict=True):
        if not place.is_item or not node.is_item or place.scope is None or place.scope.kind != "rol":
            continue
        heading = place.scope.node
        for text in split_duties(node.text):
            found = draft(
                "rol", node, f"Staat onder ‘{heading.text}’ (regel {heading.first}).", label=text, certainty=SURE
            )
            found.finding = replace(found.finding, actor=_actor(heading.text))
            yield found


def _actor(text: str) -> str:
    plain = text.casefold()
    return next((actor for word, actor in _ACTORS.items() if word in plain), text.strip(" :?"))
