"""What an edited workbook would change in the register: three-way, cell by cell, so that nobody overwrites another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from beleidsspoor.graph.excel.table_sheets import heading, sheet_name
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.cells import shorten, values_of
from beleidsspoor.graph.register.raw_rows import RawRows
from beleidsspoor.graph.register.schema import Column, Kind, Schema, Table
from beleidsspoor.graph.store import dutch_date
from beleidsspoor.graph.werkboek.comparing import same
from beleidsspoor.graph.werkboek.interpreting import EditedRow, Texts
from beleidsspoor.graph.werkboek.reading import EditedWorkbook
from beleidsspoor.graph.werkboek.references import ReferenceFinder

_CHOOSE = (
    "Zet in het werkboek wat nu in het register staat. Wilt u toch uw eigen waarde, zet die dan in een nieuw werkboek."
)


@dataclass(frozen=True)
class Difference:
    """A cell that changes; `old` and `new` are texts for a reader."""

    column: Column
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """A row that is added or changed: its id, its new texts, and for a changed row what differs."""

    table: Table
    id: str
    name: str
    texts: Texts
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Removal:
    """A row that is taken out."""

    table: Table
    id: str
    name: str


@dataclass(frozen=True)
class Plan:
    """What taking a workbook over would do; `notes` tell in Dutch what of the workbook was left."""

    ruimte: str
    added: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Removal, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.changed or self.removed)


def make_plan(
    edited: EditedWorkbook, rows: Iterable[EditedRow], now: dict[str, RawRows], schema: Schema, finder: ReferenceFinder
) -> tuple[Plan, list[Fault]]:
    """What the rows of the workbook change in the tables as they are `now`, and the conflicts with what others did."""
    planner = _Planner(edited, now, finder)
    by_table: dict[str, list[EditedRow]] = {}
    for row in rows:
        by_table.setdefault(row.table.name, []).append(row)
    for name in edited.rows:
        planner.table(schema.tables[name], by_table.get(name, []))
    plan = Plan(
        edited.baseline.ruimte, tuple(planner.added), tuple(planner.changed), tuple(planner.removed),
        tuple(edited.notes),
    )  # fmt: skip
    return plan, planner.faults


class _Planner:
    def __init__(self, edited: EditedWorkbook, now: dict[str, RawRows], finder: ReferenceFinder) -> None:
        self.added: list[Change] = []
        self.changed: list[Change] = []
        self.removed: list[Removal] = []
        self.faults: list[Fault] = []
        self._edited, self._now, self._finder = edited, now, finder

    def table(self, table: Table, rows: list[EditedRow]) -> None:
        """Plan the rows of one table."""
        was = self._edited.baseline.rows.get(table.name, {})
        now = self._now.get(table.name, {})
        # A row of which a cell cannot be read is still there.
        present = {row.id for row in self._edited.rows[table.name]} | {row.id for row in rows}
        gone = {name: texts for name, texts in was.items() if name not in present}
        for row in rows:
            if row.was is None and (old := _renamed(row, gone)):
                message = f"Het id van deze rij was '{shorten(old)}'. Een id verandert nooit."
                self._tell(row, table.column("id"), message, "Zet het terug.")
                del gone[old]
            elif row.id in now:
                self._merge(row, now[row.id])
            elif row.was is None:
                self.added.append(Change(table, row.id, _called(row.texts), row.texts))
            elif row.changed:
                message = f"U veranderde '{row.id}', maar iemand haalde die rij intussen uit het register."
                self._tell(row, None, message, "Haal de rij ook hier weg, of voeg haar toe als nieuwe rij zonder id.")
        for name, texts in gone.items():
            if name in now:
                self._remove(table, name, texts, now[name])

    def _merge(self, row: EditedRow, now: Texts) -> None:
        """A row that the register has: what the workbook changed, unless another changed it to something else."""
        differences = []
        texts = dict(now)
        columns = row.changed if row.was is not None else frozenset(row.texts) - {"id"}
        for column in row.table.columns:
            if column.name not in columns:
                continue
            old = "" if row.was is None else row.was.get(column.name, "")
            here, there = row.texts[column.name], now.get(column.name, "")
            if same(here, there, column):
                continue
            if row.was is None or not same(old, there, column):
                message = f"'{row.id}' {self._conflict(column, old, there, here)}"
                self._tell(row, column, message, _CHOOSE)
                continue
            texts[column.name] = here
            differences.append(Difference(column, self._shown(there, column), self._shown(here, column)))
        if differences:
            self.changed.append(Change(row.table, row.id, _called(now), texts, tuple(differences)))

    def _remove(self, table: Table, name: str, was: Texts, now: Texts) -> None:
        columns = [
            column for column in table.columns if not same(was.get(column.name, ""), now.get(column.name, ""), column)
        ]
        if not columns:
            self.removed.append(Removal(table, name, _called(now)))
            return
        told = (
            f"{heading(column)} was {self._shown(was.get(column.name, ''), column)} en is nu "
            f"{self._shown(now.get(column.name, ''), column)}"
            for column in columns
        )
        message = f"U haalde '{name}' weg, maar iemand veranderde die rij intussen: {'; '.join(told)}."
        place = f"{self._edited.file}, blad {sheet_name(table)}"
        self.faults.append(Fault(place, None, None, message, "Zet de rij terug, of maak een nieuw werkboek."))

    def _conflict(self, column: Column, old: str, there: str, here: str) -> str:
        was, now, yours = (self._shown(text, column) for text in (old, there, here))
        return f"was {was}, is nu in het register {now} en in het werkboek {yours}."

    def _shown(self, text: str, column: Column) -> str:
        if not text.strip():
            return "leeg"
        if column.kind is Kind.REFERENCE:
            text = "; ".join(map(self._finder.name_of, values_of(text, column)))
        elif column.kind is Kind.DECIMAL:
            text = text.replace(".", ",")
        elif column.kind is Kind.DATE:
            text = dutch_date(text.strip(), None, None)
        return f"'{shorten(text)}'"

    def _tell(self, row: EditedRow, column: Column | None, message: str, advice: str) -> None:
        place = row.sheet.place(self._edited.file, column.name if column else None)
        self.faults.append(Fault(place, None, heading(column) if column else None, message, advice))


def _renamed(row: EditedRow, gone: RawRows) -> str:
    """The id of the row that this was, when all but the id is the same; else ''."""
    columns = [column for column in row.table.columns if column.name != "id" and column.name in row.texts]
    if not any(row.texts[column.name] for column in columns):
        return ""
    for name, texts in gone.items():
        if all(same(row.texts[column.name], texts.get(column.name, ""), column) for column in columns):
            return name
    return ""


def _called(texts: Texts) -> str:
    return shorten(texts.get("naam") or texts.get("titel") or "")
