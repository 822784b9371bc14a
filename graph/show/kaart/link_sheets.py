"""The pictures of links: who does what, programmes, and one thread."""

from __future__ import annotations

from collections.abc import Iterable

from beleidsspoor.graph.show.kaart.facts import Facts
from beleidsspoor.graph.show.kaart.kinds import ACTORS, GOALS, KINDS, ROLES
from beleidsspoor.graph.show.kaart.layout import GAP_X, SLOT, Block, Sheet, fill, place_blocks, stack
from beleidsspoor.graph.show.kaart.model import MapModel, Space

#: What an actor can have to do with an element: the columns of its picture.
ACTOR_COLUMNS = (
    ("trekker", "Trekt"),
    ("uitvoerder", "Voert uit"),
    ("betrokken", "Doet mee"),
    ("actor", "Wordt gevraagd"),
    ("bronpartner", "Levert het cijfer"),
    ("noemt", "Wordt genoemd"),
)
THREADED = ("Effect", *GOALS, "Actie", "Indicator", "Rolverwachting")
#: In the overview the programmes with parts come first, bigger: width, height and type.
_PARTED, _PARTED_IN_ROW = (470, 116, 25), 4
_LEVELS = (("landelijk", "Landelijk"), ("regionaal", "Regionaal"), ("lokaal", "Lokaal"))


def actor_sheets(model: MapModel, space: Space) -> list[Sheet]:
    """All actors that a municipality's documents say something of, and then one picture for each."""
    kind_of = model.kinds
    single = []
    for iri, element in model.elements.items():
        if element.soort in ACTORS:
            sheet = _actor_sheet(model, space, iri, kind_of)
            if len(sheet.cards) > 1:
                single.append((iri, sheet))
    first = Sheet(
        "start", space.id, "Wie doet wat?", "Kies een organisatie of groep en zie wat er van haar wordt gevraagd."
    )
    x = 0.0
    for kinds, heading in ((("Gemeente", "Partner"), "Organisaties"), (("Groep",), "Groepen")):
        items = [iri for iri, _ in single if kind_of[iri] in kinds]
        items.sort(key=lambda iri: model.elements[iri].naam.casefold())
        if items:
            sheet_x = x
            first.head(sheet_x, heading, -60)
            x = stack(first, items, kind_of, x, 0, 13) + GAP_X
    return [first, *(sheet for _, sheet in single)] if single else []


