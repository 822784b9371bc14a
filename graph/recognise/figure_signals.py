"""Figures that clash: two values for one cell, a total that is not the sum, a saldo that is not the difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.model import Finding, Signal
from beleidsspoor.graph.recognise.wording import squeeze


def figure_signals(findings: Sequence[Finding]) -> Iterator[Signal]:
    """All signals about figures."""
    yield from _two_values([item for item in findings if item.kind == "indicator"])
    yield from _sums([item for item in findings if item.kind == "budget"])


def _two_values(rows: Sequence[Finding]) -> Iterator[Signal]:
    seen: dict[tuple[str, str, str], tuple[float, int]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.value is None:
                continue
            value, line = seen.setdefault((squeeze(row.label), cell.period, cell.kind), (cell.value, row.first))
            if value != cell.value:
                place = f"‘{row.label}’ heeft voor {cell.period} ({cell.kind}) {cell.raw}"
                yield Signal(row.first, "tegenspraak", f"{place}, maar op regel {line} een ander getal.")


def _sums(rows: Sequence[Finding]) -> Iterator[Signal]:
    """Checks a table of money from top to bottom: parts, their total, and the difference of the totals."""
    parts: list[Finding] = []
    totals: dict[str, Finding] = {}
    for row in rows:
        is_total = row.label.casefold().startswith("totaal") or squeeze(row.label) in ("lasten", "baten")
        if row.money_kind == "saldo" or squeeze(row.label).startswith("totaalsaldo"):
            yield from _difference(row, totals)
            parts = []
        elif is_total and row.money_kind in ("lasten", "baten"):
            same = [part for part in parts if part.group == row.group]
            if len(same) > 1:
                yield from _compare(row, same)
            totals[row.money_kind], parts = row, []
        else:
            parts.append(row)


def _compare(total: Finding, parts: Sequence[Finding]) -> Iterator[Signal]:
    for at, cell in enumerate(total.cells):
        values = [
            part.cells[at].value for part in parts if at < len(part.cells) and part.cells[at].period == cell.period
        ]
        if cell.value is None or len(values) != len(parts) or None in values:
            continue
        summed = sum(value for value in values if value is not None)
        if abs(summed - cell.value) > len(parts):
            place = f"‘{total.label}’ is voor {cell.period} {cell.raw}"
            yield Signal(total.first, "tegenspraak", f"{place}, maar de rijen erboven tellen op tot {_dutch(summed)}.")


def _difference(saldo: Finding, totals: dict[str, Finding]) -> Iterator[Signal]:
    if len(totals) < 2 or "saldo" not in saldo.label.casefold():
        return
    costs = {cell.period: cell.value for cell in totals["lasten"].cells}
    income = {cell.period: cell.value for cell in totals["baten"].cells}
    for cell in saldo.cells:
        cost, gain = costs.get(cell.period), income.get(cell.period)
        if cell.value is None or cost is None or gain is None:
            continue
        difference = abs(gain) - abs(cost)
        if abs(abs(cell.value) - abs(difference)) > 1:
            text = f"‘{saldo.label}’ is voor {cell.period} {cell.raw}, maar baten min lasten is {_dutch(difference)}."
            yield Signal(saldo.first, "tegenspraak", text)


def _dutch(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
