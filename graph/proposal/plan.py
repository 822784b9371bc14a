"""What a judged workbook would change in the register: rows to add and to change, and rows that stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from beleidsspoor.graph.excel.table_sheets import sheet_name
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.proposal.as_proposed import still_stands
from beleidsspoor.graph.proposal.form import FOLLOWING, JUDGEMENT, LATER, NO, PLACES, YES
from beleidsspoor.graph.proposal.model import Cells, cells_from, cells_of, plain
from beleidsspoor.graph.proposal.reading_back import JudgedRow, JudgedWorkbook
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.row_fingerprints import row_fingerprint
from beleidsspoor.graph.register.schema import Schema

#: So many differences of a row that is left are told.
_MOST_DIFFERENCES = 3
_AGAIN = "Maak met 'beleidsspoor lees' een nieuw voorstel."


@dataclass(frozen=True)
class Change:
    """One row that is written: `old` are its cells in the register, empty for a new row."""

    row: JudgedRow
    cells: Cells
    old: Cells = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.cells["id"][0]

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """The columns that change, each with the old and the new text."""
        names = dict.fromkeys((*self.old, *self.cells))
        texts = ((name, ";".join(self.old.get(name, ())), ";".join(self.cells.get(name, ()))) for name in names)
        return [(name, old, new) for name, old, new in texts if old != new]


@dataclass(frozen=True)
class Plan:
    """What taking over would do. `skipped` are rows that a person changed since, each with the reason in Dutch."""

    ruimte: str
    added: tuple[Change, ...]
    changed: tuple[Change, ...]
    skipped: tuple[tuple[JudgedRow, str], ...]
    present: int
    refused: int
    waiting: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.added and not self.changed


def make_plan(workbook: JudgedWorkbook, register: Register, ruimte: str) -> tuple[Plan, list[Fault]]:
    """What the rows that were accepted change in the register of `ruimte`, and what stands in the way."""
    planner = _Planner(workbook, register, ruimte)
    accepted = list(_accepted(workbook))
    for row in accepted:
        planner.add(row)
    planner.add_places()
    followers = {id(row) for row in accepted}
    others = [row for row in workbook.rows if row.table != PLACES and id(row) not in followers]
    plan = Plan(
        ruimte=ruimte,
        added=tuple(planner.added.values()),
        changed=tuple(planner.changed.values()),
        skipped=tuple(planner.skipped),
        present=planner.present,
        refused=sum(row.judgement == NO for row in others),
        waiting=sum(row.judgement == LATER or not (row.judgement or row.seen) for row in others),
    )
    return plan, planner.faults


def _accepted(workbook: JudgedWorkbook) -> Iterator[JudgedRow]:
    """The rows that were judged ja, and the figures without a judgement whose owner was."""
    yes = {row.texts.get("id", "") for row in workbook.rows if row.judgement == YES}
    for row in workbook.rows:
        owner = FOLLOWING.get(row.table)
        follows = owner is not None and not row.judgement and row.texts.get(owner) in yes
        if row.texts.get("id") and (row.judgement == YES or follows):
            yield row


class _Planner:
    """Sorts accepted rows into new, changed, present and skipped."""

    def __init__(self, workbook: JudgedWorkbook, register: Register, ruimte: str) -> None:
        self.added: dict[str, Change] = {}
        self.changed: dict[str, Change] = {}
        self.skipped: list[tuple[JudgedRow, str]] = []
        self.present = 0
        self.faults: list[Fault] = []
        self._workbook, self._register, self._ruimte = workbook, register, ruimte
        self._schema: Schema = register.schema

    def add(self, row: JudgedRow) -> None:
        """Sort one accepted row."""
        cells = cells_from(row.texts, self._schema.tables[row.table])
        name = cells["id"][0]
        if ":" in name:
            # A row of another ruimte is shown for what it is; it is not ours to change.
            self.present += 1
            return
        known = self._register.by_reference.get(f"{self._ruimte}:{name}")
        if known is not None and known.table.name != row.table:
            self._clash(row, f"Het id '{name}' is al van een rij in {known.table.name}.csv.")
        elif known is None:
            self._new(row, cells)
        elif _same(cells, cells_of(known)):
            self.present += 1
        elif row.seen == row_fingerprint(cells_of(known)) or _is_by_judge(row, cells, cells_of(known)):
            self._write(self.changed, Change(row, cells, cells_of(known)))
        elif row.seen or row.id_given or _is_one(cells, known):
            different = _how_different(Change(row, cells, cells_of(known)))
            self.skipped.append((row, f"In het register staat zij nu anders: {different}."))
        else:
            named = known.one("naam") or known.one("titel") or name
            self._clash(row, f"Het id '{name}' is in het register intussen van iets anders: {named}.")

    def add_places(self) -> None:
        """Sort the places that rows to be written point to."""
        wanted = {
            place
            for change in (*self.added.values(), *self.changed.values())
            for column in ("vindplaatsen", "uitgewerkt_in")
            for place in change.cells.get(column, ())
        }
        for row in self._workbook.rows:
            name = row.texts.get("id")
            if row.table != PLACES or name not in wanted:
                continue
            cells = cells_from(row.texts, self._schema.tables[PLACES])
            known = self._register.by_reference.get(f"{self._ruimte}:{name}")
            if known is None:
                self._write(self.added, Change(row, cells))
            elif known.one("vingerafdruk") != cells.get("vingerafdruk", ("",))[0]:
                # Lines that a person mended may differ; another passage may not.
                self._clash(row, f"De vindplaats '{name}' is in het register intussen van een andere passage.")

    def _new(self, row: JudgedRow, cells: Cells) -> None:
        if row.seen:
            self.skipped.append((row, "De rij is na het voorstel uit het register gehaald."))
        else:
            self._write(self.added, Change(row, cells))

    def _write(self, written: dict[str, Change], change: Change) -> None:
        first = written.setdefault(change.id, change)
        if first is not change and (first.row.table != change.row.table or not _same(first.cells, change.cells)):
            message = f"Het id '{change.id}' staat ook op blad {sheet_name(self._schema.tables[first.row.table])}, "
            message += f"rij {first.row.number}, met iets anders."
            self._clash(change.row, message, "Geef een van de twee een ander id, of zet er een op nee.")

    def _clash(self, row: JudgedRow, message: str, advice: str = _AGAIN) -> None:
        place = row.place(self._workbook.file, sheet_name(self._schema.tables[row.table]), "id")
        self.faults.append(Fault(place, None, "id", message, advice))


def unaccepted(workbook: JudgedWorkbook) -> dict[str, JudgedRow]:
    """The rows by id that are in the workbook but were not judged ja."""
    accepted = {row.texts["id"] for row in _accepted(workbook)}
    rows = (row for row in workbook.rows if row.table != PLACES and JUDGEMENT in row.letters)
    return {name: row for row in rows if (name := row.texts.get("id", "")) and name not in accepted}


def _same(one: Cells, other: Cells) -> bool:
    return plain(one) == plain(other)


def _how_different(change: Change) -> str:
    """In which columns a row of the workbook and that of the register differ, told in Dutch."""
    different = list(change.differences)
    shown = [
        f"{column} is daar {_in_quotes(there)} en hier {_in_quotes(here)}"
        for column, there, here in different[:_MOST_DIFFERENCES]
    ]
    if len(different) > len(shown):
        shown.append(f"en nog {len(different) - len(shown)} meer")
    return ", ".join(shown)


def _in_quotes(text: str) -> str:
    return f"'{shorten(text)}'" if text else "leeg"


def _is_by_judge(row: JudgedRow, cells: Cells, known: Cells) -> bool:
    """Whether all that differs from the register was changed in the workbook: there it still is as it was proposed.

    So it is after a takeover, when the judge goes on in the same workbook.
    """
    ours, theirs = plain(cells), plain(known)
    different = (name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name))
    return still_stands(row.proposed, known, different)


def _is_one(cells: Cells, row: Row) -> bool:
    """Whether a row of the register with the id of a new row is that row, taken over before and changed since."""
    from rapidfuzz import fuzz

    if set(cells.get("vindplaatsen", ())) & set(row.cells.get("vindplaatsen", ())):
        return True
    names = [(cells.get(column, ("",))[0], row.one(column) or "") for column in ("naam", "titel")]
    return any(one and other and fuzz.ratio(one, other) >= 80 for one, other in names)
