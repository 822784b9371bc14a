"""The data of the page: everything that its script needs, as plain lists and dicts without empty values."""

from __future__ import annotations

from typing import Any

from beleidsspoor.graph.show.kaart.facts import Facts, Figure, Place
from beleidsspoor.graph.show.kaart.kinds import KINDS, RELATIONS
from beleidsspoor.graph.show.kaart.layout import Sheet
from beleidsspoor.graph.show.kaart.marks import theme_marks
from beleidsspoor.graph.show.kaart.model import MapModel
from beleidsspoor.graph.show.kaart.network import build_network
from beleidsspoor.graph.show.kaart.states import States, sign
from beleidsspoor.graph.show.kaart.views import View
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.words import visible


def page_data(
    model: MapModel, facts: dict[str, Facts], states: States, views: tuple[View, ...], classes: dict[str, str]
) -> dict[str, Any]:
    """All data of the page. Elements and links are known by their place in the lists `dingen` and `lijnen`."""
    place = {iri: index for index, iri in enumerate(model.elements)}
    marks = theme_marks(model)
    names = list(RELATIONS)
    return {
        "soorten": {
            name: {"een": kind.one, "meer": kind.many, "uitleg": classes.get(name, "")} for name, kind in KINDS.items()
        },
        "relaties": [[name, relation.there, relation.back] for name, relation in RELATIONS.items()],
        "ruimten": [{"id": space.id, "naam": space.name} for space in model.spaces],
        "vragen": {
            name: {
                "titel": question.titel,
                "uitleg": question.uitleg,
                "teken": sign(question)[0],
                "woord": sign(question)[1],
            }
            for name, question in states.questions.items()
        },
        "tellingen": {f"{space}/{name}": counts for (space, name), counts in states.counts.items()},
        "dingen": [_thing(model, element, facts, states, place, marks) for element in model.elements.values()],
        "lijnen": [
            [place[link.source], place[link.target], names.index(link.relation), int(link.sure), visible(link.reason)]
            for link in model.links
        ],
        "weergaven": [_view(view, place) for view in views],
        "net": build_network(model),
    }


def _thing(
    model: MapModel,
    element: Element,
    facts: dict[str, Facts],
    states: States,
    place: dict[str, int],
    marks: dict[str, tuple[str, int]],
) -> dict[str, Any]:
    own = facts.get(element.iri, Facts())
    letter, colour = marks.get(element.thema or "", ("", -1))
    code = letter if element.iri in marks else visible(element.nummer or "")
    parent = model.parent.get(element.iri)
    filled: dict[str, Any] = {
        "id": model.key(element.iri),
        "s": element.soort,
        "n": visible(element.naam),
        "c": code,
        "k": colour if colour >= 0 else None,
        "r": element.ruimte,
        "d": place.get(element.document or ""),
        "t": place.get(element.thema or ""),
        "o": place[parent] if parent is not None else None,
        "a": [visible(name) for name in own.other_names],
        "u": visible(own.note),
        "f": [[heading, visible(text)] for heading, text in own.told],
        "m": [_figure(figure) for figure in own.figures],
        "p": [_place(found) for found in own.places_in(_title(model, element))],
        "v": [
            _state(state.question, state.toestand, state.space, state.reason)
            for state in states.of.get(element.iri, ())
        ],
        "g": visible(model.lonely.get(element.iri, "")),
    }
    return {key: value for key, value in filled.items() if value not in (None, "", [])}


def _title(model: MapModel, element: Element) -> str:
    """The title of the document that an element belongs to."""
    return model.elements[element.document].naam if element.document in model.elements else ""


def _state(question: str, toestand: str, space: str, reason: str) -> list[str]:
    return [question, toestand, space, visible(reason)] if reason else [question, toestand, space]


def _figure(figure: Figure) -> list[Any]:
    return [figure.period, figure.kind, figure.value, visible(figure.raw)]


def _place(found: Place) -> list[Any]:
    entry = [
        visible(found.document),
        visible(found.section),
        found.first,
        found.last,
        found.page,
        visible(found.wording),
    ]
    return [*entry, visible(found.quote)] if found.quote else entry


def _view(view: View, place: dict[str, int]) -> dict[str, Any]:
    names = list(RELATIONS)
    return {
        "id": view.id,
        "naam": view.name,
        "zin": view.sentence,
        "kies": view.chooser,
        "vragen": list(view.questions),
        "relaties": [names.index(name) for name in view.relations],
        "bladen": [_sheet(sheet, place) for sheet in view.sheets],
    }


def _sheet(sheet: Sheet, place: dict[str, int]) -> dict[str, Any]:
    """A sheet with its cards flat: element, x, y and the place of its size in `maten`, four numbers a card."""
    sizes: list[tuple[int, int, int]] = []
    flat: list[int] = []
    for card in sheet.cards:
        size = (card.width, card.height, card.font)
        if size not in sizes:
            sizes.append(size)
        flat += [place[card.iri], int(card.x), int(card.y), sizes.index(size)]
    filled: dict[str, Any] = {
        "id": sheet.key,
        "r": sheet.space,
        "titel": visible(sheet.title),
        "zin": visible(sheet.sentence),
        "maten": sizes,
        "kaarten": flat,
        "koppen": [[x, y, visible(text)] for x, y, text in sheet.headings],
        "extra": [[place[source], place[target]] for source, target in sheet.extra],
        "vakken": [[place[owner], *frame] for owner, *frame in sheet.blocks],
    }
    return {key: value for key, value in filled.items() if value != []} | {"kaarten": flat, "maten": sizes}
