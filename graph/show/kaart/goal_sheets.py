"""The pictures of goals: the first one, one per thema or doelenboom, what nobody measures, and loose actions."""

from __future__ import annotations

from beleidsspoor.graph.show.kaart.facts import Facts
from beleidsspoor.graph.show.kaart.kinds import ACTORS, GOALS, KINDS, START_FONT, START_HEIGHT, START_WIDTH, TOPS
from beleidsspoor.graph.show.kaart.layout import (
    BLOCK_GAP,
    BLOCK_ROWS,
    GAP_X,
    GAP_Y,
    ROW,
    Block,
    Sheet,
    fill,
    place_blocks,
    stack,
)
from beleidsspoor.graph.show.kaart.model import MapModel, Space
from beleidsspoor.graph.show.kaart.states import States

UNMEASURED = "doelen-zonder-indicator"
LOOSE = (("acties-zonder-doel", "Hangt onder geen doel"), ("acties-zonder-trekker", "Heeft geen trekker"))

_START = (START_WIDTH, START_HEIGHT, START_FONT)
_X0, _X1, _X2, _X3 = 0.0, 340.0, 710.0, 1103.0


def start_sheet(model: MapModel, facts: dict[str, Facts], space: Space) -> Sheet:
    """The first picture: the themas of a municipality with their opgaven, or with who is asked to do something."""
    short = space.name.removeprefix("Gemeente ")
    sheet = Sheet("start", space.id, f"Waar werkt {short} aan?", "Kies een thema en zie wat eronder hangt.")
    themas = model.of(space, "Thema")
    if any(model.below(thema, ("Opgave",)) for thema in themas):
        _spread(model, sheet, themas)
    else:
        _asked(model, facts, sheet, space, themas)
    return sheet


def _spread(model: MapModel, sheet: Sheet, themas: list[str]) -> None:
    """Themas left and right of the middle, their opgaven outside of them."""
    pitch = START_HEIGHT + GAP_Y
    below = {thema: model.below(thema, ("Opgave",)) for thema in themas}
    half = sum(max(1, len(below[thema])) for thema in themas) / 2
    sides: tuple[list[str], list[str]] = ([], [])
    filled = 0
    for thema in themas:
        left = filled < half and (not sides[0] or filled + len(below[thema]) / 2 <= half)
        sides[0 if left and not sides[1] else 1].append(thema)
        filled += max(1, len(below[thema]))
    heights = [sum(max(1, len(below[thema])) for thema in side) * pitch + 40 * (len(side) - 1) for side in sides]
    for side, sign, height in zip(sides, (-1, 1), heights, strict=True):
        y = (max(heights) - height) / 2
        for thema in side:
            items = below[thema]
            rows = max(1, len(items))
            sheet.put(thema, "Thema", sign * 340, y + (rows - 1) * pitch / 2, (300, 130, 31))
            for row, item in enumerate(items):
                sheet.put(item, "Opgave", sign * 940, y + row * pitch, _START)
            y += rows * pitch + 40
    owner = next(
        (iri for iri in model.elements if model.elements[iri].soort == "Gemeente" and _owns(model, iri, sheet)), ""
    )
    if owner:
        sheet.put(owner, "Gemeente", 0, (max(heights) - pitch) / 2, (230, 120, 25))
        sheet.extra.extend((owner, thema) for thema in themas)


def _owns(model: MapModel, iri: str, sheet: Sheet) -> bool:
    return model.elements[iri].ruimte == sheet.space


def _asked(model: MapModel, facts: dict[str, Facts], sheet: Sheet, space: Space, themas: list[str]) -> None:
    """Principles, themas, and of whom each thema asks something."""
    principles = [iri for iri in model.of(space, "Principe") if ("Soort", "leidend principe") in facts[iri].told]
    asked: dict[str, list[str]] = {}
    for thema in themas:
        for role in model.below(thema, ("Rolverwachting",)):
            for actor in model.outgoing[role, "actor"]:
                if thema not in asked.setdefault(actor, []):
                    asked[actor].append(thema)
    columns = (
        (-660, principles, "Wat vooropstaat"),
        (0, themas, "Thema’s"),
        (660, list(asked), "Van wie wordt iets gevraagd"),
    )
    tallest = max((len(items) for _, items, _ in columns), default=0)
    for x, items, heading in columns:
        pitch = (START_HEIGHT + 34) * max(1, tallest) / max(1, len(items))
        for row, iri in enumerate(items):
            size = _START if iri not in themas else (360, 104, 30)
            sheet.put(iri, model.elements[iri].soort, x, (row + 0.5) * pitch, size)
        if items:
            sheet.head(x, heading, -60)
    for actor, of in asked.items():
        sheet.extra.extend((thema, actor) for thema in of)


