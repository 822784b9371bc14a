"""What can be asked about actions: promises without a leader, the same promise twice."""

from __future__ import annotations

from collections.abc import Iterator

from beleidsspoor.graph.dossier.actions import promised
from beleidsspoor.graph.dossier.candidates import Candidate, Ground, grouped
from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.sentences import ACTIE, number_word, quoted, sentence
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS


def promises(ground: Ground) -> Iterator[Candidate]:
    """Actions with a year or an amount that nobody leads."""
    material = ground.material
    open_ones = material.gaps("acties-zonder-trekker")
    firm = {one.iri for one in material.own if one.iri in open_ones and promised(material, one)}
    return grouped(
        "promise",
        ground.in_themas(firm, "Actie"),
        lambda one: f"Wie moet zorgen voor {quoted(one.naam)}?",
        lambda called, there: f"Wie moet zorgen voor {called} {there}?",
        lambda elements: (
            "Er staat een jaar of een aantal bij, maar niet wie ervoor zorgt. Dan kunt u niemand vragen hoe het gaat."
        ),
        ACTIE,
    )


def doubles(ground: Ground) -> Iterator[Candidate]:
    """Promises that stand in more places under other leaders: one question for all that promise the same."""
    material = ground.material
    tops = {thema.iri for thema in ground.themas}
    seen: set[str] = set()
    for row in material.rows("dubbele-beloften"):
        first = row.element
        if first is None or first.iri in seen:
            continue
        same = _same_promise(material, first)
        seen |= {one.iri for one in same}
        leaders = {tuple(material.facts.objects(one.iri, BS + "trekker")) for one in same}
        inside = [one for one in same if one.thema in tops]
        if len(leaders) < 2 or not inside or any(one.iri in ground.asked for one in same):
            continue
        yield Candidate(
            "double",
            same,
            inside[0],
            f"Wie moet wat doen bij {quoted(inside[0].naam)}?",
            sentence(f"{number_word(len(same))} acties beloven hetzelfde, maar niet overal staan dezelfde trekkers")
            + " "
            "Dan kan de een op de ander wachten, of gebeurt het twee keer.",
        )


def _same_promise(material: Material, action: Element) -> tuple[Element, ...]:
    """All actions that promise the same, directly or by way of another."""
    found, queue = {action.iri}, [action.iri]
    while queue:
        iri = queue.pop()
        for link in (*material.facts.links_from(iri), *material.facts.links_to(iri)):
            if link.relation != BS + "zelfdeBelofteAls":
                continue
            for end in {link.start, link.end} - found:
                found.add(end)
                queue.append(end)
    return tuple(one for one in material.own if one.iri in found)


def without_leader(ground: Ground) -> Iterator[Candidate]:
    """The other actions that nobody leads."""
    return grouped(
        "no leader",
        ground.in_themas(ground.material.gaps("acties-zonder-trekker"), "Actie"),
        lambda one: f"Wie moet beginnen met {quoted(one.naam)}?",
        lambda called, there: f"Wie moet beginnen met {called} {there}?",
        lambda elements: "Er staat niet bij wie ervoor zorgt. Dan kan het blijven liggen.",
        ACTIE,
    )
