"""Tables of figures whose rows lost their columns: 'Jongeren met jeugdhulp % CBS 11,2 11,9 12,3'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.documents.joining import join_lines
from beleidsspoor.graph.documents.model import Row, Span, Table
from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.tables.periods import COMPARED, FIGURE_KINDS, VALUE, YEAR, without_side
from beleidsspoor.graph.recognise.wording import squeeze

#: What belongs to the first figure, not to the name before it.
_SIDE = re.compile(r"\s+(?:[NV]|€|[NV]\s+€)$")
_LONGEST = 240
#: A row of which the white space between the figures is kept.
_HOLES = re.compile(rf"^\s*(?P<lead>[^\W\d].*?[^\s\d])(?P<values>(?:\s+(?:{VALUE}))+\s*)$")
#: The words of one column heading, and of the headings behind the figures.
_HEADING_WORDS = 4
_UNIT_WORDS = 7
_TAIL_WORDS = 6
_SOURCE_WORDS = 4
_UNIT = re.compile(r"(?<=\S\s)(?:%|aantal per\s|per\s[\d.]+\s|(?:in|duizend)\seuro|€\s).*$", re.IGNORECASE)
#: The period of a row, with what may stand before the year: '2e halfjaar 2024'.
_DATE = r"(?:\d(?:e|de|ste)\s\w{4,10}\s)?20\d\d"
#: Words over the figures of a single year.
_OF_ONE_YEAR = ("nulmeting", "0meting", "meting", "uitgangssituatie")
#: The number of a taakveld behind the name of a row.
_TASK = re.compile(r"\d\.\d{1,2}[a-z]?|div\.?|diverse|alle", re.IGNORECASE)
#: The name of a taakveld has no more words than this.
_TASK_WORDS = 6
#: Which begroting of a year, as it is told behind that year.
_WHICH = re.compile(
    r"\(?(?:primitief|oorspronkelijk|actueel|gewijzigd|bijgesteld|"
    r"(?:voor|na|incl\.?|inclusief) (?:[^\W_]+ )?(?:begrotings)?wijziging(?:en)?)\)?(?=\s|$)",
    re.IGNORECASE,
)
#: A name of a row goes over no more lines than this.
_NAME_LINES = 2
_MOST_COLUMNS = 16


@dataclass(frozen=True)
class _Header:
    """The headings of such a table: what stands before the figures, over each figure, and behind them. `dated` when
    every row says itself of which period its figures are.
    """

    leads: tuple[str, ...]
    kinds: tuple[str, ...]
    periods: tuple[str, ...]
    tail: str
    last: int
    dated: bool = False

    @property
    def row(self) -> re.Pattern[str]:
        """How a row looks: words, as many figures as there are headings, and words when a heading asks for them."""
        if self.dated:
            return re.compile(
                rf"^(?P<lead>.*\S\s+{_DATE})\s+(?P<values>(?:(?<!\S)(?:{VALUE})\s*){{{len(self.periods)}}})$"
            )
        tail = r"(?:\s+(?P<tail>[^\d\s].*))?" if self.tail else ""
        return re.compile(rf"^(?P<lead>.*\S)?\s*(?P<values>(?:(?<!\S)(?:{VALUE})\s*){{{len(self.periods)}}}){tail}$")


def find_run_together(lines: Sequence[str], cues: CueTable) -> Iterator[Table]:
    """The tables in these lines (the first is line 0): a line with two periods or more, and rows with as many figures
    below it.
    """
    at = 0
    while at < len(lines):
        header = _header(lines, at, cues)
        rows, end = _rows(lines, header.last + 1, header, cues) if header is not None else ([], at + 1)
        if header is None or not _is_table(header, rows, cues):
            at += 1
            continue
        begin = _line_above(lines, at) if _is_split(lines, at, header) else at
        heads = (*header.leads, *header.periods, header.tail)
        head = Row(heads, Span(begin, header.last), header=True)
        yield Table((head, *rows), Span(begin, end - 1))
        at = end


def _is_table(header: _Header, rows: Sequence[Row], cues: CueTable) -> bool:
    figures = [row for row in rows if not row.is_group]
    known = "indicator" in header.kinds or any(cues.row(row.cells[0]) for row in figures)
    return len(figures) >= (1 if known else 2)


def _header(lines: Sequence[str], at: int, cues: CueTable) -> _Header | None:
    line = lines[at].strip()
    if len(line) > _LONGEST or line.endswith((".", ";")):
        return None
    if not YEAR.search(line):
        return _dated_header(lines, at, cues)
    lead, periods, tail = _above(lines, at, cues) or _parted(line.split(), cues)
    last = at
    if at + 1 < len(lines) and len(years := lines[at + 1].split()) <= len(periods) and _hang(periods, years, cues):
        # 'Indicator 2019 2022 Streven' over '2028': the year of the last headings stands on the next line.
        whole = len(periods) - len(years)
        periods = [*periods[:whole], *(f"{kind} {year}" for kind, year in zip(periods[whole:], years, strict=True))]
        last = at + 1
    if not 2 <= len(periods) <= _MOST_COLUMNS or len(tail) > _TAIL_WORDS:
        return None
    heads, columns = _columns(lead, cues)
    return _Header(heads, columns, tuple(periods), " ".join(tail), last)


def _hang(periods: Sequence[str], years: Sequence[str], cues: CueTable) -> bool:
    """True when these are years, as many as there are headings without one at the end of the line above."""
    bare = [period for period in periods[len(periods) - len(years) :] if not YEAR.search(period)]
    complete = all(YEAR.search(period) for period in periods[: len(periods) - len(years)])
    return bool(years) and len(bare) == len(years) and complete and all(map(YEAR.fullmatch, years))


def _dated_header(lines: Sequence[str], at: int, cues: CueTable) -> _Header | None:
    """'Indicator Eenheid Periode Zuidrijk Nederland' over rows that each hold their period and as many figures."""
    words = lines[at].split()
    heads, kinds, stop = _known(words, cues)
    if "indicator" not in kinds or not kinds or kinds[-1] != "planning" or stop == len(words):
        return None
    below = next((line.strip() for line in lines[at + 1 : at + 1 + _NAME_LINES + 1] if line.strip()), "")
    match = re.search(rf"\s{_DATE}((?:\s+(?:{VALUE}))+)$", below)
    count = len(re.findall(VALUE, match[1])) if match else 0
    # The first figure is the municipality's own; the others stand beside it to compare.
    return _Header(heads, kinds, (words[stop], *[""] * (count - 1)), "", at, dated=True) if count else None


def _parted(words: Sequence[str], cues: CueTable) -> tuple[list[str], list[str], list[str]]:
    """The words before the figures, the headings over the figures, and the words behind them."""
    lead: list[str] = []
    periods: list[str] = []
    waiting: list[str] = []
    for word in words:
        waiting.append(word)
        if YEAR.fullmatch(word.strip("()*:")):
            if not periods:
                lead, waiting = _without_lead(waiting, cues)
                # 'Werkelijk Begroting 2022' are two headings.
                periods.extend(waiting[: _single(waiting[:-1], cues)])
                waiting = waiting[len(periods) :]
            elif told := _told_behind(waiting):
                # 'Begroting 2024 primitief', 'Begroting 2024 na wijziging'.
                periods[-1] = f"{periods[-1]} {' '.join(waiting[:told])}"
                waiting = waiting[told:]
            periods.append(" ".join(waiting))
            waiting = []
    if not periods:
        return [], [], []
    if told := _told_behind(waiting):
        periods[-1] = f"{periods[-1]} {' '.join(waiting[:told])}"
        waiting = waiting[told:]
    bare = _kinds_in(waiting, cues) if waiting else []
    if waiting and (cue := cues.column(" ".join(waiting))) is not None and cue.kind in COMPARED:
        bare = [" ".join(waiting)]
    return (lead, [*periods, *bare], []) if bare else (lead, periods, waiting)


def _told_behind(words: Sequence[str]) -> int:
    """How many words at the beginning tell which begroting the heading before was: 'primitief', 'na wijziging'."""
    match = _WHICH.match(" ".join(words))
    return len(match[0].split()) if match else 0


def _without_lead(words: list[str], cues: CueTable) -> tuple[list[str], list[str]]:
    """The words up to and with the first year, cut where those begin that belong to it: 'Bron | Realisatie 2024'."""
    for begin in range(max(len(words) - 1 - _HEADING_WORDS, 0), len(words) - 1):
        if cues.begins_column(" ".join(words[begin:-1]), FIGURE_KINDS | COMPARED):
            return words[:begin], words[begin:]
    return words[:-1], words[-1:]


def _single(words: Sequence[str], cues: CueTable) -> int:
    """How many headings of one word stand before the last one, when all of these words are such headings."""
    return max(len(_kinds_in(words, cues)) - 1, 0)


def _kinds_in(words: Sequence[str], cues: CueTable) -> list[str]:
    """The words, each of which is a heading over figures: 'Realisatie Begroting Begroting'; else nothing."""
    found = [word for word in words if (cue := cues.column(word)) is not None and cue.kind in FIGURE_KINDS]
    return found if len(found) == len(words) else []


def _above(lines: Sequence[str], at: int, cues: CueTable) -> tuple[list[str], list[str], list[str]] | None:
    """The headings when the line above has a word for each year of this one: 'Realisatie Begroting' over '2024 2025',
    or 'Indicator Peilwaarde Streef- Bron' over '2023 waarde 2026'. What stands before, over and behind the figures.
    """
    above = lines[_line_above(lines, at)].split() if at else []
    ends: list[list[str]] = [[]]
    for word in lines[at].split():
        ends[-1].append(word)
        if YEAR.fullmatch(word):
            ends.append([])
    behind = ends.pop()
    if not ends:
        return None
    if len(above) == 2 and len(ends) > 2 and squeeze(above[0]) in _OF_ONE_YEAR:
        # 'Nulmeting Streefwaarde' over '2022 2025 2028': what was measured first is of one year, the rest is aimed at.
        above = [above[0], *[above[1]] * (len(ends) - 1)]
    elif len(above) == 2 and len(ends) > 2 and len(ends) % 2 == 0:
        # Two words over four years each stand over the half of them.
        above = [word for word in above for _ in range(len(ends) // 2)]
    before: list[str] = []
    if cues.column(" ".join(ends[0][:-1])) is not None:
        # The heading over the names stands on the line of the years: 'Indicator 2022 2025'.
        before, ends[0] = ends[0][:-1], ends[0][-1:]
    for begin in range(len(above) - len(ends) + 1):
        over = above[begin : begin + len(ends)]
        heads = [join_lines([word, *end[:-1]], frozenset()) for word, end in zip(over, ends, strict=True)]
        if all((cue := cues.column(head)) is not None and cue.kind in FIGURE_KINDS for head in heads):
            periods = [f"{head} {end[-1]}" for head, end in zip(heads, ends, strict=True)]
            return [*above[:begin], *before], periods, [*above[begin + len(ends) :], *behind]
    return None


def _line_above(lines: Sequence[str], at: int) -> int:
    """The line above, or the one before it when that is empty."""
    return at - 2 if at > 1 and not lines[at - 1].strip() else at - 1


def _is_split(lines: Sequence[str], at: int, header: _Header) -> bool:
    return not any(period in lines[at] for period in header.periods)


def _columns(words: Sequence[str], cues: CueTable) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings before the figures, when all of these words are headings that are known; else one."""
    heads, kinds, stop = _known(words, cues)
    if stop < len(words) and (last := cues.column(words[-1])) is not None and last.kind == "taakveld":
        return (" ".join(words[:-1]), words[-1]), ("", last.kind)
    if stop < len(words):
        return (" ".join(words),), ("",)
    return (heads, kinds) if heads else (("",), ("",))


