"""A page per organisation to hand out: what stands in the agenda for us, with whom, and where help is welcome."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.questions import Question
from beleidsspoor.graph.scope import UnknownName
from beleidsspoor.graph.show.kaart.facts import Facts, Quoter, read_facts
from beleidsspoor.graph.show.kaart.kinds import ACTORS, ROLES
from beleidsspoor.graph.show.kaart.link_sheets import ACTOR_COLUMNS
from beleidsspoor.graph.show.kaart.model import MapModel, Space, read_model
from beleidsspoor.graph.show.kaart.page import environment
from beleidsspoor.graph.show.kaart.states import States, read_states
from beleidsspoor.graph.store import Element, GraphStore
from beleidsspoor.graph.thread.finding import find
from beleidsspoor.graph.words import visible

#: The question whose gaps are an invitation: actions that nobody leads.
OPEN_QUESTION = "acties-zonder-trekker"


@dataclass(frozen=True)
class Row:
    """One line of the page: what it is, the goal it is for, with whom, when, what is promised and where it stands."""

    name: str
    goal: str
    thema: str
    others: str
    when: str
    promised: str
    place: str
    quote: str


@dataclass(frozen=True)
class Section:
    """One heading of the page with its rows."""

    title: str
    rows: tuple[Row, ...]


def find_actor(store: GraphStore, text: str) -> Element:
    """The organisation or group that `text` names. Raises UnknownName with what comes near, or when several fit."""
    found = find(store, text)
    hits = [hit for hit in found.hits if hit.soort in ACTORS]
    if len(hits) == 1 or (hits and hits[0].naam.casefold() == text.strip().casefold()):
        return hits[0]
    if hits:
        names = ", ".join(hit.naam for hit in hits[:6])
        raise UnknownName(f"'{text}' past op meer organisaties: {names}. Kies er één.")
    near = [hit.naam for hit in found.near if hit.soort in ACTORS]
    advice = f"Bedoelt u {' of '.join(near)}?" if near else "Schrijf de naam zoals die op de kaart staat."
    raise UnknownName(f"De organisatie '{text}' staat niet in het register. {advice}")


def render_handout(
    store: GraphStore,
    questions: dict[str, Question],
    register: str,
    actor: Element,
    ruimten: tuple[str, ...] = (),
    quote: Quoter | None = None,
) -> bytes:
    """The page for one organisation, over these municipalities (none: all), as HTML without script."""
    model = read_model(store, ruimten)
    facts = read_facts(store, quote)
    asked = {name: question for name, question in questions.items() if name == OPEN_QUESTION}
    states = read_states(store, asked, model.spaces)
    spaces = []
    for space in model.spaces:
        sections = [_section(model, facts, space, actor.iri, *column) for column in ACTOR_COLUMNS]
        sections.append(_welcome(model, facts, states, space, actor.iri))
        if any(section.rows for section in sections):
            spaces.append((space.name, [section for section in sections if section.rows]))
    html = (
        environment()
        .get_template("uitdelen.html")
        .render(name=visible(actor.naam), spaces=spaces, register=register, note=visible(facts[actor.iri].note))
    )
    return html.encode()


def _section(model: MapModel, facts: dict[str, Facts], space: Space, actor: str, relation: str, title: str) -> Section:
    seen = {
        iri
        for earlier, _ in ACTOR_COLUMNS[: [name for name, _ in ACTOR_COLUMNS].index(relation)]
        for iri in model.incoming[actor, earlier]
    }
    items = [iri for iri in model.incoming[actor, relation] if iri not in seen]
    own = [iri for iri in items if model.elements[iri].ruimte == space.id and model.elements[iri].soort != "Document"]
    return Section(title, tuple(_row(model, facts, iri, actor) for iri in own))


def _welcome(model: MapModel, facts: dict[str, Facts], states: States, space: Space, actor: str) -> Section:
    """Actions without a lead, in the themas in which the organisation is active already."""
    mine = {iri for role in (*ROLES, "actor") for iri in model.incoming[actor, role]}
    themas = {model.elements[iri].thema for iri in mine if model.elements[iri].ruimte == space.id} - {None}
    gaps = states.gaps(OPEN_QUESTION, space.id)
    open_ = [
        iri
        for iri in model.of(space, "Actie")
        if iri in gaps and model.elements[iri].thema in themas and iri not in mine
    ]
    return Section("Hier zoekt de gemeente nog een trekker", tuple(_row(model, facts, iri, actor) for iri in open_))


def _row(model: MapModel, facts: dict[str, Facts], iri: str, actor: str) -> Row:
    element, told = model.elements[iri], dict(facts[iri].told)
    others = {o for role in ROLES for o in model.outgoing[iri, role] if o != actor}
    goal = model.elements[model.parent[iri]].naam if iri in model.parent else ""
    document = model.elements[element.document].naam if element.document in model.elements else ""
    place = next(iter(facts[iri].places_in(document)), None)
    lines = (
        f"regel {place.first}"
        if place and place.first == place.last
        else f"regels {place.first}–{place.last}"
        if place
        else ""
    )
    return Row(
        name=visible(" ".join(part for part in (element.nummer, element.naam) if part)),
        goal=visible(goal),
        thema=visible(element.thema_naam or ""),
        others=visible(", ".join(sorted(model.elements[o].naam for o in others))),
        when=visible(told.get("Wanneer", "")),
        promised=visible(told.get("Wat is beloofd", "")),
        place=visible(", ".join(part for part in (place.document, place.section, lines) if part)) if place else "",
        quote=visible(place.quote) if place else "",
    )
