"""Lists: items that lost their mark, and how deep an item lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from beleidsspoor.graph.documents.model import Block, Heading, ListItem, Paragraph

#: An item of a list that lost its marks is no longer than this; what is longer is running text.
_ITEM_LENGTH = 220
#: No list lies deeper than this; a text that says so has lost its indents.
_DEEPEST = 9
#: Running text goes on behind its first sentence, an item seldom does.
_NEXT_SENTENCE = re.compile(r"[a-zà-ÿ)][.!?] [A-ZÀ-Þ]")


def lists_without_marks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with short lines under a line that ends in a colon made list items without a mark.

    Only when there are two or more. A short line straight above running text, marked items or a table is a heading, not
    the last item.
    """
    waiting: list[Heading | Paragraph] = []
    after_colon: Paragraph | None = None
    for block in blocks:
        if after_colon and _may_be_item(block) and not _stands_apart([after_colon, *waiting], block):
            waiting.append(block)
            continue
        yield from _as_items(waiting, block)
        waiting = []
        after_colon = block if isinstance(block, Paragraph) and block.text.endswith(":") else None
        yield block
    yield from _as_items(waiting, None)


def _as_items(found: Sequence[Heading | Paragraph], below: Block | None) -> Iterator[Block]:
    """These blocks under a colon and over `below` as items, when there are two or more."""
    end = len(found)
    if below is not None and found and isinstance(found[-1], Heading) and not _ends_list(below):
        end -= 1
    for index, block in enumerate(found):
        yield ListItem(_printed(block), block.span) if end >= 2 and index < end else block


def _stands_apart(above: Sequence[Heading | Paragraph], below: Block) -> bool:
    """True for a line behind white space when the lines above it, from the colon on, stand together."""
    together = any(other.span.first == one.span.last + 1 for one, other in pairwise(above[:3]))
    return together and below.span.first > above[-1].span.last + 1


def _may_be_item(block: Block) -> TypeGuard[Heading | Paragraph]:
    if isinstance(block, Heading):
        return not block.sure and block.number is None
    return (
        isinstance(block, Paragraph)
        and len(block.text) <= _ITEM_LENGTH
        and not block.text.endswith(":")
        and len(block.text) > 3
        and not _NEXT_SENTENCE.search(block.text)
    )


def _ends_list(block: Block) -> bool:
    """What may follow the last item directly: a heading, or the next line with a colon."""
    return isinstance(block, Heading) or (
        isinstance(block, Paragraph) and (block.text.endswith(":") or len(block.text) <= 3)
    )


def _printed(block: Paragraph | Heading) -> str:
    return block.printed if isinstance(block, Heading) else block.text


def nest(blocks: Iterable[Block], indents: Mapping[int, int]) -> Iterator[Block]:
    """The blocks, with the level of every list item set from its indent (by line) and its kind of mark."""
    open_items: list[tuple[int, str]] = []
    introduces = False
    for block in blocks:
        if not isinstance(block, ListItem):
            open_items, introduces = [], False
            yield block
            continue
        here = indents.get(block.span.first, 0), _kind(block)
        # 'Zij doet dit door:' with items under it at the same indent: the text layer lost the indent.
        if not (introduces and here == open_items[-1] and len(open_items) < _DEEPEST):
            while open_items and not _deeper(here, open_items):
                if open_items.pop() == here:
                    break
        open_items.append(here)
        introduces = block.text.endswith(":")
        yield replace(block, level=len(open_items))


def _deeper(here: tuple[int, str], open_items: Sequence[tuple[int, str]]) -> bool:
    indent, kind = here
    above, kind_above = open_items[-1]
    if indent != above:
        return indent > above and len(open_items) < _DEEPEST
    if len(open_items) >= _DEEPEST:
        return False
    # At the same indent: a bullet or a letter under a number, another bullet under a bullet; no number under those.
    goes_under = kind != "1" and (kind != "a" or kind_above == "1")
    return goes_under and kind != kind_above and kind not in {other for _, other in open_items}


def _kind(item: ListItem) -> str:
    """The kind of mark: the bullet itself, or what counts (a figure, a letter, nothing)."""
    if item.number is not None:
        return "1" if item.number.isdigit() else "a"
    return item.marker.split()[-1] if item.marker else ""