def _actor_sheet(model: MapModel, space: Space, actor: str, kind_of: dict[str, str]) -> Sheet:
    name = model.elements[actor].naam
    sheet = Sheet(model.key(actor), space.id, name, f"Wat wordt er van {name} gevraagd, en met wie?")
    sheet.put(actor, kind_of[actor], 0, 0)
    mine = {
        relation: [iri for iri in model.incoming[actor, relation] if _in_picture(model, iri, space)]
        for relation, _ in ACTOR_COLUMNS
    }
    actions = [iri for role in ROLES for iri in mine[role] if kind_of[iri] == "Actie"]
    goals = list(dict.fromkeys(model.parent[iri] for iri in actions if iri in model.parent))
    others = {o for iri in actions for role in ROLES for o in model.outgoing[iri, role] if o != actor}
    columns = [(heading, mine[role]) for role, heading in ACTOR_COLUMNS]
    columns[len(ROLES) : len(ROLES)] = [("Voor welk doel", goals), ("Samen met", _by_name(model, others))]
    # As many rows as make the picture about as wide as a screen.
    most = max(15, round((3.0 * sum(len(items) for _, items in columns)) ** 0.5))
    x = 380.0
    for heading, items in columns:
        fresh = [iri for iri in items if iri not in sheet.placed]
        if fresh:
            sheet.head(x, heading, -60)
            fill(sheet, fresh, kind_of, x, 0, most)
            x += -(-len(fresh) // most) * (SLOT[0] + 20) + GAP_X
    return sheet


def _by_name(model: MapModel, items: Iterable[str]) -> list[str]:
    return sorted(items, key=lambda iri: model.elements[iri].naam.casefold())


def _in_picture(model: MapModel, iri: str, space: Space) -> bool:
    element = model.elements[iri]
    return element.ruimte == space.id and element.soort != "Document"


def programme_sheets(model: MapModel, facts: dict[str, Facts], space: Space) -> list[Sheet]:
    """The programmes that matter to a municipality, and one picture for each that has elements or contributions."""
    kind_of = model.kinds
    single = []
    for iri, element in model.elements.items():
        if element.soort == "Programma":
            sheet = _programme_sheet(model, space, iri, kind_of)
            if len(sheet.cards) > 1:
                single.append((iri, sheet))
    first = Sheet(
        "start",
        space.id,
        "Landelijke programma’s",
        "Kies een programma en zie wat wij voor elk onderdeel doen, en wat niemand doet.",
    )
    parted = [iri for iri, _ in single if model.below(iri, ("Kernelement",))]
    for count, iri in enumerate(parted):
        row, column = divmod(count, _PARTED_IN_ROW)
        first.put(iri, "Programma", 85 + column * 500, row * 140, _PARTED)
    if parted:
        first.head(-30, "Met onderdelen", -80)
    top = -(-len(parted) // _PARTED_IN_ROW) * 140 + (60 if parted else 0)
    x = 0.0
    for level, heading in _LEVELS:
        items = [iri for iri, _ in single if ("Niveau", level) in facts[iri].told and iri not in parted]
        if items:
            first.head(x, heading, top - 55)
            x = stack(first, items, kind_of, x, top, 10) + GAP_X
    return [first, *(sheet for _, sheet in single)] if single else []


def _programme_sheet(model: MapModel, space: Space, programme: str, kind_of: dict[str, str]) -> Sheet:
    name = model.elements[programme].naam
    sheet = Sheet(
        model.key(programme), space.id, name, f"Wat doen wij voor elk onderdeel van {name}, en wat doet niemand?"
    )
    blocks = []
    for part in model.below(programme, ("Kernelement",)):
        if model.elements[model.parent[part]].soort == "Kernelement":
            continue
        smaller = model.below(part, ("Kernelement",))
        blocks.append(Block(part, None, _contributing(model, part, space)))
        blocks.extend(Block(part, item, _contributing(model, item, space)) for item in smaller)
    direct = _contributing(model, programme, space)
    bottom = place_blocks(sheet, blocks, kind_of, (370, 750, 1130))
    if direct:
        sheet.head(1130 if blocks else 400, "Voor het programma als geheel", bottom + 22 if blocks else -60)
        fill(sheet, direct, kind_of, 1130 if blocks else 400, bottom + (64 if blocks else 0), 6)
    if blocks:
        sheet.head(370, "Onderdelen")
        sheet.head(1130, "Wat wij hiervoor doen")
    sheet.put(programme, "Programma", 0, max(0.0, bottom - 84) / 2)
    return sheet


def _contributing(model: MapModel, target: str, space: Space) -> tuple[str, ...]:
    return tuple(iri for iri in model.incoming[target, "draagtBijAan"] if model.elements[iri].ruimte == space.id)


def thread_sheets(model: MapModel, space: Space) -> list[Sheet]:
    """For each goal, action and indicator its thread: up to the thema, down to actions, and across to the figure."""
    kind_of = model.kinds
    return [_thread_sheet(model, space, iri, kind_of) for iri in model.of(space, *THREADED)]


def _thread_sheet(model: MapModel, space: Space, iri: str, kind_of: dict[str, str]) -> Sheet:
    name = model.elements[iri].naam
    sheet = Sheet(model.key(iri), space.id, name, "De draad van dit punt: van thema tot cijfer.")
    starts = [iri, *model.outgoing[iri, "meet"]] if kind_of[iri] == "Indicator" else [iri]
    chain = list(dict.fromkeys(up for start in starts for up in (*_up(model, start),)))
    below = [item for item in _down(model, iri) if item not in chain]
    goals = [*chain, *below]
    done = {*goals, iri}
    indicators = [i for i in dict.fromkeys(i for goal in goals for i in model.incoming[goal, "meet"]) if i not in done]
    doers = dict.fromkeys(
        a for goal in [iri, *below] for role in (*ROLES, "actor", "bronpartner") for a in model.outgoing[goal, role]
    )
    programmes = dict.fromkeys(p for goal in goals for p in model.outgoing[goal, "draagtBijAan"])
    columns: list[tuple[str, list[str]]] = [
        (KINDS[kind_of[up]].one, [up]) for up in chain if kind_of[up] != "Actie" and up != iri
    ]
    columns.append((KINDS[kind_of[iri]].one, [iri]))
    columns.extend(_by_kind(goals, kind_of, iri, chain))
    columns.extend((("Gemeten met", indicators), ("Wie", list(doers)), ("Programma’s", list(programmes))))
    x = 0.0
    for heading, items in columns:
        fresh = [item for item in items if item not in sheet.placed]
        if fresh:
            sheet.head(x, heading, -76)
            x = stack(sheet, fresh, kind_of, x, 0, 14) + GAP_X
    return sheet


def _by_kind(goals: Iterable[str], kind_of: dict[str, str], own: str, chain: list[str]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for iri in goals:
        if iri != own and (iri not in chain or kind_of[iri] == "Actie"):
            found.setdefault(kind_of[iri], []).append(iri)
    return [(KINDS[kind].many, items) for kind, items in found.items()]


def _up(model: MapModel, iri: str) -> list[str]:
    """The element and all that it hangs under, the highest first. A ring ends where it began."""
    found: list[str] = []
    here: str | None = iri
    while here is not None and here not in found:
        found.append(here)
        here = model.parent.get(here)
    return found[::-1]


def _down(model: MapModel, iri: str) -> list[str]:
    found: dict[str, None] = {}
    waiting = [iri]
    while waiting:
        here = waiting.pop(0)
        for child in model.below(here, ("Doel", "Subdoel", "Actie")):
            if child not in found:
                found[child] = None
                waiting.append(child)
    return list(found)
