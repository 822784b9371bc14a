"""What was recognised as JSON, with Dutch keys: the form that `lees --vorm json` writes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from beleidsspoor.graph.recognise.model import Cell, Finding, Mention, Recognition, Signal


def to_json(documents: Sequence[dict[str, Any]]) -> bytes:
    """The objects of `as_object` as UTF-8 JSON, with a line end: one as an object, more as a list."""
    content = documents[0] if len(documents) == 1 else list(documents)
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def as_object(file: str, recognition: Recognition) -> dict[str, Any]:
    """The recognition of one document as an object of plain values."""
    return {
        "document": file,
        "bevindingen": [_finding(finding) for finding in recognition.findings],
        "vermeldingen": [_mention(mention) for mention in recognition.mentions],
        "signalen": [_signal(signal) for signal in recognition.signals],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "soort": finding.kind,
        "nummer": finding.number,
        "label": finding.label,
        "begin": finding.first,
        "eind": finding.last,
        "pagina": finding.page,
        "bovenliggend": finding.parent,
        "groep": finding.group,
        "eenheid": finding.unit,
        "bron": finding.source,
        "actor": finding.actor,
        "herkomst": finding.origin,
        "trekker": finding.doer,
        "jaren": list(finding.years),
        "bedrag": finding.amount,
        "soort_bedrag": finding.money_kind,
        "vervallen": finding.dropped,
        "vernieuwd": finding.renewed,
        "waarden": [_cell(cell) for cell in finding.cells],
        "regel": finding.rule,
        "zekerheid": finding.certainty,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    value = int(cell.value) if cell.value is not None and cell.value == int(cell.value) else cell.value
    return {"periode": cell.period, "soort": cell.kind, "ruw": cell.raw, "waarde": value}


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "soort": mention.kind,
        "naam": mention.name,
        "vorm": mention.form,
        "regel": mention.line,
        "register": mention.reference,
        "bij": mention.item,
        "waarom": mention.rule,
        "zekerheid": mention.certainty,
    }


def _signal(signal: Signal) -> dict[str, Any]:
    return {"regel": signal.line, "soort": signal.kind, "tekst": signal.text}
