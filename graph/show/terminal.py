"""Reports as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from beleidsspoor.graph.counts import ElementCount
from beleidsspoor.graph.coverage import NO_THEMA, MunicipalityCounts, QuestionCounts, ThemaCounts
from beleidsspoor.graph.questions import Question
from beleidsspoor.graph.scope import STATE_WORDS, STATES
from beleidsspoor.graph.show.grid import GridColumn, grid, pairs, wrap
from beleidsspoor.graph.show.report import STATE_MEANINGS, Origin, Report, named
from beleidsspoor.graph.show.tables import Column, Kind, Table, for_readers
from beleidsspoor.graph.words import Cell, in_words, state_in_words, thousands, visible

#: How many places of one element a terminal shows, and how many sources.
_PLACES, _SOURCES = 3, 12
#: A question's own column with a longer text than this stands under its row.
_LONG = 36
#: A word up to this length is not broken as long as something else can give room.
_WORD = 22
_ZERO = "-"
_INDENT = "  "
_OTHER_FORMS = "-o met een naam op .xlsx, of --vorm csv of json"
#: The columns that become a heading above rows.
_HEADINGS = ("gemeente", "thema")

NOTHING = "Er is niets dat bij dit filter past."


def show_report(report: Report, width: int) -> str:
    """A report as text of at most `width` places: the overview, or the rows of one question. No line end at the end."""
    parts = [report.title, _origin(report.origin, width)]
    if report.overview is not None and report.empty:
        parts.append(NOTHING)
    elif report.overview is not None:
        parts.extend(_municipality(gemeente, width) for gemeente in report.overview.gemeenten)
        if len(report.overview.gemeenten) > 1:
            parts.append(_counts_grid("Alle gemeenten samen", report.overview.totalen, width))
        parts.append(_legend(width))
        parts.append("De rijen van één vraag ziet u met: beleidsspoor dekking VRAAG")
    else:
        parts.extend(_table(table, width) for table in report.tables)
    return "\n\n".join(part for part in parts if part)


def show_questions(questions: Iterable[Question], width: int) -> str:
    """The list of questions: name, title, what it means, and what kind it is."""
    blocks = []
    for question in questions:
        deep = [f"Met --diep: {question.diep}"] if question.diep else []
        text = [visible(line) for line in (f"{question.titel} ({question.soort})", question.uitleg, *deep)]
        lines = [line for piece in text for line in wrap(piece, max(width - 4, 20))]
        blocks.append("\n".join([visible(question.name), *(f"    {line}" for line in lines)]))
    return "\n\n".join(blocks)


def counts_table(counts: Sequence[ElementCount], width: int) -> str:
    """How many elements of each class there are, per municipality and in all."""
    names = list(dict.fromkeys(name for count in counts for name in count.counts))
    heads = ["", *map(visible, names), "totaal"]
    rows = []
    for count in counts:
        numbers = [*(count.counts.get(name, 0) for name in names), sum(count.counts.values())]
        rows.append([visible(count.title), *map(_number, numbers)])
    return _numbers(heads, rows, width)


def _origin(origin: Origin, width: int) -> str:
    """The filter, the register's version and the sources."""
    sources = in_words(origin.sources, limit=_SOURCES, between="; ")
    facts = (("Filter", origin.filter), ("Register", f"versie {origin.register}"), ("Bronnen", sources))
    return pairs([name for name, _ in facts], [visible(value) for _, value in facts], width)


def _municipality(gemeente: MunicipalityCounts, width: int) -> str:
    """One municipality of the overview."""
    text = _counts_grid(named(gemeente.naam), gemeente.vragen, width)
    if not gemeente.zonder_rijen:
        return text
    titles = "; ".join(visible(question.titel) for question in gemeente.zonder_rijen)
    return "\n".join([text, *wrap(f"Hierover staat niets in het register: {titles}.", width)])


def _counts_grid(title: str, counted: Sequence[QuestionCounts], width: int) -> str:
    """A line with the four counts per question, and under it one per thema."""
    rows: list[Sequence[str] | str] = []
    for asked in counted:
        per_thema = any(thema.iri is not None for thema in asked.themas)
        if rows and (per_thema or rows[-1][0].startswith(_INDENT)):
            rows.append("")
        rows.append([asked.question.name, *_counts(asked.tellingen)])
        if per_thema:
            for name, thema in zip(_thema_titles(asked.themas), asked.themas, strict=True):
                rows.append([_INDENT + name, *_counts(thema.tellingen)])
    heads = [visible(title), *STATE_WORDS.values(), "totaal"]
    return _numbers(heads, rows, width)


def _numbers(heads: Sequence[str], rows: Sequence[Sequence[str] | str], width: int) -> str:
    """A grid with names first and then numbers."""
    first, *others = heads
    return _grid([GridColumn(first), *(GridColumn(head, right=True) for head in others)], rows, width)


def _grid(columns: Sequence[GridColumn], rows: Sequence[Sequence[str] | str], width: int) -> str:
    """A grid; on a terminal that is too narrow for it, a grid that is wider than the terminal."""
    return grid(columns, rows, width) or _grid(columns, rows, width + 20)


