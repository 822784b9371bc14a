"""The views of the map: each answers one question with one or more pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from beleidsspoor.graph.show.kaart.compare_sheets import compare_sheets
from beleidsspoor.graph.show.kaart.din_sheets import din_sheets
from beleidsspoor.graph.show.kaart.facts import Facts
from beleidsspoor.graph.show.kaart.goal_sheets import (
    all_sheet,
    boom_sheet,
    goal_sheet,
    loose_sheet,
    start_sheet,
    unmeasured_sheets,
)
from beleidsspoor.graph.show.kaart.kinds import MATCHES, ROLES
from beleidsspoor.graph.show.kaart.layout import Sheet
from beleidsspoor.graph.show.kaart.link_sheets import actor_sheets, programme_sheets, thread_sheets
from beleidsspoor.graph.show.kaart.model import MapModel, Space
from beleidsspoor.graph.show.kaart.states import States


@dataclass(frozen=True)
class View:
    """A ready-made view: its name, one sentence, what one chooses in it, its questions, its links and its pictures.

    `chooser` is None when there is nothing to choose. `questions` are those whose counts stand under the title and
    whose gaps get a sign on the cards.
    """

    id: str
    name: str
    sentence: str
    chooser: str | None
    questions: tuple[str, ...]
    relations: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def make_views(model: MapModel, facts: dict[str, Facts], states: States) -> tuple[View, ...]:
    """All views that have something to show, in the order of the tabs; 'draad' comes last and has no tab of its own."""

    def each(make: Callable[[Space], Iterable[Sheet]]) -> tuple[Sheet, ...]:
        return tuple(sheet for space in model.spaces for sheet in make(space) if sheet.cards)

    tree = ("onderdeelVan", "actor")
    across = (*ROLES, "actor", "bronpartner", "meet", "draagtBijAan", "programma", "onderdeelVan")
    views = (
        View(
            "agenda", "De agenda", "Van thema naar opgave, subdoel en actie.", "Thema", ("doelen-zonder-actie",), tree,
            each(lambda space: _agenda(model, facts, space)),
        ),
        View(
            "ongemeten", "Wat is niet gemeten", "Doelen waar geen cijfer bij hoort.", "Document",
            ("doelen-zonder-indicator",), (),
            each(lambda space: unmeasured_sheets(model, states, space)),
        ),
        View(
            "los", "Losse acties", "Acties zonder doel of zonder trekker.", None,
            ("acties-zonder-doel", "acties-zonder-trekker"), (),
            each(lambda space: [loose_sheet(model, states, space)]),
        ),
        View(
            "wie", "Wie doet wat", "Wat er van elke organisatie wordt gevraagd, en met wie.", "Organisatie", (),
            (*ROLES, "actor", "bronpartner", "onderdeelVan", "noemt"), each(lambda space: actor_sheets(model, space)),
        ),
        View(
            "programmas", "Landelijke programma’s", "Wat wij doen voor elk programma, en wat niemand doet.",
            "Programma",
            ("programmadekking",), ("programma", "onderdeelVan", "draagtBijAan"),
            each(lambda space: programme_sheets(model, facts, space)),
        ),
        View(
            "vergelijk", "Twee gemeenten", "Principes en thema’s van twee gemeenten naast elkaar.", "Vergelijking", (),
            MATCHES, tuple(compare_sheets(model, facts)),
        ),
        View(
            "din", "Doelen-inspanningennetwerk", "Van doel naar inspanning, cijfer en partner, van links naar rechts.",
            "Opgave of thema", (), (*tree, *ROLES, "meet"), each(lambda space: din_sheets(model, space)),
        ),
        View(
            "bomen", "Doelenbomen", "De doelenbomen van de begroting, met cijfers en geld.", "Doelenboom",
            ("indicatoren-zonder-doel",), ("onderdeelVan", "meet"),
            each(lambda space: [boom_sheet(model, space, top) for top in model.of(space, "Doelenboom")]),
        ),
        View(
            "draad", "De draad", "Alles wat aan één punt vastzit, van thema tot cijfer.", None, (), across,
            each(lambda space: thread_sheets(model, space)),
        ),
    )  # fmt: skip
    return tuple(view for view in views if view.sheets)


def _agenda(model: MapModel, facts: dict[str, Facts], space: Space) -> list[Sheet]:
    themas = model.of(space, "Thema")
    sheets = [goal_sheet(model, space, thema) for thema in themas]
    if themas:
        sheets.insert(0, start_sheet(model, facts, space))
    return [*sheets, all_sheet(model, space, themas)] if len(themas) > 1 else sheets
