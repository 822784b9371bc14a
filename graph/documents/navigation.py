"""Lines that lead round a page instead of saying something: 'Terug naar navigatie - Jeugd', 'Naar boven'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from beleidsspoor.graph.documents.model import Block, Document, LeftOut, Paragraph, Table

_PLACE = (
    r"(?:de |het )?(?:navigatie|menu|boven|begin|top|inhoud|inhoudsopgave|hoofdinhoud|overzicht|startpagina|homepage)"
)
_LINE = re.compile(
    rf"^(?:[•◦▪*-]\s+)?(?:(?:ga |direct |spring )?(?:terug )?naar {_PLACE}(?: van (?:de|deze) pagina)?|lees voor|"
    r"(?:deel|print) deze pagina|menu|(?:ga )?terug|home|home\s?[/>»›|].{1,200}|×|x|volg ons op .{1,80}|"
    r"(?:deze (?:web)?site|wij|we) (?:maakt|maken|gebruikt|gebruiken) (?:gebruik van )?cookies.{0,200}|"
    r"facebook|linkedin|twitter|instagram|whatsapp|mastodon|youtube|e-?mail|"
    r"deze pagina is (?:gebouwd|gegenereerd|gepubliceerd|bijgewerkt) op\s.{0,60}\d.{0,60}|"
    r"(?:heeft|was) deze (?:informatie|pagina).{0,30}\?(?: ja)?(?: nee)?)[.:>»↑ ]*$",
    re.IGNORECASE,
)
#: The links at the foot of a site stand on one line; two of these words tell them from a row of a table.
_FOOT_LINKS = re.compile(r"^[^|]{3,30}(?:\s*\|\s*[^|]{3,30})+$")
_FOOT_WORD = re.compile(
    r"\b(?:privacy\w*|cookie\w*|sitemap|toegankelijkheid\w*|proclaimer|disclaimer|colofon|naar boven|contact)\b",
    re.IGNORECASE,
)
#: Where a page can be sent: a bullet that says no more than this leads away from it.
_SENT = re.compile(
    r"^[^\w\s]\s+(?:(?:delen? (?:via|op|met)|via|op)\s+)?"
    r"(?:facebook|twitter|x|linkedin|whatsapp|instagram|youtube|bluesky|mastodon|e-?mail|mail|print|rss)$",
    re.IGNORECASE,
)
#: The link under every heading of a budget on the web; the path to the heading follows, and perhaps the text itself.
_LINK = re.compile(r"^terug naar navigatie\s*(?:[-–]\s*)+", re.IGNORECASE)
#: Where a path and the text that was glued to it meet: 'gezond?Iedereen', 'beleidMonitoring', 'Jeugd)De'.
_GLUED = re.compile(r"(?<=[a-zà-ÿ0-9?!.)])(?=[A-ZÀ-Þ][a-zà-ÿ])")
#: So many lines above the link its heading is looked for.
_HEADINGS = 4
_SPACES = re.compile(r"\s+")


def behind_link(text: str, before: Iterable[str]) -> str | None:
    """What a line says behind a link that leads round the page: '' for nothing, None when the line is no such link.

    `before` are the texts above it, among them the heading that the link repeats.

    >>> behind_link("Terug naar navigatie - Zorg - Wat is het doel?Iedereen doet mee.", ["Wat is het doel?"])
    'Iedereen doet mee.'
    """
    if _LINE.match(text) or _SENT.match(text) or (_FOOT_LINKS.match(text) and len(_FOOT_WORD.findall(text)) > 1):
        return ""
    link = _LINK.match(text)
    if link is None:
        return None
    path = text[link.end() :]
    plain = [_SPACES.sub(" ", heading).strip() for heading in before]
    ends = [place + len(heading) for heading in plain if len(heading) > 2 and (place := _place(path, heading)) >= 0]
    if ends:
        return path[max(ends) :].strip()
    glued = _GLUED.search(path)
    return path[glued.start() :].strip() if glued else ""


def _place(path: str, heading: str) -> int:
    """Where a heading stands in a path as one of its steps, the last time; -1 when it does not."""
    place = path.rfind(heading)
    return place if place <= 0 or path[:place].rstrip().endswith(("-", "–")) else -1


def without_navigation(document: Document) -> Document:
    """The document with the lines that lead round the page taken out of the blocks, and told in `left_out`."""
    found: Counter[str] = Counter()
    kept: list[Block] = []
    for block in document.blocks:
        rest = None if isinstance(block, Table) else behind_link(block.text, _texts(kept[-_HEADINGS:]))
        if rest is None:
            kept.append(block)
            continue
        assert not isinstance(block, Table)
        found[block.text.removesuffix(rest).strip()] += 1
        if rest:
            kept.append(Paragraph(rest, block.span))
    return replace(document, blocks=tuple(kept), left_out=(*document.left_out, *told(found))) if found else document


def told(found: Counter[str]) -> tuple[LeftOut, ...]:
    """The links that were left out, for the account of what was read."""
    return tuple(LeftOut("menu", text, times) for text, times in found.items())


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [text for block in blocks if not isinstance(block, Table) for text in (block.text, _printed(block))]


def _printed(block: Block) -> str:
    return getattr(block, "printed", "")
