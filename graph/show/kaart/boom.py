"""The doelenboom of one document: a static picture to print, as SVG or as a page with one sheet per thema."""

from __future__ import annotations

from dataclasses import dataclass, replace

from beleidsspoor.graph.scope import UnknownName
from beleidsspoor.graph.show.kaart.drawing import draw
from beleidsspoor.graph.show.kaart.goal_sheets import goal_sheet
from beleidsspoor.graph.show.kaart.kinds import KINDS, TOPS
from beleidsspoor.graph.show.kaart.layout import Sheet
from beleidsspoor.graph.show.kaart.model import MapModel, read_model
from beleidsspoor.graph.show.kaart.page import environment
from beleidsspoor.graph.show.words import visible
from beleidsspoor.graph.store import GraphStore, StoredDocument

_TREE = ("onderdeelVan",)
_SPACE_BETWEEN = 190


@dataclass(frozen=True)
class Boom:
    """The tree of one document: one sheet per thema or doelenboom, and all of them below each other."""

    model: MapModel
    document: StoredDocument
    tops: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    register: str

    @property
    def note(self) -> str:
        """What every picture says of itself."""
        return f"{self.document.title} · register {self.register}"

    def as_svg(self) -> bytes:
        """The whole tree as one drawing."""
        title = f"Doelenboom: {self.document.title}"
        return draw(self.model, _all_below(self.model, self.sheets), _TREE, title, self.note).encode()

    def as_html(self) -> bytes:
        """A page with a drawing and the same as text for each thema; printed, every thema gets its own A3."""
        parts = [
            {
                "title": visible(sheet.title),
                "svg": draw(self.model, sheet, _TREE, sheet.title, self.note, f"-{n}"),
                "tree": _node(self.model, top, frozenset()),
            }
            for n, (top, sheet) in enumerate(zip(self.tops, self.sheets, strict=True))
        ]
        html = (
            environment()
            .get_template("boom.html")
            .render(title=visible(f"Doelenboom: {self.document.title}"), note=visible(self.note), parts=parts)
        )
        return html.encode()


def make_boom(store: GraphStore, register: str, document: StoredDocument | None = None) -> Boom:
    """The tree of a document; without one that of the first agenda, or else of the first document that has a tree.

    Raises UnknownName when the document (or the register) has no thema or doelenboom.
    """
    model = read_model(store)
    trees = _documents_with_tree(store, model)
    if document is None and trees:
        document = trees[0]
    tops = [e.iri for e in model.elements.values() if document and e.document == document.iri and e.soort in TOPS]
    if document is None or not tops:
        known = ", ".join(found.id for found in trees)
        raise UnknownName(f"Dit document heeft geen thema's of doelenbomen. Met een boom: {known or 'geen'}.")
    space = next(space for space in model.spaces if space.id == document.ruimte)
    return Boom(model, document, tuple(tops), tuple(goal_sheet(model, space, top) for top in tops), register)


def _documents_with_tree(store: GraphStore, model: MapModel) -> list[StoredDocument]:
    having = {element.document for element in model.elements.values() if element.soort in TOPS}
    order = [space.id for space in model.spaces]
    found = [document for document in store.documents if document.iri in having]
    return sorted(
        found, key=lambda document: (not document.kind.endswith("agenda"), order.index(document.ruimte), document.id)
    )


def _all_below(model: MapModel, sheets: tuple[Sheet, ...]) -> Sheet:
    """The sheets below each other, with the headings of the first only."""
    whole = Sheet("boom", "", "Doelenboom", "Van links naar rechts: thema, opgave of doel, subdoel en actie.")
    top = 0.0
    for sheet in sheets:
        first = min(card.y - card.height / 2 for card in sheet.cards)
        whole.cards.extend(replace(card, y=card.y - first + top) for card in sheet.cards)
        whole.extra.extend(sheet.extra)
        top += max(card.y + card.height / 2 for card in sheet.cards) - first + _SPACE_BETWEEN / 2
    whole.headings.extend((x, -34.0, text) for x, _, text in max(sheets, key=lambda s: len(s.headings)).headings)
    return whole


def _node(model: MapModel, iri: str, above: frozenset[str]) -> dict[str, object]:
    element = model.elements[iri]
    below = [child for child in model.children.get(iri, ()) if child not in above]
    return {
        "code": visible(element.nummer or ""),
        "name": visible(element.naam),
        "kind": KINDS[element.soort].one,
        "below": [_node(model, child, above | {iri}) for child in below],
    }