def _thema_titles(themas: Sequence[ThemaCounts]) -> list[str]:
    """The names, with the document where two themas have the same name."""
    names = [visible(thema.naam) for thema in themas]
    return [
        f"{name} ({visible(thema.document.short_title)})" if thema.document and names.count(name) > 1 else name
        for name, thema in zip(names, themas, strict=True)
    ]


def _counts(tellingen: dict[str, int]) -> list[str]:
    return [*(_number(tellingen[state]) for state in STATES), _number(sum(tellingen.values()))]


def _number(number: int) -> str:
    return thousands(number) if number else _ZERO


def _legend(width: int) -> str:
    return pairs(list(STATE_WORDS.values()), list(STATE_MEANINGS.values()), width)


def _table(table: Table, width: int) -> str:
    """What the question means, the four counts, what holds for all rows, and the rows."""
    details = [column for column in table.columns if column.detail]
    shown, same = for_readers(table, drop=("document", *(column.key for column in details)))
    parts = [*wrap(visible(table.uitleg), width)]
    if table.tellingen is not None:
        counts = ", ".join(f"{STATE_WORDS[state]} {thousands(number)}" for state, number in table.tellingen.items())
        parts.extend(wrap(f"Aantallen: {counts}. Totaal {thousands(sum(table.tellingen.values()))}.", width))
    if not table.rows:
        return "\n".join([*parts, NOTHING])
    if table.ontbreekt:
        parts.extend(wrap(visible(f"Er ontbreekt: {table.ontbreekt}."), width))
    if details:
        more = "1 kolom meer staat" if len(details) == 1 else f"{len(details)} kolommen meer staan"
        parts.extend(wrap(f"{more} in de andere vormen: {_OTHER_FORMS}.", width))
    if same:
        parts.extend(wrap(f"Alle rijen: {', '.join(in_words(cell) for cell in same.values())}.", width))
    return "\n".join(parts) + "\n\n" + _rows(shown, width)


def _rows(table: Table, width: int) -> str:
    """The rows as a grid, under headings for municipality and thema.

    Under each row stand its places, and the question's own columns that are long, or all of them when they do not fit
    without breaking words.
    """
    long = [
        index
        for index, column in enumerate(table.columns)
        if column.own and any(len(in_words(row[index])) > _LONG for row in table.rows)
    ]
    own = [index for index, column in enumerate(table.columns) if column.own]
    for below in (long, own):
        beside = [
            index
            for index, column in enumerate(table.columns)
            if column.key not in _HEADINGS and column.kind is not Kind.PLACES and index not in below
        ]
        columns = [_grid_column(table.columns[index]) for index in beside]
        text = grid(columns, _lines(table, beside, below), width, unbroken=_WORD)
        if text is not None:
            return text
    return _grid(columns, _lines(table, beside, own), width)


def _grid_column(column: Column) -> GridColumn:
    whole = column.kind in (Kind.CODE, Kind.STATE)
    return GridColumn(visible(column.title), right=column.kind is Kind.NUMBER, whole=whole)


def _lines(table: Table, beside: Sequence[int], below: Sequence[int]) -> list[Sequence[str] | str]:
    """The lines of the grid: a heading, and for each row its cells and then what stands below it."""
    heading = [index for index, column in enumerate(table.columns) if column.key in _HEADINGS]
    lines: list[Sequence[str] | str] = []
    for title, rows in _grouped(table.rows, heading).items():
        if title:
            lines += ["", title] if lines else [title]
        for row in rows:
            lines.append([_cell(row[index], table.columns[index].kind) for index in beside])
            lines += [f"{_INDENT}{line}" for line in (*_below(table, row, below), *_places(table, row))]
    return lines


def _below(table: Table, row: tuple[Cell, ...], below: Sequence[int]) -> Iterator[str]:
    """What does not stand in a column, in the order of the columns: short texts together, each long one on its own."""
    short: list[str] = []
    for index in below:
        if row[index] in (None, ""):
            continue
        text = f"{visible(table.columns[index].title)}: {' '.join(in_words(row[index]).split())}"
        if len(text) <= _LONG:
            short.append(text)
            continue
        if short:
            yield "; ".join(short)
            short = []
        yield text
    if short:
        yield "; ".join(short)


def _places(table: Table, row: tuple[Cell, ...]) -> Iterator[str]:
    """The places of a row, each followed by the words that stand there."""
    cells = [row[index] for index, column in enumerate(table.columns) if column.kind is Kind.PLACES]
    several = [cell for cell in cells if isinstance(cell, tuple)]
    for place, *quotes in list(zip(*several, strict=True))[:_PLACES]:
        yield visible(place)
        yield from (f'{_INDENT}"{" ".join(visible(quote).split())}"' for quote in quotes)
    if several and len(several[0]) > _PLACES:
        yield f"en nog {len(several[0]) - _PLACES} plaatsen"


def _grouped(rows: Sequence[tuple[Cell, ...]], heading: Sequence[int]) -> dict[str, list[tuple[Cell, ...]]]:
    """The rows by the words in the heading columns, in the order in which those first come up."""
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for row in rows:
        words = [in_words(row[index]) for index in heading]
        title = ", ".join(word for word in words if word) or (NO_THEMA if words else "")
        found.setdefault(title, []).append(row)
    return found


def _cell(cell: Cell, kind: Kind) -> str:
    return state_in_words(cell) if kind is Kind.STATE else in_words(cell, limit=_PLACES)