def goal_sheet(model: MapModel, space: Space, top: str) -> Sheet:
    """What hangs below one thema or doelenboom, from left to right."""
    element = model.elements[top]
    sheet = Sheet(model.key(top), space.id, element.naam, f"Wat hangt er onder {element.naam}?")
    kind_of = model.kinds
    roles = model.below(top, ("Rolverwachting",))
    bottom = _role_blocks(model, sheet, top, roles) if roles else _goal_blocks(model, sheet, top, kind_of)
    sheet.put(top, element.soort, _X0, max(0.0, bottom - BLOCK_GAP - ROW) / 2)
    _column_heads(sheet, kind_of)
    return sheet


def _goal_blocks(model: MapModel, sheet: Sheet, top: str, kind_of: dict[str, str]) -> float:
    firsts = model.below(top, ("Effect", "Opgave", "Doel"))
    loose = model.below(top, ("Subdoel",))
    blocks: list[Block] = []
    late: list[Block] = []
    for first in firsts:
        subs, own = model.below(first, ("Subdoel",)), _actions(model, first)
        if subs or own or not loose:
            blocks.extend(Block(first, sub, _actions(model, sub)) for sub in subs)
            (late if subs else blocks).extend([Block(None if subs else first, None, own)] if own or not subs else [])
    blocks.extend(Block(None, sub, _actions(model, sub)) for sub in loose)
    plain = [first for first in firsts if not model.below(first, ("Subdoel", "Actie"))] if loose else []
    stack(sheet, plain, kind_of, _X1, 0, 99)
    # Without goals in the first column the rest moves up, so that a sheet of one opgave has no hole in it.
    columns = (_X1, _X2, _X3) if firsts else (_X1, _X1, _X1 + _X3 - _X2)
    bottom = place_blocks(sheet, blocks + late, kind_of, columns)
    top_actions = _actions(model, top)
    if top_actions:
        fill(sheet, top_actions, kind_of, columns[2], bottom, BLOCK_ROWS)
        bottom += BLOCK_ROWS * ROW
    return max(bottom, len(plain) * (KINDS["Doel"].height + GAP_Y))


def _role_blocks(model: MapModel, sheet: Sheet, top: str, roles: list[str]) -> float:
    """Roles per actor: a row of cards for each, so that one more role moves nothing else."""
    by_actor: dict[str, list[str]] = {}
    for role in roles:
        for actor in model.outgoing[role, "actor"]:
            by_actor.setdefault(actor, []).append(role)
    kind_of = model.kinds
    blocks = [Block(actor, None, tuple(items)) for actor, items in by_actor.items()]
    bottom = place_blocks(sheet, blocks, kind_of, (_X1, _X2, _X2))
    sheet.extra.extend((top, actor) for actor in by_actor)
    return bottom


def _actions(model: MapModel, goal: str) -> tuple[str, ...]:
    """The actions below a goal, with those that hang below another action after it."""
    found: list[str] = []
    for action in model.below(goal, ("Actie",)):
        found.append(action)
        found.extend(_actions(model, action))
    return tuple(found)


def _column_heads(sheet: Sheet, kind_of: dict[str, str]) -> None:
    """Name each column by the first kind that stands in it."""
    named: dict[float, str] = {}
    for card in sheet.cards:
        kind = "Doel" if kind_of[card.iri] == "Effect" else kind_of[card.iri]
        text = "Wie" if kind in ACTORS else KINDS[kind].many
        if kind not in TOPS and text not in named.values():
            named.setdefault(card.x, text)
    heading_y = min((card.y - card.height / 2 for card in sheet.cards), default=0) - 20
    for x, text in named.items():
        sheet.head(x, text, heading_y)