def _known(words: Sequence[str], cues: CueTable) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """The known headings that these words begin with, the kind of each, and the index of the first other word."""
    heads: list[str] = []
    kinds: list[str] = []
    at = 0
    while at < len(words):
        for end in range(min(at + _HEADING_WORDS, len(words)), at, -1):
            if (cue := cues.column(" ".join(words[at:end]))) is not None and not _are_two(words[at:end], cues):
                heads.append(" ".join(words[at:end]))
                kinds.append(cue.kind)
                at = end
                break
        else:
            break
    return tuple(heads), tuple(kinds), at


def _are_two(words: Sequence[str], cues: CueTable) -> bool:
    """True for two headings beside each other: 'Indicator Bron'."""
    first, last = cues.column(" ".join(words[:-1])), cues.column(words[-1])
    return first is not None and last is not None and first.kind != last.kind


def _rows(lines: Sequence[str], begin: int, header: _Header, cues: CueTable) -> tuple[list[Row], int]:
    """The rows from this line on, and the line behind the last."""
    pattern = header.row
    rows: list[Row] = []
    waiting: list[int] = []
    end, width, blanks = begin, len(header.leads) + len(header.periods) + 1, 0
    for at in range(begin, len(lines)):
        line = lines[at].strip()
        blanks = blanks + 1 if not line else 0
        if blanks > 1 or len(line) > _LONGEST:
            break
        if not line:
            continue
        if (row := _with_holes(lines[at], header)) is not None and not waiting:
            rows.append(Row((*_split(row[0], header.kinds, cues), *row[1], ""), Span(at, at)))
            end = at + 1
            continue
        match = pattern.match(line)
        if match is not None and _are_years(match["values"]):
            # The headings of the next table.
            break
        if match is None:
            waiting.append(at)
            if len(waiting) > _NAME_LINES:
                break
            continue
        lead = _SIDE.sub("", match["lead"] or "").strip()
        first = at
        if waiting and (not lead or lead[0].islower()):
            first, lead = waiting[0], " ".join([*(lines[before].strip() for before in waiting), lead]).strip()
        elif waiting and rows and len(waiting) > 1:
            break
        elif waiting:
            rows.extend(_title(lines[before].strip(), before, width) for before in waiting)
        if not lead:
            break
        values = [without_side(found.group()) for found in re.finditer(VALUE, match["values"])]
        tail = match["tail"] if header.tail else None
        rows.append(Row((*_split(lead, header.kinds, cues), *values, tail or ""), Span(first, at)))
        waiting, end = [], at + 1
    return rows, end


