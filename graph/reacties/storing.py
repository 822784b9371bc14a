"""Putting new remarks in the register, each in the folder of its element."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from beleidsspoor.graph.reacties.history import OPEN
from beleidsspoor.graph.reacties.reading import NewRemark
from beleidsspoor.graph.reacties.versions import version_of
from beleidsspoor.graph.register.csv_editing import edit_table, empty_table
from beleidsspoor.graph.register.reading import Register


@dataclass(frozen=True)
class Storing:
    """What storing would do: the remarks that are new, those that are there already, and the files to write.

    `outdated` are the new remarks on a text that has changed since.
    """

    added: tuple[NewRemark, ...]
    known: tuple[NewRemark, ...]
    outdated: tuple[NewRemark, ...]
    files: dict[Path, bytes]


def plan_storing(remarks: tuple[NewRemark, ...], register: Register, on: str) -> Storing:
    """What storing these remarks would change in the register; `on` is the day they came in (ISO). Writes nothing."""
    by_ruimte: dict[str, list[NewRemark]] = {}
    known: list[NewRemark] = []
    for remark in remarks:
        ruimte = remark.element.partition(":")[0]
        if f"{ruimte}:{remark.id}" in register.by_reference:
            known.append(remark)
        else:
            by_ruimte.setdefault(ruimte, []).append(remark)
    table = register.schema.tables["reacties"]
    files: dict[Path, bytes] = {}
    for ruimte, new in by_ruimte.items():
        path = register.root / ruimte / f"{table.name}.csv"
        content = path.read_bytes() if path.exists() else empty_table(table)
        files[path] = edit_table(content, {}, [_texts(remark, on) for remark in new])
    added = tuple(remark for new in by_ruimte.values() for remark in new)
    outdated = tuple(remark for remark in added if remark.versie != version_of(register, remark.element))
    return Storing(added, tuple(known), outdated, files)


def _texts(remark: NewRemark, on: str) -> dict[str, str]:
    return {
        "id": remark.id, "element": remark.element.partition(":")[2], "versie": remark.versie, "soort": remark.soort,
        "raadsvraag": remark.raadsvraag, "tekst": remark.tekst, "wie": remark.wie, "op": on, "toestand": OPEN,
    }  # fmt: skip
