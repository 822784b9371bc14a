"""Reports as CSV for other programs.

RFC 4180: comma, CRLF, quotes where needed; UTF-8 without a byte order mark, as the register's own tables. A Dutch Excel
expects semicolons and opens no such file well, with or without a mark: for Excel there is as_xlsx.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from beleidsspoor.graph.coverage import Overview
from beleidsspoor.graph.scope import STATES
from beleidsspoor.graph.show.report import Origin, Report
from beleidsspoor.graph.show.tables import Kind, Table
from beleidsspoor.graph.store import StoredDocument
from beleidsspoor.graph.words import Cell, in_words, state_in_words, without_formula

_BETWEEN = " | "
#: CSV has no place for notes, so every row says where it comes from, and its document of what date.
_ORIGIN = ("filter", "register")


def to_csv(report: Report) -> bytes:
    """The rows of the report's question; of an overview, a row per municipality, question and thema with its counts.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    if report.overview is not None:
        return _write(*overview_rows(report.overview, lambda document: document.iso_date), report.origin)
    table = report.tables[0]
    return _write([column.key for column in table.columns], _rows(table), report.origin)


def overview_rows(
    overview: Overview, date: Callable[[StoredDocument], str | None]
) -> tuple[list[str], list[list[Cell]]]:
    """The overview as heads and rows, with the date of each document as `date` gives it.

    A row about a whole municipality has no thema.
    """
    rows: list[list[Cell]] = []
    for gemeente in overview.gemeenten:
        for asked in gemeente.vragen:
            start = [gemeente.naam, asked.question.name]
            rows.append([*start, None, None, None, *_counts(asked.tellingen)])
            for thema in asked.themas:
                source = (thema.document.short_title, date(thema.document)) if thema.document else (None, None)
                rows.append([*start, thema.naam, *source, *_counts(thema.tellingen)])
    return ["gemeente", "vraag", "thema", "document", "document_datum", *STATES, "totaal"], rows


def _rows(table: Table) -> Iterable[list[Cell]]:
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        yield [state_in_words(cell) if kind is Kind.STATE else cell for cell, kind in zip(row, kinds, strict=True)]


def _counts(tellingen: dict[str, int]) -> list[int]:
    return [*(tellingen[state] for state in STATES), sum(tellingen.values())]


def _write(heads: Sequence[str], rows: Iterable[Sequence[Cell]], origin: Origin) -> bytes:
    about = [_text(text) for text in (origin.filter, origin.register)]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([*(_text(head) for head in heads), *_ORIGIN])
    writer.writerows([*(_text(cell) for cell in row), *about] for row in rows)
    return buffer.getvalue().encode()


def _text(cell: Cell) -> str:
    """A cell as text; numbers with a decimal point, as programs read them."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return str(cell)
    return without_formula(in_words(cell, between=_BETWEEN))
