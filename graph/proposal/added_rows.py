"""Ids for the rows that a judge adds to the workbook: made of the name, and the same every time it is taken over."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from beleidsspoor.graph.excel.table_sheets import sheet_name
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.proposal.figures import figure_id
from beleidsspoor.graph.proposal.form import FOLLOWING, NAMES, PLACES, YES
from beleidsspoor.graph.proposal.reading_back import JudgedRow, JudgedWorkbook
from beleidsspoor.graph.register.reading import Register
from beleidsspoor.graph.register.slugs import slug

#: How the ids begin that a proposal numbers: 'mag25-actie-' of 'mag25-actie-07'.
_NUMBERED = re.compile(r"^([^:]+-[a-z]+-)\d+$")
#: Where a row stands says nothing of what it is.
_WHERE = ("document", PLACES)
_MESSAGE = "Deze rij heeft geen id en geen naam."
_ADVICE = "Vul de naam in; dan komt er vanzelf een id. Hoort de rij er niet bij, maak dan de cel bij oordeel leeg."


def name_added_rows(workbook: JudgedWorkbook, register: Register, ruimte: str) -> tuple[JudgedWorkbook, list[Fault]]:
    """The workbook with an id for every row to take over that has none, and a fault for those without a name too.

    A row keeps the id that it was given when it was taken over before.
    """
    namer = _Namer(workbook, register, ruimte)
    faults: list[Fault] = []
    rows: list[JudgedRow] = []
    for row in workbook.rows:
        given = None
        if not row.texts.get("id") and _is_to_take(row):
            given = namer.name(row)
            if given is None and row.judgement == YES:
                place = row.place(workbook.file, sheet_name(register.schema.tables[row.table]), None)
                faults.append(Fault(place, None, None, _MESSAGE, _ADVICE))
        rows.append(row if given is None else replace(row, texts={**row.texts, "id": given}, id_given=True))
    return replace(workbook, rows=tuple(rows)), faults


def _is_to_take(row: JudgedRow) -> bool:
    """Whether a row may be taken over: judged ja, or a figure that follows its indicator or money row."""
    return row.judgement == YES or (not row.judgement and row.table in FOLLOWING)


class _Namer:
    """Gives ids that no other row of the workbook has, and no row of another table of the register."""

    def __init__(self, workbook: JudgedWorkbook, register: Register, ruimte: str) -> None:
        self._workbook, self._register, self._ruimte = workbook, register, ruimte
        self._taken = {row.texts["id"] for row in workbook.rows if "id" in row.texts}

    def name(self, row: JudgedRow) -> str | None:
        """The id for this row; None when the row holds nothing to make one of."""
        wanted = self._wanted(row)
        if not wanted:
            return None
        name, number = wanted, 2
        while not self._is_free(name, row.table):
            name, number = f"{wanted}-{number}", number + 1
        self._taken.add(name)
        return name

    def _is_free(self, name: str, table: str) -> bool:
        known = self._register.by_reference.get(f"{self._ruimte}:{name}")
        # A row of the same table is this one, taken over before.
        return name not in self._taken and (known is None or known.table.name == table)

    def _wanted(self, row: JudgedRow) -> str:
        """The id as it would be if nobody had it: empty when there is nothing to make it of."""
        owner, kind, period = (row.texts.get(each, "") for each in (FOLLOWING.get(row.table, ""), "soort", "periode"))
        if owner and kind and period:
            return figure_id(owner, kind, period)
        named = next((row.texts[each] for each in NAMES if each in row.texts), None)
        # What has no name of its own is known by what it ties together.
        columns = self._register.schema.tables[row.table].columns
        ties = (each.name for each in columns if each.required and each.name not in _WHERE)
        told = named or " ".join(row.texts[each] for each in ties if each in row.texts)
        return self._start(row) + slug(told) if slug(told) else ""

    def _start(self, row: JudgedRow) -> str:
        """What the ids of the other rows of this sheet begin with, those of the same document if there are any."""
        rows = [other for other in self._workbook.rows if other.table == row.table and other.texts.get("id")]
        same = [other for other in rows if other.texts.get("document") == row.texts.get("document")] or rows
        counted = Counter(match[1] for other in same if (match := _NUMBERED.match(other.texts["id"])))
        start, times = counted.most_common(1)[0] if counted else ("", 0)
        return start if times * 2 > len(same) else ""
