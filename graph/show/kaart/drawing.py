"""A sheet as an SVG drawing that stands on its own: text stays text, for a reader, a printer and a screen reader."""

from __future__ import annotations

from html import escape

from beleidsspoor.graph.show.kaart.kinds import KINDS
from beleidsspoor.graph.show.kaart.layout import Card, Sheet
from beleidsspoor.graph.show.kaart.lettering import wrap
from beleidsspoor.graph.show.kaart.marks import label_of, theme_marks
from beleidsspoor.graph.show.kaart.model import MapModel
from beleidsspoor.graph.show.kaart.print_sheets import LINE, PAD_X, PAD_Y
from beleidsspoor.graph.words import visible

#: The light colours of the page (templates/colours.css), each 4.5 : 1 or more against white.
COLOURS = ("#0b5cad", "#a8330b", "#176b45", "#6f2a91", "#8a5200", "#0b6873", "#9c1b58", "#4f5a1c")
PLAIN, INK, MUTED, PAPER = "#4a5565", "#1b2430", "#4a5565", "#ffffff"
_SOLID = ("Thema", "Doelenboom", "Opgave")
_MARGIN, _TITLE, _NOTE = 24, 40, 17


def draw(model: MapModel, sheet: Sheet, title: str, note: str, mark: str = "", heading: bool = True) -> str:
    """The sheet as SVG, with the lines of `sheet.extra`; the title above (unless the page has it) and the note below.

    `mark` ends the ids in the drawing, for a page that holds more than one.
    """
    cards = {card.iri: card for card in sheet.cards}
    left = min(card.x - card.width / 2 for card in sheet.cards) - _MARGIN
    right = max(card.x + card.width / 2 for card in sheet.cards) + _MARGIN
    top = min([card.y - card.height / 2 for card in sheet.cards] + [y - 22 for _, y, _ in sheet.headings]) - _MARGIN
    bottom = max(card.y + card.height / 2 for card in sheet.cards) + _MARGIN
    top, bottom = top - (_TITLE * 1.6 if heading else 0), bottom + _NOTE * 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}" '
        'preserveAspectRatio="xMinYMin meet" font-family="Segoe UI,Open Sans,Arial,sans-serif" role="group" '
        f'aria-labelledby="titel{mark}" aria-describedby="uitleg{mark}" lang="nl">',
        f'<title id="titel{mark}">{_text(title)}</title>',
        f'<desc id="uitleg{mark}">{_text(sheet.sentence)} {_text(note)}</desc>',
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}" fill="{PAPER}"/>',
    ]
    if heading:
        parts.append(_words(left + _MARGIN, top + _MARGIN + _TITLE * 0.8, _TITLE, 700, INK, title))
    unsure = {(link.target, link.source) for link in model.links if link.relation == "onderdeelVan" and not link.sure}
    parts += [_line(model, cards[a], cards[b], (a, b) not in unsure) for a, b in sheet.extra]
    parts += [_words(x, y, 18, 600, MUTED, text) for x, y, text in sheet.headings]
    parts += [_card(model, card) for card in _in_reading_order(model, sheet.cards)]
    parts += [_words(left + _MARGIN, bottom - _MARGIN * 0.7, _NOTE, 400, MUTED, note), "</svg>"]
    return "\n".join(parts) + "\n"


def _in_reading_order(model: MapModel, cards: list[Card]) -> list[Card]:
    """Each card after the one that it hangs under, as one reads a tree aloud."""
    places = {card.iri: card for card in cards}
    done: dict[str, Card] = {}

    def visit(iri: str) -> None:
        if iri in places and iri not in done:
            done[iri] = places[iri]
            for child in model.children.get(iri, ()):
                visit(child)

    for card in sorted(cards, key=lambda card: model.parent.get(card.iri, "") in places):
        visit(card.iri)
    return list(done.values())


def _line(model: MapModel, one: Card, other: Card, sure: bool) -> str:
    """A curve from the side of one card to the next column; to a card in the same column a corner along its left."""
    dashes = "" if sure else ' stroke-dasharray="8 6"'
    right, left = one.x + one.width / 2, other.x - other.width / 2
    if left > right:
        bend = min((left - right) / 2, 90.0)
        path = f"M{right:.1f} {one.y:.1f}C{right + bend:.1f} {one.y:.1f} {left - bend:.1f} {other.y:.1f} "
        path += f"{left:.1f} {other.y:.1f}"
    else:
        path = f"M{left - 15:.1f} {one.y + one.height / 2:.1f}V{other.y:.1f}H{left:.1f}"
    return f'<path d="{path}" fill="none" stroke="{_colour(model, one.iri)}" stroke-width="1.8"{dashes}/>'


def _card(model: MapModel, card: Card) -> str:
    element = model.elements[card.iri]
    solid, colour = element.soort in _SOLID, _colour(model, card.iri)
    x, y = card.x - card.width / 2, card.y - card.height / 2
    box = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{card.width}" height="{card.height}" rx="6" '
        f'fill="{colour if solid else PAPER}" stroke="{colour}" stroke-width="1.6"/>'
    )
    lines = wrap(label_of(model, card.iri), card.width - 2 * PAD_X, card.font, solid)
    ink, weight = (PAPER, 600) if solid else (INK, 400)
    texts = "".join(
        _words(x + PAD_X, y + PAD_Y + (row + 0.81) * card.font * LINE, card.font, weight, ink, line)
        for row, line in enumerate(lines)
    )
    return f"<g><title>{_text(KINDS[element.soort].one)}: {_text(element.naam)}</title>{box}{texts}</g>"


def _colour(model: MapModel, iri: str) -> str:
    marks = theme_marks(model)
    top = model.elements[iri].thema or ""
    return COLOURS[marks[top][1]] if top in marks else PLAIN


def _words(x: float, y: float, size: float, weight: int, colour: str, text: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" font-weight="{weight}" fill="{colour}">'
        f"{_text(text)}</text>"
    )


def _text(text: str) -> str:
    return escape(visible(text))