def _are_years(values: str) -> bool:
    return all(YEAR.fullmatch(word) for word in values.split())


def _with_holes(line: str, header: _Header) -> tuple[str, list[str]] | None:
    """The name and cells of a row with fewer figures than headings, when white space in one place shows which are
    empty: 'Nieuw loket    -90 -90'.
    """
    match = _HOLES.match(line)
    if match is None or header.tail:
        return None
    found = list(re.finditer(VALUE, match["values"]))
    values = [one.group().strip() for one in found]
    missing = len(header.periods) - len(values)
    ends = [0, *(one.end() for one in found)]
    begins = [*(one.start() for one in found), len(match["values"])]
    wide = [at for at, (end, begin) in enumerate(zip(ends, begins, strict=True)) if begin - end > (at < len(values))]
    if missing < 1 or len(wide) != 1 or (wide[0] == 0 and begins[0] < 2):
        return None
    return match["lead"], [*values[: wide[0]], *[""] * missing, *values[wide[0] :]]


def _title(text: str, line: int, width: int) -> Row:
    return Row((text, *[""] * (width - 1)), Span(line, line))


def _split(lead: str, kinds: Sequence[str], cues: CueTable) -> list[str]:
    """What stands before the figures of a row, by column: number, name, unit and source, as far as they are known."""
    cells = [""] * len(kinds)
    words = lead.split()
    for at in range(len(kinds) - 1, 0, -1):
        taken = _known_at_end(words, kinds[at], cues)
        cells[at] = " ".join(words[len(words) - taken :]) if taken else ""
        words = words[: len(words) - taken]
    name = next((at for at, kind in enumerate(kinds) if kind == "indicator"), 0)
    for at in range(name):
        if len(words) > 1 and re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?[.)]?", words[0]):
            cells[at], words = words[0], words[1:]
        if kinds[at] == "taakveld" and (taken := _known_at_begin(words, kinds[at], cues)):
            cells[at], words = " ".join([cells[at], *words[:taken]]).strip(), words[taken:]
    cells[name] = " ".join([*words, *cells[name].split()])
    return cells


