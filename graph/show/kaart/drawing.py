"""A sheet as an SVG drawing that stands on its own: text stays text, for a reader, a printer and a screen reader."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from html import escape

from beleidsspoor.graph.show.kaart.data import theme_marks
from beleidsspoor.graph.show.kaart.kinds import KINDS
from beleidsspoor.graph.show.kaart.layout import Card, Sheet
from beleidsspoor.graph.show.kaart.model import MapModel
from beleidsspoor.graph.show.words import visible

#: The light colours of the page (templates/colours.css), each 4.5 : 1 or more against white.
COLOURS = ("#0b5cad", "#a8330b", "#176b45", "#6f2a91", "#8a5200", "#0b6873", "#9c1b58", "#4f5a1c")
PLAIN, INK, MUTED, PAPER = "#4a5565", "#1b2430", "#4a5565", "#ffffff"
_SOLID = ("Thema", "Doelenboom", "Opgave")
#: The mean width of a letter, as a part of the type size, in the fonts that the drawing asks for.
_LETTER = 0.53
_MARGIN = 60


def draw(model: MapModel, sheet: Sheet, relations: Sequence[str], title: str, note: str, mark: str = "") -> str:
    """The sheet as SVG: title above, note below, lines of these relations between the cards.

    `mark` ends the ids in the drawing, for a page that holds more than one.
    """
    cards = {card.iri: card for card in sheet.cards}
    left = min(card.x - card.width / 2 for card in sheet.cards) - _MARGIN
    right = max(card.x + card.width / 2 for card in sheet.cards) + _MARGIN
    top = min([card.y - card.height / 2 for card in sheet.cards] + [y - 24 for _, y, _ in sheet.headings]) - _MARGIN
    bottom = max(card.y + card.height / 2 for card in sheet.cards) + _MARGIN
    size = max(22.0, (right - left) / 75)
    top, bottom = top - size * 1.6, bottom + size
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}" '
        'font-family="Segoe UI,Open Sans,Arial,sans-serif" role="group" '
        f'aria-labelledby="titel{mark}" aria-describedby="uitleg{mark}" lang="nl">',
        f'<title id="titel{mark}">{_text(title)}</title>',
        f'<desc id="uitleg{mark}">{_text(sheet.sentence)} {_text(note)}</desc>',
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}" fill="{PAPER}"/>',
        _words(left + _MARGIN, top + size * 1.5, size * 1.2, 700, INK, title),
    ]
    parts += [_line(model, cards[a], cards[b], sure) for a, b, sure in _pairs(model, sheet, cards, relations)]
    parts += [_words(x, y, 20, 600, MUTED, text, "middle") for x, y, text in sheet.headings]
    parts += [_card(model, card) for card in _in_reading_order(model, sheet.cards)]
    parts += [_words(left + _MARGIN, bottom - size * 0.6, size * 0.62, 400, MUTED, note), "</svg>"]
    return "\n".join(parts) + "\n"


def _pairs(
    model: MapModel, sheet: Sheet, cards: dict[str, Card], relations: Sequence[str]
) -> list[tuple[str, str, bool]]:
    drawn = [(source, target, True) for source, target in sheet.extra]
    for link in model.links:
        if link.relation in relations and link.source in cards and link.target in cards:
            drawn.append((link.target, link.source, link.sure))
    return drawn


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
    """A curve from the side of one card to the side of the other that faces it."""
    sign = 1 if other.x >= one.x else -1
    x1, x2 = one.x + sign * one.width / 2, other.x - sign * other.width / 2
    bend = sign * max(18.0, min(abs(x2 - x1) / 2, 90.0))
    dashes = "" if sure else ' stroke-dasharray="8 6"'
    path = f"M{x1:.1f} {one.y:.1f}C{x1 + bend:.1f} {one.y:.1f} {x2 - bend:.1f} {other.y:.1f} {x2:.1f} {other.y:.1f}"
    return f'<path d="{path}" fill="none" stroke="{_colour(model, one.iri)}" stroke-width="1.8"{dashes}/>'


def _card(model: MapModel, card: Card) -> str:
    element = model.elements[card.iri]
    solid, colour = element.soort in _SOLID, _colour(model, card.iri)
    x, y = card.x - card.width / 2, card.y - card.height / 2
    box = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{card.width}" height="{card.height}" rx="7" '
        f'fill="{colour if solid else PAPER}" stroke="{colour}" stroke-width="1.6"/>'
    )
    code = theme_marks(model).get(card.iri, (element.nummer or "", 0))[0]
    room = max(6, int((card.width - 28) / (card.font * _LETTER)))
    most = max(1, int((card.height - 6) / (card.font * 1.18)))
    lines = textwrap.wrap(visible(f"{code} {element.naam}".strip()), room, max_lines=most, placeholder="…")
    first = card.y - (len(lines) - 1) * card.font * 0.59 + card.font * 0.35
    ink, weight = (PAPER, 600) if solid else (INK, 400)
    texts = "".join(
        _words(x + 14, first + row * card.font * 1.18, card.font, weight, ink, line) for row, line in enumerate(lines)
    )
    return f"<g><title>{_text(KINDS[element.soort].one)}: {_text(element.naam)}</title>{box}{texts}</g>"


def _colour(model: MapModel, iri: str) -> str:
    marks = theme_marks(model)
    top = model.elements[iri].thema or ""
    return COLOURS[marks[top][1]] if top in marks else PLAIN


def _words(x: float, y: float, size: float, weight: int, colour: str, text: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" font-weight="{weight}" fill="{colour}" '
        f'text-anchor="{anchor}">{_text(text)}</text>'
    )


def _text(text: str) -> str:
    return escape(visible(text))
