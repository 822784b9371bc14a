"""The doelenboom of one document: a static picture to print, as SVG or as a page with one sheet per thema."""

from __future__ import annotations

from dataclasses import dataclass, replace

from beleidsspoor.graph.scope import UnknownName
from beleidsspoor.graph.show.kaart.drawing import draw
from beleidsspoor.graph.show.kaart.kinds import KINDS, TOPS
from beleidsspoor.graph.show.kaart.layout import Sheet
from beleidsspoor.graph.show.kaart.model import MapModel, read_model
from beleidsspoor.graph.show.kaart.page import environment
from beleidsspoor.graph.show.kaart.print_sheets import print_sheet
from beleidsspoor.graph.store import GraphStore, StoredDocument
from beleidsspoor.graph.words import visible

_SPACE_BETWEEN = 60


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
        return draw(self.model, _all_below(self.sheets), title, self.note).encode()

    def as_html(self) -> bytes:
        """A page with a drawing and the same as text for each thema; printed, every thema gets its own A3."""
        parts = [
            {
                "title": visible(sheet.title),
                "svg": draw(self.model, sheet, sheet.title, self.note, f"-{n}", heading=False),
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
    sheets = tuple(print_sheet(model, document.ruimte, top) for top in tops)
    return Boom(model, document, tuple(tops), sheets, register)


def _documents_with_tree(store: GraphStore, model: MapModel) -> list[StoredDocument]:
    having = {element.document for element in model.elements.values() if element.soort in TOPS}
    order = [space.id for space in model.spaces]
    found = [document for document in store.documents if document.iri in having]
    return sorted(
        found, key=lambda document: (not document.kind.endswith("agenda"), order.index(document.ruimte), document.id)
    )


def _all_below(sheets: tuple[Sheet, ...]) -> Sheet:
    """The sheets below each other, each with its own headings: not every thema has the same columns."""
    whole = Sheet("boom", "", "Doelenboom", "Van links naar rechts: thema, opgave of doel, subdoel en actie.")
    top = 0.0
    for sheet in sheets:
        whole.cards.extend(replace(card, y=card.y + top) for card in sheet.cards)
        whole.headings.extend((x, y + top, text) for x, y, text in sheet.headings)
        whole.extra.extend(sheet.extra)
        top += max(card.y + card.height / 2 for card in sheet.cards) + _SPACE_BETWEEN
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