def _known_at_begin(words: Sequence[str], kind: str, cues: CueTable) -> int:
    """How many words at the beginning are a value of such a column: 'Sociaal domein' below Taakveld."""
    most = min(_TASK_WORDS, len(words) - 1)
    return next((count for count in range(most, 0, -1) if cues.is_value(kind, " ".join(words[:count]))), 0)


def _known_at_end(words: Sequence[str], kind: str, cues: CueTable) -> int:
    """How many words at the end are a unit or a source; the name keeps at least one."""
    if kind == "planning":
        dated = re.search(rf"(?<!\S){_DATE}$", " ".join(words))
        return len(dated[0].split()) if dated and len(words) > len(dated[0].split()) else 0
    if kind == "taakveld" and len(words) > 1 and _TASK.fullmatch(words[-1]):
        return 1
    for count in range(min(_UNIT_WORDS, len(words) - 1), 0, -1):
        if cues.is_value(kind, " ".join(words[-count:])):
            return count
    if kind == "bron":
        return _named_at_end(words)
    # Of a unit that is told at length only the beginning is known: '% van alle jongeren tot 18 jaar'.
    unit = _UNIT.search(" ".join(words)) if kind == "eenheid" else None
    return len(unit[0].split()) if unit else 0


def _named_at_end(words: Sequence[str]) -> int:
    """How many words at the end are a name behind words in small letters: '… met een baan Werkplein Zuid'."""
    count = 0
    while count < len(words) and words[-1 - count][0].isupper():
        count += 1
    behind = count < len(words) and (words[-1 - count][0].islower() or words[-1 - count].endswith(")"))
    # One word in capitals may belong to the name: 'Aantal cliënten Wmo'.
    telling = count > 1 or (count == 1 and len(words[-1]) > 4 and not words[-1].isupper())
    return count if telling and count <= _SOURCE_WORDS and behind else 0
