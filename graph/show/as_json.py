"""Reports as JSON for scripts: one object with the same keys in the same order every time."""

from __future__ import annotations

import json
from typing import Any

from beleidsspoor.graph.coverage import Overview
from beleidsspoor.graph.show.report import Origin, Report
from beleidsspoor.graph.show.tables import Table
from beleidsspoor.graph.words import Cell

#: What every row says first; null where a row is about no single element.
_FIRST = ("element", "id", "soort", "nummer", "naam", "gemeente")


def to_json(report: Report) -> bytes:
    """The report as UTF-8 JSON, ending with a line end.

    One question: `vraag`, `titel`, `filter`, `register`, `tellingen`, `rijen`; a question that is no dekking has no
    `tellingen`, and its rows no `toestand`. An overview: `titel`, `filter`, `register`, `gemeenten`, each with its
    questions, their counts, and the same per thema. Dates are ISO 8601.
    """
    shown = _overview(report, report.overview) if report.overview is not None else _question(report)
    return (json.dumps(shown, ensure_ascii=False, indent=2) + "\n").encode()


def _question(report: Report) -> dict[str, Any]:
    table = report.tables[0]
    shown: dict[str, Any] = {"vraag": table.name, "titel": table.title, **_origin(report.origin)}
    if table.tellingen is not None:
        shown["tellingen"] = table.tellingen
    return {**shown, "rijen": [_row(table, row) for row in table.rows]}


def _row(table: Table, row: tuple[Cell, ...]) -> dict[str, Any]:
    """First what every question's rows have, then the question's own columns, then what stands behind the row."""
    cells = dict(zip((column.key for column in table.columns), row, strict=True))
    first = [*_FIRST, "toestand"] if table.tellingen is not None else [*_FIRST]
    own = [column.key for column in table.columns if column.own]
    return {key: cells.get(key) for key in dict.fromkeys([*first, *own, *cells])}


def _overview(report: Report, overview: Overview) -> dict[str, Any]:
    return {
        "titel": report.title,
        **_origin(report.origin),
        "gemeenten": [
            {
                "gemeente": gemeente.naam,
                "vragen": [
                    {
                        "vraag": asked.question.name,
                        "titel": asked.question.titel,
                        "tellingen": asked.tellingen,
                        "themas": [
                            {
                                "element": thema.iri,
                                "thema": thema.naam,
                                "document": thema.document.short_title if thema.document else None,
                                "tellingen": thema.tellingen,
                            }
                            for thema in asked.themas
                        ],
                    }
                    for asked in gemeente.vragen
                ],
            }
            for gemeente in overview.gemeenten
        ],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    """The filter with the sources that it leaves, and the register's version."""
    sources = [
        {"id": document.id, "titel": document.title, "gemeente": document.gemeente_name, "datum": document.iso_date}
        for document in origin.documents
    ]
    return {"filter": {**origin.filter_data, "bronnen": sources}, "register": origin.register}
