"""Headings that the text below calls a goal: 'Om deze doelstelling te bereiken leveren we de volgende prestaties'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import CONTAINERS, LIKELY
from beleidsspoor.graph.recognise.nodes import Node

_THIS = re.compile(r"\b(?:deze|dit)\s+((?:[^\W\d]{3,20}\s)?[^\W\d]{4,30})", re.IGNORECASE)


def recognise_called(context: Context) -> Iterator[Draft]:
    """A draft for the nearest heading above every announcement that speaks of 'deze doelstelling', 'dit doel' …"""
    told: set[int] = set()
    for node, mark in zip(context.nodes, context.marks, strict=True):
        if mark is None or mark.role not in ("aanloop", "kondigt"):
            continue
        kind = _called(context, node.printed)
        heading = _heading_above(context, node) if kind else None
        if kind and heading is not None and heading.index not in told:
            told.add(heading.index)
            rule = f"De tekst eronder (regel {node.first}) noemt dit een {kind}."
            yield draft(kind, heading, rule, number=heading.number, certainty=LIKELY, opens=True)


def _called(context: Context, text: str) -> str | None:
    """The kind of goal that a text calls what stands above it."""
    for match in _THIS.finditer(text):
        words = match[1].split()
        for name in (" ".join(words), words[0]):
            item = context.cues.labelled(f"{name}: x")
            if item is not None and item.cue.kind in CONTAINERS:
                return item.cue.kind
    return None


def _heading_above(context: Context, node: Node) -> Node | None:
    """The nearest heading above, when that says nothing of itself and no goal stands in between."""
    for at in range(node.index - 1, -1, -1):
        other, mark = context.nodes[at], context.marks[at]
        if mark is not None and mark.role in ("label", "verwijst"):
            return None
        if other.is_heading and mark is None:
            return None if context.places[at].is_item else other
    return None
