"""The pictures of the network (DIN): one column per kind, ordered so that few lines cross."""

from __future__ import annotations

from collections.abc import Sequence

from beleidsspoor.graph.show.kaart.goal_sheets import measuring
from beleidsspoor.graph.show.kaart.kinds import GOALS, KINDS, ROLES
from beleidsspoor.graph.show.kaart.layout import Sheet
from beleidsspoor.graph.show.kaart.model import MapModel, Space

#: A column longer than this goes on in a second one beside it: lower than this the type is too small for a screen.
_MOST_ROWS = 20
_MOST_PITCH, _BETWEEN_COLUMNS, _BESIDE = 120, 84, 36
#: Cards of this width, with this type, that grow in height with the room there is.
_WIDTH, _FONT, _LEAST, _TALLEST = 340, 17, 43, 84


def din_sheets(model: MapModel, space: Space) -> list[Sheet]:
    """The network: per opgave so that it can be read, and then per thema as a whole."""
    sheets = []
    for thema in model.of(space, "Thema"):
        sheets += [_din_sheet(model, space, opgave) for opgave in model.below(thema, ("Opgave",))]
        sheets.append(_din_sheet(model, space, thema))
    return sheets


def _din_sheet(model: MapModel, space: Space, top: str) -> Sheet:
    """Goals, actions, figures and who does it, from left to right."""
    sheet = Sheet(
        model.key(top), space.id, model.elements[top].naam,
        "Lees van links naar rechts: wat willen we, wat doen we, hoe meten we het en wie doet het?",
    )  # fmt: skip
    columns = _columns(model, top)
    longest = max(min(len(items), _MOST_ROWS) for _, items in columns)
    # The height of a screen beside the width of the columns: what there is of it goes to the cards.
    across = sum(-(-len(items) // _MOST_ROWS) for _, items in columns)
    pitch = max(_LEAST + 6, min(_MOST_PITCH, across * (_WIDTH + _BETWEEN_COLUMNS) * 0.42 / longest))
    x = 0.0
    for heading, items in columns:
        x = _stand(sheet, model, heading, items, x, pitch, longest)
    return sheet


def _stand(
    sheet: Sheet, model: MapModel, heading: str, items: Sequence[str], x: float, pitch: float, longest: int
) -> float:
    """Stand a column in the middle of the height, as wide apart as fits; returns the x of the next one."""
    sheet.head(x, heading, -30)
    count = -(-len(items) // _MOST_ROWS)
    rows = -(-len(items) // count)
    own = min(_MOST_PITCH * 1.4, pitch * longest / rows)
    tall = int(min(_TALLEST, max(_LEAST, own - 16)))
    for place, iri in enumerate(items):
        column, row = divmod(place, rows)
        y = (pitch * longest - own * rows) / 2 + (row + 0.5) * own
        sheet.put(iri, model.kinds[iri], x + column * (_WIDTH + _BESIDE), y, (_WIDTH, tall, _FONT))
    return x + (count - 1) * (_WIDTH + _BESIDE) + _WIDTH + _BETWEEN_COLUMNS


def _columns(model: MapModel, top: str) -> list[tuple[str, list[str]]]:
    """The kinds from left to right, each in the order of what it hangs under or is tied to."""
    levels = _levels(model, top)
    goals = [iri for level in levels for iri in level if model.kinds[iri] not in ("Actie", "Rolverwachting")]
    efforts = _efforts(model, top)
    shown = [*goals, *efforts]
    rows = {iri: row / max(1, len(level)) for level in levels for row, iri in enumerate(level)}
    rows |= {iri: row / len(efforts) for row, iri in enumerate(efforts)}
    indicators = _beside(measuring(model, shown), {i: model.outgoing[i, "meet"] for i in measuring(model, shown)}, rows)
    rows |= {iri: row / len(indicators) for row, iri in enumerate(indicators)}
    asked: dict[str, list[str]] = {}
    for iri in shown:
        for role in (*ROLES, "actor"):
            for actor in model.outgoing[iri, role]:
                asked.setdefault(actor, []).append(iri)
    actors = _beside(list(asked), asked, rows)
    named = [(KINDS[model.kinds[level[0]]].many, level) for level in levels]
    kinds = KINDS[model.kinds[efforts[0]]].many if efforts else ""
    last = [(kinds, efforts), (KINDS["Indicator"].many, indicators), ("Wie", actors)]
    return [(heading, items) for heading, items in (*named, *last) if items]


def _levels(model: MapModel, top: str) -> list[list[str]]:
    """The goals from the top down, level by level, in reading order."""
    levels = [[top]]
    while below := [child for iri in levels[-1] for child in model.below(iri, (*GOALS, "Effect"))]:
        levels.append(below)
    return levels


def _efforts(model: MapModel, iri: str) -> list[str]:
    """Actions and roles below an element, in the order of the goals that they serve."""
    found = []
    for child in model.children.get(iri, ()):
        if model.kinds[child] in ("Actie", "Rolverwachting"):
            found.append(child)
        if model.kinds[child] in (*GOALS, "Effect", "Actie"):
            found.extend(_efforts(model, child))
    return found


def _beside(items: list[str], tied: dict[str, list[str]], rows: dict[str, float]) -> list[str]:
    """The items by the mean height of what they are tied to: then few lines cross."""

    def height(iri: str) -> float:
        heights = [rows[other] for other in tied[iri] if other in rows]
        return sum(heights) / len(heights) if heights else 1.0

    return sorted(items, key=height)
