"""Taking a judged workbook over into the register: everything is checked first, then all files are written, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from beleidsspoor.graph.check import inspect_register
from beleidsspoor.graph.excel.table_sheets import sheet_name
from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.proposal.added_rows import name_added_rows
from beleidsspoor.graph.proposal.form import PLACES
from beleidsspoor.graph.proposal.model import Cells
from beleidsspoor.graph.proposal.plan import Change, Plan, make_plan, unaccepted
from beleidsspoor.graph.proposal.reading_back import JudgedRow, JudgedWorkbook, read_workbook
from beleidsspoor.graph.register.csv_editing import edit_table, empty_table
from beleidsspoor.graph.register.reading import Register, read_register
from beleidsspoor.graph.register.schema import load_schema
from beleidsspoor.graph.trial import try_out


def plan_takeover(path: Path, root: Path, ruimte: str | None = None) -> tuple[Plan, dict[Path, bytes]]:
    """What taking over the workbook at `path` would change in the register under `root`, and the files to write.

    `ruimte` is the folder of the municipality; None takes the one that the proposal was made for. Nothing is written.
    Raises InputFaults with every fault at once: of cells, of ids, and of the register as it would become.
    """
    workbook, faults = read_workbook(path, load_schema())
    if ruimte is not None and ruimte != workbook.ruimte:
        message = f"Dit voorstel is gemaakt voor {workbook.ruimte}, niet voor {ruimte}."
        raise InputFaults([Fault(path.name, None, None, message, "Laat --ruimte weg, of maak een nieuw voorstel.")])
    ruimte = workbook.ruimte
    if not (root / ruimte).is_dir():
        advice = f"Begin met: beleidsspoor nieuw {ruimte}. Of geef met --data de goede map."
        raise InputFaults([Fault(str(root / ruimte), None, None, "Deze map is er niet.", advice)])
    register, register_faults = read_register(root)
    if register_faults:
        raise InputFaults([*_own_faults(root), *register_faults])
    workbook, nameless = name_added_rows(workbook, register, ruimte)
    plan, clashes = make_plan(workbook, register, ruimte)
    files = _files(plan, register)
    told = {fault.file for fault in faults}
    # A cell that could not be read is empty in the register that would be: that says nothing new.
    would_be = [fault for fault in _would_be_faults(plan, files, register, workbook) if fault.file not in told]
    found = [*faults, *nameless, *clashes, *_without_places(would_be)]
    if found:
        raise InputFaults(_by_place(found, workbook))
    return plan, files


def _files(plan: Plan, register: Register) -> dict[Path, bytes]:
    """The new content of every file that changes."""
    files: dict[Path, bytes] = {}
    for name, table in register.schema.tables.items():
        changed = {change.id: _texts(change.cells) for change in plan.changed if change.row.table == name}
        added = [_texts(change.cells) for change in plan.added if change.row.table == name]
        if changed or added:
            path = register.root / plan.ruimte / f"{name}.csv"
            content = path.read_bytes() if path.exists() else empty_table(table)
            files[path] = edit_table(content, changed, added)
    return files


def _texts(cells: Cells) -> dict[str, str]:
    return {name: ";".join(values) for name, values in cells.items()}


def _would_be_faults(
    plan: Plan, files: dict[Path, bytes], register: Register, workbook: JudgedWorkbook
) -> Iterator[Fault]:
    """The faults of the register as it would become, told in the cells of the workbook."""
    if plan.is_empty:
        return
    dataset, faults = try_out(register.root, files)
    if not faults:
        return
    lines = {(row.file, row.line): row.reference for row in dataset.register.rows}
    changes = {f"{plan.ruimte}:{change.id}": change for change in (*plan.added, *plan.changed)}
    before = None
    waiting = unaccepted(workbook)
    for fault in faults:
        change = changes.get(lines.get((fault.file, fault.line or 0), ""))
        if change is not None:
            yield _in_workbook(fault, change, workbook, waiting)
            continue
        if before is None:
            before = {(old.file, old.column, old.message) for old in inspect_register(register.root)[1]}
        if (fault.file, fault.column, fault.message) not in before:
            yield fault
    if before:
        yield from _own_faults(register.root)


def _without_places(faults: list[Fault]) -> list[Fault]:
    """The faults without those of hidden places that a row in sight tells as well."""
    in_sight = [fault for fault in faults if f", blad {PLACES.capitalize()}, " not in fault.file]
    told = {(fault.message, fault.advice) for fault in in_sight}
    return [fault for fault in faults if fault in in_sight or (fault.message, fault.advice) not in told]


def _in_workbook(fault: Fault, change: Change, workbook: JudgedWorkbook, waiting: dict[str, JudgedRow]) -> Fault:
    table = load_schema().tables[change.row.table]
    place = change.row.place(workbook.file, sheet_name(table), fault.column)
    values = change.cells.get(fault.column or "", ())
    other = next((waiting[value] for value in values if value in waiting), None)
    if other is not None and "bestaat niet" in fault.message:
        sheet = sheet_name(load_schema().tables[other.table])
        where = f"Die rij staat op blad {sheet}, rij {other.number}, maar niet op ja."
        advice = f"{where} Zet haar op ja, of deze rij op nee."
        return replace(fault, file=place, line=None, advice=advice)
    return replace(fault, file=place, line=None)


def _own_faults(root: Path) -> list[Fault]:
    message = "Het register heeft zelf al fouten."
    return [Fault(str(root), None, None, message, "Herstel die eerst. Kijk met: beleidsspoor controleer.")]


def _by_place(faults: list[Fault], workbook: JudgedWorkbook) -> list[Fault]:
    """The faults, each once, in the order in which a person goes through the workbook."""
    tables = {sheet_name(table): number for number, table in enumerate(load_schema().tables.values())}

    def place(fault: Fault) -> tuple[int, int, str]:
        _, _, inside = fault.file.partition(f"{workbook.file}, blad ")
        sheet, _, cell = inside.partition(", ")
        digits = "".join(sign for sign in cell if sign.isdecimal())
        return tables.get(sheet, -1), int(digits or 0), cell

    return sorted(dict.fromkeys(faults), key=place)
