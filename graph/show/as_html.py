"""Reports as one HTML page: no script, no network, fit for a phone, a screen reader, the dark and paper."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.coverage import QuestionCounts
from beleidsspoor.graph.scope import STATE_WORDS, STATES
from beleidsspoor.graph.show.report import STATE_MEANINGS, Report, named
from beleidsspoor.graph.show.tables import Column, Kind, Table, for_readers
from beleidsspoor.graph.words import Cell, in_words, thousands, visible

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = "beleidsspoor.graph.show"
#: More places of one element than this are folded away.
_PLACES = 3
_BAR = 100
#: How the key of a column of quotes ends; `x_citaat` goes with the places in `x_vindplaats`.
_QUOTE = "citaat"


@dataclass(frozen=True)
class _Segment:
    """A piece of a bar: where it starts and how long it is, in hundredths of the whole."""

    state: str
    start: float
    length: float


@dataclass(frozen=True)
class _Line:
    """A line of the overview: the name of a question (with a link to its rows) or of a thema, and its counts."""

    name: str
    link: str | None
    counts: tuple[tuple[str, int], ...]
    total: int
    bar: tuple[_Segment, ...]


@dataclass(frozen=True)
class _HtmlCell:
    """A cell: its column, its text, and for places each place with the words that stand there."""

    column: Column
    text: str
    places: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class _HtmlRow:
    state: str | None
    cells: tuple[_HtmlCell, ...]


@dataclass(frozen=True)
class _Section:
    """A question: its table for readers, what holds for all rows, and the state that is shown at first (None: all)."""

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[_HtmlRow, ...]
    same: str
    total: int
    first: str | None


def to_html(report: Report) -> bytes:
    """The report as one page of HTML, complete in itself. The same report gives the same bytes."""
    style = (files(_TEMPLATES) / "templates" / "stijl.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _environment().get_template("pagina.html.j2")
    text = page.render(
        report=report,
        style=style,
        digest=digest,
        groups=_groups(report),
        sections=[_section(table, within_overview=report.overview is not None) for table in report.tables],
        states=[(state, STATE_WORDS[state], STATE_MEANINGS[state]) for state in STATES],
        kinds=Kind,
        names=named,
        folded=_PLACES,
    )
    return (text.rstrip() + "\n").encode()


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def clean(value: Any) -> Any:
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FileSystemLoader(str(files(_TEMPLATES) / "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
    )
    environment.filters["duizendtallen"] = thousands
    environment.filters["css"] = Markup
    return environment


def _groups(report: Report) -> list[tuple[str, list[tuple[_Line, list[_Line]]], str]]:
    """The tables of the overview: a title, each question with its themas, and the questions without rows."""
    if report.overview is None:
        return []
    found = []
    if len(report.overview.gemeenten) > 1:
        found.append(("Alle gemeenten samen", [_counted(asked) for asked in report.overview.totalen], ""))
    for gemeente in report.overview.gemeenten:
        without = ", ".join(question.titel for question in gemeente.zonder_rijen)
        found.append((named(gemeente.naam), [_counted(asked) for asked in gemeente.vragen], without))
    return found


def _counted(asked: QuestionCounts) -> tuple[_Line, list[_Line]]:
    themas = asked.themas if any(thema.iri is not None for thema in asked.themas) else ()
    lines = [
        _line(f"{thema.naam} ({thema.document.short_title})" if thema.document else thema.naam, None, thema.tellingen)
        for thema in themas
    ]
    return _line(asked.question.titel, f"vraag-{asked.question.name}", asked.tellingen), lines


def _line(name: str, link: str | None, tellingen: dict[str, int]) -> _Line:
    total = sum(tellingen.values())
    segments, start = [], 0.0
    for state, number in tellingen.items():
        length = _BAR * number / total if total else 0.0
        if number:
            segments.append(_Segment(state, round(start, 2), round(length, 2)))
        start += length
    return _Line(name, link, tuple(tellingen.items()), total, tuple(segments))


def _section(table: Table, *, within_overview: bool) -> _Section:
    """A question. Among other questions only its holes are shown at first, if it has any."""
    shown, same = for_readers(table, drop=("document", *(column.key for column in table.columns if column.detail)))
    state = shown.index(Kind.STATE)
    rows = tuple(_row(row, shown.columns, state) for row in shown.rows)
    holes = any(row.state == "gat" for row in rows)
    return _Section(
        table=table,
        columns=_without_quotes(shown.columns),
        rows=rows,
        same=", ".join(in_words(cell) for cell in same.values()),
        total=len(table.rows),
        first="gat" if within_overview and holes else None,
    )


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...], state: int | None) -> _HtmlRow:
    by_key = {column.key: cell for cell, column in zip(row, columns, strict=True)}
    shown = _without_quotes(columns)
    cells = [
        _cell(by_key[column.key], column, by_key.get(column.key.replace("vindplaats", _QUOTE))) for column in shown
    ]
    named_state = row[state] if state is not None else None
    return _HtmlRow(str(named_state) if named_state is not None else None, tuple(cells))


def _cell(cell: Cell, column: Column, quotes: Cell) -> _HtmlCell:
    if column.kind is Kind.STATE:
        return _HtmlCell(column, STATE_WORDS.get(str(cell), ""), ())
    if isinstance(cell, tuple):
        words = quotes if isinstance(quotes, tuple) else (None,) * len(cell)
        return _HtmlCell(column, "", tuple(zip(cell, words, strict=True)))
    return _HtmlCell(column, in_words(cell), ())


def _without_quotes(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns without that of the quotes: each quote stands with its place."""
    return tuple(column for column in columns if not column.key.endswith(_QUOTE))
