"""Which national and regional programmes a thema serves, by which goals and actions, and why."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.dossier.limits import Limits
from beleidsspoor.graph.dossier.material import GOALS, Material, titled
from beleidsspoor.graph.dossier.model import Block, Bullets, DataTable, Paragraph, Section
from beleidsspoor.graph.dossier.sentences import (
    ACTIE,
    DOEL,
    NOUNS,
    Noun,
    counted,
    listed,
    number_word,
    paragraph,
    quoted,
    sentence,
    this,
)
from beleidsspoor.graph.facts import Link
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS, LIJST

_PUNT = Noun("punt uit dit thema", "punten uit dit thema", "het", "het")
#: A local programme is the municipality's own: it is in the annex, not among what the thema serves.
_LOCAL = LIJST + "lokaal"


@dataclass(frozen=True)
class Service:
    """One programme that something in the thema contributes to, with the links that say so, the surest first."""

    programme: Element
    level: str
    local: bool
    links: tuple[Link, ...]


def programme_blocks(material: Material, thema: Element, limits: Limits) -> tuple[list[Block], list[Block]]:
    """The programmes that the thema serves: main part and annex."""
    services = _services(material, thema)
    wider = [one for one in services if not one.local]
    about = this(NOUNS[thema.soort])
    head = Section(2, "Aan welke programma’s van Rijk en regio dit bijdraagt", f"{thema.id}-programmas")
    if not wider:
        text = f"Het register kent nog geen programma van Rijk of regio waar {about} aan bijdraagt."
        return [head, Paragraph(text)], _annex(material, thema, services)
    shown = wider[: limits.programmes]
    rest = len(wider) - len(shown)
    lead = sentence(f"{about} draagt bij aan {counted(len(wider), NOUNS['Programma'])}")
    if rest:
        lead += " Hier staan de programma’s waar het meeste aan bijdraagt. In de bijlage staan ze allemaal."
    bullets = Bullets(tuple(_told(material, one) for one in shown))
    return [head, Paragraph(lead), bullets], _annex(material, thema, services)


def _services(material: Material, thema: Element) -> list[Service]:
    """By number of links, the most first."""
    found: dict[str, list[Link]] = {}
    for link in material.links("draagtBijAan", (thema.iri, *(one.iri for one in material.below(thema.iri)))):
        whole = material.facts.first(link.end, BS + "programma") or link.end
        found.setdefault(whole, []).append(link)
    services = []
    for iri, links in found.items():
        programme = material.elements.get(iri)
        if programme is None:
            continue
        level = material.facts.first(iri, BS + "niveau")
        ordered = sorted(
            links, key=lambda link: (link.sterkte != "zeker", material.elements[link.start].order, link.end)
        )
        services.append(Service(programme, material.facts.label(level or ""), level == _LOCAL, tuple(ordered)))
    return sorted(services, key=lambda one: (-len(one.links), one.programme.naam.casefold()))


def _told(material: Material, service: Service) -> Paragraph:
    links = service.links
    starts = list(dict.fromkeys(link.start for link in links))
    verb = "draagt" if len(starts) == 1 else "dragen"
    sure = len({link.start for link in links if link.sterkte == "zeker"})
    all_sure = sure == len(starts)
    first = links[0]
    part = material.elements.get(first.end)
    of_part = f" (onderdeel {titled(part)})" if part is not None and part.soort == "Kernelement" else ""
    example = f"{quoted(titled(material.elements[first.start]))}{of_part}"
    whom = _whom([material.elements[iri].soort for iri in starts])
    number = f"{whom} {verb} hieraan {'' if all_sure else 'waarschijnlijk '}bij"
    text = f"{service.programme.naam} ({service.level}). " + sentence(
        f"{number}: {example}" if len(starts) == 1 else f"{number}, zoals {example}"
    )
    certain = sentence(f"van {number_word(sure)} is dat zeker") if sure and not all_sure else ""
    why = sentence(first.reden) if first.reden else ""
    return Paragraph(paragraph(text, why, certain), material.place(first.iri))


def _whom(kinds: list[str]) -> str:
    """What contributes, counted: goals, actions, or points when there is something else among them.

    >>> _whom(["Opgave", "Subdoel", "Actie"]), _whom(["Opgave"]), _whom(["Thema", "Actie"])
    ('twee doelen en één actie', 'één opgave', 'twee punten uit dit thema')
    """
    if not set(kinds) <= {"Actie", *GOALS}:
        return counted(len(kinds), _PUNT)
    goals = [kind for kind in kinds if kind != "Actie"]
    noun = NOUNS[goals[0]] if len(set(goals)) == 1 else DOEL
    parts = ((len(goals), noun), (len(kinds) - len(goals), ACTIE))
    return listed(counted(number, one) for number, one in parts if number)


def _annex(material: Material, thema: Element, services: list[Service]) -> list[Block]:
    if not services:
        return []
    rows = tuple(
        (
            service.programme.naam,
            titled(end) if (end := material.elements[link.end]).soort == "Kernelement" else "het geheel",
            titled(material.elements[link.start]),
            f"{sentence(link.reden or '')} ({link.sterkte})",
            material.short_place(link.iri),
        )
        for service in services
        for link in service.links
    )
    heads = ("Programma", "Onderdeel", "Wat bijdraagt", "Waarom, en hoe zeker dat is", "Waar het staat")
    caption = f"Waar {thema.naam} aan bijdraagt"
    return [Section(2, "Alle programma’s", f"{thema.id}-programmas-alle"), DataTable(caption, heads, rows)]
