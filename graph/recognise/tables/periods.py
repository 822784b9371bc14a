"""Column headings and cells of tables of figures: which period and kind a column holds, and the number in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.model import Cell

FIGURE_KINDS = frozenset(("realisatie", "begroot", "streefwaarde"))
#: Columns about other municipalities or the country.
COMPARED = frozenset(("vergelijking",))
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d(?:\s*[/-]\s*(?:(?:19|20)\d\d|\d\d(?!\d)))?)(?!\d)")
_NUMBER = re.compile(
    r"^[€<>≥≤±~]?\s*([-−–]?)\s*€?\s*(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d+|-))?\s*(%|procent|mln|x|N|V)?$"
)
_DECIMAL_POINT = re.compile(r"^([-−–]?\d+)\.(\d{1,2})\s*%?$")
_FOOTNOTES = re.compile(r"[*¹²³⁴⁵⁶⁷⁸⁹⁰]+|\s*\(\d\)$|\d\)$")
_MEASURED_IN = re.compile(r"\s*\((?:\w{3,10}\s)?20\d\d\)")
_BUDGET = re.compile(r"begroting\s+((?:19|20)\d\d)", re.IGNORECASE)
_EMPTY = frozenset(("", "-", "–", "—", "--", "."))
#: What a cell with a figure, or in place of one, looks like in running text; as a pattern.
#: 'N' and 'V' beside a figure say whether it is a setback or a windfall (nadeel, voordeel).
_SIDE = r"[NV](?!\S)"
VALUE = (
    rf"(?:{_SIDE}\s)?(?:€\s?)?(?:[<>≥≤±]=?)?\s?[-−–]?(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:[.,]\d+)?(?:,-)?(?:\s?[%*¹²³⁴⁵⁶⁷⁸⁹]+)*(?!\S)"
    rf"(?:\s\((?:\w{{3,10}}\s)?20\d\d\)[¹²³⁴⁵⁶⁷⁸⁹]?)?"
    rf"(?:\s{_SIDE}(?!\s+(?:€\s?)?[-−–]?\d))?"
    r"|[-−–.](?!\S)|(?i:n\.?v\.?t\.?(?:\s\([^)]{1,20}\))?|n\.?n?\.?b\.?|p\.?m\.?|vervalt|ja|nee)(?!\S)"
)
_SIDES = re.compile(rf"^{_SIDE}\s|\s{_SIDE}$")


@dataclass(frozen=True)
class Period:
    """What a column of figures holds. `kind` is None when the heading is only a year."""

    column: int
    period: str
    kind: str | None


def find_periods(heads: tuple[str, ...], cues: CueTable, label: int = 0) -> list[Period]:
    """The columns that hold figures; `label` is the column of the row labels.

    Columns about other municipalities or the country are left out.
    """
    found: list[Period] = []
    for column, head in enumerate(heads):
        if column in (0, label) or not head.strip():
            continue
        if cues.begins_column(head, COMPARED) is not None:
            continue
        years = YEAR.findall(head)
        cue = cues.begins_column(head, FIGURE_KINDS) or cues.begins_column(YEAR.sub(" ", head), FIGURE_KINDS)
        if years:
            found.append(Period(column, re.sub(r"\s+", "", years[-1]), cue.kind if cue else None))
        elif cue is not None and len(head) <= 30:
            found.append(Period(column, head.strip(), cue.kind))
    aims = [period for period in found if period.kind == "streefwaarde"]
    # Beside 'Streefwaarde 2027' a column 'Doel' tells which goal a row belongs to.
    dated = any(YEAR.search(period.period) for period in aims)
    return [period for period in found if not dated or period not in aims or YEAR.search(period.period)]


def budget_year(title: str) -> str | None:
    """The year that a budget is for by its title: 'Programmabegroting 2026-2029'; None for another document."""
    found = _BUDGET.search(title)
    return found[1] if found else None


def with_kinds(periods: list[Period], *, money: bool, budget: str | None = None) -> list[Period]:
    """The columns, each with a kind: a bare year was realised; in a table of money with bare years only, planned.

    A bare year behind a year that is planned is planned as well: 'Begroting 2025 | 2026 | 2027'; so is the year that
    the document is the budget of.
    """
    default = "begroot" if money and all(period.kind is None for period in periods) else "realisatie"
    planned = [period.period for period in periods if period.kind == "begroot" and YEAR.fullmatch(period.period)]
    first = min(planned, default=None)

    def kind_of(period: Period) -> str:
        behind = first is not None and period.period > first
        return "begroot" if behind or (budget is not None and period.period >= budget) else default

    return [Period(period.column, period.period, period.kind or kind_of(period)) for period in periods]


def read_cells(cells: tuple[str, ...], periods: list[Period]) -> tuple[Cell, ...]:
    """The filled cells of a row. A dash is an empty cell."""
    found: list[Cell] = []
    for period in periods:
        raw = cells[period.column].strip()
        if raw not in _EMPTY:
            found.append(Cell(period.period, period.kind or "", raw, number_in(raw)))
    return tuple(found)


def without_side(text: str) -> str:
    """A figure without the letter beside it that tells a setback from a windfall.

    >>> without_side("N 31.393"), without_side("2.244 V"), without_side("n.v.t.")
    ('31.393', '2.244', 'n.v.t.')
    """
    return _SIDES.sub("", text.strip()).strip()


def number_in(text: str) -> float | None:
    """The number that a cell holds in Dutch notation; None when it holds words.

    >>> number_in("1.144"), number_in("6,8"), number_in("€ 1.250 "), number_in("117****"), number_in("n.v.t.")
    (1144.0, 6.8, 1250.0, 117.0, None)
    """
    plain = _FOOTNOTES.sub("", _MEASURED_IN.sub("", text.strip())).strip()
    if match := _DECIMAL_POINT.match(plain):
        return float(f"{match[1]}.{match[2]}".replace("−", "-").replace("–", "-"))
    match = _NUMBER.match(plain)
    if match is None:
        return None
    whole = re.sub(r"[.\s]", "", match[2])
    value = float(f"{whole}.{match[3]}") if match[3] and match[3] != "-" else float(whole)
    return -value if match[1] else value
