"""The check of a whole register: everything that reading, the matches and the SHACL shapes find, as faults in cells.

The shapes run on the built graph, in the Rust engine `shacl`; the tests hold its results against those of pySHACL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.faults import Fault, in_reading_order
from beleidsspoor.graph.mappings import read_mappings
from beleidsspoor.graph.names import Names
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.register.cells import closest, shorten
from beleidsspoor.graph.register.reading import Register, Row, read_register
from beleidsspoor.graph.register.references import unjudged_cells
from beleidsspoor.graph.register.schema import ontology_text
from beleidsspoor.graph.terms import ID_BASE, PREFIXES

if TYPE_CHECKING:
    from shacl import Result, Shapes

_LENGTHS = ("MinLengthConstraintComponent", "MaxLengthConstraintComponent")


def check_dataset(dataset: Dataset) -> list[Fault]:
    """Every fault that the shapes and the names of the questions show in a dataset, in reading order."""
    return in_reading_order([*_shape_faults(dataset, dataset.register.rows), *_unknown_questions(dataset.register)])


def check_register(root: Path, base: str = ID_BASE) -> list[Fault]:
    """Every fault in the register under `root`, in reading order: of reading, of the matches, of the shapes.

    A cell has at most one fault. Never raises for bad content.
    """
    return inspect_register(root, base)[1]


def inspect_register(root: Path, base: str = ID_BASE) -> tuple[Dataset, list[Fault]]:
    """The rows that could be read, as a dataset, with what `check_register` finds.

    The dataset may be used only for further checks: with faults it is not what the register means to say.
    """
    register, faults = read_register(root)
    mappings, mapping_faults = read_mappings(register, base)
    # A column that is not there is told once, not again for each of its empty cells.
    missing = {(fault.file, fault.column) for fault in faults if fault.line == 1}
    apart = Dataset(_told_apart(register), tuple(mappings), base)
    unjudged = unjudged_cells(register)
    shaped = (
        fault
        for fault in _shape_faults(apart, register.rows)
        if (fault.file, fault.column) not in missing and (fault.file, fault.line, fault.column) not in unjudged
    )
    found = in_reading_order([*faults, *mapping_faults, *shaped, *_unknown_questions(register)])
    return Dataset(register, tuple(mappings), base), found


def _shape_faults(dataset: Dataset, written: Iterable[Row]) -> Iterator[Fault]:
    """What the shapes say. `written` are the rows of the dataset, one for one, as they stand in the files."""
    names = Names(dataset.register, dataset.base)
    rows = {names.thing(row): as_written for row, as_written in zip(dataset.register.rows, written, strict=True)}
    for result in _shapes().validate_text(dataset.nquads.decode(), format="nquads").results:
        row = rows.get(result.focus_node)
        if row is None:
            message = f"{result.focus_node} hoort bij geen rij."
            yield Fault(str(dataset.register.root), None, None, message, result.message or "")
        elif (fault := _in_cell(result, row, names)) is not None:
            yield fault


def _told_apart(register: Register) -> Register:
    """The register with a free id for each row whose id is taken, so that the shapes judge that row by itself."""
    if len(register.by_reference) == len(register.rows):
        return register
    taken = set(register.by_reference)
    rows = []
    for number, row in enumerate(register.rows):
        seen = row
        if register.by_reference.get(row.reference) is not row:
            free = f"{row.id}.{number}"
            while f"{row.ruimte}:{free}" in taken:
                free += f".{number}"
            seen = replace(row, cells={**row.cells, "id": (free,)})
        rows.append(seen)
    return replace(register, rows=tuple(rows), by_reference={row.reference: row for row in rows})


def _in_cell(result: Result, row: Row, names: Names) -> Fault | None:
    """The fault in the cell that a result is about; None when the cell of another row is to blame."""
    column = row.table.column(_column_names().get(result.source_shape or "", ""))
    cell = row.cells.get(column.name, ()) if column else ()
    advice = result.message or ""
    referred = [names.referred(value, row.ruimte) for value in cell]
    if result.component == "ClassConstraintComponent" and result.value not in referred:
        # A mention passes its places on to what it mentions: a wrong one is told at the mention.
        return None
    if column is None:
        what = ""
    elif not cell:
        what = "Deze cel is leeg."
    elif result.component in _LENGTHS:
        what = f"De tekst heeft {len(result.value_plain or '')} tekens."
    elif result.value_plain in cell:
        what = f"'{shorten(result.value_plain)}' is hier niet goed."
    else:
        what = ""
    name = column.name if column else None
    return Fault(row.file, row.line, name, what, advice) if what else Fault(row.file, row.line, name, advice)


def _unknown_questions(register: Register) -> Iterator[Fault]:
    """Explanations of a question that does not exist: they would never be seen."""
    questions = shipped_questions()
    for row in register.rows_of("verklaringen"):
        question = row.one("vraag")
        if question is not None and question not in questions:
            near = closest(question, questions)
            advice = f"Bedoelt u {near}?" if near else "Kijk met 'beleidsspoor vragen' welke er zijn."
            yield Fault(row.file, row.line, "vraag", f"De vraag '{shorten(question)}' bestaat niet.", advice)


@lru_cache(maxsize=1)
def _shapes() -> Shapes:
    import shacl

    return shacl.Shapes.from_turtle(ontology_text("vormen.ttl"))


@lru_cache(maxsize=1)
def _column_names() -> dict[str, str]:
    """The column that each shape is about, by the IRI of the shape as an N-Triples term."""
    quads = ox.parse(ontology_text("vormen.ttl").encode(), ox.RdfFormat.TURTLE)
    named = ((quad.subject, quad.object) for quad in quads if quad.predicate.value == PREFIXES["sh"] + "name")
    return {str(shape): name.value for shape, name in named if isinstance(name, ox.Literal)}
