"""The folder that a dashboard reads: a CSV file for each tidy table, and the data dictionary beside them.

Comma, CRLF, quotes where needed (RFC 4180); dates as jjjj-mm-dd, a decimal point. UTF-8 *with* a byte order mark,
unlike the other CSV of the project: Excel on a Dutch Windows takes a file without one for Windows-1252, and programs
that read UTF-8 pass the mark over.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.scope import Scope
from beleidsspoor.graph.tidy.dictionary import csvw_metadata, dictionary_table
from beleidsspoor.graph.tidy.dimensions import (
    documents_table,
    elements_table,
    indicators_table,
    municipalities_table,
    questions_table,
    states_table,
)
from beleidsspoor.graph.tidy.measures import coverage_table, figures_table, links_table, places_table
from beleidsspoor.graph.tidy.model import Cell, TidyColumn, TidyTable
from beleidsspoor.graph.tidy.power_query import power_query
from beleidsspoor.graph.tidy.selection import Selection
from beleidsspoor.graph.words import visible, without_formula

#: The W3C's name for metadata beside the tables it is about.
METADATA = "csv-metadata.json"
#: The steps that read the tables in Power BI and Excel.
STEPS = "power-query.txt"

#: A figure or dash as documents print them: no formula, and it must stay as it is.
_FIGURE = re.compile(r"[-+]?[\d.,% ]*")


def tidy_tables(dataset: Dataset, scope: Scope | None = None) -> tuple[TidyTable, ...]:
    """All tables under a filter. The rows of `dekking` are those of the answers that every other output shows.

    A filter on state leaves out rows of `dekking` only.
    """
    scope = scope or Scope()
    asked = (question for question in shipped_questions().values() if question.is_coverage)
    version = dataset.register.version
    answers = tuple(ask(dataset.store, question, scope, register=version) for question in asked)
    selection = Selection(dataset.store, scope, answers)
    return (
        coverage_table(selection),
        figures_table(selection),
        links_table(selection),
        places_table(selection),
        elements_table(selection),
        indicators_table(selection),
        municipalities_table(selection),
        documents_table(selection),
        questions_table(),
        states_table(),
        _origin(scope, version, selection),
    )


def tidy_files(tables: Sequence[TidyTable]) -> dict[str, bytes]:
    """The files by name: the tables, `woordenboek.csv`, `csv-metadata.json` and `power-query.txt`."""
    every = (*tables, dictionary_table(tables))
    origin = next(table for table in tables if table.name == "herkomst")
    about = {"title": "Dekking, metingen en verbanden van gemeentelijk beleid", **_about(origin)}
    return {
        **{f"{table.name}.csv": to_csv(table) for table in every},
        METADATA: csvw_metadata(every, about),
        STEPS: power_query(every),
    }


def to_csv(table: TidyTable) -> bytes:
    """One table as CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = str(cell)
    return text if _FIGURE.fullmatch(text) else without_formula(visible(text))


def _origin(scope: Scope, version: str, selection: Selection) -> TidyTable:
    sources = "; ".join(f"{one.short_title} ({one.date})" for one in selection.documents)
    rows = (("filter", str(scope)), ("register", version), ("bronnen", sources))
    columns = (
        TidyColumn("onderwerp", "filter, register (de versie) of bronnen.", required=True),
        TidyColumn("waarde", "Wat daarover te zeggen is."),
    )
    return TidyTable("herkomst", "Waar deze tabellen vandaan komen.", ("onderwerp",), columns, rows)


def _about(origin: TidyTable) -> dict[str, str]:
    told = {str(name): str(value) for name, value in origin.rows}
    return {"description": f"Filter: {told['filter']}. Register: {told['register']}.", "source": told["bronnen"]}