def boom_sheet(model: MapModel, space: Space, top: str) -> Sheet:
    """A doelenboom of a budget: its goals and activities, the indicators that go with them, and the money."""
    sheet = goal_sheet(model, space, top)
    sheet.headings.clear()
    kind_of = model.kinds
    x = _free_column(sheet)
    indicators = measuring(model, [card.iri for card in sheet.cards])
    indicators += [iri for iri in model.below(top, ("Indicator",)) if iri not in indicators]
    x = stack(sheet, indicators, kind_of, x, 0, 14)
    stack(sheet, model.below(top, ("Budgetpost",)), kind_of, x + (GAP_X if indicators else 0), 0, 14)
    _column_heads(sheet, kind_of)
    return sheet


def measuring(model: MapModel, things: list[str]) -> list[str]:
    """The indicators that measure these elements, in the order of the elements."""
    return list(dict.fromkeys(i for iri in things for i in model.incoming[iri, "meet"]))


def _free_column(sheet: Sheet) -> float:
    return max((card.x + card.width / 2 for card in sheet.cards), default=0) + GAP_X + 165


def all_sheet(model: MapModel, space: Space, themas: list[str]) -> Sheet:
    """All themas at once, two beside each other."""
    sheet = Sheet(
        "alles", space.id, "De hele agenda", "Alle thema’s met hun opgaven, subdoelen en acties. Zoom in om te lezen."
    )
    kind_of = model.kinds
    parts = [goal_sheet(model, space, thema) for thema in themas]
    wide = max((card.x + card.width / 2 for part in parts for card in part.cards), default=0) + 260
    top = 0.0
    for index in range(0, len(parts), 2):
        pair = parts[index : index + 2]
        for column, part in enumerate(pair):
            for card in part.cards:
                sheet.put(card.iri, kind_of[card.iri], card.x + column * wide, card.y + top)
        top += max((card.y for part in pair for card in part.cards), default=0) + 220
    return sheet


def unmeasured_sheets(model: MapModel, states: States, space: Space) -> list[Sheet]:
    """Per document all goals under their thema; what nobody measures is lit by its state."""
    asked = states.rows(UNMEASURED, space.id)
    by_document: dict[str, list[str]] = {}
    # The agenda comes before the budget.
    for top in [*model.of(space, "Thema"), *model.of(space, "Doelenboom")]:
        by_document.setdefault(model.elements[top].document or "", []).append(top)
    sheets = []
    for document, tops in by_document.items():
        title = model.elements[document].naam if document in model.elements else "Niet gemeten"
        key = model.key(document) if document in model.elements else "overig"
        sheet = Sheet(key, space.id, title, "Rood met ?: dit doel meet niemand. Een vinkje: er is een cijfer bij.")
        for column, top in enumerate(tops):
            sheet.put(top, model.elements[top].soort, column * 500, 0, (440, 74, 22))
            for row, (goal, depth) in enumerate(_goals_below(model, top, asked)):
                sheet.put(
                    goal,
                    model.elements[goal].soort,
                    column * 500 + depth * 22,
                    92 + row * 60,
                    (456 - depth * 44, 50, 17),
                )
        if len(sheet.cards) > len(tops):
            sheets.append(sheet)
    return sheets


def _goals_below(model: MapModel, top: str, asked: set[str], depth: int = 0) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for child in model.below(top, GOALS):
        if child in asked:
            found.append((child, depth))
        found.extend(_goals_below(model, child, asked, depth + 1))
    return found


def loose_sheet(model: MapModel, states: States, space: Space) -> Sheet:
    """Actions that hang under no goal, and those without a lead."""
    sheet = Sheet(
        "los", space.id, "Losse acties", "Deze acties hangen onder geen doel, of het document zegt niet wie ze trekt."
    )
    kind_of = model.kinds
    x = 0.0
    for question, heading in LOOSE:
        gaps = states.gaps(question, space.id)
        items = [iri for iri in model.of(space, "Actie") if iri in gaps and iri not in sheet.placed]
        if items:
            sheet.head(x, heading, -60)
            x = stack(sheet, items, kind_of, x, 0, 10) + GAP_X
    return sheet
