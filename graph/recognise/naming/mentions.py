"""Mentions: the names in the text, each once for every finding whose text holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import takewhile

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft
from beleidsspoor.graph.recognise.model import LIKELY, SURE, Mention
from beleidsspoor.graph.recognise.naming.dutch_words import is_name
from beleidsspoor.graph.recognise.naming.name_forms import find_forms, learn_abbreviations, learn_short_names
from beleidsspoor.graph.recognise.naming.name_lists import find_joined, up_to_next_name
from beleidsspoor.graph.recognise.naming.partner_names import learn_partners
from beleidsspoor.graph.recognise.naming.passages import Passage, make_passages
from beleidsspoor.graph.recognise.naming.place_names import find_municipalities, learn_places
from beleidsspoor.graph.recognise.naming.register_names import Hit, NameIndex
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import squeeze

_FOOT = re.compile(r"([^\W\d].{4,100}?)\s+(?:\|\s+)?\d{1,3}$")
#: The foot of a page comes back this often, and so does the name of the municipality.
_OFTEN = 3
_NAMED = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{3,30}\b")
_SMALL_LETTERS = re.compile(r"\b[a-zà-ÿ]{3,}\b")


def find_mentions(context: Context, drafts: Sequence[Draft], names: NameIndex) -> list[Mention]:
    """All names in the document. A name is told once for every innermost finding, at its first line there."""
    passages = list(make_passages(context.document, context.nodes))
    for passage in passages:
        learn_abbreviations(passage.text, names)
    common = frozenset(word for passage in passages for word in _SMALL_LETTERS.findall(passage.text))
    text = "\n".join(passage.text for passage in passages)
    learn_short_names(text, names)
    municipalities = find_municipalities(text, _head(context, text))
    learn_places(text, municipalities, common, names)
    told = [item.finding.doer for item in drafts if item.finding.doer and item.finding.doer not in item.finding.label]
    learn_partners(text, told, municipalities, common, names)
    owners = find_owners(context, drafts)
    own = frozenset(_lines_of_title(context))
    titles = {squeeze(context.document.title or ""), *(squeeze(node.text) for node in _opening(context))}
    seen: set[tuple[str, str | None]] = set()
    found: list[Mention] = []
    for passage in passages:
        for hit in _hits(passage, names, common):
            line = passage.line_of(hit.begin)
            form = passage.text[hit.begin : hit.end].strip()
            opens = _SMALL_LETTERS.search(passage.text[passage.starts[line - passage.first] : hit.begin]) is None
            if hit.kind == "programma" and hit.reference is None and opens and (line in own or squeeze(form) in titles):
                continue
            item = owners.get(line)
            key = (squeeze(hit.name), item)
            if key in seen:
                continue
            seen.add(key)
            certainty = SURE if hit.sure else LIKELY
            found.append(Mention(hit.kind, hit.name, form, line, hit.rule, certainty, hit.reference, item))
    return found


def _head(context: Context, text: str) -> str:
    """The title and what stands above the first sentence, and of the first sentences the name that comes back most."""
    counts = {word: text.count(word) for word in _NAMED.findall(context.title) if is_name(word)}
    most = max(counts, key=counts.__getitem__, default="")
    often = most if counts.get(most, 0) >= _OFTEN else ""
    return " ".join([context.document.title or "", *(node.printed[:200] for node in _opening(context)), often])


def _opening(context: Context) -> Iterator[Node]:
    return takewhile(lambda node: not node.text.endswith((".", ":", ";")), context.nodes[:3])


def _lines_of_title(context: Context) -> Iterator[int]:
    """The lines on which the document names itself: its title, and the foot of a page with a page number behind it."""
    yield from (node.first for node in _opening(context))
    feet: dict[str, list[int]] = {}
    for line, text in enumerate(context.document.lines, start=1):
        if match := _FOOT.match(text.strip()):
            feet.setdefault(match[1], []).append(line)
    for lines in feet.values():
        if len(lines) >= _OFTEN:
            yield from lines


def _hits(passage: Passage, names: NameIndex, common: Set[str]) -> Iterator[Hit]:
    """The names in a passage that do not lie in one another: the longest, and of equals the one of the register."""
    hits = [*names.find(passage.text), *_unknown(passage.text, names)]
    hits.sort(key=lambda hit: (hit.begin - hit.end, not hit.sure, hit.begin))
    taken: list[Hit] = []
    filled = bytearray(len(passage.text))
    _take(hits, taken, filled)
    _take([*find_joined(passage.text, taken, common)], taken, filled)
    yield from sorted(taken, key=lambda hit: hit.begin)


def _take(hits: Iterable[Hit], taken: list[Hit], filled: bytearray) -> None:
    for hit in hits:
        if not any(filled[hit.begin : hit.end]):
            filled[hit.begin : hit.end] = b"\1" * (hit.end - hit.begin)
            taken.append(hit)


def _unknown(text: str, names: NameIndex) -> Iterator[Hit]:
    for form in find_forms(text):
        hit = up_to_next_name(form)
        known = names.exact(hit.name) or names.exact(hit.name.partition(" ")[2])
        if known is None or known.kind != hit.kind:
            yield hit
        else:
            yield Hit(hit.begin, hit.end, known.kind, known.name, known.reference or None, hit.rule)


def find_owners(context: Context, drafts: Sequence[Draft]) -> dict[int, str | None]:
    """For every line the name of the innermost finding whose text it is."""
    by_node: dict[int, list[Draft]] = {}
    openers: dict[int, Draft] = {}
    for item in drafts:
        by_node.setdefault(item.node, []).append(item)
        for place in item.openers:
            openers.setdefault(place, item)
    owners: dict[int, str | None] = {}
    current: str | None = None
    for node, mark in zip(context.nodes, context.marks, strict=True):
        items = by_node.get(node.index, [])
        section = openers.get(node.index)
        own: str | None = None
        if section is not None:
            current = section.finding.name
        elif node.is_outline or (mark is not None and mark.role == "einde"):
            current = None
        if items and section is None:
            own = items[-1].finding.name
            follower = context.marks[node.index + 1] if node.index + 1 < len(context.marks) else None
            if (follower is not None and follower.role == "toelichting") or node.is_heading:
                current = own
        for line in range(node.first, node.last + 1):
            owners[line] = own or current
        if node.table is not None or len(items) > 1:
            for item in items:
                for line in range(item.finding.first, item.finding.last + 1):
                    owners[line] = item.finding.name
    return owners
