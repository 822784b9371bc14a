"""What is done for a goal, and by whom: the actions as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.model import DataTable
from beleidsspoor.graph.dossier.sentences import listed, some_of
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS

_HEADS = ("Actie", "Wie", "Wanneer en hoeveel", "Waar het staat")
_DOERS = 3


def promised(material: Material, action: Element) -> tuple[str, ...]:
    """What the document promises of an action: the years, and the amount as it is printed."""
    years = material.facts.objects(action.iri, BS + "jaar")
    amount = material.facts.first(action.iri, BS + "toegezegd")
    return tuple(part for part in (listed(years), amount) if part)


def most_telling(material: Material, actions: Sequence[Element], limit: int) -> tuple[Element, ...]:
    """At most so many actions, in reading order: those with a promise in years or numbers go before those without.

    A council can hold the municipality to a promise; the others are in the annex.
    """
    ranked = sorted(actions, key=lambda action: (not promised(material, action), action.order))
    return tuple(sorted(ranked[:limit], key=lambda action: action.order))


def action_table(material: Material, actions: Iterable[Element], caption: str) -> DataTable:
    """The actions with who does them, when, how much, and where that stands."""
    rows = tuple(
        (
            action.naam,
            who(material, action),
            "; ".join(promised(material, action)) or "niet genoemd",
            material.short_place(action.iri),
        )
        for action in actions
    )
    return DataTable(caption, _HEADS, rows)


def who(material: Material, action: Element) -> str:
    """Who leads an action, who carries it out and who takes part, as a cell of a table; each is named once."""
    told: set[str] = set()
    texts = []
    for role in ("trekker", "uitvoerder", "betrokken"):
        actors = [actor for actor in material.facts.objects(action.iri, BS + role) if actor not in told]
        told.update(actors)
        texts.append(some_of(material.names(actors), _DOERS))
    leads, does, joins = texts
    above = "" if leads else leader_above(material, action)
    parts = [
        leads or (f"{above} (trekt de actie erboven)" if above else "trekker niet genoemd"),
        f"uitvoering: {does}" if does else "",
        f"met: {joins}" if joins else "",
    ]
    return "; ".join(part for part in parts if part)


def leader_above(material: Material, action: Element) -> str:
    """Who leads the action that this one hangs under, if any does."""
    above, seen = material.parent(action), {action.iri}
    while above is not None and above.soort == "Actie" and above.iri not in seen:
        if names := material.names(material.facts.objects(above.iri, BS + "trekker")):
            return some_of(names, _DOERS)
        seen.add(above.iri)
        above = material.parent(above)
    return ""


def shares(numbers: Sequence[int], total: int) -> list[int]:
    """How many of each may be shown so that all together are at most `total`: what one does not need goes to others.

    >>> shares([9, 19, 1, 4], 16), shares([2, 3], 16)
    ([6, 5, 1, 4], [2, 3])
    """
    given = [0] * len(numbers)
    left = total
    while left and any(given[place] < number for place, number in enumerate(numbers)):
        for place, number in enumerate(numbers):
            if left and given[place] < number:
                given[place] += 1
                left -= 1
    return given
