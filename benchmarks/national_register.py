"""A national register of any size as real tables, with beside it the truth: what each question must find in it.

The same size and seed give the same bytes. Municipality 7 is the same in a register of 10 and of 342.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from beleidsspoor.graph.register.schema import load_schema
from benchmarks.municipality import (
    ELEMENTS_A_PROGRAMME,
    GROUPS,
    LAWS,
    PROGRAMMES,
    TARGET_GROUPS,
    Cells,
    Municipality,
    make_municipality,
)
from benchmarks.truth import holes_of

#: The sizes that are measured; the last is all of the Netherlands.
SIZES = (1, 10, 100, 342)

_SSSOM_HEADER = """\
#sssom_version: "1.0"
#mapping_set_id: {base}overeenkomsten/{name}
#license: https://spdx.org/licenses/EUPL-1.2
#curie_map:
#  semapv: https://w3id.org/semapv/vocab/
#  skos: http://www.w3.org/2004/02/skos/core#
#  {one}: {base}{one}/
#  {other}: {base}{other}/
"""
_SSSOM_COLUMNS = ("subject_id", "predicate_id", "object_id", "mapping_justification", "confidence", "comment")
_ID_BASE = "https://w3id.org/beleidsspoor/id/"


@dataclass(frozen=True)
class NationalRegister:
    """Where the register stands, its number of municipalities, and by question and ruimte the ids to be found."""

    folder: Path
    municipalities: int
    truth: dict[str, dict[str, set[str]]]


def write_national_register(folder: Path, municipalities: int, seed: int = 1) -> NationalRegister:
    """Write the tables to `folder`/register and the truth to `folder`/waarheid.json.

    Each municipality has four documents; each pair of neighbours has an SSSOM file. Raises OSError.
    """
    root = folder / "register"
    _write_tables(root / "landelijk", _national_tables())
    truth: dict[str, dict[str, set[str]]] = {}
    before: Municipality | None = None
    for number in range(1, municipalities + 1):
        made = make_municipality(number, seed)
        _write_tables(root / made.ruimte, made.tables)
        for question, ids in holes_of(made).items():
            truth.setdefault(question, {})[made.ruimte] = ids
        if before is not None and number % 2 == 0:
            _write_matches(root / "overeenkomsten", before, made)
        before = made
    (folder / "waarheid.json").write_text(json.dumps(truth, indent=1, sort_keys=True, default=sorted), encoding="utf-8")
    return NationalRegister(root, municipalities, truth)


def _write_tables(folder: Path, tables: dict[str, list[Cells]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    schema = load_schema()
    for name, rows in tables.items():
        columns = [column.name for column in schema.tables[name].columns]
        text = io.StringIO()
        writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        (folder / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8", newline="")


def _national_tables() -> dict[str, list[Cells]]:
    """What all municipalities refer to: all of it stands in one passage of one national framework."""
    programmes = _numbered("programma", "Landelijk programma", PROGRAMMES)
    elements = [
        {"id": f"{programme}-{part}", "nummer": f"D{part}", "naam": f"Onderdeel {part}", "programma": programme}
        for programme in (row["id"] for row in programmes)
        for part in range(1, ELEMENTS_A_PROGRAMME + 1)
    ]
    tables = {
        "programmas": [programme | {"soort": "akkoord", "niveau": "landelijk"} for programme in programmes],
        "kernelementen": elements,
        "wetten": _numbered("wet", "Wet", LAWS),
        "groepen": _numbered("groep", "Groep", GROUPS),
        "doelgroepen": _numbered("doelgroep", "Doelgroep", TARGET_GROUPS),
    }
    mark = "w9-" + 16 * "0"
    place = {"id": "kader-v1", "document": "kader", "regel_van": "1", "regel_tot": "90", "vingerafdruk": mark}
    framework = {"id": "kader", "titel": "Landelijk kader", "soort": "landelijk kader", "uitgever": "het Rijk"}
    for rows in tables.values():
        for row in rows:
            row["vindplaatsen"] = place["id"]
    return tables | {"documenten": [framework], "vindplaatsen": [place]}


def _numbered(prefix: str, name: str, number: int) -> list[Cells]:
    return [{"id": f"{prefix}-{n:02}", "naam": f"{name} {n}"} for n in range(1, number + 1)]


def _write_matches(folder: Path, one: Municipality, other: Municipality) -> None:
    """An SSSOM file in which the principles and themas of two municipalities are compared one by one."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{one.ruimte}-{other.ruimte}"
    pairs = zip(_compared(one), _compared(other), strict=True)
    rows = [
        (start, f"skos:{relation}", end, "semapv:ManualMappingCuration", "0.8", "Beide gaan over samenwerken.")
        for (start, end), relation in zip(pairs, cycle(("closeMatch", "relatedMatch")), strict=False)
    ]
    header = _SSSOM_HEADER.format(base=_ID_BASE, name=name, one=one.ruimte, other=other.ruimte)
    lines = ["\t".join(cells) for cells in (_SSSOM_COLUMNS, *rows)]
    (folder / f"{name}.sssom.tsv").write_text(header + "\n".join([*lines, ""]), encoding="utf-8", newline="")


def _compared(made: Municipality) -> list[str]:
    return [f"{made.ruimte}:{row['id']}" for table in ("principes", "themas") for row in made.tables[table]]
