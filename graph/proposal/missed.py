"""The passages in which nothing was recognised, so that the judge sees what was missed too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Span, Table
from beleidsspoor.graph.proposal.model import Missed
from beleidsspoor.graph.proposal.place_book import PlaceBook
from beleidsspoor.graph.recognise.cues import load_cues
from beleidsspoor.graph.recognise.lost_tables.blocks import blocks_with_tables
from beleidsspoor.graph.recognise.model import Recognition
from beleidsspoor.graph.sources import tidy


def find_missed(document: Document, recognition: Recognition, reference: str, places: PlaceBook) -> Iterator[Missed]:
    """Every paragraph, list item, unsure heading and row of a table that no finding stands in, in reading order.

    A heading of the document itself is no passage; it is named as the section of what stands below it.
    """
    told = {line for finding in recognition.findings for line in range(finding.first, finding.last + 1)}
    names: dict[int, list[str]] = {}
    for mention in recognition.mentions:
        names.setdefault(mention.line, []).append(mention.name)
    for kind, span in _passages(document):
        lines = range(span.first, span.last + 1)
        text = tidy(document.text(span))
        if not any(sign.isalnum() for sign in text) or any(line in told for line in lines):
            continue
        named = tuple(dict.fromkeys(name for line in lines for name in names.get(line, ())))
        place = places.at(span.first, span.last)
        section = places.section(span.first)
        yield Missed(reference, kind, section, span.page, span.first, span.last, text, named, place)


def _passages(document: Document) -> Iterator[tuple[str, Span]]:
    for block in blocks_with_tables(document, load_cues()):
        if isinstance(block, Table):
            yield from (("tabelrij", row.span) for row in block.rows if not row.header)
        elif isinstance(block, Heading):
            if not block.sure:
                yield "korte regel", block.span
        else:
            yield "punt" if isinstance(block, ListItem) else "alinea", block.span


def share_told(document: Document, missed: Sequence[Missed]) -> tuple[int, int]:
    """How many passages the document has, and in how many of them something was recognised."""
    total = sum(1 for _ in _passages(document))
    return total, total - len(missed)
