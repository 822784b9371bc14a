"""The figures of indicators and budget lines: a row for every filled cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.proposal.model import NEW, ProposedRow
from beleidsspoor.graph.proposal.setting import Setting, held_against
from beleidsspoor.graph.proposal.wording import one_line
from beleidsspoor.graph.recognise.model import Cell, Finding
from beleidsspoor.graph.register.reading import Row

#: The table of the figures of a kind of finding, and the column that says whose figure it is.
_TABLES = {"indicator": ("metingen", "indicator"), "budget": ("bedragen", "budgetpost")}
_TWO_YEARS = re.compile(r"^(20\d\d|19\d\d)\s*[-/–]\s*((?:20|19)?\d\d)$")
_YEAR = re.compile(r"^[0-9]{4}$")


def propose_figures(
    findings: Sequence[Finding], rows: Sequence[ProposedRow], setting: Setting
) -> Iterator[ProposedRow]:
    """A row for every figure of the findings; `rows` are the rows of these findings, in the same order."""
    known = {table: _by_owner(setting.own_rows(table), owner) for table, owner in _TABLES.values()}
    seen: set[tuple[str, str, str]] = set()
    for finding, row in zip(findings, rows, strict=True):
        if finding.kind not in _TABLES:
            continue
        table, owner = _TABLES[finding.kind]
        for cell in finding.cells:
            key = (row.id, period_of(cell.period), cell.kind)
            if key not in seen:
                seen.add(key)
                yield _figure(finding, row, cell, table, owner, known[table].get(key), setting)


def period_of(text: str) -> str:
    """A period as the register writes it.

    >>> period_of("2022-23"), period_of("2025")
    ('2022/2023', '2025')
    """
    match = _TWO_YEARS.match(text.strip())
    if match is None:
        return one_line(text)
    end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
    return f"{match[1]}/{end}"


def figure_id(owner: str, kind: str, period: str) -> str:
    """The id of a figure: that of its indicator or money row, with the kind and the period.

    >>> figure_id("beg25-indicator-01", "realisatie", "2022/2023")
    'beg25-indicator-01-r2022-2023'
    """
    return f"{owner.rpartition(':')[2]}-{kind[:1]}{re.sub(r'[^0-9]+', '-', period).strip('-')}"


def _figure(
    finding: Finding, row: ProposedRow, cell: Cell, table: str, owner: str, known: Row | None, setting: Setting
) -> ProposedRow:
    evidence = setting.evidence(finding.first, finding.last, finding.page, finding.rule, finding.certainty)
    period = period_of(cell.period)
    name = figure_id(row.id, cell.kind, period)
    values = {
        owner: row.id, "document": setting.reference, "periode": period, "soort": cell.kind,
        "waarde": _number(cell.value), "ruw": one_line(cell.raw),
    }  # fmt: skip
    above = row.cells["naam"][0]
    if known is not None:
        read = setting.complete(table, values)
        return held_against(known, setting.ruimte, read, evidence, ("waarde", "ruw"), above)
    values |= {"id": setting.naming.free(name), "vindplaatsen": setting.places.at(finding.first, finding.last)}
    good = _YEAR.match(period) or "/" in period
    remarks = () if good else ("De periode is geen jaar. Schrijf een jaar, of twee jaren met / ertussen.",)
    return ProposedRow(table, setting.complete(table, values), NEW, evidence=evidence, remarks=remarks, above=above)


def _by_owner(rows: Sequence[Row], owner: str) -> dict[tuple[str, str, str], Row]:
    return {(row.one(owner) or "", row.one("periode") or "", row.one("soort") or ""): row for row in rows}


def _number(value: float | None) -> str:
    """A number as the register writes it: no point for thousands, no exponent, no empty decimals."""
    if value is None:
        return ""
    return f"{value:.9f}".rstrip("0").rstrip(".")
