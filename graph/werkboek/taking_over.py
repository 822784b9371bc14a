"""Taking an edited workbook back: everything is checked first, then all files are written, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from beleidsspoor.graph.excel.table_sheets import heading, sheet_name
from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.register.csv_editing import edit_table, empty_table
from beleidsspoor.graph.register.raw_rows import read_raw_rows
from beleidsspoor.graph.register.reading import Register, Row, read_register
from beleidsspoor.graph.register.schema import Schema, load_schema
from beleidsspoor.graph.trial import try_out
from beleidsspoor.graph.werkboek.baseline import table_path
from beleidsspoor.graph.werkboek.fingerprinting import fill_in_fingerprints
from beleidsspoor.graph.werkboek.interpreting import EditedRow, Interpreter
from beleidsspoor.graph.werkboek.plan import Plan, Removal, make_plan
from beleidsspoor.graph.werkboek.reading import EditedWorkbook, read_workbook

_MOST_NAMED = 8


def plan_takeover(
    path: Path, root: Path, ruimte: str | None = None, bronnen: Path | None = None
) -> tuple[Plan, dict[Path, bytes]]:
    """What taking the workbook at `path` back would change in the register under `root`, and the files to write.

    `ruimte` is the ruimte that the workbook must be of; None takes any. `bronnen` is the folder with the documents, for
    the fingerprints of new places. Nothing is written. Raises InputFaults with
    every fault at once: of sheets and cells, conflicts with what others changed since the workbook was made, and faults
    of the register as it would become.
    """
    schema = load_schema()
    edited, faults = read_workbook(path, schema)
    name = edited.baseline.ruimte
    if ruimte is not None and ruimte != name:
        message = f"Dit werkboek is van {name}, niet van {ruimte}."
        raise InputFaults([Fault(path.name, None, None, message, "Laat --ruimte weg, of kies het goede bestand.")])
    if not (root / name).is_dir():
        advice = "Geef met --data de goede map."
        raise InputFaults([Fault(str(root / name), None, None, "Deze map is er niet.", advice)])
    register, own_faults = read_register(root)
    if own_faults:
        message = "Het register heeft zelf al fouten."
        raise InputFaults([Fault(str(root), None, None, message, "Herstel die eerst."), *own_faults])
    now = {table: read_raw_rows(table_path(root, name, table)) for table in schema.tables}
    interpreter = Interpreter(edited, register, now)
    faults += fill_in_fingerprints(edited, register, interpreter.references, bronnen)
    rows = interpreter.rows()
    plan, conflicts = make_plan(edited, rows, now, schema, interpreter.references)
    files = _files(plan, register)
    found = [*faults, *interpreter.faults, *conflicts]
    if files:
        found += _faults_after(plan, files, register, edited, rows)
    if found:
        raise InputFaults(_by_place(found, edited, schema))
    return plan, files


def _files(plan: Plan, register: Register) -> dict[Path, bytes]:
    """The new content of every file that changes."""
    files: dict[Path, bytes] = {}
    for name, table in register.schema.tables.items():
        changed = {change.id: change.texts for change in plan.changed if change.table.name == name}
        added = [change.texts for change in plan.added if change.table.name == name]
        removed = {removal.id for removal in plan.removed if removal.table.name == name}
        if changed or added or removed:
            path = table_path(register.root, plan.ruimte, name)
            content = path.read_bytes() if path.exists() else empty_table(table)
            files[path] = edit_table(content, changed, added, removed)
    return files


def _faults_after(
    plan: Plan, files: Mapping[Path, bytes], register: Register, edited: EditedWorkbook, rows: list[EditedRow]
) -> Iterator[Fault]:
    """The faults of the register as it would become, told in the cells of the workbook where they have one."""
    dataset, faults = try_out(register.root, files)
    after = dataset.register
    sheets = {(row.table.name, row.id): row for row in rows}
    lines = {(row.file, row.line): row for row in after.rows}
    referring = _referring(plan.removed, after)
    told = {(row.file, row.line, column) for who in referring.values() for row, column in who}
    for removal in plan.removed:
        if (who := referring.get(f"{plan.ruimte}:{removal.id}")) is not None:
            yield _still_needed(removal, who, edited, sheets, plan.ruimte)
    emptied = {f"{plan.ruimte}/{removal.table.name}.csv" for removal in plan.removed} if referring else set()
    for fault in faults:
        # What is missing is told once, at the row that was taken out.
        if (fault.file, fault.line, fault.column) in told or (fault.file in emptied and fault.line == 1):
            continue
        row = lines.get((fault.file, fault.line or 0))
        sheet = sheets.get((row.table.name, row.id)) if row is not None and row.ruimte == plan.ruimte else None
        yield fault if sheet is None else _in_workbook(fault, sheet, edited)


def _referring(removed: tuple[Removal, ...], after: Register) -> dict[str, list[tuple[Row, str]]]:
    """The rows that refer to what is taken out, with the column, by what they refer to."""
    wanted = {removal.id for removal in removed}
    found: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row in after.rows:
        for column in row.table.references:
            for value in row.cells.get(column.name, ()):
                if value.rpartition(":")[2] in wanted and after.find(value, row.ruimte) is None:
                    found[value if ":" in value else f"{row.ruimte}:{value}"].append((row, column.name))
    return found


def _still_needed(
    removal: Removal, who: list[tuple[Row, str]], edited: EditedWorkbook, sheets: dict[tuple[str, str], EditedRow],
    ruimte: str,
) -> Fault:  # fmt: skip
    places = []
    for row, name in who[:_MOST_NAMED]:
        sheet = sheets.get((row.table.name, row.id)) if row.ruimte == ruimte else None
        where = sheet.sheet.place(edited.file, name).partition(", ")[2] if sheet else f"{row.file}, regel {row.line}"
        places.append(f"{row.id} ({where})")
    more = f" en nog {len(who) - _MOST_NAMED}" if len(who) > _MOST_NAMED else ""
    message = f"'{removal.id}' staat er niet meer, maar hier wordt er nog naar verwezen: {', '.join(places)}{more}."
    place = f"{edited.file}, blad {sheet_name(removal.table)}"
    return Fault(place, None, None, message, "Zet de rij terug, of verander eerst die verwijzingen.")


def _in_workbook(fault: Fault, row: EditedRow, edited: EditedWorkbook) -> Fault:
    column = row.table.column(fault.column or "")
    place = row.sheet.place(edited.file, fault.column)
    return replace(fault, file=place, line=None, column=heading(column) if column else fault.column)


def _by_place(faults: list[Fault], edited: EditedWorkbook, schema: Schema) -> list[Fault]:
    """The faults in the order in which a person goes through the workbook, one for each cell: the first."""
    first: dict[tuple[str, str], Fault] = {}
    for fault in faults:
        where = fault.message if ", cel " not in fault.file else ""
        first.setdefault((fault.file, where), fault)
    tables = {sheet_name(table): number for number, table in enumerate(schema.tables.values())}

    def place(fault: Fault) -> tuple[int, int, str]:
        _, _, inside = fault.file.partition(f"{edited.file}, blad ")
        sheet, _, cell = inside.partition(", ")
        digits = "".join(sign for sign in cell if sign.isdecimal())
        return tables.get(sheet, -1), int(digits or 0), cell

    return sorted(first.values(), key=place)
