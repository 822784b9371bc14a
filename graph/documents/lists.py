"""Lists: items that lost their mark, and how deep an item lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from beleidsspoor.graph.documents.model import Block, Heading, ListItem, Paragraph

#: An item of a list that lost its marks is no longer than this; what is longer is running text.
_ITEM_LENGTH = 220
#: No list lies deeper than this; a text that says so has lost its indents.
_DEEPEST = 9
#: Running text goes on behind its first sentence, an item seldom does.
_NEXT_SENTENCE = re.compile(r"[a-zà-ÿ)][.!?] [A-ZÀ-Þ]")


def lists_without_marks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with short lines under a line that ends in a colon made list items without a mark.

    Only when there are two or more. A short line straight above running text, marked items or a table is a heading, not
    the last item.
    """
    result = list(blocks)
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if not isinstance(block, Paragraph) or not block.text.endswith(":"):
            continue
        end = index
        while end < len(blocks) and _may_be_item(blocks[end]) and not _stands_apart(blocks, index, end):
            end += 1
        if end < len(blocks) and end > index and _is_heading_form(blocks[end - 1]) and not _ends_list(blocks[end]):
            end -= 1
        if end - index >= 2:
            for position in range(index, end):
                item = blocks[position]
                assert isinstance(item, Paragraph | Heading)
                result[position] = ListItem(_printed(item), item.span)
            index = end
    return result


def _stands_apart(blocks: Sequence[Block], begin: int, at: int) -> bool:
    """True for a line behind white space when the lines above it, two or more from `begin` on, stand together."""
    together = at - begin >= 2 and blocks[begin + 1].span.first == blocks[begin].span.last + 1
    return together and blocks[at].span.first > blocks[at - 1].span.last + 1


def _may_be_item(block: Block) -> bool:
    if isinstance(block, Heading):
        return not block.sure and block.number is None
    return (
        isinstance(block, Paragraph)
        and len(block.text) <= _ITEM_LENGTH
        and not block.text.endswith(":")
        and len(block.text) > 3
        and not _NEXT_SENTENCE.search(block.text)
    )


def _is_heading_form(block: Block) -> bool:
    return isinstance(block, Heading)


def _ends_list(block: Block) -> bool:
    """What may follow the last item directly: a heading, or the next line with a colon."""
    return isinstance(block, Heading) or (
        isinstance(block, Paragraph) and (block.text.endswith(":") or len(block.text) <= 3)
    )


def _printed(block: Paragraph | Heading) -> str:
    return block.printed if isinstance(block, Heading) else block.text


def nest(blocks: Iterable[Block], indents: Mapping[int, int]) -> list[Block]:
    """The blocks, with the level of every list item set from its indent (by line) and its kind of mark."""
    return list(_nested(blocks, indents))


def _nested(blocks: Iterable[Block], indents: Mapping[int, int]) -> Iterator[Block]:
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
